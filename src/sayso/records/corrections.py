"""What was put right: a notice of an article, and what was said before that it puts right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sayso.records.span import Span
from sayso.records.values import values_of
from sayso.records.why import Why


class NoticeKind(StrEnum):
    """What a notice does: put right what was wrong, make clear what was not, say that a text was changed, or take it back."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of one article that something published before is put right. Example: *Correction: An earlier version of this
    article misstated the length of the quay. It is 90 metres, not 900.*

    All spans are of the article's text: `span` is the whole notice, `cue` the words that show that it is one, `about` what it
    puts right where it only names that (*the length of the quay*), `wrong` what had been said (*900*), `right` what is so (*It is
    90 metres*); `None` where the notice does not say. `own` tells a notice on the article's own earlier text from one on another
    article, of which it may name the `title` or the `day` of publication.
    """

    kind: NoticeKind
    span: Span
    cue: Span
    own: bool
    title: str | None
    day: date | None
    about: Span | None
    wrong: Span | None
    right: Span | None
    why: Why


@dataclass(frozen=True, slots=True)
class Mistaken:
    """An article that a notice puts right, with the day of its publication, and where: `span` and `words` are the sentence that
    says it, `attribution` the id of the attribution whose content has it; `None` and empty where no place in it could be told."""

    article: str
    outlet: str | None
    title: str | None
    published: date | None
    attribution: str | None
    span: Span | None
    words: str
    why: Why


@dataclass(frozen=True, slots=True)
class Correction:
    """A notice with the article that carries it (`article`, `outlet`, `title`, `published`) and what it puts right (`of`).

    `of` is the article itself where the notice is on its own earlier text, else the earlier articles of the same outlet that
    said the wrong thing; empty, with the reason in `why`, where none could be told. `words` is the notice, `wrong` and `right`
    the words of `notice.wrong` (or `about`) and `notice.right`, empty where it does not say.
    """

    article: str
    outlet: str | None
    title: str | None
    published: date | datetime | None
    notice: Notice
    words: str
    wrong: str
    right: str
    of: tuple[Mistaken, ...]
    why: Why

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that are put right."""
        return tuple(dict.fromkeys(each.article for each in self.of))

    def to_dict(self) -> dict[str, Any]:
        """Plain values; keys are the field names, days are ISO 8601."""
        return values_of(self)
