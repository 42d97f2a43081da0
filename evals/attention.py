"""How often the intervals of `sayso attention` hold the truth, by drawing samples from `coverage/`, whose truth is known.

    python -m evals.attention                  # about ten minutes; saves evals/results/attention.json
    python -m evals.attention --repeats 200    # fewer draws; saves nothing

Three questions, each answered by drawing articles with replacement and counting how often the 95 % interval holds the share in
all 12,948:

- *topics*: the share of articles, or of words, whose hand-assigned topic is one of a set. Eight sets of topics for each
  share, each with its own truth near it.
- *queries*: the share of sentences, or of words in sentences, that a query matches: an article is about it in part. None of these
  queries was looked at when the interval was chosen.
- *labels*: the share that sentences have in truth, from a query that misses some and takes others wrongly, put right by labels.
  Truth is what a wider query matches, or the article's topic. Beside it *plain*: the same estimate with a normal interval that
  takes sentences for independent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals import reader, results
from evals.corpora import ABSENT, COVERAGE, ROOT, have, rows_in
from sayso.archive.parser import parse
from sayso.archive.query import Near, Phrase, Query
from sayso.archive.words import fold
from sayso.coverage.attention_correct import Drawn, corrected
from sayso.coverage.attention_interval import ratio
from sayso.coverage.attention_match import Matcher
from sayso.coverage.attention_sentences import Paper, cut

SEED = 20160109
SHARES = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5)
SIZES = (50, 100, 200, 500, 1000, 2000)
SETS = 8
REPEATS = 2000
QUERIES = (
    "police*",
    "church*",
    "marijuana",
    "drone*",
    "iran*",
    "poll OR polls",
    '"supreme court"',
    "vaccin*",
    "school* OR teacher*",
    "russia* OR putin",
    "prison*",
    "women",
)
CASES = (
    ("guns", "gun* OR firearm* OR rifle* OR shooting* OR nra OR ammunition", "gun OR guns OR bill"),
    ("migrants", "immigra* OR deport* OR refugee* OR undocumented OR asylum", "immigra* OR border"),
    ("epidemic", "ebola OR outbreak OR quarantine* OR virus* OR liberia*", "ebola OR virus"),
    ("money", "tax* OR budget* OR econom* OR deficit* OR jobs", "tax OR taxes OR house"),
    ("topic elections", "topic:elections", "campaign* OR primary OR candidate*"),
    ("topic healthcare", "topic:healthcare", "health OR insur*"),
)
LABELLED = ((100, 60), (100, 300), (400, 60), (400, 150), (400, 300), (1500, 150), (1500, 600))
"""Articles drawn, and sentences of them labelled: half of those without any match in their article, a quarter of each other."""
LABEL_REPEATS = 500
EXPECTED = 5
"""Matching articles to be expected below which no interval can hold the truth 93 to 97 % of the time: they come in wholes."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Corpus:
    """`first` is each article's first sentence among all, `words` the words of each sentence."""

    papers: list[Paper]
    texts: list[str]
    topics: NDArray[np.str_]
    first: NDArray[np.int64]
    words: Floats
    article: NDArray[np.int64]

    def sums(self, of: Floats) -> Floats:
        """Of each article."""
        return np.bincount(self.article, of, len(self.papers))


def load() -> Corpus:
    """The articles, cut into sentences (half a minute)."""
    papers, texts, topics = list[Paper](), list[str](), list[str]()
    for row in rows_in(COVERAGE):
        papers.append(Paper(row["id"], row["outlet"], None, row["id"], *cut(row["text"], [(0, len(row["text"]))])))
        texts.append(row["text"])
        topics.append(row["topic"])
    lengths = [len(paper.start) for paper in papers]
    return Corpus(
        papers,
        texts,
        np.array(topics),
        np.concatenate([[0], np.cumsum(lengths)]),
        np.concatenate([paper.words for paper in papers]).astype(np.float64),
        np.repeat(np.arange(len(papers)), lengths),
    )


