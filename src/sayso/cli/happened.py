"""`sayso stories`, `sayso timeline` and `sayso disputes`: what happened, when, and what of it is disputed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.ask import Page, filters_of, rows_as_json
from sayso.cli.output import prepare_stdout, write
from sayso.cli.progress import shown
from sayso.cli.terminal import MARKER, SURE
from sayso.coverage.disputes import DOUBTFUL, SHOWN
from sayso.coverage.happened import story_in
from sayso.export.safe import clipped, one_line
from sayso.records.speaking import Voices
from sayso.records.stories import Dispute, Mark, Moment, Side, Story, When

MOST_MEMBERS = 12
MOST_WORDS = 240
"""Characters of a quotation on a terminal; `--json` has all."""


def stories(options: argparse.Namespace) -> int:
    """Show the stories of an archive; returns 0."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("stories") as progress:
        found = archive.stories(filters_of(options), least=options.smallest, progress=progress)
        some = found[: options.limit]
        spoken = {story.id: archive.voices(story) for story in some} if options.voices else {}
    if options.json:
        write(
            rows_as_json(
                {**story.to_dict(), "voices": spoken[story.id].to_dict()} if spoken else story.to_dict()
                for story in some
            )
        )
        return 0
    page = Page(options)
    for story in some:
        for line in _story(story, page):
            page.console.print(line)
        for line in _voices(spoken[story.id]) if spoken else ():
            page.console.print(line)
    page.out()
    if len(found) > len(some):
        print(f"the largest {len(some)} of {len(found):,}; --limit N shows more", file=sys.stderr)
    return _none(found)


