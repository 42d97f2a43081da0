"""Which articles are copies of others, so that an agency's story under ten mastheads counts once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.archive.words import words_of
from sayso.coverage.attention_sentences import Paper

SHINGLE = 5
"""Words in a row that two texts must share."""
SAMPLED = 8
"""One run of words in as many is looked at, by its number, so that both texts look at the same ones."""
SHARED = 0.6
"""Share of the shorter text's runs that both have. Chosen by hand: a copy that was cut keeps more, two reports that quote one
speech have a fifth or less."""
COMMON = 40
"""A run in more articles than that is a stock phrase or furniture, and pairs nobody."""
SHORTEST = 8
"""Sampled runs below which a text is too short to be told from another."""

_Runs = NDArray[np.uint64]


def copies_of(papers: Sequence[Paper], texts: Callable[[Sequence[str]], Iterator[tuple[str, str]]]) -> dict[str, str]:
    """For each article that is a copy the id of the one that counts in its place.

    The same text is a copy anywhere; nearly the same text only at another outlet: a late edition of one paper is a report of
    its own. The one that counts is the agency's own where it is there, else the first published.
    """
    agencies = {" ".join(words_of(paper.agency)) for paper in papers if paper.agency}
    order = sorted(papers, key=lambda paper: _rank(paper, agencies))
    runs = dict(_sampled(texts([paper.id for paper in order])))
    by_run: dict[int, list[int]] = {}
    by_text: dict[str, int] = {}
    made: dict[str, str] = {}
    for place, paper in enumerate(order):
        first = by_text.setdefault(paper.text_id, place)
        if first != place:
            made[paper.id] = made.get(order[first].id, order[first].id)
            continue
        mine = runs[paper.id]
        shared: dict[int, int] = {}
        for run in mine.tolist():
            held = by_run.setdefault(run, [])
            if len(held) < COMMON:
                for other in held:
                    shared[other] = shared.get(other, 0) + 1
                held.append(place)
        for other, count in sorted(shared.items()):
            theirs = runs[order[other].id]
            least = min(len(mine), len(theirs))
            if least >= SHORTEST and count >= SHARED * least and order[other].outlet != paper.outlet:
                made[paper.id] = made.get(order[other].id, order[other].id)
                break
    return made


def _rank(paper: Paper, agencies: set[str]) -> tuple[bool, bool, str, str]:
    own = " ".join(words_of(paper.outlet or "")) in agencies
    return not own, paper.published is None, paper.moment, paper.id


def _sampled(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, _Runs]]:
    numbers: dict[str, int] = {}
    for id, text in texts:
        each = np.fromiter(
            (numbers.setdefault(word, crc32(word.encode("utf-8", "surrogatepass"))) for word in words_of(text)),
            np.uint64,
        )
        length = max(len(each) - SHINGLE + 1, 0)
        run = np.zeros(length, np.uint64)
        for at in range(SHINGLE):
            run = (run ^ each[at : at + length]) * np.uint64(0x9E3779B97F4A7C15)
            run ^= run >> np.uint64(29)
        yield id, np.unique(run[run % np.uint64(SAMPLED) == 0])
