"""What share of the coverage was about something: the question, its answer, and what stands behind the numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sayso.records.span import Span
from sayso.records.values import values_of


class Unit(StrEnum):
    """What is counted. Quoted words are those of direct and mixed attributions' contents."""

    ARTICLES = "articles"
    SENTENCES = "sentences"
    WORDS = "words"
    QUOTED_WORDS = "quoted-words"


class By(StrEnum):
    """What the rows of an answer are."""

    OUTLET = "outlet"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `within` picks the articles that are counted at all (`None`: every one), `about` the sentences that count
    as about it; both in the language of `sayso search`. A copy of another article counts once unless `count_copies`."""

    about: str
    within: str | None = None
    by: By | None = None
    unit: Unit = Unit.SENTENCES
    count_copies: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A share, 0 to 1, between `low` and `high` with 95 % confidence. `None` where there is nothing to divide by.

    `numerator` and `denominator` are in the question's unit; they are not whole numbers where labels correct them. `articles`
    are those counted, `with_match` those of them with at least one matching sentence. `why` says how the interval was made.
    """

    share: float | None
    low: float | None
    high: float | None
    numerator: float
    denominator: float
    articles: int
    with_match: int
    why: str


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of the sentences from which some were labelled. `sentences` and `size` (in the unit) are all of it; `labelled` those
    labelled, `about` those of them that are about it; `rate` is the estimated share of its size that is, `weight` how many
    sentences each labelled one stands for."""

    name: str
    sentences: int
    size: float
    labelled: int
    about: int
    rate: float
    weight: float


@dataclass(frozen=True, slots=True)
class Correction:
    """What labels make of a share. `corrected` is `None` where they are too few or do not bear on the unit; `why` says so.
    `precision` is the share of what the query takes that is about it, `recall` the share of what is about it that the query
    takes, both in the unit, `None` where nothing tells."""

    labels: str
    used: int
    corrected: Share | None
    strata: tuple[Stratum, ...]
    precision: float | None
    recall: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One outlet (`None` where the article names none), one month (`2016-01`), one day
    (`2016-01-15`), or all. `thin` is true where the articles are
    too few for the share to say much; `note` says what a reader must know, empty where there is nothing."""

    name: str | None
    found: Share
    thin: bool
    note: str = ""
    correction: Correction | None = None

    @property
    def best(self) -> Share:
        """The corrected share where there is one, else what the query found."""
        return self.correction.corrected if self.correction and self.correction.corrected else self.found


@dataclass(frozen=True, slots=True)
class Attention:
    """The answer. Rows are by articles counted, most first (outlets), or in time (months).

    `copies` are articles that were left out as copies of others, `undated` those without a date (in no month's row), `gaps`
    months without any article between the first and the last (`2016-02`, `2016-02 to 2016-05`), whatever the question.
    `commit` is the archive's when it was asked, `None` without an archive.
    """

    question: Question
    overall: Row
    rows: tuple[Row, ...]
    copies: int
    undated: int
    gaps: tuple[str, ...]
    notes: tuple[str, ...] = ()
    commit: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Topic:
    """What share of a story was about one topic, over its days. `words` are some that mark the story, or a query that somebody
    asked (`own` is false then); `answer` is the share as the query finds it, labels left out, with a row a day (a month, where
    the story goes on for long: `answer.question.by`)."""

    words: str
    own: bool
    answer: Attention

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence behind a number. `matches` tells whether the query finds it, `marks` where in the article's text the words
    stand that it looks for; `words` and `quoted` count its words and those of them within quotations."""

    article: str
    span: Span
    outlet: str | None
    published: date | None
    words: int
    quoted: int
    matches: bool
    marks: tuple[Span, ...] = ()
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that might widen the query. `z` is its log-odds ratio in standard errors; it stands in `inside` matching sentences
    and in `outside` others, of which `examples` are some: adding it to the query would take those."""

    term: str
    z: float
    inside: int
    outside: int
    examples: tuple[Sentence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Label:
    """What one coder said of one sentence: `about` is true, false, or `None` for one that was passed over."""

    article: str
    span: Span
    about: bool | None
    coder: str
    time: str
    query: str
    within: str | None = None
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha over sentences that two coders or more labelled; `None` where they never could differ."""

    alpha: float | None
    sentences: int
    coders: tuple[str, ...]
    differ: int


@dataclass(frozen=True, slots=True)
class Step:
    """The corrected share as it was when `labels` labels bore on it."""

    labels: int
    share: Share


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the labels of a question have come to. `sentences` have a label; `by_coder` has how many each coder saw, those passed
    over included. `correction` is of all that is counted, `course` how it came about, `least` how many labels it takes."""

    name: str
    sentences: int
    by_coder: tuple[tuple[str, int], ...]
    agreement: Agreement
    found: Share
    correction: Correction
    course: tuple[Step, ...]
    least: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as JSON has them."""
        return values_of(self)
