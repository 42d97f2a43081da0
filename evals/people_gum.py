"""GUM's documents judged: mentions, clusters and speakers found against those annotated."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from evals import coref, gum, results
from evals.kinds import kind as kind_of_marks
from evals.kinds import quoted
from evals.spans import Tally
from sayso.article import article_from_text
from sayso.model import Tagger
from sayso.reading import people
from sayso.reading.people import Cast, lexicon
from sayso.reading.prose import Prose
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens, tokens_of
from sayso.records import Attribution, AttributionKind, Person, Span, Why

Pair = tuple[int, int]
TokensOf = Callable[[str], Tokens]

GENDER_GAP_TRACKER = (86.5, 87.4)
"""Per cent of speakers right that the Gender Gap Tracker reports on its own data (Asr et al. 2021): a reference, not our data."""
SORTS = ("person", "organization")


@dataclass(slots=True)
class Judged:
    """Speakers of one corpus: how many, how many right when forced, how many answered and right, and the floor."""

    every: int = 0
    forced: int = 0
    answered: int = 0
    right: int = 0
    entity: int = 0
    floor: int = 0
    errors: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        return {
            "attributions": self.every,
            "full_coverage": _percent(self.forced, self.every),
            "answered_share": _percent(self.answered, self.every),
            "right_of_answered": _percent(self.right, self.answered),
            "right_entity_of_answered": _percent(self.entity, self.answered),
            "floor_nearest_person": _percent(self.floor, self.every),
        }


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def tagged_tokens(tagger: Tagger) -> TokensOf:
    """The tokens that the released model gives."""

    def tokens(text: str) -> Tokens:
        [tagged] = tagger.tag([text])
        return tokens_of(text, tagged)

    return tokens


def scene_of(text: str, made: Sequence[Attribution], tokens: TokensOf) -> Scene:
    """A text with its attributions as given; every line is prose."""
    article = article_from_text(text, force=True)
    return Scene(article, Prose(text, (0,), (0,)), tokens(text), tuple(made))


def given(document: gum.GumDocument) -> list[tuple[Attribution, gum.GumAttribution]]:
    """GUM's attributions that have a source, as the attributions of a reading."""
    text, words = document.text, document.words
    marks = quoted(text)
    out: list[tuple[Attribution, gum.GumAttribution]] = []
    for number, each in enumerate(document.attributions):
        if each.source is None:
            continue
        content = [s for a, b in each.content for s in lines(text, words[a].start, words[b - 1].end)]
        source = lines(text, each.source.start, each.source.end)[:1]
        cue = Span(words[each.verb].start, words[each.verb].end)
        kind = AttributionKind(kind_of_marks(text, [(s.start, s.end) for s in content], marks))
        made = Attribution(f"a{number}", kind, tuple(source), (cue,), tuple(content), None, 1.0, Why("gold"))
        out.append((made, each))
    out.sort(key=lambda pair: (pair[0].content[0].start, -pair[0].content[-1].end))
    return out


def lines(text: str, start: int, end: int) -> list[Span]:
    """The stretch cut at line ends."""
    out = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            out.append(Span(start, stop))
        start = stop + 1
    return out


def aligned(spans: Iterable[Pair], document: gum.GumDocument) -> dict[Pair, gum.GumMention]:
    """For each found span the annotated mention that it is, one to one, the closest first."""
    words = document.words
    pairs: list[tuple[float, Pair, gum.GumMention]] = []
    by_word: list[list[gum.GumMention]] = [[] for _ in words]
    for m in document.mentions:
        by_word[m.head].append(m)
    starts = [w.start for w in words]
    for span in spans:
        low, high = max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1])
        for k in range(low, min(high, len(words))):
            for m in by_word[k]:
                if (m.start <= span[0] and span[1] <= m.end) or (span[0] <= m.start and m.end <= span[1]):
                    common = min(m.end, span[1]) - max(m.start, span[0])
                    pairs.append((-common / (max(m.end, span[1]) - min(m.start, span[0])), span, m))
    pairs.sort(key=lambda x: (x[0], x[1], x[2].first, x[2].last))
    out: dict[Pair, gum.GumMention] = {}
    taken: set[int] = set()
    for _, span, m in pairs:
        if span not in out and id(m) not in taken:
            out[span] = m
            taken.add(id(m))
    return out


def spans_of(person: Person) -> list[Pair]:
    return sorted({(s.start, s.end) for s in (*person.mentions, *person.descriptions)})


