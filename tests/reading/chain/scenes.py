"""Scenes made by hand from marked text (`docs/annotation.md`), so that the chain is tested without a model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from evals.markup import parse_marked
from sayso.article import article_from_text
from sayso.model.quotes import quotations
from sayso.model.words import split_words
from sayso.reading.attributions.kinds import kind_of
from sayso.reading.chain import trace
from sayso.reading.people import Cast
from sayso.reading.prose import prose_of
from sayso.reading.scene import Relay, Scene
from sayso.reading.sentences import sentence_starts
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, Span, Why


def tokens_of(text: str) -> Tokens:
    """The tokens of a text without a tagger: no parts of speech, no names."""
    marks = tuple(quotations(text))
    places = list(split_words(text))
    start, end = [s for s, _ in places], [e for _, e in places]
    words = [text[s:e] for s, e in places]
    paragraph, at, number = [], 0, 0
    for s in start:
        number += text.count("\n", at, s)
        at = s
        paragraph.append(number)
    starts = sentence_starts(words, start, end, paragraph)
    sentences = list(zip(starts, [*starts[1:], len(words)], strict=False))
    sentence = [n for n, (a, b) in enumerate(sentences) for _ in range(a, b)]
    depth = [sum(q.start < s < q.end - 1 for q in marks[:400]) for s in start]
    none = [""] * len(words)
    return Tokens(
        text, words, [w.lower() for w in words], start, end, sentence, paragraph, depth, sentences, marks, none,
        ["O"] * len(words), list(none),
    )  # fmt: skip


def scene_of(marked: str, relays: dict[int, tuple[str, str]] | None = None, **about: Any) -> Scene:
    """The scene of a marked text; `relays` are the words of a relay's cue and source by the attribution's number, `about` fields
    of the article."""
    text, gold = parse_marked(marked)
    article = replace(article_from_text(text, force=True), **about)
    prose = prose_of(article)
    shift = prose.text.find(text[gold[0].content[0][0] : gold[0].content[0][1]]) - gold[0].content[0][0] if gold else 0
    if "\n" in text:
        assert article.text == text == prose.text, (
            "a marked text of several paragraphs has single line ends and no furniture"
        )

    def spans(pairs: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        return tuple(Span(s + shift, e + shift) for s, e in pairs)

    marks = quotations(prose.text)
    made = []
    for number, each in enumerate(gold, 1):
        content = spans(each.content)
        inside = None if each.inside is None else f"a{each.inside + 1}"
        kind = kind_of(prose.text, content, marks)
        made.append(
            Attribution(f"a{number}", kind, spans(each.source), spans(each.cue), content, inside, 1.0, Why("test"))
        )
    told = {}
    for number, (cue, source) in (relays or {}).items():
        at, to = prose.text.index(cue), prose.text.index(source)
        told[f"a{number}"] = Relay(Span(at, at + len(cue)), Span(to, to + len(source)))
    return Scene(article, prose, tokens_of(prose.text), tuple(made), told)


def chain_of(scene: Scene, number: int, cast: Cast | None = None) -> str:
    """The route of an attribution in one line: *told Moss > broadcast CNN @ an interview*; what is inferred has a star, this
    article is left out."""
    route = trace(scene, cast or Cast()).routes[f"a{number}"]
    hops = " > ".join(f"{h.kind} {h.actor or '?'}{'*' if h.inferred else ''}" for h in route.hops[:-1])
    venue = "" if route.venue is None else f" @ {route.venue.name}{'*' if route.venue.inferred else ''}"
    return hops + venue
