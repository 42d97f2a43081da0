"""How far two claims say the same of the same, apart from the words that set them against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.coverage.claim_words import Token
from sayso.coverage.claims import Claim
from sayso.coverage.opposites import LIGHT, NEGATES
from sayso.reading.words import word_set
from sayso.records import Span

_SMALL = (
    LIGHT
    | NEGATES
    | word_set(
        """and or but if that the there here so than then very just only also too quite who which what when where while as
        into onto up out off over under about after before during since until between among through more most
        some each every both own because however again still already simply absolutely completely totally
        entirely categorically flatly certainly clearly obviously would could should might may must shall can
        cannot do does did done doing been being gets got get mr mrs ms dr i you we they"""
    )
)
"""Words that a claim's meaning hardly hangs on."""
_TIMES = (
    word_set("monday tuesday wednesday thursday friday saturday sunday"),
    word_set("january february march april june july august september october november december") | {"may month"},
    word_set("yesterday today tomorrow tonight"),
    word_set("morning afternoon evening night noon midnight dawn dusk lunchtime"),
    word_set("spring summer autumn winter christmas easter"),
    word_set("week month year weekend"),
)
"""Words for times by their sorts: two of one sort are two times."""
_ANY_TIME = frozenset().union(*_TIMES)
_PRONOUNS = word_set("it he she they this that these those him her them its his their there")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Of the words of weight that do not set the two against each other: the part that the other has of the claim that has
    more in common (`cover`) and of that which has less (`mutual`), 0 to 1; how many each has alone, without what a pronoun of
    the other can be; and whether each names a time, or somebody, that the other does not."""

    cover: float
    mutual: float
    left: tuple[int, int]
    times_differ: bool
    names_differ: bool

    @property
    def is_tight(self) -> bool:
        """Whether one says nothing that the other does not say, and the other little more."""
        return min(self.left) == 0 and max(self.left) <= 2 and self.mutual > 0


def alignment(a: Claim, b: Claim, against: Iterable[tuple[Claim, Span]]) -> Alignment:
    """How two claims align without what sets them against each other. *The mill will reopen in May* and *the mill will not
    reopen* have all of the second in common."""
    but = list(against)
    words = [weighty(claim, [span for each, span in but if each is claim]) for claim in (a, b)]
    both = words[0].keys() & words[1].keys()
    alone = [_unpointed(mine, both, far) for mine, far in zip(words, (b, a), strict=True)]
    parts = [1 - len(rest) / len(mine) if mine else 0.0 for mine, rest in zip(words, alone, strict=True)]
    names = [
        {key for key in rest if key.startswith("@") or _is_name(claim, mine[key])}
        for claim, mine, rest in zip((a, b), words, alone, strict=True)
    ]
    return Alignment(
        cover=max(parts),
        mutual=min(parts),
        left=(len(alone[0]), len(alone[1])),
        times_differ=_times_differ(a, b),
        names_differ=bool(names[0] and names[1]),
    )


def _times_differ(a: Claim, b: Claim) -> bool:
    words = [{token.word for token in claim.tokens} & _ANY_TIME for claim in (a, b)]
    return any(words[0] & sort and words[1] & sort and not words[0] & words[1] & sort for sort in _TIMES)


def weighty(claim: Claim, but: Sequence[Span] = ()) -> dict[str, Token]:
    """The words of weight of a claim by what they count as, without those in certain places; the first of each."""
    made: dict[str, Token] = {}
    for token in claim.tokens:
        small = token.word in _SMALL or token.word.endswith("n't") or token.word in _ANY_TIME
        if (small and not token.key.startswith("@")) or any(span.overlaps(token.span) for span in but):
            continue
        made.setdefault(token.key, token)
    return made


def _unpointed(one: dict[str, Token], both: set[str], far: Claim) -> set[str]:
    """What only the one has, without what a pronoun of the far claim can stand for: one thing named shortly before it."""
    alone = {key for key in one if key not in both}
    pronouns = {token.word for token in far.tokens} & _PRONOUNS
    if not pronouns:
        return alone
    meant = [key for key in one if key in alone and (key in far.near or key.startswith("@"))]
    return alone - set(meant[:1])


def _is_name(claim: Claim, token: Token) -> bool:
    text = claim.reading.article.text
    return text[token.span.start].isupper() and token.span.start != claim.span.start
