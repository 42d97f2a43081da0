"""An archive with its questions: `sayso.archive.Archive` with what reads into it and what is asked of its coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeAlias

from sayso import archive
from sayso.api.reading import Outcome, ReadSettings, read_each
from sayso.archive import Counts, Fate, Filters
from sayso.records import Reading, Span
from sayso.records.intake import SetAside

if TYPE_CHECKING:
    from sayso.coverage.attention_asked import Among, Measures
    from sayso.coverage.attention_coded import Asked
    from sayso.coverage.progress import Progress
    from sayso.records.attention import Attention, Label, Labelled, Question, Sentence, Suggestion, Topic
    from sayso.records.corrections import Correction
    from sayso.records.speaking import Profile, Speaker, Statement, Voices
    from sayso.records.spread import Family
    from sayso.records.stories import Dispute, Moment, Story

Source: TypeAlias = str | Path | Reading
"""What can be added to an archive."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one document on its way into an archive; `fate` is `None` where it was set aside, for the reason in
    `aside`."""

    name: str
    fate: Fate | None
    aside: SetAside | None = None


Kept: TypeAlias = Literal["stories", "families", "speakers"]
"""What is kept of the whole archive."""


class Archive(archive.Archive):
    """An archive of readings in a folder; `sayso.open` gives one. Everything is in `docs/archive.md`."""

    def add(
        self, sources: Source | Iterable[Source], settings: ReadSettings | None = None, *, again: bool = False
    ) -> Counts:
        """Add readings, or read what is to be added: paths, patterns, addresses, tables. Returns how many of what.

        What is there already is not read again, unless `again` asks for it; so a call that was cut short goes on where it
        was. Each batch is there for good once it is written.
        """
        some = [sources] if isinstance(sources, str | Path | Reading) else sources
        fates = Counter(each.fate for each in self.add_each(some, settings, again=again))
        return Counts(fates[Fate.ADDED], fates[Fate.REPLACED], fates[Fate.THERE], fates[None])

    def add_each(
        self,
        sources: Iterable[Source],
        settings: ReadSettings | None = None,
        *,
        again: bool = False,
        stdin: BinaryIO | None = None,
    ) -> Iterator[Addition]:
        """As `add`, one outcome after the other, for those who want to show how far it is."""
        with self.writer() as writer:
            unwanted = None if again else writer.has
            outcomes: Iterator[Outcome]
            for are_readings, some in groupby(sources, lambda source: isinstance(source, Reading)):
                if are_readings:
                    outcomes = (Outcome("", reading=source) for source in some if isinstance(source, Reading))
                else:
                    outcomes = read_each([str(source) for source in some], settings, stdin=stdin, unwanted=unwanted)
                for outcome in outcomes:
                    yield _added(writer, outcome, again)

    def families(
        self,
        filters: Filters | None = None,
        *,
        copies: bool = False,
        least: int = 2,
        progress: Progress | None = None,
    ) -> Sequence[Family]:
        """The same words wherever they appear, in at least `least` articles, those in most first. `copies` counts each copy of an
        article as an article of its own. Those of the whole archive are kept, and each is read when it is looked at."""
        from sayso.coverage.spread import families_in

        return families_in(self, filters, expand=copies, smallest=least, progress=progress)

    def family(self, id: str) -> Family | None:
        """The family of an id, also one of a single article; `None` where there is none."""
        from sayso.coverage.spread import spread_in
        from sayso.coverage.spread.kept import ID

        return next(iter(spread_in(self, id)), None) if ID.fullmatch(id) else None

    def families_of(self, article: str, *, least: int = 2) -> Sequence[Family]:
        """The families that words of this article (by its id) belong to, or of an article that it is a copy of; those in most
        articles first."""
        from sayso.coverage.spread.kept import families_of, kept_families

        return families_of(kept_families(self), article, least)

    def spread(
        self,
        words: str,
        filters: Filters | None = None,
        *,
        copies: bool = False,
        progress: Progress | None = None,
    ) -> Sequence[Family]:
        """The families that have these words, best first, or the one of an id; empty where nobody has them."""
        from sayso.coverage.spread import spread_in

        return spread_in(self, words, filters, expand=copies, progress=progress)

    def stories(
        self, filters: Filters | None = None, *, least: int = 2, progress: Progress | None = None
    ) -> Sequence[Story]:
        """The articles grouped by happening, in stories of at least `least`, largest first. Those of the whole archive are kept,
        and each is read when it is looked at."""
        from sayso.coverage.happened import stories_in

        return stories_in(self, filters, smallest=least, progress=progress)

    def story(self, wanted: str) -> Story | None:
        """One story: by its id, by the id of one of its articles, or the best for some words; `None` where there is none."""
        from sayso.coverage.stories_kept import kept_stories, picked

        return picked(kept_stories(self), wanted)

    def story_of(self, article: str) -> Story | None:
        """The story that an article (by its id) belongs to, of that article alone perhaps; `None` where the archive does not have
        the article."""
        from sayso.coverage.stories_kept import kept_stories, story_of

        return story_of(kept_stories(self), article)

    def prepare(self, question: Kept | Literal["attention"], progress: Progress | None = None) -> None:
        """Make what is kept for a question, where it is not kept yet: the answer, or for attention the sentences and copies that
        every question of it needs. `progress` is told how much of how much is done."""
        from sayso.coverage.attention_archive import Shelf
        from sayso.coverage.speaking_kept import kept_speakers
        from sayso.coverage.spread.kept import kept_families
        from sayso.coverage.stories_kept import kept_stories

        if question == "attention":
            Shelf(self, progress=progress).prepare()
        else:
            makers: dict[str, Callable[..., object]] = {
                "stories": kept_stories,
                "families": kept_families,
                "speakers": kept_speakers,
            }
            makers[question](self, progress=progress)

    def is_kept(self, question: Kept) -> bool:
        """Whether the stories, families or speakers of the whole archive are kept, so that asking for them takes no time."""
        from sayso.coverage.kept import key_of

        return self.derived.find(key_of(self, question)) is not None

    def timeline(self, story: Story | str) -> list[Moment]:
        """The merged timeline of a story: the record, its id, the id of one of its articles, or words that pick one."""
        from sayso.coverage.happened import timeline_in

        return timeline_in(self, self._story(story))

    def disputes(self, story: Story | str, *, least: float | None = None) -> list[Dispute]:
        """What of a story cannot both hold, the surest first; `least` is the lowest score shown, `None` for the usual one."""
        from sayso.coverage.disputes import SHOWN
        from sayso.coverage.happened import disputes_in

        return disputes_in(self, self._story(story), least=SHOWN if least is None else least)

    def corrections(self, story: Story | str | None = None, *, progress: Progress | None = None) -> list[Correction]:
        """The notices of articles (of a story's alone, where one is given) that something published before is put right, in order
        of publication, each tied to what it puts right, or to nothing with the reason."""
        from sayso.coverage.corrections import corrections_in

        return corrections_in(self, None if story is None else self._story(story), progress=progress)

    def corrections_of(self, article: str) -> list[Correction]:
        """The notices of an article (by its id), and those on it in its outlet's other articles of its story."""
        from sayso.coverage.corrections import corrections_of

        return corrections_of(self, article)

    def attention(
        self,
        about: str,
        within: str | None = None,
        *,
        by: str | None = None,
        unit: str = "sentences",
        count_copies: bool = False,
        filters: Filters | None = None,
        story: Story | str | None = None,
        labels: str | None = None,
    ) -> Attention:
        """The share of what matches `within` that is about `about`, with its interval, numerator and denominator.

        `by` is `"outlet"`, `"month"`, `"day"` or `None`, `unit` one of `"articles"`, `"sentences"`, `"words"` and
        `"quoted-words"`. Labels that were made for the same query (`sayso code`, or those of the name `labels`; with an empty
        one none) put the share right. With a `story` only its articles count. UsageError for another word.
        """
        from sayso.coverage.attention_asked import asked

        question = asked(about, within, by, unit, count_copies)
        return self._measures.attention(question, self._among(filters, story), labels)

    def topics(
        self,
        story: Story | str,
        about: Sequence[str] = (),
        *,
        by: str | None = None,
        unit: str = "sentences",
        count_copies: bool = False,
    ) -> list[Topic]:
        """What share of a story was about each of several topics, over its days: the words that mark it, or queries in own words.

        Each answer is that of `attention` to the same question without labels. `by` is `"day"` where nothing is said, `"month"`
        for a story of more than three months.
        """
        from sayso.coverage.topics import topics

        return topics(self._measures, self._story(story), about, by, unit, count_copies)

    def sentences(
        self,
        question: Question | str,
        filters: Filters | None = None,
        *,
        story: Story | str | None = None,
        row: str | None = None,
        others: bool = False,
    ) -> Sequence[Sentence]:
        """The sentences behind a share, in order of publication: those that match, or with `others` those that do not.

        `question` is that of an answer (`answer.question`), or what it is about; `row` keeps to one of the answer's rows. How
        many there are costs nothing, and of a part (`found[:20]`) only its texts are got.
        """
        return self._measures.sentences(_question(question), self._among(filters, story), row, others)

    def suggestions(
        self,
        question: Question | str,
        filters: Filters | None = None,
        *,
        story: Story | str | None = None,
        limit: int = 20,
    ) -> list[Suggestion]:
        """Terms that might widen what a question is about, the most telling first, each with sentences that it would add."""
        return self._measures.suggestions(_question(question), self._among(filters, story), limit)

    def to_label(
        self,
        question: Question | str,
        coder: str,
        filters: Filters | None = None,
        *,
        story: Story | str | None = None,
        labels: str | None = None,
    ) -> Iterator[Asked]:
        """The sentences that a coder is to label, the next one first, each with those around it; what the coder has labelled is
        left out. `labels` is their name, made of the query unless given."""
        return self._measures.to_label(_question(question), self._among(filters, story), coder, labels)

    def label(
        self,
        question: Question | str,
        article: str,
        span: Span,
        about: bool | None,
        coder: str,
        *,
        labels: str | None = None,
    ) -> Label:
        """Say of a sentence that it is about it, that it is not, or (`None`) that it was passed over; kept at once and for good.
        Several may label at the same time. UsageError where there is no such sentence."""
        return self._measures.label(_question(question), (article, span), about, (coder, labels))

    def take_back(self, question: Question | str, coder: str, *, labels: str | None = None) -> Label | None:
        """Take a coder's last label back; `None` where there is none."""
        return self._measures.take_back(_question(question), coder, labels)

    def labelled(
        self,
        question: Question | str,
        filters: Filters | None = None,
        *,
        story: Story | str | None = None,
        labels: str | None = None,
    ) -> Labelled:
        """What the labels of a question have come to: how many by whom, how far coders agree, and the corrected share with the
        course that it took as labels came."""
        return self._measures.labelled(_question(question), self._among(filters, story), labels)

    @cached_property
    def _measures(self) -> Measures:
        from sayso.coverage.attention_asked import Measures

        return Measures(self)

    def _among(self, filters: Filters | None, story: Story | str | None) -> Among:
        from sayso.coverage.attention_asked import Among

        articles = None if story is None else frozenset(self._story(story).articles)
        return Among(filters or Filters(), articles)

    def speakers(
        self,
        query: str = "",
        filters: Filters | None = None,
        *,
        source_class: str | None = None,
        limit: int = 50,
        after: int = 0,
    ) -> list[Speaker]:
        """Those who speak, by how many articles have them as a speaker; `query` keeps the names with all its words,
        `source_class` those who are mostly that: named, role, collective, anonymous, document."""
        from sayso.coverage.speaking import speakers

        return speakers(self, query, filters, source_class=source_class, limit=limit, after=after)

    def profile(self, name: str, filters: Filters | None = None, *, also: Sequence[str] = ()) -> Profile:
        """What those of a name said: by outlet, month, certainty, through whom, about what; together with those of other names
        (`also`) that are the same person's. UsageError where nobody has it."""
        from sayso.coverage.speaking import profile

        return profile(self, name, filters, also=also)

    def statements(
        self,
        name: str,
        filters: Filters | None = None,
        *,
        also: Sequence[str] = (),
        limit: int = 50,
        after: int = 0,
    ) -> list[Statement]:
        """What those of a name (and of the names `also`) said, the latest first; `after` passes over so many."""
        from sayso.coverage.speaking import statements

        return statements(self, name, filters, also=also, limit=limit, after=after)

    def voices(self, story: Story | str) -> Voices:
        """Who speaks in a story, and what the sources of each outlet's statements are; copies of an article are left out."""
        from sayso.coverage.speaking import voices

        members = self._story(story).members
        return voices(self, [member.article for member in members if member.copy_of is None])

    def _story(self, story: Story | str) -> Story:
        from sayso.coverage.happened import story_in

        return story_in(self, story) if isinstance(story, str) else story


def _question(question: Question | str) -> Question:
    from sayso.coverage.attention_asked import asked

    return asked(question, None, None, "sentences", False) if isinstance(question, str) else question


def _added(writer: archive.Writer, outcome: Outcome, again: bool) -> Addition:
    if outcome.aside is not None:
        writer.set_aside(outcome.aside)
        return Addition(outcome.name, None, outcome.aside)
    if outcome.reading is None:
        return Addition(outcome.name, Fate.THERE)
    return Addition(outcome.name, writer.add(outcome.reading, outcome.name, again=again))


def open(path: str | Path, create: bool = False) -> Archive:
    """The archive in a folder. With `create` a new one is made where there is none; else a `SaysoError` says so."""
    return Archive(path, create=create)


def is_archive(path: str | Path) -> bool:
    """Whether a path is the folder of an archive."""
    from sayso.archive import files

    return (Path(path) / files.MARK).is_file()
