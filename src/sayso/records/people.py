"""Who is in an article, and who of them speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span
from sayso.records.why import Why


class PersonKind(StrEnum):
    """What a mentioned party is. *Role* is an office without a name (*the Attorney General of Mexico*), *group* several people
    (*Mexican security forces*), *unnamed* somebody whom the article does not name (*a homeless man*), *document* a text
    that is said to say something (*the report*)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PROGRAMME = "programme"
    ROLE = "role"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class SourceClass(StrEnum):
    """How an attribution's source stands to its words: *named* (by name, or by a word that stands for a named one), *role*,
    *collective*, *anonymous*, *document*, or *unattributed* where nobody is given and nobody carries over."""

    NAMED = "named"
    ROLE = "role"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or something that the article mentions and that can speak.

    `name` is the fullest form that the text gives; `mentions` are all words that mean them, pronouns included, in order;
    `descriptions` are the article's own words about who they are (*the Hollywood star*, *a doctor*).
    Example: in *Hugh Hill, a doctor, said he …* the mentions are *Hugh Hill* and *he*, the description is *a doctor*.
    """

    id: str
    name: str
    kind: PersonKind
    mentions: tuple[Span, ...]
    descriptions: tuple[Span, ...]
    why: Why