def matched(corpus: Corpus, about: str) -> Flags:
    """For each sentence whether it is about it: it matches the query, or its article has the topic (`topic:elections`)."""
    if about.startswith("topic:"):
        return (corpus.topics == about[6:])[corpus.article]
    query = parse(about)
    matcher, stems = Matcher(query), tuple(_stems(query))
    made = np.zeros(len(corpus.words), np.bool_)
    for place, (paper, text) in enumerate(zip(corpus.papers, corpus.texts, strict=True)):
        low = text.lower() if text.isascii() else " ".join(fold(word) for word in text.split())
        if any(stem in low for stem in stems):
            made[corpus.first[place] : corpus.first[place + 1]] = matcher.of(paper, text)
    return made


def _stems(query: Query) -> Iterator[str]:
    if isinstance(query, Phrase):
        yield query.words[0]
    elif isinstance(query, Near):
        yield query.phrases[0].words[0]
    else:
        for part in query.parts if hasattr(query, "parts") else (query.keep,):
            yield from _stems(part)


# -- how often the interval holds it


def held(y: Floats, x: Floats, size: int, repeats: int, rng: np.random.Generator) -> dict[str, Any]:
    """Draws of `size` articles: how many in a hundred intervals hold the truth, lie below it, lie above it; and their width."""
    truth = float(y.sum() / x.sum())
    below = above = 0
    width = 0.0
    for _ in range(repeats):
        drawn = rng.integers(0, len(x), size)
        found = ratio(y[drawn], x[drawn])
        assert found is not None
        below += found.high < truth
        above += found.low > truth
        width += found.high - found.low
    return {
        "truth": round(100 * truth, 3),
        "articles": size,
        "expected": round(size * float((y > 0).mean()), 1),
        "held": round(100 - 100 * (below + above) / repeats, 1),
        "below": round(100 * below / repeats, 1),
        "above": round(100 * above / repeats, 1),
        "width": round(100 * width / repeats, 3),
    }


