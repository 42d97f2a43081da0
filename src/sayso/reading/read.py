"""The reading of articles: the tagger's attributions, the layouts it does not see, scores, kinds and ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Tagged, Tagger
from sayso.model.quotes import Quotation
from sayso.reading.attributions.found import Found, Range, inside, outer
from sayso.reading.attributions.hearsay import nameless
from sayso.reading.attributions.kinds import kind_of
from sayso.reading.attributions.layouts import parted, quotation_blocks, run_on, unclaimed_quotations
from sayso.reading.attributions.relays import without_relays
from sayso.reading.attributions.reread import looks, reread
from sayso.reading.attributions.scores import believed
from sayso.reading.attributions.voices import another_voice
from sayso.reading.prose import Prose, prose_of
from sayso.reading.scene import Relay, Scene
from sayso.reading.tokens import tokens_of
from sayso.reading.whole import whole
from sayso.records import Article, Attribution, Reading, Span, Why


def read_article(article: Article, tagger: Tagger) -> Reading:
    """Who said what in one article; attributions in order of their first content, nested ones after what holds them."""
    return read_articles([article], tagger)[0]


def read_articles(articles: Sequence[Article], tagger: Tagger) -> list[Reading]:
    """The readings of several articles, in order; the same as one by one, and faster where the tagger has several threads."""
    return [whole(scene, tagger.name) for scene in scenes(articles, tagger)]


def scenes(articles: Sequence[Article], tagger: Tagger) -> list[Scene]:
    """The articles with their attributions, in order, before the stages that make a reading whole."""
    proses = [prose_of(article) for article in articles]
    tagged = tagger.tag([prose.text for prose in proses])
    drafts = [_draft(prose, t, tagger) for prose, t in zip(proses, tagged, strict=True)]
    batch = [look for draft in drafts for look in looks(draft.found, draft.prose.text, draft.tagged, draft.marks)]
    again: dict[int, list[Found]] = {}
    for look, found in zip(batch, reread(batch, tagger), strict=True):
        again.setdefault(id(look.holder), []).extend(found)
    return [_scene(article, draft, again, tagger) for article, draft in zip(articles, drafts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One article half read: its outer attributions, before anything is looked for inside them."""

    prose: Prose
    tagged: Tagged
    marks: tuple[Quotation, ...]
    found: list[Found]


def _draft(prose: Prose, tagged: Tagged, tagger: Tagger) -> _Draft:
    marks = tagged.words.quotations
    found = [f for f in outer(tagged, tagger.folder) if believed(f)]
    nameless(found, prose.text, tagged)
    found = parted(found, tagged, marks)
    found = quotation_blocks(prose, tagged, found)
    found += unclaimed_quotations(prose.text, tagged, marks, found)
    found = run_on(found, tagged, marks)
    return _Draft(prose, tagged, marks, found)


def _scene(article: Article, draft: _Draft, again: dict[int, list[Found]], tagger: Tagger) -> Scene:
    text, tagged = draft.prose.text, draft.tagged
    nested = [g for f in draft.found for g in again.get(id(f), ()) if believed(g)]
    taken: dict[int, list[Found]] = {}
    for g in (*nested, *(f for f in draft.found if f.holder is not None)):
        taken.setdefault(id(g.holder), []).append(g)
    first = [g for g in inside(draft.found, tagged, tagger.folder) if believed(g)]
    nested += [g for g in first if not any(_share(g, h) for h in taken.get(id(g.holder), ()))]
    every = without_relays([*draft.found, *nested], text, tagged)
    every = [f for f in every if another_voice(f, text, tagged, draft.marks)]
    every.sort(key=lambda f: (f.contents[0][0], -f.contents[-1][1], f.holder is not None))
    ids = {id(f): f"a{number}" for number, f in enumerate(every, 1)}
    made = tuple(_attribution(f, ids, draft, tagger.name) for f in every)
    relays = {ids[id(f)]: _relay(f.relay, tagged) for f in every if f.relay is not None}
    return Scene(article, draft.prose, tokens_of(text, tagged), made, relays)


def _share(a: Found, b: Found) -> bool:
    """Whether two attributions have a word in common."""
    mine = [*a.contents, *(x for x in (a.source, a.cue) if x)]
    theirs = [*b.contents, *(x for x in (b.source, b.cue) if x)]
    return any(s < f and g < e for s, e in mine for g, f in theirs)


def _holder(f: Found, ids: dict[int, str]) -> str | None:
    """The id of the nearest attribution around this one that was kept."""
    holder = f.holder
    while holder is not None and id(holder) not in ids:
        holder = holder.holder
    return None if holder is None else ids[id(holder)]


def _characters(span: Range, tagged: Tagged) -> Span:
    return Span(int(tagged.words.start[span[0]]), int(tagged.words.end[span[1] - 1]))


def _relay(found: tuple[Range, Range | None], tagged: Tagged) -> Relay:
    cue, source = found
    return Relay(_characters(cue, tagged), None if source is None else _characters(source, tagged))


def _attribution(f: Found, ids: dict[int, str], draft: _Draft, model: str) -> Attribution:
    """The attribution with spans into the prose text."""

    def spans(found: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(_characters(each, draft.tagged) for each in found)

    def named(place: str) -> str:
        if ":" not in place:
            return place
        first, last = map(int, place.split(":"))
        return _characters((first, last), draft.tagged).of(draft.prose.text)

    content = spans(f.contents)
    return Attribution(
        id=ids[id(f)],
        kind=kind_of(draft.prose.text, content, draft.marks, draft.prose.quoted),
        source=spans([f.source] if f.source else []),
        cue=spans([f.cue] if f.cue else []),
        content=content,
        inside=_holder(f, ids),
        score=f.score,
        why=Why(model if f.rule == "tagger" else f.rule, f.note, tuple((named(p), s) for p, s in f.beat)),
    )
