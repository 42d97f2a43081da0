"""Who has the word outside quotations where several speak in turn: by labels (*MOSS:*), by being called on (*Mr Moss, please
proceed.*), by saying who they are (*My name is Ada Moss.*); and in whose name a speech or letter is given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.resolve import Stage
from sayso.reading.tokens import Tokens

LONGEST_LABEL = 5
"""Words in capitals before a colon that may be a speaker's label; chosen by hand."""
LONGEST_CALL = 12
"""Words of a sentence that calls on somebody by name; chosen by hand."""
LONGEST_TITLE = 8
"""Words that may stand between *by* and a name: *Remarks by the Vice President Ada Moss*; chosen by hand."""
OPENING = 4
"""Paragraphs at the start in which a heading says whose speech it is, or a line who writes; chosen by hand."""
_INVITES = frozenset(
    {"proceed", "begin", "ahead", "floor", "podium", "welcome", "recognized", "recognised", "start", "yours"}
)
_DELIVERED = frozenset(
    {"remarks", "speech", "address", "statement", "lecture", "testimony", "letter", "keynote", "talk", "sermon"}
)
_CLOSING = frozenset({"sincerely", "yours", "regards", "respectfully", "faithfully", "truly", "love", "wishes"})
_ENDS_CALL = frozenset({".", "?", "!", ",", "—", "-"})

Turns = list[tuple[int, Party]]
"""From which paragraph on, and who, in order."""


def at(turns: Sequence[tuple[int, Party]], paragraph: int) -> Party | None:
    """Who has the word in a paragraph, `None` before the first turn."""
    k = bisect_right(turns, paragraph, key=lambda turn: turn[0]) - 1
    return turns[k][1] if k >= 0 else None


def labelled(stage: Stage) -> Turns:
    """Turns by labels: a name or an office and a colon at a paragraph's start, or at the end of the paragraph before."""
    t = stage.t
    colons = [k for k, word in enumerate(t.words) if k and word == ":" and not t.depth[k]]
    if not colons:
        return []
    out: Turns = []
    by_first = {m.first: m for m in reversed(stage.found) if m.party is not None}
    by_last = {m.last: m for m in stage.found if m.party is not None}
    by_surname = _by_surname(stage.parties)
    for k in colons:
        paragraph = t.paragraph[k]
        first, last = paragraph_of(t, paragraph)
        if k == first + 1 and t.lower[first] in LETTERS:
            continue
        ends = k == last - 1
        given = by_last.get(k)
        if (
            given is None
            or not _labels(given, t)
            or not (given.first == first or (ends and given.form is Form.NOMINAL))
        ):
            if ends or k - first > LONGEST_LABEL or not all(_in_capitals(t, j) for j in range(first, k)):
                continue
            given = by_first.get(k - 1) or given or _capitals(by_surname, t, first, k)
        if given is not None and given.party is not None:
            out.append((paragraph + ends, given.party))
    return out if any(n for n, _ in out) else []


def _by_surname(parties: Sequence[Party]) -> dict[str, Party | None]:
    """The person of each surname, `None` where several have it."""
    out: dict[str, Party | None] = {}
    for p in parties:
        if p.into is None and p.sort == "person" and p.full:
            out[p.full[-1]] = None if p.full[-1] in out else p
    return out


def lettered(t: Tokens) -> frozenset[int]:
    """The paragraphs of the one who asks in an interview set as *Q:* and *A:*, those that follow a *Q:* without a letter too;
    empty where there are not both."""
    asks, out, seen = False, set[int](), set[str]()
    for k, _ in t.sentences:
        if k and t.paragraph[k - 1] == t.paragraph[k]:
            continue
        letter = LETTERS.get(t.lower[k])
        if letter is not None and k + 1 < len(t) and t.words[k + 1] in ":." and t.paragraph[k + 1] == t.paragraph[k]:
            asks = letter == "q"
            seen.add(letter)
        if asks:
            out.add(t.paragraph[k])
    return frozenset(out) if len(seen) == 2 else frozenset()


LETTERS = {"q": "q", "question": "q", "a": "a", "answer": "a"}


def _labels(m: Mention, t: Tokens) -> bool:
    """Whether a mention before a colon can be a speaker's label: a person's name, or an office in capitals."""
    if m.form is Form.NAME:
        return m.sort == "person"
    return m.form is Form.NOMINAL and m.sort == "person" and all(t.words[k].isupper() for k in range(m.first, m.last))


def _in_capitals(t: Tokens, k: int) -> bool:
    return t.words[k].isupper() or not t.words[k][0].isalnum()


