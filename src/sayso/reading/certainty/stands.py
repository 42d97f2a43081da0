"""How one attribution stands to its content: its cue in the lexicon, and the words that bear on the cue."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.certainty.contents import by_content
from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.ground import Ground, Part
from sayso.reading.certainty.inflect import is_adverb
from sayso.reading.certainty.lexicon import Lexicon
from sayso.reading.certainty.modals import modal
from sayso.reading.certainty.turns import NO
from sayso.reading.words import word_set
from sayso.records import Certainty, Polarity, Tone

MOST_BACK = 8
"""Words before a cue that may belong to its verb group (*is not yet expected to*); chosen by hand."""
_AUXILIARIES = word_set(
    "be am is are was were been being 's 're 'm have has had having 've do does did to will would shall should can could "
    "may might must 'll 'd n't not never no longer yet also still now even ever already just only once first widely "
    "generally refused refuses refuse declined declines decline expected likely unlikely set due poised slated "
    "scheduled going reluctant failed fails continues continued cannot nor neither hardly barely scarcely seldom rarely "
    "without often repeatedly publicly finally largely further"
)
_LIGHT = word_set(
    "express voice raise make have give issue put cast draw release share file submit launch have present repeat find "
    "reject dismiss"
)
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "surprisingly", "least", "exactly"})


_UNCONFIRMED = word_set("unconfirmed unverified unsubstantiated")
"""Adjectives of a source that weaken what it says: *unconfirmed reports*."""


@dataclass(slots=True)
class Reading:
    """What was read from the words of a cue, by place."""

    hits: list[tuple[int, int, Cue]] = field(default_factory=list)
    operators: list[tuple[int, int, Cue]] = field(default_factory=list)
    adverbs: list[tuple[int, int, Cue]] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Level, polarity and tone, the places of the words besides the cue that show it, and the rule with its note."""

    certainty: Certainty
    polarity: Polarity
    tone: Tone
    hedges: list[int]
    rule: str
    note: str = ""


def verdict(ground: Ground, part: Part, lexicon: Lexicon) -> Verdict:
    """The verdict on one attribution."""
    if not part.cue:
        return Verdict(Certainty.STATED, Polarity.AFFIRMED, Tone.NEUTRAL, [], "no cue", "nothing weakens it")
    first, last = part.cue[0][0], part.cue[-1][1]
    start = _group_start(ground, part, first)
    read = _read(ground, start, first, last, lexicon)
    read.adverbs += _near(ground, part, start, last, lexicon)
    for begin, end in part.source[:1]:
        read.adverbs += [
            (at, at + 1, lexicon.adjectives[ground.flat[at]])
            for at in range(begin, min(end, begin + 3))
            if ground.flat[at] in _UNCONFIRMED
        ]
    return _weigh(ground, part, read)


def _blocked(part: Part, at: int) -> bool:
    return any(s <= at < e for s, e in (*part.source, *part.content))


def _group_start(ground: Ground, part: Part, first: int) -> int:
    """Where the verb group of the cue begins: auxiliaries, negations and adverbs before the cue belong to it."""
    flat, sentence = ground.flat, ground.tokens.sentence
    start = first
    while start > 0 and first - start < MOST_BACK:
        before = start - 1
        word = flat[before]
        if sentence[before] != sentence[first] or not (word in _AUXILIARIES or is_adverb(word)):
            break
        if _blocked(part, before):
            break
        start = before
    while start < first and flat[start] == "to":
        start += 1
    return start


