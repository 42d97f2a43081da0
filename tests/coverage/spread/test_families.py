"""Families as records: members in order, what was done, credits, copies; and what must hold for any sayings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coverage.spread.alike import Verdict, judge
from sayso.coverage.spread.ask import near
from sayso.coverage.spread.candidates import PASSING, REACH, pairs
from sayso.coverage.spread.cluster import MOST_HUBS, clusters
from sayso.coverage.spread.families import TOGETHER, families, family_of
from sayso.coverage.spread.limits import LIMITS, Limits
from sayso.coverage.spread.quoted import Quoted, in_order, quoted
from sayso.records import Span
from sayso.records.people import SourceClass
from sayso.records.saying import Saying
from sayso.records.spread import Done, EditKind, Family, Place
from tests.coverage.spread.sayings import DAY, indirect, saying

FULL = (
    "The old crane dropped nine crates of lemons into the river, and I would load it again tomorrow without a licence."
)
HEAD = "The old crane dropped nine crates of lemons into the river"
OTHER = "My sister never signed that letter, whatever the harbour committee printed about her in September."

DONE: list[tuple[Saying, set[Done], str]] = [
    (saying(f"“{FULL}”", "x2"), {Done.VERBATIM}, "marks are no words"),
    (saying(HEAD, "x2"), {Done.TRIMMED}, "its end is gone"),
    (
        saying("The old crane dropped nine crates … and I would load it again tomorrow", "x2"),
        {Done.TRIMMED},
        "a gap shows it",
    ),
    (
        saying("The old crane dropped nine crates [...] and I would load it again", "x2"),
        {Done.SPLICED, Done.TRIMMED},
        "put together over an ellipsis, and its end is gone",
    ),
    (
        saying(FULL.replace("and I would load it again tomorrow", "and I would ... again tomorrow"), "x2"),
        {Done.SPLICED},
        "put together over an ellipsis, however little is missing",
    ),
    (
        saying(FULL.replace("I would load it again", "I [would load it] again"), "x2"),
        {Done.VERBATIM},
        "brackets are marks",
    ),
    (
        saying("The old crane dropped nine crates and I would load it again tomorrow without a licence", "x2"),
        {Done.SPLICED},
        "nothing shows that six words are gone",
    ),
    (saying(FULL.replace("nine crates", "ten boxes"), "x2"), {Done.ALTERED}, "other words inside"),
    (saying(HEAD.replace("nine", "ten"), "x2"), {Done.ALTERED, Done.TRIMMED}, "both"),
    (saying(HEAD, "x2", "Ben Osei"), {Done.TRIMMED, Done.REATTRIBUTED}, "another mouth"),
    (
        saying(HEAD, "x2", "a neighbour", source_class=SourceClass.ANONYMOUS),
        {Done.TRIMMED, Done.REATTRIBUTED},
        "a mouth without a name",
    ),
    (saying(HEAD, "x2", "Ada"), {Done.TRIMMED}, "the first name alone"),
    (
        indirect("that the old crane had dropped crates of lemons in the river and that she would load it again", "x2"),
        {Done.PARAPHRASED},
        "the writer's words",
    ),
]


@pytest.mark.parametrize(("form", "done", "why"), DONE, ids=[why for *_, why in DONE])
def test_what_was_done(form: Saying, done: set[Done], why: str) -> None:
    third = saying(FULL, "x3", published=DAY + timedelta(days=1))
    (family,) = families([saying(FULL), form, third])
    member = next(each for each in family.members if each.saying.article == "x2")
    assert set(member.done) == done, (why, member.edits)


def test_an_ellipsis_between_words_that_come_twice_shows_the_splice() -> None:
    """Where *the* may be either of two, the mark that stands before it still belongs to what is missing."""
    full = "We offered him the bun and he took the bun, the plate and the finger of our oldest usher."
    form = saying("We offered him the bun and he took ... the finger of our oldest usher", "x2")
    (family,) = families([saying(full), form])
    assert family.members[1].done == (Done.SPLICED,)


def done_of(*forms: str) -> list[set[Done]]:
    """What is said to have been done in each of these forms, published day after day."""
    some = [saying(words, f"x{at}", published=DAY + timedelta(days=at)) for at, words in enumerate(forms)]
    (family,) = families(some)
    return [set(member.done) for member in family.members]


def test_who_puts_a_word_in_later_has_altered_it() -> None:
    longer = FULL.replace("The old crane", "The old harbour crane")
    assert done_of(FULL, longer) == [{Done.VERBATIM}, {Done.ALTERED}]
    assert done_of(longer, FULL) == [{Done.VERBATIM}, {Done.ALTERED}]


def test_the_form_that_most_articles_have_is_the_one_that_others_are_compared_with() -> None:
    longer = FULL.replace("The old crane", "The old harbour crane")
    assert done_of(longer, FULL, HEAD, FULL) == [{Done.ALTERED}, {Done.VERBATIM}, {Done.TRIMMED}, {Done.VERBATIM}]


def test_a_part_that_was_first_is_trimmed_all_the_same() -> None:
    assert done_of(HEAD, FULL) == [{Done.TRIMMED}, {Done.VERBATIM}]


def test_what_is_told_in_other_words_is_with_the_words_and_named_so() -> None:
    told = indirect(
        "that nine boxes of lemons had been dropped in the river by an ageing crane which she was ready to load anew",
        "x2",
    )
    (family,) = families([saying(FULL), told])
    assert [member.done for member in family.members] == [(Done.VERBATIM,), (Done.PARAPHRASED,)]
    assert "bits of meaning in common" in family.members[1].why.note


def test_edits_point_at_both_texts() -> None:
    form = saying("The old crane dropped ten crates of lemons into the river", "x2", published=date(2021, 3, 9))
    (family,) = families([saying(FULL), form])
    replaced, cut = family.members[1].edits
    assert (replaced.kind, replaced.place, replaced.was, replaced.now) == (
        EditKind.REPLACED,
        Place.INSIDE,
        "nine",
        "ten",
    )
    texts = {each.saying.article: " " * 100 + each.saying.words for each in family.members}
    assert replaced.was_span is not None
    assert replaced.now_span is not None
    assert replaced.was_span.of(texts["x1"]) == "nine"
    assert replaced.now_span.of(texts["x2"]) == "ten"
    assert (cut.kind, cut.place, cut.now, cut.now_span) == (EditKind.CUT, Place.END, "", None)
    assert cut.was.startswith("and I would load")


def test_words_of_another_answer_are_spliced_in() -> None:
    more = saying(OTHER, "x1", attribution="a2")
    form = saying(f"{HEAD}. My sister never signed that letter", "x2")
    found = families([saying(FULL), more, form])
    member = next(each for family in found for each in family.members if each.saying.article == "x2")
    assert Done.SPLICED in member.done


def test_members_stand_in_order_of_publication_and_the_undated_last() -> None:
    some = [
        saying(FULL, "x1", published=None),
        saying(FULL, "x2", published=datetime(2021, 3, 4, 2, tzinfo=UTC)),
        saying(FULL, "x3", published=datetime(2021, 3, 4, 3, tzinfo=UTC) - timedelta(hours=2)),
    ]
    (family,) = families(some)
    assert [each.saying.article for each in family.members] == ["x3", "x2", "x1"]
    assert family.first.saying.article == "x3"


def test_who_credits_whom() -> None:
    first = saying(FULL, "x1", outlet="Daily Anchor")
    later = saying(HEAD, "x2", published=date(2021, 3, 5), via=("the Daily Anchor", "a friend"))
    (family,) = families([first, later])
    assert [(credit.name, credit.article) for credit in family.members[1].credits] == [
        ("the Daily Anchor", "x1"),
        ("a friend", None),
    ]


def test_copies_count_once_unless_asked() -> None:
    some = [saying(FULL, "x1"), saying(FULL, "x2"), saying(FULL, "x3"), saying(HEAD, "x4")]
    (family,) = families(some, {"x2": "x1", "x3": "x1"})
    assert (family.articles, family.copies) == (2, 2)
    assert [copy.article for copy in family.members[0].copies] == ["x2", "x3"]
    (every,) = families(some, {"x2": "x1", "x3": "x1"}, expand=True)
    assert (every.articles, every.copies) == (4, 0)
    assert families(some[:3], {"x2": "x1", "x3": "x1"}) == (), "one article under three mastheads is no spread"


def test_a_splice_does_not_chain_two_families() -> None:
    one, two = saying(FULL, "x1"), saying(OTHER, "x2")
    both = saying(f"{FULL} {OTHER}", "x3")
    found = families([one, saying(FULL, "x4"), two, saying(OTHER, "x5"), both], smallest=1)
    assert all(family.members[family.fullest].saying == both for family in found), "a text that has both joins them"
    halves = saying(f"{HEAD}. {OTHER[:52]}", "x3")
    found = families([one, saying(FULL, "x4"), two, saying(OTHER, "x5"), halves], smallest=1)
    homes = {each.saying.article: family.id for family in found for each in family.members}
    assert homes["x1"] == homes["x4"] != homes["x2"] == homes["x5"]


def test_words_find_their_family() -> None:
    found = families([saying(FULL, "x1"), saying(HEAD, "x2"), saying(OTHER, "x3"), saying(OTHER, "x4")])
    assert len(found) == 2
    assert family_of("nine crates of lemons", found)[0].words == FULL
    assert family_of("the old crane dropped crates of lemons", found)[0].words == FULL
    assert family_of("something quite unlike it", found) == ()
    assert family_of("“…”", found) == ()


def test_nothing_asked_nothing_found() -> None:
    assert families([]) == ()
    assert families([saying("“…”"), saying("?", "x2")]) == ()


# What must hold for any sayings

WORDS = "crane lemon river crate licence harbour letter sister committee rope kettle smell burn load sign the of and a it".split()  # noqa: SIM905
PHRASES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=14).map(" ".join)
SOME = st.lists(
    st.tuples(PHRASES, st.sampled_from(["Ada Moss", "Ben Osei", None]), st.integers(0, 9), st.booleans()),
    min_size=2,
    max_size=14,
)


def of(rows: list[tuple[str, str | None, int, bool]]) -> list[Saying]:
    return [
        (saying if direct else indirect)(words, f"x{at:02d}", speaker=speaker, published=DAY + timedelta(days=day))
        for at, (words, speaker, day, direct) in enumerate(rows)
    ]


def grouped(found: tuple[Family, ...]) -> set[frozenset[str]]:
    return {frozenset(each.saying.article for each in family.members) for family in found}


@settings(deadline=None, max_examples=60)
@given(SOME, st.randoms())
def test_the_order_given_does_not_matter(rows: list[tuple[str, str | None, int, bool]], random: Any) -> None:
    some = of(rows)
    other = some.copy()
    random.shuffle(other)
    assert families(some, smallest=1) == families(other, smallest=1)


@settings(deadline=None, max_examples=60)
@given(SOME, st.integers(0, 9))
def test_an_unrelated_quotation_changes_nothing(rows: list[tuple[str, str | None, int, bool]], day: int) -> None:
    some = of(rows)
    stranger = saying("Zebras yodel beneath purple umbrellas", "y", "Cy Quill", DAY + timedelta(days=day))
    more = families([*some, stranger], smallest=1)
    assert grouped(more) == grouped(families(some, smallest=1)) | {frozenset({"y"})}


@settings(deadline=None, max_examples=60)
@given(SOME)
def test_every_saying_is_in_one_family(rows: list[tuple[str, str | None, int, bool]]) -> None:
    members = [each.saying.article for family in families(of(rows), smallest=1) for each in family.members]
    assert sorted(members) == sorted({each.article for each in of(rows)})


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_raises(a: str, b: str) -> None:
    if a and b:
        whole = [
            saying(a.replace(" … ", " "), "x1"),
            saying(b.replace(" … ", " "), "x2"),
            indirect(a.replace(" … ", " "), "x3"),
        ]
        families(whole, smallest=1)


def compared(some: list[Saying]) -> int:
    """How many pairs are judged in all."""
    count = 0

    def judged(a: Quoted, b: Quoted, limits: Limits) -> Verdict:
        nonlocal count
        count += 1
        return judge(a, b, limits)

    clusters(in_order(some), LIMITS, REACH, judged)
    return count


HOSTILE = {
    "one sentence everywhere": lambda n: [saying(FULL, f"x{i:05d}") for i in range(n)],
    "one stock phrase everywhere": lambda n: [
        saying(f"{WORDS[i % 13]} {i} {i * 7} relied upon to move {i * 13} {i * 17} {i * 19}", f"x{i:05d}", f"Person{i}")
        for i in range(n)
    ],
    "a chain of halves": lambda n: [
        saying(" ".join(f"word{j}" for j in range(i * 4, i * 4 + 8)), f"x{i:05d}") for i in range(n)
    ],
    "one speaker, one subject": lambda n: [
        indirect(f"that the harbour crane {i} needs a licence {i * 3} and a rope {i * 5}", f"x{i:05d}")
        for i in range(n)
    ],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_comparisons_grow_with_the_quotations_and_no_faster(name: str) -> None:
    few, many = compared(HOSTILE[name](150)), compared(HOSTILE[name](600))
    assert many <= 5 * few + 600
    words = sum(len(quoted(each).words) + 2 for each in HOSTILE[name](600))
    assert many <= 5 * REACH * words + MOST_HUBS * 600


def test_each_pair_once_and_in_order() -> None:
    some = in_order([saying(FULL, f"x{i}") for i in range(9)])
    found = pairs(some).tolist()
    assert len({tuple(pair) for pair in found}) == len(found)
    assert all(i < j for i, j in found)


def test_a_saying_need_not_be_in_the_order_of_the_page() -> None:
    parts = FULL[:40], FULL[41:]
    turned = saying(" … ".join(parts), "x2", spans=(Span(900, 940), Span(100, 100 + len(parts[1]))))
    (family,) = families([saying(FULL.replace("lemons", "limes")), turned])
    texts = {"x2": " " * 100 + parts[1] + " " * (800 - len(parts[1])) + parts[0]}
    for member in family.members:
        for edit in member.edits:
            if member.saying.article == "x2" and edit.now_span is not None and len(edit.now.split()) == 1:
                assert edit.now in edit.now_span.of(texts["x2"])


def test_only_what_is_together_can_be_asked_for() -> None:
    twice = [saying(FULL, "x1"), saying(FULL, "x1", attribution="a2"), saying(OTHER, "x3")]
    (together,) = families(twice, smallest=TOGETHER)
    assert (together.articles, len(together.members)) == (1, 2)
    assert families(twice) == ()
    assert len(families(twice, smallest=1)) == 2


def test_rare_words_near_each_other_are_compared_whoever_speaks_and_only_soon() -> None:
    """Nothing stands word for word in both, and one of the two has no name."""

    def met(days: int) -> int:
        first = saying("The spillway cracked under the orchard", "x1")
        other = indirect(
            "that the orchard had a cracked spillway", "x2", speaker=None, published=DAY + timedelta(days=days)
        )
        return len(pairs(in_order([first, other])))

    assert met(3) == 1
    assert met(PASSING) == 1
    assert met(PASSING + 1) == 0


def test_a_saying_without_a_day_is_compared_too() -> None:
    some = [
        saying("The spillway cracked under the orchard", "x1"),
        indirect("that the orchard had a cracked spillway", "x2", speaker=None, published=None),
    ]
    assert len(pairs(in_order(some))) == 1


def test_what_could_be_meant_comes_with_what_else_its_articles_say() -> None:
    some = [
        saying(FULL, "x1"),
        saying("Zebras yodel beneath umbrellas", "x1", "Cy Quill", attribution="a2"),
        saying("Purple hedges hum", "x2", "Cy Quill"),
    ]
    assert near("nine crates of lemons", some) == some[:2]
    assert near("something else altogether", some) == []
