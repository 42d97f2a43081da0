"""Statements that are not simply made: the article's own, and those inside what it reports, clause by clause."""

from __future__ import annotations

from sayso.reading.certainty.clauses import Clauses
from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.ground import Ground
from sayso.reading.certainty.lexicon import Lexicon
from sayso.reading.certainty.phrases import NO
from sayso.reading.certainty.stands import MODALS, RANK, WILL, modal
from sayso.records import Certainty, Hedge, Polarity, Span, Why

Hit = tuple[int, int, Cue]

_PASSIVE = frozenset({Certainty.BELIEVED, Certainty.ALLEGED})
_LIKELY = Cue("likely", Sort.ADVERB, Certainty.HEDGED)
_SOON = Cue("likely", Sort.OPERATOR, Certainty.EXPECTED)
_UNLIKELY = Cue("unlikely", Sort.OPERATOR, Certainty.UNLIKELY)
_UNCLEAR = Cue("unclear", Sort.ADJECTIVE, Certainty.QUESTIONED)
_QUESTION = Cue("?", Sort.OPERATOR, Certainty.QUESTIONED)
_NEGATION = Cue("not", Sort.OPERATOR, Certainty.STATED)
_OPEN = frozenset({"unclear", "unknown", "uncertain", "unsure", "undecided"})
_WH = frozenset("whether if what when where who whom why how which whose".split())
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "remains", "remain", "remained"})
_COMPARED = frozenset({"more", "less", "as", "equally", "twice", "times"})
_ARTICLES = frozenset({"a", "an", "the", "most", "this", "that", "its", "his", "her", "their"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least", "surprisingly"})
_SINGLE = frozenset("seem seems seemed seeming appear appears appeared appearing gonna unlikely likely".split())
_AFTER_SEEM = frozenset("to that as like likely unlikely not n't set poised determined ready certain sure".split())


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
    if ground.flat[mark] == "?" and ground.is_own(mark) and ground.is_own(first) and not ground.taken[mark]:
        return mark, last, _QUESTION
    return None


def _sentence(ground: Ground, first: int, last: int, lexicon: Lexicon) -> tuple[list[Hit], list[int], list[Hedge]]:
    """The hits of a sentence, its negations, and the hedged noun phrases in it."""
    flat, taken = ground.flat, ground.taken
    hits: list[Hit] = []
    turns: list[int] = []
    nouns: list[Hedge] = []
    at = first
    while at < last:
        if taken[at]:
            at += 1
            continue
        word = flat[at]
        if at + 1 < last and (word, flat[at + 1]) in lexicon.phrases:
            found = lexicon.phrase(flat, at, last)
            if found is not None and _bears(found[1]):
                hits.append((at, at + found[0], found[1]))
                at += found[0]
                continue
        if word in lexicon.adverbs:
            hits.append((at, at + 1, lexicon.adverbs[word]))
        elif word in MODALS:
            cue = modal(ground, at, lexicon)
            if cue is not None and word not in ("would", "'d"):
                hits.append((at, at + 1, cue))
        elif word in NO:
            if not (flat[at + 1 : at + 2] and flat[at + 1] in _NOT_ONLY):
                turns.append(at)
        elif word in _SINGLE:
            cue = _single(ground, at, first, last, lexicon)
            if cue is not None:
                hits.append((at, at + 1, cue))
        elif word in _OPEN:
            if (at > first and flat[at - 1] in _BE) or (at + 1 < last and flat[at + 1] in _WH):
                hits.append((at, at + 1, _UNCLEAR))
        elif word in ("clear", "known", "certain", "sure") and turns and at - turns[-1] <= 3 and flat[at + 1 : at + 2] and flat[at + 1] in _WH:
            hits.append((turns.pop(), at + 1, _UNCLEAR))
        elif word in lexicon.adjectives or word == "so":
            hedge = _noun_phrase(ground, at, last, lexicon)
            if hedge is not None:
                nouns.append(hedge)
        at += 1
    return hits, turns, nouns


def _bears(cue: Cue) -> bool:
    """Whether a phrase weakens a statement where nobody is said to say it."""
    if cue.sort is Sort.OPERATOR:
        return True
    if cue.name.startswith("be ") and cue.certainty in _PASSIVE:
        return True
    return cue.certainty is Certainty.QUESTIONED and cue.name.startswith(("remain", "be anyone"))


def _single(ground: Ground, at: int, first: int, last: int, lexicon: Lexicon) -> Cue | None:
    """*Seem*, *appear*, *likely* and *unlikely* where they weaken, not in *an unlikely hero*, *more likely than*, *appeared on Friday*."""
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
    after = at + 1
    if flat[at] == "so":
        if flat[at + 1 : at + 3] != ["-", "called"]:
            return None
        cue, after = Cue("so-called", Sort.ADJECTIVE, Certainty.ALLEGED), at + 3
        if after < last and flat[after] in "\"'":
            after += 1
        if after < last and ground.tokens.words[after][0].isupper():
            return None
    else:
        cue = lexicon.adjectives[flat[at]]
        before = flat[at - 1] if at else ""
        if before in _BE or before in ("has", "have", "had", "not", "n't", "he", "she", "they", "who", "also", "police"):
            return None
    if after >= last or not flat[after].isalpha() or flat[after] in ("to", "that", "in", "of", "by", "and", "or", "on"):
        return None
    if pos[after] and not pos[after].startswith(("N", "J", "V", "C")):
        return None
    end = after + 1
    while end < last and pos[end - 1].startswith(("J", "V", "C")) and flat[end].isalpha():
        end += 1
    while end < last and pos[end].startswith("N"):
        end += 1
    return _hedge(ground, list(range(at, after)), (at, end), cue.certainty, Polarity.AFFIRMED, f"hedged noun phrase: {cue.name}")


def _clauses(ground: Ground, first: int, last: int, hits: list[Hit], turns: list[int]) -> list[Hedge]:
    """One finding for each clause that holds hits; a negation alone makes one of the article's own main clause only."""
    clauses = Clauses(ground, first, last)
    by_clause: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        place = hit[0]
        number = 0 if hit[2] is _QUESTION else clauses.number(place)
        by_clause.setdefault((ground.owner[place], number), []).append(hit)
    turned: dict[tuple[int, int], list[int]] = {}
    for place in turns:
        turned.setdefault((ground.owner[place], clauses.number(place)), []).append(place)
    out: list[Hedge] = []
    for key in dict.fromkeys((*by_clause, *turned)):
        mine, negations = by_clause.get(key, []), turned.get(key, [])
        if key[0] >= 0:
            mine = [hit for hit in mine if hit[2] is not WILL]
            if not mine:
                continue
        elif not mine and key[1] != 0:
            continue
        anchor = mine[0][0] if mine else negations[0]
        if key[0] < 0 and ground.tokens.depth[anchor]:
            continue
        best = min((hit[2] for hit in mine), key=lambda cue: RANK[cue.certainty], default=_NEGATION)
        polarity = Polarity.DENIED if len(negations) % 2 else Polarity.AFFIRMED
        if best.certainty in (Certainty.QUESTIONED,):
            polarity = Polarity.AFFIRMED
        shown = [place for a, b, _ in mine for place in range(a, b)] or negations
        scope = clauses.range(anchor)
        if best is _QUESTION:
            scope = (first, last)
        out.append(_hedge(ground, shown, scope, best.certainty, polarity, best.name))
    return out


def _hedge(ground: Ground, places: list[int], scope: tuple[int, int], level: Certainty, polarity: Polarity, name: str) -> Hedge:
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
        Why("rule: negated statement" if level is Certainty.STATED else "rule: hedged statement", name),
    )
