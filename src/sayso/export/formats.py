"""The formats of export by name: one call writes any of them, into a file, a folder or a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from sayso.errors import UsageError
from sayso.export import csv, jsonl, parquet, prov, schemaorg, tei, webannotation
from sayso.export.files import Names, Tally, filling, write_file
from sayso.export.table import Unit
from sayso.records import Reading

__all__ = ["Export", "Format", "Tally", "Unit", "chunks", "stream", "write"]


class Format(StrEnum):
    """What an export can be; docs/exports.md describes each."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEB_ANNOTATION = "web-annotation"
    PROV = "prov"
    SCHEMA_ORG = "schema-org"
    TEI = "tei"

    @property
    def has_units(self) -> bool:
        """Whether it can be made article by article or quotation by quotation; the others hold both."""
        return self in (Format.JSONL, Format.CSV, Format.PARQUET)

    @property
    def ending(self) -> str:
        """What its files' names end with."""
        return _ENDINGS[self]


_ENDINGS = {
    Format.JSONL: ".jsonl",
    Format.CSV: ".csv",
    Format.PARQUET: ".parquet",
    Format.WEB_ANNOTATION: ".jsonld",
    Format.PROV: ".jsonld",
    Format.SCHEMA_ORG: ".jsonld",
    Format.TEI: ".xml",
}


@dataclass(frozen=True, slots=True)
class Export:
    """What to write: the format, what a row is about (`None`: quotations, where the format can be made by either), and whether
    CSV begins with a byte order mark, by which Excel knows UTF-8."""

    format: Format
    unit: Unit | None = None
    bom: bool = False

    def __post_init__(self) -> None:
        if self.unit is not None and not self.format.has_units:
            raise UsageError(f"{self.format} holds articles and quotations together; leave the unit out.")
        if self.bom and self.format is not Format.CSV:
            raise UsageError(f"a byte order mark is for csv, not for {self.format}.")

    @property
    def rows(self) -> Unit:
        return self.unit or Unit.QUOTATIONS


_WHOLE: dict[Format, Callable[[Iterable[Reading], Tally], Iterator[str]]] = {
    Format.WEB_ANNOTATION: webannotation.chunks,
    Format.PROV: prov.chunks,
    Format.SCHEMA_ORG: schemaorg.chunks,
    Format.TEI: tei.chunks,
}


def chunks(readings: Iterable[Reading], export: Export, tally: Tally) -> Iterator[str]:
    """The document in pieces, one reading in memory at a time. UsageError for Parquet, which is no text."""
    if export.format is Format.PARQUET:
        raise UsageError("parquet is no text; give a file: --to quotations.parquet")
    if export.format is Format.CSV:
        return csv.lines(readings, export.rows, tally, bom=export.bom)
    if export.format is Format.JSONL:
        return (jsonl.articles if export.rows is Unit.ARTICLES else jsonl.quotations)(readings, tally)
    return _WHOLE[export.format](readings, tally)


def write(readings: Iterable[Reading], to: Path, export: Export, *, folder: bool = False) -> Tally:
    """Write the readings into the file `to`, or with `folder` into a new folder, a file for each article; whole or not at all."""
    tally = Tally()
    if not folder:
        _one(readings, to, export, tally)
        return tally
    names = Names(export.format.ending)
    with filling(to) as temporary:
        for reading in readings:
            _one([reading], temporary / names.of(reading.article.id), export, tally)
    return tally


def stream(readings: Iterable[Reading], out: TextIO, export: Export) -> Tally:
    """Write the readings into an open stream of UTF-8, piece by piece."""
    tally = Tally()
    for chunk in chunks(readings, export, tally):
        out.write(chunk)
    return tally


def _one(readings: Iterable[Reading], path: Path, export: Export, tally: Tally) -> None:
    if export.format is Format.PARQUET:
        parquet.write(readings, path, export.rows, tally)
    else:
        write_file(path, chunks(readings, export, tally))
    tally.files += 1
