"""How far whole attributions agree: source, cue and content together, exactly or by overlap. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.spans import ROLES, Pair, Relation, Tally

HALF = 0.5
"""The overlap from which a content counts as found; the customary one of the field."""


def length(spans: Sequence[Pair]) -> int:
    """How many characters the spans have together; they do not overlap one another."""
    return sum(end - start for start, end in spans)


def shared(a: Sequence[Pair], b: Sequence[Pair]) -> int:
    """How many characters two lists of spans have in common."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def jaccard(a: Sequence[Pair], b: Sequence[Pair]) -> float:
    """Characters that both have, by characters that either has; 0 where both are empty."""
    both = shared(a, b)
    either = length(a) + length(b) - both
    return both / either if either else 0.0


def touch(a: Sequence[Pair], b: Sequence[Pair]) -> bool:
    """Whether they share a character, or both are empty."""
    return shared(a, b) > 0 or (not a and not b)


def match(
    made: Sequence[Relation], gold: Sequence[Relation], worth: Callable[[Relation, Relation], float]
) -> list[tuple[int, int]]:
    """The most pairs (found, annotated) that can be made one to one, where `worth` is above 0; the best tried first.

    Kuhn's augmenting paths, annotated ones in their order.
    """
    choices = []
    for g in gold:
        worths = [(worth(m, g), i) for i, m in enumerate(made)]
        choices.append([i for w, i in sorted(worths, key=lambda pair: (-pair[0], pair[1])) if w > 0])
    holder: dict[int, int] = {}

    def settle(g: int, tried: set[int]) -> bool:
        for m in choices[g]:
            if m not in tried:
                tried.add(m)
                if m not in holder or settle(holder[m], tried):
                    holder[m] = g
                    return True
        return False

    for number in sorted(range(len(gold)), key=lambda number: len(choices[number])):
        settle(number, set())
    return sorted(holder.items(), key=lambda pair: pair[1])


def by_content(threshold: float = HALF) -> Callable[[Relation, Relation], float]:
    """Worth of a pair by the overlap of its contents (Jaccard, in characters); 0 below the threshold."""

    def worth(made: Relation, gold: Relation) -> float:
        overlap = jaccard(made.content, gold.content)
        return overlap if overlap >= threshold else 0.0

    return worth


def by_cover(threshold: float = HALF) -> Callable[[Relation, Relation], float]:
    """Worth of a pair by the share of the annotated content that is found, however much more was taken."""

    def worth(made: Relation, gold: Relation) -> float:
        whole = length(gold.content)
        share = shared(made.content, gold.content) / whole if whole else 0.0
        return share if share >= threshold else 0.0

    return worth


def by_relation(threshold: float = HALF) -> Callable[[Relation, Relation], float]:
    """Worth of a pair by its contents, 0 unless the cues and the sources overlap too, or neither has one."""
    content = by_content(threshold)

    def worth(made: Relation, gold: Relation) -> float:
        return content(made, gold) if touch(made.cue, gold.cue) and touch(made.source, gold.source) else 0.0

    return worth


def key(relation: Relation) -> tuple[tuple[Pair, ...], ...]:
    """All its spans by role: two relations with the same key are the same."""
    return tuple(tuple(sorted(relation.role(role))) for role in ROLES)


def relation_tallies(made: Sequence[Relation], gold: Sequence[Relation]) -> dict[str, Tally]:
    """`relation/exact` (every span of every role the same), `relation/half` (contents overlap by half or more, cue and
    source touch), `content/half` (contents alone), `content/cover` (half of the annotated content found)."""
    exact = {key(m) for m in made} & {key(g) for g in gold}
    out = {"relation/exact": Tally(len(exact), len({key(m) for m in made}), len({key(g) for g in gold}))}
    for name, worth in (
        ("relation/half", by_relation()),
        ("content/half", by_content()),
        ("content/cover", by_cover()),
    ):
        out[name] = Tally(len(match(made, gold, worth)), len(made), len(gold))
    return out


def role_tallies(made: Sequence[Relation], gold: Sequence[Relation]) -> dict[str, Tally]:
    """`right/source`, `right/cue` (they touch, or neither has one) and `right/kind` of the pairs matched by content.

    `made` and `gold` are both the number of pairs that could be judged, so `f1` is the share that is right.
    """
    pairs = [(made[m], gold[g]) for m, g in match(made, gold, by_content())]
    out = {}
    for role in ("source", "cue"):
        right = sum(touch(m.role(role), g.role(role)) for m, g in pairs)
        out[f"right/{role}"] = Tally(right, len(pairs), len(pairs))
    judged = [(m, g) for m, g in pairs if m.kind and g.kind]
    out["right/kind"] = Tally(sum(m.kind == g.kind for m, g in judged), len(judged), len(judged))
    return out


def kind_tallies(made: Sequence[Relation], gold: Sequence[Relation]) -> dict[str, Tally]:
    """By overlap of contents: `kind-recall/KIND` among the annotated of that kind, `kind-precision/KIND` among the found.

    A pair whose kinds differ counts for the recall of the one and the precision of the other, hence two tallies.
    `kind-exact/KIND` is the share of the annotated of that kind that is found whole, every span of it.
    """
    pairs = match(made, gold, by_content())
    found, wanted = {m for m, _ in pairs}, {g for _, g in pairs}
    out = {}
    keys = {key(m) for m in made}
    for kind in ("direct", "indirect", "mixed"):
        theirs = [i for i, g in enumerate(gold) if g.kind == kind]
        ours = [i for i, m in enumerate(made) if m.kind == kind]
        right = sum(i in wanted for i in theirs)
        out[f"kind-recall/{kind}"] = Tally(right, len(theirs), len(theirs))
        right = sum(i in found for i in ours)
        out[f"kind-precision/{kind}"] = Tally(right, len(ours), len(ours))
        whole = sum(key(gold[i]) in keys for i in theirs)
        out[f"kind-exact/{kind}"] = Tally(whole, len(theirs), len(theirs))
    return out
