"""What follows the findings on a terminal: who is in the article, when things happened, what it does not simply state."""

from __future__ import annotations

from collections import Counter

from rich.table import Table
from rich.text import Text

from sayso.export import facts
from sayso.export.lookup import Lookup
from sayso.export.safe import clipped, one_line
from sayso.records import Reading, sureness

QUIET = "bright_black"
MOST_PEOPLE = 12
"""People shown; those with most findings and mentions come first, and the rest is counted. All are in the JSON."""


def people(at: Lookup, width: int, dash: str) -> list[Table | Text]:
    """Who is in it: name, kind, how many findings are theirs, and who they are in the article's words."""
    reading = at.reading
    if not reading.people:
        return []
    says = Counter(found.speaker for found in reading.attributions if found.speaker)
    shown = [person for person in reading.people if says[person.id] or facts.worth_showing(person)]
    order = sorted(shown, key=lambda each: (-says[each.id], -len(each.mentions)))
    table = _table("who", "kind", "says", "in the article’s words" if dash == "–" else "in the article's words")
    for person in order[:MOST_PEOPLE]:
        told = clipped(facts.descriptions(at, person), max(20, width // 2))
        name = clipped(one_line(person.name), max(16, width // 3))
        table.add_row(name, str(person.kind), str(says[person.id] or dash), told or dash)
    left = len(reading.people) - min(len(order), MOST_PEOPLE)
    more = [Text(f"and {left} more", style=QUIET)] if left > 0 else []
    return [Text(f"Who is in it: {len(reading.people)}", style="bold"), table, *more]


def timeline(at: Lookup, width: int) -> list[Table | Text]:
    """When things happened, in order: the date, what, who says so, and how sure where it is not simply stated."""
    happenings = at.reading.timeline()
    if not happenings:
        return []
    table = _table("when", "what", "who says so")
    for each in happenings:
        sure = sureness(each.certainty, each.polarity)
        teller = facts.dated_by(at, each) + ("" if sure == "stated" else f", {sure}")
        what = clipped(at.words(each.what), max(24, 2 * (width - 44)))
        table.add_row(facts.moment(each.date, each.mod), what, clipped(teller, max(16, width // 4)))
    return [Text(f"When: {len(happenings)} dated", style="bold"), table]


def hedged(reading: Reading, width: int) -> list[Table | Text]:
    """What the article itself does not simply state, and how sure it is."""
    own = facts.own_doubts(reading)
    if not own:
        return []
    table = _table("how sure", "statement")
    for hedge in own:
        said = clipped(hedge.scope.of(reading.article.text), max(24, 2 * (width - 16)))
        table.add_row(sureness(hedge.certainty, hedge.polarity), said)
    return [Text(f"In the article's own voice, not simply stated: {len(own)}", style="bold"), table]


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=False, header_style=QUIET)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=False)
    return table
