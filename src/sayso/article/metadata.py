"""What a page says of itself: title, authors, outlet, dates, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from sayso.article import structured, titles
from sayso.article.authors import names_in
from sayso.article.normalise import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "cxenseparse:recs:publishtime",
    "publish-date", "publication_date", "publishdate", "pubdate", "published", "date", "citation_publication_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "lastmod", "last-modified", "revision_date",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "citation_author", "twitter:data1",
)  # fmt: skip
_OUTLET = (
    "og:site_name", "application-name", "dc.publisher", "publisher", "citation_journal_title",
    "apple-mobile-web-app-title", "cre",
)  # fmt: skip
_TITLE = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "citation_title",
    "headline",
    "title",
)
_SUMMARY = ("og:description", "description", "twitter:description", "sailthru.description", "dc.description")


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page says; empty or `None` where it says nothing. `summaries` are its descriptions of the article."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | datetime | None = None
    modified: date | datetime | None = None
    url: str | None = None
    language: str | None = None
    summaries: tuple[str, ...] = ()
    body: str = ""
    walled: bool = False
    titles: tuple[str, ...] = field(default=())
    """Every title that the page gives itself, to know its heading by."""


def page_data(tree: HtmlElement, url: str | None) -> PageData:
    """What the page at `url` says of itself, JSON-LD before OpenGraph and other meta tags before what its text shows."""
    metas = _metas(tree)
    nodes = structured.article_nodes(tree)
    main = nodes[0] if nodes else {}
    address = _address(tree, metas, url)
    headlines = [structured.words_of(_straight(node.get("headline"))) for node in nodes]
    headings = [_line(h1) for h1 in tree.iter("h1")]
    window = next((_line(t) for t in tree.iter("title")), "")
    outlet = _first(metas, _OUTLET[:1]) or structured.words_of(main.get("publisher")) or _first(metas, _OUTLET)
    host = (urlsplit(address or url or "").hostname or "").removeprefix("www.")
    sites = [
        outlet or "",
        _first(metas, _OUTLET[1:]) or "",
        structured.words_of(main.get("publisher")),
        host,
        host.split(".")[0],
    ]
    shared = _first(metas, _TITLE) or ""
    title = titles.choose([h for h in headlines if h], [h for h in headings if h], shared, window, sites)
    return PageData(
        title=title,
        authors=_authors(tree, metas, main, outlet),
        outlet=outlet or host or None,
        published=_moment(main.get("datePublished")) or _meta_date(metas, _PUBLISHED) or _htmldate(tree, address),
        modified=_moment(main.get("dateModified")) or _meta_date(metas, _MODIFIED),
        url=address,
        language=_language(tree, metas, main),
        summaries=_summaries(metas, nodes),
        body=structured.body_of(nodes),
        walled=str(main.get("isAccessibleForFree")).lower() == "false",
        titles=tuple(dict.fromkeys(t for t in (title or "", shared, window, *headlines, *headings) if t)),
    )


def _line(element: HtmlElement) -> str:
    return " ".join(normalise("".join(element.itertext())).split())


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join(normalise(meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _straight(headline: Any) -> Any:
    # Publishing systems write the straight marks that were typed as these entities into data that is no HTML.
    if isinstance(headline, str) and "&#" in headline:
        return re.sub(r"&#821[67];|&#0?39;|&#x27;", "'", re.sub(r"&#822[01];|&#0?34;", '"', headline))
    return headline


def _summaries(metas: dict[str, list[str]], nodes: list[dict[str, Any]]) -> tuple[str, ...]:
    found = [value for name in _SUMMARY for value in metas.get(name, ())]
    found += [
        structured.words_of(node.get(key))
        for node in nodes
        for key in ("description", "abstract", "alternativeHeadline")
    ]
    return tuple(dict.fromkeys(value for value in found if len(value) >= 20))


def _authors(
    tree: HtmlElement, metas: dict[str, list[str]], main: dict[str, Any], outlet: str | None
) -> tuple[str, ...]:
    data = main.get("author") or main.get("creator")
    people: list[str] = []
    organisations: list[str] = []
    for author in data if isinstance(data, list) else [data]:
        kind = author.get("@type") if isinstance(author, dict) else None
        target = organisations if kind == "Organization" or kind == ["Organization"] else people
        names = author.get("name") if isinstance(author, dict) else author
        for name in names if isinstance(names, list) else [names]:
            target.extend(names_in(structured.words_of(name), outlet))
    if people:
        return tuple(dict.fromkeys(people))
    for key in _AUTHOR:
        found = [name for value in metas.get(key, ()) for name in names_in(value, outlet)]
        if found:
            return tuple(dict.fromkeys(found))
    if organisations:
        return tuple(dict.fromkeys(organisations))
    return _shown_authors(tree, outlet)


_AUTHOR_MARKS = (
    './/a[@rel="author"]',
    './/*[@itemprop="author"]',
    './/*[contains(@class,"author-name") or contains(@class,"author__name") or contains(@class,"byline-name")]',
    './/*[@class="author" or @class="byline"]',
)


def _shown_authors(tree: HtmlElement, outlet: str | None) -> tuple[str, ...]:
    for path in _AUTHOR_MARKS:
        found: list[str] = []
        for element in tree.xpath(path)[:6]:
            words = _line(element)
            if 3 <= len(words) <= 120:
                found.extend(names_in(words, outlet))
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _moment(value: Any) -> date | datetime | None:
    """A date, or a moment where the hour is given; `None` where the words are no ISO date of 1990 to next year."""
    words = structured.words_of(value).strip()
    if not re.match(r"\d{4}-\d\d-\d\d", words):
        return None
    parsed: date | datetime
    try:
        parsed = (
            date.fromisoformat(words) if len(words) == 10 else datetime.fromisoformat(words.replace(" UTC", "+00:00"))
        )
    except ValueError:
        try:
            parsed = date.fromisoformat(words[:10])
        except ValueError:
            return None
    return parsed if 1990 <= parsed.year <= date.today().year + 1 else None


def _meta_date(metas: dict[str, list[str]], names: tuple[str, ...]) -> date | datetime | None:
    return next((found for name in names for value in metas.get(name, ()) if (found := _moment(value))), None)


def _htmldate(tree: HtmlElement, url: str | None) -> date | None:
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True, extensive_search=True, url=url, outputformat="%Y-%m-%d")
        if found and found.endswith("-01-01"):  # what it makes of a bare year, such as that of a copyright line
            found = find_date(tree, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d")
    except Exception:  # its errors on odd pages are of many kinds, and a page without a date is still an article
        return None
    return date.fromisoformat(found) if found else None


def _address(tree: HtmlElement, metas: dict[str, list[str]], url: str | None) -> str | None:
    """The address that the page says is its own, where it is on the same site as `url`; else `url`."""
    canonical = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for said in (*canonical, *metas.get("og:url", ())):
        try:
            full = str(urljoin(url or "", said.strip()))
            parts = urlsplit(full)
            home = urlsplit(url or "")
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname:
            continue
        same_site = not home.hostname or _site(parts.hostname) == _site(home.hostname)
        if same_site and (parts.path not in ("", "/") or not home.hostname or home.path in ("", "/")):
            return full
    return url


def _site(host: str) -> str:
    labels = host.lower().split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])


def _language(tree: HtmlElement, metas: dict[str, list[str]], main: dict[str, Any]) -> str | None:
    root = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    for said in (
        root,
        structured.words_of(main.get("inLanguage")),
        _first(metas, ("og:locale", "language", "content-language")),
    ):
        match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", said or "")
        if match:
            return match[1].lower()
    return None
