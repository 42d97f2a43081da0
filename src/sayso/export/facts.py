"""What views say of a finding in a few words: who speaks, through how many mouths, how sure, when."""

from __future__ import annotations

from datetime import date

from sayso.export.head import MONTHS
from sayso.export.lookup import THIS, Lookup
from sayso.export.safe import one_line
from sayso.records import Attribution, Certainty, Happening, Hedge, Person, PersonKind, Polarity, Reading, SourceClass

NAMELESS = (PersonKind.UNNAMED, PersonKind.GROUP)
"""Who is not the same from article to article: *a neighbour* here is nobody's neighbour there."""


def who(at: Lookup, found: Attribution) -> tuple[str, str]:
    """The speaker's name and the words that stand for them here, empty where they are the same or there are none.

    Without a speaker the name is the source's own words, or empty where the text has none.
    """
    source = one_line(at.words(found.source))
    speaker = at.speaker(found)
    if speaker is None:
        return source, ""
    name = one_line(speaker.name)
    return name, "" if source.casefold() == name.casefold() else source


def nobody(found: Attribution) -> str:
    """What to say where there is neither speaker nor source."""
    return "nobody named" if found.source_class is SourceClass.UNATTRIBUTED else "not settled"


def voice(at: Lookup, found: Attribution) -> str:
    """The same string for all findings of one speaker; empty where nobody is known."""
    return found.speaker or one_line(at.words(found.source)).casefold()


def mouths(at: Lookup, found: Attribution) -> int:
    """How many mouths the words went through before this article: 1 where the speaker is all there is, 0 where untold."""
    return max(0, len(at.hops(found)) - 1)


def path(at: Lookup, found: Attribution, arrow: str = " → ") -> str:
    """The chain as one line: *Ada Moss → The Courier → this article*. What is inferred stands in brackets."""
    steps = zip(map(one_line, at.actors(found)), at.hops(found), strict=True)
    return arrow.join(f"({name})" if hop.inferred and name != THIS else name for name, hop in steps)


def is_plain(found: Attribution) -> bool:
    """Whether the finding is simply stated, so that a view need say nothing about how sure it is."""
    return found.certainty is Certainty.STATED and found.polarity is Polarity.AFFIRMED


_MODS = {
    "START": "early ",
    "MID": "mid-",
    "END": "late ",
    "APPROX": "about ",
    "BEFORE": "before ",
    "AFTER": "after ",
    "ON_OR_BEFORE": "by ",
    "ON_OR_AFTER": "from ",
}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}


def moment(value: str, mod: str | None = None) -> str:
    """A TIMEX3 date or time for people: *9 January 2016*, *late 2015*, *15 January 2016, morning*, *9 January, year open*."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    day, _, hour = value.partition("T")
    parts = day.split("-")
    said = _day(parts)
    if said is None:
        return value
    if hour and hour != "XX":
        said += f", {_PARTS.get(hour, hour)}"
    return _MODS.get(mod or "", "") + said


def published(when: date | None) -> str:
    """The day of publication for people."""
    return moment(when.isoformat()[:10]) if when else "no date"


def _day(parts: list[str]) -> str | None:
    year = parts[0]
    open_year = year == "XXXX"
    if len(year) == 3 and year.isdigit() and len(parts) == 1:
        return f"the {year}0s"
    if not open_year and not (len(year) == 4 and year.isdigit()):
        return None
    shown_year = "year open" if open_year else year
    if len(parts) == 1:
        return None if open_year else shown_year
    middle = parts[1]
    comma = ", " if open_year else " "
    if middle.isdigit() and 1 <= int(middle) <= 12:
        month = MONTHS[int(middle) - 1]
        if len(parts) > 2 and parts[2].isdigit():
            return f"{int(parts[2])} {month}{comma}{shown_year}"
        return f"{month}{comma}{shown_year}" if len(parts) == 2 else None
    if middle in _SEASONS:
        return f"{_SEASONS[middle]}{comma}{shown_year}"
    if middle.startswith("Q") and middle[1:].isdigit():
        return f"quarter {middle[1:]} of {shown_year}"
    if middle.startswith("W") and middle[1:].isdigit():
        end = ", weekend" if parts[-1] == "WE" else ""
        return f"week {int(middle[1:])} of {shown_year}{end}"
    return None


def dated_by(at: Lookup, happening: Happening) -> str:
    """Who says that something happened: a name, or *the article*."""
    found = at.attribution(happening.by)
    return "the article" if found is None else who(at, found)[0] or nobody(found)


def own_doubts(reading: Reading) -> list[Hedge]:
    """What the article in its own voice does not simply state. What it plainly states not to be so is no doubt."""
    return [each for each in reading.hedges if each.attribution is None and each.certainty is not Certainty.STATED]


def descriptions(at: Lookup, person: Person, most: int = 2) -> str:
    """Who somebody is in the article's words, the first few that differ, with semicolons between."""
    told = dict.fromkeys(one_line(at.words((span,))) for span in person.descriptions)
    return "; ".join(list(told)[:most])


def worth_showing(person: Person) -> bool:
    """Whether a list of those who do not speak should have somebody: all who are named, and who is mentioned more than once."""
    passing = person.kind in (*NAMELESS, PersonKind.ROLE)
    return not passing or len(person.mentions) > 1


def wire_line(reading: Reading) -> str:
    """That the text is an agency's, empty where nothing says so."""
    wire = reading.wire
    if wire is None:
        return ""
    return f"{'Agency copy' if wire.whole else 'In part agency copy'}: {one_line(wire.agency)}"


def said_when(at: Lookup, found: Attribution) -> str:
    """When it was said, empty where the text does not date the saying."""
    time = at.said(found)
    return "" if time is None else moment(time.value, time.mod)
