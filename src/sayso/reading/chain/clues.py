"""The words of a text that show hops and venues, before it is known whose they are."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.chain import audiences, places
from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.behind import interview_after, parenthetical, reported_after
from sayso.reading.chain.carriers import carrier, wrote_on
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.hosts import interviewers
from sayso.reading.chain.mentions import outlets_in
from sayso.reading.chain.names import Named, known_names
from sayso.reading.chain.nouns import sort_of
from sayso.reading.tokens import Tokens

REACH = 9
"""How many words before an outlet's name the word may stand that says what it did (*a statement he gave to the Courier*)."""

_NETWORKS = frozenset({"twitter", "facebook", "instagram", "youtube", "reddit", "tumblr", "x"})
_ASKED = frozenset({",", "when", "if"})
_SHOWING = (
    frozenset(v.VENUES)
    | v.TELL
    | v.CITES
    | v.WRITE
    | audiences.COUNSEL
    | frozenset(
        {"before", "to", "speaking", "answering", "replying", "addressing", "addressed", "x", "media", "reports"}
    )
    | frozenset({"from", "contacted", "reached", "interpreter", "translator", "translated", "translation"})
)
"""The words at which `_of_word` finds anything."""
POLL = 5
"""Words of a poll's name behind the outlet that took it."""


def clues_in(tokens: Tokens) -> tuple[list[Clue], list[Named]]:
    """The clues of a text in order, and the outlets that it names. Linear: each word looks a few words around at most."""
    mentions = outlets_in(tokens)
    names = known_names(tokens, mentions)
    names = sorted([*names, *interviewers(tokens, names)], key=lambda named: named.first)
    out: list[Clue] = []
    taken = 0
    for named in names:
        clue = _of_outlet(tokens, named)
        if clue is not None:
            out.append(clue)
    covered = bytearray(len(tokens))
    for clue in out:
        for i in range(clue.first, clue.last):
            covered[i] = 1
    lower = tokens.lower
    for i, low in enumerate(lower):
        if covered[i] or i < taken or low not in _SHOWING:
            continue
        clue = _of_word(tokens, i, low)
        if clue is not None and clue.sort is Sort.VENUE and clue.trigger == i:
            carried = carrier(tokens, i, clue.first + 1)
            if carried is not None and not any(covered[carried.first : carried.last]):
                clue = replace(clue, sort=Sort.AT, named=carried, last=max(clue.last, carried.last))
        if clue is not None and not any(covered[clue.first : clue.last]):
            out.append(clue)
            taken = clue.last
    out.sort(key=lambda clue: clue.first)
    return out, names


def _of_word(tokens: Tokens, i: int, low: str) -> Clue | None:
    """What a word that is in no outlet's clue shows."""
    lower = tokens.lower
    before = lower[i - 1] if i else ""
    if low in v.VENUES:
        if low in ("evidence", "testimony"):
            return audiences.evidence(tokens, i) or places.venue(tokens, i, v.VENUES[low])
        return places.venue(tokens, i, sort_of(tokens, i)) or audiences.counsel(tokens, i)
    if low in v.TELL:
        return audiences.oath(tokens, i) or audiences.told(tokens, i)
    if low == "before" or (low == "to" and before in v.TESTIFY):
        return audiences.oath(tokens, i)
    if low in ("speaking", "answering", "replying"):
        return audiences.speaking(tokens, i)
    if low in ("addressing", "addressed"):
        return audiences.told(tokens, i)
    if low in v.CITES:
        return places.cited(tokens, i)
    if tokens.words[i] == "X" or (low == "media" and before == "social"):
        return places.on_a_network(tokens, i)
    if low in ("reports", "media") and i:
        return places.nameless_reports(tokens, i)
    if low in v.WRITE:
        if lower[i + 1 : i + 3] == ["to", "this"] and lower[i + 3 : i + 4] in (["newspaper"], ["paper"], ["magazine"]):
            return Clue(Sort.VENUE, i, i + 4, i, None, "letter")
        site = wrote_on(tokens, i)
        return None if site is None or lower[site.first] in _NETWORKS else Clue(Sort.AT, i, site.last, i, site)
    if low in audiences.COUNSEL:
        return audiences.counsel(tokens, i)
    if low == "from":
        return audiences.speaking_from(tokens, i)
    if low in ("contacted", "reached"):
        return audiences.contacted(tokens, i)
    if low in ("interpreter", "translator", "translated", "translation"):
        return places.translated(tokens, i)
    return None


