"""HTML that escapes everything: text goes in as text, and only what these functions made comes out as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from sayso.export.safe import clean
from sayso.records import Span


class Html(str):
    """Markup that is safe to place in a page; nothing but this module's functions should make one of page content."""

    __slots__ = ()


class Address(str):
    """An address that we made ourselves, within our own pages; nothing of a page's content may become one unquoted."""

    __slots__ = ()


Child: TypeAlias = "str | Iterable[Child]"
"""What an element may hold: text, markup, or any nesting of sequences of them."""

_PLAIN = re.compile("[\t\n -!#-%(-;=?-~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205f]*")
"""What stands in a page as it is: nothing of it is escaped or cleaned. Most texts and all of our own names are of it alone, and
are looked at once instead of seven times; what has anything else may be as harmless."""
_VOID = frozenset({"meta", "link", "br", "hr", "input"})
_URL_ATTRIBUTES = frozenset({"href", "src"})


def text(value: str) -> Html:
    """The value as text: escaped, and without characters that could act on the page."""
    return Html(value if _PLAIN.fullmatch(value) else html.escape(clean(value), quote=True))


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> Html:
    """One element. Children that are not `Html` are escaped, and so is every attribute.

    An attribute that is `None` or `False` is left out, `True` stands without a value; `class_` is *class*, and an
    underscore within a name is a hyphen. An address that is neither a fragment nor http(s) is left out,
    unless it is an `Address`.
    """
    made = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        word = key.rstrip("_").replace("_", "-")
        if value is True:
            made.append(f" {word}")
        elif word not in _URL_ATTRIBUTES or isinstance(value, Address) or _is_safe_address(value):
            made.append(f' {word}="{text(value)}"')
    made.append(">")
    if name in _VOID:
        return Html("".join(made))
    _lay(made, children)
    made.append(f"</{name}>")
    return Html("".join(made))


def join(children: Iterable[Child]) -> Html:
    """The children one after another, those that are not `Html` escaped."""
    made: list[str] = []
    _lay(made, children)
    return Html("".join(made))


def _lay(made: list[str], children: Iterable[Child]) -> None:
    for child in children:
        if isinstance(child, Html):
            made.append(child)
        elif isinstance(child, str):
            made.append(text(child))
        else:
            _lay(made, child)


def marked(words: str, spans: Iterable[Span], name: str = "mark") -> Html:
    """The words with those in the spans each within an element; what several spans share is in the first of them."""
    made: list[str] = []
    at = 0
    for span in sorted(spans):
        if span.end > at:
            start = max(at, span.start)
            made += [words[at:start], tag(name, words[start : span.end])]
            at = span.end
    return join([*made, words[at:]])


def _is_safe_address(value: str) -> bool:
    return value.startswith("#") or value.lower().startswith(("https://", "http://"))
