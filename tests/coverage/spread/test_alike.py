"""When two sayings are the same words, as a table, and what the words themselves tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sayso.coverage.spread.alike import judge
from sayso.coverage.spread.quoted import name_of, narrowed, quoted, same_speaker
from sayso.coverage.spread.words import bits, stem, tokens_of, words_of
from sayso.records.people import SourceClass
from sayso.records.saying import Saying
from tests.coverage.spread.sayings import DAY, indirect, mixed, saying

KETTLE = "We boiled the harbour kettle twice and nobody in the kitchen noticed the smell of burning rope."
SIREN = "The siren on the customs tower has not worked since Easter, and no engineer wants to climb up and fix it."
LATER = date(2021, 9, 30)

SAME = [
    (saying(KETTLE), saying(KETTLE, "x2"), "verbatim"),
    (saying(KETTLE), saying("“We boiled the harbour kettle twice,”", "x2"), "trimmed, one speaker"),
    (saying(KETTLE), saying("nobody in the kitchen noticed the smell of burning rope", "x2", None), "a speaker open"),
    (saying(KETTLE), saying(KETTLE, "x2", "Ben Osei"), "another speaker given, word by word"),
    (saying(KETTLE), saying(KETTLE, "x2", published=LATER), "long and verbatim months later"),
    (
        saying(KETTLE),
        saying("We boiled the harbour pot twice and no one in the kitchen smelled rope.", "x2"),
        "altered",
    ),
    (
        saying(KETTLE),
        indirect("that the harbour kettle had been boiled twice and that nobody noticed burning rope", "x2"),
        "told indirectly",
    ),
    (
        saying(KETTLE),
        mixed("that they had boiled it “twice and nobody in the kitchen noticed”", "x2"),
        "the words in marks",
    ),
    (
        saying(SIREN),
        indirect(
            "that the siren on the customs tower had been broken since Easter and no engineer would mend it", "x2"
        ),
        "told indirectly in other words",
    ),
    (
        saying(SIREN),
        indirect(
            "the siren on the customs tower had not worked since Easter, and no engineer would climb up to fix it",
            "x2",
            speaker=None,
            source="the harbour office",
            source_class=SourceClass.COLLECTIVE,
        ),
        "told of somebody who is not named",
    ),
    (
        saying("Nobody mended the siren on the customs tower.", title="Ellery siren: who knew"),
        indirect(
            "that the siren of the customs was never mended",
            "x2",
            speaker=None,
            source="the harbour master",
            source_class=SourceClass.ROLE,
            title="The siren of Ellery",
        ),
        "few words told of a role, on one subject",
    ),
    (
        saying(SIREN),
        indirect(
            "that the siren on the customs tower had not worked since Easter and no engineer would fix it",
            "x2",
            published=DAY + timedelta(days=40),
        ),
        "told weeks later",
    ),
    (
        saying(SIREN, speaker="Captain Ada Moss"),
        saying("No engineer wants to climb the customs tower to fix it", "x2", "Sister Moss"),
        "one name with two titles",
    ),
    (
        saying(
            "The night I sold the lighthouse I slept like a stone, and the buyer rang me about the paint at dawn.",
            title="Lighthouse of Ellery sold",
        ),
        saying(
            "The night I sold that lighthouse I slept like a rock; he rang about the paint before breakfast.",
            "x2",
            title="Who bought the lighthouse of Ellery",
        ),
        "some runs and other words between them",
    ),
    (
        saying("A theatre without a roof is a car park with a bar", title="Ellery theatre: the row goes on"),
        saying("a car park with a bar", "x2", None, published=DAY + timedelta(days=9), title="Theatre row in Ellery"),
        "a part, days later, on one subject",
    ),
    (
        saying("They sang to the bees and swept the chapel before anyone brought a candle."),
        indirect("that they had been singing to bees and sweeping a chapel before a candle was brought", "x2"),
        "irregular verbs in another tense",
    ),
    (
        saying("We counted forty hens, and by Lent 16 hens had drowned in the mill race."),
        saying("40 hens we counted; sixteen of them had been drowned by Lent in the mill race.", "x2"),
        "figures for numbers",
    ),
    (
        saying("She rowed me fair and square, and my oars were the first to splinter."),
        saying(
            "She rowed me fairly and squarely. My oars splintered first.", "x2", published=DAY + timedelta(days=900)
        ),
        "corrected grammar, years later",
    ),
    (
        saying("The ferry sank under nine pianos while the harbour master drank cocoa with the bishop."),
        saying(
            "That ferry sank with nine pianos. Meanwhile the harbour master was drinking cocoa with a bishop.",
            "x2",
            published=DAY + timedelta(days=200),
        ),
        "nearly all of it with other small words, months later",
    ),
    (
        saying("He never fed the horse", title="Ellery ferry inquest"),
        indirect("that he had not once fed the horse", "x2", title="The inquest of Ellery"),
        "a short saying told on the same day",
    ),
    (
        saying("Nobody mended the siren on the customs tower.", title="Ellery siren: who knew"),
        indirect(
            "that the siren of the customs was never mended",
            "x2",
            speaker=None,
            source="the governor's",
            source_class=SourceClass.ROLE,
            title="The siren of Ellery",
        ),
        "one whose words they are, and no crowd of governors",
    ),
]

UNLIKE = [
    (
        saying("We will take questions at the end of the day."),
        saying("At the end of the day it rained.", "x2", "Ben Osei"),
        "a stock phrase",
    ),
    (saying("Thank you very much."), saying("Thank you very much.", "x2", "Ben Osei"), "anybody says it"),
    (
        indirect("universal kettle inspections"),
        indirect("a law on universal kettle inspections", "x2", speaker=None),
        "what it is about, in the writer's words",
    ),
    (
        saying("Governor Hale met Mayor Vance in Port Ellery."),
        saying("Nobody told Mayor Vance of Port Ellery.", "x2", None),
        "the same names",
    ),
    (saying("The gate will open."), saying("The gate will open.", "x2", published=LATER), "few words, months later"),
    (
        saying("We have lost eighty crates, perhaps more.", speaker="Ada Moss", source="the grower"),
        saying("We have lost eighty crates of limes and a third of the quinces.", "x2", None),
        "stock words of two who each go on in their own way",
    ),
    (
        saying("When I am harbour master the ferries will run on time or I will row them myself."),
        saying("The ferries will run on time or I will resign myself.", "x2", "Ben Osei"),
        "one promise of two who are named, each with an end of its own",
    ),
    (
        saying("He will be back on the ferry tomorrow."),
        saying("She will be back on the ferry as soon as the harbour doctor has slept.", "x2", published=LATER),
        "stock words of one, months later",
    ),
    (
        indirect("that forty lemons were stolen from the harbour shed and two thieves had been seen", speaker=None),
        indirect("that thieves had stolen the lemons out of a shed in the harbour at night", "x2", speaker=None),
        "what happened, told alike by two who are not named",
    ),
    (
        saying(SIREN),
        indirect(
            "that an engineer had climbed the tower and mended the siren for the customs at Easter",
            "x2",
            speaker="Ben Osei",
        ),
        "another speaker on the same matter",
    ),
    (
        saying(SIREN),
        indirect(
            "that the alarm of the customs had been broken from Easter on, since the engineers refused to go up the tower",
            "x2",
            published=LATER,
        ),
        "in other words months later",
    ),
    (
        saying("Nobody mended the siren on the customs tower.", title="Ellery siren: who knew"),
        indirect(
            "that the siren of the customs was never mended",
            "x2",
            speaker=None,
            source="local fishermen and lawmakers",
            source_class=SourceClass.COLLECTIVE,
            title="The siren of Ellery",
        ),
        "what one said, told of a crowd",
    ),
    (
        saying("We cannot discuss single passengers.", speaker=None, source="it"),
        saying("We do not discuss single passengers.", "x2", None),
        "a stock answer of two offices, on no one subject",
    ),
    (
        saying("I know what people were thinking that winter", title="Ellery ferry inquest"),
        indirect("what people were thinking", "x2", title="The inquest of Ellery"),
        "four words told on the same day",
    ),
    (
        saying("He never fed the horse", title="Ellery ferry inquest"),
        indirect(
            "that he had not once fed the horse",
            "x2",
            title="The inquest of Ellery",
            published=DAY + timedelta(days=3),
        ),
        "a short saying told days later",
    ),
    (
        saying("The siren was mended by an engineer who climbed the customs tower."),
        saying("No engineer would climb that tower for a siren.", "x2", published=LATER),
        "one speaker on one matter, months later",
    ),
    (saying("Rope burns slowly in wet weather."), saying("Kettles boil quickly at noon.", "x2"), "nothing in common"),
]


@pytest.mark.parametrize(("a", "b", "why"), SAME, ids=[why for *_, why in SAME])
def test_the_same_words(a: Saying, b: Saying, why: str) -> None:
    verdict = judge(quoted(a), quoted(b))
    assert verdict.same, (why, verdict)
    assert verdict.rule
    assert judge(quoted(b), quoted(a)).same


@pytest.mark.parametrize(("a", "b", "why"), UNLIKE, ids=[why for *_, why in UNLIKE])
def test_not_the_same_words(a: Saying, b: Saying, why: str) -> None:
    verdict = judge(quoted(a), quoted(b))
    assert not verdict.same, (why, verdict)


def test_words_are_made_alike() -> None:
    assert words_of("“Don’t,” said CAFÉ-owner Zoë at 4.05") == ["dont", "said", "cafe", "owner", "zoe", "at", "4.05"]


def test_tokens_point_into_the_article() -> None:
    made = saying("“One two” … “three”")
    text = " " * 100 + "“One two”" + " " * 10 + "“three”"
    assert [token.span.of(text).lower() for token in tokens_of(made)] == ["one", "two", "three"]


def test_rare_words_tell_more() -> None:
    assert bits("the") < bits("people") < bits("kettle") < bits("zorblatt") + 1
    assert stem("switched") == stem("switching") == stem("switches")
    assert stem("told") == stem("tells")


@pytest.mark.parametrize(
    "forms",
    [
        "sing sings sang sung singing",
        "live lives lived living",
        "feed feeds fed",
        "16 sixteen",
        "40 forty",
        "wife wives",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1


def test_a_number_that_begins_a_sentence_is_no_name() -> None:
    assert quoted(saying("Eleven lemons rolled away")).weights[0] == bits("eleven")
    assert quoted(saying("Lemons rolled away")).weights[0] < bits("lemons")


def test_a_mixed_saying_stands_for_its_words_in_marks() -> None:
    whole = mixed("that the bridge was “a heap of rust and promises” all along")
    made = narrowed(whole)
    assert made.words == "a heap of rust and promises"
    assert made.spans[0].start == whole.spans[0].start + whole.words.index("a heap")
    assert narrowed(mixed("that the “bridge” had fallen")).words == "that the “bridge” had fallen"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("ada", "moss"), ("moss",), True),
        (("ada", "moss"), ("a", "moss"), True),
        (("ada", "moss"), ("ben", "moss"), False),
        (("ada", "moss"), ("ben", "osei"), False),
        (("ada", "moss"), (), None),
        (("baker", "nell", "pomfrey"), ("nell", "pomfrey"), True),
        (("nell",), ("pomfrey",), None),
        (("osei",), ("pomfrey",), False),
    ],
)
def test_speakers(a: tuple[str, ...], b: tuple[str, ...], same: bool | None) -> None:
    assert same_speaker(a, b) is same


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sister Pomfrey", ("pomfrey",)),
        ("Judge Ada Moss", ("ada", "moss")),
        ("Headteacher Ada Moss", ("ada", "moss")),
        ("Ellery Police Chief Ada Moss", ("ada", "moss")),
        ("Ada Baker Moss", ("ada", "baker", "moss")),
        ("Dean Moss", ("dean", "moss")),
        ("Governor", ("governor",)),
    ],
)
def test_a_name_is_told_without_titles(name: str, words: tuple[str, ...]) -> None:
    """*Dean* is a first name too, so it stays."""
    assert name_of(saying("x", speaker=name)) == words
