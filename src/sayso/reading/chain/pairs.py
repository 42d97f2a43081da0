"""What is seen of an attribution and an occasion that its words may come from: the names of what holds, for the fit to weigh."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.occasions import Occasion
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.polls import VOTED, asked, may_be_asked
from sayso.reading.chain.sessions import days_of, refuses
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene
from sayso.records import HopKind, PersonKind

BEFORE, AFTER, MINE, OPENING, BETWEEN = 5, 2, 4, 2, 8
"""Occasions that an attribution is paired with: the nearest before and after it, the latest of its speaker, and the article's
first; and the attributions between that are looked at. Keeps the work linear. Chosen by hand."""
_PRESENT = frozenset({"says", "argues", "writes", "notes", "explains", "adds", "believes", "thinks", "calls", "cites"})


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution as it is paired: its number, place, speaker, and what is seen of it alone."""

    number: int
    at: int
    paragraph: int
    sentence: int
    key: str
    alone: tuple[str, ...]
    cue: str
    days: frozenset[str]


@dataclass(slots=True)
class Board:
    """All occasions of an article with what counts of them as a whole."""

    occasions: list[Occasion]
    places: list[int] = field(default_factory=list)
    of_key: dict[str, list[int]] = field(default_factory=dict)
    beside: dict[str, list[int]] = field(default_factory=dict)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: dict[int, frozenset[str]] = field(default_factory=dict)
    asked: int = 0
    spoken: list[tuple[int, str]] = field(default_factory=list)
    """Where each attribution stands, and its speaker's key."""

    def __post_init__(self) -> None:
        for number, each in enumerate(self.occasions):
            self.places.append(each.first)
            self.outcomes[each.outcome] += 1
            for key in each.keys:
                self.of_key.setdefault(key, []).append(number)
            for key in each.near:
                if len(self.beside.setdefault(key, [])) < MINE:
                    self.beside[key].append(number)

    def others(self, saying: Saying, each: Occasion) -> int:
        """How many other speakers are heard between an occasion and a saying, of the nearest few to the saying."""
        low, high = sorted((each.first, saying.at))
        a, b = bisect_left(self.spoken, (low, "")), bisect_left(self.spoken, (high, ""))
        return len({key for _, key in self.spoken[max(a, b - BETWEEN) : b] if key and key != saying.key})

    def is_one_of_several(self, saying: Saying, each: Occasion) -> bool:
        """Whether a speaker was heard by other outlets than this one too."""
        mine = (self.occasions[k] for k in self.of_key.get(saying.key, [])[:8])
        return any(other.hop is not None and other.outcome != each.outcome for other in mine)

    def near(self, saying: Saying) -> list[int]:
        """The numbers of the occasions that may be a saying's."""
        at = bisect_left(self.places, saying.at)
        found = {
            *range(max(0, at - BEFORE), min(len(self.occasions), at + AFTER)),
            *range(min(OPENING, len(self.occasions))),
        }
        mine = self.of_key.get(saying.key, []) if saying.key else []
        found.update(mine[:1])
        found.update(mine[max(0, bisect_left(mine, at) - MINE + 1) : bisect_left(mine, at) + 1])
        beside = self.beside.get(saying.key, []) if saying.key else []
        found.update(beside[:2])
        return sorted(found)


def sayings(scene: Scene, own: Owned, drafts: list[Draft], voices: dict[str, Speaker]) -> list[Saying]:
    """The attributions that may be given an occasion: those that no other holds."""
    heard = Counter(voices[frame.found.id].key for frame in own.frames)
    most = {key for key, count in heard.items() if count * 2 >= len(own.frames) and count > 2}
    out = []
    for i, (frame, draft) in enumerate(zip(own.frames, drafts, strict=True)):
        if frame.holder >= 0:
            continue
        voice = voices[frame.found.id]
        out.append(_saying(scene, i, frame, draft, voice, most))
    return out


def _saying(scene: Scene, i: int, frame: Frame, draft: Draft, voice: Speaker, most: set[str]) -> Saying:
    tokens = scene.tokens
    at = min((frame.content[0][0], *(r[0] for r in (frame.cue, frame.source) if r)))
    at = min(at, len(tokens) - 1)
    words = frozenset(tokens.lower[slice(*frame.cue)]) if frame.cue else frozenset()
    cue = _cue(words, frame)
    alone = [f"cue {cue}", f"is {frame.found.kind}"]
    person = voice.person
    if refuses(tokens, frame):
        alone.append("refuses")
    if voice.carried:
        alone.append("carried")
    if frame.source is None:
        alone.append("no source")
    elif asked(tokens, *frame.source):
        alone.append("asked")
    elif may_be_asked(tokens, *frame.source):
        alone.append("may be asked")
    if person is None:
        alone.append("speaker unknown")
    elif person.kind is PersonKind.PERSON:
        alone.append("a person")
    elif person.kind in (PersonKind.GROUP, PersonKind.UNNAMED, PersonKind.ROLE):
        alone.append("no name")
    else:
        alone.append(f"speaker {person.kind}")
    if draft.first.kind is HopKind.REPORTED:
        alone.append("a text")
    if voice.key in most:
        alone.append("speaks most")
    return Saying(
        i, at, tokens.paragraph[at], frame.sentence, voice.key, tuple(alone), cue, days_of(scene, frame)
    )  # fmt: skip


