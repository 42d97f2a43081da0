"""The clauses of a sentence, as far as the scope of a hedge needs them: one pass, by punctuation, conjunctions and verbs.

Tags of words are used where the tagger gives them; without them, auxiliaries and endings stand for verbs. It is no parser:
what it must get right is which clause is the sentence's main one, and where the clause of a hedge ends.
"""

from __future__ import annotations

from sayso.reading.certainty.ground import Ground
from sayso.reading.words import word_set

_SUBORDINATORS = word_set(
    "because although though whereas when whenever if unless until since while which who whom whose where whether lest "
    "once how why what"
)
_COORDINATORS = frozenset({"and", "but", "or", "nor", "yet", "so"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINITE = word_set(
    "am is are was were has have had does do did will would shall should can could may might must 's 're 'll 've 'm 'd "
    "said says seems seem appears appear"
)
_BARE = frozenset({"have", "do"})
_BEFORE_BARE = word_set("to not n't also will would shall should can could may might must 'll")
_AHEAD = 9
"""Words after *and* in which a verb of its own must stand for a new clause to begin; chosen by hand."""
_PRONOUNS = word_set("he she they we i you it")
_FUNCTION = word_set(
    "and but or nor so yet for of in on at to by with from as than that this then now today yesterday while when if "
    "because although though until since before after whether not n't be been all both"
)
_DASHES = frozenset("—–")


class Clauses:
    """The clause of each word of a sentence, as a number; 0 is the main one, which the first words outside any
    subordinate clause begin."""

    def __init__(self, ground: Ground, first: int, last: int) -> None:
        self.first = first
        self.of: list[int] = []
        self._ground = ground
        self._verbs: set[int] = set()
        self._count = 0
        stacks: dict[int, list[int]] = {}
        flat, owner, pos = ground.flat, ground.owner, ground.tokens.pos
        dash = joined = parted = False
        for at in range(first, last):
            mine = owner[at]
            stack = stacks.get(mine)
            if stack is None:
                stack = stacks[mine] = [0 if mine < 0 else self._new()]
            word = flat[at]
            than = word in ("than", "as") and at + 1 < last and flat[at + 1] in _PRONOUNS
            aside = word == "though" and at + 1 < last and flat[at + 1] == ","
            if (word in _SUBORDINATORS and not aside) or than or (word == "that" and self._opens(at)):
                if not (word in ("what", "how", "who", "why", "which") and at == first):
                    stack.append(self._new())
            elif word in _PRONOUNS and at - first > 2 and self._bare_relative(at):
                stack.append(self._new())
            elif word == ",":
                parted = True
                if len(stack) > 1 and stack[-1] in self._verbs:
                    stack.pop()
                    self.of.append(stack[-1])
                    continue
                if len(stack) == 1 and self._participle(at + 1, last):
                    self.of.append(stack[-1])
                    stack.append(self._new())
                    continue
            elif word in _DASHES and (at == first or flat[at - 1] not in _DASHES):
                if dash and len(stack) > 1:
                    self.of.append(stack.pop())
                    dash = False
                    continue
                stack.append(self._new())
                dash = True
            elif word in ("(", "["):
                stack.append(self._new())
            elif word in (")", "]") and len(stack) > 1:
                self.of.append(stack.pop())
                continue
            elif word in (";", ":"):
                stack[:] = [self._new()] if self._verbs else [stack[0]]
            elif word in _COORDINATORS and at > first and self._verb_ahead(at + 1, last):
                stack[-1] = self._new() if stack[-1] in self._verbs or not pos[at] else stack[-1]
                joined = True
            elif self._finite(at, word, pos[at]):
                if len(stack) > 1 and stack[-1] in self._verbs and stack[-2] not in self._verbs and not dash:
                    stack.pop()
                elif len(stack) == 1 and pos[at] and stack[-1] in self._verbs and not (joined or parted):
                    stack.append(self._new())  # *the yard said it would close*: a clause that nothing opens
                joined = parted = False
                self._verbs.add(stack[-1])
            self.of.append(stack[-1])

        self._edges: dict[int, tuple[int, int]] = {}
        for at, number in enumerate(self.of, first):
            self._edges[number] = (self._edges.get(number, (at, at))[0], at)

    def _new(self) -> int:
        self._count += 1
        return self._count

    def _finite(self, at: int, word: str, tag: str) -> bool:
        if tag:
            return tag in _FINITE_TAGS and not (tag == "VBD" and at and self._ground.flat[at - 1] in ("being", "been"))
        return word in _FINITE and not (word in _BARE and at and self._ground.flat[at - 1] in _BEFORE_BARE)

    def _bare_relative(self, at: int) -> bool:
        """Whether a pronoun opens a clause right after a noun: *the work they do not like*."""
        before, tag = self._ground.flat[at - 1], self._ground.tokens.pos[at - 1]
        if tag:
            return tag.startswith("N")
        return before.isalpha() and before not in _FINITE and before not in _FUNCTION and not before.endswith("ly")

    def _opens(self, at: int) -> bool:
        """Whether *that* opens a clause rather than pointing at something."""
        tag = self._ground.tokens.pos[at]
        if at > self.first and self._ground.flat[at - 1] == "," and not self._verbs:
            return False  # *at that price, that will sell*
        if tag:
            return tag in ("IN", "WDT")
        return at > self.first and self._ground.flat[at - 1].isalpha()

    def _participle(self, at: int, last: int) -> bool:
        flat, pos = self._ground.flat, self._ground.tokens.pos
        while at < last and (pos[at] == "RB" or (not pos[at] and flat[at].endswith("ly"))):
            at += 1
        if at >= last:
            return False
        return pos[at] == "VBG" or (not pos[at] and len(flat[at]) > 5 and flat[at].endswith("ing"))

    def _verb_ahead(self, at: int, last: int) -> bool:
        flat, pos = self._ground.flat, self._ground.tokens.pos
        for place in range(at, min(last, at + _AHEAD)):
            word = flat[place]
            if word in (",", ";", ":", ".", "(") or word in _SUBORDINATORS or word in _COORDINATORS:
                return False
            if self._finite(place, word, pos[place]):
                return True
        return False

    def number(self, at: int) -> int:
        """The clause of a word."""
        return self.of[at - self.first]

    def goes_on(self, at: int) -> bool:
        """Whether a word, no mark, stands there, and the same voice goes on."""
        owner = self._ground.owner
        return self._ground.flat[at][0].isalnum() and owner[at] == owner[at - 1]

    def range(self, at: int) -> tuple[int, int]:
        """The first word of a word's clause and the one after its last, edges without marks and conjunctions.

        Words of other clauses that stand between its own are within; a clause lies within one attribution's content.
        """
        flat = self._ground.flat
        first, last = self._edges[self.number(at)]
        while first < at and (not flat[first][-1].isalnum() or flat[first] in _COORDINATORS):
            first += 1
        while last > at and not flat[last][-1].isalnum() and flat[last] not in ("%", ")", "]"):
            last -= 1
        return first, last + 1
