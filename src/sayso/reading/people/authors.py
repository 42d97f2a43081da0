"""Whose words a letter or statement holds that is a source itself: *The letter said* after *Ada Moss wrote a letter*."""

from __future__ import annotations

from bisect import bisect_left

from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.quoting import IN_ONES_OWN_WORDS
from sayso.reading.people.resolve import Stage

WRITTEN = 0.8
"""How far the subject of the sentence that brings in a letter or statement is trusted to be its author; by hand."""
MOST = 60
"""Mentions among which a letter or its author is looked for; chosen by hand."""
_WROTE = frozenset(
    {"wrote", "writes", "written", "tweeted", "posted", "emailed", "e-mailed", "texted", "issued", "released"}
)
_READS = frozenset(
    {"read", "reads", "said", "says", "added", "adds", "continued", "continues", "began", "begins", "went", "goes"}
)


def author(stage: Stage, m: Mention) -> Party | None:
    """Who speaks in the letter or statement that a source is, or that *it* goes back to; `None` for other sources, and where the
    sentence that brings it in has no subject who could have written it."""
    text = _letter(stage, m)
    if text is None:
        return None
    t = stage.t
    here = t.sentence[text.head]
    if text is m:
        written = [k for k in (here - 1, here) if k >= 0 and not _WROTE.isdisjoint(t.lower[slice(*t.sentences[k])])]
        if not written or t.paragraph[t.sentences[written[0]][0]] != t.paragraph[m.head]:
            return None
        here = written[0]
    before: Party | None = None
    low = bisect_left(stage.found, t.sentences[here][0], key=lambda x: x.first)
    for x in stage.found[low : low + MOST]:
        if t.sentence[x.head] > here:
            break
        if t.sentence[x.head] < here or x.told or x.party is None or t.depth[x.head]:
            continue
        if text.owner is x or (x.form is Form.PRONOUN and x.first == text.first):
            return x.party
        speaks = x.party.sort in ("person", "organization") and x.role == "s"
        if speaks and x is not text and before is None:
            before = x.party
    return before


def _letter(stage: Stage, m: Mention) -> Mention | None:
    """The first mention of the letter or statement that a mention means."""
    t = stage.t
    if m.form is Form.PRONOUN:
        if m.key[0] != "it" or (m.party is not None and m.party.sort != "document"):
            return None
        at = stage.speaks.get(id(m))
        cue = () if at is None else stage.scene.attributions[at].cue
        if not any(not _READS.isdisjoint(t.lower[slice(*t.range(span))]) for span in cue):
            return None
        high = bisect_left(stage.found, m.first, key=lambda x: x.first)
        near = [
            x
            for x in stage.found[max(0, high - MOST) : high]
            if x.sort == "document"
            and x.key[0] in IN_ONES_OWN_WORDS
            and t.paragraph[x.head] == t.paragraph[m.head]
            and 0 <= t.sentence[m.head] - t.sentence[x.head] <= 1
            and x.first < m.first
        ]
        return near[-1] if near else None
    p = m.party
    if m.sort != "document" or p is None or m.key[0] not in IN_ONES_OWN_WORDS or m.plural or m.definite != "the":
        return None
    first = p.mentions[0]
    return first if t.paragraph[m.head] - t.paragraph[first.head] <= NEAR else None


NEAR = 3
"""Paragraphs between a letter and the words that bring it in; chosen by hand."""
