"""The verbs that read: one article, or what a list of inputs holds, one outcome after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from sayso.errors import LanguageError, SaysoError, UsageError
from sayso.records import Article, Attribution, Capture, Given, Reading
from sayso.records.intake import SetAside
from sayso.records.reading import html_view

if TYPE_CHECKING:
    from sayso.intake import IntakeSettings
    from sayso.model import Tagger

BATCH_ARTICLES = 16
BATCH_CHARACTERS = 200_000
"""How much is read at once: enough that windows of one length fill a batch, little enough that answers keep coming."""

MOST_THREADS = 8
"""Beyond as many the windows of a batch do not fill them."""


def read(source: str | Path | bytes, *, force: bool = False, allow_private: bool = False) -> Reading:
    """The reading of one article: who said what in it.

    `source` is a path, an http(s) address (fetched, once, because you ask) or the bytes of a page or text; HTML and
    plain text, also gzipped. `force` reads what is not in English all the same; `allow_private` lets an address lead
    into a private network. A `SaysoError` where there is nothing to read says what would mend it.
    """
    from sayso.intake import IntakeSettings, capture_bytes, captures

    if isinstance(source, bytes | bytearray | memoryview):
        return _reading(_article(capture_bytes(bytes(source), name="the bytes given"), force, IntakeSettings()))
    settings = IntakeSettings(allow_private=allow_private)
    found = captures([str(source)], settings=settings)
    first = next(iter(found), None)
    if first is None:
        raise UsageError(f"{source} holds no document.", code="empty")
    if isinstance(first, SetAside):
        raise _error(first)
    if next(iter(found), None) is not None:
        raise UsageError(f"{source} holds several documents; read them with `sayso read {source} --jsonl`.")
    return _reading(_article(first, force, settings))


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
    return _reading(_forced(lambda forced: article_from_text(text, given, force=forced), force))


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
    given: Given = field(default_factory=Given)
    """What the caller says of every input that does not come with it from its table: date of publication, outlet."""
    strict: bool = False
    """Whether a mistake of ours is raised where it happens, instead of set aside with the code *internal*."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its reading, or the reason why it was set aside; neither where it was not wanted."""

    name: str
    reading: Reading | None = None
    aside: SetAside | None = None


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article to be read, and whether it is so only because the caller forced it."""

    article: Article
    forced: bool = False


_Row: TypeAlias = tuple[str, _Ready | SetAside | None]
"""Name, and the article that is to be read, why there is none, or `None` for one that nobody wants."""


@dataclass(slots=True)
class _Waiting:
    """Outcomes in input order, those that are still to be read as an article."""

    rows: list[_Row] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        if len(self.rows) >= 10 * BATCH_ARTICLES:
            return True
        ready = [found for _, found in self.rows if isinstance(found, _Ready)]
        return len(ready) >= BATCH_ARTICLES or sum(len(each.article.text) for each in ready) >= BATCH_CHARACTERS


def read_each(
    inputs: Sequence[str],
    settings: ReadSettings | None = None,
    *,
    stdin: BinaryIO | None = None,
    unwanted: Callable[[Article, str], bool] | None = None,
) -> Iterator[Outcome]:
    """One outcome for each document that the inputs hold, in their order; one that fails never stops the others.

    An input is a path, a pattern, an address or `-` for `stdin`; a table or JSONL holds one document a row. What fails
    in a way that nobody foresaw is set aside with the code *internal*, the error in its message. An article for which
    `unwanted` is true, given the model's name, is not read; its outcome has neither reading nor reason.
    """
    from sayso.intake import IntakeSettings

    settings = settings or ReadSettings()
    intake = settings.intake or IntakeSettings()
    waiting = _Waiting()
    for found in _captured(inputs, settings, intake, stdin):
        name, ready = _prepared(found, settings, intake)
        if unwanted is not None and isinstance(ready, _Ready) and unwanted(ready.article, _tagger().name):
            ready = None
        waiting.rows.append((name, ready))
        if waiting.is_full:
            yield from _outcomes(waiting.rows, settings)
            waiting = _Waiting()
    yield from _outcomes(waiting.rows, settings)


def _captured(
    inputs: Sequence[str], settings: ReadSettings, intake: IntakeSettings, stdin: BinaryIO | None
) -> Iterator[Capture | SetAside]:
    from sayso.intake import captures

    for name in inputs:
        try:
            yield from captures([name], settings=intake, stdin=stdin)
        except Exception as error:
            if settings.strict:
                raise
            yield _unforeseen(name, error)


def at_least(reading: Reading, score: float) -> Reading:
    """The reading without attributions whose score is below `score`; a note says how many were left out.

    An attribution inside one that was left out moves into the next one outwards that stays; chains, hedges and happenings
    that hang on one that was left out go with it.
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
    return replace(
        reading,
        attributions=tuple(left),
        notes=(*reading.notes, note),
        chains=tuple(chain for chain in reading.chains if chain.attribution in kept),
        hedges=tuple(hedge for hedge in reading.hedges if hedge.attribution is None or hedge.attribution in kept),
        happenings=tuple(each for each in reading.happenings if each.by is None or each.by in kept),
    )


