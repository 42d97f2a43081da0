"""`sayso info`: what is in an archive, and what to know before a trend in it is trusted."""

from __future__ import annotations

import argparse
import json

from rich.table import Table
from rich.text import Text

from sayso import api
from sayso.archive import Info
from sayso.archive.months import stretches
from sayso.cli.ask import Page, filters_of
from sayso.cli.output import prepare_stdout, write
from sayso.cli.terminal import MARKER
from sayso.export.safe import clipped, one_line, safe_json

MOST_OUTLETS = 25
MOST_LISTED = 10
"""Of the kinds of which there may be many on a terminal; `--json` has all."""
BAR = 30


def run(options: argparse.Namespace) -> int:
    """Show what is in an archive; returns 0."""
    prepare_stdout(data=options.json)
    filters = filters_of(options)
    with api.open(options.archive) as archive:
        found = archive.info(filters)
    if options.json:
        write(safe_json(json.dumps(found.to_dict(), ensure_ascii=False, indent=2)) + "\n")
        return 0
    page = Page(options)
    for line in _lines(found, options.archive, page.width):
        page.console.print(line)
    page.out()
    return 0


def _lines(found: Info, name: str, width: int) -> list[Text | Table]:
    size = f"{found.bytes / 1e6:,.1f} MB"
    span = f", {found.first} to {found.last}" if found.first else ""
    lines: list[Text | Table] = [
        Text(f"{one_line(name)}: {_count(found.articles, 'article')}{span}", style="bold"),
        Text(
            f"{found.words:,} words, {_count(found.findings, 'finding')}, {_count(found.people, 'person', 'people')}; "
            f"{size} in {_count(found.commits, 'commit')}, version {found.version}"
        ),
    ]
    lines += _facts(found)
    if found.outlets:
        lines += [Text(""), _outlets(found, width)]
    if found.months:
        lines += [Text(""), _months(found)]
    return lines


def _facts(found: Info) -> list[Text]:
    told: list[tuple[str, str]] = []
    if found.gaps:
        told.append(("Months without an article", _some(list(stretches(found.gaps)))))
    if found.undated:
        told.append(("Without a date", f"{found.undated:,}"))
    if found.bad_dates:
        told.append(
            ("With a wrong date", _some([f"{each.article} ({each.published}: {each.why})" for each in found.bad_dates]))
        )
    if found.duplicates:
        told.append(
            (
                "The same text under another address",
                _count(found.duplicates, "more article"),
            )
        )
    if found.wire:
        told.append(("Wire copy", _some([f"{agency} {count:,}" for agency, count in found.wire.items()])))
    if found.wire_in_part:
        told.append(("With a part from an agency", f"{found.wire_in_part:,}"))
    if found.set_aside:
        told.append(("Set aside", _some([f"{count:,} {code}" for code, count in found.set_aside.items()])))
    if found.replaced:
        told.append(
            ("Replaced", _some([f"{count:,} by {_REASONS.get(why, why)}" for why, count in found.replaced.items()]))
        )
    told += [("Read by", _some([f"{each.name} ({each.articles:,})" for each in found.models]))] if found.models else []
    return [Text(f"{label}: ", style=MARKER).append(one_line(words), style="default") for label, words in told]


_REASONS = {"text": "a newer text", "model": "a newer model", "again": "reading again"}


def _some(words: list[str] | tuple[str, ...]) -> str:
    more = len(words) - MOST_LISTED
    return ", ".join(words[:MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")


def _outlets(found: Info, width: int) -> Table:
    table = _table("outlet", "articles", "first", "last", "empty months")
    for each in found.outlets[:MOST_OUTLETS]:
        table.add_row(
            clipped(each.name or "(not said)", max(12, width - 48)),
            f"{each.articles:,}",
            each.first or "",
            each.last or "",
            f"{each.gaps:,}" if each.gaps else "",
        )
    more = len(found.outlets) - MOST_OUTLETS
    if more > 0:
        table.add_row(f"and {more:,} more", f"{sum(each.articles for each in found.outlets[MOST_OUTLETS:]):,}")
    return table


def _months(found: Info) -> Table:
    table = _table("month", "articles", "outlets", "")
    most = max(each.articles for each in found.months)
    for each in found.months:
        bar = "#" * round(BAR * each.articles / most) or ("." if each.articles else "")
        table.add_row(each.month, f"{each.articles:,}", f"{each.outlets:,}", Text(bar, style=MARKER))
    return table


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=MARKER)
    for place, name in enumerate(names):
        table.add_column(
            name, justify="right" if name in ("articles", "outlets", "empty months") else "left", no_wrap=place > 0
        )
    return table


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
