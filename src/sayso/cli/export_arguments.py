"""The options of `sayso export`, apart from what it does, so that `--help` loads no format."""

from __future__ import annotations

import argparse

FORMATS = ("jsonl", "csv", "parquet", "web-annotation", "prov", "schema-org", "tei", "html")
UNITS = ("articles", "quotations")
"""Of `sayso.export.formats`, which a test holds both to, and pages."""


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb, but for those that choose among the articles of an archive."""
    group = parser.add_argument_group("what to write")
    group.add_argument(
        "--format",
        choices=FORMATS,
        required=True,
        help="jsonl, csv and parquet are tables; web-annotation, prov, schema-org and tei are standards; "
        "html is a folder of pages that opens from a disk",
    )
    group.add_argument(
        "--unit",
        choices=UNITS,
        help="a row an article or a row a quotation, for the tables (default: quotations)",
    )
    group.add_argument(
        "--to",
        metavar="PATH",
        default="-",
        help="a file, or a new folder that ends in a slash and gets a file for each article (default: standard output)",
    )
    group.add_argument(
        "--story",
        metavar="STORY",
        help="only the articles of a story: its id, the id of one of its articles, or words that mark it",
    )
    group.add_argument(
        "--bom", action="store_true", help="begin CSV with a byte order mark, by which Excel knows UTF-8"
    )
