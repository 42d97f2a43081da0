"""Polls: those who were asked are the first mouth, and the poll passes on what they said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.places import ends_there
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_NOUNS = word_set("poll polls survey surveys")
POLLSTERS = word_set("gallup pew quinnipiac rasmussen ipsos yougov zogby marist comres survation")
_ASKED = word_set("respondents polled surveyed interviewees")
_SHARES = word_set("% percent majority majorities plurality half third thirds quarter quarters fifths")
_PEOPLE = word_set(
    "americans voters adults republicans democrats independents people those respondents women men conservatives "
    "liberals whites blacks hispanics latinos catholics evangelicals protestants christians muslims jews britons "
    "canadians australians germans parents students residents millennials workers employees consumers teachers "
    "caucus-goers households likely registered us them"
)
_POINTING = word_set("those people us them")
VOTED = word_set("voted elected cast")
_NUMBERS = word_set("one two three four five six seven eight nine ten")
_BALLOT = word_set("to at from before after until when as the")
"""Words before *the polls* that mean the vote."""
_LEADS = word_set("a an the this that its their his her another one every each")
BACK = 14
"""Words of a poll's name."""
REACH = 3
"""Paragraphs behind a poll over which shares of people are still its own; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll where it is named: words `first` up to `last`, and what it is called in full."""

    first: int
    last: int
    name: str


class Polls:
    """The polls that a text names, in order."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.all = _named(tokens)
        self.starts = [poll.first for poll in self.all]
        self.names = {poll.name for poll in self.all if _capitals(poll.name)}

    def within(self, first: int, last: int) -> Poll | None:
        """The first poll that is named in words `first` up to `last`."""
        at = bisect_left(self.starts, first)
        return self.all[at] if at < len(self.all) and self.starts[at] < last else None

    def behind(self, frame: Frame) -> tuple[Poll, bool] | None:
        """The poll that asked the source of an attribution, and whether the same sentence names it; `None` where the source is
        nobody who was asked, or no poll is near."""
        tokens = self.tokens
        if not self.all or frame.source is None:
            return None
        if not asked(tokens, *frame.source):
            return self._in_it(frame)
        if frame.cue is not None and set(tokens.lower[slice(*frame.cue)]) & VOTED:
            return None
        low, high = tokens.sentences[frame.sentence]
        at = bisect_right(self.starts, frame.high) - 1
        if at + 1 < len(self.all) and self.all[at + 1].first < high and (at < 0 or self.all[at].first < low):
            at += 1
        if at < 0:
            return None
        poll = self.all[at]
        if poll.name.lower() in _NOUNS and not low <= poll.first < high:
            return None  # *polls* as such are no poll
        if tokens.paragraph[frame.low] - tokens.paragraph[poll.first] > REACH and len(self.names) > 1:
            return None
        return poll, low <= poll.first < high

    def _in_it(self, frame: Frame) -> tuple[Poll, bool] | None:
        """*Voters in the survey said*, *in a Courier poll, most voters said*: people, and the poll that they were in."""
        tokens = self.tokens
        if frame.source is None or not set(tokens.lower[slice(*frame.source)]) & _PEOPLE:
            return None
        low, high = tokens.sentences[frame.sentence]
        at = bisect_right(self.starts, frame.high) - 1
        if at < 0 or self.all[at].first < max(low + 1, frame.low - REACH * BACK):
            return None
        poll = self.all[at]
        return (poll, True) if tokens.lower[poll.first - 1] == "in" and poll.first < high else None


def asked(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a source is a share of people, or those who were polled: *43 percent of voters*, *respondents*, *six in ten*."""
    words = tokens.lower[first:last]
    for i, word in enumerate(words):
        if word in _ASKED and (not i or words[i - 1] != "-"):
            return True
        if word == "%" or word == "percent" or words[i : i + 2] == ["per", "cent"]:
            return True
        if word == "in" and 0 < i < len(words) - 1 and _count(words[i - 1]) and _count(words[i + 1]):
            return True
        share = (word in _SHARES or word.endswith("-thirds")) and "of" in words[i + 1 : i + 3]
        if share and set(words[i + 1 : i + 7]) & _PEOPLE:
            return True
        if _count(word) and words[i + 2 : i + 3] == ["in"] and i + 3 < len(words) and _count(words[i + 3]):
            return True  # *one Democrat in five*
    return words[:2] in (["over", "half"], ["the", "same"]) and words[-1] in ("half", "share", "number")


