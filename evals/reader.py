"""Sayso's readings of annotated texts, as relations with offsets into the text that was annotated."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.corpora import ROOT, Text, with_kinds
from evals.spans import Pair, Relation, trimmed
from sayso.article import article_from_text
from sayso.model import Tagger, load
from sayso.model.folder import RELEASED
from sayso.reading import read_articles
from sayso.records import Given, Reading, Span

BATCH = 16
"""Articles read at once; has no bearing on what is found."""


@lru_cache(maxsize=2)
def tagger(folder: Path | None = None) -> Tagger:
    """The released model, or that of a folder (`--model`), loaded once."""
    return load(folder)


def readings(texts: Sequence[Text], folder: Path | None = None, *, progress: bool = False) -> list[Reading]:
    """The readings of the texts, in order: plain text through the article stage and the reading stage, as a user gets it. The
    keys `outlet` and `authors` of a text are told as those of its publication."""
    out: list[Reading] = []
    for at in range(0, len(texts), BATCH):
        articles = [article_from_text(t.text, given(t), force=True) for t in texts[at : at + BATCH]]
        out.extend(read_articles(articles, tagger(folder)))
        if progress:
            print(f"\r{len(out)} of {len(texts)} texts read", end="", file=sys.stderr, flush=True)
    if progress:
        print(file=sys.stderr)
    return out


def given(text: Text) -> Given:
    """What the keys of a text say of its publication."""
    authors = tuple(name for name in text.keys.get("authors", "").split("; ") if name)
    return Given(outlet=text.keys.get("outlet"), authors=authors)


def offsets(raw: str, made: str) -> list[int]:
    """For each place in the article's text, and its end, the place in the raw text that it came from.

    The article stage may replace or take out spaces and invisible characters, and nothing else; ValueError where it did.
    """
    if len(raw) == len(made):
        return list(range(len(raw) + 1))
    out: list[int] = []
    at = 0
    for place, char in enumerate(made):
        while at < len(raw) and raw[at] != char and not (char.isspace() and not raw[at].isprintable()):
            if raw[at].isalnum():
                raise ValueError(f"the article's text leaves its source near {made[max(0, place - 20) : place + 20]!r}")
            at += 1
        out.append(at)
        at += 1
    return [*out, len(raw)]


def relations(reading: Reading, raw: str) -> tuple[Relation, ...]:
    """The attributions of a reading as relations over the raw text; `kind` is the reading's own."""
    back = offsets(raw, reading.article.text)
    index = {each.id: i for i, each in enumerate(reading.attributions)}

    def pairs(spans: tuple[Span, ...]) -> tuple[Pair, ...]:
        return tuple((back[s.start], back[s.end - 1] + 1) for s in spans)

    made = tuple(
        Relation(
            pairs(each.source),
            pairs(each.cue),
            pairs(each.content),
            None if each.inside is None else index[each.inside],
            each.score,
            str(each.kind),
        )
        for each in reading.attributions
    )
    return trimmed(raw, made)


def furniture(reading: Reading, raw: str) -> tuple[Pair, ...]:
    """The stretches of the raw text that the article stage took for furniture."""
    back = offsets(raw, reading.article.text)
    return tuple((back[b.start], back[b.end - 1] + 1) for b in reading.article.blocks if not b.kind.is_prose)


def by_marks(text: str, found: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations with the kind that quotation marks give them instead of the reading's own, as the annotated have."""
    return with_kinds(text, tuple(found))


def line(text: str, relation: Relation) -> str:
    """An attribution in one line: source, cue and content, each content shortened in its middle."""

    def words(spans: Sequence[Pair]) -> str:
        out = []
        for start, end in spans:
            part = " ".join(text[start:end].split())
            out.append(part if len(part) <= 130 else f"{part[:60]} … {part[-60:]}")
        return " ‖ ".join(out) or "–"

    return f"[{words(relation.source)}] [{words(relation.cue)}] [{words(relation.content)}]"


def folder_hash(folder: Path | None = None) -> str:
    """Twelve hexadecimal digits of the SHA-256 over the names and bytes of the model folder's files."""
    made = sha256()
    for path in sorted((folder or RELEASED).iterdir()):
        if path.is_file():
            made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:12]


def identity(module: str, arguments: Sequence[str], folder: Path | None = None) -> dict[str, Any]:
    """What a saved result says of its making: model, its hash and size, day, commit, and the command that made it."""
    files = [path for path in (folder or RELEASED).iterdir() if path.is_file()]
    return {
        "model": tagger(folder).name,
        "model_hash": folder_hash(folder),
        "model_bytes": sum(path.stat().st_size for path in files),
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "command": " ".join(["python -m", module, *arguments]),
    }


def _commit() -> str | None:
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip()
