"""The mentions of a text: names, noun phrases that name somebody, and pronouns; one pass over the words."""

from __future__ import annotations

from sayso.reading.people import lexicon as lex
from sayso.reading.people.clauses import FINITE, role, role_of_pronoun
from sayso.reading.people.coded import with_codes
from sayso.reading.people.extents import extend, titles_in_quotes
from sayso.reading.people.mention import Form, Mention
from sayso.reading.people.nominals import nominal
from sayso.reading.people.runs import Run, names_in
from sayso.reading.tokens import Tokens

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PROPER = frozenset({"NNP", "NNPS"})
_OPENS = _NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "WP$"}
_STAYS = _OPENS | {"VBN", "VBG", "HYPH", "AFX", "RBS", "FW", "ADD", "SYM"}
_QUOTES = frozenset("\"'‘’“”")

_PRONOUNS: dict[str, tuple[str, bool | None, str]] = {
    # gender, plural, which person: 1, 2, 3
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("", False, "1")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("", True, "1")),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), ("", None, "2")),
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False, "3")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False, "3")),
    **dict.fromkeys(("it", "its", "itself"), ("n", False, "3")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself", "em", "'em", "’em"), ("", True, "3")),
}


_HYPHENED = frozenset({"of", "in", "up", "at", "to", "the"})
"""Small words within one that has hyphens: *mother-of-three*."""


def mentions(tokens: Tokens) -> list[Mention]:
    """All mentions in order of their first word, the longer first. Empty of names and phrases where the words have no tags."""
    runs = with_codes(names_in(tokens), tokens)
    found = _phrases(tokens, runs)
    lower, name = tokens.lower, tokens.pos
    for i, word in enumerate(lower):
        let_us = word in ("'s", "’s") and i > 0 and lower[i - 1] == "let"
        word = "us" if let_us else word
        known = _PRONOUNS.get(word)
        if known is None or (name[i] not in ("PRP", "PRP$", "") and not let_us):
            continue
        if word in ("us", "it") and tokens.words[i].isupper():
            continue
        gender, plural, _ = known
        found.append(Mention(i, i + 1, i, Form.PRONOUN, "", (word,), gender, plural, role=role_of_pronoun(tokens, i)))
    titles_in_quotes(tokens, found)
    found += _years_old(tokens, {m.first for m in found})
    found.sort(key=lambda m: (m.first, -m.last))
    return found


def _years_old(t: Tokens, known: set[int]) -> list[Mention]:
    """*The 44-year-old* without a noun behind it."""
    out = []
    for i, word in enumerate(t.lower):
        if word != "old" or i < 5 or t.lower[i - 2] != "year" or t.words[i - 1] not in "-‐‑" or t.lower[i - 5] != "the":
            continue
        if i + 1 < len(t) and t.sentence[i + 1] == t.sentence[i] and t.pos[i + 1] in _OPENS:
            continue
        if i - 5 not in known:
            made = Mention(i - 5, i + 1, i, Form.NOMINAL, "person", ("old",), "", False, "the", role(t, i - 5, i + 1))
            made.modifiers, made.extent, made.age = frozenset((t.lower[i - 4], "year")), i + 1, t.lower[i - 4]
            out.append(made)
    return out


def grammatical_person(mention: Mention) -> str:
    """`1`, `2` or `3` for a pronoun."""
    return _PRONOUNS[mention.key[0]][2]


