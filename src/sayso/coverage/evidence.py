"""What bars a pair of claims that the rules set against each other from being a dispute."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.coverage.alignment import alignment
from sayso.coverage.claim_words import Token
from sayso.coverage.claims import Claim
from sayso.coverage.clashes import BY_RULE, Clash
from sayso.coverage.clauses import words_in
from sayso.coverage.opposites import ACCUSES, CLAIMS, DENIES, LIGHT, MYTHS, REJECTS, is_saying
from sayso.coverage.propositions import BEFORE_NOUN, FINITE, key_of
from sayso.coverage.terms import stem
from sayso.reading.words import word_set
from sayso.records import PersonKind


def is_barred(a: Claim, b: Claim, clash: Clash) -> bool:
    """Whether something shows that the two do not speak of one thing as being so and not so, whatever they share."""
    if clash.by in BY_RULE:
        return False
    if _sources(a, b) & _ANYBODY:
        return True
    if clash.kind in ("number", "opposite"):
        return alignment(a, b, clash.against).times_differ or (clash.kind == "number" and _are_two_counts(a, b))
    one = clash.denier or clash.against[0][0]
    other = b if one is a else a
    cue, said = words_in(one.saying.cue), words_in(other.saying.cue)
    if (
        _is_supposed(one)
        or _is_supposed(other)
        or any(word in _MAYBE for word in (*cue, *said))
        or other.saying.cue.strip() == ":"
    ):
        return True
    if clash.by == "before":
        return other.denies or not (other.saying.source or other.saying.speaker) or _is_about(one, other)
    if clash.kind in ("negation", "will"):
        unsaid = other.myth is not None or any(token.word in MYTHS for token in other.tokens)
        elsewhen = clash.kind == "negation" and alignment(a, b, clash.against).times_differ
        return unsaid or elsewhen or not is_saying(other.saying.cue) or not _one_predicate(one, other)
    if clash.kind != "denial" or not one.denies:
        return False
    return other.denies or other.myth is not None or _denies_another(one, other, clash, cue)


def _are_two_counts(a: Claim, b: Claim) -> bool:
    """Whether two figures are of one mouth, which corrects or lists them, or of two things: of two people, of who speaks each
    time (*while reporting 7 million*), or one besides the other (*also charged with two counts*)."""
    one_mouth = a.speaker == b.speaker is not None or _sources(a, b) & _PRONOUNS
    if a.saying.article == b.saying.article and one_mouth:
        return True
    for claim in (a, b):
        low = [token.word for token in claim.tokens]
        if any(word in _BESIDES for word in low) or (low[0] in _WHILE and not any(word in FINITE for word in low)):
            return True
    whom = [_named_subject(claim) for claim in (a, b)]
    return all(whom) and whom[0] != whom[1]


def _named_subject(claim: Claim) -> str | None:
    """The surname of whom it is said, where its first words are a name or a pronoun that stands for one."""
    first = claim.tokens[1 if claim.tokens[0].word == "that" and len(claim.tokens) > 1 else 0]
    for person in claim.reading.people:
        if person.kind is PersonKind.PERSON and any(mention.overlaps(first.span) for mention in person.mentions):
            return person.name.rpartition(" ")[2].lower()
    return None


def _sources(a: Claim, b: Claim) -> set[str]:
    return {(claim.saying.source or "").lower() for claim in (a, b)}


def _denies_another(one: Claim, other: Claim, clash: Clash, cue: list[str]) -> bool:
    """Whether what is denied is not what the other says: that must be a statement, or an accusation of who denies."""
    accused = one.speaker is not None and one.speaker in other.about
    named = any(key.startswith("@") for key in clash.shared)
    words = [key for key in clash.shared if not key.startswith("@") and key not in _NO_TOPIC]
    if len(words) + named < 2:
        return True
    believes = not any(word in DENIES or word in REJECTS for word in cue)
    if (believes and not is_clause(one)) or not is_clause(other):
        return not (is_accusing(other) and accused)
    if not (is_saying(other.saying.cue) or is_accusing(other)):
        return True
    return not is_clause(one) and one.verb is None and not accused


def _one_predicate(one: Claim, other: Claim) -> bool:
    """Whether the other says, as its predicate, what the one says is not so: not *the email server* against *no emails*, nor
    *paying ransom is wrong* against *did not pay ransom*."""
    focus = one.focus
    negation = next((i for i, token in enumerate(one.tokens) if token.span == one.negation), 0)
    if one.tokens[negation].word in _SUBJECT_NO:
        verb = next((i for i, t in enumerate(one.tokens[negation:], negation) if t.word in FINITE), None)
        after = set() if verb is None else {key_of(t) for t in one.tokens[verb + 1 :] if t.word not in LIGHT}
        if after and not after & other.about.keys():
            return False
    for i, token in enumerate(other.tokens):
        if key_of(token) != focus:
            continue
        before = other.tokens[i - 1].word if i else ""
        after_it = other.tokens[i + 1] if i + 1 < len(other.tokens) else None
        said_so = any(token.word == each.word for each in one.tokens)
        if (
            not said_so
            and token.word.endswith("ing")
            and len(token.word) > 5
            and before not in _BEFORE_ING
            and not is_accusing(other)
        ):
            continue
        if after_it is None or not _is_compound(other, token, after_it, one):
            return True
    return False


def _is_compound(claim: Claim, first: Token, second: Token, one: Claim) -> bool:
    """Whether two words that stand together in a claim name one thing (*email server*) where the one has only both apart."""
    together = second.span.start - first.span.end == 1 and claim.reading.article.text[second.span.start].islower()
    tells = len(second.word) > 3 and second.word not in LIGHT and second.stem in one.stems
    return together and tells and not _side_by_side(one, first.stem, second.stem)


def _side_by_side(claim: Claim, first: str, second: str) -> bool:
    return any((x.stem, y.stem) == (first, second) for x, y in pairwise(claim.tokens))


def _is_about(one: Claim, other: Claim) -> bool:
    """Whether the other speaks itself of the report or remark that is denied, as who agrees with the denial may."""
    named = {token.stem for token in one.tokens if token.word in CLAIMS - _POINTS}
    return bool(named & other.stems) and not is_accusing(other)


def _is_supposed(claim: Claim) -> bool:
    """Whether what is said to be denied is only supposed to be: *what if the court does not believe that*."""
    if not claim.attribution.cue:
        return False
    at = claim.attribution.cue[0].start
    before = _SENTENCE.split(claim.reading.article.text[max(0, at - 80) : at])[-1]
    return any(word in _IFS for word in words_in(before))


_SENTENCE = re.compile(r"[.!?\n][”\"’)]*\s")
_BEFORE_ING = word_set("is are was were am be been being of for by it's he's she's they're we're i'm")
_SUBJECT_NO = word_set("no nobody none nothing neither")
_NO_TOPIC = frozenset(map(stem, (*CLAIMS, *ACCUSES)))
_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "no one", "nobody"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_BESIDES = word_set("also another additional further besides other")
_WHILE = word_set("while by after before without")
_IFS = word_set("if unless whether")
_MAYBE = word_set("may might could would should must")
_POINTS = word_set("that this it so")


def is_accusing(claim: Claim) -> bool:
    """Whether its cue accuses."""
    return any(word in ACCUSES for word in words_in(claim.saying.cue))


def is_clause(claim: Claim) -> bool:
    """Whether it has a finite verb or follows a *that*, as far as words tell: *the attempted coup* is no statement."""
    low = [token.word for token in claim.tokens]
    before = claim.reading.article.text[max(0, claim.span.start - 6) : claim.span.start].lower().split()
    return bool(
        low[:1] == ["that"]
        or before[-1:] == ["that"]
        or any(word in _SUBJECTS for word in low)
        or any(word in FINITE or word.endswith("n't") for word in low)
        or any(
            word.endswith("ed") and len(word) > 4 and at and low[at - 1] not in BEFORE_NOUN
            for at, word in enumerate(low)
        )
    )


_SUBJECTS = word_set("i we he she they it you")
