"""Whether two claims cannot both hold, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sayso.coverage.claims import Claim, Token
from sayso.coverage.opposites import (
    ACCUSES,
    BELIEVES,
    CLAIMS,
    CONTRASTS,
    CROWDS,
    GENERIC,
    MYTH_NOUNS,
    OPPOSITES,
    SAME,
    SAYS,
    WILL,
)
from sayso.coverage.terms import WORD, fold, stem
from sayso.records import Span

SOFT = 0.4
"""What a word counts that one claim has and the other only stands near, as its pronouns may mean it."""
DAMP = 3.0
"""Added to what the shorter claim weighs, so that two words in common are not everything."""
ADJACENT = 400
"""Characters between two sayings of one article that answer each other. Chosen by hand."""
SHORTEST = 4
"""Words of a claim that can be set against another by a negation."""
SAME_TIME = 3
"""Days between two articles whose figures are of one time."""

COVERED = 0.5
"""Least part of what a negation reaches that the other claim must say. Chosen on dev."""
OTHERS = frozenset("another else again anymore other without until unless same".split())
LINKED = 0.42
"""Least part of a claim that the other must share. Swept on dev."""

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Clash:
    """What sets two claims against each other. `strength` is how surely the two kinds of words exclude each other, `link` how surely both claims
    are about one thing; both 0 to 1."""

    kind: str
    strength: float
    link: float
    shared: tuple[str, ...]
    against: tuple[tuple[Claim, Span], ...]
    note: str
    denier: Claim | None = None
    by: str = "words"
    """How the two were linked: by `words` in common, by standing right `before`, `inside` the other, or in one `sentence`."""

    @property
    def score(self) -> float:
        return self.strength * self.link


def clash(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """The strongest clash of two claims, `None` where nothing sets them against each other."""
    if a.asks or b.asks or _alike(a, b):
        return None
    found = [each for each in (_denial(a, b, rarity), _denial(b, a, rarity), _myth(a, b, rarity), _myth(b, a, rarity), _negation(a, b, rarity),
                               _opposite(a, b, rarity), _number(a, b, rarity), _contrast(a, b, rarity), _contrast(b, a, rarity)) if each]  # fmt: skip
    return max(found, key=lambda each: each.score, default=None)


# -- how surely two claims are about one thing


@dataclass(frozen=True, slots=True)
class Link:
    """What two claims share: `score` 0 to 1, the words, how many of them stand in both."""

    score: float
    shared: tuple[str, ...]
    both: int


def link(a: Claim, b: Claim, rarity: Rarity, but: frozenset[str] = frozenset(), of: Claim | None = None) -> Link:
    """What two claims share apart from the words `but`, as a part of `of`, or else of the lighter of them."""
    mine = {key: rarity(key) for key in a.about if key not in but}
    theirs = {key: rarity(key) for key in b.about if key not in but}
    both = mine.keys() & theirs.keys()
    hard = sum(mine[key] for key in both)
    soft = sum(weight for key, weight in mine.items() if key not in both and key in b.near)
    soft += sum(weight for key, weight in theirs.items() if key not in both and key in a.near)
    weights = sum(mine.values()), sum(theirs.values())
    least = weights[0] if of is a else weights[1] if of is b else min(weights)
    if least == 0 and not soft:
        return Link(0.0, (), 0)
    score = min(1.0, (hard + SOFT * soft) / (least + DAMP))
    shared = sorted(both, key=lambda key: (-mine[key], key))
    return Link(score, tuple(shared), len(both))


def distance(a: Claim, b: Claim) -> int | None:
    """Characters between two claims of one article, `None` where they are of two."""
    if a.saying.article != b.saying.article:
        return None
    first, second = sorted((a.span, b.span))
    return max(0, second.start - first.end)


def _answers(first: Claim, second: Claim) -> bool:
    """Whether `second` comes soon after `first` in one article, from another mouth."""
    gap = distance(first, second)
    return gap is not None and gap <= ADJACENT and second.span.start > first.span.start


# -- denial


def _denial(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """`b` is said not to be so by its cue; `a` says that it is so."""
    if not b.denies or a.denies:
        return None
    both = link(a, b, rarity, of=b)
    flipped = [key for key in both.shared if a.about[key] != b.about[key]]
    cue = b.cue or b.span
    believes = any(word in BELIEVES for word in b.saying.cue.lower().split())
    if any(not key.startswith("@") for key in flipped) and both.score >= LINKED and both.both >= 2 and not a.wishes and len(a.tokens) >= SHORTEST:
        strength = (0.6 if believes else 0.9) * _apart(b, a)
        scope = sum(rarity(key) for key in b.scope)
        covered = sum(rarity(key) for key in flipped) / (scope or 1.0)
        return Clash("denial", strength, min(1.0, 0.6 * covered + 0.4 * both.score), both.shared, ((b, cue),), f"{_said(b)} denies what {_said(a)} says", b)
    if not _answers(a, b) or len(a.tokens) < SHORTEST:
        return None
    near = 1 - (distance(a, b) or 0) / (2 * ADJACENT)
    low = {token.word for token in b.tokens}
    own = [key for key in b.content if key not in _CLAIM_STEMS]
    if (b.opens or low & _CLAIM_NOUNS) and len(own) <= 1 and len(b.tokens) <= 8 and not low & GENERIC:
        return Clash("denial", 0.85, near * 0.9, both.shared, ((b, cue),), f"{_said(b)} denies what was said just before", b, "before")
    accused = b.speaker is not None and b.speaker in a.about
    accuses = any(token.word in ACCUSES for token in a.tokens) or any(word in ACCUSES for word in a.saying.cue.lower().split())
    if low & GENERIC and accused and accuses and len(own) <= 2:
        return Clash("denial", 0.85, near * 0.95, both.shared, ((b, cue),), f"{_said(b)} denies the accusation made just before", b, "before")
    return None


_CLAIM_NOUNS = CLAIMS - frozenset("that this it so".split())
_CLAIM_STEMS = frozenset(map(stem, CLAIMS))


# -- myth, lie, false


def _myth(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """`b` calls it a myth, a lie, false; `a` says it, elsewhere or inside `b`."""
    if b.myth is None or a.myth is not None or b.denies:
        return None
    word = b.myth
    called = f"{_said(b)} calls it {_words(b, word)}"
    noun = fold(word.of(b.reading.article.text)) in MYTH_NOUNS
    if noun and a.saying.source and _within(a, b):
        return Clash("myth", 0.95, 0.95, (), ((b, word),), f"{called} and quotes {_said(a)}", b, "inside")
    both = link(a, b, rarity, of=b)
    content = [key for key in both.shared if not key.startswith("@")]
    alike = [key for key in content if a.about[key] == b.about[key]]
    if len(alike) >= 2 and len(alike) == len(content) and both.score >= LINKED and _of_a_claim(b) and a.is_plain:
        return Clash("myth", 0.8, both.score, both.shared, ((b, word),), called, b)
    brief = len(b.tokens) <= 4 and any(each in _CALLS for each in b.saying.cue.lower().split())
    if _answers(a, b) and (b.opens or brief) and len(b.tokens) <= 12:
        near = 1 - (distance(a, b) or 0) / (2 * ADJACENT)
        return Clash("myth", 0.85, near * 0.9, both.shared, ((b, word),), f"{_said(b)} calls what was said just before {_words(b, word)}", b, "before")
    return None


def _of_a_claim(b: Claim) -> bool:
    """Whether the clause says what the myth is: *the myth that …*, *the idea that … is a myth*."""
    words = [token.word for token in b.tokens]
    at = next(i for i, token in enumerate(b.tokens) if token.span == b.myth)
    return words[at + 1 : at + 2] == ["that"] or any(word in CLAIMS for word in words[:at] if word not in ("it", "this", "that", "so"))


_CALLS = frozenset("called calls call calling described describes describing dismissed dismisses dismissing denounced labeled labelled branded".split())


def _within(a: Claim, b: Claim) -> bool:
    """Whether `a` is quoted inside `b`'s saying, in the sentence that calls it a myth."""
    if a.saying.article != b.saying.article or a.attribution.inside != b.attribution.id or a.span.start < b.span.start:
        return False
    between = b.reading.article.text[b.span.start : a.span.start]
    return len(between) <= 300 and not _SENTENCE_ENDS.search(between)


