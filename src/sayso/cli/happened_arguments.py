"""Options of the verbs about stories."""

from __future__ import annotations

import argparse

from sayso.cli.archive_arguments import WHERE, count, kept, looks
from sayso.cli.arguments import Parser, debugged, verb
from sayso.cli.attention_arguments import UNITS

STORY = "a story's id, the id of one of its articles, or words that pick one"


def happened_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the verbs about stories to the command."""
    _stories(verb(verbs, "stories", "group an archive's articles by what happened, with who, where and when"))
    _timeline(verb(verbs, "timeline", "show what happened when in a story, by all its articles"))
    _disputes(verb(verbs, "disputes", "show what is disputed in a story, both sides with who says it"))
    _corrections(verb(verbs, "corrections", "show what articles put right, with the articles that said it wrongly"))
    _topics(verb(verbs, "topics", "say what share of a story was about each of its topics, day by day"))


def _stories(parser: Parser) -> None:
    parser.set_defaults(run=_run_stories)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("--json", action="store_true", help="print the stories as a JSON list, one a line")
    parser.add_argument("--limit", metavar="N", type=count, default=20, help="the largest N stories (20)")
    parser.add_argument(
        "--voices", action="store_true", help="show who speaks in each story, and what the sources of each outlet are"
    )
    parser.add_argument(
        "--smallest", metavar="N", type=count, default=2, help="leave out stories of fewer than N articles (2)"
    )
    kept(parser)
    looks(parser)
    debugged(parser)


def _timeline(parser: Parser) -> None:
    parser.set_defaults(run=_run_timeline)
    _of_story(parser)
    kept(parser)
    looks(parser)
    debugged(parser)


def _disputes(parser: Parser) -> None:
    parser.set_defaults(run=_run_disputes)
    _of_story(parser)
    parser.add_argument(
        "--least", metavar="P", type=_share, help="show disputes whose score is P or more, 0 to 1 (0.7)"
    )
    kept(parser)
    looks(parser)
    debugged(parser)


def _corrections(parser: Parser) -> None:
    parser.set_defaults(run=_run_corrections)
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("story", metavar="STORY", nargs="?", help=f"only of one story: {STORY}")
    parser.add_argument("--json", action="store_true", help="print the notices as a JSON list, one a line")
    parser.add_argument("--updates", action="store_true", help="show notices that a text was only updated as well")
    looks(parser)
    debugged(parser)


def _topics(parser: Parser) -> None:
    parser.set_defaults(run=_run_topics)
    _of_story(parser)
    parser.add_argument(
        "--about", metavar="QUERY", action="append", default=[], help="a topic of your own instead; may be given again"
    )
    parser.add_argument(
        "--by",
        choices=("day", "month", "outlet"),
        help="the rows of each (day; month for a story of over three months)",
    )
    parser.add_argument("--unit", choices=UNITS, default="sentences", help="the unit of the shares (sentences)")
    parser.add_argument(
        "--count-copies", action="store_true", help="count each copy of an article, not the first alone"
    )
    looks(parser)
    debugged(parser)


def _of_story(parser: Parser) -> None:
    parser.add_argument("archive", metavar="ARCHIVE", help=WHERE)
    parser.add_argument("story", metavar="STORY", help=STORY)
    parser.add_argument("--json", action="store_true", help="print the rows as a JSON list, one a line")


def _share(value: str) -> float:
    try:
        found = float(value)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 to 1")
    return found


def _run_stories(options: argparse.Namespace) -> int:
    from sayso.cli.happened import stories

    return stories(options)


def _run_timeline(options: argparse.Namespace) -> int:
    from sayso.cli.happened import timeline

    return timeline(options)


def _run_disputes(options: argparse.Namespace) -> int:
    from sayso.cli.happened import disputes

    return disputes(options)


def _run_corrections(options: argparse.Namespace) -> int:
    from sayso.cli.corrections import run

    return run(options)


def _run_topics(options: argparse.Namespace) -> int:
    from sayso.cli.topics import run

    return run(options)