def _capitals(by_surname: Mapping[str, Party | None], t: Tokens, first: int, last: int) -> Mention | None:
    """A mention for a label in capitals that the tagger took for no name (*MS. MOSS*), with the party that its last word names;
    `None` for other words in capitals."""
    words = [lex.plain(t.words[k]) for k in range(first, last) if t.words[k][0].isalpha()]
    party = by_surname.get(words[-1]) if words and len(words[-1]) > 1 else None
    if party is None:
        return None
    made = Mention(first, last, last - 1, Form.NAME, "person", (words[-1],), role="s", extent=last)
    party.take(made, "rule: a label before a colon")
    return made


def paragraph_of(t: Tokens, paragraph: int) -> tuple[int, int]:
    """A paragraph's first word and the one after its last."""
    return bisect_left(t.paragraph, paragraph), bisect_left(t.paragraph, paragraph + 1)


def called(stage: Stage) -> Turns:
    """Turns by being called on: a paragraph that ends with a name and nothing else (*Miss Moss.*), a question that is a name
    (*Mr Hill?*), a last sentence that invites somebody (*Mr Hill, please proceed.*)."""
    t, out = stage.t, []
    for m in stage.found:
        if m.form is not Form.NAME or m.sort != "person" or m.party is None or t.depth[m.head]:
            continue
        first, last = t.sentences[t.sentence[m.head]]
        paragraph = t.paragraph[m.head]
        begins = first == 0 or t.paragraph[first - 1] != paragraph
        ends = last == len(t) or t.paragraph[last] != paragraph
        if not ends or m.last >= last:
            continue
        alone = m.first == first and m.last == last - 1
        if alone and (t.words[m.last] == "?" or (not begins and t.words[m.last] == ".")):
            out.append((paragraph + 1, m.party))
        elif last - first <= LONGEST_CALL and t.words[m.last] in _ENDS_CALL:
            vocative = m.first == first or t.words[m.first - 1] == ","
            if vocative and any(t.lower[k] in _INVITES for k in range(first, last)):
                out.append((paragraph + 1, m.party))
    return out


def introduced(stage: Stage) -> Turns:
    """Turns of those who say *I’m Ada Moss* or *my name is Ada Moss* of themselves, each with the paragraph where they do."""
    t = stage.t
    out: dict[Party, int] = {}
    for m in stage.found:
        if m.form is not Form.NAME or m.sort != "person" or m.party is None or t.depth[m.head]:
            continue
        before = [t.lower[k] for k in range(max(0, m.first - 3), m.first)]
        says_so = before[-2:] in (["i", "'m"], ["i", "’m"], ["i", "am"]) or before == ["my", "name", "is"]
        if says_so:
            out.setdefault(m.party, t.paragraph[m.head])
    return [(paragraph, p) for p, paragraph in out.items()]


def signed(stage: Stage) -> Party | None:
    """In whose name a text is given: *Remarks by Ada Moss* or *By Ada Moss* at its top, *Yours, Ada Moss* at its end; `None`
    where it does not say, or names two."""
    t = stage.t
    found: list[Party] = []
    last_paragraph = t.paragraph[-1] if len(t) else 0
    for m in stage.found:
        if m.form is not Form.NAME or m.sort != "person" or m.party is None or t.depth[m.head] or m.told:
            continue
        paragraph = t.paragraph[m.head]
        first, last = paragraph_of(t, paragraph)
        given = paragraph < OPENING and first < m.first and _given_by(t, first, m)
        if given or (paragraph == last_paragraph and m.last >= last - 1 and _is_signature(t, first, m)):
            found.append(m.party)
    return found[0] if found and all(p is found[0] for p in found) else None


def _given_by(t: Tokens, first: int, m: Mention) -> bool:
    by = m.first - 1
    begin = max(first, by - LONGEST_TITLE)
    while by > begin and t.pos[by] in ("NNP", "DT") and t.lower[by] not in ("by", "of", "from"):
        by -= 1
    if t.lower[by] not in ("by", "of", "from"):
        return False
    _, last = paragraph_of(t, t.paragraph[m.head])
    if m.last < last and t.lower[m.last] in ("and", "&"):
        return False
    if by == first:
        return t.lower[by] == "by" and last - m.last <= 1
    return any(t.lower[k] in _DELIVERED for k in range(max(first, by - 3), by)) and t.words[last - 1] not in ".?!"


def _is_signature(t: Tokens, first: int, m: Mention) -> bool:
    """Whether a name at the very end stands alone or behind a closing, and a closing comes before it."""
    before = range(max(0, m.first - 4), m.first)
    return any(t.lower[k] in _CLOSING for k in before) and m.first - first <= 4