_SENTENCE_ENDS = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘\"']")


# -- negation, will and will not


def _negation(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    if a.supposes or b.supposes or a.wishes or b.wishes or min(len(a.tokens), len(b.tokens)) < SHORTEST:
        return None
    one, other = (b, a) if b.negation is not None else (a, b)
    if one.negation is None or other.negation is not None or one.focus is None or not other.is_plain or not _says(one):
        return None
    if any(token.word in OTHERS for token in one.tokens) or _is_crowd(a) or _is_crowd(b):
        return None
    both = link(a, b, rarity)
    flipped = [key for key in both.shared if a.about[key] != b.about[key]]
    if one.focus not in flipped or both.both < 2:
        return None
    scope = sum(rarity(key) for key in one.scope)
    covered = sum(rarity(key) for key in flipped) / (scope or 1.0)
    if covered < COVERED:
        return None
    word = fold(one.negation.of(one.reading.article.text))
    if word == "not" and one.negation.start == one.tokens[0].span.start:
        return None
    subject = bool(one.subject & set(both.shared)) or word in _WHOLE
    strength = 0.35 + 0.4 * subject + 0.1 * (len([key for key in flipped if not key.startswith("@")]) > 1)
    strength += 0.1 * (a.saying.article == b.saying.article)
    kind = "will" if _will(a) and _will(b) else "negation"
    words = ", ".join(_shown(one, flipped))
    score = min(1.0, 0.75 * covered + 0.25 * both.score)
    return Clash(
        kind, strength * _apart(one, other), score, both.shared, ((one, one.negation),),
        f"{_said(one)} says {_words(one, one.negation)} of {words}, {_said(other)} does not",
    )  # fmt: skip


_WHOLE = frozenset("no nobody none nothing neither".split())
"""Negations that stand in the subject, so that the whole clause is not so."""


def _is_crowd(claim: Claim) -> bool:
    """Whether its source is a part of those asked in a poll."""
    words = (claim.saying.source or claim.saying.speaker or "").lower().replace("%", " percent").split()
    return any(word in CROWDS for word in words) or any(word[0].isdigit() for word in words)


def _alike(a: Claim, b: Claim) -> bool:
    """Whether two claims are the same words."""
    mine, theirs = {token.stem for token in a.tokens}, {token.stem for token in b.tokens}
    return len(mine & theirs) > 0.7 * len(mine | theirs) and (a.negation is None) == (b.negation is None)


def _says(claim: Claim) -> bool:
    cue = claim.saying.cue.lower().split()
    return not cue or any(word.strip(":,") in SAYS for word in cue)


def _apart(one: Claim, other: Claim) -> float:
    """What time between two articles leaves of a clash in which `one` negates: what *is* not so on Monday can be so on Thursday; what *was* not so
    stays so."""
    if one.saying.article == other.saying.article or not one.saying.published or not other.saying.published:
        return 1.0
    days = abs((_day(one.saying.published) - _day(other.saying.published)).days)
    if days <= 1:
        return 1.0
    if any(token.word in _NOW for token in one.tokens):
        return 0.6 if days <= 3 else 0.45
    return 0.95 if days <= 7 else 0.8


_NOW = frozenset("is are am isn't aren't now currently will won't today has have haven't hasn't no".split())


def _will(claim: Claim) -> bool:
    return any(token.word in WILL for token in claim.tokens)


# -- opposites


def _opposite(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    if a.supposes or b.supposes or a.wishes or b.wishes or _is_crowd(a) or _is_crowd(b):
        return None
    theirs: dict[str, Token] = {}
    for token in b.tokens:
        theirs.setdefault(token.stem, token)
    mine = {token.stem for token in a.tokens}
    for token in a.tokens:
        for against in OPPOSITES.get(token.stem, ()):
            other = theirs.get(against)
            if other is None or against in mine or token.stem in theirs or (token.negated != a.denies) != (other.negated != b.denies):
                continue
            both = link(a, b, rarity, frozenset((token.stem, against)))
            content = [key for key in both.shared if not key.startswith("@")]
            if not content or both.both < 2 or both.score < LINKED or not (a.is_plain and _says(b) or b.is_plain and _says(a)):
                continue
            if not _before(a, token, content) or not _before(b, other, content):
                continue
            return Clash(
                "opposite", 0.7, both.score, both.shared, ((a, token.span), (b, other.span)),
                f"{_words(a, token.span)} against {_words(b, other.span)}",
            )  # fmt: skip
    return None


def _before(claim: Claim, word: Token, keys: list[str]) -> bool:
    """Whether one of the shared words stands before the opposite: then it is said of that."""
    return any(SAME.get(t.stem, t.stem) in keys for t in claim.tokens if t.span.start < word.span.start)


# -- numbers


def _number(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    if not a.figures or not b.figures or a.supposes or b.supposes or a.wishes or b.wishes or a.denies != b.denies or _is_crowd(a) or _is_crowd(b):
        return None
    if a.saying.published and b.saying.published:
        days = abs((_day(a.saying.published) - _day(b.saying.published)).days)
        if days > SAME_TIME:
            return None
    for mine in a.figures:
        for theirs in b.figures:
            if not mine.against(theirs) or (not mine.what.strip("%$") and not theirs.what.strip("%$")):
                continue
            both = link(a, b, rarity)
            if both.both >= 3 and both.score >= 0.5:
                return Clash(
                    "number", 0.6, both.score, both.shared, ((a, mine.span), (b, theirs.span)),
                    f"{_words(a, mine.span)} against {_words(b, theirs.span)}, both of {mine.what.strip('%$') or theirs.what.strip('%$')}",
                )  # fmt: skip
    return None


# -- though, despite, but


def _contrast(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """Two sayings of one sentence set against each other by *though*, *despite*, *but*, where one denies or doubts."""
    gap = distance(a, b)
    if gap is None or gap > 160 or b.span.start <= a.span.end:
        return None
    text = a.reading.article.text
    between = text[a.span.end : b.span.start]
    if any(mark in between for mark in ".!?\n"):
        return None
    words = [fold(each) for each in WORD.findall(between)]
    found = next((word for word in words if word in CONTRASTS), None)
    if found is None:
        return None
    denial = b if (b.denies or b.doubt) else a if a.denies else None
    if denial is None:
        return None
    other = a if denial is b else b
    if other.denies or other.doubt or other.negation or other.wishes or len(other.tokens) < 3:
        return None
    both = link(a, b, rarity)
    pointing = b.points or both.both > 0
    if not pointing:
        return None
    span = denial.cue or denial.doubt or denial.span
    strength = 0.9
    score = min(1.0, 0.75 + 0.4 * both.score - gap / 800)
    kind = "denial" if denial.denies else "doubt"
    return Clash(kind, strength, score, both.shared, ((denial, span),), f"“{found}” sets {_said(b)} against {_said(a)}", denial, "sentence")


# -- words for people


def _said(claim: Claim) -> str:
    return claim.saying.speaker or claim.saying.source or "an unnamed source"


def _words(claim: Claim, span: Span) -> str:
    return "“" + span.of(claim.reading.article.text) + "”"


def _shown(claim: Claim, keys: list[str]) -> list[str]:
    made = []
    for key in keys[:3]:
        for token in claim.tokens:
            if SAME.get(token.stem, token.stem) == key:
                made.append("“" + token.word + "”")
                break
    return made


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
