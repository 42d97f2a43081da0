"""Whose clue each is: the attribution whose words of saying it stands with."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import Attribution, AttributionKind

Range = tuple[int, int]
NEAR = 16
"""Attributions of a sentence that are asked for a clue, those nearest to it: keeps an endless sentence linear."""
TOLD_WITHIN = 12
"""How many words an outlet may stand behind the words of saying that it was told in; chosen by hand."""
PLACED_WITHIN = 40
"""The same for a place; chosen by hand, content between them counts."""
OPENING = 4
"""Words at the beginning of a sentence in which a place still opens it; chosen by hand."""
_THERE = v.TAKING_PART | v.MEETING | v.INTERVIEW | v.ASKED_BY | word_set("appear appears asked invited said says guest")
LONGEST = 10
"""Words of a place that a content may begin with; chosen by hand."""
LATE = 3
"""How many words may follow a clue at the end of an indirect content for it to be the saying's, not the content's."""


@dataclass(slots=True)
class Frame:
    """An attribution in words: its cue and source, the sentence that they stand in, and how deep it is nested."""

    found: Attribution
    cue: Range | None
    source: Range | None
    content: list[Range]
    sentence: int
    holder: int

    @property
    def low(self) -> int:
        return min(
            r[0] for r in (self.cue or self.source or self.content[0], self.source or self.cue or self.content[0])
        )

    @property
    def high(self) -> int:
        return max(
            r[1] for r in (self.cue or self.source or self.content[0], self.source or self.cue or self.content[0])
        )


@dataclass(frozen=True, slots=True)
class Owned:
    """The clues of each attribution by its number in the scene, and those of none."""

    by_frame: dict[int, list[Clue]]
    loose: list[Clue]
    frames: list[Frame]


def frames_of(scene: Scene) -> tuple[list[Frame], list[int]]:
    """The attributions in words, and for each word the innermost attribution whose content it stands in, -1 for none."""
    tokens = scene.tokens
    frames: list[Frame] = []
    holder = [-1] * len(tokens)
    numbers = {found.id: i for i, found in enumerate(scene.attributions)}
    depth: list[int] = []
    for found in scene.attributions:
        cue = tokens.range(found.cue[0]) if found.cue else None
        source = tokens.range(found.source[0]) if found.source else None
        content = [tokens.range(span) for span in found.content]
        anchor = cue or source or content[0]
        at = min(anchor[0], len(tokens) - 1)
        outer = numbers.get(found.inside, -1) if found.inside is not None else -1
        depth.append(depth[outer] + 1 if 0 <= outer < len(depth) else 0)
        frames.append(Frame(found, cue, source, content, tokens.sentence[at], outer))
    for i in sorted(range(len(frames)), key=depth.__getitem__):
        for low, high in frames[i].content:
            holder[low:high] = [i] * (high - low)
    return frames, holder


def owned(scene: Scene, clues: list[Clue]) -> Owned:
    """Who owns which clue."""
    frames, holder = frames_of(scene)
    tokens = scene.tokens
    by_sentence: dict[int, list[int]] = {}
    for i, frame in enumerate(frames):
        if frame.cue is not None or frame.source is not None:
            by_sentence.setdefault(frame.sentence, []).append(i)
    for mine in by_sentence.values():
        mine.sort(key=lambda i: frames[i].low)
    out = Owned({}, [], frames)
    for clue in clues:
        sentence = tokens.sentence[clue.first]
        near = by_sentence.get(sentence, [])
        level = holder[clue.trigger] if clue.trigger < len(holder) else -1
        if len(near) > NEAR:
            at = bisect_left(near, clue.first, key=lambda i: frames[i].low)
            near = near[max(0, at - NEAR // 2) : at + NEAR // 2]
        late = clue.last >= tokens.sentences[sentence][1] - LATE
        if clue.sort is Sort.BY and not late and any(_itself(frames[i], clue) for i in near):
            continue
        able = [i for i in near if frames[i].holder == level and i != level]
        if not able and level >= 0 and _of_holder(scene, frames[level], clue, sentence):
            able = [level]
        mine = _owners(tokens, frames, able, clue, tokens.sentences[sentence]) if able else []
        if not mine:
            out.loose.append(clue)
        for i in mine:
            out.by_frame.setdefault(i, []).append(clue)
    return out


def _of_holder(scene: Scene, frame: Frame, clue: Clue, sentence: int) -> bool:
    """Whether a clue that ends an indirect content tells of the saying: *Moss said it was late in an interview with …*."""
    begins = any(clue.first == low for low, _ in frame.content)
    if (
        begins
        and len(frame.content) > 1
        and frame.cue is not None
        and clue.sort is Sort.VENUE
        and not frame.sentence - sentence
    ):
        low, high = frame.content[0]
        if low == clue.first and high - low <= LONGEST and high <= frame.low:
            return True  # *In documents filed in court, Moss says the dam leaks*, of which the place is no content
    if begins and clue.sort is Sort.VENUE and not scene.tokens.depth[clue.trigger] and frame.sentence == sentence:
        return frame.cue is not None and clue.first >= frame.cue[1]
    if clue.sort is Sort.OATH or (clue.sort is Sort.VENUE and clue.venue not in ("interview", "statement", "post")):
        return False
    if frame.found.kind is AttributionKind.DIRECT or scene.tokens.depth[clue.trigger] or frame.sentence != sentence:
        return False
    if frame.cue is None or clue.first < frame.high:
        return False
    return any(low <= clue.first and clue.last >= high - 1 for low, high in frame.content)


def _itself(frame: Frame, clue: Clue) -> bool:
    """Whether a clue is the whole saying of an attribution of its own: *according to the Courier*."""
    return (
        frame.cue is not None
        and frame.cue[0] <= clue.trigger < frame.cue[1]
        and frame.source is not None
        and clue.named is not None
        and frame.source[0] <= clue.named.first < frame.source[1]
    )


def _aside(tokens: Tokens, clue: Clue, before: int, first: int) -> bool:
    """Whether a place that stands before the words of saying is another act's: a subordinate clause has begun between them, or a
    channel is in the midst of a clause without a word that puts somebody there (*events such as Moss on “Newsnight”*)."""
    between = tokens.lower[clue.last : min(before, clue.last + PLACED_WITHIN)]
    if between[:2] == ["in", "which"] or between[:1] == ["where"]:
        return False
    if any(word in v.SUBORDINATE for word in between):
        return True
    if clue.venue not in ("broadcast", "programme") or clue.first - first <= OPENING:
        return False
    return not set(tokens.lower[max(first, clue.first - TOLD_WITHIN) : clue.first + 1]) & _THERE


def _another_deed(tokens: Tokens, clue: Clue, frame: Frame) -> bool:
    """Whether a place is that of what somebody did before they said something: *broke down at the hearing but later said*,
    *won in court and said*; not *appeared on “Newsnight” and said*."""
    if frame.cue is None or frame.source is None or not frame.source[1] <= clue.first < clue.last <= frame.cue[0]:
        return False
    between = tokens.lower[clue.last : min(frame.cue[0], clue.last + PLACED_WITHIN)]
    if "but" not in between and "and" not in between:
        return False
    before = set(tokens.lower[max(frame.source[1], clue.first - PLACED_WITHIN) : clue.last])
    return bool(before & v.NEVER) or not before & (v.TAKING_PART | v.MEETING | v.SAYING | v.INTERVIEW | _GAVE)


_GAVE = word_set("gave used held issued wrote published posted took turned told")


def _owners(tokens: Tokens, frames: list[Frame], able: list[int], clue: Clue, bounds: Range) -> list[int]:
    """Those of the attributions of one sentence, at the clue's depth, whose saying it tells of."""
    able = [i for i in able if not _names(tokens, frames[i], clue) and not _nobody(frames[i], clue)]
    able = [i for i in able if not _is_asked(tokens, frames[i])] or able
    if not able:
        return []
    able.sort(key=lambda i: frames[i].low)
    if clue.loose and not any(_close(frames[i], clue) for i in able):
        return []
    if clue.sort is Sort.BY and (clue.last >= bounds[1] - LATE or clue.first <= bounds[0] + 1):
        before = [i for i in able if frames[i].low < clue.first] if clue.first > bounds[0] + 1 else able
        if before:
            return before if clue.first > bounds[0] + 1 else before[:1] + _same(frames, before[0], able)
    if clue.sort in (Sort.AT, Sort.VENUE):
        # a place before is the main clause's: *in an interview, Moss spoke of the dam, although he had said …*
        able = [i for i in able if clue.first > frames[i].low or not _aside(tokens, clue, frames[i].low, bounds[0])]
        able = [i for i in able if not _another_deed(tokens, clue, frames[i])]
        if not able:
            return []
    best = next((i for i in able if _close(frames[i], clue)), None)
    if best is None:
        best = next((i for i in able if frames[i].low <= clue.first < frames[i].high), None)
    if best is None:
        earlier = [i for i in able if frames[i].low <= clue.first]
        best = earlier[-1] if earlier else able[0]
        near = clue.sort is Sort.TO or clue.venue in ("broadcast", "post")
        far = TOLD_WITHIN if near else PLACED_WITHIN
        if clue.first - frames[best].high > far:
            return []
    return [best, *_same(frames, best, able)]


