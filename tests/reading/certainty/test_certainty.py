"""The stage on invented statements: levels, polarity, words and tone, given the attributions."""

from __future__ import annotations

from functools import cache

import pytest

from evals.certainty import MAIN
from evals.markup import parse_marked
from sayso.article import article_from_text
from sayso.model import load
from sayso.reading.attributions.kinds import kind_of
from sayso.reading.certainty import Judgements, judge
from sayso.reading.prose import Prose
from sayso.reading.scene import Scene
from sayso.reading.tokens import tokens_of
from sayso.records import Attribution, Hedge, Span, Why
from tests.reading.certainty.cases import ATTRIBUTED
from tests.reading.certainty.known import KNOWN
from tests.reading.certainty.own import OWN


@cache
def _tagger():
    return load()


def scene(marked: str) -> Scene:
    """The scene of a marked text, its attributions as marked and its words as the released model tags them."""
    text, gold = parse_marked(marked)
    [tagged] = _tagger().tag([text])

    def spans(pairs):
        return tuple(Span(*pair) for pair in pairs)

    made = tuple(
        Attribution(
            id=f"a{number}",
            kind=kind_of(text, spans(g.content), tagged.words.quotations),
            source=spans(g.source),
            cue=spans(g.cue),
            content=spans(g.content),
            inside=None if g.inside is None else f"a{g.inside + 1}",
            score=1.0,
            why=Why("by hand"),
        )
        for number, g in enumerate(gold, 1)
    )
    return Scene(
        article_from_text(text.strip() or "Nothing.", force=True),
        Prose(text, (0,), (0,)),
        tokens_of(text, tagged),
        made,
    )


def judged(marked: str) -> tuple[str, Judgements]:
    made = scene(marked)
    return made.prose.text, judge(made)


def _rows(rows):
    return [
        pytest.param(
            *row, id=row[0][:70], marks=pytest.mark.xfail(strict=True, reason=KNOWN[row[0]]) if row[0] in KNOWN else ()
        )
        for row in rows
    ]


@pytest.mark.parametrize(("marked", "stand", "words", "tone", "why"), _rows(ATTRIBUTED))
def test_attributed(marked: str, stand: str, words: str, tone: str, why: str) -> None:
    text, made = judged(marked)
    found = made.stands["a1"]
    assert f"{found.certainty} {found.polarity}" == stand, why
    assert "|".join(span.of(text) for span in found.hedges) == words, why
    assert found.tone == tone, why
    assert found.why.by, "every stand says why"


@pytest.mark.parametrize(("text", "stand", "words", "why"), _rows(OWN))
def test_own(text: str, stand: str, words: str, why: str) -> None:
    _, made = judged(text)
    main = [hedge for hedge in made.hedges if hedge.attribution is None and hedge.why.by in MAIN]
    if stand == "stated affirmed":
        assert main == [], why
        return
    [found] = main
    assert f"{found.certainty} {found.polarity}" == stand, why
    assert "|".join(span.of(text) for span in found.spans) == words, why


SCOPES = (
    ("The mine, which may reopen, employs forty.", "may", "which may reopen", "scope is the relative clause"),
    ("The band split, and the drummer may retire.", "may", "the drummer may retire", "scope is the second clause"),
    ("[S1 He] [Q1 said] [C1 the tap might leak but the sink was new].", "might", "the tap might leak", "up to but"),
    ("[S1 He] [Q1 said] [C1 it might rain].", "might", "it might rain", "inside the content, no further"),
    ("[C1 “We are going to win,”] [Q1 said] [S1 Osei] in Accra.", "are going to", "We are going to win", "not the cue"),
    ("The alleged thief slept.", "alleged", "alleged thief", "scope is the noun phrase"),
    ("The so-called fix lasted a week.", "so-called", "so-called fix", "scope is the noun phrase"),
    ("The council praised a 'bargain' that cost millions.", "'bargain'", "'bargain'", "distancing marks"),
    (
        "It is unclear whether the train will run.",
        "unclear",
        "It is unclear whether the train will run",
        "with what is unclear",
    ),
)


@pytest.mark.parametrize(("marked", "words", "scope", "why"), _rows(SCOPES))
def test_scope(marked: str, words: str, scope: str, why: str) -> None:
    text, made = judged(marked)
    found = {"|".join(s.of(text) for s in hedge.spans): hedge.scope.of(text) for hedge in made.hedges}
    assert found.get(words) == scope, why


ANONYMOUS = (
    (
        "[C1 “It is over,”] [Q1 said] [S1 an aide], who spoke on condition of anonymity "
        "because he was not authorised to speak publicly.",
        "on condition of anonymity because he was not authorised to speak publicly",
        "condition and reason in one",
    ),
    (
        "[S1 The official] [Q1 said] [C1 the ship had sailed]. She spoke on the condition of anonymity.",
        "on the condition of anonymity",
        "in the next sentence",
    ),
    (
        "[S1 A cook, who asked not to be named,] [Q1 said] [C1 the stew was cold].",
        "who asked not to be named",
        "asked not to be named",
    ),
    (
        "[S1 A clerk] [Q1 said] [C1 the file was gone], because she was not authorized to discuss the case.",
        "because she was not authorized to discuss the case",
        "American spelling",
    ),
    ("[S1 The clerk] [Q1 said] [C1 the plant was not authorised to burn tyres].", "", "authorised for another thing"),
    ("[S1 The poet] [Q1 said] [C1 she had named the cat].", "", "named, but nobody asked not to be"),
)


@pytest.mark.parametrize(("marked", "words", "why"), _rows(ANONYMOUS))
def test_anonymity(marked: str, words: str, why: str) -> None:
    text, made = judged(marked)
    assert "|".join(span.of(text) for span in made.stands["a1"].anonymity) == words, why


def test_hedged_cue_makes_a_hedge() -> None:
    text, made = judged("[S1 Tottle] apparently [Q1 denied] [C1 the affair].")
    [found] = made.hedges
    assert isinstance(found, Hedge)
    assert (found.attribution, found.scope.of(text), found.certainty, found.polarity) == (
        "a1",
        "the affair",
        "hedged",
        "denied",
    )


def test_empty() -> None:
    _, made = judged(" ")
    assert made == Judgements()
