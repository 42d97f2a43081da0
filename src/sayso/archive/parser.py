"""The query language, from what a person writes to a tree.

    chapo guzman            both words, in any place
    "war on drugs"          the phrase
    cartel*                 words that begin so
    a AND b, a OR b, a NOT b
    NEAR(penn interview, 5) both, at most five words between them; also penn NEAR/5 interview
    title:chapo             in a field: title, outlet or speaker; also title:(a OR b)

NEAR binds closest, then NOT, AND (also unwritten), OR; parentheses group. AND, OR, NOT and NEAR are operators in capitals only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from sayso.archive.query import FIELDS, And, Near, Not, Or, Phrase, Query
from sayso.archive.words import words_of
from sayso.errors import UsageError

NEAR_WORDS = 10
"""Words between the parts of a NEAR that names no number, as FTS5 has it."""
MOST_WORDS = 500
DEEPEST = 40
"""Of parentheses; FTS5 gives up at 256, a person long before."""
MOST_WAYS = 100
"""Combinations of alternatives that one NEAR may stand for."""


def parse(text: str) -> Query:
    """The tree of a query. UsageError with one sentence that points at the place where it cannot be understood."""
    return _Parser(text).whole()


_TOKEN = re.compile(r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<quote>["“”„])|(?P<comma>,)|(?P<word>[^\s()"“”„]+))')
_FIELD = re.compile(r"([A-Za-z]{2,20}):(?!//)")
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_OPERATORS = frozenset(("AND", "OR", "NOT"))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """`(`, `)`, `,`, phrase, word, field, AND, OR, NOT, NEAR, end."""
    text: str
    at: int
    star: bool = False


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._tokens()
        self.next = 0
        self.depth = 0
        self.words = 0

    def whole(self) -> Query:
        if self.peek.kind == "end":
            raise UsageError("The query is empty; give it a word to look for.", code="query")
        made = self.either()
        if self.peek.kind != "end":
            self.fail(
                "a bracket closes that was never opened" if self.peek.kind == ")" else "this does not belong here"
            )
        return made

    # what follows has the operators from the loosest to the closest

    def either(self) -> Query:
        parts = [self.both()]
        while self.take("OR"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Query:
        made = self.near()
        parts = [made]
        while True:
            if self.take("NOT"):
                parts[-1] = Not(parts[-1], self.near())
            elif self.take("AND"):
                if self.take("NOT"):
                    parts[-1] = Not(parts[-1], self.near())
                else:
                    parts.append(self.near())
            elif self.peek.kind in ("word", "phrase", "field", "(", "NEAR("):
                parts.append(self.near())
            else:
                return parts[0] if len(parts) == 1 else And(tuple(parts))

    def near(self) -> Query:
        made = self.one()
        ways: list[list[Phrase]] | None = None
        distance: int | None = None
        while self.peek.kind == "NEAR":
            token = self.step()
            mine = int(token.text) if token.text else NEAR_WORDS
            if distance is not None and mine != distance:
                self.fail("one chain of NEAR has one distance; use parentheses or NEAR(a b c, 5)", token)
            distance = mine
            ways = ways or [[phrase] for phrase in self.alternatives(made, token)]
            others = self.alternatives(self.one(), token)
            ways = [[*way, other] for way in ways for other in others]
            if len(ways) > MOST_WAYS:
                self.fail(f"this NEAR stands for more than {MOST_WAYS} combinations", token)
        return made if ways is None or distance is None else self.nears(ways, distance)

    def nears(self, ways: list[list[Phrase]], distance: int) -> Query:
        made = []
        for way in ways:
            fields = {phrase.field for phrase in way}
            if len(fields) > 1:
                self.fail("what stands NEAR must be in one field", self.tokens[self.next - 1])
            plain = tuple(replace(phrase, field=None) for phrase in way)
            made.append(Near(plain, distance, fields.pop()))
        return made[0] if len(made) == 1 else Or(tuple(made))

    def alternatives(self, query: Query, token: _Token) -> list[Phrase]:
        if isinstance(query, Phrase):
            return [query]
        if isinstance(query, Or):
            return [phrase for part in query.parts for phrase in self.alternatives(part, token)]
        return self.fail("NEAR takes words, phrases and alternatives of them", token)

    def one(self) -> Query:
        token = self.peek
        if token.kind == "field":
            return self.in_field(self.step())
        if token.kind in ("word", "phrase"):
            return self.phrase(self.step())
        if token.kind == "NEAR(":
            return self.near_list(self.step())
        if token.kind == "(":
            return self.grouped(self.step())
        if token.kind == "NOT":
            self.fail("NOT needs something before it to take away from")
        return self.fail("a word is missing" if token.kind == "end" else "a word should stand here")

    def grouped(self, opening: _Token) -> Query:
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail(f"brackets are nested more than {DEEPEST} deep", opening)
        made = self.either()
        if not self.take(")"):
            self.fail(
                "this bracket is never closed" if self.peek.kind == "end" else "this does not belong here",
                opening if self.peek.kind == "end" else None,
            )
        self.depth -= 1
        return made

    def in_field(self, token: _Token) -> Query:
        return self.put(self.one(), token.text, token)

    def put(self, query: Query, field: str, token: _Token) -> Query:
        match query:
            case Phrase() | Near():
                if query.field is not None and query.field != field:
                    self.fail("a field within a field", token)
                return replace(query, field=field)
            case And():
                return And(tuple(self.put(part, field, token) for part in query.parts))
            case Or():
                return Or(tuple(self.put(part, field, token) for part in query.parts))
            case Not():
                return Not(self.put(query.keep, field, token), self.put(query.drop, field, token))

    def near_list(self, token: _Token) -> Query:
        ways: list[list[Phrase]] = [[]]
        distance = NEAR_WORDS
        while not self.take(")"):
            if self.take(","):
                number = self.step()
                if number.kind != "word" or not re.fullmatch(r"\d{1,4}", number.text, re.ASCII):
                    self.fail("behind the comma of a NEAR stands a number of words", number)
                distance = int(number.text)
                if not self.take(")"):
                    self.fail("the brackets of a NEAR close behind its number")
                break
            if self.peek.kind == "end":
                self.fail("the brackets of this NEAR are never closed", token)
            others = self.alternatives(self.one(), token)
            ways = [[*way, other] for way in ways for other in others]
            if len(ways) > MOST_WAYS:
                self.fail(f"this NEAR stands for more than {MOST_WAYS} combinations", token)
        if len(ways[0]) < 2:
            self.fail("NEAR needs two words at least", token)
        return self.nears(ways, distance)

    def phrase(self, token: _Token) -> Phrase:
        words = tuple(words_of(token.text))
        if not words:
            self.fail("there is no word in this", token)
        self.words += len(words)
        if self.words > MOST_WORDS:
            self.fail(f"a query has at most {MOST_WORDS} words", token)
        return Phrase(words, token.star)

    # tokens

    @property
    def peek(self) -> _Token:
        return self.tokens[self.next]

    def step(self) -> _Token:
        token = self.tokens[self.next]
        if token.kind != "end":
            self.next += 1
        return token

    def take(self, kind: str) -> bool:
        if self.peek.kind != kind:
            return False
        self.next += 1
        return True

    def fail(self, why: str, token: _Token | None = None) -> NoReturn:
        self.fail_at(why, (token or self.peek).at)

    def fail_at(self, why: str, at: int) -> NoReturn:
        from_here = " ".join(self.text[at : at + 20].split())
        where = f"at {from_here!r} (character {at + 1})" if from_here else "at its end"
        raise UsageError(f"The query cannot be understood {where}: {why}.", code="query")

    def _tokens(self) -> list[_Token]:
        made: list[_Token] = []
        at = 0
        while found := _TOKEN.match(self.text, at):
            start, kind = found.start(found.lastgroup or 0), found.lastgroup
            at = found.end()
            if kind == "quote":
                token, at = self._quotation(start)
                made.append(token)
            elif kind == "word":
                at = self._word(found["word"], start, made)
            elif kind != "comma" or _in_near(made):
                made.append(_Token(found[0].strip(), found[0].strip(), start))
        return [*made, _Token("end", "", len(self.text))]

    def _quotation(self, start: int) -> tuple[_Token, int]:
        end = re.compile('["”“]').search(self.text, start + 1)
        if end is None:
            self.fail_at("this quotation mark has no partner", start)
        words = self.text[start + 1 : end.start()]
        body = words.rstrip()
        inner = body.endswith("*")
        if "*" in (body[:-1] if inner else body):
            self.fail_at("within a phrase a * can only end the last word", start)
        behind = self.text[end.end() : end.end() + 1] == "*"
        return _Token("phrase", body.rstrip("*"), start, inner or behind), end.end() + behind

    def _word(self, word: str, start: int, made: list[_Token]) -> int:
        """Put what a run of characters means behind `made`; returns where it ends."""
        field = _FIELD.match(word)
        if field:
            name = field[1].lower()
            if name not in FIELDS:
                self.fail_at(f"{field[1]} is no field; there are {', '.join(FIELDS[:-1])} and {FIELDS[-1]}", start)
            made.append(_Token("field", name, start))
            return start + field.end()
        near = _NEAR.fullmatch(word)
        if near:
            opened = self.text[start + len(word) : start + len(word) + 1] == "(" and near[1] is None
            made.append(_Token("NEAR(" if opened else "NEAR", near[1] or "", start))
            return start + len(word) + opened
        if word in _OPERATORS:
            made.append(_Token(word, word, start))
            return start + len(word)
        if _in_near(made):
            listed = re.fullmatch(r"(.+),(\d{1,4})?", word)
            closes = self.text[start + len(word) :].lstrip()[:1] == ")"
            if listed and (closes if listed[2] else True):
                return self._word(listed[1], start, made)  # the comma and its number come next
        body = word.rstrip(".,;!?")
        star = body.endswith("*")
        if "*" in body.rstrip("*"):
            self.fail_at("a * can only end a word", start)
        if star and not words_of(body):
            self.fail_at("a * needs letters before it", start)
        made.append(_Token("word", body.rstrip("*") or word, start, star))
        return start + len(word)


def _in_near(made: Sequence[_Token]) -> bool:
    """Whether the bracket that is open is a NEAR's."""
    opened: list[str] = []
    for token in made:
        if token.kind in ("(", "NEAR("):
            opened.append(token.kind)
        elif token.kind == ")" and opened:
            opened.pop()
    return bool(opened) and opened[-1] == "NEAR("
