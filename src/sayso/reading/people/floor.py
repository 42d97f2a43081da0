"""Who is in the reader's mind at a place of the text, and how well each fits a pronoun or a description there.

The fit is a choice among the parties named lately, and *nobody of these*, by a conditional logit (McFadden 1974) over a few
features of the pair; its probabilities say when to abstain. The weights are in `weights.py`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from math import exp, log
from operator import mul

from sayso.reading.people import lexicon as lex
from sayso.reading.people import weights
from sayso.reading.people.fit import may
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.tokens import Tokens

WINDOW = 14
"""Parties held in mind: the true one is further back in under one case in fifty of GUM train."""
NEAR = 2
"""Sentences outside quotations within which a speaker goes on speaking as *he* or *she*; chosen by hand."""
FAR = 12
"""Sentences after which a party named once is out of mind; chosen by hand."""

_TELLS_ONE = frozenset({"he", "person", "again"})
"""The choices of one person, from which those told of in the words are taken out; a group often speaks of itself."""
NOBODY = {"he": -1.5, "they": -1.0, "it": -1.0}
"""What the option *nobody of these* counts for where a pronoun is a source outside quotations: a report gives it an
antecedent. By hand; for *he* 0 loses a few speakers that are right and -3 changes nothing more; of *they* 14 of 16 choices
were right on GUM train that were given .65 on average."""

FEATURES = (
    "bias",
    "sentences between",
    "same sentence",
    "sentence before",
    "subject",
    "genitive",
    "after a preposition",
    "name",
    "pronoun",
    "mentions so far",
    "gender known",
    "nearest",
    "rank",
    "both subjects",
    "source",
    "quoted and the pronoun not",
    "same paragraph",
    "opens its sentence",
    "speaker of the words around",
    "object of its subject",
    "organisation",
    "plural",
    "in the first paragraph",
    "described by a word with a gender",
    "source here, the last to speak",
    "same pronoun before",
    "owner",
    "named",
    "indefinite",
    "a source, after a source",
    "a source",
    "subject of the sentence before",
    "main subject of the sentence before",
    "main subject of this sentence",
    "indefinite, no subject",
    "names in the text",
    "most named",
    "definite phrase",
    "bare phrase",
    "somebody's",
    "begins with the subject before",
    "begins a paragraph, named",
    "how many fit",
    "two sentences between",
    "three or more",
    "pronoun of the same sentence",
    "both genitives",
    "both inside quotations",
    "said inside, named outside",
    "one person without a name",
    "place",
    "heat",
    "singular by nature",
    "subject of the same sentence, for a subject",
    "owner, a pronoun",
    "not of the main clause",
    "two joined",
)


TABLE: dict[str, tuple[float, ...]] = {
    kind: tuple(given.get(name, 0.0) for name in FEATURES) for kind, given in weights.WEIGHTS.items()
}


class Floor:
    """The parties named lately, the last one last."""

    def __init__(
        self, t: Tokens, source_words: frozenset[int], main: Party | None = None, around: Sequence[int] = ()
    ) -> None:
        self.t = t
        self.around = around
        """For each word the attribution in whose content it stands, -1 for none; nothing where no attributions are known."""
        self.main = main
        """The person whom the text names most often."""
        self.heat: dict[Party, tuple[float, int]] = {}
        """For each party its mentions, one of a sentence before counting half, and the sentence of the last."""
        self.sources = source_words
        self.recent: OrderedDict[Party, Mention] = OrderedDict()
        self.counts: dict[Party, int] = {}
        self.hidden: Sequence[tuple[int, int]] = ()
        self.hide_named = False
        self.last_speaker: Party | None = None
        self.spoken: dict[Party, None] = {}
        """All who were the source of something so far, the last one last."""
        self.spoke_in = -99
        """The sentence in which that party spoke."""
        self.since: Party | None = None
        """The last other party that was a subject outside quotations since."""
        self.subjects: list[tuple[int, Party]] = []
        """The first subject of each sentence that has one outside quotations, with the sentence's number."""
        self.unquoted = _unquoted_before(t)

    def see(self, m: Mention) -> None:
        """Notes a mention whose party is known."""
        p = m.party
        if p is None:
            return
        self.recent[p] = m
        self.recent.move_to_end(p)
        self.counts[p] = self.counts.get(p, 0) + 1
        here = self.t.sentence[m.head]
        warm, there = self.heat.get(p, (0.0, here))
        self.heat[p] = 1 + warm * 0.5 ** (here - there), here
        if m.role == "s" and not self.t.depth[m.head] and (not self.subjects or self.subjects[-1][0] != here):
            self.subjects.append((here, p))
        if m.head in self.sources and not self.t.depth[m.head]:
            self.last_speaker = p
            self.spoken.pop(p, None)
            self.spoken[p] = None
            self.spoke_in = here
            self.since = None
        elif m.role == "s" and not self._is_said(m) and p is not self.last_speaker:
            self.since = p
        if len(self.recent) > 3 * WINDOW:
            for _ in range(WINDOW):
                self.recent.popitem(last=False)

    def _is_said(self, m: Mention) -> bool:
        """Whether a mention stands in somebody's words, quoted or not; whom those tell of has not taken the word."""
        return self.t.depth[m.head] > 0 or bool(self.around and self.around[m.head] >= 0)

    def candidates(self, m: Mention, kind: str) -> list[tuple[Party, Mention]]:
        """Those that the pronoun or description can mean, the last named first."""
        out: list[tuple[Party, Mention]] = []
        speaks = m.head in self.sources
        for p in reversed(self.recent):
            last = self.recent[p]
            if speaks and kind == "he" and p.mentions[0].nobody:
                continue
            if self._far(m, last) > FAR and self.counts[p] < 3:
                continue
            if (
                last is m.owner
                or _is_relative(last, m, self.t)
                or last.first <= m.first < last.last
                or not may(p, m, kind)
                or (kind in _TELLS_ONE and self._hidden(p))
            ):
                continue  # *their owners* are not who *their* means
            out.append((p, last))
            if len(out) >= WINDOW:
                break
        return out

    def hide(self, words: Sequence[tuple[int, int]], *, quoted_too: bool = False) -> None:
        """Takes out of mind, for the next choice, those whom nothing but these words names; where they are quoted those too whom
        they name at all, since hardly anybody calls himself by his name."""
        self.hidden, self.hide_named = words, quoted_too

    def _hidden(self, p: Party) -> bool:
        if not self.hidden:
            return False
        first, last = p.mentions[0], self.recent.get(p, p.mentions[-1])
        inside = [any(a <= x.head < b for a, b in self.hidden) for x in (first, last)]
        return all(inside) or (self.hide_named and inside[1] and last.form is Form.NAME)

    def goes_on(self, m: Mention, kind: str) -> Party | None:
        """Who spoke last, where a pronoun speaks next and nobody else that it can mean was a subject since."""
        p = self.last_speaker
        if p is None or m.head not in self.sources or self.t.depth[m.head] or not may(p, m, kind):
            return None
        beside = self.t.paragraph[m.head] == self.t.paragraph[self.t.sentences[self.spoke_in][0]]
        if kind != "he" and not (m.key[0] in lex.NATIONALITIES and beside):  # *said the Czech*
            return None
        if self.since is not None and may(self.since, m, kind):
            return None
        here, there = self.t.sentence[m.head], self.spoke_in
        return p if self.unquoted[here] - self.unquoted[there] <= NEAR else None

    def introduced(self, m: Mention, kind: str) -> Party | None:
        """Whom the sentence right before is about, where a pronoun speaks: *Moss was blunter. ‘No,’ she said.* Of words that are
        not quoted, only where that sentence tells of nobody else whom it can mean."""
        here = self.t.sentence[m.head]
        if kind != "he" or m.head not in self.sources or self.t.depth[m.head] or not self.subjects:
            return None
        there, p = self.subjects[-1]
        if there == here:
            return None
        if self.hide_named and not may(p, m, kind):
            only = self._only_in(there, m, kind)
            if only is not None:
                p = only
        apart = self.t.paragraph[m.head] - self.t.paragraph[self.t.sentences[there][0]]
        fits = (
            may(p, m, kind)
            and not self._hidden(p)
            and ((p.full and self.hide_named) or self._alone_in(there, p, m, kind))
        )
        return p if fits and apart <= 1 and self.unquoted[here] - self.unquoted[there] == 1 else None

    def body_before(self, m: Mention) -> Party | None:
        """The body by name that the sentence before is about, where a phrase for a body has nothing beside it: *the charity*."""
        if not self.subjects or m.modifiers or m.extent > m.last or m.plural or m.sort != "organization":
            return None
        there, p = self.subjects[-1]
        near = 0 < self.t.sentence[m.head] - there <= NEAR
        return p if near and p.sort == "organization" and p.full and lex.BODIES.isdisjoint(p.full) else None

    def _only_in(self, sentence: int, m: Mention, kind: str) -> Party | None:
        """The one person of a sentence whom a mention can mean, of the gender that it has, where that is named."""
        fits = [
            q
            for q, last in self.recent.items()
            if self.t.sentence[last.head] == sentence and not self.t.depth[last.head] and may(q, m, kind)
        ]
        one = fits[0] if len(fits) == 1 else None
        return one if one is not None and one.full and one.gender == m.gender else None

    def _alone_in(self, sentence: int, p: Party, m: Mention, kind: str) -> bool:
        """Whether a sentence tells of nobody else whom a mention can mean."""
        known = bool(p.full) and p.gender == m.gender
        return not any(
            q is not p
            and self.t.sentence[last.head] == sentence
            and may(q, m, kind)
            and not (known and not q.gender and not q.full and last.definite == "a")
            for q, last in self.recent.items()
        )

    def weigh(
        self, m: Mention, kind: str, speaker: Party | None = None, barred: Party | None = None
    ) -> list[tuple[Party, float]]:
        """The candidates with their probabilities, the likeliest first; what is missing to 1 is for nobody of these."""
        found = [(p, last) for p, last in self.candidates(m, kind) if p is not barred]
        if not found:
            return []
        own = TABLE[kind]
        scores = [
            sum(map(mul, own, self.features(m, p, last, (rank, len(found)), speaker)))
            for rank, (p, last) in enumerate(found)
        ]
        reported = m.head in self.sources and not self.t.depth[m.head]
        nobody = NOBODY.get(kind, 0.0) if reported else 0.0
        top = max(nobody, *scores)
        raised = [exp(s - top) for s in scores]
        total = sum(raised) + exp(nobody - top)
        return sorted(((p, r / total) for (p, _), r in zip(found, raised, strict=True)), key=lambda x: -x[1])

    def _main_subjects(self, here: int) -> tuple[Party | None, Party | None]:
        """The main subject of a sentence as far as it is read, and that of the one before that has one."""
        now = before = None
        for sentence, p in reversed(self.subjects[-2:]):
            if sentence == here:
                now = p
            elif before is None:
                before = p
        return now, before

    def _far(self, m: Mention, last: Mention) -> int:
        """Sentences between two mentions; those that are all quotation do not count for what stands outside."""
        here, there = self.t.sentence[m.head], self.t.sentence[last.head]
        if self.t.depth[m.head] > 0 or here == there:
            return here - there
        return max(1, self.unquoted[here] - self.unquoted[there])

    def features(
        self, m: Mention, p: Party, last: Mention, place: tuple[int, int], speaker: Party | None
    ) -> tuple[float, ...]:
        """One row of `FEATURES` for a pair; `place` is the candidate's rank, and of how many."""
        t = self.t
        rank, many = place
        warm, _ = self.heat[p]
        nominal = last.form is Form.NOMINAL
        first, _ = t.sentences[t.sentence[m.head]]
        begins = m.first == first
        far = self._far(m, last)
        main_here, main_before = self._main_subjects(t.sentence[m.head])
        opens = last.first <= t.sentences[t.sentence[last.head]][0] + 1
        return (
            1.0,
            float(min(far, 6)),
            float(far == 0),
            float(far == 1),
            float(last.role == "s"),
            float(last.role == "g"),
            float(last.role == "p"),
            float(last.form is Form.NAME),
            float(last.form is Form.PRONOUN),
            log(1 + self.counts[p]),
            float(bool(p.gender) and p.gender == m.gender),
            float(rank == 0),
            float(min(rank, 5)),
            float(last.role == "s" and m.role == "s"),
            float(last.head in self.sources),
            float(t.depth[last.head] > 0 and t.depth[m.head] == 0),
            float(t.paragraph[last.head] == t.paragraph[m.head]),
            float(opens),
            float(p is speaker),
            float(far == 0 and last.role == "s" and m.role in "op"),
            float(p.sort == "organization"),
            float(p.plural is True),
            float(t.paragraph[p.mentions[0].head] <= 1),
            float(bool(m.gender) and not p.gender),
            float(m.head in self.sources and p is self.last_speaker),
            float(last.form is Form.PRONOUN and last.key == m.key),
            float(m.role == "g" and last.role == "s" and far == 0),
            float(bool(p.full)),
            float(last.form is Form.NOMINAL and last.definite == "a"),
            float(m.head in self.sources and last.head in self.sources),
            float(m.head in self.sources),
            float(far == 1 and last.role == "s" and m.role == "s"),
            float(p is main_before),
            float(p is main_here),
            float(last.form is Form.NOMINAL and last.definite == "a" and last.role != "s"),
            log(1 + p.names),
            float(p is self.main),
            float(nominal and last.definite in ("the", "this")),
            float(nominal and last.definite == "bare"),
            float(nominal and last.definite == "of"),
            float(begins and p is main_before),
            float(begins and bool(p.full) and (first == 0 or t.paragraph[first - 1] != t.paragraph[first])),
            log(many),
            float(far == 2),
            float(far > 2),
            float(far == 0 and last.form is Form.PRONOUN),
            float(last.role == "g" and m.role == "g"),
            float(t.depth[last.head] > 0 and t.depth[m.head] > 0),
            float(t.depth[last.head] == 0 and t.depth[m.head] > 0),
            float(p.sort == "person" and p.plural is not True and not p.full),
            float(p.sort == "place"),
            log(1 + warm * 0.5 ** min(far, 6)),
            float(p.plural is False),
            float(far == 0 and p is main_here and m.role == "s"),
            float(far == 0 and m.role == "g" and last.form is Form.PRONOUN),
            float(last.role in "op" and far == 1),
            float(bool(last.joined)),
        )


def _is_relative(last: Mention, m: Mention, t: Tokens) -> bool:
    """Whether a pronoun begins what is told of the phrase right before it: *the drummer she divorced* is not she."""
    beside = last.form is Form.NOMINAL and max(last.last, last.extent) == m.first and m.role == "s"
    return beside and last.first > 0 and not t.pos[last.first - 1].startswith("V")


def _unquoted_before(t: Tokens) -> list[int]:
    """For each sentence how many before it have words outside quotations."""
    out, count = [], 0
    for first, last in t.sentences:
        out.append(count)
        count += any(t.depth[k] == 0 and t.words[k][0].isalnum() for k in range(first, last))
    return out
