"""What articles put right: the same in a folder of pages and in those of `sayso serve`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sayso.export.facts import published
from sayso.export.links import Addresses
from sayso.export.markup import Html, join, tag
from sayso.export.safe import clipped
from sayso.export.story import fold, listing, parted
from sayso.records.corrections import Correction, Mistaken, NoticeKind

MOST = 200
"""Notices that are shown at once."""
MOST_WORDS = 700
"""Characters of one; the article has all of it."""


def corrections_part(found: Sequence[Correction], to: Addresses) -> Html:
    """Notices in the order given; that a text was only updated is folded."""
    updates, told = parted(found, lambda each: each.notice.kind is NoticeKind.UPDATE)
    row = partial(_correction, to)
    none = tag("p", "No article carries a correction, a clarification or a retraction that the program knows for one.")
    return join(
        (
            listing(told[:MOST], row, "notices") or none,
            fold(told[MOST:], row, "notices", "more"),
            fold(updates, row, "notices", f"note{'s' if len(updates) > 1 else ''} that a text was updated"),
        )
    )


def _correction(to: Addresses, each: Correction) -> Html:
    """One notice: who puts what right, and which articles said it wrongly."""
    head = tag(
        "p",
        tag("b", each.notice.kind),
        f" · {clipped(each.outlet or '', 50) or 'no outlet'}, {published(each.published)} · ",
        tag("a", clipped(each.title or "", 90) or "No title", href=to.at(each.article)),
        class_="small quiet",
    )
    return tag("li", head, tag("p", _words(each), class_="words"), _of(each, to))


def _words(each: Correction) -> Html | str:
    """The words of a notice, with what was wrong struck and what is right marked."""
    if len(each.words) > MOST_WORDS:
        return clipped(each.words, MOST_WORDS)
    notice, made, at = each.notice, list[Html | str](), 0
    for span, name in sorted((span, name) for span, name in ((notice.wrong, "del"), (notice.right, "ins")) if span):
        a, b = span.start - notice.span.start, span.end - notice.span.start
        said = "[wrong: " if name == "del" else "[right: "
        made += [
            each.words[at:a],
            tag(name, tag("span", said, class_="unseen"), each.words[a:b], tag("span", "]", class_="unseen")),
        ]
        at = b
    return join([*made, each.words[at:]])


def notes(found: Sequence[Correction], article: str, to: Addresses) -> list[Html]:
    """What a reader of an article must know: notices on it, by itself or by another article; that it was updated is none."""
    made = []
    for each in found:
        if each.notice.kind is NoticeKind.UPDATE:
            continue
        kind = str(each.notice.kind).capitalize()
        if each.article == article and each.notice.own:
            made.append(tag("p", tag("b", f"{kind} in this article: "), _words(each), class_="warn"))
        elif article in each.articles:
            where = tag(
                "a",
                f"{clipped(each.outlet or '', 50) or 'no outlet'}, {published(each.published)}",
                href=to.at(each.article),
            )
            made.append(
                tag("p", tag("b", f"{kind} on this article ("), where, tag("b", "): "), _words(each), class_="warn")
            )
        elif each.article == article and each.of:
            titles = [tag("a", clipped(one.title or "", 110) or "No title", href=to.at(one.article)) for one in each.of]
            made.append(
                tag("p", tag("b", f"{kind} on another article: "), *(join((one, " ")) for one in titles), class_="warn")
            )
    return made


def _of(each: Correction, to: Addresses) -> Html:
    if each.notice.own:
        return tag("p", "On an earlier text of the same article.", class_="small quiet")
    if not each.of:
        return tag("p", f"Tied to no article: {each.why.note}.", class_="small quiet")
    return tag("ul", [tag("li", _mistaken(one, to)) for one in each.of], class_="small")


def _mistaken(one: Mistaken, to: Addresses) -> Html:
    where = f"{clipped(one.outlet or '', 50) or 'no outlet'}, {published(one.published)}: "
    link = tag("a", clipped(one.title or "", 110) or "No title", href=to.at(one.article, one.attribution))
    return join(
        (
            "Puts right ",
            where,
            link,
            *((" ", tag("span", clipped(one.words, 240), class_="quiet")) if one.words else ()),
        )
    )
