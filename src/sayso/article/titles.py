"""The title of a page, without the name of the site stuck to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SEPARATOR = re.compile(r"\s+[|–—·•*»›:-]\s+|\s*\|\s*|\s+[«‹]\s+")
_FOLD = re.compile(r"[\W_]+")
_SITE_WORDS = re.compile(
    r"(?:^|\W)(?:news|times|post|online|mail|herald|tribune|gazette|journal|magazine|daily|weekly|com|org|net|uk|tv|radio)(?:\W|$)",
    re.I,
)


def fold(text: str) -> str:
    """Letters and digits alone, lower case: two titles that differ in marks and spaces alone are the same."""
    return _FOLD.sub("", text).casefold()


def choose(
    headlines: Sequence[str], seen: Sequence[str], shared: str, window: str, site_names: Iterable[str]
) -> str | None:
    """The title that most of its sources on the page agree on; where they are even, the one that a reader sees.

    `headlines` come from JSON-LD, `seen` are the level-one headings in page order, `shared` is OpenGraph's or Twitter's,
    `window` the text of `<title>`. A heading counts only where it has words in common with another of them, since sites
    put their own name or *Log in* in one too. `None` where the page has no title at all.
    """
    names = {fold(name) for name in site_names if name}
    shared, window = (without_site(title, names, headlines, seen) for title in (shared, window))
    others = [title for title in (shared, window, *headlines) if title]
    headings = [h for h in seen if h and (not others or max(likeness(h, other) for other in others) >= 0.4)]
    declared = [without_site(h, names, [], seen) for h in headlines if h]
    sources = [*declared[:1], *headings[:1], shared, window]
    votes: dict[str, float] = {}
    for title in sources:
        votes[fold(title)] = votes.get(fold(title), 0) + 1
    if headings:
        votes[fold(headings[0])] += 0.5
    for title in sorted((t for t in sources if t and fold(t) not in names), key=lambda t: -votes[fold(t)]):
        return title
    return next((t for t in seen if t), None)


def without_site(title: str, names: set[str], headlines: Sequence[str], seen: Sequence[str]) -> str:
    """The title less the parts at its end or start that name the site or its section.

    A part goes where it is the site's name, where the rest is a headline or heading of the page, or where everything
    after the rest names a site. *Flood warning | Local News | The Mercury* gives *Flood warning*.
    """
    known = {fold(h) for h in (*headlines, *seen) if h}
    if fold(title) in known:
        return title
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:
        if fold(title[: cut.start()]) in known:
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        if fold(title[cut.end() :]) in known:
            return title[cut.end() :].strip()
    kept = title
    for cut in reversed(cuts):
        tail = kept[cut.end() :]
        bare = fold(tail)
        if (
            bare in names
            or any(bare and (bare in name or name in bare) and len(bare) >= 3 for name in names if len(name) >= 3)
            or (kept == title and cut.group().strip() == "|" and len(tail) <= 30 and _SITE_WORDS.search(tail))
        ):
            kept = kept[: cut.start()].rstrip()
        else:
            break
    if kept == title and cuts and fold(title[: cuts[0].start()]) in names:
        kept = title[cuts[0].end() :].lstrip()
    return kept or title


def likeness(a: str, b: str) -> float:
    """Share of the shorter title's words that the other has too, 0 to 1."""
    one, two = ({w for w in re.findall(r"\w+", t.casefold()) if len(w) > 1} for t in (a, b))
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0
