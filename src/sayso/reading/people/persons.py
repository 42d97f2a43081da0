"""Who *I*, *we* and *you* are outside quotations: the writer, those whom the writer counts in, the reader, or the two sides of an
interview that is printed as questions and answers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.mentions import grammatical_person
from sayso.reading.people.resolve import Stage

QUESTIONS = 3
"""Paragraphs that ask *you* something from which a text is taken to be a conversation; chosen by hand."""
LONGEST_QUESTION = 80
"""Words of a paragraph that may be a question; a longer one that ends with a question mark is an answer. Chosen by hand."""
OPENING = 8
"""Paragraphs at the start in which a text would say that it is an interview; chosen by hand."""
_INTERVIEW = frozenset({"interview", "interviews", "interviewed", "interviewing", "interviewee", "interviewees", "q&a"})
_INTRODUCED = frozenset({"with", "to", "interviews", "interviewed", "interview", "interviewing", "asked"})


class Persons:
    """The parties of first and second persons outside quotations, each made when first asked for."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.t = stage.t
        self.made: dict[str, Party] = {}
        opening = self.t.lower[: bisect_left(self.t.paragraph, OPENING)]
        self.is_interview = any(word in _INTERVIEW for word in opening)
        self.turns = self._handed_over()
        self.questions = self._questions()
        self.answers = self._interviewee() if self.questions and self.is_interview else None

    @property
    def is_conversation(self) -> bool:
        """Whether several speak in turn outside quotations."""
        return bool(self.questions or self.turns)

    def of(self, m: Mention) -> Party | None:
        """The party of a first or second person, `None` where a conversation leaves it open."""
        person = grammatical_person(m)
        if person == "1" and not m.plural and self.turns:
            given = self._turn(self.t.paragraph[m.head])
            if given is not None:
                return given
        if self.questions:
            asked = self.t.paragraph[m.head] in self.questions
            after = self.is_interview or self.t.paragraph[m.head] > min(self.questions)
            if after or asked:
                if person == "1" and not m.plural:
                    return None if asked else self.answers or self._introduced()
                if person == "2" and asked:
                    return self.answers
        if person == "1" and not m.plural:
            return self._introduced() or self._one("writer", False, "rule: the writer")
        if person == "1":
            return self._one("we", True, "rule: the writer and others")
        return self._one("you", None, "rule: the reader")

    def _turn(self, paragraph: int) -> Party | None:
        at = bisect_right(self.turns, paragraph, key=lambda turn: turn[0]) - 1
        return self.turns[at][1] if at >= 0 else None

    def _handed_over(self) -> list[tuple[int, Party]]:
        """Where a paragraph ends with a name and nothing else (*Miss Moss.*), which gives the word to her; and where one begins
        with a name and a colon: from which paragraph on, and who."""
        t, out = self.t, []
        for m in self.stage.found:
            if m.form is not Form.NAME or m.sort != "person" or m.party is None or t.depth[m.head]:
                continue
            first, last = t.sentences[t.sentence[m.head]]
            if m.first != first:
                continue
            paragraph = t.paragraph[m.head]
            begins = first == 0 or t.paragraph[first - 1] != paragraph
            ends = last == len(t) or t.paragraph[last] != paragraph
            if begins and m.last < last and t.words[m.last] == ":":
                out.append((paragraph, m.party))
            elif ends and not begins and m.last == last - 1 and t.words[m.last] in ".?":
                out.append((paragraph + 1, m.party))
        return sorted(out, key=lambda turn: turn[0])

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

    def _introduced(self) -> Party | None:
        """Who says *I’m Ada Moss* or *my name is Ada Moss* of themselves, where just one does."""
        if "introduced" in self.made:
            return self.made["introduced"] if self.made["introduced"].mentions else None
        t = self.t
        found: list[Party] = []
        for m in self.stage.found:
            if m.form is not Form.NAME or m.sort != "person" or m.party is None or t.depth[m.head]:
                continue
            before = [t.lower[k] for k in range(max(0, m.first - 3), m.first)]
            says_so = before[-2:] in (["i", "'m"], ["i", "’m"], ["i", "am"]) or before == ["my", "name", "is"]
            if says_so and m.party not in found:
                found.append(m.party)
        party = found[0] if len(found) == 1 else Party("person")
        self.made["introduced"] = party
        return party if party.mentions else None

    def _questions(self) -> frozenset[int]:
        """The paragraphs that ask *you* something, where there are enough of them."""
        t = self.t
        asking: set[int] = set()
        for m in self.stage.second_person:
            if t.depth[m.head] == 0:
                asking.add(t.paragraph[m.head])
        if not asking or not self.stage.first_person:
            return frozenset()
        ends = {p for p in asking if self._ends_in_question(p)}
        needed = 1 if self.is_interview else QUESTIONS
        return frozenset(ends) if len(ends) >= needed else frozenset()

    def _ends_in_question(self, paragraph: int) -> bool:
        last = bisect_left(self.t.paragraph, paragraph + 1) - 1
        short = last - bisect_left(self.t.paragraph, paragraph) < LONGEST_QUESTION
        return short and self.t.words[last] == "?"

    def _interviewee(self) -> Party | None:
        """Who is interviewed: the person named most before the first question; `None` where two are named alike."""
        first = min(self.questions)
        counts: dict[Party, float] = {}
        for m in self.stage.found:
            if self.t.paragraph[m.head] >= first:
                break
            p = m.party
            if p is not None and p.sort == "person" and len(p.full) > 1 and not p.plural:
                before = self.t.lower[m.first - 1] if m.first else ""
                counts[p] = counts.get(p, 0) + 1 + 2 * (before in _INTRODUCED)
        ranked = sorted(counts, key=lambda p: -counts[p])
        if not ranked:
            return None
        if len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]:
            return None
        return ranked[0]
