"""`sayso export`: readings in a format that other programs and archives know."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import OutputError, UsageError
from sayso.export.formats import Export, Format, Tally, Unit, stream, write
from sayso.export.safe import one_line
from sayso.records import Reading

if TYPE_CHECKING:
    from sayso import api
    from sayso.records.stories import Story


def from_archive(options: argparse.Namespace) -> int:
    """Write the readings of an archive that the options keep; returns 0, for none too."""
    from sayso import api
    from sayso.cli.ask import filters_of
    from sayso.coverage.happened import story_in

    filters = filters_of(options)
    with api.open(options.archive) as archive:
        story = None if options.story is None else story_in(archive, options.story, filters)
        ids = list(archive.ids(filters) if story is None else story.articles)
        if options.format == "html":
            return _pages(options, archive, ids, story)
        return run(options, (reading for _, reading in archive.readings(ids)))


def _pages(options: argparse.Namespace, archive: api.Archive, ids: list[str], story: Story | None) -> int:
    """Write the articles as a folder of pages, with the story that they are; returns 0, for none too."""
    from sayso.export.folder import write_pages
    from sayso.export.index import StoryParts

    if options.unit or options.bom:
        raise UsageError("html is a folder of pages; leave --unit and --bom out.")
    if options.to == "-":
        raise UsageError("html is a folder of pages; give it a place: --to story/")
    parts = (
        None
        if story is None
        else StoryParts(story, archive.timeline(story), archive.disputes(story), archive.corrections(story))
    )
    to = Path(options.to)
    tally = write_pages(archive.readings(ids), ids, to, parts)
    print(f"wrote {one_line(str(to))}: {_count(tally.readings, 'article')}; open index.html in it", file=sys.stderr)
    return 0


def run(options: argparse.Namespace, readings: Iterable[Reading]) -> int:
    """Write the readings as the options ask and say what was written; returns 0, for no readings too."""
    export = Export(Format(options.format), Unit(options.unit) if options.unit else None, options.bom)
    if options.to == "-":
        if export.format is Format.PARQUET:
            raise UsageError("parquet cannot go to standard output; give a file: --to quotations.parquet")
        _say(_to_stdout(readings, export), export, None)
        return 0
    to = Path(options.to)
    folder = options.to.endswith(("/", os.sep)) or to.is_dir()
    _say(write(readings, to, export, folder=folder), export, to)
    return 0


def _to_stdout(readings: Iterable[Reading], export: Export) -> Tally:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        tally = stream(readings, sys.stdout, export)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output could not be written: {error.strerror or error}.") from error
    return tally


def _say(tally: Tally, export: Export, to: Path | None) -> None:
    """What was written, and what had to be replaced, on standard error."""
    if to is not None:
        counted = [_count(tally.readings, "article")]
        if export.rows is Unit.QUOTATIONS:
            counted.insert(
                0, _count(tally.rows, "annotation" if export.format is Format.WEB_ANNOTATION else "quotation")
            )
        print(f"wrote {one_line(str(to))}: {' of '.join(counted)}", file=sys.stderr)
    if tally.replaced:
        held = "is" if tally.replaced == 1 else "are"
        print(
            f"{_count(tally.replaced, 'character')} that {export.format} cannot hold {held} U+FFFD there",
            file=sys.stderr,
        )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
