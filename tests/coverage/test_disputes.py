"""Disputes: what is one, what only looks like one, and what an answer shows."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coverage.disputes import SHOWN, disputes, pairs
from sayso.coverage.figures import figures_in
from sayso.records import Person, PersonKind, Span, Why
from tests.coverage.said import told

ARE = [
    (
        "[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry]. [S2 Tom Wick] [Q2 denied] [C2 "
        "that the council had sold the ferry].",
        "denial",
        "a denial against what it denies",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the gates of the lock were opened by hand]. Rain fell all night over "
        "the whole valley and the town of Ellery. [S2 Tom Wick] [Q2 said] [C2 no gate was opened by hand].",
        "negation",
        "opened against no gate opened",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the mayor will publish the ledger]. [S2 Tom Wick] [Q2 said] [C2 the "
        "mayor will not publish the ledger].",
        "will",
        "will against will not",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the harbour dues would fall]. [S2 Tom Wick] [Q2 called] [C2 that a myth].",
        "myth",
        "that points at what was said just before",
    ),
    (
        "[C1 “There is this myth that the pilot was - as [S2 the harbour board] [Q2 is quoted] - [C2 "
        "‘decisive’ for the rescue],”] [S1 Tom Wick] [Q1 said].",
        "myth",
        "the one quoted stands inside the one who disputes it",
    ),
    (
        "[S1 Some lawyers] [Q1 suggest] [C1 that Wick could face trial], though [S2 Ada Penrose] [Q2 "
        "considers] [C2 this to be unlikely].",
        "doubt",
        "though sets a doubt against what it points at",
    ),
    (
        "[S1 Tom Wick] [Q1 denied] [C1 that his visit had anything to do with the fire], despite [S2 Ada "
        "Penrose] [Q2 saying] [C2 that it began because of it].",
        "denial",
        "despite sets the other against a denial",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 it was written in the big book]. [S2 Tom Wick] [Q2 said] [C2 there "
        "was no such entry].",
        "denial",
        "no such thing answers what was said just before",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the old ferry at Ellery is safe]. [S2 Tom Wick] [Q2 said] [C2 the "
        "old ferry at Ellery is dangerous].",
        "opposite",
        "safe against dangerous, of one ferry",
    ),
    (
        "[S1 Tom Wick] [Q1 said] [C1 the siren was sounded at ten]. [S2 Ada Penrose, 74, of Ellery] [Q2 said] [C2 there was no "
        "siren].",
        "negation",
        "an age makes nobody a part of those asked",
    ),
    (
        "[S1 Ada Penrose] [Q1 accused] [C1 Wick of setting the fire at the old mill]. [S2 Tom Wick] [Q2 denied] [C2 any "
        "involvement in the fire at the old mill].",
        "denial",
        "who is accused denies a part in it",
    ),
]

ARE_NOT = [
    (
        "[S1 The guild] [Q1 said it condemned] [C1 the raid on the old quay of Ellery]. [S2 Tom Wick] [Q2 rejected] [C2 any "
        "responsibility for the raid on the old quay of Ellery].",
        "who only speaks of a raid accuses nobody of it",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry]. All waits if [S2 the board] [Q2 denies] "
        "[C2 that the council had sold the ferry].",
        "a denial that is only supposed",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry]. [S2 Tom Wick] [Q2 could easily deny] [C2 that the "
        "council had sold the ferry].",
        "a denial that could be made has not been",
    ),
    (
        "[S1 Comment] [Q1 :] [C1 the ferry has been sold to the board]. [S2 Tom Wick] [Q2 denied] [C2 the assertion].",
        "a heading is nobody's word",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 paying ransom to the pirates of Ellery puts us all at risk]. [S2 Tom Wick] [Q2 said] [C2 "
        "the council did not pay ransom to the pirates of Ellery].",
        "who warns of paying does not say that it was paid",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the report was careless and rude]. [S2 Tom Wick] [Q2 disputed] [C2 the report].",
        "both find fault with one report",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the harbour of Ellery received 40 barges of grain for winter]. [S2 Tom Wick] [Q2 said] "
        "[C2 the harbour of Ellery requested 90 barges of grain for the winter].",
        "what was asked for is not what was received",
    ),
    (
        "[S1 Ada Penrose] [Q1 denied] [C1 that the ferry had been sold to the board]. [S2 Tom Wick] [Q2 said] [C2 there was no "
        "such sale].",
        "two who deny",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 that the lime poison in the well at Ellery is feared]. [S2 Tom Wick] [Q2 denied] [C2 "
        "spreading lime poison in the well at Ellery].",
        "what is denied to have been done is not what the other speaks of",
    ),
    (
        "[S1 Ada Penrose] [Q1 disputed] [C1 the claim that the council had not sold the ferry]. [S2 Tom Wick] [Q2 said] [C2 "
        "the council had sold the ferry].",
        "who denies that it was not so agrees with who says that it was",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the council might have sold the ferry]. [S2 Tom Wick] [Q2 denied] [C2 that the council "
        "had sold the ferry].",
        "what might be so is not said to be so",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the council wants the baker of Ellery to understand the new harbour dues]. [S2 Tom Wick] "
        "[Q2 said] [C2 the baker never understands].",
        "one word in common is no topic",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the council had sold the ferry]. [S2 No one] [Q2 denied] [C2 that the council had sold "
        "the ferry].",
        "nobody denies it",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the lights of the harbour were lit]. [S2 Tom Wick] [Q2 rejected] [C2 the idea that the "
        "U.S. ferry would stop].",
        "a clause does not end at an abbreviation and then mean what was said before",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry]. [S2 Tom Wick] [Q2 denied] [C2 "
        "access to the ferry].",
        "denied means refused",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the gates were opened by hand]. [S2 Tom Wick] [Q2 asked whether] [C2 "
        "the gates were not opened by hand?]",
        "a question says nothing",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the mayor will publish the ledger]. [S2 Tom Wick] [Q2 said] [C2 if "
        "the mayor will not publish the ledger, the council will].",
        "a condition says nothing",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the mayor was not only late with the ledger]. [S2 Tom Wick] [Q2 "
        "said] [C2 the mayor was late with the ledger].",
        "not only denies nothing",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the crew did not sound the horn]. [S2 Tom Wick] [Q2 said] [C2 the "
        "crew failed to sound the horn].",
        "both say no",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the crew never denied the blame for the fire]. [S2 Tom Wick] [Q2 "
        "said] [C2 the crew takes the blame for the fire].",
        "two negations are none",
    ),
    (
        "[S1 Ada Penrose] [Q1 wants] [C1 the mayor to publish the ledger]. [S2 Tom Wick] [Q2 said] [C2 the "
        "mayor did not publish the ledger].",
        "a wish is no statement",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the crew did not confirm that the horn was sounded]. [S2 Tom Wick] "
        "[Q2 said] [C2 the horn was sounded].",
        "not confirmed is not denied",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the False Dawn Act passed the chamber]. [S2 Tom Wick] [Q2 said] [C2 "
        "the Dawn Act passed the chamber].",
        "false in a name",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the ferry will sail]. [S2 Ada Penrose] [Q2 said] [C2 the ferry will "
        "not sail in a storm].",
        "one speaker in one article goes into detail",
    ),
    (
        "[S1 60 percent of those asked] [Q1 said] [C1 the ferry tax is needed]. [S2 40 percent of those "
        "asked] [Q2 said] [C2 the ferry tax is not needed].",
        "two parts of those asked",
    ),
    (
        "[S1 Ada Penrose] [Q1 said] [C1 the fire began in the galley]. [S2 Tom Wick] [Q2 said] [C2 the "
        "winter timetable will not change].",
        "two subjects",
    ),
]


@pytest.mark.parametrize(("marked", "kind", "why"), ARE, ids=[row[2] for row in ARE])
def test_is_a_dispute(marked: str, kind: str, why: str) -> None:
    found = disputes([("a", told(marked))], 0.4)
    assert [each.kind for each in found] == [kind], why
    assert {found[0].a.speaker, found[0].b.speaker} <= {
        "Ada Penrose, 74, of Ellery",
        "Ada Penrose",
        "Tom Wick",
        "the harbour board",
        "Some lawyers",
    }


@pytest.mark.parametrize(("marked", "why"), ARE_NOT, ids=[row[1] for row in ARE_NOT])
def test_only_looks_like_one(marked: str, why: str) -> None:
    assert [(each.kind, each.why.note) for each in disputes([("a", told(marked))], 0.3)] == [], why


def test_across_articles_the_denial_is_the_second_side_and_spans_hold_their_words() -> None:
    first = told("[S1 Ada Penrose] [Q1 said] [C1 that the council had sold the ferry].", id="x")
    later = told("[S1 Tom Wick] [Q1 denied] [C1 that the council had sold the ferry].", id="y", day=date(2025, 3, 5))
    (found,) = disputes([("y", later), ("x", first)])
    assert (found.a.article, found.b.article) == ("x", "y")
    assert found.why.note == "Tom Wick denies what Ada Penrose says"
    for reading, side in ((first, found.a), (later, found.b)):
        assert side.clause.span.of(reading.article.text) == side.clause.words
    assert [place.words for place in found.against] == ["denied"]
    assert found.to_dict()["a"]["published"] == "2025-03-04"


def test_what_is_so_may_change_but_what_was_so_does_not() -> None:
    def score(negated: str, day: date) -> float:
        first = told("[S1 Ada Penrose] [Q1 said] [C1 the ferry is in custody of the board].", id="x")
        later = told(f"[S1 Tom Wick] [Q1 said] [C1 {negated}].", id="y", day=day)
        return max((each.clash.score for each in pairs([("x", first), ("y", later)])), default=0.0)

    now, week = date(2025, 3, 4), date(2025, 3, 11)
    assert score("the ferry is not in custody of the board", now) > score(
        "the ferry is not in custody of the board", week
    )
    assert score("the ferry was not in custody of the board", week) > score(
        "the ferry is not in custody of the board", week
    )


def test_a_speaker_against_an_earlier_word_is_marked() -> None:
    first = told("[S1 Tom Wick] [Q1 said] [C1 I support the ferry tax in full].", id="x")
    later = told("[S1 Tom Wick] [Q1 said] [C1 I never supported the ferry tax].", id="y", day=date(2025, 3, 6))
    (found,) = disputes([("x", first), ("y", later)], 0.3)
    assert found.reversal


def test_pairs_that_set_the_same_words_against_each_other_are_one() -> None:
    readings = [
        (id, told("[S1 Ada Penrose] [Q1 said] [C1 the lock gates were opened by hand].", id=id)) for id in "xyz"
    ]
    readings.append(("w", told("[S1 Tom Wick] [Q1 said] [C1 no lock gate was opened by hand].", id="w")))
    (found,) = disputes(readings, 0.3)
    assert len(found.also) == 2


FIGURES = [
    ("some 2,600 people were out", [(2080, 3120, "peopl")], "about is loose"),
    ("more than 4,000 loaves", [(4000, float("inf"), "loav")], "a lower bound"),
    ("up to 40 million crowns", [(0, 40e6, "crown")], "an upper bound"),
    ("in 2014 on 12 March at 4:05", [], "years, days and hours count nothing"),
    ("for six months and two weeks", [], "spans of time count nothing"),
    ("one of the gates", [], "one is no figure"),
]


@pytest.mark.parametrize(("words", "wanted", "why"), FIGURES, ids=[row[2] for row in FIGURES])
def test_figures(words: str, wanted: list[tuple[float, float, str]], why: str) -> None:
    found = [(round(each.low), each.high, each.what) for each in figures_in(Span(0, len(words)), words)]
    assert [(low, high if high == float("inf") else round(high), what) for low, high, what in found] == wanted, why


def test_it_works_without_people_and_with_nothing() -> None:
    marked = ARE[0][0]
    bare = replace(told(marked), people=())
    bare = replace(bare, attributions=tuple(replace(each, speaker=None) for each in bare.attributions))
    assert [each.kind for each in disputes([("a", bare)])] == ["denial"]
    assert disputes([]) == []
    assert disputes([("a", replace(bare, attributions=()))]) == []


WORDS = st.lists(
    st.sampled_from(
        "not no never denied that it myth ferry harbour 40 more than people will won’t but though “ ” . , the".split()  # noqa: SIM905
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_words_are_borne_and_shown_scores_are_in_bounds(contents: list[list[str]]) -> None:
    marked = " ".join(f"[S{n} Ada{n}] [Q{n} said] [C{n} {' '.join(words)}] ." for n, words in enumerate(contents, 1))
    reading = told(marked)
    for each in disputes([("a", reading)], 0.0):
        assert 0 <= each.score <= 1
        assert each.a.clause.span.of(reading.article.text) == each.a.clause.words


def test_it_grows_with_the_claims_and_not_with_their_square() -> None:
    def seconds(number: int) -> float:
        marked = " ".join(
            f"[S{n} Ada{n % 7}] [Q{n} said] [C{n} the ferry w{n % 211} was not sold to the board of v{n % 97}] ."
            for n in range(1, number + 1)
        )
        reading = told(marked)
        reading = replace(reading, people=(Person("p1", "Ada", PersonKind.PERSON, (), (), Why("by hand")),))
        start = time.perf_counter()
        pairs([("a", reading)])
        return time.perf_counter() - start

    small, large = seconds(200), seconds(800)
    assert large < 10 * small + 1.0


def test_shown_is_a_score() -> None:
    assert 0 < SHOWN < 1
