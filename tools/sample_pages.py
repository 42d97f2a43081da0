"""Writes samples/coverage/pages from the hand-written bodies and the outlets' templates: `python tools/sample_pages.py`.

A body file has lines `key: value`, a line `---`, and the text: paragraphs between empty lines, HTML where one begins
with `<`. In a template a line that names something the body does not give is left out. With `--check` nothing is
written, and the exit status is 1 where a page is not what its body and template make.
"""

from __future__ import annotations

import json
import re
import sys
from html import escape
from pathlib import Path
from string import Template

HOME = Path(__file__).resolve().parent.parent / "samples" / "coverage"
LISTS = ("related", "comment")
OUTLETS = {
    "messenger": "Orle Valley Messenger",
    "radio": "Public Radio Amery",
    "corvane": "Corvane",
    "halyard": "The Halyard Post",
    "warrigal": "The Warrigal Advertiser",
    "nilapur": "The Nilapur Chronicle",
    "tidewater": "Tidewater Business Daily",
    "ballycorrin": "Ballycorrin Examiner",
    "standard": "The Amery Standard",
    "lantern": "Daily Lantern",
    "vigil": "Vigil",
    "longshore": "The Longshore",
    "strata": "Strata",
    "courrier": "Le Courrier d’Amery",
}


def parsed(source: str) -> tuple[dict[str, str], dict[str, list[str]], list[str]]:
    """The values, the lists and the paragraphs of a body file."""
    head, _, text = source.partition("\n---\n")
    values: dict[str, str] = {}
    lists: dict[str, list[str]] = {name: [] for name in LISTS}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        if key in lists:
            lists[key].append(value)
        else:
            values[key] = value
    return values, lists, [part for part in re.split(r"\n{2,}", text.strip("\n")) if part]


def markup(paragraphs: list[str], style: str) -> str:
    """The paragraphs as the outlet's system writes them; what begins with a tag is left as it is."""
    if style == "nilapur":
        return "\n".join(part if part.startswith("<") else f"{part}<br /><br />" for part in paragraphs)
    mark = {"lantern": '<p class="par"><span>{}</span></p>', "vigil": "<p>{}"}.get(style, "<p>{}</p>")
    return "\n".join(part if part.startswith("<") else mark.format(part) for part in paragraphs)


def article_data(values: dict[str, str], outlet: str) -> dict[str, object]:
    """What the page says of itself in JSON-LD. `data-date` stands there where it differs from the other tags."""
    said: dict[str, object] = {"@context": "https://schema.org", "@type": values.get("type", "NewsArticle")}
    said["headline"] = values["title"]
    if "byline" in values:
        said["author"] = [{"@type": "Person", "name": name} for name in re.split(r" and |, ", values["byline"])]
    said["publisher"] = {"@type": "Organization", "name": outlet}
    date = values.get("data-date", values.get("published"))
    if date:
        said["datePublished"] = date
    if "modified" in values:
        said["dateModified"] = values["modified"]
    return said


def page(name: str, source: str) -> str:
    """The page of one body file."""
    values, lists, paragraphs = parsed(source)
    outlet = values["outlet"]
    data = article_data(values, OUTLETS[outlet])
    given = {key: escape(value) for key, value in values.items()}
    given["url"] = f"https://{outlet}.example/{values.get('slug', name)}"
    given["jsonld"] = json.dumps(data, ensure_ascii=False, indent=1)
    given["graph"] = json.dumps({"@context": "https://schema.org", "@graph": [data]}, ensure_ascii=False)
    given["body"] = markup(paragraphs, outlet)
    given["related"] = "\n".join(
        f'<li><a href="/{re.sub("[^a-z]+", "-", each.lower()).strip("-")}">{escape(each)}</a></li>'
        for each in lists["related"]
    )
    given["comments"] = "\n".join(
        '<div class="comment"><b class="comment-author">{}</b><p>{}</p></div>'.format(
            *map(escape, each.partition(" | ")[::2])
        )
        for each in lists["comment"]
    )
    if "caption" in values:
        given["figure"] = (
            f'<figure><img src="/img/{name}.jpg" alt=""><figcaption>{given["caption"]}</figcaption></figure>'
        )
    template = (HOME / "templates" / f"{outlet}.html").read_text(encoding="utf-8")
    lines = []
    for line in template.splitlines():
        names = re.findall(r"(?<!\$)\$([a-z]+)", line)
        if all(key in given for key in names):
            lines.append(Template(line).substitute(given))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Exit status."""
    check = "--check" in sys.argv[1:]
    wrong = 0
    for body in sorted((HOME / "bodies").glob("*.txt")):
        target = HOME / "pages" / f"{body.stem}.html"
        made = page(body.stem, body.read_text(encoding="utf-8"))
        if check:
            if not target.is_file() or target.read_text(encoding="utf-8") != made:
                print(f"{target.name} is not what its body and template make", file=sys.stderr)
                wrong += 1
        else:
            target.write_text(made, encoding="utf-8", newline="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