def leads_to(tokens: Tokens, names: list[Named]) -> dict[int, Named]:
    """Paragraphs that an outlet's words fill, by number: the one before ends *via the Courier:* or *the Courier reports:*."""
    out: dict[int, Named] = {}
    for named in names:
        paragraph = tokens.paragraph[named.first]
        if _heads(tokens, named):
            out[paragraph + 1] = named
            continue
        at = named.last
        while (
            at < len(tokens)
            and at < named.last + 4
            and (tokens.lower[at] in v.SAYS or tokens.lower[at] in v.LINK_VERBS)
        ):
            at += 1
        if at < len(tokens) and tokens.words[at] == ")":
            at += 1  # *(via the Courier):*
        if at + 1 >= len(tokens) or tokens.words[at] != ":" or tokens.paragraph[at + 1] == paragraph:
            continue
        if tokens.paragraph[at] == paragraph and not named.network:
            word = tokens.lower[named.first - 1] if named.first else ""
            if (
                at > named.last
                or word in ("via", "from", "to", "in", "at", "per", "by")
                or tokens.paragraph[named.first - 1] != paragraph
            ):
                out[tokens.paragraph[at + 1]] = named
    return out


def _heads(tokens: Tokens, named: Named) -> bool:
    """Whether a paragraph ends in a sentence with an outlet as its subject and a colon: *The Courier has a grim account:*."""
    low, high = tokens.sentences[tokens.sentence[named.first]]
    if named.network or named.person or named.described or named.programme or tokens.words[high - 1] != ":":
        return False
    if high >= len(tokens) or tokens.paragraph[high] != tokens.paragraph[named.first] + 1:
        return False
    if named.first - low > (2 if tokens.lower[low] in ("over", "here", "from", "via", "more") else 1):
        return False
    words = set(tokens.lower[named.last : high])
    return not (words & (v.TELL | v.ASKS) or '"' in words or "“" in words)


def _of_outlet(tokens: Tokens, named: Named) -> Clue | None:
    """What an outlet does where it is named: by the word before it, the words before that, and the word after it."""
    lower = tokens.lower
    first, last = named.first, named.last
    sentence = tokens.sentence[first]
    low = tokens.sentences[sentence][0]
    at = _before(tokens, first, low)
    word = lower[at] if at >= low else ""
    back = lower[max(low, at - REACH) : at] if at >= low else []
    if named.network:
        took = word == "to" and at > low and lower[at - 1] in ("took", "takes", "taking", "turned")
        if (word in ("on", "via") or took) and first - at <= 1 and places.ends_there(tokens, last):
            return Clue(Sort.VENUE, at, last, at, None, "post")
        return None
    if _polls(tokens, last):
        return None
    after = reported_after(tokens, last)
    made = _by_word(tokens, named, word, at, back, low)
    if made is not None:
        return made
    interviewer = bool(named.person) and not named.parts
    if interviewer and after:
        return None
    quoted = last
    while quoted < min(len(lower), last + 3) and lower[quoted] in v.LINK_VERBS:
        quoted += 1  # *the Courier had also quoted*
    if quoted < len(lower) and lower[quoted] in v.QUOTED and places.quotes_as_saying(tokens, quoted):
        return Clue(Sort.BY, first, last, first, named)
    if last < len(lower) and lower[last] in v.SHOWED and at > low:
        noun = at - 1 if word in ("that", "which") else at
        if lower[noun] in v.INTERVIEW or lower[noun] in v.WRITTEN_THERE:
            start, venue = _noun_phrase(tokens, noun, low)
            return Clue(Sort.AT, start, last, noun, named, venue)
    if after and parenthetical(tokens, after) and word not in ("of", "from", "at", "for", "in", "on", "with", "than"):
        return Clue(Sort.BY, first, after, first, named)
    noun = interview_after(tokens, last)
    if noun and named.described:
        return None  # *a national television interview* says how, and not by whom
    if noun:
        start = first
        while start > low and lower[start - 1] not in v.INTO and first - start < 5 and lower[start - 1] not in v.STOPS:
            start -= 1
        if start > low and lower[start - 1] in v.INTO:
            if lower[noun - 1] in v.PRINTED and lower[start] not in v.DETERMINERS:
                return None
            return Clue(Sort.AT, start, noun, start, named, v.VENUES.get(lower[noun - 1], "interview"))
        if lower[noun - 1] in v.PRINTED:
            return None
        return Clue(Sort.AT, first, noun, first, named, "interview", loose=True)
    return None


