"""The reading of articles: the tagger's attributions, the layouts it does not see, scores, kinds and ids."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Tagged, Tagger
from sayso.model.quotes import quotations
from sayso.reading.found import Found, inside, outer
from sayso.reading.kinds import kind_of
from sayso.reading.layouts import unclaimed_quotations
from sayso.reading.prose import Prose, prose_of
from sayso.reading.relays import without_relays
from sayso.reading.scores import LEAST, LEAST_INSIDE, score
from sayso.records import Article, Attribution, Reading, Why


def read_article(article: Article, tagger: Tagger) -> Reading:
    """Who said what in one article; attributions in order of their first content, nested ones after what holds them."""
    return read_articles([article], tagger)[0]


def read_articles(articles: Sequence[Article], tagger: Tagger) -> list[Reading]:
    """The readings of several articles, in order; the same as one by one, and faster where the tagger has several threads."""
    proses = [prose_of(article) for article in articles]
    tagged = tagger.tag([prose.text for prose in proses])
    return [_reading(a, p, t, tagger) for a, p, t in zip(articles, proses, tagged, strict=True)]


def _reading(article: Article, prose: Prose, tagged: Tagged, tagger: Tagger) -> Reading:
    found = [f for f in outer(tagged, tagger.folder) if _keep(f)]
    found += unclaimed_quotations(prose.text, tagged, found)
    nested: list[Found] = []
    for f in found:
        nested += [g for g in inside(f, tagged, tagger.folder) if _keep(g)]
    every = without_relays([*found, *nested], prose.text, tagged)
    every.sort(key=lambda f: (f.contents[0][0], -f.contents[-1][1], f.holder is not None))
    ids = {id(f): f"a{number}" for number, f in enumerate(every, 1)}
    marks = quotations(prose.text)
    made = tuple(_attribution(f, ids, prose, tagged, tagger.name, marks) for f in every)
    return Reading(article, made, tagger.name)


def _keep(f: Found) -> bool:
    f.score = score(f)
    return f.score >= (LEAST if f.holder is None else LEAST_INSIDE)


def _attribution(f: Found, ids: dict[int, str], prose: Prose, tagged: Tagged, model: str, marks: list) -> Attribution:  # type: ignore[type-arg]
    words = tagged.words

    def characters(span: tuple[int, int]) -> tuple[int, int]:
        return int(words.start[span[0]]), int(words.end[span[1] - 1])

    def spans(found: Sequence[tuple[int, int]]):  # type: ignore[no-untyped-def]
        return tuple(prose.back(*characters(span)) for span in found)

    def named(place: str) -> str:
        if ":" not in place:
            return place
        low, high = characters(tuple(map(int, place.split(":"))))  # type: ignore[arg-type]
        return prose.text[low:high]

    content = spans(f.contents)
    here = tuple(type(s)(*characters(c)) for s, c in zip(content, f.contents, strict=True))
    return Attribution(
        id=ids[id(f)],
        kind=kind_of(prose.text, here, marks),
        source=spans([f.source] if f.source else []),
        cue=spans([f.cue] if f.cue else []),
        content=content,
        inside=ids.get(id(f.holder)) if f.holder is not None else None,
        score=f.score,
        why=Why(model if f.rule == "tagger" else f.rule, f.note, tuple((named(p), s) for p, s in f.beat)),
    )
