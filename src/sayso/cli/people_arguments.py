"""The options of `sayso people`."""

from __future__ import annotations

import argparse

from sayso.cli.archive_arguments import WHERE, count, kept, looks
from sayso.cli.arguments import Parser, debugged, verb

CLASSES = ("named", "role", "collective", "anonymous", "document", "unattributed")
"""Of `sayso.records.SourceClass`, which a test holds this to: the records are not loaded for `--help`."""


def people_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the verb to the command."""
    parser = verb(verbs, "people", "list who speaks in an archive, or show what one of them said")
    parser.set_defaults(run=_run)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("name", metavar="NAME", nargs="?", help="a speaker's whole name, as the list has it")
    parser.add_argument("--query", metavar="WORDS", default="", help="list only names with all these words")
    parser.add_argument(
        "--class",
        dest="source_class",
        choices=CLASSES,
        help="list only those who are mostly that: named people and bodies, roles, groups, the unnamed, documents",
    )
    parser.add_argument(
        "--also",
        metavar="NAME",
        action="append",
        default=[],
        help="take this name together with NAME, as the same person's; may be given several times",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON list: speakers, or the statements of one")
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="the first N (20)")
    kept(parser)
    looks(parser)
    debugged(parser)


def _run(options: argparse.Namespace) -> int:
    from sayso.cli.people import people

    return people(options)