def _polls(tokens: Tokens, last: int) -> bool:
    """Whether an outlet's name is part of a poll's: *a new Courier/Harbour poll*."""
    for at in range(last, min(last + POLL, len(tokens))):
        if tokens.lower[at] in ("poll", "polls", "survey"):
            return True
        if not (
            tokens.words[at][0].isupper() or tokens.lower[at] in ("/", "-", "national", "news", "tracking", "exit")
        ):
            return False
    return False


def _by_word(tokens: Tokens, named: Named, word: str, at: int, back: list[str], low: int) -> Clue | None:
    """What the word before an outlet's name makes of it."""
    lower, first, last = tokens.lower, named.first, named.last
    if word in v.TELL or (word in v.TELL_OUTLET and not named.described):
        return Clue(Sort.TO, at, last, at, named)
    if word == "to":
        if back and back[-1] == "according":
            return Clue(Sort.BY, at - 1, last, at - 1, named)
        if back and back[-1] == "tip":
            return Clue(Sort.BY, at - 2, last, at, named)
        for k in range(1, len(back) + 1):
            if back[-k] in v.STOPS or back[-k] in v.MODALS:
                break
            if back[-k] in v.SENT:
                if (
                    not places.ends_there(tokens, last)
                    and lower[last] not in v.ROLES
                    and lower[last] not in ("’s", "'s")
                ):
                    return None  # *spoke to the CNN debate*
                start, venue = _noun_phrase(tokens, at - k, low)
                if lower[at - k - 1] in ("’s", "'s"):
                    return None  # *referred to the minister's comments to the Courier*
                venue = "interview" if venue == "speech" else venue
                return Clue(Sort.TO, start, last, at - k, named, venue, named.described and k > 3)
        return None
    if word in ("citing", "via", "per", "quoting"):
        return Clue(Sort.BY, at, last, at, named, note="via" if word == "via" else "")
    if word == "t" and back[-2:] == ["h", "/"]:
        return Clue(Sort.BY, at - 2, last, at, named)
    if word in ("with", "by", "on", "for", "in", "from", "of", "at"):
        return _by_preposition(tokens, named, word, at, low)
    if word == "during" and named.programme:
        return Clue(Sort.AT, at, last, at, named, "programme")
    if word == ":" and (back[-3:] == ["h", "/", "t"] or back[-2:] == ["hat", "tip"]):
        return Clue(Sort.BY, at, last, at, named)
    if word == "asked" and lower[first - 1] not in v.STOPS:
        return None
    return None


def _by_preposition(tokens: Tokens, named: Named, word: str, at: int, low: int) -> Clue | None:
    lower, last = tokens.lower, named.last
    if word in ("on", "in", "from", "by", "at") and at > low and lower[at - 1] in v.PIECES:
        start = at - 1
        while start > max(low, at - 6) and lower[start] not in ("to", "in", "by"):
            start -= 1
        if lower[start - 1 : start + 1] == ["according", "to"]:
            return Clue(Sort.BY, start - 1, last, start - 1, named)
        aired = word == "on" and named.on_air and lower[at - 1] in v.SHOWN
        if word in ("on", "from") and not aired:
            return None
    for k in range(at - 1, max(low, at - REACH) - 1, -1):
        trigger = lower[k]
        if trigger in v.STOPS and trigger not in ("“", '"', "”"):
            break
        if trigger == "ed" and lower[k - 1] != "-":
            continue
        if word == "by":
            if trigger in v.PASSED_BY and at - k <= 4:
                if "will" in lower[max(low, k - 3) : k]:
                    return None
                own = _own_piece(tokens, named, k, low)
                if own is not None:
                    return own
                return Clue(Sort.BY, k - 1 if k > low and lower[k - 1] == "first" else k, last, k, named)
            if trigger in v.ASKED_BY and at - k <= 3:
                venue = "interview" if trigger in v.INTERVIEWED_BY else None
                if venue is None and named.person:
                    return None  # who asks at a briefing is one of many
                return Clue(Sort.AT, k, last, k, named, venue, loose=k > low and lower[k - 1] not in _ASKED)
        if word == "from" and trigger in v.QUESTIONS and "to" in lower[max(low, k - 3) : k]:
            return Clue(Sort.AT, k, last, k, named)
        if word == "with" and trigger == "shared":
            return Clue(Sort.BY, k, last, k, named)
        shown = word in ("on", "for") and named.on_air and trigger in v.SHOWN
        if shown or (word in ("with", "on", "for", "from", "of", "in", "at") and trigger in v.INTERVIEW):
            start, venue = _noun_phrase(tokens, k, low)
            into = start > low and lower[start - 1] in v.INTO
            if shown and not (into and lower[start] in v.DETERMINERS):
                break
            return Clue(Sort.AT, start, last, k, named, venue or "interview", loose=not into)
        if word == "with" and trigger in v.MEETING:
            return Clue(Sort.AT, k, last, k, named, "interview", loose=trigger not in ("speaking", "talking"))
        if word in ("in", "for", "on", "at") and not named.on_air:
            if word == "for" and trigger in v.REPORT and at - k == 1:
                return Clue(Sort.AT, k, last, k, named)
            own = _own_piece(tokens, named, k, low) if trigger in v.RELAYED_IN and at - k <= 3 else None
            if own is not None:
                return own
            if trigger in v.RELAYED_IN and at - k <= 3:
                if k > low and lower[k - 1] in v.PRINTED:
                    start, venue = _noun_phrase(tokens, k - 1, low)
                    return Clue(Sort.AT, start, last, k - 1, named, venue)
                return Clue(Sort.BY, k, last, k, named)
            if trigger in v.PUBLISHED_IN:
                start, venue = _noun_phrase(tokens, k, low)
                return Clue(Sort.AT, start, last, k, named, venue)
    return _placed_at(tokens, named, word, at, low)