class GumJudge:
    """Adds up what is found in GUM's documents."""

    def __init__(self) -> None:
        self.detection: dict[str, Tally] = {}
        self.scores: dict[str, dict[str, coref.Ratio]] = {"with singletons": {}, "without": {}}
        self.speakers = Judged()
        self.by_form: dict[str, Judged] = {}
        self.news = Judged()

    def told(self) -> dict[str, Any]:
        """The figures as plain values."""
        return {
            "detection": {
                name: {
                    "precision": _percent(t.hit, t.made),
                    "recall": _percent(t.hit, t.gold),
                    "annotated": int(t.gold),
                }
                for name, t in self.detection.items()
            },
            "coreference": {
                name: {m: round(100 * r.f1, 1) for m, r in kept.items()}
                | {"conll": round(100 * coref.conll(list(kept.values())), 1)}
                for name, kept in self.scores.items()
            },
            "speakers": {
                name: judged.told()
                for name, judged in {
                    "all": self.speakers,
                    "news": self.news,
                    **dict(sorted(self.by_form.items())),
                }.items()
            },
        }

    def add(
        self, document: gum.GumDocument, cast: Cast, attributions: list[tuple[Attribution, gum.GumAttribution]]
    ) -> None:
        alignment = aligned((s for p in cast.people for s in spans_of(p)), document)
        self._detect(document, cast, alignment)
        self._coref(document, cast, alignment)
        for made, each in attributions:
            self._speaker(document, cast, alignment, made, each)

    def _detect(self, document: gum.GumDocument, cast: Cast, alignment: dict[Pair, gum.GumMention]) -> None:
        gold = [m for m in document.mentions if m.sort in SORTS]
        mine = {s for p in cast.people if p.kind not in ("document",) for s in spans_of(p)}
        matched = {s: alignment[s] for s in mine if s in alignment}
        hits = [m for m in matched.values() if m.sort in SORTS]
        self._tally("mentions", len(hits), len(mine), len(gold))
        for sort in SORTS:
            kinds = ("person", "role", "unnamed") if sort == "person" else ("organisation", "outlet", "programme")
            wanted = [m for m in gold if m.sort == sort and self._is_name(document, m)]
            names = {
                s
                for p in cast.people
                if p.kind in kinds
                for s in spans_of(p)
                if (s in alignment and self._is_name(document, alignment[s]))
                or (s not in alignment and p.kind in kinds[:1])
            }
            hit = sum(1 for s in names if s in alignment and alignment[s].sort == sort)
            self._tally(f"names: {sort}", hit, len(names), len(wanted))

    @staticmethod
    def _is_name(document: gum.GumDocument, m: gum.GumMention) -> bool:
        return document.words[m.head].pos in ("NNP", "NNPS")

    def _tally(self, name: str, hit: int, made: int, gold: int) -> None:
        self.detection[name] = self.detection.get(name, Tally()) + Tally(hit, made, gold)

    def _coref(self, document: gum.GumDocument, cast: Cast, alignment: dict[Pair, gum.GumMention]) -> None:
        entities: dict[int, list[gum.GumMention]] = {}
        for m in document.mentions:
            entities.setdefault(m.entity, []).append(m)
        gold = [
            {(m.first, m.last) for m in mentions}
            for mentions in entities.values()
            if any(m.sort in SORTS for m in mentions)
        ]
        made = []
        for person in cast.people:
            if person.kind == "document":
                continue
            cluster: set[Any] = set()
            for span in spans_of(person):
                m = alignment.get(span)
                cluster.add((m.first, m.last) if m is not None else (*span, "none"))
            made.append(cluster)
        for name, least in (("with singletons", 1), ("without", 2)):
            told = coref.score([c for c in made if len(c) >= least], [c for c in gold if len(c) >= least])
            kept = self.scores[name]
            for measure, ratio in told.items():
                kept[measure] = kept.get(measure, coref.Ratio()) + ratio

    def _speaker(
        self,
        document: gum.GumDocument,
        cast: Cast,
        alignment: dict[Pair, gum.GumMention],
        made: Attribution,
        each: gum.GumAttribution,
    ) -> None:
        source = each.source
        assert source is not None
        entity = [m for m in document.mentions if m.entity == source.entity]
        if source.sort not in SORTS:
            return
        voice = cast.voices[made.id]
        by_id = {p.id: p for p in cast.people}
        answer = by_id.get(voice.speaker) if voice.speaker else None
        forced = answer
        if forced is None and voice.why.beat:
            forced = next((p for p in cast.people if p.name == voice.why.beat[0][0]), None)
        right = answer is not None and self._is(document, answer, entity, alignment)
        forced_right = forced is not None and self._is(document, forced, entity, alignment)
        entity_right = right or (answer is not None and self._same(answer, entity, alignment))
        word = document.words[source.head]
        form = "name" if word.pos in ("NNP", "NNPS") else "pronoun" if word.upos == "PRON" else "phrase"
        if form == "pronoun":
            form = f"pronoun {'1/2' if word.form.lower() in ('i', 'we', 'you', 'me', 'us') else '3'}"
        floor = self._floor(document, cast, source, entity, alignment)
        groups = [self.speakers, self.by_form.setdefault(form, Judged())]
        if document.genre == "news":
            groups.append(self.news)
        for judged in groups:
            judged.every += 1
            judged.forced += forced_right
            judged.answered += answer is not None
            judged.right += right
            judged.entity += entity_right
            judged.floor += floor
        if not right:
            words = document.text[each_start(document, each) : each_end(document, each)]
            gold = " = ".join(dict.fromkeys(document.text[m.start : m.end][:40] for m in entity[:6]))
            told = f"{answer.name if answer else None} ({voice.why.by}; {voice.why.beat[:3]})"
            where = document.id.removeprefix("GUM_")
            self.speakers.errors.append(
                f"{where} [{words}] {document.text[source.start : source.end]!r} is {gold}: said {told}"
            )

    @staticmethod
    def _is(
        document: gum.GumDocument, person: Person, entity: list[gum.GumMention], alignment: dict[Pair, gum.GumMention]
    ) -> bool:
        """Whether the person has a mention of the entity, and is called by words of its names where it has any."""
        mine = [alignment[s] for s in spans_of(person) if s in alignment]
        mine = [m for m in mine if m.entity == entity[0].entity]
        named = [m for m in entity if document.words[m.head].pos == "NNP"]
        words = {w.form.lower() for m in named for w in document.words[m.first : m.last] if w.pos == "NNP"}
        name = person.name.lower()
        proper = words - lexicon.TITLES - lexicon.ROLES
        if proper:
            return bool(mine) and name.replace("’", " ").replace("'", " ").split()[-1] in words
        for m in mine:
            called = document.text[m.start : m.end].lower()
            if name in called or called in name:
                return True
        return False

    @staticmethod
    def _same(person: Person, entity: list[gum.GumMention], alignment: dict[Pair, gum.GumMention]) -> bool:
        """Whether two mentions or more of the person, and most of them, are the entity's, whatever it is called."""
        mine = [alignment[s] for s in spans_of(person) if s in alignment]
        hits = sum(m.entity == entity[0].entity for m in mine)
        return hits > 1 and 2 * hits > len(mine)

    def _floor(
        self,
        document: gum.GumDocument,
        cast: Cast,
        source: gum.GumMention,
        entity: list[gum.GumMention],
        alignment: dict[Pair, gum.GumMention],
    ) -> bool:
        """The nearest name of a person before the source's end."""
        before = [
            m
            for m in document.mentions
            if m.sort == "person" and m.first < source.last and document.words[m.head].pos in ("NNP", "NNPS")
        ]
        if not before:
            return False
        return max(before, key=lambda m: (m.first, m.last)).entity == source.entity


