"""What of a story is disputed, and when what it tells happened: the same in a folder of pages and in those of `sayso serve`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from sayso.coverage.disputes import SHOWN
from sayso.export.facts import moment, published
from sayso.export.links import Addresses
from sayso.export.lookup import NOWHERE
from sayso.export.markup import Html, join, marked, tag
from sayso.export.safe import clipped
from sayso.records import Certainty, Polarity, SourceClass, Span, sureness
from sayso.records.stories import Dispute, Moment, Side, Telling, When

MOST_WORDS = 300
MOST_DISPUTES = 8
"""Disputes that are shown at once."""
MOST_MOMENTS = 24
"""Happenings that are shown at once."""
FEWEST_MOMENTS = 6
"""With fewer that several articles tell, those that one alone tells stand among them."""
MOST_FOLDED = 600
"""What a fold has of the rest."""

T = TypeVar("T")


def disputes_part(disputes: Sequence[Dispute], to: Addresses) -> Html:
    """Disputes in the order given, both sides of each beside each other; those that score below `SHOWN` are folded."""
    if not disputes:
        return tag("p", "Nothing was found that cannot both hold.")
    sure, doubtful = parted(disputes, lambda each: each.score >= SHOWN)
    row = partial(_dispute, to)
    return join(
        (
            tag(
                "p",
                "A program set these against each other: of five that it shows about three are disputes. "
                "Read both sides where they stand.",
                class_="small quiet",
            ),
            listing(sure[:MOST_DISPUTES], row, "disputes"),
            fold(sure[MOST_DISPUTES:], row, "disputes", "more"),
            fold(doubtful, row, "disputes", f"that {'is' if len(doubtful) == 1 else 'are'} less sure", not sure),
        )
    )


def timeline_part(moments: Sequence[Moment], first: date | None, to: Addresses) -> Html:
    """Happenings in the order given; folded are those of long before the story, which begins on the day `first`, and those
    that one article alone tells."""
    if not moments:
        return tag("p", "None of its happenings has a date.")
    old, new = parted(moments, lambda each: is_background(each.date, first))
    told, alone = parted(new, lambda each: each.disputed or _is_told_twice(each))
    if len(told) < FEWEST_MOMENTS:
        beside = alone[: MOST_MOMENTS - len(told)]
        told, alone = sorted(told + beside, key=new.index), alone[len(beside) :]
    row = partial(_moment, to)
    return join(
        (
            fold(old, row, "moments", "from before: the background that its articles tell", not new),
            listing(told[:MOST_MOMENTS], row, "moments"),
            fold(told[MOST_MOMENTS:], row, "moments", "more"),
            fold(alone, row, "moments", "more, each told by one article alone"),
        )
    )


def is_background(when: str, first: date | None) -> bool:
    """Whether a moment is of more than two months before a story begins; a season or a week of that year is not."""
    if first is None:
        return False
    edge = (first - timedelta(days=60)).isoformat()
    year, month = when[:4], when[5:7]
    if not (len(year) == 4 and year.isdigit()):
        return not year[:1].isdigit() or len(year) < 4
    return year < edge[:4] or (month.isdigit() and when[:7] < edge[:7])


def parted(some: Sequence[T], is_first: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """Those that are of the first sort, and the others."""
    return [each for each in some if is_first(each)], [each for each in some if not is_first(each)]


def listing(some: Sequence[T], row: Callable[[T], Html], kind: str) -> Html | str:
    """A list, nothing where it is empty."""
    return tag("ol", map(row, some), class_=kind) if some else ""


def fold(some: Sequence[T], row: Callable[[T], Html], kind: str, words: str, is_open: bool = False) -> Html | str:
    """A list that need not be seen at once, under how many it has and what they are."""
    if not some:
        return ""
    cut = f"; the first {MOST_FOLDED} of them here" if len(some) > MOST_FOLDED else ""
    summary = tag("summary", f"{len(some):,} {words}{cut}")
    return tag("details", summary, listing(some[:MOST_FOLDED], row, kind), open=is_open)


def _dispute(to: Addresses, each: Dispute) -> Html:
    more = len(each.also)
    facts = (
        f"about {clipped(each.about, 80)}" if each.about else "",
        "a speaker against an earlier word of their own" if each.reversal else "",
        f"score {each.score:.2f}",
        f"{more:,} more pair{' says' if more == 1 else 's say'} the same" if more else "",
    )
    return tag(
        "li",
        tag("p", tag("b", each.kind), [f" · {fact}" for fact in facts if fact], class_="small quiet"),
        tag("div", _side(to, each, each.a), _side(to, each, each.b), class_="halves"),
        tag("p", clipped(each.why.note, MOST_WORDS), class_="small quiet"),
    )


def _side(to: Addresses, dispute: Dispute, side: Side) -> Html:
    who = clipped(side.speaker or side.source or "", 70) or "nobody named"
    # *Its spokesman* and *a report* are somebody else in another article, so what all of those said is nobody's page.
    page = to.person(side.speaker) if side.speaker and side.source_class is SourceClass.NAMED else None
    sure = _sure(side.certainty, side.polarity)
    words = tag("a", _clause(dispute, side), href=to.at(side.article, side.attribution))
    steps = [tag("li", clipped(name, 60) or NOWHERE) for name in side.chain]
    return tag(
        "div",
        tag(
            "p",
            tag("b", tag("a", who, href=page) if page else who),
            f" {clipped(side.cue, 60)} ",
            tag("span", f"({sure})", class_="sure") if sure else "",
        ),
        tag("p", words, class_="words"),
        tag("ol", steps, class_="path", aria_label="Through whom it reached the article") if steps else "",
        tag("p", f"{clipped(side.outlet or '', 50) or 'no outlet'}, {published(side.published)}", class_="small quiet"),
        class_="half",
    )


def _clause(dispute: Dispute, side: Side) -> Html:
    """The clause that counts, with what clashes in it marked."""
    clause = side.clause
    clashing = (each.span for each in dispute.against if each.article == side.article and clause.span.holds(each.span))
    return marked(
        clause.words, [Span(each.start - clause.span.start, each.end - clause.span.start) for each in clashing]
    )


def _is_told_twice(each: Moment) -> bool:
    """Whether more than one article tells it in its own words."""
    return len({telling.article for when in each.dates for telling in when.tellings if not telling.copy}) > 1


def _moment(to: Addresses, each: Moment) -> Html:
    return tag(
        "li",
        tag("p", moment(each.date, each.mod), class_="date"),
        tag(
            "div",
            tag("p", clipped(each.words, MOST_WORDS), class_="words"),
            [tag("p", _dated(to, each, when), class_="small quiet") for when in each.dates],
        ),
        class_="torn" if each.disputed else None,
    )


def _dated(to: Addresses, each: Moment, when: When) -> list[Html | str]:
    """Who gives a date, and which it is where that is not the one above; copies count where nobody else gives it."""
    made: list[Html | str] = []
    if not when.agrees:
        made += [tag("b", moment(when.date, when.mod), class_="sure"), ", which does not agree: "]
    elif (when.date, when.mod) != (each.date, each.mod):
        made.append(f"{moment(when.date, when.mod)}: ")
    own = [telling for telling in when.tellings if not telling.copy]
    for place, telling in enumerate(own or when.tellings):
        made += [", " if place else "", *_telling(to, telling)]
    return made


def _telling(to: Addresses, each: Telling) -> list[Html | str]:
    by = ", ".join(filter(None, (clipped(each.speaker or "", 40), _sure(each.certainty, each.polarity))))
    outlet = clipped(each.outlet or "", 40) or "no outlet"
    return [tag("a", outlet, href=to.at(each.article, each.attribution)), f" ({by})" if by else ""]


def _sure(certainty: Certainty, polarity: Polarity) -> str:
    """How sure it is, empty where it is simply stated."""
    sure = sureness(certainty, polarity)
    return "" if sure == "stated" else sure
