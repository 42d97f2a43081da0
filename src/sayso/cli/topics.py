"""`sayso topics`: what share of a story was about each of its topics, over its days."""

from __future__ import annotations

import argparse
import sys

from rich.text import Text

from sayso import api
from sayso.cli.ask import Page, rows_as_json
from sayso.cli.attention import lines, prepared
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER
from sayso.coverage.happened import story_in
from sayso.export.safe import one_line


def run(options: argparse.Namespace) -> int:
    """Show the topics of a story with their shares; returns 0."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive:
        with shown("stories") as progress:
            story = story_in(archive, options.story, progress=progress)
        prepared(archive)
        found = archive.topics(
            story, options.about, by=options.by, unit=options.unit, count_copies=options.count_copies
        )
    if options.json:
        write(rows_as_json(topic.to_dict() for topic in found))
        return 0
    page = Page(options)
    page.console.print(Text(one_line(story.title), style="bold").append(f"  {story.id}", style=MARKER))
    for topic in found:
        page.console.print("")
        for line in lines(topic.answer, page.width):
            page.console.print(line)
    page.out()
    if not found:
        print("nothing found", file=sys.stderr)
    return 0
