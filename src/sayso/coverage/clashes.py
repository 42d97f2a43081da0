"""What sets two claims against each other, as a record, with how sure each sort of it is."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.coverage.claims import Claim
from sayso.records import Span

DENIES_IT = 0.9
SHARES_NO_BELIEF = 0.6
NO_SUCH = 0.9
ANSWERS_IT = 0.85
QUOTES_IT = 0.95
CALLS_IT_MYTH = 0.8
SETS_AGAINST = 0.9
OPPOSITE = 0.7
FIGURES = 0.6
NEGATES_IT = 0.35
OF_ONE_SUBJECT = 0.4
OF_MORE_WORDS = 0.1
OF_ONE_ARTICLE = 0.1
PROMISE = 0.9
NOTHING = 0.6
UNRELATED = 0.8
"""How surely each sort of words excludes the other, and what adds to a negation: its subject, more than one word, one
article. Chosen by hand in the order of precision on the dev half of evals/disputes_gold.jsonl, where no sort has more
than twenty pairs: they rank, they are no probabilities."""
BY_RULE = ("sentence", "inside")
"""How two claims are linked where the rule alone decides: too few were judged to fit anything (seven of eight are disputes)."""
SHORTEST = 3
"""Words of a claim that can be set against another by a negation."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What sets two claims against each other. `strength` is how surely the two kinds of words exclude each other,
    `link` how surely both claims are about one thing; both 0 to 1."""

    kind: str
    strength: float
    link: float
    shared: tuple[str, ...]
    against: tuple[tuple[Claim, Span], ...]
    note: str
    denier: Claim | None = None
    by: str = "words"
    """How the two were linked: by `words` in common, by standing right `before`, `inside` the other, or in one
    `sentence`."""
    likely: float | None = None
    """How likely it is a dispute by all that is seen of the pair (`sayso.coverage.likelihood`), 0 to 1."""

    @property
    def score(self) -> float:
        return self.strength * self.link if self.likely is None else self.likely


def said(claim: Claim) -> str:
    return claim.saying.speaker or claim.saying.source or "an unnamed source"


def quoted(claim: Claim, span: Span) -> str:
    return "“" + span.of(claim.reading.article.text) + "”"


def shown(claim: Claim, keys: list[str]) -> list[str]:
    made = []
    for key in keys[:3]:
        for token in claim.tokens:
            if token.key == key:
                made.append("“" + token.word + "”")
                break
    return made
