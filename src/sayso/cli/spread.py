"""`sayso families` and `sayso spread`: the same words in many articles, and what was done to them on the way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.ask import HIT, Page, filters_of, rows_as_json
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER, SURE
from sayso.export.safe import clipped, one_line
from sayso.records.spread import Done, Edit, EditKind, Family, Member

LONGEST = 400
"""Characters of a quotation on a terminal; `--json` has all."""
CHANGED = frozenset({Done.SPLICED, Done.ALTERED, Done.REATTRIBUTED})


def families(options: argparse.Namespace) -> int:
    """Show the families of quotations of an archive, those in most articles first; returns 0."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("families") as progress:
        found = archive.families(filters_of(options), copies=options.copies, least=options.least, progress=progress)
        some = found[: options.limit]
    if options.json:
        write(rows_as_json(family.to_dict() for family in some))
        return 0
    page = Page(options)
    for family in some:
        for line in _head(family, page.width):
            page.console.print(line)
    page.out()
    _more(len(found), options.limit, "families")
    return 0


def spread(options: argparse.Namespace) -> int:
    """Show how some words travelled; returns 0, also where nobody has them."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("families") as progress:
        found = archive.spread(options.words, filters_of(options), copies=options.copies, progress=progress)
        some = found[: options.limit]
    if options.json:
        write(rows_as_json(family.to_dict() for family in some))
        return 0
    page = Page(options)
    for family in some:
        for line in _head(family, page.width):
            page.console.print(line)
        for at, member in enumerate(family.members):
            for line in _lines(member, at == family.fullest, page.width):
                page.console.print(line)
    page.out()
    _more(len(found), options.limit, "families that have these words")
    return 0


def _head(family: Family, width: int) -> Iterator[Text | Padding]:
    head = Text().append(one_line(family.speaker or "nobody named"), style="bold cyan")
    head.append(f"  {_count(family.articles, 'article')}, {_count(len(family.outlets), 'outlet')}")
    if family.copies:
        head.append(f", {_count(family.copies, 'copy', 'copies')} more")
    first = family.first.saying
    head.append(f"  first seen {_day(first)} {one_line(first.outlet or '')}".rstrip())
    yield head.append(f"  {family.id}", style=MARKER)
    yield Padding(Text(clipped(one_line(family.words), min(LONGEST, 3 * width))), (0, 0, 1, 2))


def _lines(member: Member, fullest: bool, width: int) -> Iterator[Text | Padding]:
    said = member.saying
    head = Text("  ").append(f"{_day(said)}  ").append(one_line(said.outlet or "(no outlet)"), style="bold")
    head.append(f"  {one_line(said.speaker or said.source or 'nobody named')}", style="cyan")
    for done in member.done:
        head.append(f"  {done}", style=HIT if done in CHANGED else SURE)
    if fullest:
        head.append("  (the fullest form)", style=MARKER)
    yield head
    yield Padding(Text(clipped(one_line(said.words), min(LONGEST, 3 * width))), (0, 0, 0, 4))
    facts = [_edit(edit) for edit in member.edits]
    facts += [
        f"credits {one_line(credit.name)}" + (f" ({credit.article})" if credit.article else "")
        for credit in member.credits
    ]
    if said.venue:
        facts.append(f"in {one_line(said.venue)}")
    if member.copies:
        facts.append("copied by " + ", ".join(one_line(copy.outlet or copy.article) for copy in member.copies))
    for fact in facts:
        yield Padding(Text(clipped(fact, 3 * width), style=MARKER), (0, 0, 0, 4))
    yield Padding(Text(f"{said.article} {said.attribution}", style=MARKER), (0, 0, 1, 4))


def _edit(edit: Edit) -> str:
    was, now = one_line(edit.was), one_line(edit.now)
    where = "" if edit.place == "inside" else f" at the {edit.place}"
    if edit.kind is EditKind.CUT:
        return f"cut{where}: {was}"
    if edit.kind is EditKind.ADDED:
        return f"added{where}: {now}"
    return f"changed{where}: {was} → {now}"


def _day(said: object) -> str:
    when = getattr(said, "published", None)
    return "no date   " if when is None else when.isoformat()[:10]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _more(found: int, limit: int, what: str) -> None:
    if not found:
        print("nothing found", file=sys.stderr)
    elif found > limit:
        print(f"{limit} of {found:,} {what}; --limit N shows more", file=sys.stderr)
