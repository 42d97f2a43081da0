"""Which mention an attribution's source is: its head, and a mention made for a source that no phrase was found in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.people import apposed
from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention
from sayso.reading.people.quoting import author_of, quoted_by
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, Span

_NOBODY = frozenset({"that", "this", "these", "those", "what", "there", "which", "it"})
_THEM = (["them"], ["these"], ["those"], ["us"])
_RELATIVE = frozenset({"who", "which", "that"})


def head_mentions(attributions: Sequence[Attribution], found: list[Mention], t: Tokens) -> dict[int, int]:
    """For each attribution with a source (by index) the index of the mention that speaks. Adds a mention where there is none."""
    starts = [m.first for m in found]
    out: dict[int, Mention] = {}
    made: list[Mention] = []
    for number, each in enumerate(attributions):
        for span in each.source[:1]:
            head = _head(span, found, starts, t)
            if head is None:
                head = _made(span, made, t)
                if head is None:
                    continue
            else:
                head = author_of(head, t.range(span)[1], found, starts, t) or head
                head = quoted_by(head, t.range(span)[1], found, starts, t) or head
                head = _joined(head, span, found, starts, made, t) or head
            if head.form is not Form.PRONOUN:
                head.role = "s"
            out[number] = head
    if made:
        found += made
        found.sort(key=lambda m: (m.first, -m.last))
    place = {id(m): i for i, m in enumerate(found)}
    return {number: place[id(m)] for number, m in out.items()}


def _head(span: Span, found: Sequence[Mention], starts: Sequence[int], t: Tokens) -> Mention | None:
    low, high = t.range(span)
    while low < high and not t.words[low][0].isalnum():
        low += 1
    if low >= high:
        return None
    if t.lower[low] in _RELATIVE and high - low <= 2:
        return _antecedent(low, found, starts, t)
    if (
        t.lower[low : low + 2] == ["one", "of"]
        and t.lower[low + 2 : low + 3] in _THEM
        and t.words[low + 3 : low + 4] == [","]
    ):
        low += 4  # *one of them, Ada Moss, said*
    named = apposed.named_behind(low, high, found, starts, t)
    if named is not None:
        return named
    at = bisect_left(starts, low)
    while at > 0 and found[at - 1].last > low and low - found[at - 1].first < 12:
        at -= 1
    inside: list[Mention] = []
    for m in found[at : at + 40]:
        if m.first >= high:
            break
        straddles = m.first < high < m.last and m.form is Form.NAME and m.sort == "person"
        if m.last > low and (low <= m.head < high or straddles):
            inside.append(m)
    own = [m for m in inside if not m.told or m.about not in inside]
    own = [
        m
        for m in own
        if m.role != "g" or m.last >= high or not t.words[m.last][0].isalpha() or m.form is not Form.PRONOUN
    ]
    owners = {id(m.owner) for m in inside if m.owner is not None}
    own = [m for m in own if id(m) not in owners]
    told = [m for m in inside if m.told and m.about in own]
    own = [m for m in own if not any(x.first <= m.first < _told_until(x) for x in told)] or own
    if not own:
        return None
    first = own[0]
    for m in own[1:]:
        if m.first <= first.first and m.last >= first.last:
            first = m
        elif m.first == first.first:
            continue
    # a name that only modifies the phrase's head: *Clinton campaign officials*
    wider = [m for m in own if m is not first and m.first <= first.first and m.last > first.last]
    if wider:
        return wider[0]
    if first.form is Form.NAME and first.sort != "person":
        # *CBS reporter Ada Moss*, *the Courier’s Ada Moss*
        beside = [m for m in own if m.form is Form.NAME and m.sort == "person" and m.first - first.last <= 3]
        between = range(first.last, beside[0].first) if beside else ()
        if beside and all(t.pos[k] in ("NN", "NNS", "NNP", "POS", "JJ", "HYPH") for k in between):
            return beside[0]
    if first.form is Form.NAME and first.sort != "person":
        # *House leader Ada Moss’s office*
        last = own[-1]
        between = range(first.last, last.head)
        if last.form is Form.NOMINAL and last.owner is not None and all(t.pos[k] in _OF_ONE_PHRASE for k in between):
            return last
    if first.form is Form.PRONOUN and first.first > low and first.role != "s":
        return None  # *few of us*
    if first.last + 1 < high and t.pos[first.last] == "POS" and t.lower[first.last + 1] in lex.DOCUMENTS:
        return None  # *the auditor’s report tabled on Monday*, whatever *tabled* is taken for
    if first.form is Form.NAME and first.last < high and t.pos[first.last] in ("NN", "NNS") and first.sort != "person":
        return None  # *RNC members*
    if not _at_the_front(max([low, *(_told_until(m) for m in told if m.about is first)]), first, t):
        return None
    return _name_at_the_end(first, own, high, t) or first


def _told_until(m: Mention) -> int:
    """Where what tells of a name before it ends: right before the name, whatever stands between (*who goes by*)."""
    return m.about.first if m.about is not None and m.about.first > m.first else max(m.last, m.extent)


def with_pairs(found: list[Mention], heads: dict[int, int], t: Tokens) -> dict[int, int]:
    """Adds a mention for each two people whom *and* joins (*Ada Moss and her brother*), whom *they* may mean; gives `heads` with
    the places that its mentions have then."""
    kept = {number: found[i] for number, i in heads.items()}
    by_first = {m.first: m for m in reversed(found) if not m.told}
    known = {m.first for m in found if m.joined}
    pairs: list[Mention] = []
    for m in found:
        if m.sort != "person" or m.told or m.plural or m.joined or m.form is Form.PRONOUN or m.first in known:
            continue
        end = max(m.last, m.extent)
        other = by_first.get(end + 1) if end < len(t) and t.lower[end] in ("and", "&") else None
        if other is None or other.sort != "person" or other.plural or other.form is Form.PRONOUN:
            continue
        if m.form is not Form.NAME and other.form is not Form.NAME and m.definite == "bare":
            continue
        pair = Mention(
            m.first,
            other.last,
            other.head,
            Form.NOMINAL,
            "person",
            ("and",),
            "",
            True,
            "bare",
            m.role,
            extent=other.last,
        )
        pair.joined = (m, other)
        pairs.append(pair)
    if pairs:
        found += pairs
        found.sort(key=lambda m: (m.first, -m.last))
    place = {id(m): i for i, m in enumerate(found)}
    return {number: place[id(m)] for number, m in kept.items()}


_BETWEEN = frozenset({",", "and", "&", "or"})


def _modifies(m: Mention, found: Sequence[Mention], at: int, t: Tokens) -> bool:
    """Whether a name only stands before another's: *GOP* in *GOP nominee Ada Moss*."""
    return m.form is Form.NAME and any(
        other.form is Form.NAME
        and 0 < other.first - m.last <= 3
        and all(t.pos[k] in ("NN", "NNP", "HYPH", "JJ") for k in range(m.last, other.first))
        for other in found[at : at + 24]
    )


