"""Terms that might widen a query: words that stand more often where it matches than chance would have it.

Log-odds ratios with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", eq. 15 to 22): the prior
is how often the term stands in all that is counted, so that rare words do not lead and common ones do not either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log, sqrt

import numpy as np

from sayso.archive.parser import parse
from sayso.archive.query import And, Near, Not, Or, Phrase, Query
from sayso.archive.words import words_of
from sayso.coverage.attention import Count, sentence
from sayso.coverage.attention_match import Matcher
from sayso.coverage.attention_sentences import Paper
from sayso.coverage.attention_source import Source
from sayso.reading.words import word_set
from sayso.records.attention import Sentence, Suggestion

PRIOR = 0.1
"""Weight of the prior: a tenth of the words counted. Chosen by hand."""
LEAST = 3
"""Matching sentences in which a term must stand."""
EXAMPLES = 3
_SMALL = word_set(
    "the a an and or but of to in on at by for from with as is are was were be been being it its he she they them his her their "
    "that this these those which who whom whose what when where how why not no so if than then there here have has had do does "
    "did will would can could may might must shall should i you we us our your my me him "
    "s t re ve ll d m said says say also"
)
"""Words that begin or end no term: they tell no topic."""


def suggestions(source: Source, made: Count, *, limit: int = 20, examples: int = EXAMPLES) -> list[Suggestion]:
    """The terms, one word or two, that most set matching sentences apart from the others, with sentences that each would add."""
    query = parse(made.question.about)
    had = Matcher(query)
    papers = {paper.id: paper for paper, keep in zip(made.papers, made.keep, strict=True) if keep}
    inside, everything = Counter[str](), Counter[str]()
    stands: Counter[str] = Counter()
    for paper, text in _texts(source, papers):
        flags = made.matched(paper).tolist()
        for place, matches in enumerate(flags):
            terms = terms_of(text[paper.start[place] : paper.end[place]])
            everything.update(terms)
            if matches:
                inside.update(terms)
                stands.update(set(terms))
    ranked = scores(inside, everything)
    own = _words(query)
    chosen = list[tuple[str, float]]()
    for term, z in ranked:
        if z <= 0 or len(chosen) >= limit:
            break
        if stands[term] >= LEAST and not any(_is_own(word, own) for word in term.split()):
            chosen.append((term, z))
    return _shown(source, made, papers, chosen, stands, had, examples)


def scores(inside: Counter[str], everything: Counter[str]) -> list[tuple[str, float]]:
    """Each term of `inside` with its z, highest first; `everything` counts the same terms wherever they stand."""
    n, whole = sum(inside.values()), sum(everything.values())
    m = whole - n
    if not n or not m:
        return []
    made = []
    for term, y in inside.items():
        other = everything[term] - y
        a = PRIOR * everything[term]
        a0 = PRIOR * whole
        delta = log((y + a) / (n + a0 - y - a)) - log((other + a) / (m + a0 - other - a))
        made.append((term, delta / sqrt(1 / (y + a) + 1 / (other + a))))
    return sorted(made, key=lambda each: (-each[1], each[0]))


def terms_of(sentence: str) -> list[str]:
    """Words and pairs of words of a sentence that may tell a topic."""
    words = words_of(sentence)
    telling = [word not in _SMALL and len(word) > 2 and not word.isdigit() for word in words]
    made = [word for word, tells in zip(words, telling, strict=True) if tells]
    made += [f"{a} {b}" for (a, one), (b, other) in pairwise(zip(words, telling, strict=True)) if one and other]
    return made


def _shown(
    source: Source,
    made: Count,
    papers: dict[str, Paper],
    chosen: Sequence[tuple[str, float]],
    stands: Counter[str],
    had: Matcher,
    most: int,
) -> list[Suggestion]:
    outside: Counter[str] = Counter()
    found: dict[str, list[Sentence]] = {term: [] for term, _ in chosen}
    wanted = set(found)
    for paper, text in _texts(source, papers):
        for place in np.flatnonzero(~made.matched(paper)).tolist():
            for term in wanted.intersection(terms_of(text[paper.start[place] : paper.end[place]])):
                outside[term] += 1
                if len(found[term]) < most and all(each.article != paper.id for each in found[term]):
                    found[term].append(sentence(paper, text, place, had, False))
    return [Suggestion(term, round(z, 2), stands[term], outside[term], tuple(found[term])) for term, z in chosen]


def _texts(source: Source, papers: dict[str, Paper]) -> Iterator[tuple[Paper, str]]:
    for id, text in source.texts(list(papers)):
        yield papers[id], text


def _words(query: Query) -> list[tuple[str, bool]]:
    match query:
        case Phrase():
            last = len(query.words) - 1
            return [(word, query.open_end and place == last) for place, word in enumerate(query.words)]
        case Near():
            return [word for phrase in query.phrases for word in _words(phrase)]
        case And() | Or():
            return [word for part in query.parts for word in _words(part)]
        case Not():
            return _words(query.keep)


def _is_own(word: str, own: Sequence[tuple[str, bool]]) -> bool:
    return any(word == mine or (goes_on and word.startswith(mine)) for mine, goes_on in own)
