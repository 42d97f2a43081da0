"""Whether two claims cannot both hold, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.coverage.alignment import alignment
from sayso.coverage.claims import Claim
from sayso.coverage.clashes import (
    ANSWERS_IT,
    CALLS_IT_MYTH,
    DENIES_IT,
    FIGURES,
    NO_SUCH,
    QUOTES_IT,
    SETS_AGAINST,
    SHARES_NO_BELIEF,
    SHORTEST,
    Clash,
    quoted,
    said,
)
from sayso.coverage.clauses import is_negated, words_in
from sayso.coverage.counts import one_count
from sayso.coverage.links import (
    ADJACENT,
    Rarity,
    alike,
    answers,
    apart,
    day_of,
    distance,
    is_unsure,
    link,
)
from sayso.coverage.negation import negation, nothing, unrelated
from sayso.coverage.opposed import LINKED, opposite
from sayso.coverage.opposites import (
    ACCUSES,
    BELIEVES,
    CLAIMS,
    CONTRASTS,
    GENERIC,
    MYTH_NOUNS,
    is_saying,
)
from sayso.coverage.terms import WORD, fold, stem
from sayso.reading.words import word_set

SAME_TIME = 3
"""Days between two articles whose figures are of one time."""
POINTING = 4
"""Words of a clause that says no more than that it is so *because of it*."""
ENOUGH = 3
"""Least of what a denial has in common with what it denies, a word counting two, a name one."""
ALIGNED = 0.5
"""Least part that one of two claims with figures must share with the other."""


def clashes(a: Claim, b: Claim, rarity: Rarity) -> list[Clash]:
    """What sets two claims against each other, the strongest first."""
    if a.asks or b.asks:
        return []
    both = (negation(a, b, rarity), nothing(a, b, rarity), opposite(a, b, rarity), _number(a, b, rarity))
    each_way = (
        way(one, other, rarity) for way in (_denial, unrelated, _myth, _contrast) for one, other in ((a, b), (b, a))
    )
    found = [each for each in (*both, *each_way) if each is not None]
    return sorted(found, key=lambda each: -each.score)


# -- denial


def _denial(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """`b` is said not to be so by its cue; `a` says that it is so."""
    spot = b.negation or b.span
    such = _no_such(b) if b.negation is not None and not b.denies and not a.denies and not a.negation else None
    if such is not None and such in a.about and _is_claim(a) and not is_unsure(a) and not a.wishes:
        note = f"{said(b)} says that there is no such thing as {said(a)} speaks of"
        return Clash("denial", NO_SUCH, link(a, b, rarity).score, (such,), ((b, spot),), note, b)
    if such is not None and answers(a, b) and _is_claim(a):
        near = 1 - (distance(a, b) or 0) / (2 * ADJACENT)
        note = f"{said(b)} says that there is no such thing"
        return Clash("denial", ANSWERS_IT, near * 0.9, (), ((b, spot),), note, b, "before")
    if not b.denies or a.denies or b.is_crowd:
        return None
    both = link(a, b, rarity, of=b)
    flipped = [key for key in both.shared if a.about[key] != b.about[key]]
    cue = b.cue or b.span
    believes = any(word in BELIEVES for word in b.saying.cue.lower().split())
    weight = sum(1 if key.startswith("@") else 2 for key in both.shared)
    if (
        any(not key.startswith("@") for key in flipped)
        and both.score >= LINKED
        and both.both >= 2
        and weight >= ENOUGH - (b.verb is not None)
        and a.negates(both.shared) == b.negates(both.shared)
        and not a.wishes
        and not is_unsure(a)
        and (b.verb is None or b.verb in {token.key for token in a.tokens})
        and len(a.tokens) >= SHORTEST
    ):
        strength = (SHARES_NO_BELIEF if believes else DENIES_IT) * apart(b, a)
        scope = sum(rarity(key) for key in b.scope)
        covered = sum(rarity(key) for key in flipped) / (scope or 1.0)
        return Clash(
            "denial",
            strength,
            min(1.0, 0.6 * covered + 0.4 * both.score),
            both.shared,
            ((b, cue),),
            f"{said(b)} denies what {said(a)} says",
            b,
        )
    if accused_by(a, b, flipped) and both.score >= LINKED:
        note = f"{said(b)} denies what {said(a)} says"
        return Clash("denial", DENIES_IT * apart(b, a), both.score, both.shared, ((b, cue),), note, b)
    if not answers(a, b) or not _is_claim(a) or a.wishes:
        return None
    near = 1 - (distance(a, b) or 0) / (2 * ADJACENT)
    low = {token.word for token in b.tokens}
    own = [key for key in b.content if key not in _CLAIM_STEMS]
    generic = low & (GENERIC - _CLAIMED if b.tokens[0].word in _THE else GENERIC)
    short = len(b.tokens) <= 8 and b.is_whole and not generic and _may_name(a, b)
    if short and ((b.opens and len(own) <= 1) or (low & _CLAIM_NOUNS and not own)):
        return Clash(
            "denial",
            ANSWERS_IT,
            near * 0.9,
            both.shared,
            ((b, cue),),
            f"{said(b)} denies what was said just before",
            b,
            "before",
        )
    accused = b.speaker is not None and b.speaker in a.about
    accuses = any(token.word in ACCUSES for token in a.tokens) or any(
        word in ACCUSES for word in a.saying.cue.lower().split()
    )
    if low & GENERIC and accused and accuses and len(own) <= 2:
        return Clash(
            "denial",
            ANSWERS_IT,
            near * 0.95,
            both.shared,
            ((b, cue),),
            f"{said(b)} denies the accusation made just before",
            b,
            "before",
        )
    return None


def accused_by(a: Claim, b: Claim, flipped: Sequence[str]) -> bool:
    """Whether `a` says something of who denies in `b`, with a word of what is denied: *his phone was in his hand* against *denied
    using his phone*."""
    named = b.speaker is not None and b.speaker in a.about
    words = [key for key in flipped if not key.startswith("@")]
    return named and bool(words) and not a.wishes and not is_unsure(a) and _is_claim(a) and not a.is_negative


def _may_name(a: Claim, b: Claim) -> bool:
    """Whether those whom the denial names (*denies Osei's account*) are who spoke before, or of whom it was said."""
    named = {key for key in b.about if key.startswith("@") and key != b.speaker}
    return not named or a.speaker in named or bool(named & a.about.keys())


def _is_claim(claim: Claim) -> bool:
    """Whether somebody says in it that something is so, or accuses another of it: what can be answered by a denial."""
    cue = words_in(claim.saying.cue)
    if len(claim.tokens) < SHORTEST or (is_negated(cue) and not claim.denies):
        return False
    return is_saying(claim.saying.cue) or any(word in ACCUSES for word in claim.saying.cue.lower().split())


def _no_such(claim: Claim) -> str | None:
    """What it says that there is no such thing of (*made no such promise*), empty where that is not told; `None` where it says
    nothing of the kind, or *no such thing as …*, which says of what."""
    words = [token.word for token in claim.tokens[:8]]
    at = next((i for i, pair in enumerate(pairwise(words)) if pair == ("no", "such")), None)
    if at is None or [token.word for token in claim.tokens[at + 2 : at + 4]] == ["thing", "as"]:
        return None
    return claim.tokens[at + 2].key if at + 2 < len(claim.tokens) else ""


_CLAIM_NOUNS = CLAIMS - word_set("that this it so")
_CLAIMED = word_set("claim claims allegation allegations accusation accusations")
_THE = word_set("the that this those these")
"""*Denied the claim* is of one that was just made; *denied claims of fraud* says which."""
_CLAIM_STEMS = frozenset(map(stem, CLAIMS))


# -- myth, lie, false


def _myth(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """`b` calls it a myth, a lie, false; `a` says it, elsewhere or inside `b`."""
    if b.myth is None or a.myth is not None or b.denies:
        return None
    word = b.myth
    called = f"{said(b)} calls it {quoted(b, word)}"
    noun = fold(word.of(b.reading.article.text).split()[0]) in MYTH_NOUNS
    if noun and a.saying.source and _within(a, b):
        return Clash("myth", QUOTES_IT, QUOTES_IT, (), ((b, word),), f"{called} and quotes {said(a)}", b, "inside")
    both = link(a, b, rarity, of=b)
    content = [key for key in both.shared if not key.startswith("@")]
    alike = [key for key in content if a.about[key] == b.about[key]]
    enough = len(alike) >= 2 or (len(alike) == 1 and (both.both > 1 or len(b.content) <= 3))
    if enough and len(alike) == len(content) and both.score >= LINKED and _of_a_claim(b) and a.is_plain:
        return Clash("myth", CALLS_IT_MYTH, both.score, both.shared, ((b, word),), called, b)
    brief = len(b.tokens) <= 4 and any(each in _CALLS for each in b.saying.cue.lower().split())
    said_of = b.begins and _may_name(a, b) and fold(word.of(b.reading.article.text)) not in _OF_SOMEBODY
    if (
        answers(a, b)
        and said_of
        and _is_claim(a)
        and is_saying(b.saying.cue)
        and (b.opens or brief)
        and len(b.tokens) <= 12
    ):
        near = 1 - (distance(a, b) or 0) / (2 * ADJACENT)
        return Clash(
            "myth",
            ANSWERS_IT,
            near * 0.9,
            both.shared,
            ((b, word),),
            f"{said(b)} calls what was said just before {quoted(b, word)}",
            b,
            "before",
        )
    return None


def _of_a_claim(b: Claim) -> bool:
    """Whether the clause says what the myth is: *the myth that …*, *the idea that … is a myth*."""
    words = [token.word for token in b.tokens]
    at = next(i for i, token in enumerate(b.tokens) if b.myth is not None and token.span.start == b.myth.start)
    return "that" in words[at + 1 : at + 4] or any(
        word in CLAIMS for word in words[:at] if word not in ("it", "this", "that", "so")
    )


_OF_SOMEBODY = word_set("liar liars lying")
_CALLS = word_set(
    """called calls call calling described describes describing dismissed dismisses dismissing denounced labeled labelled
    branded"""
)


def _within(a: Claim, b: Claim) -> bool:
    """Whether `a` is quoted inside `b`'s saying, in the sentence that calls it a myth."""
    if a.saying.article != b.saying.article or a.attribution.inside != b.attribution.id or a.span.start < b.span.start:
        return False
    between = b.reading.article.text[b.span.start : a.span.start]
    return len(between) <= 300 and not _SENTENCE_ENDS.search(between)


_SENTENCE_ENDS = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘\"']")


# -- numbers


def _two_mouths(a: Claim, b: Claim) -> bool:
    """Whether two are named who speak: then the same words with another figure are no new state of one report."""
    sources = [claim.speaker or (claim.saying.source or "").lower() for claim in (a, b)]
    return all(sources) and sources[0] != sources[1]


def _number(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    if (
        not a.figures
        or not b.figures
        or a.supposes
        or b.supposes
        or a.wishes
        or b.wishes
        or a.denies != b.denies
        or a.is_crowd
        or b.is_crowd
        or (alike(a, b) and not _two_mouths(a, b))
    ):
        return None
    if a.saying.published and b.saying.published:
        days = abs((day_of(a.saying.published) - day_of(b.saying.published)).days)
        if days > SAME_TIME:
            return None
    for mine in a.figures:
        for theirs in b.figures:
            if not one_count(a, mine, b, theirs):
                continue
            both = link(a, b, rarity)
            against = ((a, mine.span), (b, theirs.span))
            found = alignment(a, b, against)
            if found.cover >= ALIGNED and not found.times_differ and not found.names_differ:
                note = f"{quoted(a, mine.span)} against {quoted(b, theirs.span)}"
                return Clash("number", FIGURES, both.score, both.shared, against, note)
    return None


# -- though, despite, but


def _contrast(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """Two sayings of one sentence set against each other by *though*, *despite*, *but*, where one denies or
    doubts."""
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
    content = [key for key in both.shared if not key.startswith("@")]
    first = [token.word for token in denial.tokens[:3]]
    pointing = denial is b and denial.is_whole and (denial.opens or "any" in first or "such" in first)
    pointing = pointing or (other.points and len(other.tokens) <= POINTING)
    if not _is_claim(other) or not (pointing or content):
        return None
    span = denial.cue or denial.doubt or denial.span
    strength = SETS_AGAINST
    score = min(1.0, 0.75 + 0.4 * both.score - gap / 800)
    kind = "denial" if denial.denies else "doubt"
    return Clash(
        kind,
        strength,
        score,
        both.shared,
        ((denial, span),),
        f"“{found}” sets {said(b)} against {said(a)}",
        denial,
        "sentence",
    )
