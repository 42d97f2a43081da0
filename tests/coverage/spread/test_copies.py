"""Near-duplicate articles."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from sayso.coverage.spread.copies import Text, copies, first_of

RNG = np.random.default_rng(5)
WORDS = [f"w{i}" for i in range(3000)]
DAY = date(2021, 3, 4)


def text(count: int = 300) -> list[str]:
    return [WORDS[i] for i in RNG.integers(0, len(WORDS), count)]


ONE, TWO = text(), text()

CASES = [
    (ONE, ONE, True, "the same text"),
    (ONE, ONE[:170], True, "cut by nearly a half"),
    (ONE, [*ONE, *text(60)], True, "a paragraph added"),
    (ONE, [word if i % 40 else "changed" for i, word in enumerate(ONE)], True, "a word in forty changed"),
    (ONE, TWO, False, "another text"),
    (ONE, [*ONE[:50], *TWO[50:]], False, "a quotation in common"),
    (ONE, ONE[:45], False, "a paragraph of it"),
]


@pytest.mark.parametrize(("a", "b", "same", "why"), CASES, ids=[why for *_, why in CASES])
def test_copies(a: list[str], b: list[str], same: bool, why: str) -> None:
    found = copies([Text("late", " ".join(b), DAY + timedelta(days=1)), Text("early", " ".join(a), DAY)])
    assert first_of(found) == ({"late": "early"} if same else {}), why


def test_the_order_given_does_not_matter_and_the_undated_come_last() -> None:
    some = [Text("c", " ".join(ONE)), Text("b", " ".join(ONE), DAY), Text("a", " ".join(ONE), DAY + timedelta(days=1))]
    (group,) = copies(some)
    assert (group.first, group.others, group.shares) == ("b", ("a", "c"), (1.0, 1.0))
    assert copies(reversed(some)) == (group,)


def test_a_chain_of_changes_is_no_group() -> None:
    """Each text shares two thirds with the next, the first and the last nothing."""
    long = text(900)
    some = [Text(f"x{i}", " ".join(long[i * 100 : i * 100 + 300]), DAY + timedelta(days=i)) for i in range(7)]
    assert all(int(other[1]) - int(group.first[1]) <= 1 for group in copies(some) for other in group.others)


def test_furniture_of_one_outlet_makes_no_copies() -> None:
    """Two reports of one outlet over one gallery of captions, six times as long as they are; elsewhere it were a reprint."""
    gallery, one, two = text(900), text(150), text(150)

    def of(outlet: str, body: list[str], days: int = 0) -> Text:
        return Text(f"{outlet} {body[0]}", " ".join([*body, *gallery]), DAY + timedelta(days=days), outlet)

    assert copies([of("Anchor", one), of("Anchor", two)]) == ()
    assert len(copies([of("Anchor", one), of("Buoy", two)])) == 1
    assert copies([of("Anchor", one), of("Buoy", two, 30)]) == (), "nobody reprints after a month"


def test_a_late_edition_is_a_copy() -> None:
    late = [*ONE[:200], *text(30), *ONE[200:290]]
    assert len(copies([Text("a", " ".join(ONE), DAY, "Anchor"), Text("b", " ".join(late), DAY, "Anchor")])) == 1


def test_short_and_empty_texts_are_no_copies() -> None:
    assert copies([]) == ()
    assert copies([Text("a", ""), Text("b", "few words"), Text("c", "few words")]) == ()