def _cue(words: frozenset[str], frame: Frame) -> str:
    """What sort of words of saying they are."""
    if frame.cue is None or not words:
        return "none"
    for name, listed in (
        ("voted", VOTED),
        ("perfect", v.HAVE), ("plan", v.PLANS), ("post", v.POST), ("wrote", v.WRITE), ("told", v.TELL),
        ("testified", v.TESTIFY), ("elsewhere", v.ELSEWHERE), ("never", v.NEVER), ("inner", v.INNER),
    ):  # fmt: skip
        if words & listed:
            return name
    if words & (_PRESENT | {"say", "claims", "insists", "warns", "tells"}):
        return "says"
    return "talking" if words & v.TALKING else "other"


def seen(saying: Saying, each: Occasion, number: int, board: Board, kept: tuple[str, str] | None) -> list[str]:
    """What holds of a pair. `kept` is the outcome that the rules carried over, `None` where they carried none."""
    where = _where(saying, each)
    known = saying.key != ""
    mine = known and saying.key in each.keys
    whose = (
        "mine" if mine else "beside" if known and saying.key in each.near else "another's" if each.keys else "nobody's"
    )
    out = [f"group {each.group}", f"where {where}", f"whose {whose}", "hop" if each.hop or each.relays else "place"]
    out += [f"{whose} {where}", *saying.alone]
    if each.said:
        out.append(f"said {whose}")
    if each.fronted:
        out.append(f"fronted {whose}")
    if each.definite:
        out.append("definite")
    if each.paragraph <= 1:
        out.append(f"opening {whose}")
    if mine:
        out += _of_mine(saying, number, board)
    out.append(f"others {whose} {min(3, board.others(saying, each))}")
    if len(board.outcomes) == 1:
        out.append(f"only one {whose}")
    if board.outcomes[each.outcome] > 1:
        out.append("again")
    if number == bisect_left(board.places, saying.at) - 1:
        out.append(f"latest {whose}")
    if (each.group, saying.cue) in _FITTING:
        out.append("fitting cue")
    elif saying.cue in ("post", "wrote", "testified", "elsewhere"):
        out.append("cue of another place")
    if kept is not None:
        out.append("kept" if kept == each.outcome else "another kept")
    if saying.days - board.days.get(number, frozenset()):
        out.append("another day")
    if each.group == "poll":
        asked_in = (
            "asked" if "asked" in saying.alone else "may be asked" if "may be asked" in saying.alone else "not asked"
        )
        out.append(f"{asked_in} in a poll" + (" of many" if board.asked > 2 else ""))
    if each.paragraph <= 1 and "speaks most" in saying.alone and mine:
        out.append("opening of who speaks most")
    if each.hop is not None and each.group in ("talk", "written", "told"):
        out.append(f"{each.group} {whose}")
    return out


_FITTING = {
    ("written", "wrote"), ("post", "post"), ("post", "wrote"), ("hearing", "testified"), ("document", "wrote"),
    ("statement", "wrote"),
}  # fmt: skip


def _where(saying: Saying, each: Occasion) -> str:
    gap = saying.paragraph - each.paragraph
    if gap == 0:
        return "one paragraph" if each.first < saying.at else "later in it"
    if gap > 0:
        return "next" if gap == 1 else "near" if gap <= 3 else "far"
    return "soon" if gap == -1 else "later"


def _of_mine(saying: Saying, number: int, board: Board) -> list[str]:
    """What holds of an occasion of the speaker's own among others of theirs."""
    same = board.of_key.get(saying.key, [])
    outcomes = {board.occasions[k].outcome for k in same[:8]}
    out = ["only one of mine" if len(outcomes) == 1 else "one of mine of several"]
    at = bisect_left(same, bisect_left(board.places, saying.at))
    if at and same[at - 1] == number:
        out.append("my latest")
    if "speaks most" in saying.alone:
        out.append("mine who speaks most")
    return out
