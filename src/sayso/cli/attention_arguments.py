"""The options of `sayso attention` and `sayso code`."""

from __future__ import annotations

import argparse

from sayso.cli.archive_arguments import WHERE, count, kept, looks
from sayso.cli.arguments import Parser, debugged, verb

UNITS = ("articles", "sentences", "words", "quoted-words")
"""Of `sayso.records.attention.Unit`, which a test holds this to: the records are not loaded for `--help`."""


def attention_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the two verbs to the command."""
    _attention(
        verb(verbs, "attention", "say what share of an archive's coverage was about something, with its interval")
    )
    _code(verb(verbs, "code", "label sentences one by one, so that a share can be put right by what a person says"))


def _attention(parser: Parser) -> None:
    parser.set_defaults(run=_run_attention)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    _queries(parser)
    asked = parser.add_argument_group("what to count")
    asked.add_argument("--unit", choices=UNITS, default="sentences", help="the unit of the share (sentences)")
    asked.add_argument("--by", choices=("outlet", "month", "day"), help="a row for each outlet, month or day as well")
    asked.add_argument("--count-copies", action="store_true", help="count each copy of an article, not the first alone")
    named = asked.add_mutually_exclusive_group()
    named.add_argument(
        "--labels", metavar="NAME", help="labels that put the share right (those that `sayso code` made for this query)"
    )
    named.add_argument("--no-labels", action="store_true", help="give the query's share alone")
    form = parser.add_argument_group("what to make of it")
    form.add_argument("--json", action="store_true", help="print the answer as JSON; with the next two a list of rows")
    form.add_argument("--csv", action="store_true", help="print it as a table that carries its question")
    behind = form.add_mutually_exclusive_group()
    behind.add_argument("--sentences", action="store_true", help="list the sentences behind the number instead")
    behind.add_argument("--suggest", action="store_true", help="list terms that might widen the query instead")
    form.add_argument("--others", action="store_true", help="with --sentences: those that do not match")
    form.add_argument("--row", metavar="NAME", help="with --sentences and --by: only of this outlet, month or day")
    form.add_argument("--limit", metavar="N", type=count, default=20, help="the first N sentences or terms (20)")
    kept(parser)
    looks(parser)
    debugged(parser)


def _code(parser: Parser) -> None:
    parser.set_defaults(run=_run_code)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    _queries(parser)
    asked = parser.add_argument_group("which sentences")
    asked.add_argument("--labels", metavar="NAME", help="name of the labels (made of the query)")
    asked.add_argument("--coder", metavar="NAME", help="who labels (the user's name)")
    asked.add_argument("--parted", choices=("outlet", "month"), help="give each outlet or month its turn")
    asked.add_argument("--seed", metavar="N", type=count, help="of the random numbers; kept with the labels")
    asked.add_argument("--count-copies", action="store_true", help="ask for sentences of copies as well")
    form = parser.add_argument_group("instead of labelling here")
    one = form.add_mutually_exclusive_group()
    one.add_argument(
        "--export", metavar="PATH", help="write the next sentences as CSV for a coder elsewhere (- for stdout)"
    )
    one.add_argument("--import", dest="taken", metavar="PATH", help="take the labels of such a file in (- for stdin)")
    one.add_argument("--agreement", action="store_true", help="say how far coders agree (Krippendorff's alpha)")
    form.add_argument(
        "--limit", metavar="N", type=count, default=200, help="ask for, or write, at most N sentences (200)"
    )
    form.add_argument(
        "--json", action="store_true", help="print how many were labelled, and how far coders agree, as JSON"
    )
    kept(parser)
    looks(parser)
    debugged(parser)


def _queries(parser: Parser) -> None:
    group = parser.add_argument_group("the question, in the language of `sayso search`")
    group.add_argument("--about", metavar="QUERY", required=True, help="sentences that match count as about it")
    group.add_argument(
        "--story", metavar="STORY", help="only articles of this story: its id, that of an article, or words"
    )
    group.add_argument("--in", dest="within", metavar="QUERY", help="articles that are counted at all (every one)")


def _run_attention(options: argparse.Namespace) -> int:
    from sayso.cli.attention import run

    return run(options)


def _run_code(options: argparse.Namespace) -> int:
    from sayso.cli.code import run

    return run(options)
