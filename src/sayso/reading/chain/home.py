"""The outlet that publishes an article, as the lexicon calls it: what is told to it is told to no other."""

from __future__ import annotations

import re

from sayso.reading.chain.names import Named
from sayso.reading.outlets import Outlet, lexicon
from sayso.records import Article, Hop

_HEAD = 400
"""Characters at the beginning in which a stamp stands."""
_FOOT = 600
"""Characters at the end in which a copyright line or the colleagues who contributed stand."""
_STAMP = re.compile(r"[^()\n]{0,60}\(([A-Z][^()\n]{1,30})\) ?(?:--|[-–—―])")
_RIGHTS = re.compile(r"(?:Copyright ?©?|©|\(c\)) ?(?:\d{4})? ?(?:by )?((?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})")
_OURS = re.compile(
    r"(?:^|\n)\W{0,3}((?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})[’']s? [A-Z][^\n]{2,200}contributed to this"
)


class Home:
    """The outlet of one article: `outlet` as it is given, `name` as the lexicon or the text has it, `None` where nobody says."""

    def __init__(self, article: Article) -> None:
        self.outlet, self.name = article.outlet, home_of(article)

    def is_own(self, hop: Hop, named: Named | None) -> bool:
        """Whether a hop is the article's own outlet. What was said in a programme of it or to a journalist of it is a hop also in
        its own article."""
        return not (named is not None and (named.programme or named.person)) and self.is_outlet(hop)

    def is_outlet(self, hop: Hop) -> bool:
        """Whether the outlet of a hop is the one that publishes this article: the last hop says so already."""
        if self.name is None or hop.actor is None:
            return False
        outlet = lexicon().of(hop.actor)
        mine = lexicon().home(outlet).name if outlet is not None else hop.actor
        own, said = _plain(self.outlet or self.name), _plain(hop.actor)
        # *the Courier* in The Ellery Courier is itself
        return is_one(mine, self.name) or said == own or (said != "" and own.endswith(f" {said}"))


def is_one(name: str, other: str) -> bool:
    """Whether two names are one but for an article before them."""
    return _plain(name) == _plain(other)


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def home_of(article: Article) -> str | None:
    """The article's outlet: as it is given, else in brackets in its first lines (*(CNN) – …*), else in a copyright line or with
    the colleagues who contributed (*Sky News' Ada Moss contributed to this report*); an agency is none by its copyright."""
    if article.outlet is not None:
        return _known(article.outlet) or article.outlet
    for line in article.text[:_HEAD].split("\n")[:4]:
        found = _STAMP.match(line)
        outlet = lexicon().of(found.group(1)) if found is not None else None
        if outlet is not None:
            return lexicon().home(outlet).name
    foot = article.text[-_FOOT:]
    for pattern in (_RIGHTS, _OURS):
        for found in pattern.finditer(foot):
            outlet = _first(found.group(1))
            if outlet is not None and outlet.kind not in ("agency", "network"):
                return lexicon().home(outlet).name
    return None


def _known(name: str) -> str | None:
    """*CNN (Web News)* is *CNN*; `None` where the lexicon has none that the name begins with."""
    outlet = _first(name.replace("(", " ").replace(" - ", " "))
    return None if outlet is None else lexicon().home(outlet).name


def _first(name: str) -> Outlet | None:
    """The outlet that a name begins with, the longest one."""
    words = name.split()
    for count in range(len(words), 0, -1):
        found = lexicon().of(" ".join(words[:count]))
        if found is not None:
            return found
    return None