def _prepared(found: Capture | SetAside, settings: ReadSettings, intake: IntakeSettings) -> _Row:
    if isinstance(found, SetAside):
        return found.name, found
    if settings.charset is not None:
        found = replace(found, charset=settings.charset)
    if settings.given != Given():
        mine = found.given
        outlet, published = mine.outlet or settings.given.outlet, mine.published or settings.given.published
        found = replace(found, given=replace(mine, outlet=outlet, published=published))
    try:
        return found.name, _article(found, settings.force, intake)
    except SaysoError as error:
        return found.name, SetAside(found.name, error.code, str(error), error.exit_code)
    except Exception as error:
        if settings.strict:
            raise
        return found.name, _unforeseen(found.name, error)


def _outcomes(rows: list[_Row], settings: ReadSettings) -> Iterator[Outcome]:
    ready = [(name, found) for name, found in rows if isinstance(found, _Ready)]
    readings = iter(_readings(ready, settings))
    for name, found in rows:
        result = next(readings) if isinstance(found, _Ready) else found
        if result is None:
            yield Outcome(name)
            continue
        yield Outcome(name, aside=result) if isinstance(result, SetAside) else Outcome(name, reading=result)


def _readings(ready: list[tuple[str, _Ready]], settings: ReadSettings) -> list[Reading | SetAside]:
    from sayso.reading import read_articles

    if not ready:
        return []
    tagger = _tagger()
    try:
        readings = read_articles([each.article for _, each in ready], tagger)
    except Exception as error:
        if settings.strict:
            raise
        if len(ready) == 1:
            return [_unforeseen(ready[0][0], error)]
        return [reading for one in ready for reading in _readings([one], settings)]
    return [_noted(reading, each.forced) for reading, (_, each) in zip(readings, ready, strict=True)]


def _article(capture: Capture, force: bool, settings: IntakeSettings) -> _Ready:
    from sayso.article import article_from_capture

    def made(forced: bool) -> Article:
        return article_from_capture(capture, force=forced, max_bytes=settings.max_bytes)

    return _forced(made, force)


def _forced(made: Callable[[bool], Article], force: bool) -> _Ready:
    """The article, by force only where it is not to be had without: so that only those readings carry a note."""
    try:
        return _Ready(made(False))
    except LanguageError:
        if not force:
            raise
    return _Ready(made(True), forced=True)


def _reading(ready: _Ready) -> Reading:
    from sayso.reading import read_article

    return _noted(read_article(ready.article, _tagger()), ready.forced)


def _noted(reading: Reading, forced: bool) -> Reading:
    if not forced:
        return reading
    note = "Read by force: the text is not in English, which is all that the model was trained on; expect little."
    return replace(reading, notes=(*reading.notes, note))


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    import os

    from sayso.model import load

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return load(threads=min(cores, MOST_THREADS))


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
