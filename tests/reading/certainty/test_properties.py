"""What holds of any text: no exception, spans within a line, linear time."""

from __future__ import annotations

import random
import re
from time import perf_counter

import pytest

from sayso.article import article_from_text
from sayso.model.quotes import quotations
from sayso.reading.certainty import judge
from sayso.reading.certainty.inflect import forms
from sayso.reading.certainty.lexicon import lexicon
from sayso.reading.prose import Prose
from sayso.reading.scene import Scene
from sayso.reading.sentences import sentence_starts
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, AttributionKind, Span, Why

_WORD = re.compile(r"\w+|['’]\w+|[^\w\s]")
_PIECES = [
    "not",
    "n't",
    "may",
    "might",
    "could",
    "will",
    "would",
    "be",
    "is",
    "said",
    "to",
    "believed",
    "that",
    "if",
    "whether",
    "allegedly",
    "apparently",
    "never",
    "no",
    "nobody",
    "refused",
    "declined",
    "comment",
    "anonymity",
    "condition",
    "of",
    "because",
    ",",
    ".",
    ";",
    ":",
    "—",
    "“",
    "”",
    "'",
    '"',
    "(",
    ")",
    "?",
    "who",
    "which",
    "but",
    "and",
    "or",
    "so",
    "-",
    "called",
    "alleged",
    "unclear",
    "likely",
    "unlikely",
    "seems",
    "appears",
    "an",
    "earlier",
    "version",
    "this",
    "article",
    "misstated",
    "claim",
    "May",
    "\n",
]


def scene(text: str, attributions: tuple[Attribution, ...] = ()) -> Scene:
    """A scene without the tagger: words by a pattern, no tags."""
    found = list(_WORD.finditer(text))
    words = [m.group() for m in found]
    start, end = [m.start() for m in found], [m.end() for m in found]
    paragraph = [text.count("\n", 0, s) for s in start] if len(text) < 20_000 else [0] * len(words)
    starts = sentence_starts(words, start, end, paragraph)
    sentences = list(zip(starts, [*starts[1:], len(words)], strict=False))
    sentence = [number for number, (a, b) in enumerate(sentences) for _ in range(a, b)]
    none = [""] * len(words)
    tokens = Tokens(
        text, words, [w.lower() for w in words], start, end, sentence, paragraph, [0] * len(words), sentences,
        tuple(quotations(text)), none, ["O"] * len(words), none,
    )  # fmt: skip
    article = article_from_text("Nothing.", force=True)
    return Scene(article, Prose(text, (0,), (0,)), tokens, attributions)


def random_attributions(text: str, dice: random.Random) -> tuple[Attribution, ...]:
    """Attributions over any words of any line, sense or none."""
    made = []
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    for number in range(dice.randrange(6)):
        spans = []
        for _ in range(3):
            low, high = dice.choice(lines)
            a = dice.randrange(low, high)
            spans.append(Span(a, dice.randrange(a, high) + 1))
        source, cue, content = spans
        some = dice.random() < 0.8
        made.append(
            Attribution(
                f"a{number}",
                AttributionKind.INDIRECT,
                (source,) if some else (),
                (cue,),
                (content,),
                None,
                0.9,
                Why("x"),
            )
        )
    return tuple(made)


@pytest.mark.parametrize("seed", range(60))
def test_any_words(seed: int) -> None:
    dice = random.Random(seed)
    text = " ".join(dice.choices(_PIECES, k=dice.randrange(1, 150)))
    if not text.strip():
        return
    attributions = random_attributions(text, dice)
    made = judge(scene(text, attributions))
    assert set(made.stands) == {a.id for a in attributions}
    ids = set(made.stands) | {None}
    for hedge in made.hedges:
        assert hedge.attribution in ids
        assert hedge.spans
        assert hedge.why.by
        for span in (hedge.scope, *hedge.spans):
            assert 0 <= span.start < span.end <= len(text)
            assert "\n" not in span.of(text), "a span lies within one line"
    assert [h.scope.start for h in made.hedges] == sorted(h.scope.start for h in made.hedges)


ADVERSARIAL = {
    "one endless sentence": "the gate may not open and ",
    "negations": "not never no ",
    "modals": "may might could will ",
    "quotation marks": "“ ' \" ”",
    "commas": "which , ",
    "conjunctions": "and but or ",
    "capitals": "THE MAYOR MAY APPARENTLY SAY ",
    "digits": "1 2 3 . ",
    "openers": "that whether ( — ",
    "anonymity": "on condition of anonymity because not authorised to speak ",
    "versions": "An earlier version of this article misstated it. ",
    "seeming": "it is believed to be unclear whether ",
    "operators": "be expected to be likely to ",
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_linear(name: str) -> None:
    """Four times the text takes about four times as long, and 400,000 characters no more than a few seconds."""
    piece = ADVERSARIAL[name]

    def seconds(size: int) -> float:
        made = scene(piece * (size // len(piece)))
        best = 9e9
        for _ in range(2):
            began = perf_counter()
            judge(made)
            best = min(best, perf_counter() - began)
        return best

    judge(scene("warm"))
    small, large = seconds(100_000), seconds(400_000)
    assert large < 4
    assert large < 4 * 2.5 * max(small, 0.02)


@pytest.mark.parametrize(
    ("lemma", "form", "why"),
    [
        ("signal", "signalled", "British"),
        ("signal", "signaled", "American"),
        ("criticise", "criticized", "-ize is the same word"),
        ("deny", "denies", "y to ies"),
        ("admit", "admitting", "doubled"),
        ("swear", "sworn", "irregular"),
        ("argue", "arguing", "e dropped"),
        ("guess", "guesses", "es after s"),
        ("disagree", "disagreeing", "ee kept"),
    ],
)
def test_forms(lemma: str, form: str, why: str) -> None:
    assert form in forms(lemma), why


def test_lexicon_is_large_and_consistent() -> None:
    known = lexicon()
    assert len(known.words) > 3000
    for (first, second), rows in known.phrases.items():
        sizes = [len(slots) for slots, _ in rows]
        assert sizes == sorted(sizes, reverse=True), (first, second)
