"""Statements that are not simply made: the article's own, and those inside what it reports, clause by clause."""

from __future__ import annotations

from sayso.reading.certainty.clauses import Clauses
from sayso.reading.certainty.contents import WH
from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.ground import Ground
from sayso.reading.certainty.lexicon import Lexicon
from sayso.reading.certainty.modals import MODALS, WILL, modal
from sayso.reading.certainty.stands import RANK
from sayso.reading.certainty.turns import NO
from sayso.reading.words import word_set
from sayso.records import Certainty, Hedge, Polarity, Span, Why

Hit = tuple[int, int, Cue]

_PASSIVE = frozenset({Certainty.BELIEVED, Certainty.ALLEGED})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "remains", "remain", "remained"})
_SO_CALLED = Cue("so-called", Sort.ADJECTIVE, Certainty.ALLEGED)
_MARKS = frozenset({"'", '"'})
_NOT_BEFORE = _BE | word_set("has have had not n't he she they who also police")
_NOT_AFTER = word_set("to that in of by and or on")
_LIKELY = Cue("likely", Sort.ADVERB, Certainty.HEDGED)
_SOON = Cue("likely", Sort.OPERATOR, Certainty.EXPECTED)
_UNLIKELY = Cue("unlikely", Sort.OPERATOR, Certainty.UNLIKELY)
_UNCLEAR = Cue("unclear", Sort.ADJECTIVE, Certainty.QUESTIONED)
_QUESTION = Cue("?", Sort.OPERATOR, Certainty.QUESTIONED)
_NEGATION = Cue("not", Sort.OPERATOR, Certainty.STATED)
_OPEN = frozenset({"unclear", "unknown", "uncertain", "unsure", "undecided"})
_COMPARED = frozenset({"more", "less", "least", "how", "so", "too", "as", "equally", "twice", "times"})
_ARTICLES = frozenset({"a", "an", "the", "most", "this", "that", "its", "his", "her", "their"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least", "surprisingly"})
_SINGLE = word_set("seem seems seemed seeming appear appears appeared appearing gonna unlikely likely")
_AFTER_SEEM = word_set("to that as like likely unlikely not n't set poised determined ready certain sure")


def statements(ground: Ground, lexicon: Lexicon) -> list[Hedge]:
    """The hedged, denied, doubted and expected statements in order of the text."""
    out: list[Hedge] = []
    for first, last in ground.tokens.sentences:
        hits, turns, nouns = _sentence(ground, first, last, lexicon)
        asked = _asked(ground, first, last)
        if asked is not None:
            hits.append(asked)
        if hits or turns:
            out += _clauses(ground, first, last, hits, turns)
        out += nouns
    return out


def _asked(ground: Ground, first: int, last: int) -> Hit | None:
    """The question mark of a question that the article itself asks."""
    mark = last - 1
    while mark > first and ground.flat[mark] in _MARKS:
        mark -= 1
    if ground.flat[mark] == "?" and ground.is_own(mark) and ground.is_own(first) and not ground.taken[mark]:
        return mark, mark + 1, _QUESTION
    return None


def _sentence(ground: Ground, first: int, last: int, lexicon: Lexicon) -> tuple[list[Hit], list[int], list[Hedge]]:
    """The hits of a sentence, its negations, and the hedged noun phrases in it."""
    flat, taken = ground.flat, ground.taken
    hits: list[Hit] = []
    turns: list[int] = []
    nouns: list[Hedge] = []
    at = first
    while at < last:
        word = flat[at]
        size = 1
        if taken[at]:
            pass
        elif (found := _phrase(ground, at, last, lexicon)) is not None:
            size = found[1] - at
            hits.append(found)
        elif word in lexicon.adverbs:
            cue = lexicon.adverbs[word]
            if _is_aside(ground, at, first, last):
                nouns.append(_aside(ground, at, last, cue))
            else:
                hits.append((at, at + 1, cue))
        elif word == "may" and _conceded(flat, at, last):
            size += at + 1 < last and flat[at + 1] in _SEEMING
        elif word in NO:
            if _negates(flat, at, first, last):
                turns.append(at)
        elif word in _SETTLED:
            if turns and at - turns[-1] <= 3 and at + 1 < last and flat[at + 1] in WH:
                hits.append((turns.pop(), at + 1, _UNCLEAR))
            elif hits and hits[-1][2] is WILL and at - hits[-1][0] <= 3 and not WH.isdisjoint(flat[at + 1 : at + 8]):
                hits.append((at, at + 1, _UNCLEAR))
        elif word in lexicon.adjectives or word == "so":
            hedge = _noun_phrase(ground, at, last, lexicon)
            if hedge is not None:
                nouns.append(hedge)
        else:
            weak = _weak(ground, at, first, last, lexicon)
            if weak is not None:
                hits.append((at, at + 1, weak))
        at += size
    return hits, turns, nouns


def _phrase(ground: Ground, at: int, last: int, lexicon: Lexicon) -> Hit | None:
    """The phrase at a place that weakens a statement (*is believed to*); `None` where none begins."""
    if at + 1 >= last or (ground.flat[at], ground.flat[at + 1]) not in lexicon.phrases:
        return None
    found = lexicon.phrase(ground.flat, at, last)
    if found is None or not _goes_on(ground, at + found[0], last):
        return None
    asked = found[1].certainty is Certainty.REFUSED and not _REQUESTS.isdisjoint(ground.flat[at : min(last, at + 14)])
    if not (asked or _bears(found[1])):
        return None
    return at, at + found[0], found[1]


def _weak(ground: Ground, at: int, first: int, last: int, lexicon: Lexicon) -> Cue | None:
    """What one word says of its clause: a modal, *seem* or *likely*, *unclear*; `None` for any other word."""
    word, flat = ground.flat[at], ground.flat
    if word in MODALS:
        return modal(ground, at, lexicon) if word not in ("would", "'d") else None
    if word in _SINGLE:
        return _single(ground, at, first, last, lexicon)
    if word in _OPEN and ((at > first and flat[at - 1] in _BE) or (at + 1 < last and flat[at + 1] in WH)):
        return _UNCLEAR
    return None


_REQUESTS = word_set("comment comments request requests inquiries inquiry enquiries reporters interview")
"""What shows that a refusal is one to answer: *did not return calls for comment*."""
_SETTLED = frozenset({"clear", "known", "certain", "sure"})
_SEEMING = frozenset({"seem", "appear", "look", "sound"})


def _negates(flat: list[str], at: int, first: int, last: int) -> bool:
    """Whether a negative word turns its clause round: not *not only … but*, *no wonder*, *good, not bad*, *without sugar*."""
    word = flat[at]
    after = flat[at + 1] if at + 1 < last else ""
    before = flat[at - 1] if at > first else ""
    if after in _NOT_ONLY and not _ANSWERED.isdisjoint(flat[at + 2 : min(last, at + _FARTHEST)]):
        return False
    if word == "without":
        return False
    if word == "nor":  # *neither … nor* is one negation
        return at == first
    if word in ("no", "nothing", "none"):
        return after not in _NOWHAT and before not in _PREPOSITIONS
    if word == "not":
        return after != "to" and (at == first or any(w in _VERBAL for w in flat[max(first, at - 3) : at]))
    return True


_ANSWERED = frozenset({"but", ";", "also", "it"})
_NOWHAT = word_set("wonder doubt matter further less more later sooner higher lower better worse and or - , .")
_VERBAL = word_set(
    "am is are was were be been has have had do does did will would shall should can could may might must 's 're 'm 've "
    "'ll 'd or and but to if why"
)


_FARTHEST = 40
"""Words after *may* or *not* in which *but* still answers it; chosen by hand."""


def _conceded(flat: list[str], at: int, last: int) -> bool:
    """Whether what stands here is conceded, and the sentence's point is another: *it may be small, but it works*."""
    for place in range(at + 2, min(last, at + _FARTHEST)):
        word = flat[place]
        if word == "but" and flat[place - 1] == ",":
            return True
        if word in (";", ":", "because", "although", "though"):
            return False
    return False


def _is_aside(ground: Ground, at: int, first: int, last: int) -> bool:
    """Whether an adverb weakens only what follows up to a mark: *penalties, perhaps for generations, and*."""
    flat = ground.flat
    if at == first or at + 1 >= last:
        return False
    return flat[at + 1] in _PREPOSITIONS or flat[at + 1][0].isdigit()


_PREPOSITIONS = word_set("for in by with from at on to of about as because through during after before into")


def _goes_on(ground: Ground, at: int, last: int) -> bool:
    """Whether a verb follows a phrase that ends in *to*: *due to sail*, not *due to fog*."""
    if ground.flat[at - 1] != "to" or at >= last:
        return True
    return ground.tokens.pos[at] in ("", "VB", "RB", "VBP", "VBN") and ground.flat[at] not in _DETERMINERS


_DETERMINERS = word_set("the a an its his her their our my this that these those some any")


def _bears(cue: Cue) -> bool:
    """Whether a phrase weakens a statement where nobody is said to say it."""
    if cue.sort is Sort.OPERATOR:
        return True
    if cue.name.startswith("be ") and cue.certainty in _PASSIVE:
        return True
    return cue.certainty is Certainty.QUESTIONED and cue.name.startswith(("remain", "be anyone"))


def _single(ground: Ground, at: int, first: int, last: int, lexicon: Lexicon) -> Cue | None:
    """*Seem*, *appear*, *likely* and *unlikely* where they weaken; *an unlikely hero* and *appeared on Friday* weaken nothing."""
    flat, pos = ground.flat, ground.tokens.pos
    word = flat[at]
    before = flat[at - 1] if at > first else ""
    after = flat[at + 1] if at + 1 < last else ""
    if word == "likely":
        if before in _COMPARED or before in _ARTICLES - {"most"}:
            return None
        if any(w in ("will", "'ll", "would") for w in flat[max(first, at - 2) : at]) or after == "to":
            return _SOON
        return _LIKELY
    if word == "unlikely":
        return None if before in _ARTICLES - {"most"} or (before == "most" and after != "to") else _UNLIKELY
    if word == "gonna":
        return WILL
    if after in _AFTER_SEEM or pos[at + 1 if at + 1 < last else at] in ("JJ", "VBN", "RB", "JJR"):
        return lexicon.words[word]
    return lexicon.words[word] if word.startswith("seem") else None


def _noun_phrase(ground: Ground, at: int, last: int, lexicon: Lexicon) -> Hedge | None:
    """*The alleged thief*, *a so-called fix*: the hedge bears on what the noun phrase names."""
    flat, pos = ground.flat, ground.tokens.pos
    if flat[at] == "so":
        if flat[at + 1 : at + 3] != ["-", "called"] or at + 3 >= last:
            return None
        cue, after = _SO_CALLED, at + 3
    else:
        cue, after = lexicon.adjectives[flat[at]], at + 1
        if at and flat[at - 1] in _NOT_BEFORE:
            return None
    marked = after < last and flat[after] in _MARKS
    noun = after + marked
    if noun >= last or not flat[noun].isalpha() or flat[noun] in _NOT_AFTER:
        return None
    if cue is _SO_CALLED and ground.tokens.words[noun][0].isupper():
        return None  # a name: the so-called Islamic State
    if pos[noun] and not pos[noun].startswith(("N", "J", "V", "C")):
        return None
    end = noun + 1
    if marked:
        while end < min(last, noun + 6) and flat[end - 1] not in _MARKS:
            end += 1
    else:
        while end < last and pos[end - 1].startswith(("J", "V", "C")) and flat[end].isalpha():
            end += 1
        while end < last and pos[end].startswith("N"):
            end += 1
    why = ("rule: hedged phrase", cue.name)
    return _hedge(ground, list(range(at, after)), (at, end), cue.certainty, Polarity.AFFIRMED, why)


def _aside(ground: Ground, at: int, last: int, cue: Cue) -> Hedge:
    """The finding for an adverb whose scope ends at the next mark."""
    end = at + 1
    while end < last and ground.flat[end][-1].isalnum() and ground.owner[end] == ground.owner[at]:
        end += 1
    return _hedge(ground, [at], (at, end), cue.certainty, Polarity.AFFIRMED, ("rule: hedged phrase", cue.name))


def _clauses(ground: Ground, first: int, last: int, hits: list[Hit], turns: list[int]) -> list[Hedge]:
    """One finding for each clause that holds hits; a negation alone makes one of the article's own main clause only."""
    clauses = Clauses(ground, first, last)
    by_clause: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        place = hit[0]
        number = 0 if hit[2] is _QUESTION or ground.flat[place] == "if" else clauses.number(place)
        by_clause.setdefault((ground.owner[place], number), []).append(hit)
    turned: dict[tuple[int, int], list[int]] = {}
    for place in turns:
        turned.setdefault((ground.owner[place], clauses.number(place)), []).append(place)
    out: list[Hedge] = []
    for key in dict.fromkeys((*by_clause, *turned)):
        mine, negations = by_clause.get(key, []), turned.get(key, [])
        if not mine and _conceded(ground.flat, negations[0], last):
            continue
        if key[0] >= 0 or key[1] != 0:
            mine = [hit for hit in mine if hit[2] is not WILL]
            if not mine:
                continue
        anchor = mine[0][0] if mine else negations[0]
        if key[0] < 0 and ground.tokens.depth[anchor]:
            continue
        best = min((hit[2] for hit in mine), key=lambda cue: RANK[cue.certainty], default=_NEGATION)
        polarity = Polarity.DENIED if negations else Polarity.AFFIRMED
        if best.certainty in (Certainty.QUESTIONED, Certainty.REFUSED):
            polarity = Polarity.AFFIRMED
        if best.certainty is not Certainty.EXPECTED:
            mine = [hit for hit in mine if hit[2] is not WILL]
        shown = [place for a, b, _ in mine for place in range(a, b)] or negations
        scope = clauses.range(anchor)
        if mine and (best.certainty is Certainty.QUESTIONED or best.sort is Sort.OPERATOR):
            scope = (scope[0], _opened(clauses, max(b for _, b, _ in mine), last, scope[1]))
        rule = "rule: hedged statement" if mine else "rule: negated statement"
        if best is _QUESTION:
            scope, shown, rule = (first, last), [next(a for a, _, cue in mine if cue is _QUESTION)], "rule: question"
        elif key[0] < 0 and key[1] != 0:
            rule = "rule: hedged clause"
        out.append(_hedge(ground, shown, scope, best.certainty, polarity, (rule, best.name)))
    return out


def _opened(clauses: Clauses, after: int, last: int, end: int) -> int:
    """Where the clause ends that begins right after a hedge: *it is unclear whether he will come*."""
    if after < end or after >= last or not clauses.goes_on(after):
        return end
    return max(end, clauses.range(after)[1])


def _hedge(
    ground: Ground,
    places: list[int],
    scope: tuple[int, int],
    level: Certainty,
    polarity: Polarity,
    why: tuple[str, str],
) -> Hedge:
    owner = ground.owner[places[0]]
    tokens = ground.tokens
    first = min(scope[0], places[0])
    last = max(scope[1], places[-1] + 1)
    span: Span = tokens.span(first, last)
    return Hedge(
        ground.spans(places),
        span,
        level,
        polarity,
        None if owner < 0 else ground.parts[owner].found.id,
        Why(*why),
    )
