"""Mentions, and the parties that they are put together to, while an article is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum


class Form(IntEnum):
    """By what a mention names somebody."""

    NAME = 0
    NOMINAL = 1
    PRONOUN = 2


@dataclass(slots=True, eq=False)
class Mention:
    """Words `first` to `last` (end exclusive) with head word `head`.

    `sort` is `person`, `organization`, `place`, `document` or another of the tagger's; `key` a name's words without titles,
    small and without accents, a nominal's head word; `gender` `m`, `f`, `n` (neither) or empty; `plural` true, false or
    `None`; `definite` `the`, `this`, `a`, `of` (somebody's), `bare`. `role` is its place in the clause: `s`ubject, `o`bject,
    `p`repositional, `g`enitive.
    """

    first: int
    last: int
    head: int
    form: Form
    sort: str
    key: tuple[str, ...]
    gender: str = ""
    plural: bool | None = None
    definite: str = "bare"
    role: str = "o"
    title: str = ""
    titles: frozenset[str] = frozenset()
    """All words of the title: *attorney* and *general*."""
    nickname: tuple[str, ...] = ()
    surname: str = ""
    """What a first name shares with the name that *and* joins to it: *Hill* for *Roy* of *Roy and Elsie Hill*."""
    age: str = ""
    """The years that stand behind a name: `54` of *Ada Moss, 54,*."""
    owner: Mention | None = None
    """Whose it is, by a genitive: *CBS’* of *CBS’ Ada Moss*."""
    about: Mention | None = None
    """Of words that tell who somebody is (`told`), the mention of that one."""
    modifiers: frozenset[str] = frozenset()
    extent: int = 0
    """End of the phrase with what follows of it (*of Mexico*); `last` where nothing does."""
    reach: int = 0
    """End of the phrase with *in a place* or *to somebody* too, where it has that; it is called so, and found without."""
    joined: tuple[Mention, ...] = ()
    """Those whom *and* joins in one source: *Ada Moss and Hugh Hill*."""
    idle: bool = False
    """Says what somebody is or may be, of nobody in particular: *rather than an actor*, *we are the consumer*."""
    nobody: bool = False
    """Means nobody in particular, and so nobody who said something: *everybody*, *no child*."""
    told: bool = False
    """Says who somebody is and is no mention of its own (*Hugh Hill, a doctor*)."""
    party: Party | None = None
    open: tuple[Party, ...] = ()
    """The parties among which the text does not decide; `party` is then the likeliest of them."""
    score: float = 1.0
    by: str = ""


RANKS = frozenset(
    {
        "vice",
        "deputy",
        "assistant",
        "associate",
        "shadow",
        "acting",
        "first",
        "prime",
        "lieutenant",
        "under",
        "former",
        "ex",
    }
)
"""Words that make another office of an office: *the president* is not the vice president."""


@dataclass(slots=True, eq=False)
class Party:
    """Somebody in the making. `full` is the longest name's words."""

    sort: str
    full: tuple[str, ...] = ()
    gender: str = ""
    plural: bool | None = None
    mentions: list[Mention] = field(default_factory=list)
    told: list[Mention] = field(default_factory=list)
    in_full: list[int] = field(default_factory=list)
    """The first words of its names of two words or more, in order."""
    in_short: dict[str, int] = field(default_factory=dict)
    """How often each of its names has meant it alone, without the others."""
    names: int = 0
    """How many of its mentions are names."""
    offices: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    """For each word of its titles and of what is told of it the words of rank that stood by it."""
    age: str = ""
    """The years that a mention or a description gives, empty where none does."""
    given: str = ""
    """A name that the text does not have: the author's, of who writes *I*."""
    into: Party | None = None
    """The party that this one was found to be."""
    by: str = ""
    known: tuple[int, Mention | None, Mention | None] = (-1, None, None)
    """What `kinds` keeps of it: how many mentions it had, its fullest name, its first phrase."""

    def take(self, mention: Mention, by: str, score: float = 1.0) -> None:
        """Adds a mention, with the rule that found it to be one."""
        mention.party = self
        mention.by = by
        mention.score = score
        (self.told if mention.told else self.mentions).append(mention)
        if not self.gender and mention.gender:
            self.gender = mention.gender
        if self.plural is None:
            self.plural = mention.plural
        self.age = self.age or mention.age
        if mention.title or mention.told:
            words = {mention.title, *mention.titles, *mention.modifiers, *mention.key}
            rank = RANKS & words
            for word in words:
                self.offices.setdefault(word, set()).add(rank)
        if mention.form is Form.NAME:
            self.names += 1
            if len(mention.key) > len(self.full):
                self.full = mention.key
            if len(mention.key) > 1:
                self.in_full.append(mention.first)

    def become(self, other: Party, by: str) -> None:
        """Turns this party into another one: all its mentions go there."""
        if other is self:
            return
        for mention in (*self.mentions, *self.told):
            kept, score = mention.by, mention.score
            other.take(mention, kept or by, score)
        self.mentions, self.told = [], []
        self.into = other
        if other.sort == "":
            other.sort = self.sort