def may_be_asked(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a source is people of a sort that polls ask: *most Republicans*, *voters*."""
    words = tokens.lower[first:last]
    return len(words) <= 4 and bool(set(words) & (_PEOPLE - _POINTING))


def _count(word: str) -> bool:
    return word in _NUMBERS or (word.isdigit() and len(word) <= 3)


def _named(tokens: Tokens) -> list[Poll]:
    out: list[Poll] = []
    lower, words = tokens.lower, tokens.words
    full: dict[str, str] = {}
    for i, low in enumerate(lower):
        if low in _NOUNS:
            found = _noun(tokens, i)
            if found is None:
                continue
            first, last, name = found
            key = low.removesuffix("s")
            if first == i - 1 and lower[first] in ("the", "this", "that"):
                name = full.get(key) or full.get("") or name
            elif first < i - 1:
                full[key] = full[""] = name
            if out and out[-1].last > first:
                out.pop()
            out.append(Poll(first, last, name))
        elif low in POLLSTERS and words[i][0].isupper():
            end = i + 1
            while end < len(words) and end < i + 4 and words[end][0].isupper():
                end += 1
            out.append(Poll(i, end, tokens.text[tokens.start[i] : tokens.end[end - 1]]))
    return _in_full(out)


def _in_full(polls: list[Poll]) -> list[Poll]:
    """*Pew*, *the Pew poll* under the first name that has all words of it in capitals: *a Pew Research Center survey*."""
    full: dict[str, str] = {}
    for poll in polls:
        if set(poll.name.lower().split()) & _NOUNS:
            for word in _capitals(poll.name):
                full.setdefault(word, poll.name)
    out = []
    latest = ""
    for poll in polls:
        mine = _capitals(poll.name)
        name = full.get(mine[0], poll.name) if mine else poll.name
        if not set(mine) <= set(_capitals(name)) or poll.name.lower().startswith("another "):
            name = poll.name
        elif not mine and poll.name.startswith(("the ", "this ")) and latest:
            name = latest
        latest = name if _capitals(name) else latest
        out.append(replace(poll, name=name))
    return out


def _capitals(name: str) -> list[str]:
    return [word for word in name.replace("/", " ").split() if word[0].isupper()]


def _noun(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """The name of a poll whose noun is word `i`; `None` for a verb and for *the polls* that close."""
    lower, words = tokens.lower, tokens.words
    if tokens.pos[i][:1] == "V" or not ends_there(tokens, i + 1):
        return None
    low = tokens.sentences[tokens.sentence[i]][0]
    if lower[i] == "polls" and i > low:
        before = lower[i - 2] if i - 2 >= low else ""
        if lower[i - 1] in ("to", "at", "from") or (lower[i - 1] == "the" and before in _BALLOT):
            return None
        if i + 1 < len(lower) and lower[i + 1] in ("close", "closed", "open", "opened", "opening", "closing"):
            return None
    first = i
    while first > low and i - first < BACK:
        before = lower[first - 1]
        if first - 1 == low and before in v.FUNCTION and before not in _LEADS:
            break
        if before in _LEADS:
            first -= 1
            break
        capital = words[first - 1][0].isupper() or words[first - 1][0].isdigit()
        if (
            before in ("for", "of", "and", "on")
            and first - 1 > low
            and words[first - 2][0].isupper()
            and words[first][0].isupper()
        ):
            first -= 2
            continue
        if before in v.STOPS or before in ("“", '"') or (not capital and before in v.FUNCTION | v.SAYING):
            break
        if (
            not capital
            and tokens.pos[first - 1][:1] in ("V", "I", "M", "R", "P", "W", "C")
            and before not in ("’s", "'s")
        ):
            break
        first -= 1
    last = i + 1
    if last + 1 < len(words) and lower[last] in ("by", "from") and words[last + 1][0].isupper():
        last += 1
        while last < len(words) and last < i + BACK and words[last][0].isupper():
            last += 1
    name = " ".join(tokens.text[tokens.start[first] : tokens.end[last - 1]].split())
    return first, last, name[:1].lower() + name[1:] if lower[first] in _LEADS else name
