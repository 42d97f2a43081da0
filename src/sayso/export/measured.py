"""A share told to people: in per cent, in a sentence that can be quoted, and as a table that carries its question."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sayso.export.csv import shown
from sayso.export.head import day
from sayso.export.safe import one_line
from sayso.records.attention import Attention, Row, Share, Unit

Value = str | int | float | None

_COUNTED = {
    Unit.ARTICLES: ("articles", "have a sentence that matches"),
    Unit.SENTENCES: ("sentences", "match"),
    Unit.WORDS: ("words", "stand in sentences that match"),
    Unit.QUOTED_WORDS: ("quoted words", "stand in sentences that match"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what and when a share was asked: the archive's name, the outlets and days that it was kept to, the story (its id, and a
    name for people), the moment."""

    archive: str
    moment: datetime
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    story: str | None = None
    story_title: str | None = None


def per_cent(share: float | None) -> str:
    """A share in per cent, *0.48 %*; a dash where there is none."""
    return "–" if share is None else f"{per_cent_number(share)} %"


def per_cent_number(share: float) -> str:
    """Per cent with as many places as a small share needs to be told from none."""
    per_cent = 100 * share
    if per_cent == 0 or per_cent >= 10:
        return f"{per_cent:.0f}" if per_cent in (0, 100) else f"{per_cent:.1f}"
    return f"{per_cent:.1f}" if per_cent >= 1 else f"{per_cent:.2f}" if per_cent >= 0.1 else f"{per_cent:.3f}"


def quotable(answer: Attention, asked: Asked) -> str:
    """The answer in two or three sentences that a newsroom can print: share, what of what, interval, source.

    *2.1 % of the 4,210 sentences in 151 articles that match “dam” match “siren” (88 of 4,210); between 1.3 and 3.4 % with 95 %
    confidence.*
    """
    found, question = answer.overall.found, answer.question
    units, match = _COUNTED[question.unit]
    where = f" that match “{one_line(question.within)}”" if question.within else ""
    where += "".join(f", {each}" for each in _kept(asked))
    if found.share is None:
        return f"No share can be told: {found.why}."
    whole = f"{found.denominator:,.0f}"
    among = (
        f"the {whole} articles{where}"
        if question.unit is Unit.ARTICLES
        else f"the {whole} {units} in {_articles(found)}{where}"
    )
    said = (
        f"{per_cent(found.share)} of {among} {match} “{one_line(question.about)}” ({found.numerator:,.0f} of {whole})"
    )
    said += f"{_between(found)}."
    correction = answer.overall.correction
    if correction is not None and correction.corrected is not None:
        right = correction.corrected
        said += (
            f" Put right by {correction.used:,} sentences that people read: {per_cent(right.share)}{_between(right)}."
        )
    copies = "each copy counted" if question.count_copies else "copies counted once"
    commit = "" if answer.commit is None else f", commit {answer.commit}"
    return f"{said} Counted by Sayso in {one_line(asked.archive)}{commit}, on {day(asked.moment.date())}; {copies}."


def _articles(found: Share) -> str:
    return f"{found.articles:,} article{'' if found.articles == 1 else 's'}"


def _between(share: Share) -> str:
    if share.low is None or share.high is None:
        return ""
    return f"; between {per_cent_number(share.low)} and {per_cent(share.high)} with 95 % confidence"


def _kept(asked: Asked) -> Iterator[str]:
    if asked.outlets:
        yield f"published by {' or '.join(map(one_line, asked.outlets))}"
    match asked.since, asked.until:
        case date() as since, date() as until:
            yield f"published from {day(since)} to {day(until)}"
        case date() as since, None:
            yield f"published since {day(since)}"
        case None, date() as until:
            yield f"published until {day(until)}"
    if asked.story:
        yield f"of the story “{one_line(asked.story_title or asked.story)}”"


def table(answers: Sequence[Attention], asked: Asked) -> list[dict[str, Value]]:
    """A row for the whole and one for each outlet, month or day, each with the question, the commit and when it was asked."""
    made = []
    for number, answer in enumerate(answers):
        rows = answer.rows if number else (answer.overall, *answer.rows)
        made += [_row(answer, row, asked) for row in rows]
    return made


def _row(answer: Attention, row: Row, asked: Asked) -> dict[str, Value]:
    found, question = row.found, answer.question
    correction = row.correction
    right = correction.corrected if correction else None
    return {
        "by": "all" if row is answer.overall else str(question.by),
        "name": None if row is answer.overall else row.name or "",
        "share": found.share,
        "low": found.low,
        "high": found.high,
        "numerator": found.numerator,
        "denominator": found.denominator,
        "articles": found.articles,
        "articles_with_match": found.with_match,
        "corrected": right.share if right else None,
        "corrected_low": right.low if right else None,
        "corrected_high": right.high if right else None,
        "labels": correction.used if correction else 0,
        "thin": "yes" if row.thin else "no",
        "note": row.note,
        "about": question.about,
        "within": question.within,
        "unit": str(question.unit),
        "copies": "counted" if question.count_copies else "once",
        "outlets": "; ".join(asked.outlets),
        "from": asked.since.isoformat() if asked.since else None,
        "to": asked.until.isoformat() if asked.until else None,
        "story": asked.story,
        "archive": asked.archive,
        "commit": answer.commit,
        "asked": asked.moment.isoformat(timespec="seconds"),
    }


def as_csv(answers: Sequence[Attention], asked: Asked) -> str:
    """The table as CSV (RFC 4180) that no spreadsheet takes for formulas; shares are 0 to 1, what there is not is empty."""
    rows = table(answers, asked)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([shown(cell) for cell in row.values()] for row in rows)
    return out.getvalue()


def as_plain(answers: Sequence[Attention], asked: Asked) -> dict[str, Any]:
    """The same as plain values: when and of what it was asked, and the answers as they are."""
    told = {
        "archive": asked.archive,
        "asked": asked.moment.isoformat(timespec="seconds"),
        "outlets": list(asked.outlets),
        "from": asked.since.isoformat() if asked.since else None,
        "to": asked.until.isoformat() if asked.until else None,
        "story": asked.story,
    }
    return {**told, "quotable": quotable(answers[0], asked), "answers": [answer.to_dict() for answer in answers]}
