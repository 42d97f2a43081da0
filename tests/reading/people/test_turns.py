"""The released model on who *I* and *you* are where several speak in turn: our own interviews, hearings and speeches."""

from __future__ import annotations

import pytest

from sayso import read_text

TURNS = [
    # text, per word that is I or you outside quotations (its paragraph, the word): whose mention it is, by name; why
    (
        "The future of the harbour: an interview with Ada Moss\n\n"
        "Ada Moss has built bridges in Elmbridge for thirty years. The Courier spoke to her in May.\n\n"
        "Why did you come to Elmbridge?\n\n"
        "I was born here. It is a good town.\n\n"
        "What is the hardest part of the work?\n\n"
        "The wind. I never liked the wind.",
        {(2, "you"): "Ada Moss", (3, "I"): "Ada Moss", (5, "I"): "Ada Moss"},
        "the one who is interviewed answers, and is asked",
    ),
    (
        "Hugh Hill on the price of bread\n\n"
        "Hugh Hill has baked bread in Elmbridge since 1990.\n\n"
        "When did you start?\n\n"
        "I started at six in the morning, and I was twelve years old.\n\n"
        "How many loaves do you bake?\n\n"
        "Four hundred. I count them.\n\n"
        "Is that enough?\n\n"
        "It is all that I can do.",
        {(2, "you"): "Hugh Hill", (3, "I"): "Hugh Hill", (7, "I"): "Hugh Hill"},
        "questions to you make an interview, though nothing calls it one",
    ),
    (
        "Ada Moss on bridges\n\nAda Moss has built bridges in Elmbridge for thirty years.\n\n"
        "Q: I hear that you never liked the wind.\n\nA: I never did.\n\nNow I like it.\n\nQ: Tell me why.\n\nA: I am old.",
        {(2, "you"): "Ada Moss", (3, "I"): "Ada Moss", (4, "I"): "Ada Moss", (6, "I"): "Ada Moss"},
        "Q and A, though nothing is a question",
    ),
    (
        "HEARING OF THE BRIDGE COMMITTEE\n\n"
        "MS. MOSS: I signed the plan in May.\n\n"
        "MR. HILL: I did not see it, and I would not have signed it.\n\n"
        "MS. MOSS: I sent it.\n\n"
        "MR. HILL: I lost it.\n\n"
        "Ada Moss and Hugh Hill left at noon.",
        {(1, "I"): "Ada Moss", (2, "I"): "Hugh Hill", (3, "I"): "Ada Moss", (4, "I"): "Hugh Hill"},
        "labels in capitals say whose turn it is",
    ),
    (
        "Is Mr. Hugh Hill here?\n\nMr. Hill, please proceed.\n\nI want to speak about the bridge. I think it is safe.",
        {(2, "I"): "Hugh Hill"},
        "who is called on has the word",
    ),
    (
        "Good morning. My name is Ada Moss, and I speak for the town.\n\nI think that the bridge is safe.",
        {(0, "I"): "Ada Moss", (1, "I"): "Ada Moss"},
        "who says their name is I",
    ),
    (
        "Remarks by Mayor Ada Moss at the Opening of the Bridge\n\nThank you all. I am glad that the bridge is open.",
        {(1, "I"): "Ada Moss"},
        "a speech is given in the name at its top",
    ),
    (
        "Dear editor,\n\nI walked over the bridge on Monday. It is safe.\n\nYours sincerely, Ada Moss",
        {(1, "I"): "Ada Moss"},
        "a letter is given in the name at its end",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), [pytest.param(*row, id=row[2]) for row in TURNS])
def test_turn(text: str, expected: dict[tuple[int, str], str], why: str) -> None:
    reading = read_text(text)
    found = {
        (text.count("\n\n", 0, s.start), s.of(text)): p.name
        for p in reading.people
        for s in p.mentions
        if (text.count("\n\n", 0, s.start), s.of(text)) in expected
    }
    assert found == expected, why


NOT_HERS = [
    # text, the name that no I may have; why
    (
        "Ada Moss on bridges\n\nAda Moss has built bridges for thirty years.\n\nQ: I hear that you left.\n\nA: Yes.",
        "Ada Moss",
        "the I of a Q is who asks",
    ),
    (
        "The harbour: an interview with the owners of a bakery\n\n"
        "The Courier interviewed one of the owners of a bakery in Elmbridge. Hugh Hill, the mayor, praised it.\n\n"
        "Why did you open it?\n\n"
        "I love bread.",
        "Hugh Hill",
        "one of the owners, who has no name, is interviewed",
    ),
    (
        "Moss: the bridge is safe\n\nAda Moss opened the bridge on Monday.\n\nI walked over it, and it is not.",
        "Ada Moss",
        "a headline that begins with a name gives nobody the word",
    ),
    (
        "Ada Moss opened the bridge.\n\nMr. Moss, her brother, walked over it.\n\nI walked over it, and it is not safe.",
        "Mr. Moss",
        "a sentence that begins with a name calls on nobody",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), [pytest.param(*row, id=row[2]) for row in NOT_HERS])
def test_no_turn(text: str, name: str, why: str) -> None:
    for person in read_text(text).people:
        if person.name == name:
            assert "I" not in [s.of(text) for s in person.mentions], why


def test_an_interviewers_own_i_is_not_the_one_who_answers() -> None:
    text = (
        "An interview with Ada Moss\n\nAda Moss builds bridges.\n\nI think they are high. Do you like them?\n\n"
        "I like them. They are safe.\n\nWhen do you stop?\n\nI never stop."
    )
    [moss] = [p for p in read_text(text).people if p.name == "Ada Moss"]
    mine = [text.count("\n\n", 0, s.start) for s in moss.mentions if s.of(text) == "I"]
    assert mine == [3, 5]
