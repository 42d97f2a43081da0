"""`sayso export`: readings in a format that other programs and archives know."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from sayso.errors import OutputError, UsageError
from sayso.export.formats import Export, Format, Tally, Unit, stream, write
from sayso.export.safe import one_line
from sayso.records import Reading


def from_archive(options: argparse.Namespace) -> int:
    """Write the readings of an archive that the options keep; returns 0, for none too."""
    from sayso import api
    from sayso.archive import Filters

    filters = Filters(outlets=tuple(options.outlet), since=options.since, until=options.until)
    with api.open(options.archive) as archive:
        return run(options, (reading for _, reading in archive.readings(archive.ids(filters))))


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