def _phrases(t: Tokens, runs: list[Run]) -> list[Mention]:
    """Noun phrases by their tags, and the names within them."""
    inside: dict[int, Run] = {}
    for run in runs:
        for k in range(run.first, run.last):
            inside[k] = run
    out: list[Mention] = []
    pos, words, lower, sentence = t.pos, t.words, t.lower, t.sentence
    begin = -1
    has_noun = False
    owner: Mention | None = None
    ends: dict[int, int] = {}
    count = len(t)
    for i in range(count + 1):
        tag = pos[i] if i < count else ""
        same = i < count and (begin < 0 or sentence[i] == sentence[begin])
        if begin >= 0:
            within = inside.get(i)
            goes_on = same and (
                (within is not None and within.first < i)
                or (
                    tag in _STAYS
                    and not (has_noun and (tag in ("DT", "PDT", "PRP$") or tag in ("VBN", "VBG", "CD", "JJ")))
                )
                or (
                    (words[i] == "." and lower[i - 1] in lex.ABBREVIATED)
                    or (words[i] == "." and len(words[i - 1]) == 1)
                )
                or (tag in ("VBN", "VBG", "JJ", "RP") and words[i - 1] in "-–" and t.start[i] == t.end[i - 1])
                or (words[i] in "-–" and t.start[i] == t.end[i - 1])
            )
            if goes_on and tag == "CD" and has_noun and within is None:
                goes_on = False
            if not goes_on and same and t.words[i - 1] == "-" and t.start[i] == t.end[i - 1]:
                goes_on = lower[i] in _HYPHENED or (tag == "CD" and lower[i - 2] == "of")
            if goes_on and within is not None and within.first == i and within.sort == "person" and has_noun:
                behind = inside.get(i - 1)
                goes_on = behind is None or behind.sort != "person"
            if goes_on:
                has_noun = has_noun or tag in _NOUNS or (within is not None and within.sort != "misc")
                continue
            made = _phrase(t, begin, i, inside, owner, out)
            ends[begin] = i
            owner = None
            begin = -1
            if (i < count and tag == "POS") or (
                i < count and lower[i] in ("'s", "’s", "'", "’") and made is not None and tag == "POS"
            ):
                owner = made
                if made is not None:
                    made.role = "g"
                continue
        if i < count:
            within = inside.get(i)
            if within is not None or tag in _OPENS:
                if owner is not None and tag in ("DT", "PDT"):
                    owner = None
                begin = i
                has_noun = tag in _NOUNS or (within is not None and within.sort != "misc")
            elif (
                tag not in ("POS", "``", "''", "HYPH")
                and words[i] not in _QUOTES
                and tag not in ("RB", "RBR", "RBS", "VBN", "VBG")
            ):
                owner = None
    for m in out:
        _one_of(m, t)
    extend(out, t, ends)
    return out


def _one_of(m: Mention, t: Tokens) -> None:
    """Makes *one of the owners* of *the owners*."""
    if m.form is Form.NOMINAL and m.plural and m.first > 1 and t.lower[m.first - 2 : m.first] == ["one", "of"]:
        word = m.key[0].removesuffix("s")
        m.first, m.plural, m.definite, m.key = m.first - 2, False, "a", (word,)
        m.gender = m.gender or ("f" if word in lex.FEMININE else "m" if word in lex.MASCULINE else "")


def _phrase(
    t: Tokens, first: int, last: int, inside: dict[int, Run], owner: Mention | None, out: list[Mention]
) -> Mention | None:
    """The mentions of one noun phrase; gives the phrase's own, `None` where it names nobody."""
    while last > first and (t.words[last - 1] in ".-–" or t.pos[last - 1] in ("HYPH",)):
        last -= 1
    heads = [k for k in range(first, last) if t.pos[k] in _NOUNS or k in inside]
    if not heads:
        return _determiner(t, first, last, out)
    head = heads[-1]
    runs: list[Run] = []
    for k in heads:
        run = inside.get(k)
        if run is not None and (not runs or runs[-1] is not run):
            runs.append(run)
    main = inside.get(head)
    for run in runs:
        if run is not main and run.sort != "misc" and not (run.last == head and t.lower[head] in lex.OUTLET_NOUNS):
            out.append(_named(t, run, run.first, run.last, None))  # noqa: PERF401
    if (
        main is None
        and runs
        and runs[-1].last == head
        and t.lower[head] in lex.OUTLET_NOUNS
        and runs[-1].sort != "person"
    ):
        return _name_phrase(t, first, last, Run(runs[-1].first, head + 1, "organization"), owner, out)
    if main is not None and (_all_office(t, first, main) or _is_folk(t, main, head) or _is_native(t, first, main)):
        return nominal(t, first, last, head, owner, out)
    if main is not None and (main.sort != "misc" or t.pos[head] in _PROPER):
        return _name_phrase(t, first, last, main, owner, out)
    if main is None and t.pos[head] in _PROPER and not _is_office(t, head):
        low = head
        while low > first and t.pos[low - 1] in _PROPER and (low - 1) not in inside and not _is_title(t, low - 1):
            low -= 1
        if t.lower[head] in lex.TIMES or (low == head and len(t.words[head]) == 1):
            return None
        sort = t.entity[head]
        if sort in ("person", "organization", "place"):
            return _name_phrase(t, first, last, Run(low, head + 1, sort), owner, out)
        return None
    return nominal(t, first, last, head, owner, out)