def _read(ground: Ground, start: int, first: int, last: int, lexicon: Lexicon) -> Reading:
    """All entries, modals and negations of the words from `start` up to `last`; phrases may reach beyond."""
    flat, out = ground.flat, Reading()
    sentence = ground.tokens.sentence
    reach = min(len(flat), last + 6)
    while reach > last and sentence[reach - 1] != sentence[last - 1]:
        reach -= 1
    at = start
    while at < last:
        word = flat[at]
        found = lexicon.phrase(flat, at, reach)
        if found is not None:
            size, cue = found
            (out.operators if cue.sort is Sort.OPERATOR else out.hits).append((at, at + size, cue))
            # "seems to suggest": what an operator or a first word takes may be followed by the head itself
            at += size if flat[at + size - 1] not in lexicon.bases or at + size > last else max(1, size - 1)
            continue
        turned = lexicon.turns(flat, at, reach)
        if turned:
            out.turns.append(at)
            at += turned
            continue
        if word in NO:
            if flat[at + 1 : at + 2] and flat[at + 1] in _NOT_ONLY and word in ("not", "n't"):
                at += 2
                continue
            if not (word == "nor" and out.turns):  # *neither said nor implied* is one negation
                out.turns.append(at)
        bearing = modal(ground, at, lexicon)
        if bearing is not None:
            out.operators.append((at, at + 1, bearing))
        adverb = lexicon.adverbs.get(word)
        if adverb is not None:
            out.adverbs.append((at, at + 1, adverb))
        elif word in lexicon.words:
            cue = lexicon.states[word] if word in lexicon.states and _after_be(flat, at) else lexicon.words[word]
            (out.operators if cue.sort is Sort.OPERATOR else out.hits).append((at, at + 1, cue))
        elif word in lexicon.adjectives:
            out.adverbs.append((at, at + 1, lexicon.adjectives[word]))
        at += 1
    return out


def _after_be(flat: list[str], at: int) -> bool:
    """Whether a form of *be* or *remain* governs the word, adverbs and negations skipped."""
    before = at - 1
    while before > at - 4 and before >= 0 and (flat[before] in _BETWEEN or is_adverb(flat[before])):
        before -= 1
    return before >= 0 and flat[before] in _BE


_BETWEEN = word_set("not n't also still now so very quite less more never all")
_BE = word_set("be is are was were been being 's 're 'm am remain remains remained feel feels felt seem seems")


def _near(ground: Ground, part: Part, start: int, last: int, lexicon: Lexicon) -> list[tuple[int, int, Cue]]:
    """Hedging adverbs beside the cue, its group or its source, with at most commas and other adverbs between."""
    flat, sentence = ground.flat, ground.tokens.sentence
    size, out = len(flat), []

    def walk(at: int, step: int) -> None:
        for _ in range(5):
            if (
                not 0 <= at < size
                or sentence[at] != sentence[start]
                or _blocked(part, at)
                or ground.owner[at] != ground.owner[start]
            ):
                return
            word = flat[at]
            if word in lexicon.adverbs:
                out.append((at, at + 1, lexicon.adverbs[word]))
            elif not (word == "," or is_adverb(word) or word in _AUXILIARIES):
                return
            at += step

    walk(start - 1, -1)
    walk(last, 1)
    for first, end in part.source[:1]:
        if end <= start:
            walk(first - 1, -1)
        if first >= last:
            walk(end, 1)
    return out


def _weigh(ground: Ground, part: Part, read: Reading) -> Verdict:
    """The level by what goes before what: refusals, adverbs, operators, then the cue word itself."""
    core = _core(part, read)
    conditional = _condition(ground, part)
    turned = len(read.turns) % 2 == 1
    source_no = _no_source(ground, part)
    head = by_content(ground, part, core, turned=turned or source_no)
    base = head.certainty if head else Certainty.STATED
    polarity = head.polarity if head else Polarity.AFFIRMED
    tone = next((cue.tone for _, _, cue in read.hits if cue.tone is not Tone.NEUTRAL), Tone.NEUTRAL)
    name = head.name if head else ""
    rule, hedges = ("rule: cue" if head else "rule: cue not in the lexicon"), list[int]()
    if source_no and head and not read.turns and _would_tell(ground, part):
        return Verdict(Certainty.REFUSED, Polarity.AFFIRMED, tone, [], "rule: refusal", "nobody would say")
    if base is Certainty.REFUSED:
        return Verdict(base, Polarity.AFFIRMED, tone, [], "rule: refusal", name)
    if turned or source_no:
        base, polarity = _turned(base, polarity, name, source_no=source_no)
        rule = "rule: nobody says so" if source_no else "rule: negated cue"
        hedges += [place for place in read.turns if not any(a <= place < b for a, b in part.cue)]
    if read.adverbs:
        read.adverbs.sort(key=lambda hit: RANK[hit[2].certainty])
        base = read.adverbs[0][2].certainty
        rule, name = "rule: adverb upon the cue", read.adverbs[0][2].name
        hedges += [place for a, b, _ in read.adverbs for place in range(a, b)]
        if not read.hits and tone is Tone.NEUTRAL and base is Certainty.ALLEGED:
            tone = Tone.DOUBTING
    elif read.operators and not (source_no and base is Certainty.STATED):
        first, end, cue = read.operators[0]
        if cue.certainty is Certainty.EXPECTED and base not in (Certainty.STATED, Certainty.DENIED, Certainty.ALLEGED):
            pass
        else:
            base, rule, name = cue.certainty, "rule: operator upon the cue", cue.name
            if read.hits:
                hedges += range(first, end)
    elif conditional is not None:
        base, rule, name = Certainty.HEDGED, "rule: condition upon the cue", ground.flat[conditional]
        hedges.append(conditional)
    inner = set(hedges)
    if not read.hits:  # the adverb is the cue
        inner -= {place for a, b in part.cue for place in range(a, b)}
    return Verdict(base, polarity, tone, sorted(inner), rule, name)


