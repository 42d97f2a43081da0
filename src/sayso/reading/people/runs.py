"""The names of a text as the tagger marks them, mended where their words show better what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.people import lexicon as lex
from sayso.reading.tokens import Tokens

_PROPER = frozenset({"NNP", "NNPS"})
_QUOTES = frozenset("\"'‘’“”")
_THINGS = frozenset({"abstract", "event", "object", "substance", "time"})
_SORTS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "misc"}


@dataclass(slots=True)
class Run:
    """A name: words `first` to `last`, its sort, and the words of a nickname within it."""

    first: int
    last: int
    sort: str
    nickname: tuple[int, int] | None = None


def names_in(t: Tokens) -> list[Run]:
    """The runs of words tagged as names; a nickname in quotation marks joins the names around it."""
    runs: list[Run] = []
    i, count = 0, len(t)
    while i < count:
        tag = t.name[i]
        if tag == "O" or not tag:
            i += 1
            continue
        sort = tag[2:]
        j = i + 1
        while j < count and t.name[j] == "I-" + sort and t.sentence[j] == t.sentence[i]:
            j += 1
        while (
            sort == "PERSON" and j + 1 < count and t.words[j] in "-‐‑" and _joins(t, j) and t.words[j + 1][0].isupper()
        ):
            j += 2
        while sort == "PERSON" and j < count and (_is_ending(t, j) or _is_generation(t, j)):
            j += 1
        if sort == "PERSON" and j < count and t.words[j - 1] in "-‐‑" and _joins(t, j - 1) and t.words[j][0].isupper():
            j += 1
        low, high = i, j
        while low < high and _is_no_start(t, low):
            low += 1
        while high > low and _is_no_end(t, high - 1):
            high -= 1
        while (
            sort == "ORGANIZATION"
            and high - low > 1
            and t.lower[high - 1] in lex.ROLES
            and t.entity[high - 1] == "person"
        ):
            high -= 1  # *EGB Director*: a body and an office
        while low > 1 and low < high and _is_letter_before(t, low):
            low -= 2
        if sort == "PERSON":
            low = _behind_place(t, low, high)
            low = _with_first_name(t, low, high)
            high = _with_surname(t, low, high)
        elif _is_surname(t, low, high):
            low, sort = low - 1, "PERSON"
        if high - low == 1 and t.lower[low] in lex.ENDINGS:
            high = low
        if sort in ("ORGANIZATION", "MISC") and high - low > 2 and _ends_with_person(t, high):
            runs.append(Run(low, high - 2, _sort_of_name(t, low, high - 2, _SORTS[sort])))
            low, sort = high - 2, "PERSON"
        split = _genitive(t, low, high) if sort == "MISC" else 0
        if split:
            runs.append(Run(low, split, "person"))
            low = split + 1
        if low < high:
            runs.append(Run(low, high, _sort_of_name(t, low, high, _SORTS.get(sort, "misc"))))
        i = j
    runs += [*_surnames_alone(runs, t), *_plural_names(runs, t)]
    runs.sort(key=lambda run: run.first)
    return _joined(_whole_bodies(runs, t), t)


_SAYING = frozenset(
    {
        "said", "says", "told", "tells", "insisted", "insists", "denied", "denies", "replied", "replies", "added", "adds",
        "admitted", "admits", "argued", "argues", "claimed", "claims", "joked", "jokes", "wrote", "writes", "tweeted", "tweets",
        "vowed", "vows", "promised", "promises", "accused", "accuses",
    }
)  # fmt: skip
"""Words behind which what reads as a plural of things is somebody's name."""
_SPEAKING_THINGS = frozenset(
    {
        "signs", "labels", "banners", "headlines", "messages", "posters", "placards", "instructions", "leaflets", "stickers",
        "captions", "slogans", "rumours", "rumors", "polls", "numbers", "markets", "things", "tests", "courts", "cables",
    }
)  # fmt: skip