def _is_office(t: Tokens, head: int) -> bool:
    word = t.lower[head]
    return word in lex.ROLES or word in lex.BODIES or word in lex.TITLES or word in lex.PEOPLE


def _all_office(t: Tokens, first: int, run: Run) -> bool:
    """Whether a name is nothing but an office: *Attorney General*."""
    words = t.lower[run.first : run.last]
    the = (run.first > 0 and t.lower[run.first - 1] == "the") or t.pos[first] in ("DT", "PRP$")
    if len(words) == 1 and not the and words[0] not in lex.TITLES:
        return False  # *Weaver said*: a surname
    return (
        words[-1] in lex.ROLES
        and all(w in lex.ROLES or w in lex.TITLES for w in words)
        and (the or words[-1] not in lex.FIRST_NAMES)
    )


def _is_folk(t: Tokens, run: Run, head: int) -> bool:
    """Whether a name is one of many people: *Republicans*, *Americans*."""
    if t.pos[head] != "NNPS" or run.sort not in ("misc", "person"):
        return False
    return (
        t.entity[head] == "person"
        or t.lower[head] in lex.PEOPLE
        or t.lower[head].removesuffix("s") in lex.NATIONALITIES
    )


def _is_native(t: Tokens, first: int, run: Run) -> bool:
    """Whether a name says no more than where somebody is from: *the Egyptian*."""
    alone = run.last - run.first == 1 and first == run.first - 1 and t.lower[first] == "the"
    return alone and t.entity[run.first] == "person" and t.lower[run.first] in lex.NATIONALITIES


def _is_title(t: Tokens, at: int) -> bool:
    word = t.lower[at]
    return word in lex.TITLES or word in lex.ROLES or word in lex.NATIONALITIES


def _determiner(t: Tokens, first: int, last: int, out: list[Mention]) -> Mention | None:
    """*Some*, *many*, *others*, *everyone*: a phrase without a noun, kept where it does what a subject does."""
    word = t.lower[last - 1]
    if last < len(t) and t.pos[last] in FINITE and word in ("some", "many", "others", "most", "few", "several"):
        made = Mention(first, last, last - 1, Form.NOMINAL, "person", (word,), "", True, "a", "s", extent=last)
        out.append(made)
        return made
    return None


def _named(t: Tokens, run: Run, first: int, last: int, owner: Mention | None) -> Mention:
    """A name as a mention; titles and endings are no part of its key."""
    key: list[str] = []
    title = ""
    begin = _after_office(t, run) if run.sort == "person" else run.first
    low, high = run.nickname or (0, 0)
    for k in range(begin, run.last):
        word = lex.plain(t.words[k])
        if low <= k < high or not word[0].isalnum():
            continue
        if not key and run.sort == "person" and _opens_with_office(t, k, run.last):
            title = word
            continue
        if key and (word in lex.ENDINGS or (word in lex.OUTLET_NOUNS and word == t.words[k])):
            continue
        key.append(word)
    nickname = tuple(lex.plain(t.words[k]) for k in range(low, high)) if high else ()
    name = tuple(key) or (lex.plain(t.words[run.last - 1]),)
    gender = ""
    if run.sort == "person":
        gender = _title_gender(title) or (lex.gender_of_name(name) if len(name) > 1 else "")
    elif run.sort in ("organization", "place"):
        gender = "n"
    plural = False if run.sort == "person" else None
    made = Mention(first, last, run.last - 1, Form.NAME, run.sort, name, gender, plural, "bare", title=title)
    made.nickname = nickname
    made.owner = owner
    made.extent = last
    made.role = role(t, first, last)
    return made


