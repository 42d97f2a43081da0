"""The first page of a folder of articles: their story with disputes and timeline, the articles, and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from sayso.export.corrections import corrections_part
from sayso.export.facts import moment
from sayso.export.head import day
from sayso.export.markup import Address, Html, tag
from sayso.export.safe import clipped, one_line
from sayso.export.story import disputes_part, timeline_part
from sayso.records.corrections import Correction
from sayso.records.stories import Dispute, Mark, Member, Moment, Story


@dataclass(frozen=True, slots=True)
class StoryParts:
    """A story with what is known of it; timeline and disputes in the order of their questions."""

    story: Story
    moments: Sequence[Moment] = ()
    disputes: Sequence[Dispute] = ()
    corrections: Sequence[Correction] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the index lists it. `findings` is how many its page has."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    findings: int


@dataclass(frozen=True, slots=True)
class Pages:
    """What is where in the folder: files by article; filled while the articles are written, their entries, the number of
    each attribution on its page, and by name who speaks where."""

    files: Mapping[str, str]
    entries: dict[str, Entry]
    numbers: dict[tuple[str, str], int]
    people: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def at(self, article: str, attribution: str | None = None) -> Address | None:
        """Where an article's page is, at one of its findings; `None` where it is not in the folder."""
        file = self.files.get(article)
        number = self.numbers.get((article, attribution or ""))
        return None if file is None else Address(f"{file}#f{number}" if number else file)

    def person(self, name: str) -> Address | None:
        """Where the index has somebody; `None` where they do not speak."""
        known = one_line(name)
        return Address(f"#{mark_of(known)}") if known in self.people else None


def mark_of(name: str) -> str:
    """Where the index has somebody: the same for the same name, and no character of the name in it."""
    return "p-" + sha256(name.encode("utf-8", "replace")).hexdigest()[:12]


def main_part(pages: Pages, parts: StoryParts | None) -> Html:
    """The body of the index."""
    if parts is None:
        count = _count(len(pages.entries), "article")
        return tag("main", tag("h1", "Articles"), tag("p", count, class_="lead"), _articles(pages, ()), class_="story")
    story = parts.story
    copies = len(story.members) - story.originals
    told = _count(story.originals, "article") + (f" and {_count(copies, 'copy')}" if copies else "")
    if story.first and story.last:
        told += f", {day(story.first)}" + (f" to {day(story.last)}" if story.last != story.first else "")
    put_right = corrections_part(parts.corrections, pages)
    sections = (
        ("disputes", "What is disputed", disputes_part(parts.disputes, pages)),
        *([("corrections", "What was put right", put_right)] if parts.corrections else ()),
        ("timeline", "When", timeline_part(parts.moments, story.first, pages)),
        ("articles", "Articles", _articles(pages, story.members)),
        ("voices", "Who speaks", _voices(pages)),
    )
    marks = (("Who", story.who), ("Where", story.where), ("When", story.when), ("Words", story.marks))
    return tag(
        "main",
        tag("h1", one_line(story.title) or "No title"),
        tag("p", told, class_="lead"),
        tag(
            "dl",
            [(tag("dt", said), tag("dd", _marks(some, said == "When"))) for said, some in marks if some],
            class_="marks",
        ),
        tag(
            "nav", [tag("a", title, href=f"#{id}") for id, title, _ in sections], class_="to", aria_label="On this page"
        ),
        [tag("section", tag("h2", title, id=f"{id}-title"), made, id=id) for id, title, made in sections],
        tag(
            "p",
            "Made by Sayso: a program read these articles and can be wrong. Check the words before you rely on them.",
            class_="colophon",
        ),
        class_="story",
    )


def _marks(some: Sequence[Mark], dates: bool) -> list[Html | str]:
    made: list[Html | str] = []
    for mark in some[:8]:
        made += [
            ", " if made else "",
            clipped(moment(mark.words) if dates else mark.words, 50),
            " ",
            tag("span", str(mark.articles), class_="quiet"),
        ]
    return made


def _articles(pages: Pages, members: Sequence[Member]) -> Html:
    """Every article under its day; those without one last."""
    copies = {each.article: each.copy_of for each in members if each.copy_of is not None}
    days: dict[tuple[bool, str], list[Entry]] = {}
    for entry in pages.entries.values():
        when = entry.published.isoformat()[:10] if entry.published else ""
        days.setdefault((not when, when), []).append(entry)
    made: list[Html] = []
    for key in sorted(days):
        made.append(tag("h3", day(date.fromisoformat(key[1])) if key[1] else "No date"))
        made.append(tag("ul", [_entry(pages, each, copies.get(each.id)) for each in days[key]], class_="rows"))
    return tag("div", made)


def _entry(pages: Pages, each: Entry, copy_of: str | None) -> Html:
    told = f"{clipped(each.outlet or '', 50) or 'no outlet'}, {_count(each.findings, 'finding')}"
    copied: list[Html | str] = []
    if copy_of is not None and (first := pages.entries.get(copy_of)) is not None:
        copied = [", a copy of ", tag("a", clipped(first.outlet or "", 50) or "another", href=pages.at(copy_of))]
    return tag(
        "li",
        tag("a", clipped(each.title or "", 180) or "No title", href=pages.at(each.id)),
        " ",
        tag("span", told, copied, class_="quiet"),
    )


def _voices(pages: Pages) -> Html:
    """Everybody with a name who speaks, by in how many articles, each with every finding."""
    if not pages.people:
        return tag("p", "Nobody with a name speaks in these articles.")

    def weight(each: tuple[str, Mapping[str, Sequence[int]]]) -> tuple[int, int, str]:
        return -len(each[1]), -sum(map(len, each[1].values())), each[0]

    rows = [
        tag(
            "li", tag("b", clipped(name, 80)), " ", tag("span", _places(pages, where), class_="quiet"), id=mark_of(name)
        )
        for name, where in sorted(pages.people.items(), key=weight)
    ]
    return tag("ul", rows, class_="rows")


def _places(pages: Pages, where: Mapping[str, Iterable[int]]) -> list[Html | str]:
    made: list[Html | str] = []
    for id, numbers in where.items():
        made.append("; " if made else "")
        made.append(clipped(pages.entries[id].outlet or "", 40) or "no outlet")
        for number in numbers:
            made += [" ", tag("a", str(number), href=Address(f"{pages.files[id]}#f{number}"))]
    return made


def _count(number: int, what: str) -> str:
    many = what[:-1] + "ies" if what.endswith("copy") else what + "s"
    return f"{number:,} {what if number == 1 else many}"