def _joined(
    head: Mention, span: Span, found: Sequence[Mention], starts: Sequence[int], made: list[Mention], t: Tokens
) -> Mention | None:
    """All whom a source joins with *and*, as one mention of several."""
    if head.form is Form.PRONOUN or head.told:
        return None
    high = t.range(span)[1]
    parts, end = [head], max(head.last, head.extent)
    at = bisect_left(starts, head.last)
    ands = 0
    for m in found[at : at + 24]:
        if m.first >= high:
            break
        if m.first < end or m.told or m.form is Form.PRONOUN or _modifies(m, found, at, t):
            continue
        between, depth = [], 0
        for k in range(end, _with_told(m, found[at : at + 24], t)):
            depth += (t.words[k] == "(") - (t.words[k - 1] == ")")
            if depth <= 0:
                between.append(t.lower[k])
        if not between or not all(w in _BETWEEN for w in between) or m.sort not in ("person", "organization", "place"):
            break
        ands += "and" in between or "&" in between
        parts.append(m)
        end = max(m.last, m.extent)
    if len(parts) < 2 or not ands:
        return None
    last = parts[-1]
    known = next((m for m in made if m.first == head.first and m.joined), None)
    if known is not None:
        return known
    both = Mention(
        head.first, last.last, last.head, Form.NOMINAL, "person", ("and",), "", True, "bare", "s", extent=end
    )
    both.joined = tuple(parts)
    made.append(both)
    return both


def _name_at_the_end(first: Mention, own: Sequence[Mention], high: int, t: Tokens) -> Mention | None:
    """The name that a long office ends with: *executive director of the Springfield chapter of the Dockers’ Union Ada Moss*."""
    last = own[-1]
    if (
        last is first
        or last.form is not Form.NAME
        or last.sort != "person"
        or first.plural
        or first.form is Form.PRONOUN
    ):
        return None
    if (last.last != high and t.words[last.last] not in ",(") or t.pos[last.first - 1] not in (
        "NN",
        "NNP",
        "NNPS",
        "NNS",
    ):
        return None
    if any(t.words[k] == "," or t.pos[k] in ("CC", "VBD", "VBZ") for k in range(first.last, last.first)):
        return None
    if first.form is Form.NOMINAL and first.sort == "person":
        first.told, first.about = True, last
    return last


LONGEST_OFFICE = 8
"""Words of one phrase that may stand before a name; chosen by hand."""
_OF_AN_OFFICE = frozenset({"NN", "NNP", "JJ", "DT", "POS", "HYPH", "PRP$", "IN", "NNS"})
_OF_ONE_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "DT", "POS", "HYPH", "RP", "VBN", "VBG", "PRP$"})


