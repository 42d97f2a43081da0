"""What was put right in an archive: the notices of its articles, each tied to what it puts right.

A notice on an article's own earlier text is of that article. One on another article is tied only where that is plain: to an
earlier article of the same outlet whose headline it quotes, or that is the outlet's only one of the day that it names within the
story, or that says in one sentence what the notice calls wrong, figures included. Otherwise it is tied to nothing, with the
reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from rapidfuzz import fuzz

from sayso.archive import Archive
from sayso.coverage.notice_forms import COLUMN, MAY_HAVE
from sayso.coverage.notices import notices
from sayso.coverage.progress import Progress
from sayso.coverage.stories_kept import kept_stories, story_of
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.reading.sentences import sentences_in
from sayso.records import Article, Reading, Span, Why
from sayso.records.corrections import Correction, Mistaken, Notice
from sayso.records.stories import Story

SAME_TITLE = 90.0
"""How alike (0 to 100) a headline that a notice quotes and that of an article are, for them to be one: papers cut and mend them.
Chosen by hand."""
SAYS_SO = 0.7
"""The share of a notice's wrong words that a sentence has that says the same. Chosen by hand, for precision."""
CONTRAST = 0.5
"""The same where a figure was put right that the sentence has, and all the names are in it."""
FEWEST = 3
"""Words that they share at least, where no day and no headline is named."""
SHARED = 2
"""Words that a notice shares with the outlet's only article of the day that it names."""
EARLIEST = 120
"""Days before a notice in which what it puts right was published. Chosen by hand: papers put right what is fresh."""
_MAY_HAVE = re.compile(MAY_HAVE)
_QUOTED = re.compile(r"[“\"‘]([^”\"\n]{4,}?)[,.]?[”\"’](?!\w)")
_NAME = re.compile(r"(?<=[^\W_] )[A-Z][\w’'-]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class _Paper:
    """An earlier article, without its text: most are only passed over."""

    id: str
    outlet: str
    title: str | None
    published: date | None


class _Before:
    """What the notices of one article are held against, looked up once for all of them, and only where one asks for it."""

    def __init__(self, archive: Archive, id: str, article: Article, progress: Progress | None) -> None:
        self.archive, self.id, self.article, self.progress = archive, id, article, progress

    @cached_property
    def papers(self) -> list[_Paper]:
        """The outlet's articles before this one, the latest first, and those of which nobody says when they were published: who
        says the wrong thing is put right whenever that was."""
        day = _day(self.article.published)
        assert day is not None
        rows = self.archive.tables.ask(
            "SELECT id, outlet, title, published FROM articles WHERE outlet = ? AND id != ? "
            "AND (published BETWEEN ? AND ? OR published IS NULL) ORDER BY published DESC NULLS LAST, id",
            [self.article.outlet, self.id, day - timedelta(days=EARLIEST), day],
        )
        return [_Paper(*row) for row in rows]

    @cached_property
    def of_story(self) -> list[_Paper]:
        """Those of them that are of its story."""
        story = story_of(kept_stories(self.archive, self.progress), self.id)
        within = set(story.articles) if story is not None else set()
        return [each for each in self.papers if each.id in within]


def corrections_in(
    archive: Archive, story: Story | None = None, *, progress: Progress | None = None
) -> list[Correction]:
    """The notices of an archive's articles (or of a story's), in order of publication, each with what it puts right."""
    return _found(archive, _with_notices(archive, story), progress)


def corrections_of(archive: Archive, article: str) -> list[Correction]:
    """The notices of an article, and those on it in its outlet's other articles of its story."""
    story = story_of(kept_stories(archive), article)
    if story is None:
        return []
    outlet = next(each.outlet for each in story.members if each.article == article)
    mine = replace(story, members=tuple(each for each in story.members if each.outlet == outlet))
    found = _found(archive, _with_notices(archive, mine), None)
    return [each for each in found if each.article == article or article in each.articles]


def _found(archive: Archive, some: Iterable[tuple[str, Reading]], progress: Progress | None) -> list[Correction]:
    made = []
    for id, reading in some:
        a = reading.article
        before = _Before(archive, id, a, progress)
        for notice in notices(a):
            of, why = _of(before, notice)
            wrong = notice.wrong or notice.about
            made.append(
                Correction(
                    article=id,
                    outlet=a.outlet,
                    title=a.title,
                    published=a.published,
                    notice=notice,
                    words=notice.span.of(a.text),
                    wrong=wrong.of(a.text) if wrong else "",
                    right=notice.right.of(a.text) if notice.right else "",
                    of=tuple(of),
                    why=why,
                )
            )
    made.sort(key=lambda each: (str(each.published or "9"), each.article, each.notice.span))
    return made


def _with_notices(archive: Archive, story: Story | None) -> Iterator[tuple[str, Reading]]:
    """The articles whose text may have a notice, by a first look at all of them: of a story at the texts as the search keeps
    them, of an archive by a question to its tables."""
    if story is not None:
        titled = {each.article for each in story.members if COLUMN.match(each.title or "")}
        texts = archive.texts(story.articles)
        ids = sorted(id for id, text in texts.items() if id in titled or _MAY_HAVE.search(text))
    else:
        sql = "SELECT id FROM articles WHERE regexp_matches(text, ?) OR regexp_matches(coalesce(title, ''), ?) ORDER BY id"
        ids = [row[0] for row in archive.tables.ask(sql, [MAY_HAVE, COLUMN.pattern])]
    yield from archive.readings(ids, ("article",))


def _of(before: _Before, notice: Notice) -> tuple[list[Mistaken], Why]:
    """What a notice puts right, or nothing and the reason."""
    a, archive = before.article, before.archive
    if notice.own:
        own = Mistaken(before.id, a.outlet, a.title, _day(a.published), None, None, "", Why("rule: the article itself"))
        return [own], Why("rule: own", "it speaks of the article's own earlier text")
    if a.outlet is None or a.published is None:
        return [], Why("rule: open", "the article with the notice has no outlet or no date")
    if notice.title is not None:
        named = [each for each in before.papers if _alike(notice.title, each.title)]
        if not named:
            return [], Why(
                "rule: open", f"the archive has no earlier article of {a.outlet} with the headline that it quotes"
            )
        tied = [
            _mistaken(archive, each, text, _says(text, a.text, notice), "headline")
            for each, text in _read(archive, named)
        ]
        return tied, Why("rule: headline", "it quotes the headline")
    among = before.of_story
    if notice.day is not None:
        among = [each for each in among if each.published == notice.day]
    read = _read(archive, among)
    if notice.day is not None and len(read) == 1:
        ((paper, text),) = read
        told = _stems(notice.span.of(a.text)) - _stems(a.outlet)
        if len(told & _stems(text)) >= SHARED:
            why = Why("rule: day", f"the only article of {a.outlet} on {notice.day} in its story")
            return [_mistaken(archive, paper, text, _says(text, a.text, notice), "day")], why
    found = [(paper, text, place) for paper, text in read if (place := _says(text, a.text, notice)) is not None]
    if not found:
        when = f"of {notice.day}" if notice.day else "before it"
        return [], Why("rule: open", f"no article of {a.outlet} {when} in its story says so in one sentence")
    tied = [_mistaken(archive, paper, text, place, "words") for paper, text, place in found]
    return tied, Why("rule: words", "an earlier article of the outlet in its story says what it calls wrong")


def _read(archive: Archive, papers: Sequence[_Paper]) -> list[tuple[_Paper, str]]:
    """Articles with their texts."""
    texts = archive.texts(each.id for each in papers)
    return [(each, texts.get(each.id, "")) for each in papers]


def _alike(quoted: str, title: str | None) -> bool:
    return title is not None and fuzz.ratio(_plain(quoted), _plain(title)) >= SAME_TITLE


def _plain(words: str) -> str:
    return " ".join(fold(each) for each in WORD.findall(words))


def _mistaken(archive: Archive, paper: _Paper, text: str, place: Span | None, rule: str) -> Mistaken:
    """An article that is put right, with the sentence that says the wrong thing where one does."""
    return Mistaken(
        paper.id,
        paper.outlet,
        paper.title,
        paper.published,
        None if place is None else _attribution(archive, paper.id, place),
        place,
        "" if place is None else place.of(text),
        Why(f"rule: {rule}"),
    )


def _attribution(archive: Archive, article: str, place: Span) -> str | None:
    """The attribution that has most of a sentence as its content."""
    best, share = None, 0
    for id, spans in archive.tables.ask(
        "SELECT attribution, content_spans FROM attributions WHERE article = ?", [article]
    ):
        mine = sum(max(0, min(each["end_at"], place.end) - max(each["start_at"], place.start)) for each in spans or ())
        if mine > share:
            best, share = id, mine
    return best


def _says(text: str, said: str, notice: Notice) -> Span | None:
    """The sentence that says what a notice calls wrong: one with words that it quotes, or with most of its words and all its
    figures; `None` where none does. Fewer of the words do where a figure was put right and all the names are there."""
    if notice.wrong is None:
        return None
    wrong, right = notice.wrong.of(said), notice.right.of(said) if notice.right else ""
    context, figures = _stems(wrong), set(_NUMBER.findall(wrong))
    if len(context) < FEWEST:  # *Rs 480* alone is found anywhere
        context |= _stems(said[notice.span.start : notice.wrong.start])
    quoted = [found[1].casefold() for found in _QUOTED.finditer(wrong)]
    names = {fold(found) for found in _NAME.findall(wrong)}
    least = CONTRAST if figures - set(_NUMBER.findall(right)) and right else SAYS_SO
    best: tuple[float, Span] | None = None
    for start, end in sentences_in(text):
        sentence = text[start:end]
        if any(each in sentence.casefold() for each in quoted):
            return Span(start, end)
        if not figures <= set(_NUMBER.findall(sentence)):
            continue
        if least == CONTRAST and not names <= {fold(each) for each in WORD.findall(sentence)}:
            continue
        shared = context & _stems(sentence)
        score = len(shared) / max(1, len(context))
        if len(shared) >= FEWEST and score >= least and (best is None or score > best[0]):
            best = score, Span(start, end)
    return best[1] if best is not None else None


def _stems(words: str) -> set[str]:
    return {stem(each) for each in map(fold, WORD.findall(words)) if each not in STOP}


def _day(when: date | datetime | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when
