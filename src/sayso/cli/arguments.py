"""The verbs and options of the command line; every one of them is described in docs/cli.md, which a test holds to."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import NoReturn

from sayso import __version__

_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, with nothing of the arguments that could act on a terminal."""

    def error(self, message: str) -> NoReturn:
        from sayso.export.safe import one_line

        self.exit(2, f"sayso: {one_line(message)}; see `{self.prog} --help`.\n")


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of one call, with `run` the function that answers it."""
    parser = build()
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return options


def build() -> Parser:
    """The whole parser."""
    from sayso.cli.archive_arguments import archive_verbs
    from sayso.cli.attention_arguments import attention_verbs
    from sayso.cli.happened_arguments import happened_verbs
    from sayso.cli.people_arguments import people_verbs
    from sayso.cli.serve_arguments import serve_verbs
    from sayso.cli.spread_arguments import spread_verbs

    parser = Parser(
        prog="sayso",
        description="Who said what in news coverage, every answer pointing at exact words.",
        epilog="Exit codes: 0 all read, 1 some inputs of several set aside, 2 wrong use, 3 unreadable, 4 no article, "
        "5 not English, 6 not fetched; docs/cli.md has them all.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "-V", "--version", action="version", version=f"sayso {__version__}", help="print the version and exit"
    )
    parser.set_defaults(run=None, debug=False)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", parser_class=Parser)
    _read(verb(verbs, "read", READ_HELP))
    archive_verbs(verbs)
    spread_verbs(verbs)
    attention_verbs(verbs)
    happened_verbs(verbs)
    people_verbs(verbs)
    serve_verbs(verbs)
    return parser


def verb(verbs: argparse._SubParsersAction[Parser], name: str, help: str) -> Parser:
    """A verb's own parser; its description is its help as a sentence."""
    return verbs.add_parser(name, allow_abbrev=False, help=help, description=help[0].upper() + help[1:] + ".")


READ_HELP = "show who said what in an article, from a file, an address or standard input"


def _read(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_run_read)
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="a page or text (also gzipped), a JSON, JSONL or CSV file of texts, a folder, a pattern in quotation marks, "
        "an http(s) address, which is fetched because you ask, or - for standard input",
    )
    form = parser.add_argument_group("what to make of it")
    one = form.add_mutually_exclusive_group()
    one.add_argument("--json", action="store_true", help="print the whole reading as JSON (docs/json.md)")
    one.add_argument(
        "--jsonl", action="store_true", help="print each reading as one line of JSON, in the order of the inputs"
    )
    shown(parser, form)
    taken_in(parser)
    debugged(parser)


def shown(parser: argparse.ArgumentParser, form: argparse._ArgumentGroup) -> None:
    """Options of a verb that shows readings; `form` is the group that says what is made of them."""
    form.add_argument(
        "--html",
        metavar="PATH",
        help="write the text with every finding marked as one self-contained page; "
        "a folder (DIR/) takes one page for each input, - is standard output",
    )
    form.add_argument(
        "--min-score",
        metavar="P",
        type=_share,
        default=0.0,
        help="leave out findings whose score is below P, from 0 to 1",
    )
    look = parser.add_argument_group("how to show it")
    look.add_argument("--width", metavar="N", type=width, help="wrap to N columns (as wide as the terminal, else 80)")
    look.add_argument(
        "--no-color", action="store_true", help="mark findings with signs; NO_COLOR in the environment does the same"
    )


def taken_in(parser: argparse.ArgumentParser) -> None:
    """Options of a verb that reads documents."""
    intake = parser.add_argument_group("what to take in")
    intake.add_argument(
        "--force", action="store_true", help="read articles in other languages than English all the same"
    )
    intake.add_argument(
        "--published",
        metavar="DATE",
        type=_date,
        help="when it was published (2016-01-15 or 2016-01-15T09:30); goes before what the page says; "
        "words like yesterday are reckoned from it",
    )
    intake.add_argument("--outlet", metavar="NAME", help="who published it; goes before what the page says")
    intake.add_argument(
        "--charset", metavar="NAME", type=_charset, help="the encoding, where a page or file does not say it, or lies"
    )
    intake.add_argument(
        "--max-bytes", metavar="N", type=_size, help="refuse documents above N bytes; 500k, 20M (the default), 1G"
    )
    intake.add_argument("--timeout", metavar="S", type=_seconds, help="give an address up after S seconds")
    intake.add_argument("--allow-private", action="store_true", help="let an address lead into a private network")


def debugged(parser: argparse.ArgumentParser) -> None:
    """The option that every verb has."""
    parser.add_argument(
        "--debug", action="store_true", help="show the traceback of an error and the warnings of libraries"
    )


def _run_read(options: argparse.Namespace) -> int:
    from sayso.cli.read import run

    return run(options)


def _share(value: str) -> float:
    share = _number(value)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not between 0 and 1")
    return share


def _seconds(value: str) -> float:
    seconds = _number(value)
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of seconds above 0")
    return seconds


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number") from None


def width(value: str) -> int:
    if not re.fullmatch(r"\d{1,4}", value, re.ASCII) or int(value) < 20:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of columns from 20 to 9999")
    return int(value)


def _size(value: str) -> int:
    found = re.fullmatch(r"(\d{1,15})([kmg]?)b?", value.lower(), re.ASCII)
    if not found or not int(found[1]):
        raise argparse.ArgumentTypeError(f"{value!r} is not a size such as 500k or 20M")
    return int(found[1]) * _UNITS[found[2]]


def _date(value: str) -> date | datetime:
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a date such as 2016-01-15 or 2016-01-15T09:30") from None


def _charset(value: str) -> str:
    import codecs

    try:
        return codecs.lookup(value).name
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(
            f"{value!r} is no encoding that Python knows, such as utf-8 or windows-1252"
        ) from None
