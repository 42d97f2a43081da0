"""CSV (RFC 4180) that is safe to open in a spreadsheet, and the way back to what the cells were."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from sayso.export.files import Tally
from sayso.export.table import COLUMNS, Cell, Unit, rows
from sayso.records import Reading

BOM = "\ufeff"
"""Makes Excel read the file as UTF-8; other programs may show it, so it is written only when asked for."""

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection), after any apostrophes of its own."""


def lines(readings: Iterable[Reading], unit: Unit, tally: Tally, *, bom: bool = False) -> Iterator[str]:
    """The header and a record for each row. Lists are joined by `; `, spans are `12-20 30-40`, what is missing is empty."""
    names = [column.name for column in COLUMNS[unit]]
    yield (BOM if bom else "") + _record(names)
    for row in rows(readings, unit, tally):
        yield _record([shown(row[name]) for name in names])


def shown(cell: Cell) -> str:
    """A value as the text of its cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (int, float)):
        return str(cell)
    if isinstance(cell, str):
        return guarded(cell)
    if cell and isinstance(cell[0], dict):
        return " ".join(f"{each['start']}-{each['end']}" for each in cell if isinstance(each, dict))
    return guarded("; ".join(str(each) for each in cell))


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula; `unguarded` takes it off again."""
    return "'" + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read(file: Iterable[str]) -> Iterator[dict[str, str]]:
    """The rows of a file of ours (opened with `newline=""`), each cell as it was before it was guarded."""
    records = csv.reader(file)
    names = [name.removeprefix(BOM) for name in next(records, [])]
    for record in records:
        yield {name: unguarded(cell) for name, cell in zip(names, record, strict=True)}


def _record(cells: list[str]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\r\n").writerow(cells)
    return held.getvalue()