_NAMES_TOO = frozenset(
    {"duke", "earl", "prince", "king", "count", "baron", "dean", "major", "marshal", "deacon", "judge", "bishop"}
)
"""Titles that are a first name behind another title: *Sheriff Duke Hill*."""
_TRADES = ("er", "or", "ist", "man", "woman", "ian")


def _opens_with_office(t: Tokens, at: int, last: int) -> bool:
    """Whether a word at the front of a name that ends at `last` is a title, an office or a trade: *Rapper Ada Moss*."""
    word, left = lex.plain(t.words[at]), last - at
    if word in lex.FIRST_NAMES or (left == 2 and word in _NAMES_TOO and at and t.lower[at - 1] in lex.TITLES):
        return False
    trade = left > 2 and word.endswith(_TRADES) and lex.plain(t.words[at + 1]) in lex.FIRST_NAMES
    return trade or (word in lex.TITLES and left > 1) or (word in lex.ROLES and left > 2)


def _after_office(t: Tokens, run: Run) -> int:
    """Where the name begins in a run that has an office before it: *Shadow Home Secretary Ada Moss*."""
    begin = run.first
    for k in range(run.first + 1, run.last - 1):
        word = t.lower[k]
        after = lex.plain(t.words[k + 1])
        office = (word in lex.TITLES or word in lex.ROLES) and word not in lex.FIRST_NAMES
        named_after = after not in lex.ENDINGS and after[0].isalnum()
        if office and named_after and lex.plain(t.words[k - 1]) not in lex.FIRST_NAMES:
            begin = k + 1
    return begin


def _title_gender(title: str) -> str:
    return "m" if title in lex.MALE_TITLES else "f" if title in lex.FEMALE_TITLES else ""


_VERY = frozenset({"right", "very", "most"})
_REVEREND = frozenset({"rev", "reverend", "hon", "honourable", "honorable"})


def _name_phrase(t: Tokens, first: int, last: int, run: Run, owner: Mention | None, out: list[Mention]) -> Mention:
    """A phrase whose head is a name: *Mayor Ada Moss*, *the doctor Hugh Hill*, *the Daily Courier*."""
    start = run.first
    title = ""
    words = 0
    titles: set[str] = set()
    while start > first:
        word = t.lower[start - 1]
        if word == "." and start - 2 >= first and t.lower[start - 2] in lex.ABBREVIATED:
            start -= 1
            continue
        if word in _VERY and titles & _REVEREND:
            start -= 1
            continue
        if run.sort == "person" and word in lex.TITLES and words < 4 and t.words[start - 1][0].isupper():
            title = word if not title or title not in lex.MALE_TITLES | lex.FEMALE_TITLES else title
            start -= 1
            words += 1
            titles.add(word)
            continue
        break
    if run.sort != "person" and start > first and t.lower[start - 1] == "the":
        start -= 1
    made = _named(t, run, start, run.last, owner)
    if title:
        made.title = made.title or title
        made.titles = frozenset(titles)
        made.gender = _title_gender(title) or made.gender
    if start > first and (run.sort == "person" or t.lower[start - 1] in lex.BODIES):
        front = [k for k in range(first, start) if t.pos[k] in _NOUNS and t.lower[k] not in lex.TIMES]
        if front:
            told = nominal(t, first, start, front[-1], owner, None)
            if told is not None and told.sort == run.sort and (run.sort == "person" or told.definite != "bare"):
                told.told = True
                told.about = made
                out.append(told)
                if not made.gender:
                    made.gender = told.gender
    out.append(made)
    return made
