"""`sayso attention`: a share with its interval, drawn from zero, and the sentences behind it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso import api
from sayso.cli.ask import HIT, Page, filters_of, rows_as_json
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER, SURE
from sayso.coverage.attention import THIN
from sayso.coverage.happened import story_in
from sayso.export.measured import Asked, as_csv, per_cent, per_cent_number
from sayso.export.safe import clean, clipped, one_line, safe_json
from sayso.records.attention import Attention, By, Question, Row, Sentence, Share, Suggestion, Unit

BAR, SHORT_BAR = 24, 10
"""Characters of the widest bar, on a wide terminal and below 100 columns."""
MOST_ROWS = 40
"""Rows on a terminal; `--json` has all."""
SLOW = 2.0
"""Seconds of preparing that are worth a word."""


def run(options: argparse.Namespace) -> int:
    """Answer the question; returns 0, also where nothing is found."""
    prepare_stdout(data=options.json or options.csv)
    filters, question = filters_of(options), asked(options)
    with api.open(options.archive) as archive:
        prepared(archive)
        story = story_in(archive, options.story) if options.story else None
        page = Page(options)
        if options.sentences:
            found = archive.sentences(question, filters, story=story, row=options.row, others=options.others)
            _listed(options, page, found[: options.limit + 1])
        elif options.suggest:
            _listed(options, page, archive.suggestions(question, filters, story=story, limit=options.limit + 1))
        else:
            answer = archive.attention(
                question.about,
                question.within,
                by=question.by,
                unit=question.unit,
                count_copies=question.count_copies,
                filters=filters,
                story=story,
                labels="" if options.no_labels else options.labels,
            )
            if options.json:
                write(safe_json(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2)) + "\n")
            elif options.csv:
                outlets, since, until = filters.outlets, filters.since, filters.until
                told = Asked(archive.path.name, datetime.now(UTC), outlets, since, until, story.id if story else None)
                write(as_csv([answer], told))
            else:
                for line in lines(answer, page.width):
                    page.console.print(line)
                page.out()
    return 0


def prepared(archive: api.Archive) -> None:
    """Have at hand what every question of attention needs, and say so where that took long."""
    begun = time.monotonic()
    with shown("preparing") as progress:
        archive.prepare("attention", progress)
    took = time.monotonic() - begun
    if took > SLOW:
        print(f"sentences cut and copies found in {took:.0f} s; kept for the next question", file=sys.stderr)


def asked(options: argparse.Namespace) -> Question:
    """The question of the options."""
    by = getattr(options, "by", None)
    unit = Unit(getattr(options, "unit", "sentences"))
    return Question(options.about, options.within, By(by) if by else None, unit, options.count_copies)


def _listed(options: argparse.Namespace, page: Page, rows: Sequence[Sentence | Suggestion]) -> None:
    shown = rows[: options.limit]
    if options.json:
        write(rows_as_json(row.to_dict() for row in shown))
        return
    for row in shown:
        lines = _sentence(row, page) if isinstance(row, Sentence) else _term(row, page)
        for line in lines:
            page.console.print(line)
    page.out()
    if not rows:
        print("nothing found", file=sys.stderr)
    elif len(rows) > options.limit:
        print(f"the first {options.limit}; --limit N shows more", file=sys.stderr)


# -- the answer


def lines(answer: Attention, width: int) -> list[Text | Table]:
    """An answer for a terminal."""
    question = answer.question
    unit = question.unit.replace("-", " ")
    made: list[Text | Table] = [Text(f"Share of {unit} about ").append(one_line(question.about), style="bold")]
    told = [f"within {one_line(question.within)}" if question.within is not None else "within everything"]
    told.append("copies counted" if question.count_copies else f"{_many(answer.copies, 'copy', 'copies')} left out")
    made += [Text("; ".join(told), style=MARKER), Text("")]
    every = [answer.overall, *answer.rows]
    scale = max((row.best.high or 0.0 for row in every if not row.thin), default=answer.overall.best.high or 0.0)
    made.append(_table(answer, scale, width))
    if scale:
        made += [
            Text(""),
            Text(
                f"Bars begin at 0: # up to the share, - to the end of its 95 % interval; the longest is {per_cent(scale)}.",
                style=MARKER,
            ),
        ]
    return made + list(_notes(answer))


def _table(answer: Attention, scale: float, width: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=MARKER)
    unit = answer.question.unit.replace("-", " ")
    name = str(answer.question.by or "")
    for head in (name, "share", "95 %", unit, "articles", ""):
        table.add_column(head, justify="left" if head in (name, "") else "right", no_wrap=True)
    shown = _with_articles(answer)[:MOST_ROWS]
    full = BAR if width >= 100 else SHORT_BAR
    made = list[list[Text]]()
    for row in (answer.overall, *shown):
        label = "all" if row is answer.overall else one_line(row.name or "(not said)")
        for share in (row.found, row.best) if row.best is not row.found else (row.found,):
            words = label if share is row.found else "  with labels"
            made.append(_cells(words, row, share, _bar(share, scale, full) if share is row.best else ""))
    heads = ("", "share", "95 %", unit, "articles")
    taken = sum(max(len(heads[at]), *(line[at].cell_len for line in made)) + 2 for at in range(1, 5)) + full + 2
    room = max(12, width - taken)
    for line in made:
        line[0].truncate(room, overflow="ellipsis")
        table.add_row(*line)
    more = len(_with_articles(answer)) - len(shown)
    if more > 0:
        table.add_row(f"and {more} more")
    return table


def _with_articles(answer: Attention) -> list[Row]:
    """The rows that there is something to say of; months in which nothing is within are told in a line."""
    return [row for row in answer.rows if row.found.articles]


def _cells(label: str, row: Row, share: Share, bar: str) -> list[Text]:
    style = MARKER if row.thin else ""
    articles = Text(f"{share.articles:,}")
    if share.share is None or share.low is None or share.high is None:
        return [Text(label, style=style), Text(), Text(), Text(), articles, Text(row.note or share.why, style=MARKER)]
    ends = f"{per_cent_number(share.low)}–{per_cent(share.high)}"
    of = f"{share.numerator:,.0f} of {share.denominator:,.0f}" if share is row.found else f"≈ {share.numerator:,.0f}"
    drawn = Text("thin", style=SURE) if row.thin else Text(bar, style=MARKER)
    return [Text(label, style=style), Text(per_cent(share.share), style="bold"), Text(ends), Text(of), articles, drawn]


def _bar(share: Share, scale: float, full: int) -> str:
    if not scale or share.share is None or share.high is None:
        return ""
    filled = round(full * share.share / scale)
    return "#" * filled + "-" * (max(round(full * share.high / scale), 1) - filled)


def _notes(answer: Attention) -> Iterator[Text]:
    best = answer.overall.best
    yield Text(f"Interval: {best.why}.", style=MARKER)
    empty = len(answer.rows) - len(_with_articles(answer))
    if empty:
        yield Text(f"No article within in {_many(empty, 'other month', 'other months')} of the archive.", style=MARKER)
    if any(row.thin for row in _with_articles(answer)):
        yield Text(
            f"thin: fewer than {THIN} articles, or far fewer than in other months; no bar is drawn.", style=MARKER
        )
    correction = answer.overall.correction
    if correction is not None and correction.corrected is None:
        yield Text(f"Labels “{correction.labels}” change nothing: {correction.why}.", style=SURE)
    elif correction is not None:
        shown = [f"{correction.used} labels “{correction.labels}”"]
        if correction.precision is not None:
            shown.append(f"of what the query takes {per_cent(correction.precision)} is about it")
        if correction.recall is not None:
            shown.append(f"it takes {per_cent(correction.recall)} of what is")
        yield Text("; ".join(shown) + ".")
    if answer.question.by is By.MONTH and answer.undated:
        yield Text(f"Without a date, in no month: {_many(answer.undated, 'article', 'articles')}.", style=SURE)
    if answer.gaps and answer.question.by is By.MONTH:
        yield Text(
            f"Months without any article: {', '.join(answer.gaps[:12])}{' …' if len(answer.gaps) > 12 else ''}.",
            style=SURE,
        )


def _many(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


# -- what stands behind it


def _sentence(found: Sentence, page: Page) -> Iterator[Text | Padding]:
    head = Text(one_line(found.outlet or "(no outlet)"), style="bold")
    yield head.append(f"  {found.published or 'no date'}  {found.words} words", style=MARKER)
    yield Padding(_marked(found, page.colour), (0, 0, 0, 2))
    yield Padding(Text(f"{found.article}  {found.span.start}–{found.span.end}", style=MARKER), (0, 0, 1, 2))


def _marked(found: Sentence, colour: bool) -> Text:
    made, at = Text(), 0
    for mark in found.marks:
        start, end = mark.start - found.span.start, mark.end - found.span.start
        if start < at:
            continue
        made.append(
            " ".join(clean(found.text[at:start]).split()) + (" " if found.text[at:start][-1:].isspace() else "")
        )
        words = clean(found.text[start:end])
        made.append(words if colour else f"[{words}]", style=HIT)
        made.append(" " if found.text[end : end + 1].isspace() else "")
        at = end
    return made.append(" ".join(clean(found.text[at:]).split()))


def _term(found: Suggestion, page: Page) -> Iterator[Text | Padding]:
    head = Text(found.term, style="bold")
    yield head.append(
        f"  z {found.z:.1f}; in {found.inside:,} matching sentences and {found.outside:,} others, for example",
        style=MARKER,
    )
    for example in found.examples:
        yield Padding(Text(clipped(example.text, 2 * (page.width - 4))), (0, 0, 0, 2))
    yield Text("")
