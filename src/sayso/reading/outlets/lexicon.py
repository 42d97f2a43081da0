"""Newspapers, magazines, broadcasters, programmes, agencies, sites and networks by name: a lexicon that a user can add to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sayso.errors import UsageError
from sayso.model.words import split_words

RELEASED = Path(__file__).parent / "outlets.tsv"
KINDS = frozenset({"agency", "newspaper", "magazine", "broadcaster", "programme", "site", "network"})
ON_AIR = frozenset({"broadcaster", "programme"})


class Words(Protocol):
    """What a look-up needs of a text: its words, as `Tokens` has them."""

    @property
    def words(self) -> list[str]: ...

    @property
    def lower(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the lexicon. `parent` is the broadcaster of a programme, and the owner of any other, empty where none is
    given."""

    name: str
    kind: str
    parent: str = ""
    domains: tuple[str, ...] = ()

    @property
    def on_air(self) -> bool:
        """Whether it broadcasts rather than prints."""
        return self.kind in ON_AIR


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an outlet's name. `weak` ones are ordinary words too (*Time*), `article` ones take *the* (*The Hill*),
    `capitals` ones are written in capitals alone (*AP*)."""

    words: tuple[str, ...]
    outlet: Outlet
    weak: bool
    article: bool
    capitals: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An outlet's name in a text: words from `first` up to `last`, end exclusive, without a *the* before it."""

    first: int
    last: int
    form: Form

    @property
    def outlet(self) -> Outlet:
        return self.form.outlet


@dataclass(frozen=True, slots=True)
class Outlets:
    """The lexicon, by the first word of each form in lower case, longest form first."""

    forms: dict[str, tuple[Form, ...]]
    by_name: dict[str, Outlet]
    by_domain: dict[str, Outlet]

    @classmethod
    def load(cls, paths: Iterable[Path] = ()) -> Outlets:
        """The released lexicon and what the given files add to it or change; see `docs/outlets.md`. ValueError names the file
        and the line that cannot be read."""
        rows: dict[str, tuple[Outlet, list[str]]] = {}
        for path in (RELEASED, *paths):
            for outlet, aliases in _read(path):
                rows[outlet.name] = (outlet, aliases)
        forms: dict[str, dict[tuple[tuple[str, ...], bool], Form]] = {}
        for outlet, aliases in rows.values():
            weak = {alias[1:] for alias in aliases if alias.startswith("~")}
            for written in dict.fromkeys([outlet.name, *(alias.removeprefix("~") for alias in aliases)]):
                for form in _forms(written, outlet, written in weak):
                    mine = forms.setdefault(form.words[0], {})
                    old = mine.get((form.words, form.capitals))
                    if old is None or (old.weak and not form.weak):
                        mine[form.words, form.capitals] = form
        ordered = {
            word: tuple(sorted(mine.values(), key=lambda form: (-len(form.words), form.weak, not form.capitals)))
            for word, mine in forms.items()
        }
        named = {outlet.name: outlet for outlet, _ in rows.values()}
        domains = {domain: outlet for outlet, _ in rows.values() for domain in outlet.domains}
        return cls(ordered, named, domains)

    def at(self, tokens: Words, i: int) -> Match | None:
        """The longest name that begins with word `i`, written with its capitals; weak names too."""
        for form in self.forms.get(tokens.lower[i], ()):
            last = i + len(form.words)
            if len(form.words) > 1 and tuple(tokens.lower[i:last]) != form.words:
                continue
            first = tokens.words[i]
            if not (first[0].isupper() or first[0].isdigit() or form.outlet.name[0].islower()):
                continue
            if form.capitals and not first.isupper():
                continue
            return Match(i, last, form)
        return None

    def of(self, name: str, *, weak: bool = True) -> Outlet | None:
        """The outlet that a name stands for as a whole (*the New York Times*), `None` where the lexicon has none; without
        `weak` also where the name is an ordinary word or name too (*Time*, *Hill*)."""
        match = self._of(tuple(name[s:e] for s, e in split_words(name[:120])))
        return match.outlet if match is not None and (weak or not match.form.weak) else None

    def _of(self, words: tuple[str, ...]) -> Match | None:
        if len(words) > 1 and words[0].lower() == "the":
            words = words[1:]
        if not words:
            return None
        plain = _Plain(list(words), [word.lower() for word in words])
        match = self.at(plain, 0)
        return match if match is not None and match.last == len(words) else None

    def home(self, outlet: Outlet) -> Outlet:
        """The broadcaster of a programme; any other outlet itself."""
        if outlet.kind == "programme" and outlet.parent:
            return self.by_name.get(outlet.parent, Outlet(outlet.parent, "broadcaster"))
        return outlet


@dataclass(frozen=True, slots=True)
class _Plain:
    words: list[str]
    lower: list[str]


def _forms(written: str, outlet: Outlet, weak: bool) -> Iterable[Form]:
    """The form that a name is, with each sort of apostrophe; without a *the* before it."""
    bare = written[4:] if written.startswith("The ") else written
    article = bare != written
    for plain in dict.fromkeys([bare, bare.replace("'", "’"), bare.replace("’", "'")]):
        words = tuple(plain[s:e].lower() for s, e in split_words(plain))
        if words:
            capitals = len(words) == 1 and plain.isupper() and len(plain) > 1
            yield Form(words, outlet, weak, article, capitals)


def _read(path: Path) -> Iterable[tuple[Outlet, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The list of outlets {path} cannot be read ({type(error).__name__}); mend {VARIABLE}."
        ) from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        name, kind, parent, domains, aliases = (*fields, "", "", "", "", "")[:5]
        if not name or kind not in KINDS:
            raise UsageError(
                f"{path.name} line {number}: a name, a tab and one of {', '.join(sorted(KINDS))} are needed."
            )
        yield Outlet(name, kind, parent, _list(domains)), list(_list(aliases))


def _list(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";") if part.strip())


VARIABLE = "SAYSO_OUTLETS"
"""Environment variable with the paths of a user's own files, parted as the system parts paths."""


@lru_cache(maxsize=1)
def lexicon() -> Outlets:
    """The released lexicon with the files that `SAYSO_OUTLETS` names, read once when it is first asked for.

    UsageError where one of them cannot be read.
    """
    return Outlets.load([Path(each) for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each])