def _plural_names(runs: Sequence[Run], t: Tokens) -> list[Run]:
    """Surnames that read as plurals where a sentence begins (*Locks said*): of things, which say nothing, or with a *he* of an
    office behind them (*Sellers, the mayor,*)."""
    taken = {run.first for run in runs}
    out = []
    for first, last in t.sentences:
        if (
            first in taken
            or t.pos[first] not in ("NNS", "NNPS")
            or first + 2 >= last
            or not t.words[first][0].isupper()
        ):
            continue
        word = t.lower[first]
        things = t.entity[first] in ("object", "plant", "animal", "substance", "place", "abstract", "")
        known = word in lex.PEOPLE or word in lex.DOCUMENTS or word in lex.ANONYMOUS or word in _SPEAKING_THINGS
        says = things and not known and t.lower[first + 1] in _SAYING
        if says or (t.words[first + 1] == "," and t.pos[first + 2] == "DT" and _is_office_of_one(first + 3, last, t)):
            out.append(Run(first, first + 1, "person"))
    return out


def _is_office_of_one(at: int, last: int, t: Tokens) -> bool:
    """Whether an office of one person and a comma follow."""
    while at < last - 1 and t.pos[at] in ("JJ", "NN", "NNP") and t.words[at + 1] != ",":
        at += 1
    return at < last - 1 and t.pos[at] in ("NN", "NNP") and t.lower[at] in lex.ROLES and t.words[at + 1] == ","


def _surnames_alone(runs: Sequence[Run], t: Tokens) -> list[Run]:
    """Surnames of those named in full that the tagger takes for common words where they stand alone: *Banks said*."""
    full = [run for run in runs if run.sort == "person" and run.last - run.first > 1]
    surnames = {t.words[run.last - 1] for run in full if t.words[run.last - 1].isalpha()}
    if not surnames:
        return []
    taken = {k for run in runs for k in range(run.first, run.last)}
    out = []
    for at, word in enumerate(t.words):
        if word in surnames and at not in taken and word[0].isupper() and at + 1 < len(t):
            behind = t.words[at - 1] if at else "."
            alone = t.pos[at - 1] not in ("NNP", "DT", "JJ", "NNPS", "PRP$") if at else True
            if alone and behind != "-" and (t.pos[at + 1] in ("VBD", "VBZ", "MD", "POS") or t.words[at + 1] == ","):
                out.append(Run(at, at + 1, "person"))
    return out


def _whole_bodies(runs: list[Run], t: Tokens) -> list[Run]:
    """The runs with what belongs to a body's name beside them: *Relics* behind *English*, *the Bakers’* before *Union*; and
    the name that is set between commas behind a common noun for a body, of words in capitals (*a charity, Roofs for All,*)."""
    out: list[Run] = []
    for run in sorted([*runs, *_between_commas(runs, t)], key=lambda run: run.first):
        after = run.last
        if (
            after < len(t)
            and t.lower[run.first] in ("right", "very", "most")
            and t.lower[after] in ("rev", "reverend", "hon")
        ):
            continue  # *the Right Rev*
        same = after < len(t) and t.sentence[after] == t.sentence[run.first]
        if run.sort == "misc" and same and t.pos[after] in _PROPER and t.name[after] in ("O", ""):
            if t.entity[after] == "organization" and not t.pos[run.first].startswith("J"):
                run = Run(run.first, after + 1, "organization")
        elif run.sort == "organization" and t.lower[run.first] in lex.BODIES and run.first > 1:
            owner = run.first - 2
            saint = bool(out) and out[-1].last == run.first - 1 and t.lower[out[-1].first] in ("st", "saint", "all")
            if t.pos[run.first - 1] == "POS" and t.pos[owner] in ("NNPS", "NNP"):
                if saint:
                    run = Run(out.pop().first, run.last, "organization")  # *St Ada’s Hospital*
                elif t.name[owner] in ("O", ""):
                    run = Run(owner, run.last, "organization")
        before = out[-1] if out else None
        beside = before is not None and before.sort == "organization" and before.last == run.first - 1
        if before is not None and beside and t.words[before.last] == "&" and run.last - run.first == 1:
            before.last = run.last  # *Moss & Hill*
            continue
        out.append(run)
    return out