def each_start(document: gum.GumDocument, each: gum.GumAttribution) -> int:
    return document.words[each.unit[0]].start


def each_end(document: gum.GumDocument, each: gum.GumAttribution) -> int:
    return document.words[each.unit[1] - 1].end


PARTS = ("rest", "held")
"""The third of the documents that the rules were not looked at with (`held`), and the others."""


def part_of(id: str) -> str:
    """To which part a document belongs, by a digest of its name."""
    return PARTS[int(sha256(id.encode()).hexdigest(), 16) % 3 == 0]


def on_gum(split: str, tokens: TokensOf, part: str | None = None) -> GumJudge:
    """What is found in a split of GUM, or in a part of it."""
    judge = GumJudge()
    for document in gum.documents(split):
        if part is not None and part_of(document.id) != part:
            continue
        attributions = given(document)
        cast = people.find(scene_of(document.text, [a for a, _ in attributions], tokens))
        judge.add(document, cast, attributions)
    return judge


def show_gum(judge: GumJudge, split: str) -> str:
    """The result as text for a terminal."""
    parts = [f"GUM {split}"]
    rows = [[name, 100 * t.precision, 100 * t.recall, 100 * t.f1, int(t.gold)] for name, t in judge.detection.items()]
    parts.append(results.table(["detection", "precision", "recall", "F1", "annotated"], rows))
    rows = []
    for name, kept in judge.scores.items():
        f1 = [100 * kept[m].f1 for m in ("muc", "b3", "ceafe")]
        rows.append([name, *f1, 100 * coref.conll(list(kept.values()))])
    parts.append(results.table(["coreference, people and organisations", "MUC", "B3", "CEAF-e", "CoNLL"], rows))
    groups = {"all": judge.speakers, "news": judge.news, **dict(sorted(judge.by_form.items()))}
    parts.append(speakers_table(groups))
    parts.append(
        f"for reference, the Gender Gap Tracker on its own data: {GENDER_GAP_TRACKER[0]}–{GENDER_GAP_TRACKER[1]}"
    )
    return "\n\n".join(parts)


def speakers_table(groups: dict[str, Judged]) -> str:
    head = [
        "speakers",
        "attributions",
        "full coverage",
        "answered",
        "right of answered",
        "right entity",
        "floor: nearest person",
    ]
    return results.table(head, [[name, *judged.told().values()] for name, judged in groups.items()])
