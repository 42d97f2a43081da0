"""Articles as a folder of pages that opens from a disk: each article's self-contained page, and an index that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.export.document import asset, document
from sayso.export.facts import NAMELESS
from sayso.export.files import Names, Tally, filling, write_file
from sayso.export.html import render
from sayso.export.index import Entry, Pages, StoryParts, main_part, mark_of
from sayso.export.links import Links
from sayso.export.markup import Address
from sayso.export.safe import clipped, one_line
from sayso.records import Reading

PLACE = "articles"
"""The folder of the articles' pages, beside `index.html`."""


def write_pages(
    readings: Iterable[tuple[str, Reading]], ids: Sequence[str], to: Path, parts: StoryParts | None = None
) -> Tally:
    """Write the articles (each with its id in the archive, in the order of `ids`) into a new folder; whole or not at all.

    `parts` is the story that they are, which the index then tells. OutputError where the folder holds something already.
    """
    names = Names(".html")
    pages = Pages({id: f"{PLACE}/{names.of(id)}" for id in ids}, {}, {})
    tally = Tally()
    with filling(to) as temporary:
        for id, reading in readings:
            path = temporary / pages.files[id]
            write_file(path, [render(reading, _links(id, reading, ids, pages, parts))])
            _note(id, reading, pages, parts is not None)
            tally.readings += 1
            tally.files += 1
            tally.rows += len(reading.attributions)
        title = one_line(parts.story.title) if parts is not None else "Articles"
        style = asset("page.css") + asset("folder.css") + asset("story.css")
        write_file(temporary / "index.html", [document(title or "A story", main_part(pages, parts), style)])
        tally.files += 1
    return tally


def _links(id: str, reading: Reading, ids: Sequence[str], pages: Pages, parts: StoryParts | None) -> Links:
    if parts is None:
        return Links(about=(("All articles", Address("../index.html")),))
    place = ids.index(id)
    about = [(f"The story: {clipped(parts.story.title, 70)}", Address("../index.html"))]
    for said, other in (("Before it", place - 1), ("After it", place + 1)):
        if 0 <= other < len(ids):
            about.append((said, Address(pages.files[ids[other]].removeprefix(f"{PLACE}/"))))
    people = {each: Address(f"../index.html#{mark_of(name)}") for each, name, _ in _speaking(reading)}
    return Links(people, {}, tuple(about))


def _note(id: str, reading: Reading, pages: Pages, in_story: bool) -> None:
    """Remember of an article what the index says of it."""
    article = reading.article
    entry = Entry(id, article.title, article.outlet, article.published, len(reading.attributions))
    pages.entries[id] = entry
    if not in_story:
        return
    for number, found in enumerate(reading.attributions, start=1):
        pages.numbers[id, found.id] = number
    for _, name, numbers in _speaking(reading):
        pages.people.setdefault(name, {}).setdefault(id, []).extend(numbers)


def _speaking(reading: Reading) -> Iterator[tuple[str, str, list[int]]]:
    """Those with a name who speak in an article: id, name, and the numbers of their findings."""
    for person in reading.people:
        numbers = [place for place, found in enumerate(reading.attributions, 1) if found.speaker == person.id]
        if numbers and person.kind not in NAMELESS:
            yield person.id, one_line(person.name), numbers
