"""The released model on who is mentioned: our own sentences, the people found in them."""

from __future__ import annotations

import pytest

from sayso import read_text

CASES = [
    # text, name, kind, all mentions, descriptions, why
    (
        "Hugh Hill, a doctor, opened the clinic in May. He said he was glad.",
        "Hugh Hill", "person", ["Hugh Hill", "He", "he"], ["a doctor"],
        "apposition tells who somebody is and is no mention of its own",
    ),
    (
        "The doctor Hugh Hill opened the clinic. Hill said patients would come.",
        "Hugh Hill", "person", ["Hugh Hill", "Hill"], ["The doctor"],
        "apposition the other way round; a surname goes to the full name",
    ),
    (
        "Mayor Ada Moss said the bridge would reopen. The mayor thanked the engineers.",
        "Ada Moss", "person", ["Mayor Ada Moss", "The mayor"], ["The mayor"],
        "a title is no part of the name, and the office alone goes to its holder",
    ),
    (
        "Joaquin ‘El Toro’ Medina was seen in town, police said. Medina left on Friday. El Toro had been there before.",
        "Joaquin ‘El Toro’ Medina", "person", ["Joaquin ‘El Toro’ Medina", "Medina", "El Toro"], [],
        "a nickname in quotation marks is a name of its own",
    ),
    (
        "Ada Moss is a painter. She lives in Elmbridge.",
        "Ada Moss", "person", ["Ada Moss", "She"], ["a painter"],
        "what a form of be says of somebody is a description",
    ),
    (
        "The Elmbridge Harbour Authority (EHA) closed the pier. The EHA said it was unsafe.",
        "Elmbridge Harbour Authority", "organisation", ["The Elmbridge Harbour Authority", "EHA", "The EHA"], [],
        "an acronym goes to the name whose initials it has",
    ),
    (
        "Ada Moss won the race on Sunday. The Elmbridge runner has now won it twice. “I am tired,” Moss said.",
        "Ada Moss", "person", ["Ada Moss", "I", "Moss"], [],
        "first person inside a quotation is its speaker",
    ),
    (
        "“It is shut,” said Ada Moss, the council’s head of highways. “It closes on Monday and it stays closed.”",
        "Ada Moss", "person", ["Ada Moss"], ["the council’s head of highways"],
        "an office that is also a part of the body, beside a name",
    ),
    (
        "A report seen by the Courier said that the bridge was safe. The Courier printed all of it on Monday.",
        "Courier", "outlet", ["the Courier", "The Courier"], [],
        "the last word of an outlet's name with its article",
    ),
    (
        "Ada Moss told the Elmbridge Courier on Monday that she would resign. The paper published the interview online.",
        "Elmbridge Courier", "outlet", ["the Elmbridge Courier", "The paper"], ["The paper"],
        "the paper is the outlet named last",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions", "descriptions", "why"), [pytest.param(*row, id=row[5]) for row in CASES]
)
def test_person(text: str, name: str, kind: str, mentions: list[str], descriptions: list[str], why: str) -> None:
    people = {p.name: p for p in read_text(text).people}
    assert name in people, (why, list(people))
    found = people[name]
    assert str(found.kind) == kind, why
    assert [s.of(text) for s in found.mentions] == mentions, why
    assert [s.of(text) for s in found.descriptions] == descriptions, why
    assert found.why.by


KINDS = [
    ("The Attorney General of Norland said the law was clear.", "The Attorney General of Norland", "role"),
    ("Norland security forces said they had found the boat.", "Norland security forces", "group"),
    ("A homeless man said he saw the fire start.", "A homeless man", "unnamed"),
    ("The report said the bridge was unsafe.", "The report", "document"),
    (
        "Ada Moss spoke about the fire on ‘Harbour Watch’ on Sunday, and said it was arson.",
        "Harbour Watch",
        "programme",
    ),
    ("CBS reported that the bridge was closed.", "CBS", "outlet"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS, ids=[row[2] for row in KINDS])
def test_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(p.name, str(p.kind)) for p in read_text(text).people]


def test_two_people_of_one_surname_stay_apart() -> None:
    text = (
        "Ada Moss said the bridge would reopen. Her brother Hugh Moss disagreed.\n\n"
        "“It will not,” Mr Moss said.\n\n“It will,” Ms Moss said."
    )
    reading = read_text(text)
    names = {p.name: [s.of(text) for s in p.mentions] for p in reading.people}
    assert "Mr Moss" in names["Hugh Moss"]
    assert "Ms Moss" in names["Ada Moss"]


def test_a_surname_alone_is_its_main_bearers() -> None:
    """Whom an article names again and again by surname is meant by it, though another bearer was named nearby."""
    text = (
        "Ada Moss opened the bridge. Moss said it was safe. Moss said it was new. Moss said it was long. Moss left.\n\n"
        "Eve Moss, her sister, was there. “It will last,” Moss said."
    )
    reading = read_text(text)
    last = reading.attributions[-1]
    assert last.speaker is not None
    assert reading.person(last.speaker).name == "Ada Moss"


def test_mentions_are_in_order_and_lie_within_lines() -> None:
    text = "Ada Moss said the bridge was safe.\n\nHugh Hill, her deputy, said he agreed with Moss."
    for person in read_text(text).people:
        assert list(person.mentions) == sorted(person.mentions)
        for span in (*person.mentions, *person.descriptions):
            assert "\n" not in span.of(text)
