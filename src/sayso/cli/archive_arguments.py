"""The verbs that write and ask an archive, with their options."""

from __future__ import annotations

import argparse
import re
from datetime import date

from sayso.cli.arguments import Parser, debugged, shown, taken_in, verb, width
from sayso.errors import UsageError

LEVELS = (
    "stated", "hedged", "alleged", "believed", "suggested", "expected", "unlikely", "questioned", "denied", "refused",
    "retracted",
)  # fmt: skip
"""Of `sayso.records.Certainty`, which a test holds this to: the records are not loaded for `--help`."""
WHERE = "the archive, a folder that `sayso add` made"


def archive_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the archive's verbs to the command."""
    _add(verb(verbs, "add", "read articles into an archive; what is there already is not read again"))
    _info(
        verb(verbs, "info", "say what is in an archive: outlets, months, gaps, dates, duplicates, what was set aside")
    )
    _show(verb(verbs, "show", "show a reading of an archive again"))
    _search(verb(verbs, "search", "find words in an archive's articles, quotations or speakers"))
    _export(verb(verbs, "export", "write an archive's readings in a format that other programs know"))
    _sql(verb(verbs, "sql", "put a question in SQL to an archive's tables, read-only"))


def _add(parser: Parser) -> None:
    parser.set_defaults(run=_run_add)
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="as of `sayso read`: pages, texts, JSON, JSONL or CSV files, folders, patterns, addresses, or -",
    )
    parser.add_argument("--to", metavar="ARCHIVE", required=True, help="the archive's folder; made where there is none")
    parser.add_argument("--again", action="store_true", help="read also what is there already, and replace it")
    parser.add_argument("--json", action="store_true", help="print how many of what as JSON")
    taken_in(parser)
    debugged(parser)


def _info(parser: Parser) -> None:
    parser.set_defaults(run=_run_info)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("--json", action="store_true", help="print all of it as JSON")
    kept(parser)
    looks(parser)
    debugged(parser)


def _show(parser: Parser) -> None:
    parser.set_defaults(run=_run_show, jsonl=False)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("inputs", metavar="ID", nargs="+", help="ids of articles, or their addresses")
    form = parser.add_argument_group("what to make of it")
    form.add_argument("--json", action="store_true", help="print the whole reading as JSON (docs/json.md)")
    shown(parser, form)
    debugged(parser)


def _search(parser: Parser) -> None:
    parser.set_defaults(run=_run_search)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "phrases", cartel*, AND, OR, NOT, NEAR(a b, 5), parentheses, title: outlet: speaker:',
    )
    parser.add_argument("--json", action="store_true", help="print the hits as a JSON list, one a line")
    parser.add_argument(
        "--in",
        dest="within",
        choices=("text", "quotations", "speakers"),
        help="where to look; text, unless an option below asks for quotations",
    )
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="the best N hits (20)")
    kept(parser)
    quoted = parser.add_argument_group("which quotations")
    quoted.add_argument("--speaker", metavar="NAME", action="append", default=[], help="whose name has these words")
    quoted.add_argument(
        "--kind", action="append", default=[], choices=("direct", "indirect", "mixed"), help="how they are given"
    )
    quoted.add_argument(
        "--certainty",
        action="append",
        default=[],
        choices=LEVELS,
        metavar="LEVEL",
        help=f"how sure: {', '.join(LEVELS[:-1])} or {LEVELS[-1]}",
    )
    looks(parser)
    debugged(parser)


def _export(parser: Parser) -> None:
    from sayso.cli.export_arguments import add_export_arguments

    parser.set_defaults(run=_run_export)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    add_export_arguments(parser)
    kept(parser)
    debugged(parser)


def _sql(parser: Parser) -> None:
    parser.set_defaults(run=_run_sql)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument(
        "question",
        metavar="SQL",
        nargs="?",
        help="one SELECT, or - for standard input; without it the tables are listed",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the rows as a JSON list, one a line")
    form.add_argument("--csv", action="store_true", help="print the rows as CSV that is safe to open in a spreadsheet")
    looks(parser)
    debugged(parser)


def kept(parser: Parser) -> None:
    group = parser.add_argument_group("which articles")
    group.add_argument(
        "--outlet", metavar="NAME", action="append", default=[], help="of this outlet; may be given several times"
    )
    group.add_argument(
        "--from", dest="since", metavar="DATE", type=_first, help="published on or after (2016, 2016-01 or 2016-01-15)"
    )
    group.add_argument("--to-date", dest="until", metavar="DATE", type=_last, help="published on or before, likewise")


def looks(parser: Parser) -> None:
    look = parser.add_argument_group("how to show it")
    look.add_argument("--width", metavar="N", type=width, help="wrap to N columns (as wide as the terminal, else 80)")
    look.add_argument("--no-color", action="store_true", help="no colours; NO_COLOR in the environment does the same")


def _run_add(options: argparse.Namespace) -> int:
    from sayso.cli.add import run

    return run(options)


def _run_info(options: argparse.Namespace) -> int:
    from sayso.cli.info import run

    return run(options)


def _run_show(options: argparse.Namespace) -> int:
    from sayso.cli.ask import show

    return show(options)


def _run_search(options: argparse.Namespace) -> int:
    from sayso.cli.ask import search

    return search(options)


def _run_export(options: argparse.Namespace) -> int:
    from sayso.cli.export import from_archive

    return from_archive(options)


def _run_sql(options: argparse.Namespace) -> int:
    from sayso.cli.sql import run

    return run(options)


def count(value: str) -> int:
    if not re.fullmatch(r"\d{1,6}", value, re.ASCII) or not int(value):
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 1 to 999999")
    return int(value)


def _first(value: str) -> date:
    return _days(value)[0]


def _last(value: str) -> date:
    return _days(value)[1]


def _days(value: str) -> tuple[date, date]:
    from sayso.archive.days import days_of

    try:
        return days_of(value)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from None