LONGEST_BODY = 6
"""Words of a name between commas behind a common noun for a body; chosen by hand."""


def _between_commas(runs: Sequence[Run], t: Tokens) -> list[Run]:
    """Names that the tagger does not see: *a charity, Roofs for All, said*."""
    out = []
    taken = {k for run in runs for k in range(run.first, run.last)}
    for at, word in enumerate(t.words):
        if word != "," or not at or t.lower[at - 1] not in lex.BODIES or at + 2 >= len(t):
            continue
        end = at + 1
        while end < len(t) and end - at <= LONGEST_BODY and (t.words[end][0].isupper() or t.lower[end] in lex.SMALL):
            end += 1
        long = end - at > 2 and t.words[at + 1][0].isupper() and t.words[end - 1][0].isupper()
        if long and end < len(t) and t.words[end] == "," and taken.isdisjoint(range(at + 1, end)):
            out.append(Run(at + 1, end, "organization"))
    return out


def _with_first_name(t: Tokens, first: int, last: int) -> int:
    """Where a name begins whose first word the tagger leaves out behind an office: *farmer Ram Dulari Nishad*."""
    at = first - 1
    if at < 1 or t.sentence[at - 1] != t.sentence[first] or t.pos[at] != "NNP" or t.name[at] not in ("O", ""):
        return first
    word = t.lower[at]
    office = t.lower[at - 1] in lex.ROLES and t.pos[at - 1] == "NN"
    lists = (lex.ROLES, lex.TITLES, lex.BODIES, lex.NATIONALITIES, lex.COMPANY_NOUNS)
    short = (
        last - first < 3 and len(word) > 2 and not t.words[at].isupper() and not any(word in words for words in lists)
    )
    known = lex.plain(word) in lex.FIRST_NAMES or (short and t.words[at - 1].islower())
    titled = t.pos[at - 1] == "NNP" and t.lower[at - 1] in lex.TITLES and lex.plain(word) in lex.FIRST_NAMES
    return at if ((office and known) or titled) and t.entity[at] == "person" else first


def _with_surname(t: Tokens, first: int, last: int) -> int:
    """The end of a first name that stands alone, with the surname that the tagger leaves out: *Mayor Irene Fast*."""
    alone = last - first == 1 and last < len(t)
    alone = alone and (lex.plain(t.words[first]) in lex.FIRST_NAMES or t.entity[first] == t.entity[last] == "person")
    if not alone or t.sentence[last] != t.sentence[first] or t.pos[last] != "NNP" or t.name[last] not in ("O", ""):
        return last
    word = t.lower[last]
    office = word in lex.ROLES or word in lex.TITLES or word in lex.TIMES or word in lex.BODIES
    return last if office or not t.words[last][0].isupper() or not word.isalpha() else last + 1


def _is_surname(t: Tokens, first: int, last: int) -> bool:
    """Whether one word that is no person's name by the tagger is the surname behind a first name: *spokeswoman Ines Carvalho*."""
    before = first - 1
    if last - first != 1 or first < 2 or t.entity[first] != "person" or t.sentence[before] != t.sentence[first]:
        return False
    given = t.pos[before] == "NNP" and t.name[before] in ("O", "") and lex.plain(t.words[before]) not in lex.TITLES
    known = lex.plain(t.words[before]) in lex.FIRST_NAMES and lex.plain(t.words[before]) not in lex.PLACES
    return given and t.words[before].isalpha() and (known or t.lower[first - 2] in lex.ROLES)


