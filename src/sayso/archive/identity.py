"""What makes two articles the same one: their canonical address, and their text where they have none."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from sayso.records import Article

_PASSING = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|_ga)(?:=|$)", re.IGNORECASE
)
"""Parameters that say where a reader came from, never which article it is."""
_PORTS = {"http": ":80", "https": ":443"}


def key_of(article: Article) -> str:
    """The key of an article: its address without what does not tell articles apart, else `text:` and its id.

    Scheme, fragment, default port, a slash at the end and parameters of campaigns do not count; an address without a path
    is an outlet's front page and no article's. Example: `http://Courier.example/a/?utm_source=x#top` has the key
    `courier.example/a`.
    """
    address = canonical(article.url) if article.url else None
    return address or f"text:{article.id}"


def canonical(url: str) -> str | None:
    """The address as a key, or `None` where it tells no article: not of the web, or without path and query."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.netloc:
        return None
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(_PORTS[parts.scheme]).rstrip(".")
    path = parts.path.rstrip("/")
    query = "&".join(sorted(each for each in parts.query.split("&") if each and not _PASSING.match(each)))
    if not path and not query:
        return None
    return f"{host}{path}" + (f"?{query}" if query else "")


def id_of(key: str) -> str:
    """`k` and the first 16 hexadecimal digits of the key's SHA-256: the same in every archive and on every run."""
    return "k" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.`, or `None`."""
    try:
        host = urlsplit(url.strip()).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def is_older(mine: str, theirs: str) -> bool:
    """Whether `mine` is an earlier version of the same model as `theirs`: *sayso-tagger 1* is older than *sayso-tagger 2*."""
    a, b = _version(mine), _version(theirs)
    return a[0] == b[0] and a[1] < b[1]


def _version(model: str) -> tuple[str, tuple[int, ...]]:
    name, _, version = model.rpartition(" ")
    if not name or not re.fullmatch(r"\d{1,9}(?:\.\d{1,9}){0,5}", version, re.ASCII):
        return model, ()
    return name, tuple(map(int, version.split(".")))
