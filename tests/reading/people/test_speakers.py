"""The released model on who speaks: our own sentences, the speaker and source class of each attribution."""

from __future__ import annotations

import pytest

from sayso import read_text

CASES = [
    # text, per attribution: speaker's name, source class; why
    (
        "Ada Moss opened the bridge on Friday. “It is safe,” she said.",
        [("Ada Moss", "named")],
        "a pronoun goes to the only woman named",
    ),
    (
        "Ada Moss met Hugh Hill on Friday. “It is safe,” he said. “It is not,” she said.",
        [("Hugh Hill", "named"), ("Ada Moss", "named")],
        "first names tell who he and she are",
    ),
    (
        "“It is safe,” Ada Moss said.\n\n“We looked at every bolt. We will look again in May.”",
        [("Ada Moss", "named"), ("Ada Moss", "named")],
        "a paragraph that is all quotation carries its speaker over",
    ),
    (
        "A spokesman for the council said the bridge was safe.",
        [("A spokesman for the council", "role")],
        "an office without a name",
    ),
    (
        "Police said the road was closed.",
        [("Police", "collective")],
        "a body without a proper name",
    ),
    (
        "Some experts said the bridge was unsafe.",
        [("Some experts", "anonymous")],
        "nobody in particular",
    ),
    (
        "The report said the bridge was unsafe.",
        [("The report", "document")],
        "a text that says something",
    ),
    (
        "Hugh Hill, a spokesman for the council, said the bridge was safe.",
        [("Hugh Hill", "named")],
        "a spokesman with a name is named",
    ),
    (
        "The Courier’s Ada Moss reported that the bridge was closed.",
        [("Ada Moss", "named")],
        "a genitive before a name does not speak",
    ),
    (
        "The driver allegedly fled on foot.",
        [(None, "unattributed")],
        "an adverb that names nobody",
    ),
    (
        "Ada Moss said that Hugh Hill had told her the bridge was safe.",
        [("Ada Moss", "named"), ("Hugh Hill", "named")],
        "one inside another's words",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), [pytest.param(*row, id=row[2]) for row in CASES])
def test_speaker(text: str, expected: list[tuple[str | None, str]], why: str) -> None:
    reading = read_text(text)
    found = [(reading.person(a.speaker).name if a.speaker else None, str(a.source_class)) for a in reading.attributions]
    assert found == expected, why
    assert all(a.speaker_why.by for a in reading.attributions)


ADDRESSEES = [
    ("Ada Moss told the Elmbridge Courier that the bridge was safe.", "Elmbridge Courier"),
    ("Ada Moss told reporters that the bridge was safe.", "reporters"),
    ("Ada Moss said the bridge was safe.", None),
]


@pytest.mark.parametrize(("text", "name"), ADDRESSEES)
def test_addressee(text: str, name: str | None) -> None:
    reading = read_text(text)
    [found] = reading.attributions
    assert (reading.person(found.addressee).name if found.addressee else None) == name


OPEN = [
    (
        "Hugh Hill and Tom Reed argued all night. Reed had met Hill in May. Hill had met Reed. In the end, he said it was over.",
        {"Hugh Hill", "Tom Reed"},
        "two men, and nothing that tells which",
    ),
    (
        "Ada Moss met Eve Moss on Friday. “It is over,” Moss said.",
        {"Ada Moss", "Eve Moss"},
        "two people of one surname",
    ),
    ("He said the bridge was safe.", set(), "nobody was named"),
]


@pytest.mark.parametrize(("text", "candidates", "why"), [pytest.param(*row, id=row[2]) for row in OPEN])
def test_open(text: str, candidates: set[str], why: str) -> None:
    [found] = read_text(text).attributions
    assert found.speaker is None, why
    assert found.speaker_why.note
    assert candidates <= {name for name, _ in found.speaker_why.beat}, why