def _ends_with_person(t: Tokens, last: int) -> bool:
    """Whether the last two words of a body's name are somebody's: *the Elmbridge Harbour Whip Ada Moss*."""
    first = last - 2
    people = t.entity[first] == t.entity[first + 1] == "person" and t.entity[first - 1] != "person"
    known = lex.plain(t.words[first]) in lex.FIRST_NAMES and lex.plain(t.words[first]) not in lex.PLACES
    known = known or t.lower[first - 1] in lex.ROLES or t.lower[first - 1] in lex.TITLES
    return people and known and lex.plain(t.words[first + 1]) not in lex.BODIES


def _is_ending(t: Tokens, at: int) -> bool:
    """Whether a word belongs to the name before it, which the tagger leaves out: *Jr*, *III*."""
    same = at > 0 and t.sentence[at] == t.sentence[at - 1]
    return same and t.lower[at] in lex.ENDINGS and t.words[at][0].isupper() and t.name[at] in ("O", "")


def _is_generation(t: Tokens, at: int) -> bool:
    """Whether *junior* or *senior* is part of the name before it: *Rab junior said*."""
    ends = at + 1 >= len(t) or t.words[at + 1] in (",", ".", ")") or t.pos[at + 1] in ("VBD", "VBZ", "POS")
    return t.lower[at] in ("junior", "senior") and ends and t.sentence[at] == t.sentence[at - 1]


def _is_letter_before(t: Tokens, at: int) -> bool:
    """Whether a capital and a full stop stand right before a capital of a name: the *E.* of *E.U.*"""
    letters = len(t.words[at]) == len(t.words[at - 2]) == 1 and t.words[at].isupper() and t.words[at - 2].isupper()
    return letters and t.words[at - 1] == "." and t.start[at] == t.end[at - 2] + 1 and t.name[at - 2] in ("O", "")


def _behind_place(t: Tokens, first: int, last: int) -> int:
    """Where a person's name of two words begins in one that has a place's before it: *ambassador to Norland Ada Moss*."""
    if last - first > 2 and first and t.lower[first - 1] == "of":
        words = [lex.plain(t.words[k]) for k in (first, first + 1)]
        if words[1] in lex.FIRST_NAMES and words[0] not in lex.FIRST_NAMES and words[0][0].isalpha():
            return first + 1  # *secretary of agriculture Ada Moss*
    for k in range(last - 3, first - 1, -1):
        if t.entity[k] == "place":
            return k + 1 if all(t.entity[j] == "person" for j in range(k + 1, last)) else first
    return first


def _genitive(t: Tokens, first: int, last: int) -> int:
    """Where the genitive of a person's name stands in the name of a work (*Ada Moss’s Harbour Nights*), 0 for none."""
    for k in range(first + 1, last):
        if t.pos[k] == "POS":
            people = all(t.entity[j] == "person" and t.pos[j] in _PROPER for j in range(first, k))
            return k if people else 0
    return 0


def _is_no_start(t: Tokens, at: int) -> bool:
    return t.lower[at] in ("the", "'s", "’s", "of", "and", ".") or t.words[at] in _QUOTES


def _is_no_end(t: Tokens, at: int) -> bool:
    return t.lower[at] in ("'s", "’s", ",", "of", "and", "the", "&") or t.words[at] in _QUOTES


def _joins(t: Tokens, at: int) -> bool:
    """Whether a hyphen stands between two words without a space: *Moss-Hill*."""
    return t.start[at] == t.end[at - 1] and t.start[at + 1] == t.end[at]


