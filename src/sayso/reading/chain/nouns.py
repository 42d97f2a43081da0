"""Nouns that mean a place where something was said, and what sort, only where the words beside them say so."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reading.chain import vocabulary as v
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_STATIONS = word_set("diplomatic military command trading border police cabinet government guard goal end army")
_AIRED = word_set("radio television tv talk cable comedy variety late-night")
_NETWORKS = word_set(
    "web facebook instagram twitter x telegram youtube linkedin tiktok weibo vk social media personal official"
)
_COURTS = word_set(
    "in open federal state district crown high county magistrates magistrates' appeals supreme superior criminal bankruptcy civil"
)
_PRESS = frozenset({"news", "press", "video"})


def sort_of(tokens: Tokens, i: int) -> str:
    """The sort of place that the noun `i` is: a conference that is none of the press is an event, *an opening statement* is a
    court's."""
    word, before = tokens.lower[i], tokens.lower[i - 1] if i else ""
    if word in ("conference", "conferences") and before not in _PRESS:
        return "event"
    if word in ("statement", "statements") and (before in ("opening", "closing") or _read_out(tokens, i)):
        return "hearing"
    if word in ("page", "account", "feed", "channel", "timeline", "profile") and before != "web":
        return "post"
    if word in _FILED and _filed(tokens, i):
        return "court papers"
    if word == "discussion" and before not in _PANELS:
        return "conversation"
    return v.VENUES[word]


def _read_out(tokens: Tokens, i: int) -> bool:
    """*A statement read to the court*, *a statement read out at the inquest*."""
    after = tokens.lower[i + 1 : i + 7]
    return after[:1] == ["read"] and any(word in v.BENCH or word == "inquest" for word in after)


_FILED = word_set("document documents statement statements records letter declaration application")


def _filed(tokens: Tokens, i: int) -> bool:
    """*Documents filed in the Federal Court*, *a statement lodged with the tribunal*."""
    after = tokens.lower[i + 1 : i + 10]
    return after[:1] in (["filed"], ["lodged"], ["submitted"], ["unsealed"]) and bool(
        {"court", "tribunal", "courthouse"} & set(after)
    )


_PANELS = word_set("panel roundtable table forum")


