"""The public verbs: each composes the stages and returns records. They print nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import SaysoError, UsageError
from sayso.records import Article, Attribution, Block, Capture, Given, Reading, Span
from sayso.records.intake import SetAside
from sayso.records.reading import html_view

if TYPE_CHECKING:
    from sayso.intake import IntakeSettings
    from sayso.model import Tagger

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Outcome",
    "Reading",
    "Span",
    "article_from_html",
    "at_least",
    "read",
    "read_each",
    "read_text",
]

BATCH_ARTICLES = 16
BATCH_CHARACTERS = 200_000
"""How much is read at once: enough that windows of one length fill a batch, little enough that answers keep coming."""


def read(source: str | Path | bytes, *, force: bool = False, allow_private: bool = False) -> Reading:
    """The reading of one article: who said what in it.

    `source` is a path, an http(s) address (fetched, once, because you ask) or the bytes of a page or text; HTML and
    plain text, also gzipped. `force` reads what is not in English all the same; `allow_private` lets an address lead
    into a private network. A `SaysoError` where there is nothing to read says what would mend it.
    """
    from sayso.intake import IntakeSettings, capture_bytes, captures

    if isinstance(source, bytes | bytearray | memoryview):
        article = _article(capture_bytes(bytes(source), name="the bytes given"), force=force, settings=IntakeSettings())
        return _reading(article)
    settings = IntakeSettings(allow_private=allow_private)
    found = captures([str(source)], settings=settings)
    first = next(iter(found), None)
    if first is None:
        raise UsageError(f"{source} holds no document.", code="empty")
    if isinstance(first, SetAside):
        raise _error(first)
    if next(iter(found), None) is not None:
        raise UsageError(f"{source} holds several documents; read them with `sayso read {source} --jsonl`.")
    return _reading(_article(first, force=force, settings=settings))


def read_text(
    text: str,
    published: date | datetime | None = None,
    url: str | None = None,
    outlet: str | None = None,
    *,
    force: bool = False,
) -> Reading:
    """The reading of a plain text, paragraphs parted by empty lines; what you say of it is kept with its article.

    `published` is the day or moment of publication, never guessed when it is `None`. Example:
    `read_text("“No,” said Osei.", outlet="The Courier").attributions[0].source` is one span, over *Osei*.
    """
    from sayso.article import article_from_text

    given = Given(published=published, url=url, outlet=outlet)
    return _reading(article_from_text(text, given, force=force))


def article_from_html(data: bytes | str, url: str | None = None) -> Article:
    """The article of an HTML page, without its findings: no model is loaded. `url` is where the page was found."""
    from sayso import article

    return article.article_from_html(data, url)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How a batch is read: `intake` has the limits (`None` for the usual ones), `force` reads other languages too."""

    force: bool = False
    charset: str | None = None
    """What the inputs are encoded in, where they do not say or say it wrongly."""
    intake: IntakeSettings | None = None
    strict: bool = False
    """Whether a mistake of ours is raised where it happens, instead of set aside with the code *internal*."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its reading, or the reason why it was set aside. Exactly one of the two is there."""

    name: str
    reading: Reading | None = None
    aside: SetAside | None = None


@dataclass(slots=True)
class _Waiting:
    """Outcomes in input order, those that are still to be read as an article."""

    rows: list[tuple[str, Article | SetAside]] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        articles = [row for _, row in self.rows if isinstance(row, Article)]
        return len(articles) >= BATCH_ARTICLES or sum(len(each.text) for each in articles) >= BATCH_CHARACTERS


