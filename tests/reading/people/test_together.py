"""The released model on who is the same as whom: our own sentences, the mentions and descriptions of one person or body."""

from __future__ import annotations

import pytest

from sayso import read_text
from sayso.records import Person, Reading


def named(reading: Reading, name: str) -> Person:
    found = [p for p in reading.people if p.name == name]
    assert len(found) == 1, [p.name for p in reading.people]
    return found[0]


SAME = [
    # text, name, all mentions, why
    (
        "The American College of Elmbridge Doctors (ACElm) closed on Monday. ACElm said it had no money.",
        "American College of Elmbridge Doctors",
        ["The American College of Elmbridge Doctors", "ACElm", "ACElm"],
        "a short form in brackets is the body before it, though it is not its initials",
    ),
    (
        "The Elmbridge Guild of Bakers met on Monday. The E.G.B. said that it was glad.",
        "Elmbridge Guild of Bakers",
        ["The Elmbridge Guild of Bakers", "E.G.B"],
        "initials with full stops",
    ),
    (
        "Moss Airlines closed on Monday. Its staff wept. Moss said it had no money.",
        "Moss Airlines",
        ["Moss Airlines", "Moss"],
        "a firm by its first word, where nobody has that name",
    ),
    (
        "Senator Ada Moss and Judge Eve Moss opened the clinic. Judge Moss said it was safe.",
        "Eve Moss",
        ["Judge Eve Moss", "Judge Moss"],
        "of two bearers of a surname the one with the title",
    ),
    (
        "Attorney General Hugh Hill Jr. said that he would resign. Mr. Hill has been there since May.",
        "Hugh Hill",
        ["Attorney General Hugh Hill Jr", "he", "Mr. Hill"],
        "Jr is no name of its own",
    ),
    (
        "U.S. House Minority Whip Tavin Hill said that the bill was bad.",
        "Tavin Hill",
        ["Minority Whip Tavin Hill"],
        "a body and an office before a name",
    ),
    (
        "Ada Moss’s Harbour Nights opens in May. Moss wrote it in Elmbridge.",
        "Moss",
        ["Moss"],
        "a work's name is not who wrote it",
    ),
    (
        "President Hugh Hill and Vice President Ada Moss arrived on Friday. The president said the bridge was safe.",
        "Hugh Hill",
        ["President Hugh Hill", "The president"],
        "the president is not the vice president",
    ),
    (
        "Vice President Ada Moss arrived on Friday. The president of Norland was ill. The president said she was welcome.",
        "Ada Moss",
        ["Vice President Ada Moss"],
        "nor the other way round",
    ),
    (
        "Ada Moss and Hugh Hill met in May. They said the bridge was safe.",
        "Ada Moss and Hugh Hill",
        ["Ada Moss and Hugh Hill", "They"],
        "two whom and joins",
    ),
    (
        "Ada Moss and Hugh Hill said that the bridge was safe. Moss and Hill said so in May.",
        "Ada Moss and Hugh Hill",
        ["Ada Moss and Hugh Hill", "Moss and Hill"],
        "the same two by their surnames",
    ),
    (
        "“Let’s open it,” Ada Moss said. “Our engineers say that we can.”",
        "we",
        ["’s", "Our", "we"],
        "we inside a quotation are its speaker's, and not the speaker",
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions", "why"), [pytest.param(*row, id=row[3]) for row in SAME])
def test_same(text: str, name: str, mentions: list[str], why: str) -> None:
    assert [s.of(text) for s in named(read_text(text), name).mentions] == mentions, why


DESCRIBED = [
    # text, name, descriptions, why
    (
        "Ada Moss worked as a pilot for ten years. She left in May.",
        "Ada Moss",
        ["a pilot"],
        "as a pilot, behind a verb",
    ),
    (
        "Ada Moss is a doctor, a pilot and a former mayor.",
        "Ada Moss",
        ["a doctor", "a pilot", "a former mayor"],
        "a list",
    ),
    ("Ada Moss flew as well as a pilot. She left in May.", "Ada Moss", [], "as well as a pilot says nothing of her"),
]


@pytest.mark.parametrize(("text", "name", "told", "why"), [pytest.param(*row, id=row[3]) for row in DESCRIBED])
def test_described(text: str, name: str, told: list[str], why: str) -> None:
    assert [s.of(text) for s in named(read_text(text), name).descriptions] == told, why


SPEAKERS = [
    # text, the last attribution's speaker, why
    (
        "Ada Moss said that Eve Hill had closed the bridge. “It was right,” she said.",
        "Ada Moss",
        "whom a speaker tells of has not taken the word",
    ),
    (
        "Ada Moss said the group wanted to walk home. Still, she said it was a success.",
        "Ada Moss",
        "a group is no woman",
    ),
    (
        "Hugh Hill opened the bridge on Friday. His brother was there. “It is safe,” he said.",
        "Hugh Hill",
        "nobody is his own brother",
    ),
    (
        "The Norland Council closed the bridge on Friday. It said it was unsafe.",
        "Norland Council",
        "a body is what it means where it speaks",
    ),
    (
        "Harbour Party candidates Ada Moss and Hugh Hill said that the bridge was safe.",
        "Ada Moss and Hugh Hill",
        "a party before its candidates does not speak",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), [pytest.param(*row, id=row[2]) for row in SPEAKERS])
def test_speaker_of_the_last(text: str, name: str, why: str) -> None:
    reading = read_text(text)
    speaker = reading.attributions[-1].speaker
    assert speaker is not None, reading.attributions[-1].speaker_why
    assert reading.person(speaker).name == name, why


def test_a_pronoun_that_nobody_fits_is_nobodys_name() -> None:
    """*They* who are not named are somebody to go back to, but a speaker they are not, and one *they* alone is not listed."""
    text = "The bridge was shut in May. They said it was unsafe."
    reading = read_text(text)
    [found] = reading.attributions
    assert found.speaker is None
    assert found.speaker_why.note == "nobody was named whom it can mean"
    assert "They" not in [p.name for p in reading.people]
