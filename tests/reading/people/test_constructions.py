"""Who speaks in short texts of many constructions: the table of `speakers.txt`, by the released model."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from sayso.article import article_from_text
from sayso.model import load
from sayso.reading import read_articles
from sayso.records import Reading

TABLE = Path(__file__).with_name("speakers.txt")


def rows() -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Each text with pieces of its contents and the speaker of each, `None` where it stays open."""
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, *told = (part.strip() for part in line.split("@@"))
            pairs = [each.rsplit(" = ", 1) for each in told]
            out.append((text.replace("\\n", "\n"), [(words, None if who == "None" else who) for words, who in pairs]))
    return out


ROWS = rows()


@lru_cache(maxsize=1)
def readings() -> list[Reading]:
    """All texts read at once."""
    return read_articles([article_from_text(text, force=True) for text, _ in ROWS], load())


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[text[:60] for text, _ in ROWS])
def test_speaker(number: int) -> None:
    text, told = ROWS[number]
    reading = readings()[number]
    for words, who in told:
        at = text.index(words)
        found = [
            each for each in reading.attributions if any(s.start < at + len(words) and at < s.end for s in each.content)
        ]
        names = [None if each.speaker is None else reading.person(each.speaker).name for each in found]
        wanted = None if who is None else who.removeprefix("The ").removeprefix("the ").removesuffix(".").lower()
        plain = [name and name.removeprefix("The ").removeprefix("the ").removesuffix(".").lower() for name in names]
        assert wanted in plain, (words, who, names)


def test_the_table_is_long() -> None:
    assert len(ROWS) > 350
    assert len({text for text, _ in ROWS}) == len(ROWS)
