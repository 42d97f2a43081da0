"""PolNeAR's automatic coreference (CoreNLP) as a rough second opinion on speakers: how often its name for a source is ours.

The annotated attributions are given. For a source that CoreNLP has in a cluster, its representative words are held against the
name of our speaker: they agree where one has the last word of the other's name. CoreNLP is often wrong (its pronouns
above all), so this is agreement, not accuracy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from evals.corpora import DATA, Text, polnear, rows_in
from evals.people_gum import Pair, TokensOf, lines, scene_of
from sayso.reading import people
from sayso.records import Attribution, AttributionKind, Why

_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "i", "we", "you", "his", "its", "their"})
_EMPTY = frozenset({"the", "a", "an", "mr", "mrs", "ms", "of", "'s", "’s"})


@dataclass(slots=True)
class Agreement:
    """Counts by what the source is: how many, how many that we answer, how many of those that agree."""

    every: dict[str, int] = field(default_factory=dict)
    answered: dict[str, int] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)
    without: int = 0
    """Attributions whose source CoreNLP has in no cluster."""
    sources: int = 0
    open: int = 0
    """Attributions with a source whose speaker Sayso leaves open."""
    differences: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """The figures as plain values."""
        return {
            "sources": self.sources,
            "left_open": self.open,
            "in_no_cluster": self.without,
            "by_source": {
                str(f): {"of": n, "answered": round(a, 1), "agree": round(g, 1)} for f, n, a, g in self.rows()
            },
        }

    def rows(self) -> list[list[Any]]:
        out: list[list[Any]] = []
        for form, n in sorted(self.every.items()):
            answered, agreed = self.answered.get(form, 0), self.agreed.get(form, 0)
            out.append([form, n, 100 * answered / n, 100 * agreed / max(answered, 1)])
        return out


def clusters(split: str) -> dict[str, list[tuple[list[Pair], Pair]]]:
    """For each article the clusters of mentions, each with its representative."""
    out: dict[str, list[tuple[list[Pair], Pair]]] = {}
    for row in rows_in(DATA / "polnear" / f"{split}.corenlp.jsonl.gz"):
        made = []
        for cluster in row["coreference"]:
            spans = [(start, end) for start, end, _ in cluster]
            best = next(((start, end) for start, end, best in cluster if best), spans[0])
            made.append((spans, best))
        out[row["id"]] = made
    return out


def given(text: Text) -> list[Attribution]:
    """The first annotator's attributions, as those of a reading."""
    out = []
    for number, each in enumerate(next(iter(text.copies.values()))):
        content = [s for a, b in each.content for s in lines(text.text, a, b)]
        if not content:
            continue
        source = [s for a, b in each.source for s in lines(text.text, a, b)][:1]
        cue = [s for a, b in each.cue for s in lines(text.text, a, b)]
        kind = AttributionKind(each.kind or "indirect")
        out.append(Attribution(f"a{number}", kind, tuple(source), tuple(cue), tuple(content), None, 1.0, Why("gold")))
    return sorted(out, key=lambda a: (a.content[0].start, -a.content[-1].end))


def on_polnear(split: str, tokens: TokensOf, limit: int | None = None) -> Agreement:
    """How far the two agree on a split."""
    out = Agreement()
    every = clusters(split)
    for number, text in enumerate(polnear(split)):
        if limit is not None and number >= limit:
            break
        attributions = given(text)
        cast = people.find(scene_of(text.text, attributions, tokens))
        names = {p.id: p.name for p in cast.people}
        by_span = {span: best for spans, best in every.get(text.id, ()) for span in spans}
        for each in attributions:
            if not each.source:
                continue
            out.sources += 1
            source = each.source[0]
            voice = cast.voices[each.id]
            out.open += voice.speaker is None
            inside = [s for s in by_span if s[0] >= source.start - 4 and s[1] <= source.end + 1]
            if not inside:
                out.without += 1
                continue
            span = max(inside, key=lambda s: (s[1] - s[0], -s[0]))
            best = by_span[span]
            words = text.text[source.start : source.end]
            form = "pronoun" if words.lower() in _PRONOUNS else "name" if words.istitle() else "phrase"
            out.every[form] = out.every.get(form, 0) + 1
            if voice.speaker is None:
                continue
            out.answered[form] = out.answered.get(form, 0) + 1
            theirs, ours = text.text[best[0] : best[1]], names[voice.speaker]
            if agree(theirs, ours):
                out.agreed[form] = out.agreed.get(form, 0) + 1
            else:
                out.differences.append(
                    f"{text.id[:30]} {words!r}: CoreNLP {theirs[:60]!r}, ours {ours!r} ({voice.why.by})"
                )
    return out


def agree(theirs: str, ours: str) -> bool:
    """Whether one has the last word of the other."""
    a, b = (_words(each) for each in (theirs, ours))
    return bool(a) and bool(b) and (a[-1] in b or b[-1] in a)


def _words(name: str) -> list[str]:
    made = name.lower().replace("’s", "").replace("'s", "").replace(",", " ").split()
    return [w for w in made if w not in _EMPTY]