def _sort_of_name(t: Tokens, first: int, last: int, tagged: str) -> str:
    """What a name names, where its words show it better than the tagger's sort: a first name, a body's last word."""
    words = [lex.plain(t.words[k]) for k in range(first, last)]
    head = words[-1]
    if head in lex.BODIES or head in lex.OUTLET_NAMES:
        return "organization" if last - first > 1 and t.entity[last - 1] == "organization" else tagged
    if tagged == "organization" and _is_place(t, first, last):
        return "place"
    if tagged == "place" and _in_capitals(t, first, last):
        return "organization"
    thing = tagged == "organization" and t.entity[last - 1] in _THINGS
    otherwise = "misc" if thing and not lex.is_outlet(t.text[t.start[first] : t.end[last - 1]]) else tagged
    if tagged == "misc":
        return _misc(t, first, last, words)
    if tagged == "person" and first and t.lower[first - 1] in lex.COMPANY_NOUNS and t.words[first - 1].islower():
        return "organization"  # *the shipbuilder Hallam Clyde*
    if tagged == "place" and words[0] in lex.FIRST_NAMES and 2 <= last - first <= 3 and _age_behind(t, last):
        return "person"  # *Georgia England, 24, said*
    if tagged == "person" or not 2 <= last - first <= 4 or not all(w[0].isalpha() for w in words):
        return otherwise
    if any(w in lex.SMALL for w in words):
        return otherwise
    first_name = (words[0] in lex.WOMEN or words[0] in lex.MEN) and words[0] not in lex.PLACES
    first_name = first_name and not t.entity[first] == t.entity[last - 1] == "organization"
    if first_name or (tagged == "organization" and t.entity[first] == t.entity[last - 1] == "person"):
        return "person"
    return otherwise


def _age_behind(t: Tokens, at: int) -> bool:
    """Whether a comma and an age follow."""
    return at + 2 < len(t) and t.words[at] == "," and t.words[at + 1].isdigit() and t.words[at + 2] in (",", ".")


def _is_place(t: Tokens, first: int, last: int) -> bool:
    """Whether one word that is taken for a body's name is a place's: *a flight from Norland*."""
    return last - first == 1 and t.entity[first] == "place" and lex.plain(t.words[first]) not in lex.BODIES


def _in_capitals(t: Tokens, first: int, last: int) -> bool:
    """Whether a name is a body's letters: *EGB*."""
    word = t.words[first]
    return last - first == 1 and t.entity[first] == "organization" and word.isupper() and len(word) > 2


def _misc(t: Tokens, first: int, last: int, words: list[str]) -> str:
    """What a name of the tagger's last sort names after all: a body where it says so of letters in capitals, a person where it
    does of every word."""
    if _in_capitals(t, first, last):
        return "organization"
    people = all(t.entity[k] == "person" and t.pos[k] == "NNP" for k in range(first, last))
    known = words[0] in lex.FIRST_NAMES and words[0] not in lex.PLACES
    return "person" if people and (last - first > 1 or known) else "misc"


def _joined(runs: list[Run], t: Tokens) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        # quotation marks inside one run: Ada ‘Red’ Moss
        marks = [k for k in range(run.first, run.last) if t.words[k] in _QUOTES]
        if len(marks) == 2 and run.sort == "person" and marks[1] - marks[0] > 1:
            run.nickname = (marks[0] + 1, marks[1])
        before = out[-1] if out else None
        if before is not None and before.sort == "person" and t.sentence[before.first] == t.sentence[run.first]:
            gap = range(before.last, run.first)
            words = [t.words[k] for k in gap]
            if run.sort == "person" and (not words or (words == ["."] and len(t.words[before.last - 1]) <= 2)):
                before.last = run.last
                continue
            if (
                run.sort == "person"
                and len(gap) <= 6
                and len(words) >= 3
                and words[0] in _QUOTES
                and words[-1] in _QUOTES
            ):
                before.nickname = (gap[0] + 1, gap[-1])
                before.last = run.last
                continue
            if len(words) == 1 and words[0] in _QUOTES and run.last + 1 < len(t) and t.words[run.last] in _QUOTES:
                after = run.last + 1
                if t.pos[after] in _PROPER and t.words[after][:1].isupper():
                    before.nickname = (run.first, run.last)
                    before.last = after + 1
                    continue
        out.append(run)
    return [run for k, run in enumerate(out) if k == 0 or run.first >= out[k - 1].last]
