"""Two hundred articles that mean harm: markup, script and broken text wherever a page can have words. All of it is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

LONG = "W" * 4_000
PAYLOADS = (
    "<script>window.harmed = 1</script>",
    "<img src=x onerror='window.harmed = 2'>",
    "\"><svg onload=window.harmed=3>",
    "'><iframe srcdoc='<script>parent.harmed = 4</script>'></iframe>",
    "</title><script>window.harmed = 5</script>",
    "</textarea><script>window.harmed = 6</script>",
    "</style><script>window.harmed = 7</script>",
    "<style>body { display: none }</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<form action=https://evil.example/><button>Press</button></form>",
    "<a href='javascript:window.harmed=8'>press</a>",
    "\" onmouseover=\"window.harmed=9",
    "' onfocus='window.harmed=10' autofocus='",
    "` onclick=window.harmed=11 `",
    "{{ 7 * 7 }}{% for a in ().__class__.__mro__ %}{{ a }}{% endfor %}",
    "${window.harmed=12}#{7*7}<%= 7*7 %>",
    "&lt;script&gt;window.harmed=13&lt;/script&gt;&#60;script&#62;",
    "<!-- --!><script>window.harmed=14</script>",
    "]]><script>window.harmed=15</script><![CDATA[",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.harmed=16>",
    "<svg><animate onbegin=window.harmed=17 attributeName=x dur=1s>",
    "<details open ontoggle=window.harmed=18>",
    "<video><source onerror=window.harmed=19></video>",
    "<object data=https://evil.example/a.swf></object><embed src=https://evil.example/>",
    "\u202egnihtemos\u202d reversed \u2066isolated",
    "\u200b\u200d\ufeff\u00ad zero\u200bwidth\u2060 words",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a" * 60,
    "\ud800 lone \udfff surrogates \ud83d",
    "\x00 null \x07 bell \x1b[31mred\x1b[0m \x9b2J",
    LONG,
    "مرحبا بالعالم هذا عنوان طويل من اليمين إلى اليسار",
    "=HYPERLINK(\"https://evil.example\",\"press\")",
    "a\r\nSet-Cookie: harmed=1\r\n\r\n<script>window.harmed=20</script>",
    "../../../../etc/passwd%00 ?a=1&b=2#f1 %3Cscript%3E",
)  # fmt: skip
URLS = (
    "javascript:window.harmed=21",
    "JaVaScRiPt:window.harmed=22//https://",
    "data:text/html,<script>window.harmed=23</script>",
    "//evil.example/a",
    'https://evil.example/"onmouseover="window.harmed=24',
    "https://user:pass@evil.example/<script>",
    "vbscript:msgbox(1)",
    "https://evil.example/" + "a" * 3_000,
)
_TEXT = (
    "The reservoir stood at its limit, {name} said on Monday.\n\n“We saw {words} and then the water rose,” said {name}, who "
    "keeps the lock.\n\nAccording to {outlet}, the wall had been {words} for weeks. Nobody was hurt, the council said.\n\n{words}"
)


def rows() -> Iterator[dict[str, str]]:
    """The articles: each payload as title, outlet, author, name, quotation and paragraph, each address as an address."""
    number = 0
    for payload in PAYLOADS:
        for place in ("title", "outlet", "authors", "name", "words", "all"):
            number += 1
            yield _row(number, payload, place, f"https://courier.example/{number}")
    for url in URLS:
        number += 1
        yield _row(number, f"plain words of {number}", "words", url)


def _row(number: int, payload: str, place: str, url: str) -> dict[str, str]:
    def at(where: str, usual: str) -> str:
        return payload if place in (where, "all") else usual

    text = _TEXT.format(
        name=at("name", "Ilse Marten"), words=at("words", f"water number {number}"), outlet=at("outlet", "The Courier")
    )
    return {
        "url": url,
        "title": at("title", f"Water rises, part {number}"),
        "outlet": at("outlet", "Harbour News"),
        "authors": at("authors", "Mara Quill"),
        "published": f"2026-03-{number % 28 + 1:02}",
        "text": text,
    }


def write(path: Path) -> int:
    """Write them as a table that `sayso add` reads; how many they are."""
    made = list(rows())
    path.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    return len(made)