def read_each(
    inputs: Sequence[str], settings: ReadSettings | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """One outcome for each document that the inputs hold, in their order; one that fails never stops the others.

    An input is a path, a pattern, an address or `-` for `stdin`; a table or JSONL holds one document a row. What fails
    in a way that nobody foresaw is set aside with the code *internal*, the error in its message.
    """
    from sayso.intake import IntakeSettings, captures

    settings = settings or ReadSettings()
    intake = settings.intake or IntakeSettings()
    waiting = _Waiting()
    for found in captures(inputs, settings=intake, stdin=stdin):
        waiting.rows.append(_prepared(found, settings, intake))
        if waiting.is_full:
            yield from _outcomes(waiting.rows, settings)
            waiting = _Waiting()
    yield from _outcomes(waiting.rows, settings)


def at_least(reading: Reading, score: float) -> Reading:
    """The reading without attributions whose score is below `score`; a note says how many were left out.

    An attribution inside one that was left out moves into the next one outwards that stays.
    """
    outer = {found.id: found for found in reading.attributions}
    kept = {found.id for found in reading.attributions if found.score >= score}
    if len(kept) == len(outer):
        return reading

    def home(found: Attribution) -> str | None:
        inside, seen = found.inside, {found.id}
        while inside is not None and inside not in kept:
            if inside in seen or inside not in outer:
                return None
            seen.add(inside)
            inside = outer[inside].inside
        return inside

    left = [replace(found, inside=home(found)) for found in reading.attributions if found.id in kept]
    gone = len(outer) - len(kept)
    note = f"{gone} {'finding' if gone == 1 else 'findings'} with a score below {score:g} left out."
    return replace(reading, attributions=tuple(left), notes=(*reading.notes, note))


def _prepared(
    found: Capture | SetAside, settings: ReadSettings, intake: IntakeSettings
) -> tuple[str, Article | SetAside]:
    if isinstance(found, SetAside):
        return found.name, found
    if settings.charset is not None:
        found = replace(found, charset=settings.charset)
    try:
        return found.name, _article(found, force=settings.force, settings=intake)
    except SaysoError as error:
        return found.name, SetAside(found.name, error.code, str(error), error.exit_code)
    except Exception as error:
        if settings.strict:
            raise
        return found.name, _unforeseen(found.name, error)


def _outcomes(rows: list[tuple[str, Article | SetAside]], settings: ReadSettings) -> Iterator[Outcome]:
    readings = iter(_readings([(name, row) for name, row in rows if isinstance(row, Article)], settings))
    for name, row in rows:
        result = next(readings) if isinstance(row, Article) else row
        yield Outcome(name, aside=result) if isinstance(result, SetAside) else Outcome(name, reading=result)


def _readings(articles: list[tuple[str, Article]], settings: ReadSettings) -> list[Reading | SetAside]:
    from sayso.reading import read_articles

    if not articles:
        return []
    tagger = _tagger()
    try:
        return [_noted(reading) for reading in read_articles([article for _, article in articles], tagger)]
    except Exception as error:
        if settings.strict:
            raise
        if len(articles) == 1:
            return [_unforeseen(articles[0][0], error)]
    return [reading for one in articles for reading in _readings([one], settings)]


def _article(capture: Capture, *, force: bool, settings: IntakeSettings) -> Article:
    from sayso.article import article_from_capture

    return article_from_capture(capture, force=force, max_bytes=settings.max_bytes)


def _reading(article: Article) -> Reading:
    from sayso.reading import read_article

    return _noted(read_article(article, _tagger()))


def _noted(reading: Reading) -> Reading:
    """The reading with a note where its language is not the model's."""
    language = reading.article.language
    if language is None or language.lower().split("-")[0] == "en" or reading.notes:
        return reading
    note = f"The language is {language}, and the model was trained on English alone: expect little of these findings."
    return replace(reading, notes=(note,))


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    from sayso.model import load

    return load()


def _error(aside: SetAside) -> SaysoError:
    """The error that a set-aside input stands for."""
    kinds = {kind.exit_code: kind for kind in SaysoError.__subclasses__()}
    return kinds.get(aside.exit_code, SaysoError)(aside.message, code=aside.code)


def _unforeseen(name: str, error: Exception) -> SetAside:
    return SetAside(
        name,
        "internal",
        f"{name} met a mistake in Sayso ({error!r}); please report it, with what --debug shows.",
        70,
    )


def _show(reading: Reading) -> str:
    from sayso.export.html import render_for_notebook

    return render_for_notebook(reading)


html_view[:] = [_show]
