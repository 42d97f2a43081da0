"""The options of `sayso families` and `sayso spread`."""

from __future__ import annotations

import argparse

from sayso.cli.archive_arguments import WHERE, count, kept, looks
from sayso.cli.arguments import Parser, debugged, verb


def spread_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the two verbs to the command."""
    _families(verb(verbs, "families", "list the quotations that stand in several articles of an archive, widest first"))
    _spread(verb(verbs, "spread", "show how words travelled: who had them when, from whom, and what was done to them"))


def _families(parser: Parser) -> None:
    parser.set_defaults(run=_run_families)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument(
        "--least",
        metavar="N",
        type=count,
        default=2,
        help="only families in at least N articles, copies not counted (2)",
    )
    _shared(parser, limit=20, what="families")


def _spread(parser: Parser) -> None:
    parser.set_defaults(run=_run_spread)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("words", metavar="WORDS", help="some words of a quotation, or the id of a family")
    _shared(parser, limit=3, what="families that have them")


def _shared(parser: Parser, limit: int, what: str) -> None:
    parser.add_argument("--json", action="store_true", help="print the families as a JSON list, one a line")
    parser.add_argument("--limit", metavar="N", type=count, default=limit, help=f"the first N {what} ({limit})")
    parser.add_argument("--copies", action="store_true", help="count each copy of an article as an article of its own")
    parser.add_argument(
        "--speaker", metavar="NAME", action="append", default=[], help="who is given as the speaker somewhere"
    )
    kept(parser)
    looks(parser)
    debugged(parser)


def _run_families(options: argparse.Namespace) -> int:
    from sayso.cli.spread import families

    return families(options)


def _run_spread(options: argparse.Namespace) -> int:
    from sayso.cli.spread import spread

    return spread(options)
