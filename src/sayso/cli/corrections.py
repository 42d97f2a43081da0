"""`sayso corrections`: what articles put right, and which articles said it wrongly."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.ask import Page, rows_as_json
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER, SURE
from sayso.coverage.happened import story_in
from sayso.export.safe import clipped, one_line
from sayso.records.corrections import Correction, Mistaken, NoticeKind

MOST_WORDS = 400
"""Characters of a notice on a terminal; `--json` has all."""


def run(options: argparse.Namespace) -> int:
    """Show the notices of an archive or a story; returns 0. JSON has the mere updates always."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("stories") as progress:
        story = story_in(archive, options.story, progress=progress) if options.story else None
        found = archive.corrections(story, progress=progress)
    if options.json:
        write(rows_as_json(each.to_dict() for each in found))
        return 0
    page = Page(options)
    told = [each for each in found if options.updates or each.notice.kind is not NoticeKind.UPDATE]
    for each in told:
        for line in _lines(each):
            page.console.print(line)
    page.out()
    if not told:
        print("nothing found", file=sys.stderr)
    if len(told) < len(found):
        left = len(found) - len(told)
        print(f"{left:,} mere update{'s' if left > 1 else ''} left out; --updates shows them", file=sys.stderr)
    return 0


def _lines(each: Correction) -> Iterable[Text | Padding]:
    head = Text(f"{str(each.published or 'no date')[:10]:<10} ", style=MARKER)
    head.append(each.notice.kind, style=SURE).append(f"  {one_line(each.outlet or '(no outlet)')}", style="bold")
    yield head.append(f"  {clipped(one_line(each.title or '(no title)'), 80)}", style="default")
    yield Padding(Text(clipped(each.words, MOST_WORDS)), (0, 0, 0, 2))
    where = f"{each.article} {each.notice.span.start}–{each.notice.span.end}"
    yield Padding(Text(where, style=MARKER), (0, 0, 0, 2))
    if each.notice.own:
        yield Padding(Text("of the article itself", style=MARKER), (0, 0, 1, 2))
        return
    for of in each.of:
        yield Padding(_mistaken(of), (0, 0, 0, 2))
    if not each.of:
        yield Padding(Text(f"of no article that could be told: {one_line(each.why.note)}", style=MARKER), (0, 0, 0, 2))
    yield Text("")


def _mistaken(of: Mistaken) -> Text:
    row = Text("of ", style=MARKER).append(
        f"{one_line(of.outlet or '(no outlet)')}, {str(of.published)[:10]}", style="bold"
    )
    row.append(f"  {clipped(one_line(of.title or '(no title)'), 80)}", style="default")
    if of.words:
        row.append(f": {clipped(of.words, 200)}", style="default")
    return row.append(f"  {of.article}{f' {of.attribution}' if of.attribution else ''}", style=MARKER)
