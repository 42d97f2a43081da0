"""What a party is, what it is called, and how a source stands to its words."""

from __future__ import annotations

from sayso.reading.people import lexicon as lex
from sayso.reading.people.coded import is_code
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.tokens import Tokens
from sayso.records import PersonKind, SourceClass, Span

_SUBJECTS = frozenset({"i", "we"})
"""What a party is called by that has nothing but pronouns, where it has one of these."""
_OF_ANY_KIND = frozenset({"senior", "another", "second", "former", "a", "one", "official"})
"""Words before *spokesman* that do not say whose."""
_QUOTES = frozenset("\"'‘’“”")
_SOME = frozenset({"friends", "others", "colleagues", "one", "ones"})
"""Several of whom nobody knows which, though no *some* stands before them."""


def main_name(party: Party) -> Mention | None:
    """The name in its fullest form, the first of those; one without a title before one with; `None` for the unnamed."""
    return _told_by(party)[1]


def is_told_of(party: Party) -> bool:
    """Whether a party has words other than pronouns, or several of those: a lone *they* is nobody to list."""
    return len(party.mentions) > 1 or any(m.form is not Form.PRONOUN for m in party.mentions)


def _told_by(party: Party) -> tuple[int, Mention | None, Mention | None]:
    """How many mentions a party has, its fullest name, and its first phrase; kept until it has more, since a party with a
    thousand mentions may speak a thousand times."""
    if party.known[0] != len(party.mentions):
        names = [m for m in party.mentions if m.form is Form.NAME]
        fullest = max(
            names,
            key=lambda m: (len(m.key) + len(m.nickname), not m.surname, _plain_or_styled(m), -m.first),
            default=None,
        )
        phrase_ = next((m for m in party.mentions if m.form is Form.NOMINAL), None)
        party.known = len(party.mentions), fullest, phrase_
    return party.known


def _plain_or_styled(m: Mention) -> bool:
    """Whether a name is the better for its title, or for having none: *Lord Moss* says more than *Moss*, *Mr Moss* does not."""
    if len(m.key) == 1 and m.title in lex.STYLES:
        return True
    return not m.title


def name_span(m: Mention, t: Tokens) -> Span:
    """The words of a name without the title before it, with one that belongs to it (*Pope Francis*, *Mr Hill* if that is all)."""
    first, last = m.first, m.last
    while last - first > 1 and (t.words[last - 1] in "’'“”" or t.lower[last - 1] in ("'s", "’s")):
        last -= 1
    if m.sort != "person":
        while last - first > 1 and t.words[last - 1] in lex.OUTLET_NOUNS:
            last -= 1
    if m.sort == "person" and len(m.key) > 1:
        while last - first > 2 and t.lower[last - 1] in lex.ENDINGS:
            last -= 1
        while first < last - 1 and lex.plain(t.words[first]) != m.key[0]:
            first += 1
    elif m.sort in ("organization", "misc") and t.lower[first] == "the" and last - first > 1:
        first += 1
    return t.span(first, last)


def kind_of(party: Party, t: Tokens) -> PersonKind:
    """What a party is."""
    name = main_name(party)
    if party.given:
        return PersonKind.PERSON
    if name is not None:
        if party.sort == "person":
            return PersonKind.PERSON
        words = name_span(name, t).of(t.text)
        if party.sort == "programme" or lex.is_programme(words):
            return PersonKind.PROGRAMME
        alone = t.lower[name.first] == "the" and words.lower() in lex.OUTLET_NAMES  # *the Courier*
        if party.sort == "place" and t.lower[name.last - 1] == "republic":
            return PersonKind.ORGANISATION
        if alone or lex.is_outlet(words) or any(m.key[0] in lex.OUTLET_NOUNS for m in party.told):
            return PersonKind.OUTLET
        return PersonKind.ORGANISATION
    head = _told_by(party)[2]
    if head is None:
        return PersonKind.GROUP if party.plural else PersonKind.UNNAMED
    if party.sort == "document":
        return PersonKind.DOCUMENT
    if party.sort == "organization" or party.plural or head.key[0] in lex.CROWDS:
        return PersonKind.GROUP
    return PersonKind.ROLE if is_office(head, t) else PersonKind.UNNAMED


def is_office(m: Mention, t: Tokens) -> bool:
    """Whether a phrase names an office: *the Attorney General of Mexico*, *a spokesman for the council*."""
    word = m.key[0]
    if word in lex.NO_OFFICE or word in lex.FACELESS:
        return False
    if word in lex.TITLES and t.words[m.head][0].isupper():
        return True
    speaks_for = word.startswith("spokes") and not m.modifiers <= _OF_ANY_KIND
    return word in lex.ROLES and (m.definite in ("the", "of", "bare") or m.extent > m.last or speaks_for)


def called(party: Party, t: Tokens) -> str:
    """What a party is called: a name that it was given from without, its own words, or those with the surname that it shares."""
    if party.given:
        return party.given
    name = main_name(party)
    own = label(party, t).of(t.text)
    return f"{own} {name.surname}" if name is not None and name.surname else own


def label(party: Party, t: Tokens) -> Span:
    """The words that a party is called by: its fullest name, else its first phrase with what belongs to it."""
    name = main_name(party)
    if name is not None:
        return name_span(name, t)
    nominals = [m for m in party.mentions if m.form is Form.NOMINAL]
    if nominals:
        told = max(nominals, key=lambda m: (m.extent - m.first if m.definite != "this" else 0, -m.first))
        return t.span(told.first, told.reach) if told.reach else phrase(told, t)
    if party.told:
        return phrase(party.told[0], t)
    best = min(party.mentions, key=lambda m: (m.key[0] not in _SUBJECTS, m.role != "s", m.first))
    return t.span(best.first, best.last)


def phrase(m: Mention, t: Tokens) -> Span:
    """A mention with the *of* and *for* that an office or a body has behind it."""
    end = max(m.last, m.extent) if m.form is Form.NOMINAL else m.last
    if t.paragraph[end - 1] != t.paragraph[m.first]:
        end = m.last
    return t.span(m.first, end)


def class_of(party: Party, source: Mention | None, t: Tokens) -> SourceClass:
    """How a source stands to its words."""
    name = main_name(party)
    if party.given or name is not None:
        return SourceClass.ANONYMOUS if name is not None and is_code(name) else SourceClass.NAMED
    head = source if source is not None and source.form is Form.NOMINAL else None
    head = head or _told_by(party)[2]
    if head is None:
        return SourceClass.ANONYMOUS
    if head.joined:
        named = [m.party is not None and main_name(m.party) is not None for m in head.joined]
        return SourceClass.NAMED if all(named) else SourceClass.COLLECTIVE
    word = head.key[0]
    if party.sort == "document":
        return SourceClass.DOCUMENT
    if word in lex.FACELESS:
        return SourceClass.ANONYMOUS
    if party.sort == "organization" or word in lex.BODIES or word in lex.CROWDS:
        return SourceClass.COLLECTIVE
    if party.plural:
        return SourceClass.ANONYMOUS if head.definite == "a" or word in _SOME else SourceClass.COLLECTIVE
    if head.definite == "of" and word in lex.NO_OFFICE:
        return SourceClass.ROLE  # *her father*: told by whose they are
    return SourceClass.ROLE if is_office(head, t) else SourceClass.ANONYMOUS
