"""Who *I*, *we* and *you* are outside quotations: the writer, those whom the writer counts in, the reader, or those who speak in
turn in an interview, a hearing or a conversation that is printed without quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.reading.people import lexicon as lex
from sayso.reading.people import turns
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.mentions import grammatical_person
from sayso.reading.people.resolve import Stage

QUESTIONS = 3
"""Paragraphs that ask *you* something from which a text is taken to be a conversation; chosen by hand."""
LONGEST_QUESTION = 80
"""Words of a paragraph that may be a question; a longer one that ends with a question mark is an answer. Chosen by hand."""
DIALOGUE = 4
"""Labelled turns from which two speakers are taken to speak to each other; two speeches are to an audience. By hand."""
OPENING = 8
"""Paragraphs at the start in which a text would say that it is an interview; chosen by hand."""
CHANCES = {
    "writer": 0.9,
    "writer, not named": 0.55,
    "we": 0.8,
    "we, in an interview": 0.5,
    "label": 0.9,
    "called": 0.75,
    "interviewee": 0.85,
    "answers, not named": 0.55,
    "answers, one of several": 0.5,
    "asks": 0.5,
    "reader": 0.5,
}
"""How far each rule is trusted; by hand, after the shares right on GUM train."""
_INTERVIEW = frozenset({"interview", "interviews", "interviewed", "interviewing", "interviewee", "interviewees", "q&a"})
_INTRODUCED = frozenset({"with", "to", "interviews", "interviewed", "interview", "interviewing", "asked"})
_OFFICE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC"})
LONGEST_OFFICE = 5
"""Words that may stand between *interviewed* and a name: *the former pilot Ada Moss*; chosen by hand."""
_INTERVIEWED = frozenset({"interviews", "interviewed"})
_ASKS = frozenset({"reporter", "writer", "journalist", "correspondent", "editor", "columnist", "interviewer"})
"""Who asks the questions, where the opening tells of somebody else too: *She spoke with staff writer Hugh Hill.*"""
_YOU = frozenset({"you", "your", "yours"})
_MINE = frozenset({"i", "we", "my", "our", "me", "us", "yes", "no", "sure", "correct", "right", "thank", "thanks"})
_CREDIT = frozenset({"image", "photo", "photograph", "picture", "by", "credit", "file", ":"})


@dataclass(frozen=True, slots=True)
class Found:
    """The party of a first or second person, and how far the rule that found it is trusted."""

    party: Party
    chance: float
    by: str = "rule: first person of the writer"


def _is_of_an_outlet(m: Mention) -> bool:
    """*The Courier’s Ada Moss*, who asks."""
    if m.owner is None or m.owner.form is not Form.NAME or m.owner.sort == "person":
        return False
    return m.owner.key[-1] in lex.OUTLET_NAMES or lex.is_outlet(" ".join(m.owner.key))


class Persons:
    """The parties of first and second persons outside quotations, each made when first asked for."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.t = stage.t
        self.made: dict[str, Party] = {}
        opening = self.t.lower[: bisect_left(self.t.paragraph, OPENING)]
        self.is_interview = any(word in _INTERVIEW for word in opening)
        self.labels = turns.labelled(stage)
        self.sides = tuple({p: None for _, p in self.labels}) if len(self.labels) >= DIALOGUE else ()
        self.letters = turns.lettered(self.t)
        for m in stage.found:
            m.idle = m.idle or self.is_letter(m)
        self.questions = frozenset() if self.labels else self._questions()
        introduced = turns.introduced(stage)
        self.introduced = introduced[0][1] if len(introduced) == 1 else None
        self.calls = sorted([*turns.called(stage), *introduced], key=lambda turn: turn[0])
        self.answers = self._interviewee() if self.questions else None
        self.signed = None if self.questions or self.labels else turns.signed(stage)

    def of(self, m: Mention) -> Found:
        """Who a first or second person is, with its chance; under `voices.LEAST` it stays open."""
        person, paragraph = grammatical_person(m), self.t.paragraph[m.head]
        if m.plural:
            ours = "we, in an interview" if self.questions and self.is_interview else "we"
            return Found(self._one("we", True, "rule: the writer and others"), CHANCES[ours])
        if person == "1":
            return self._speaks(paragraph)
        if self.labels:
            other = self._other_side(paragraph)
            if other is not None:
                return Found(other, CHANCES["called"], "rule: second person")
        if paragraph in self.questions:
            answers = self._answers(paragraph)
            return Found(answers.party, answers.chance, "rule: second person")
        return Found(self._one("you", None, "rule: the reader"), CHANCES["reader"], "rule: second person")

    def is_letter(self, m: Mention) -> bool:
        """Whether words are the *Q* or *A* before what is asked or answered, and so nobody's name."""
        if not self.letters or m.last - m.first > 1 or self.t.lower[m.first] not in turns.LETTERS:
            return False
        return m.first == turns.paragraph_of(self.t, self.t.paragraph[m.first])[0]

    def of_letter(self, m: Mention) -> Found:
        """Whose words an *A* or *Q* stands before."""
        return self._speaks(self.t.paragraph[m.head])

    def _speaks(self, paragraph: int) -> Found:
        """Who *I* is in a paragraph."""
        label = turns.at(self.labels, paragraph)
        if label is not None:
            return Found(label, CHANCES["label"], "rule: the one whose turn it is")
        if self.questions:
            if paragraph in self.questions:
                return Found(self._one("asks", False, "rule: the one who asks"), CHANCES["asks"])
            return self._answers(paragraph)
        if self.introduced is not None:
            return Found(self.introduced, CHANCES["writer"])
        call = turns.at(self.calls, paragraph)
        if call is not None:
            return Found(call, CHANCES["called"], "rule: the one whose turn it is")
        if self.signed is not None:
            return Found(self.signed, CHANCES["writer"], "rule: the one in whose name it is given")
        writer = self._one("writer", False, "rule: the writer")
        return Found(writer, CHANCES["writer" if writer.given else "writer, not named"])

    def _answers(self, paragraph: int) -> Found:
        """Who answers the question in or before a paragraph."""
        call = self.introduced or turns.at(self.calls, paragraph)
        if call is not None:
            return Found(call, CHANCES["called"], "rule: the one whose turn it is")
        if self.answers is not None:
            return Found(self.answers, CHANCES["interviewee"])
        which = "answers, one of several" if self.is_interview else "answers, not named"
        return Found(self._one("answers", False, "rule: the one who answers"), CHANCES[which])

    def _other_side(self, paragraph: int) -> Party | None:
        """Whom the speaker of a labelled turn speaks to, where only two do."""
        mine = turns.at(self.labels, paragraph)
        if len(self.sides) != 2 or mine is None:
            return None
        return self.sides[mine is self.sides[0]]

    def _one(self, name: str, plural: bool | None, by: str) -> Party:
        party = self.made.get(name)
        if party is None:
            party = self.made[name] = Party("person", plural=plural)
            party.by = by
            authors = self.stage.scene.article.authors
            if name == "writer" and len(authors) == 1 and 1 < len(authors[0].split()) < 5:
                party.given = authors[0]
            self.stage.parties.append(party)
        return party

    def _questions(self) -> frozenset[int]:
        """The paragraphs of the one who asks, where enough of them do and one of them at least asks *you* something."""
        t = self.t
        if self.letters:
            return self.letters
        asking = {t.paragraph[m.head] for m in self.stage.second_person if t.depth[m.head] == 0}
        speaking = {t.paragraph[m.head] for m in self.stage.first_person if t.depth[m.head] == 0}
        if not asking or not speaking:
            return frozenset()
        first = 1 if self.is_interview else 0
        ends = {p for p in range(first, t.paragraph[-1] + 1) if self._ends_in_question(p)}
        enough = len(ends) >= QUESTIONS and ends & asking
        if not (enough or (self.is_interview and ends & asking)) or not speaking - ends:
            return frozenset()
        asked = ends | {p for p in asking if p not in ends and self._begins_with_question(p)}
        if self.is_interview:
            return frozenset(asked)
        from_here = min(ends)
        return frozenset(asked | {p for p in asking if p > from_here and p - 1 not in asked and self._addresses(p)})

    def _begins_with_question(self, paragraph: int) -> bool:
        """Whether a longer paragraph begins by asking *you* something."""
        first, _ = turns.paragraph_of(self.t, paragraph)
        _, last = self.t.sentences[self.t.sentence[first]]
        return self.t.words[last - 1] == "?" and not _YOU.isdisjoint(self.t.lower[first:last])

    def _addresses(self, paragraph: int) -> bool:
        """Whether a paragraph's first sentence is to *you* and is no answer of *I* or *we*."""
        first, _ = turns.paragraph_of(self.t, paragraph)
        said = self.t.lower[slice(*self.t.sentences[self.t.sentence[first]])]
        return not _YOU.isdisjoint(said) and _MINE.isdisjoint(said)

    def _ends_in_question(self, paragraph: int) -> bool:
        first, last = turns.paragraph_of(self.t, paragraph)
        return 0 < last - first <= LONGEST_QUESTION and self.t.words[last - 1] == "?"

    def _interviewee(self) -> Party | None:
        """Who is interviewed: the person named most before the first question; `None` where two are named alike, or where the
        text begins with somebody's own words."""
        first = min(self.questions)
        t = self.t
        if not self.is_interview and any(
            t.paragraph[m.head] < first and not t.depth[m.head] for m in self.stage.first_person
        ):
            return None
        counts: dict[Party, float] = {}
        unnamed, named = False, set[Party]()
        names = {m.first for m in self.stage.found if m.form is Form.NAME and m.sort == "person"}
        for m in self.stage.found:
            if t.paragraph[m.head] >= first:
                break
            p = m.party
            asked = self._introduced(m)
            some = m.form is Form.NOMINAL and m.sort == "person" and (m.plural or m.definite == "a")
            if some and not m.told and m.last not in names:
                unnamed |= asked in _INTERVIEWED
            if p is not None and p.sort == "person" and len(p.full) > 1 and not p.plural:
                before = t.lower[m.first - 1] if m.first else ""
                credit = m.form is Form.NAME and m.first > 1 and before in _CREDIT and t.lower[m.first - 2] in _CREDIT
                counts[p] = counts.get(p, 0) + (0 if credit else 1) + 2 * bool(asked)
                if asked:
                    named.add(p)
        asks = {p for p in counts if any(not _ASKS.isdisjoint((x.key[0], *x.modifiers)) for x in p.told)}
        asks |= {p for p in counts if any(_is_of_an_outlet(x) for x in p.mentions[:4])}
        if asks and len(asks) < len(counts):
            counts = {p: count for p, count in counts.items() if p not in asks}
        ranked = sorted(counts, key=lambda p: -counts[p])
        if not ranked or (unnamed and ranked[0] not in named):
            return None
        if len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]:
            return None
        return ranked[0]

    def _introduced(self, m: Mention) -> str:
        """The word by which a mention is brought in as the one who is asked (*with*, *interviewed*), empty for none; an office or
        two may stand between."""
        first, _ = self.t.sentences[self.t.sentence[m.head]]
        for k in range(m.first - 1, max(first - 1, m.first - 1 - LONGEST_OFFICE), -1):
            if self.t.lower[k] in _INTRODUCED:
                return self.t.lower[k]
            if self.t.pos[k] not in _OFFICE and self.t.lower[k] not in ("one", "of", "the"):
                break
        return ""
