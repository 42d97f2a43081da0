"""Cues that say one thing or another by what they lead to: *asked whether*, *asked them to*, *claimed the title*."""

from __future__ import annotations

from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.ground import Ground, Part
from sayso.reading.words import word_set
from sayso.records import AttributionKind, Certainty

WH = word_set("whether if what when where who whom why how which whose")
"""Words that open a question."""
_KNOWING = word_set("know sure clear certain understand aware")
_CLAIMED = word_set("victory credit title lives asylum benefits compensation")
_ASKED_FOR = Cue("ask", Sort.VERB, Certainty.STATED)
_ASKED = Cue("ask", Sort.VERB, Certainty.QUESTIONED)
_CLAIMED_AS_WON = Cue("claim", Sort.VERB, Certainty.STATED)
_NOT_KNOWN = Cue("not known", Sort.VERB, Certainty.QUESTIONED)
_SEEN_AS = Cue("see as", Sort.VERB, Certainty.BELIEVED)
_NEAR = 12
"""Words of a content in which *as* or *to* must stand to belong to its cue; chosen by hand."""


def by_content(ground: Ground, part: Part, core: Cue | None, *, turned: bool) -> Cue | None:
    """The entry as the content decides it; `turned` says that the cue is negated: *did not know if* is open."""
    if core is None or not part.content:
        return core
    first, last = part.content[0]
    words = ground.flat[first : min(last, first + _NEAR)]
    if words[0] in ('"', "'") and len(words) > 1:
        words = words[1:]
    head = words[0]
    name = core.name.split()[0]
    if name == "ask":
        return _asked(
            core, words, indirect=part.found.kind is AttributionKind.INDIRECT, marked="?" in ground.flat[first:last]
        )
    if turned and name in _KNOWING and head in WH:
        return _NOT_KNOWN
    if core.name == "see" and head not in WH and "as" in words[1:] and (head != "that" or words[1] == "as"):
        return _SEEN_AS
    if core.name == "claim" and head in _CLAIMED:
        return _CLAIMED_AS_WON
    return core


def _asked(core: Cue, words: list[str], *, indirect: bool, marked: bool) -> Cue:
    """*Ask* as a question or a request; `marked` says that the content has a question mark."""
    head = words[0]
    if core.name.startswith("ask for") or head == "to" or (indirect and head not in WH and "to" in words):
        return _ASKED_FOR
    if head in WH or head == "about" or core.certainty is Certainty.QUESTIONED:
        return _ASKED
    if indirect:
        return _ASKED_FOR if head in ("for", "that") else _ASKED
    return _ASKED if marked else _ASKED_FOR