def _nobody(frame: Frame, clue: Clue) -> bool:
    """Whether the attribution names nobody who could have been there: then a place further off is not its own."""
    return (
        frame.source is None
        and clue.sort in (Sort.AT, Sort.VENUE)
        and not frame.low - 4 <= clue.trigger <= frame.high + 2
    )


def _is_asked(tokens: Tokens, frame: Frame) -> bool:
    """Whether it is what somebody was asked before they said something: *asked in an interview whether …, Moss said*."""
    if frame.source is not None or frame.cue is None:
        return False
    return not v.ASKED_BY.isdisjoint(tokens.lower[slice(*frame.cue)])


def _close(frame: Frame, clue: Clue) -> bool:
    """Whether the clue hangs on the cue itself or touches it (*used an interview with the Courier to warn*)."""
    if frame.cue is None:
        return False
    return frame.cue[0] - 1 <= clue.trigger <= frame.cue[1] or (clue.loose and clue.last == frame.cue[0])


def _same(frames: list[Frame], best: int, able: list[int]) -> list[int]:
    """The others of the sentence with the very same source: *he told the Courier that …, adding that …*."""
    source = frames[best].source
    return [i for i in able if i != best and source is not None and frames[i].source == source]


def _ends(tokens: Tokens, last: int, end: int) -> bool:
    """Whether a clue ends a source, but for the name of a programme: *…, who spoke on Northline TV's First Light*."""
    rest = range(last, min(end, last + 6))
    return end - last <= 6 and all(
        tokens.words[at][0].isupper() or tokens.lower[at] in v.POSSESSIVE or tokens.words[at] in '"“”-' for at in rest
    )


def _names(tokens: Tokens, frame: Frame, clue: Clue) -> bool:
    """Whether the clue is in the attribution's own source: *the Courier reported*, *a man in the video said*."""
    source = frame.source
    if source is None:
        return False
    if clue.sort is Sort.VENUE and source[0] <= clue.trigger < source[1]:
        return clue.first <= source[0] + 1 or tokens.words[clue.first - 1] != ","  # *the mayor, in a statement, …*
    if clue.sort is Sort.AT and not clue.loose and source[0] + 1 < clue.first and _ends(tokens, clue.last, source[1]):
        # *Senator Moss (R) of Anytown on “Newsnight”*: the place is behind the name, and no part of it
        return False
    if (
        clue.sort is Sort.BY
        and source[0] < clue.first
        and clue.last > source[1]
        and tokens.words[clue.first - 1] == ","
    ):
        return False  # *Moss, the Courier reported, said*: not of the name
    if clue.named is None or (clue.sort is Sort.BY and source[0] < clue.trigger < clue.named.first):
        return False
    return source[0] < clue.named.last and clue.named.first < source[1]
