"""The same words as they travel: families of quotations, and articles that are copies of one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sayso.records.saying import Saying
from sayso.records.span import Span
from sayso.records.why import Why


class Done(StrEnum):
    """What was done to the words, against the fullest form of the family."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    """Words are missing at the start or the end, or inside where the quotation is interrupted."""
    SPLICED = "spliced"
    """Words that stood apart stand together in one pair of marks, over an ellipsis or with nothing to show it."""
    ALTERED = "altered"
    """Words are exchanged, added or missing inside."""
    PARAPHRASED = "paraphrased"
    """Told in the writer's words."""
    REATTRIBUTED = "re-attributed"
    """Given to another speaker than the one who has the words first."""


class EditKind(StrEnum):
    CUT = "cut"
    ADDED = "added"
    REPLACED = "replaced"


class Place(StrEnum):
    START = "start"
    INSIDE = "inside"
    END = "end"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference to the fullest form. `was` are the words there and `was_span` where they stand in the text of the fullest
    form's article; `now` and `now_span` the same in the member's own article. `None` where there are no words."""

    kind: EditKind
    place: Place
    was: str
    was_span: Span | None
    now: str
    now_span: Span | None


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is a copy of a member's article and has its words."""

    article: str
    outlet: str | None
    published: date | datetime | None


@dataclass(frozen=True, slots=True)
class Credit:
    """That a member's article names somebody through whom it has the words: `name` as it stands there, `article` the member of
    the family that it means, `None` where the family has none of that name."""

    name: str
    article: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """The words as one article gives them, what was done to them, and `edits` as evidence. `copies` are the articles that only
    repeat it. Example: *the gates opened twice*, where the fullest form has *the old gates opened twice*, is altered by one
    cut."""

    saying: Saying
    done: tuple[Done, ...]
    edits: tuple[Edit, ...]
    credits: tuple[Credit, ...]
    copies: tuple[Copy, ...]
    why: Why
    """What joins it to the family."""


@dataclass(frozen=True, slots=True)
class Family:
    """The same words wherever they appear. `members` are in order of publication, those without a date last; `fullest` is the
    place among them of the form that all are compared with. `speaker` is who has the words first, by name, `None` where
    no article says. `id` stays the same while its first member does."""

    id: str
    speaker: str | None
    members: tuple[Member, ...]
    fullest: int

    @property
    def words(self) -> str:
        """The words in their fullest form."""
        return self.members[self.fullest].saying.words

    @property
    def first(self) -> Member:
        """The member first seen."""
        return self.members[0]

    @property
    def articles(self) -> int:
        """Articles that have the words, copies counted once."""
        return len({each.saying.article for each in self.members})

    @property
    def copies(self) -> int:
        """Articles beside these that are only copies."""
        return len({copy.article for each in self.members for copy in each.copies})

    @property
    def outlets(self) -> tuple[str, ...]:
        """Outlets of the members, in order of publication."""
        return tuple(dict.fromkeys(each.saying.outlet for each in self.members if each.saying.outlet))

    def to_dict(self) -> dict[str, Any]:
        """The family as plain values; spans are `[start, end]`, dates ISO 8601."""
        return {
            "id": self.id,
            "words": self.words,
            "speaker": self.speaker,
            "articles": self.articles,
            "copies": self.copies,
            "outlets": list(self.outlets),
            "first_seen": _day(self.first.saying.published),
            "fullest": self.fullest,
            "members": [_member(each) for each in self.members],
        }


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles with one text: `first` was published first, `others` in order of publication. `shares` says for each other how
    much of the shorter text both have, 0 to 1."""

    first: str
    others: tuple[str, ...]
    shares: tuple[float, ...]


def _member(each: Member) -> dict[str, Any]:
    said = each.saying
    return {
        "article": said.article,
        "attribution": said.attribution,
        "outlet": said.outlet,
        "url": said.url,
        "title": said.title,
        "published": _day(said.published),
        "kind": str(said.kind),
        "words": said.words,
        "spans": [[span.start, span.end] for span in said.spans],
        "source": said.source,
        "speaker": said.speaker,
        "via": list(said.via),
        "venue": said.venue,
        "wire": said.wire,
        "done": [str(done) for done in each.done],
        "edits": [_edit(edit) for edit in each.edits],
        "credits": [{"name": credit.name, "article": credit.article} for credit in each.credits],
        "copies": [
            {"article": copy.article, "outlet": copy.outlet, "published": _day(copy.published)} for copy in each.copies
        ],
        "why": {"by": each.why.by, "note": each.why.note},
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": str(edit.kind),
        "place": str(edit.place),
        "was": edit.was,
        "was_span": _ends(edit.was_span),
        "now": edit.now,
        "now_span": _ends(edit.now_span),
    }


def _ends(span: Span | None) -> Sequence[int] | None:
    return None if span is None else [span.start, span.end]


def _day(when: date | datetime | None) -> str | None:
    return None if when is None else when.isoformat()
