"""Names that are an office or a word for a station with a letter or number: *Witness C*, *Mr D*, *Channel Six*."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.people.mention import Mention
from sayso.reading.people.runs import Run
from sayso.reading.tokens import Tokens

_CALLED = frozenset(
    {
        "witness", "patient", "complainant", "juror", "officer", "soldier", "child", "girl", "boy", "mr", "mrs", "ms", "miss",
        "student", "victim", "accuser", "whistleblower", "source", "agent", "defendant", "man", "woman", "mother", "father",
        "resident", "employee", "nurse", "pupil", "informant", "person", "claimant", "appellant", "applicant",
    }
)  # fmt: skip
"""What those whom a court or a paper does not name are called by, before a letter or a number."""
_STATIONS = frozenset({"channel", "radio", "network", "bbc", "itv", "tv", "sky", "station", "fm"})


def with_codes(runs: Sequence[Run], t: Tokens) -> list[Run]:
    """The runs with such names among them, each in the place of those that it overlaps."""
    made = [*_people(t), *_stations(t)]
    if not made:
        return list(runs)
    taken = {k for run in made for k in range(run.first, run.last)}
    kept = [run for run in runs if taken.isdisjoint(range(run.first, run.last))]
    return sorted([*kept, *made], key=lambda run: run.first)


def is_code(m: Mention) -> bool:
    """Whether a name is one that hides its bearer: *Witness C*."""
    last = m.key[-1]
    return m.sort == "person" and (last.isdigit() or len(last) == 1) and (m.key[0] in _CALLED or m.title in _CALLED)


def _places(words: frozenset[str], t: Tokens) -> list[int]:
    """Where one of some words stands, but at the end."""
    if words.isdisjoint(t.lower):
        return []
    return [k for k, word in enumerate(t.lower[:-1]) if word in words]


def _people(t: Tokens) -> list[Run]:
    out = []
    for k in _places(_CALLED, t):
        word = t.lower[k]
        if not t.words[k][0].isupper():
            continue
        code = t.words[k + 1]
        letter = len(code) == 1 and "A" <= code <= "Z" and t.pos[k + 1] not in ("PRP", "DT")
        follows = t.words[k + 2] if k + 2 < len(t) else "."
        initial = follows == "." and k + 3 < len(t) and t.words[k + 3][0].isupper() and t.pos[k + 3] == "NNP"
        number = code.isdigit() and len(code) < 4 and word not in ("man", "woman", "mother", "father")
        name = follows[0].isupper() and t.pos[min(k + 2, len(t) - 1)] == "NNP"
        if (letter or number) and not initial and not name:
            out.append(Run(k, k + 2, "person"))
    return out


def _stations(t: Tokens) -> list[Run]:
    """*Channel 9*, *BBC Radio Five*: the number belongs to the name."""
    out = []
    for k in _places(_STATIONS, t):
        if not t.words[k][0].isupper() or t.pos[k + 1] != "CD":
            continue
        number = t.words[k + 1]
        if not number[0].isupper() and not (number.isdigit() and len(number) < 4):
            continue
        first, last = k, k + 2
        while first and t.pos[first - 1] == "NNP" and t.name[first - 1].endswith("ORGANIZATION"):
            first -= 1
        while last < len(t) and t.pos[last] == "NNP" and t.name[last] == "I-ORGANIZATION":
            last += 1
        out.append(Run(first, last, "organization"))
    return out
