"""Cues that name nobody: *allegedly*, *reportedly*. Whose words they pass on is what they leave out."""

from __future__ import annotations

import re

from sayso.model import Tagged
from sayso.reading.attributions.found import Found, Range

_NOBODY = re.compile(
    r"^(?:\w+ )?(?:allegedly|reportedly|reputedly|purportedly|supposedly|ostensibly|rumou?redly|apparently|seemingly)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]*\s")


def nameless(found: list[Found], text: str, tagged: Tagged) -> None:
    """Take from an adverb that names nobody the source that stands near it, and contents from another sentence.

    *Amin, allegedly drunk* does not say that Amin says so: the subject of the sentence is not its source.
    """
    words = tagged.words
    for f in found:
        if f.cue is None or not _NOBODY.match(text[words.start[f.cue[0]] : words.end[f.cue[1] - 1]]):
            continue
        if f.source is not None:
            f.beat.append((f"{f.source[0]}:{f.source[1]}", f.source_chance))
            f.source, f.note = None, "the cue names nobody"
        near = [c for c in f.contents if not _parted(f.cue, c, text, tagged)]
        if near:
            f.contents = near


def _parted(cue: Range, content: Range, text: str, tagged: Tagged) -> bool:
    """Whether a sentence ends between the cue and the content."""
    words = tagged.words
    low, high = (content[1], cue[0]) if content[1] <= cue[0] else (cue[1], content[0])
    between = text[words.end[low - 1] : words.end[high] if high < len(words) else None]
    return bool(_SENTENCE_END.search(between)) or words.paragraph[cue[0]] != words.paragraph[content[0]]