def _own_piece(tokens: Tokens, named: Named, k: int, low: int) -> Clue | None:
    """*An interview published on Sunday in the Courier*, *an op-ed carried by the Courier*: word `k` is the verb behind
    the noun of what the speaker gave or wrote there."""
    noun = tokens.lower[k - 1] if k > low else ""
    if noun not in v.INTERVIEW and noun not in v.WRITTEN_THERE and noun != "ed":
        return None
    start, venue = _noun_phrase(tokens, k - 1, low)
    return Clue(Sort.AT, start, named.last, k - 1, named, venue)


def _placed_at(tokens: Tokens, named: Named, word: str, at: int, low: int) -> Clue | None:
    """*said Sunday on Fox News*, *said in the Courier*: the place right behind the words of saying."""
    lower, last = tokens.lower, named.last
    if word == "on" and named.on_air and (named.programme or places.ends_there(tokens, last)):
        near = named.first - at <= 3 or lower[at + 1] in v.TIMES or lower[at + 1] in v.PERIODS or lower[at + 1] == "the"
        if near and not places.of_a_thing(tokens, at, low):
            return Clue(Sort.AT, at, last, at, named, "programme" if named.programme else "broadcast")
    printed = word == "in" and not named.on_air and not named.described
    if printed and at > low and lower[at - 1] in v.SAYING and places.ends_there(tokens, last):
        return Clue(Sort.AT, at, last, at, named)
    return None


def _before(tokens: Tokens, first: int, low: int) -> int:
    """The word before an outlet's name that says what it did, past articles, journalists' roles and the day of a broadcast."""
    lower = tokens.lower
    at = first - 1
    while at >= low and (
        lower[at] in ("the", "a", "an", "“", '"', "'", "‘", "’", "both", "also", "some", "several", "two")
        or lower[at] in v.ROLES
        or lower[at] in v.LOCAL
    ):
        at -= 1
    if at > low and lower[at] in ("’s", "'s") and tokens.name[at - 1].endswith("LOCATION"):
        at -= 2  # *told Coastland's Harbour Radio*
    start = at
    if start > low and lower[start] == "of" and lower[start - 1] in v.EDITIONS:
        start -= 2
        while start >= low and lower[start] in ("the", "this", "a", "an", "recent"):
            start -= 1
    if start > low and lower[start] in ("’s", "'s", "’"):
        day = start - 1
        while day > low and (lower[day] in v.TIMES or lower[day] in v.PERIODS):
            day -= 1
        if day < start - 1:
            return day
    return start


def _noun_phrase(tokens: Tokens, i: int, low: int) -> tuple[int, str | None]:
    """Where the noun phrase with the noun `i` begins, and the sort of venue that it is; the word itself where it is a verb."""
    lower = tokens.lower
    venue = v.VENUES.get(lower[i]) or ("interview" if lower[i] in ("conversation", "discussion", "chat") else None)
    if venue is None:
        return i, None
    start = i
    while start > low and i - start < 7:
        before = lower[start - 1]
        if before in v.INTO or before in v.STOPS or before in v.SAYING or before in ("that", "and", "of", "with", "to"):
            break
        start -= 1
        if before in v.DETERMINERS or before in ("’s", "'s"):
            if start > low and before not in ("’s", "'s") and lower[start - 1] in v.DETERMINERS:
                start -= 1  # *a recent interview*
            break
    return start, venue
