"""What is seen of two claims, in tables of invented sentences: how they align, and what makes a dispute likelier."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.coverage.claims import Claim, claims_of
from sayso.coverage.clashes import BY_RULE
from sayso.coverage.disputes import Pair, pairs
from sayso.coverage.likelihood import CONSTANT, WEIGHTS, likelihood, seen
from sayso.coverage.propositions import proposition
from sayso.coverage.sayings import sayings_of
from tests.coverage.said import told


def claim(content: str) -> Claim:
    reading = told(f"[S1 Tom Wick] [Q1 said] [C1 {content}].")
    return next(claims_of(reading, sayings_of(reading, "a")))


PROPOSITIONS = [
    ("that the council had sold the ferry", {"council"}, "sell", {"ferry"}, "subject, verb, object"),
    ("the council did not sell the old ferry", {"council"}, "sell", {"old", "ferry"}, "a negation is no verb"),
    ("selling the ferry", {"@wick"}, "sell", {"ferry"}, "who denies doing it is the subject"),
    ("I never sold the ferry", {"@wick"}, "sell", {"ferry"}, "who speaks of himself is the subject"),
    ("the ferry is unsafe", {"ferry"}, "unsaf", set(), "what is said of it, without a verb"),
    ("the sale of the ferry", set(), None, {"sell", "ferry"}, "no verb, no subject"),
    ("that", set(), None, set(), "a word that points"),
]


@pytest.mark.parametrize(("content", "subject", "verb", "rest", "why"), PROPOSITIONS, ids=[r[-1] for r in PROPOSITIONS])
def test_propositions(content: str, subject: set[str], verb: str | None, rest: set[str], why: str) -> None:
    found = proposition(claim(content))
    assert (found.subject, found.verb, found.rest) == (subject, verb, rest), why


def pair(marked: str) -> Pair:
    """The likeliest pair of a report."""
    return max(pairs([("a", told(marked))]), key=lambda each: each.clash.score)


SAID = "[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry]."
SEEN = [
    (f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 it].", "answers the last saying", 1, "right after"),
    (
        f"{SAID} [S3 Bo Hale] [Q3 said] [C3 rain]. [S2 Tom Wick] [Q2 denied] [C2 that the council had sold the ferry].",
        "sayings between",
        1 / 3,
        "somebody spoke in between",
    ),
    (f"{SAID} [S2 Tom Wick] [Q2 rejected] [C2 the idea].", "an idea", 1, "an idea may be a proposal"),
    (f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 that the council had sold the ferry].", "one subject", 1, "the same subject"),
    (f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 that the council had sold the ferry].", "verb in the other", 1, "the same verb"),
    (
        f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 Penrose’s claim that the council had sold the ferry].",
        "names who said it",
        1,
        "named",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 Wick had opened the lock]. [S2 Tom Wick] [Q2 denied] [C2 opening the lock].",
        "names who denies",
        1,
        "who denies is accused",
    ),
    (
        "[S1 Ada Penrose] [Q1 alleged] [C1 that the council had sold the ferry]. [S2 Tom Wick] [Q2 denied] [C2 it].",
        "claimed",
        1,
        "a claim invites a denial",
    ),
    (f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 it].", "denied in words", 1, "the cue denies"),
    (
        f"{SAID} [S2 Tom Wick] [Q2 said] [C2 we deny that the council had sold the ferry].",
        "denied in words",
        1,
        "whoever says that they deny does",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name", "value", "why"), SEEN, ids=[f"{row[1]}: {row[-1]}" for row in SEEN])
def test_what_is_seen(marked: str, name: str, value: float, why: str) -> None:
    found = pair(marked)
    assert seen(found.a, found.b, found.clash)[name] == pytest.approx(value), why


LIKELIER = [
    (
        f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 the claim].",
        f"{SAID} Rain fell. Snow fell. Hail fell. [S2 Tom Wick] [Q2 denied] [C2 the claim].",
        "right after rather than sentences later",
    ),
    (
        f"{SAID} [S2 Tom Wick] [Q2 rejected] [C2 the claim].",
        f"{SAID} [S2 Tom Wick] [Q2 rejected] [C2 the idea].",
        "a claim rather than an idea",
    ),
    (
        "[S1 Ada Penrose] [Q1 alleged] [C1 that the council had sold the ferry]. [S2 Tom Wick] [Q2 denied] [C2 it].",
        f"{SAID} [S2 Tom Wick] [Q2 denied] [C2 it].",
        "what was alleged rather than said",
    ),
]


@pytest.mark.parametrize(("more", "less", "why"), LIKELIER, ids=[row[-1] for row in LIKELIER])
def test_likelier(more: str, less: str, why: str) -> None:
    assert pair(more).clash.score > pair(less).clash.score, why


def test_every_thing_seen_has_a_weight_and_the_other_way_round() -> None:
    names: set[str] = set()
    for marked, *_ in SEEN:
        found = pair(marked)
        names |= seen(found.a, found.b, found.clash).keys()
    first = told("[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry].", id="x")
    later = told("[S1 Tom Wick] [Q1 denied] [C1 that the council had sold the ferry].", id="y", day=date(2025, 3, 5))
    (apart,) = pairs([("x", first), ("y", later)])
    names |= seen(apart.a, apart.b, apart.clash).keys()
    assert names == WEIGHTS.keys()
    assert -5 < CONSTANT < 5


def test_what_one_sentence_sets_against_each_other_has_the_rules_own_score() -> None:
    found = pair(
        "[S1 Some lawyers] [Q1 suggest] [C1 that Wick could face trial], though [S2 Ada Penrose] [Q2 considers] [C2 this to be "
        "unlikely]."
    )
    assert found.clash.by in BY_RULE
    assert likelihood(found.a, found.b, found.clash) == found.clash.strength * found.clash.link