RANK = {
    level: rank
    for rank, level in enumerate(
        (
            Certainty.RETRACTED,
            Certainty.REFUSED,
            Certainty.ALLEGED,
            Certainty.UNLIKELY,
            Certainty.QUESTIONED,
            Certainty.DENIED,
            Certainty.BELIEVED,
            Certainty.HEDGED,
            Certainty.SUGGESTED,
            Certainty.EXPECTED,
            Certainty.STATED,
        )
    )
}
"""What goes before what where several words of one clause show different levels."""


def _core(part: Part, read: Reading) -> Cue | None:
    """The entry that the cue is read by: a refusal, else the first verb that is not merely stated, else a noun where no verb of
    saying goes before it, else the first."""
    hits = [cue for _, _, cue in read.hits]
    for cue in hits:
        if cue.certainty in (Certainty.REFUSED, Certainty.RETRACTED):
            return cue
    strong = False
    for cue in hits:
        if cue.sort is Sort.NOUN and strong:
            continue
        if cue.certainty is not Certainty.STATED:
            return cue
        strong = strong or (cue.sort is Sort.VERB and cue.name not in _LIGHT)
    return hits[0] if hits else None


def _condition(ground: Ground, part: Part) -> int | None:
    """The place of *if* or *unless* right before the source or cue."""
    first = min(span[0] for span in (*part.source, *part.cue))
    before = first - 1
    if before < 0 or ground.tokens.sentence[before] != ground.tokens.sentence[first] or ground.taken[before]:
        return None
    return before if ground.flat[before] in ("if", "unless") else None


def _no_source(ground: Ground, part: Part) -> bool:
    """Whether the source is nobody, or nearly: *no one*, *few analysts*."""
    if not part.source:
        return False
    first, last = part.source[0]
    if ground.flat[first] in ("few", "no", "none", "nobody", "neither", "nothing"):
        return not (ground.flat[first] == "no" and last - first == 1)
    return ground.flat[first] == "not" and last - first > 1


def _would_tell(ground: Ground, part: Part) -> bool:
    """Whether the cue is one of telling under *would* or *will*: *neither side would say*."""
    words = [ground.flat[place] for first, last in part.cue for place in range(first, last)]
    return not {"would", "will"}.isdisjoint(words) and not _TELLING.isdisjoint(words)


_TELLING = word_set("say comment discuss confirm disclose reveal elaborate answer identify specify")


def _turned(base: Certainty, polarity: Polarity, name: str, *, source_no: bool) -> tuple[Certainty, Polarity]:
    """Level and polarity of a cue that is negated: *did not deny* leaves it possible, *nobody denies* settles it."""
    if polarity is Polarity.DENIED:
        return (Certainty.STATED if source_no else Certainty.HEDGED), Polarity.AFFIRMED
    if base is Certainty.UNLIKELY:
        return Certainty.BELIEVED, Polarity.AFFIRMED
    if base is Certainty.QUESTIONED:
        return base, Polarity.AFFIRMED
    if name in ("convinced", "sure", "certain", "confident", "persuaded"):
        return Certainty.UNLIKELY, Polarity.AFFIRMED
    return base, Polarity.DENIED