def timeline(options: argparse.Namespace) -> int:
    """Show the merged timeline of a story; returns 0."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("stories") as progress:
        story = story_in(archive, options.story, filters_of(options), progress)
        found = archive.timeline(story)
    if options.json:
        write(rows_as_json(moment.to_dict() for moment in found))
        return 0
    page = Page(options)
    page.console.print(_head(story))
    for moment in found:
        for line in _moment(moment, page):
            page.console.print(line)
    page.out()
    return _none(found)


def disputes(options: argparse.Namespace) -> int:
    """Show what is disputed in a story; returns 0."""
    prepare_stdout(data=options.json)
    with api.open(options.archive) as archive, shown("stories") as progress:
        story = story_in(archive, options.story, filters_of(options), progress)
        lowest = DOUBTFUL if options.least is None and not options.json else options.least
        every = archive.disputes(story, least=lowest)
    found = [dispute for dispute in every if options.least is not None or dispute.score >= SHOWN]
    if options.json:
        write(rows_as_json(dispute.to_dict() for dispute in found))
        return 0
    page = Page(options)
    page.console.print(_head(story))
    for dispute in found:
        for line in _dispute(dispute):
            page.console.print(line)
    if doubtful := len(every) - len(found):
        more = "1 pair is" if doubtful == 1 else f"{doubtful:,} pairs are"
        page.console.print(Text(f"{more} less sure: --least {DOUBTFUL} shows what may be a dispute.", style=SURE))
    page.out()
    return _none(every)


def _none(found: Sequence[Story] | Sequence[Moment] | Sequence[Dispute]) -> int:
    if not found:
        print("nothing found", file=sys.stderr)
    return 0


def _head(story: Story) -> Text:
    return Text(one_line(story.title), style="bold").append(f"  {story.id}", style=MARKER)


def _story(story: Story, page: Page) -> Iterable[Text | Padding]:
    yield _head(story)
    days = f"{story.first} to {story.last}" if story.first else "no dates"
    copies = len(story.members) - story.originals
    count = f"{story.originals:,} article{'s' if story.originals != 1 else ''}"
    if copies:
        count += f" and {copies:,} cop{'ies' if copies != 1 else 'y'}"
    yield Padding(Text(f"{count}, {days}"), (0, 0, 0, 2))
    for label, marks in (("who", story.who), ("where", story.where), ("when", story.when), ("words", story.marks)):
        if marks:
            yield Padding(Text(f"{label}: ", style=MARKER).append(_marks(marks), style="default"), (0, 0, 0, 2))
    for member in story.members[:MOST_MEMBERS]:
        row = Text(f"{str(member.published or 'no date')[:10]:<10} ", style=MARKER)
        row.append(f"{clipped(one_line(member.outlet or '(no outlet)'), 18):<18} ", style="default")
        row.append(clipped(one_line(member.title or "(no title)"), max(20, page.width - 44)), style="default")
        row.append("  copy" if member.copy_of else f"  {member.score:.2f}", style=MARKER)
        yield Padding(row, (0, 0, 0, 2))
    more = len(story.members) - MOST_MEMBERS
    yield Padding(Text(f"and {more:,} more" if more > 0 else "", style=MARKER), (0, 0, 1 if more > 0 else 0, 2))


def _voices(voices: Voices) -> Iterable[Padding]:
    for each in voices.speakers[:MOST_MEMBERS]:
        counts = f"  {each.statements:,} in {each.articles:,} article{'s' if each.articles != 1 else ''}"
        yield Padding(Text(one_line(each.value or ""), style="cyan").append(counts, style=MARKER), (0, 0, 0, 2))
    for mix in voices.outlets:
        counts = ", ".join(f"{name} {count:,}" for name, count in zip(voices.classes, mix.counts, strict=True) if count)
        row = Text(one_line(mix.outlet or "(no outlet)") + ": ", style=MARKER).append(counts, style="default")
        yield Padding(row, (0, 0, 0, 2))
    yield Padding(Text(""), (0, 0, 0, 0))


def _marks(marks: tuple[Mark, ...]) -> str:
    return ", ".join(f"{one_line(mark.words)} ({mark.articles})" for mark in marks)


def _moment(moment: Moment, page: Page) -> Iterable[Text | Padding]:
    row = Text(f"{_date(moment.date, moment.mod):<18}", style="bold")
    row.append(clipped(moment.words, max(40, 3 * page.width)), style="default")
    yield row
    for when in moment.dates:
        yield Padding(_when(when, moment), (0, 0, 0, 4))


def _when(when: When, moment: Moment) -> Text:
    own = [each for each in when.tellings if not each.copy]
    outlets = dict.fromkeys(one_line(each.outlet or each.article) for each in own or when.tellings)
    row = Text()
    if not when.agrees:
        row.append(f"{_date(when.date, when.mod)}, which does not agree: ", style=SURE)
    elif when.date != moment.date:
        row.append(f"{_date(when.date, when.mod)}: ", style=MARKER)
    row.append(", ".join(outlets), style=MARKER)
    said = dict.fromkeys(one_line(each.speaker) for each in when.tellings if each.speaker)
    if said:
        row.append(f"; says {', '.join(said)}", style=MARKER)
    return row


def _dispute(dispute: Dispute) -> Iterable[Text | Padding]:
    head = Text(f"{dispute.score:.2f} ", style="bold").append(dispute.kind, style=SURE)
    if dispute.about:
        head.append(f"  about {one_line(dispute.about)}", style="default")
    if dispute.reversal:
        head.append("  a speaker's own reversal", style=SURE)
    yield head
    yield Padding(_side(dispute.a), (0, 0, 0, 2))
    yield Padding(_side(dispute.b), (0, 0, 0, 2))
    also = f"; {len(dispute.also)} more pairs say the same" if dispute.also else ""
    yield Padding(Text(one_line(dispute.why.note) + also, style=MARKER), (0, 0, 1, 2))


def _side(side: Side) -> Text:
    row = Text(one_line(side.speaker or side.source or "nobody named"), style="cyan")
    cue = one_line(side.cue).strip(" :")
    row.append(f" {cue}" if cue else "", style="default")
    row.append(": ").append(clipped(side.clause.words, MOST_WORDS), style="default")
    through = [one_line(name) for name in side.chain[1:-1]]
    via = f" via {', '.join(through)}" if through else ""
    day = str(side.published)[:10] if side.published else "no date"
    row.append(f"  {one_line(side.outlet or side.article)}, {day}{via}", style=MARKER)
    return row.append(
        f"  {side.article} {side.attribution} {side.clause.span.start}–{side.clause.span.end}", style=MARKER
    )


def _date(value: str, mod: str | None) -> str:
    return f"{value} {mod.lower()}" if mod else value
