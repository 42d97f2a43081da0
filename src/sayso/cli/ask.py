"""`sayso show` and `sayso search`: a reading again, and where words stand."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.archive import Filters, Hit
from sayso.cli.output import Output, columns, prepare_stdout, wants_colour, write
from sayso.cli.progress import Progress
from sayso.cli.terminal import MARKER, SURE
from sayso.export.safe import clean, clipped, one_line, safe_json

HIT = "bold yellow"


def show(options: argparse.Namespace) -> int:
    """Show readings of an archive as `sayso read` shows them; returns 0."""
    output = Output(options)
    with api.open(options.archive) as archive, Progress(options, stdout_is_free=False) as progress:
        for id in options.inputs:
            output.show(id, api.at_least(archive.reading(id), options.min_score), progress)
    return 0


def search(options: argparse.Namespace) -> int:
    """Show where the words of a query stand; returns 0, also where they stand nowhere."""
    prepare_stdout(data=options.json)
    filters = filters_of(options)
    with api.open(options.archive) as archive:
        hits = archive.search(options.query, filters, within=options.within, limit=options.limit + 1)
    shown = hits[: options.limit]
    if options.json:
        write(rows_as_json(hit.to_dict() for hit in shown))
        return 0
    page = Page(options)
    for hit in shown:
        for line in _lines(hit, page):
            page.console.print(line)
    page.out()
    if not hits:
        print("nothing found", file=sys.stderr)
    elif len(hits) > options.limit:
        print(f"the best {options.limit}; --limit N shows more", file=sys.stderr)
    return 0


def filters_of(options: argparse.Namespace) -> Filters:
    """What the options keep an answer to; not every verb has all of them."""
    told = vars(options)
    names = {"outlets": "outlet", "speakers": "speaker", "kinds": "kind", "certainties": "certainty"}
    return Filters(
        since=options.since,
        until=options.until,
        **{field: tuple(told.get(name, ())) for field, name in names.items()},
    )


class Page:
    """Lines for a terminal, as wide as it is, in colours where it has them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.width = options.width or columns()
        self.colour = wants_colour(options)
        self._held = io.StringIO()
        self.console = Console(
            file=self._held,
            width=self.width,
            force_terminal=self.colour,
            color_system="256" if self.colour else None,
            no_color=not self.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def out(self) -> None:
        """Write what was printed so far."""
        write("".join(line.rstrip(" ") + "\n" for line in self._held.getvalue().splitlines()))
        self._held.truncate(self._held.seek(0))


def rows_as_json(rows: Iterable[dict[str, Any]]) -> str:
    """A JSON list with one row a line, so that it is JSON as a whole and can be gone through by lines."""
    made = [safe_json(json.dumps(row, ensure_ascii=False, default=str)) for row in rows]
    return "[\n" + ",\n".join(made) + "\n]\n" if made else "[]\n"


def _lines(hit: Hit, page: Page) -> Iterable[Text | Padding]:
    title = clipped(hit.title or "(no title)", max(20, page.width - 36))
    head = Text().append(one_line(hit.outlet or "(no outlet)"), style="bold")
    head.append(f"  {hit.published or 'no date'}  ").append(title)
    yield head
    if hit.attribution is not None:
        who = Text(one_line(hit.speaker or "nobody named"), style="cyan").append(f", {hit.kind}", style=MARKER)
        if hit.certainty != "stated":
            who.append(f", {hit.certainty}", style=SURE)
        yield Padding(who, (0, 0, 0, 2))
    yield Padding(_snippet(hit, page.colour), (0, 0, 0, 2))
    where = hit.article + (f" {hit.attribution}" if hit.attribution else "")
    where += f"  {hit.span.start}–{hit.span.end}" if hit.span else ""
    yield Padding(Text(where, style=MARKER), (0, 0, 1, 2))


def _snippet(hit: Hit, colour: bool) -> Text:
    made, at = Text(), 0
    for mark in hit.marks:
        if mark.start < at:
            continue
        made.append(_folded(hit.snippet[at : mark.start]))
        words = clean(mark.of(hit.snippet))
        made.append(words if colour else f"[{words}]", style=HIT)
        at = mark.end
    return made.append(_folded(hit.snippet[at:]))


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", clean(words))