def _at_the_front(low: int, m: Mention, t: Tokens) -> bool:
    """Whether nothing but what belongs to a phrase stands between the source's first word and the mention."""
    in_full = m.form is Form.NAME and m.first - low <= LONGEST_OFFICE
    firm = m.sort == "organization" and (
        t.lower[m.first - 1] in lex.COMPANY_NOUNS or t.lower[m.first - 1] in lex.BODIES
    )
    in_full = in_full and ((m.sort == "person" and len(m.key) > 1) or firm)
    if in_full and all(t.pos[k] in _OF_ONE_PHRASE or t.words[k] in ".-" for k in range(low, m.first)):
        return True  # *opposition spokesperson Ada Moss*
    behind_comma = (
        m.sort == "person" and len(m.key) > 1 and t.words[m.first - 1] == "," and m.first - low <= LONGEST_OFFICE
    )
    if in_full and behind_comma and all(t.pos[k] in _OF_AN_OFFICE for k in range(low, m.first - 1)):
        return True  # *the roofer, Ada Moss*, whatever a roofer is taken for
    for k in range(low, m.first):
        if t.pos[k] in ("VBD", "VBZ", "VBP", "MD") or (t.pos[k] in ("IN", "TO") and t.lower[k] != "of" and k > low + 1):
            return False
        if t.pos[k] in ("NN", "NNS") and t.lower[k] not in (
            "number",
            "lot",
            "majority",
            "group",
            "handful",
            "dozens",
            "hundreds",
        ):
            return False
    return True


def _antecedent(at: int, found: Sequence[Mention], starts: Sequence[int], t: Tokens) -> Mention | None:
    """What *who* or *which* stands for: the phrase that ends right before."""
    i = bisect_left(starts, at) - 1
    best: Mention | None = None
    place: Mention | None = None
    for m in reversed(found[max(0, i - 12) : i + 1]):
        if t.sentence[m.first] != t.sentence[at]:
            break
        end = max(m.last, m.extent)
        within = place is not None and t.pos[m.last] == "IN" and 0 < place.first - m.last < 3
        if place is not None and within and m.sort == "person" and m.form is Form.NOMINAL:
            return m  # *a woman in Norland who*
        if m.sort == "place" and t.lower[at] == "who" and m.last <= at and at - m.last <= 1:
            place = m
        if (end <= at and at - end <= 1) or (m.last <= at and at - m.last <= 1):
            if m.told and m.about is not None and m.about.form is Form.NAME:
                return m.about
            if best is None or m.first < best.first:
                best = m
    return best


def _with_told(m: Mention, beside: Sequence[Mention], t: Tokens) -> int:
    """Where a name begins with what tells who it is before it: *striker* of *striker Hugh Hill*, *third* of *third Ada Moss*."""
    first = min([m.first, *(x.first for x in beside if x.told and x.about is m and x.last == m.first)])
    if first == m.first and m.form is Form.NAME and m.sort == "person" and t.pos[first - 1] in ("JJ", "NN", "CD"):
        first -= 1
    return first


def _made(span: Span, made: list[Mention], t: Tokens) -> Mention | None:
    """A mention of a source's own words: a name where they are written as one, else a phrase."""
    low, high = t.range(span)
    while low < high and not t.words[low][0].isalnum():
        low += 1
    while high > low and not t.words[high - 1][0].isalnum():
        high -= 1
    if low >= high:
        return None
    for m in made:
        if m.first == low and m.last == high:
            return m
    if t.lower[low] in _NOBODY and high - low <= 2:
        return None
    stop = next((k for k in range(low + 1, high) if t.pos[k] in ("IN", "WP", "WDT", ",") or t.words[k] in ",("), high)
    known = (
        k
        for k in range(low, stop)
        if t.lower[k] in lex.DOCUMENTS or t.lower[k] in lex.ROLES or t.lower[k] in lex.PEOPLE
    )
    head = stop - 1 if t.pos[stop - 1] in ("NNP", "NNPS") else next(known, stop - 1)
    word = t.lower[head]
    tag = t.pos[head]
    sort = t.entity[head] if t.entity[head] in ("person", "organization", "place") else ""
    named = tag in ("NNP", "NNPS") or (
        not tag and all(t.words[k][0].isupper() for k in range(low, stop) if t.words[k].isalpha())
    )
    if named and word not in lex.ROLES:
        key = tuple(lex.plain(t.words[k]) for k in range(low, stop) if t.words[k][0].isalnum() and t.lower[k] != "the")
        m = Mention(low, stop, head, Form.NAME, sort or "person", key or (word,), role="s", extent=high)
    else:
        if not sort:
            sort = "document" if word in lex.DOCUMENTS else "organization" if word in lex.BODIES else "person"
        if not tag and word not in lex.ROLES | lex.PEOPLE | lex.BODIES | lex.ANONYMOUS | lex.DOCUMENTS and head == low:
            return None
        plural = tag == "NNS" or word in lex.PEOPLE or word in ("some", "many", "others", "most", "all", "both", "few")
        opening = t.lower[low]
        definite = "the" if opening == "the" else "a" if opening in ("a", "an", "some", "one", "another") else "bare"
        cut = sort == "document" and head + 1 < high and t.lower[head + 1].endswith("ed")
        end = head + 1 if cut else high  # *the report tabled on Monday*
        m = Mention(low, head + 1, head, Form.NOMINAL, sort, (word,), "", plural, definite, "s", extent=end)
    made.append(m)
    return m