def topics(corpus: Corpus, repeats: int) -> list[dict[str, Any]]:
    """One row for each share, size and unit; the sets of topics of a share taken together."""
    rng = np.random.default_rng(SEED)
    words = corpus.sums(corpus.words)
    rows = []
    for share in SHARES:
        sets = [_topics_of(corpus, share, rng) for _ in range(SETS)]
        for unit, x in (("articles", np.ones(len(words))), ("words", words)):
            for size in SIZES:
                each = [held(x * mine, x, size, repeats // SETS, rng) for mine in sets]
                row = {key: round(float(np.mean([one[key] for one in each])), 3) for key in each[0]}
                rows.append({"share": 100 * share, "unit": unit} | row | {"articles": size})
    return rows


def _topics_of(corpus: Corpus, share: float, rng: np.random.Generator) -> Flags:
    """Articles of some topics, drawn by chance, that make up a share between four and six fifths of `share`."""
    names, counts = np.unique(corpus.topics, return_counts=True)
    total = len(corpus.topics)
    while True:
        order = rng.permutation(len(names))
        chosen, sum_ = [], 0
        for place in order:
            if sum_ + counts[place] <= 1.2 * share * total:
                chosen.append(names[place])
                sum_ += counts[place]
            if sum_ >= share * total * rng.uniform(0.8, 1.0):
                break
        if sum_ >= 0.8 * share * total:
            return np.isin(corpus.topics, chosen)


def queries(corpus: Corpus, repeats: int, find: Callable[[str], Flags]) -> list[dict[str, Any]]:
    """One row for each query, size and unit."""
    rng = np.random.default_rng(SEED + 1)
    ones = np.ones(len(corpus.words))
    rows = []
    for query in QUERIES:
        flags = find(query)
        for unit, size_of in (("sentences", ones), ("words", corpus.words)):
            y, x = corpus.sums(size_of * flags), corpus.sums(size_of)
            rows += [{"query": query, "unit": unit} | held(y, x, size, repeats, rng) for size in SIZES]
    return rows


# -- with labels


def labels(corpus: Corpus, repeats: int, find: Callable[[str], Flags]) -> list[dict[str, Any]]:
    """One row for each case and design."""
    rng = np.random.default_rng(SEED + 2)
    rows = []
    for name, true, query in CASES:
        truth, taken = find(true), find(query)
        about = {
            "precision": round(100 * float((truth & taken).sum() / taken.sum()), 1),
            "recall": round(100 * float((truth & taken).sum() / truth.sum()), 1),
        }
        for unit in ("sentences", "words"):
            sizes = corpus.words if unit == "words" else np.ones(len(corpus.words))
            drawer = _Drawer(corpus, truth, taken, sizes)
            for articles, labelled in LABELLED:
                row = {"case": name, "unit": unit, **about, "labels": labelled}
                rows.append(row | drawer.held(articles, labelled, repeats, rng))
    return rows


class _Drawer:
    """Articles and, of their sentences, labelled ones by stratum."""

    def __init__(self, corpus: Corpus, truth: Flags, taken: Flags, sizes: Floats) -> None:
        count = len(corpus.papers)
        near = np.bincount(corpus.article, taken, count) > 0
        side = np.where(taken, 0, np.where(near[corpus.article], 1, 2))
        self.truth, self.sizes = truth.astype(np.float64), sizes
        self.share = float((sizes * truth).sum() / sizes.sum())
        self.raw = float((sizes * taken).sum() / sizes.sum())
        self.by_side = np.stack([np.bincount(corpus.article, sizes * (side == at), count) for at in range(3)], axis=1)
        self.counts = np.stack([np.bincount(corpus.article, side == at, count) for at in range(3)], axis=1).astype(int)
        self.places = [np.flatnonzero(side == at) for at in range(3)]
        self.firsts = [np.concatenate([[0], np.cumsum(self.counts[:, at])]) for at in range(3)]

    def held(self, articles: int, labelled: int, repeats: int, rng: np.random.Generator) -> dict[str, Any]:
        below = above = nothing = plain = 0
        shares, width = list[float](), 0.0
        for _ in range(repeats):
            drawn = rng.integers(0, len(self.counts), articles)
            parts = [self._labelled(drawn, at, labelled // (2 if at == 2 else 4), rng) for at in range(3)]
            found = corrected(self.by_side[drawn], parts)
            if found is None:
                nothing += 1
                continue
            shares.append(found.share)
            width += found.high - found.low
            plain += abs(found.share - self.share) <= 1.96 * _plain_error(self.by_side[drawn], parts, found.rates)
            below += found.high < self.share
            above += found.low > self.share
        answered = max(repeats - nothing, 1)
        return {
            "truth": round(100 * self.share, 3),
            "query_says": round(100 * self.raw, 3),
            "mean": round(100 * float(np.mean(shares)), 3),
            "articles": articles,
            "held": round(100 - 100 * (below + above) / answered, 1),
            "below": round(100 * below / answered, 1),
            "above": round(100 * above / answered, 1),
            "width": round(100 * width / answered, 3),
            "plain_held": round(100 * plain / answered, 1),
        }

    def _labelled(self, drawn: NDArray[np.int64], side: int, wanted: int, rng: np.random.Generator) -> Drawn:
        each = self.counts[drawn, side]
        total = int(each.sum())
        if total <= 3 * wanted:
            picked = rng.permutation(total)[:wanted]
        else:
            picked = np.unique(rng.integers(0, total, 2 * wanted))
            picked = rng.permutation(picked)[:wanted]
        ends = np.cumsum(each)
        which = np.searchsorted(ends, picked, side="right")
        inside = picked - (ends[which] - each[which])
        places = self.places[side][self.firsts[side][drawn[which]] + inside]
        return Drawn(which.astype(np.int64), self.sizes[places], self.truth[places])


def _plain_error(sizes: Floats, parts: Sequence[Drawn], rates: Sequence[float]) -> float:
    """The standard error that takes sentences for independent and counts for normal, as prediction-powered inference does."""
    whole = sizes.sum(axis=0)
    total = float(whole.sum())
    shares = whole / total
    mean = float((shares * np.array(rates)).sum())
    variance = float((shares * (np.array(rates) - mean) ** 2).sum()) / total
    for part, drawn, rate in zip(shares.tolist(), parts, rates, strict=True):
        if len(drawn.size):
            effective = float(drawn.size.sum()) ** 2 / float((drawn.size**2).sum())
            variance += part**2 * rate * (1 - rate) / effective
    return variance**0.5


# -- told


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Of rows where enough articles are to be expected: how many hold 93 to 97 %, and the least and most."""
    enough = [row for row in rows if row.get("expected", EXPECTED) >= EXPECTED]
    few = [row for row in rows if row.get("expected", EXPECTED) < EXPECTED]
    shares = [row["held"] for row in enough]
    return {
        "cells": len(enough),
        "within_93_97": sum(93 <= each <= 97 for each in shares),
        "least": min(shares),
        "most": max(shares),
        "mean": round(float(np.mean(shares)), 1),
        "cells_below_expected": len(few),
        "least_below_expected": min((row["held"] for row in few), default=None),
    }


def show(result: dict[str, Any]) -> str:
    """The tables: how many in a hundred intervals hold the truth."""
    lines = []
    for unit in ("articles", "words"):
        mine = [row for row in result["topics"] if row["unit"] == unit]
        lines += [f"Topics, share of {unit}", "", grid(mine, "share", " %"), ""]
    for unit in ("sentences", "words"):
        mine = [row for row in result["queries"] if row["unit"] == unit]
        lines += [f"Queries, share of {unit}", "", grid(mine, "query", ""), ""]
    head = [
        "case",
        "unit",
        "precision",
        "recall",
        "truth",
        "query says",
        "articles",
        "labels",
        "mean",
        "held",
        "width",
        "plain",
    ]
    keys = (
        "case",
        "unit",
        "precision",
        "recall",
        "truth",
        "query_says",
        "articles",
        "labels",
        "mean",
        "held",
        "width",
        "plain_held",
    )
    rows = [[_cell(row[key]) for key in keys] for row in result["labels"]]
    lines += ["With labels", "", results.table(head, rows), ""]
    lines += [f"{name}: {json.dumps(each)}" for name, each in result["summary"].items()]
    return "\n".join(lines)


def _cell(value: Any) -> Any:
    return f"{value:g}" if isinstance(value, float) else value


def grid(rows: Sequence[dict[str, Any]], key: str, unit: str) -> str:
    """Rows by `key`, columns by articles drawn; a star where few matching ones are to be expected."""
    made = []
    for value in dict.fromkeys(row[key] for row in rows):
        mine = {row["articles"]: row for row in rows if row[key] == value}
        cells = [f"{mine[size]['held']:.1f}{'' if mine[size]['expected'] >= EXPECTED else '*'}" for size in SIZES]
        name = f"{value:g}{unit}" if isinstance(value, float) else f"`{value}`"
        made.append([name, f"{np.mean([row['truth'] for row in mine.values()]):.2f} %", *cells])
    return results.table([key, "truth", *(f"{size:,}" for size in SIZES)], made)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.attention", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--repeats", type=int, default=REPEATS, help="draws of each cell; other than the usual saves nothing"
    )
    given = parser.parse_args(arguments)
    if not have("coverage"):
        print(ABSENT, file=sys.stderr)
        return 0
    corpus = load()
    cache: dict[str, Flags] = {}

    def find(query: str) -> Flags:
        if query not in cache:
            cache[query] = matched(corpus, query)
        return cache[query]

    result: dict[str, Any] = {"made": reader.identity("evals.attention", [])}
    result["topics"] = topics(corpus, given.repeats)
    result["queries"] = queries(corpus, max(given.repeats // 2, 1), find)
    result["labels"] = labels(corpus, min(LABEL_REPEATS, given.repeats), find)
    result["summary"] = {name: summary(result[name]) for name in ("topics", "queries", "labels")}
    print(show(result))
    if given.repeats == REPEATS:
        print(f"saved {results.save('attention', result).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