def is_place(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a noun that is also something else means a venue here."""
    rule = _RULES.get(word)
    if rule is not None:
        return rule(tokens, i)
    if word in _SINGLE:
        lower = tokens.lower
        after = lower[i + 1] if i + 1 < len(lower) else ""
        return (after != "to" or word == "note") and after != "of"
    return True


def _before(tokens: Tokens, i: int, n: int = 1) -> str:
    return tokens.lower[i - n] if i >= n else ""


def _after(tokens: Tokens, i: int) -> str:
    return tokens.lower[i + 1] if i + 1 < len(tokens) else ""


def _call(tokens: Tokens, i: int) -> bool:
    if tokens.lower[max(0, i - 2) : i] in (["on", "a"], ["on", "the"]):
        return True
    return _before(tokens, i) in ("conference", "phone", "telephone", "earnings", "video", "911", "999", "emergency")


def _conference(tokens: Tokens, i: int) -> bool:
    """*A news conference*, and any other that is told apart: *the annual conference of the guild*, not *the conference*."""
    before = _before(tokens, i)
    if before in _PRESS:
        return True
    return _after(tokens, i) not in ("call", "room", "centre", "center", "championship", "championships") and (
        before not in v.DETERMINERS or _after(tokens, i) in ("in", "on", "of", "at") or before in ("a", "his", "her")
    )


def _show(tokens: Tokens, i: int) -> bool:
    before = _before(tokens, i)
    if before in _AIRED:
        return True
    if before not in ("’s", "'s") or i < 2:
        return False  # *'s show* is a person's: *on Moss's show*
    return tokens.words[i - 2][0].isupper() and not tokens.name[i - 2].endswith(("ORGANIZATION", "LOCATION"))


def _court(tokens: Tokens, i: int) -> bool:
    """*In court*, *in open court*, *at Hillside Crown Court*; not *the court* and not *a tennis court*."""
    if _after(tokens, i) in ("of", "for", "papers", "documents", "filings", "filing", "records"):
        return False
    if tokens.words[i][0].isupper():
        return _before(tokens, i) in _COURTS and tokens.words[i - 1][0].isupper()
    return _before(tokens, i) in _COURTS and (_before(tokens, i) == "in" or _before(tokens, i, 2) == "in")


def _stand(tokens: Tokens, i: int) -> bool:
    """*On the witness stand*, *from the stand*."""
    if _before(tokens, i) == "witness":
        return True
    return (
        _before(tokens, i) == "the"
        and _before(tokens, i, 2) in ("on", "from")
        and _after(tokens, i) not in ("at", "of")
    )


def _meeting(tokens: Tokens, i: int) -> bool:
    return _after(tokens, i) != "to" and (
        _after(tokens, i) != "of" or not {"at", "during"}.isdisjoint(tokens.lower[max(0, i - 4) : i])
    )


_SINGLE = word_set("text note opinion evidence motion brief event trial")
_RULES: dict[str, Callable[[Tokens, int], bool]] = {
    "conference": _conference,
    "conferences": lambda t, i: _before(t, i) in _PRESS,
    "hall": lambda t, i: _before(t, i) == "town",
    "papers": lambda t, i: _before(t, i) in ("court", "legal", "divorce"),
    "call": _call,
    "calls": _call,
    **dict.fromkeys(("mail", "mails"), lambda t, i: _before(t, i) == "-" and _before(t, i, 2) == "e"),
    "down": lambda t, i: _before(t, i) == "-" and _before(t, i, 2) == "sit",
    "q": lambda t, i: t.lower[i + 1 : i + 3] == ["&", "a"],
    "ed": lambda t, i: _before(t, i) == "-" and _before(t, i, 2) == "op",
    **dict.fromkeys(
        ("post", "posts"),
        lambda t, i: _before(t, i) not in _STATIONS and _after(t, i) != "-" and "at" not in t.lower[max(0, i - 4) : i],
    ),
    "floor": lambda t, i: (
        _before(t, i) in ("senate", "house", "convention", "assembly", "the")
        and _after(t, i) not in ("of", "above", "below")
    ),
    **dict.fromkeys(("show", "shows", "program", "programme"), _show),
    "suit": lambda t, i: _before(t, i) != "follow",
    "address": lambda t, i: _after(t, i) not in ("the", "a", "this"),
    "report": lambda t, i: i > 1 and "in" in t.lower[max(0, i - 4) : i],
    "meeting": _meeting,
    **dict.fromkeys(("story", "article", "piece"), lambda t, i: "in" in t.lower[max(0, i - 6) : i]),
    **dict.fromkeys(
        ("site", "page", "account", "feed", "channel", "timeline", "profile"), lambda t, i: _before(t, i) in _NETWORKS
    ),
    "court": _court,
    "dock": lambda t, i: _before(t, i) == "the" and _before(t, i, 2) in ("from", "in"),
    "box": lambda t, i: _before(t, i) == "witness",
    "stand": _stand,
    **dict.fromkeys(
        ("argument", "arguments"), lambda t, i: _before(t, i) in ("closing", "opening", "oral", "final", "legal")
    ),
    "examination": lambda t, i: _before(t, i) == "-" and _before(t, i, 2) == "cross",
    "questioning": lambda t, i: _before(t, i) == "under" or _before(t, i, 2) == "under",
    "oath": lambda t, i: _before(t, i) == "under",
    **dict.fromkeys(("release", "releases"), lambda t, i: _before(t, i) in ("press", "news", "media")),
    **dict.fromkeys(("reply", "response"), lambda t, i: _before(t, i) in ("written", "emailed", "mailed")),
    **dict.fromkeys(
        ("phone", "telephone"),
        lambda t, i: _before(t, i) == "by" or (_before(t, i) == "the" and _before(t, i, 2) == "over"),
    ),
    **dict.fromkeys(
        ("commons", "lords", "dáil", "dail", "seanad", "knesset", "bundestag", "sabha"),
        lambda t, i: t.words[i][0].isupper() and "in" in t.lower[max(0, i - 3) : i],
    ),
    "parliament": lambda t, i: _before(t, i) == "in",
    "discussion": lambda t, i: _before(t, i) in _PANELS,
}
