"""How like two words, and two claims, are in meaning: by the word vectors that the tagger's model has anyway.

The vectors are those of the released model's word pieces (`tables.npz`), centred; nothing is run. They put *jeep* beside
*vehicle* and *killed* beside *died*, and opposites beside each other too: they say what is spoken of, never what is said of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.alignment import weighty
from sayso.coverage.claims import Claim
from sayso.coverage.spread.words import bits
from sayso.model.folder import RELEASED
from sayso.model.words import Vocabulary
from sayso.records import Span

ALIKE = 0.36
"""Cosine of two words from which they can stand for one another. *Cost* and *budget* have .38, *ferry* and *siren* .1."""
FEW = 5.0
"""Bits added to what a claim weighs, so that one word in common is not everything."""
NEAREST, LEAST = 8, 0.4
"""Claims that one is compared with for being the likest, and how like they must be. Chosen on the scenes of dev."""
ROUGH = 128
"""Numbers of a claim's vector when the likest are looked for."""
AT_ONCE = 512

Floats = NDArray[np.float32]


@lru_cache(maxsize=1)
def _table() -> tuple[Vocabulary, NDArray[np.int8], Floats, Floats]:
    with np.load(RELEASED / "tables.npz") as tables:
        rows, scale = tables["embedding"], tables["embedding_scale"].astype(np.float32)
    mean = np.asarray((rows * scale).mean(0), np.float32)
    return Vocabulary.load(RELEASED / "vocab.txt"), rows, scale, mean


@lru_cache(maxsize=100_000)
def vector(word: str) -> Floats:
    """The vector of a folded word or of a name's key, of length 1: the sum of its pieces'. A name is like itself alone."""
    if word.startswith("@") or word.isdigit():
        seed = int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
        made = np.random.default_rng(seed).standard_normal(384).astype(np.float32)
    else:
        vocabulary, rows, scale, mean = _table()
        pieces = list(vocabulary.cut(word))
        each = rows[pieces] * scale[pieces] - mean
        made = (each / (np.linalg.norm(each, axis=1, keepdims=True) + 1e-9)).sum(0)
    return np.asarray(made / (np.linalg.norm(made) + 1e-9), np.float32)


def like(one: str, other: str) -> float:
    """Cosine of two words, 1 for the same."""
    return 1.0 if one == other else float(vector(one) @ vector(other))


@lru_cache(maxsize=100_000)
def _bits(word: str) -> float:
    return 11.0 if word.startswith("@") else bits(word)


def words_of(claim: Claim, but: Sequence[Span] = ()) -> list[str]:
    """The words of weight of a claim as `vector` takes them, names by their keys."""
    return [key if key.startswith("@") else token.word for key, token in weighty(claim, but).items()]


def shares(mine: Sequence[str], theirs: Sequence[str]) -> tuple[float, float]:
    """The part of each claim's words, by their bits, for which the other has a like one; 0 to 1."""
    if not mine or not theirs:
        return 0.0, 0.0
    same = np.stack([vector(word) for word in mine]) @ np.stack([vector(word) for word in theirs]).T
    same = np.where(same >= ALIKE, same, 0.0)
    parts = []
    for words, best in ((mine, same.max(1)), (theirs, same.max(0))):
        weights = np.array([_bits(word) for word in words])
        parts.append(float((weights * best).sum() / (weights.sum() + FEW)))
    return min(1.0, parts[0]), min(1.0, parts[1])


def claim_vectors(claims: Sequence[Claim]) -> Floats:
    """A row for each claim, of length 1, or nothing where it has no word of weight."""
    rows = np.zeros((len(claims), ROUGH), np.float32)
    less = np.random.default_rng(0).standard_normal((384, ROUGH)).astype(np.float32)
    for at, claim in enumerate(claims):
        words = words_of(claim)
        if words:
            rows[at] = np.sum([_bits(word) * vector(word) for word in words], axis=0) @ less
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)


def nearest(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """For each marked claim the places of those that are likest to it among what others say, the likest first."""
    if len(claims) < 2:
        return
    vectors = claim_vectors(claims)
    mouths: dict[tuple[str, str], int] = {}
    who = np.array([mouths.setdefault(mouth(claim), len(mouths)) for claim in claims])
    marked = np.array([at for at, claim in enumerate(claims) if claim.is_marked], dtype=np.int64)
    count = min(NEAREST, len(claims) - 1)
    for start in range(0, len(marked), AT_ONCE):
        some = marked[start : start + AT_ONCE]
        same = vectors[some] @ vectors.T
        same[who[some, None] == who[None]] = -1.0
        best = np.argpartition(-same, count - 1, axis=1)[:, :count]
        for row, at in enumerate(some.tolist()):
            order = sorted(best[row].tolist(), key=lambda column: (-float(same[row, column]), column))
            yield from ((at, column) for column in order if same[row, column] >= LEAST)


def mouth(claim: Claim) -> tuple[str, str]:
    """Who says it: of one article by the words for them, since *the spokesman* of two articles may be two."""
    if claim.speaker:
        return claim.speaker, ""
    return claim.saying.article, (claim.saying.source or claim.saying.attribution).lower()
