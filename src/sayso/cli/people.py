"""`sayso people`: who speaks in an archive, and what one of them said."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.ask import Page, filters_of, rows_as_json
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER, SURE
from sayso.export.safe import clipped, one_line
from sayso.records import Certainty, sureness
from sayso.records.speaking import Part, Profile, Speaker, Statement

MOST_WORDS = 300
"""Characters of a statement on a terminal; `--json` has all."""


def people(options: argparse.Namespace) -> int:
    """List speakers, or show what one of them said; returns 0."""
    prepare_stdout(data=options.json)
    filters = filters_of(options)
    page = Page(options)
    with api.open(options.archive) as archive:
        with shown("statements") as progress:
            archive.prepare("speakers", progress)
        if options.name is None:
            found = archive.speakers(options.query, filters, source_class=options.source_class, limit=options.limit)
            if options.json:
                write(rows_as_json(each.to_dict() for each in found))
                return 0
            lines: Iterable[Text | Padding] = map(_speaker, found)
        else:
            said = archive.statements(options.name, filters, also=options.also, limit=options.limit)
            if options.json:
                write(rows_as_json(each.to_dict() for each in said))
                return 0
            lines = [*_profile(archive.profile(options.name, filters, also=options.also)), *map(_statement, said)]
    empty = True
    for line in lines:
        page.console.print(line)
        empty = False
    page.out()
    if empty:
        print("nothing found", file=sys.stderr)
    return 0


def _speaker(each: Speaker) -> Text:
    row = Text(f"{each.articles:>6,} ", style=MARKER).append(one_line(each.name), style="cyan")
    told = f"  {each.statements:,} statements, {each.outlets} outlets, {each.first or 'no date'} to {each.last or 'no date'}"
    return row.append(told, style=MARKER)


def _profile(found: Profile) -> Iterable[Text | Padding]:
    yield _speaker(found.speaker)
    for label, parts in (
        ("outlets", found.outlets),
        ("how sure", found.certainties),
        ("through", found.through),
        ("where", found.venues),
        ("topics", found.topics),
    ):
        if parts:
            yield Padding(Text(f"{label}: ", style=MARKER).append(_parts(parts), style="default"), (0, 0, 0, 2))
    if found.others:
        names = ", ".join(map(one_line, found.others))
        yield Padding(Text(f"perhaps also: {names}", style=MARKER), (0, 0, 0, 2))


def _parts(parts: tuple[Part, ...]) -> str:
    return ", ".join(f"{one_line(part.value or 'not told')} ({part.statements:,})" for part in parts[:8])


def _statement(each: Statement) -> Padding:
    row = Text(f"{each.published or 'no date'}  ", style=MARKER)
    row.append(clipped(each.words, MOST_WORDS), style="default")
    if (sure := sureness(each.certainty, each.polarity)) != Certainty.STATED:
        row.append(f"  {sure}", style=SURE)
    via = f" via {', '.join(map(one_line, each.via))}" if each.via else ""
    return Padding(row.append(f"  {one_line(each.outlet or each.article)}{via}", style=MARKER), (0, 0, 0, 2))
