"""A reading as one self-contained page: the text with every finding marked, and the details of each beside it."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from urllib.parse import quote

from sayso.export.head import credits_of, day, heading_block
from sayso.export.markup import Html, join, tag, text
from sayso.export.safe import clipped, one_line
from sayso.export.segments import Part, Role, Segment, depths, nested_order, segments, words
from sayso.records import Article, Attribution, Block, BlockKind, Reading, Span

HUES = 12
"""How many colours there are for sources; the thirteenth source shares the first one's."""

_LABELS = {
    BlockKind.CAPTION: "Caption",
    BlockKind.RELATED: "Related",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.OTHER: "Page furniture",
}


def render(reading: Reading) -> str:
    """The whole page as a string; needs no network, no other file, and works without scripts.

    The page forbids itself everything but its own style and script (Content-Security-Policy with their hashes),
    and everything that comes from the article is escaped.
    """
    style, script = _asset("page.css"), _asset("page.js")
    article = reading.article
    title = one_line(article.title or "") or "A reading"
    hashes = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {hashes}; base-uri 'none'; form-action 'none'"
    view = _View(reading)
    return "<!doctype html>\n" + tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="generator", content="Sayso"),
            tag("title", f"{title} – who said what"),
            tag("style", Html(style)),
        ),
        tag(
            "body",
            tag("a", "Skip to who said what", class_="skip", href="#findings"),
            tag("main", view.text(), view.findings()),
            tag("p", class_="live", aria_live="polite"),
            tag("script", Html(script)),
        ),
        lang=article.language or "en",
    )


def render_for_notebook(reading: Reading) -> str:
    """The page in a sandboxed frame, so that neither its style nor the article's words touch the notebook."""
    return tag(
        "iframe",
        srcdoc=Html(render(reading)),
        sandbox="allow-scripts",
        title="Who said what",
        width="100%",
        height="640",
        style="border:1px solid #8884;border-radius:6px",
    )


@cache
def _asset(name: str) -> str:
    return resources.files("sayso.export").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


class _View:
    """The parts of one page; knows each finding's number on the page, from 1, and each source's colour."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.depths = depths(reading.attributions)
        self.numbers = {found.id: index + 1 for index, found in enumerate(reading.attributions)}
        self.voices: dict[str, list[int]] = {}
        for index, found in enumerate(reading.attributions):
            self.voices.setdefault(self._voice(found), []).append(index)
        hues = {voice: str(place % HUES) for place, voice in enumerate(v for v in self.voices if v)}
        self.hues = [hues.get(self._voice(found), "-none") for found in reading.attributions]

    def _voice(self, found: Attribution) -> str:
        return one_line(words(self.article, found.source)).casefold()

    # -- the text

    def text(self) -> Html:
        article = self.article
        heading = heading_block(article)
        title = one_line(article.title or "")
        blocks = segments(self.reading, [block.span for block in article.blocks])
        return tag(
            "article",
            tag(
                "header",
                tag("h1", title) if heading is None and title else "",
                tag("p", " · ".join(credits_of(article)), class_="credits") if credits_of(article) else "",
                tag("p", tag("a", one_line(article.url), href=article.url, rel="noreferrer noopener"), class_="address")
                if article.url
                else "",
                [tag("p", one_line(note), class_="note") for note in self.reading.notes],
            ),
            [self._block(block, cut, block is heading) for block, cut in zip(article.blocks, blocks, strict=True)],
            class_="text",
            aria_label="The article, with every finding marked",
        )

    def _block(self, block: Block, cut: list[Segment], is_title: bool) -> Html:
        inner = join(self._segment(segment) for segment in cut)
        match block.kind:
            case BlockKind.HEADING:
                return tag("h1" if is_title else "h2", inner)
            case BlockKind.QUOTATION:
                return tag("blockquote", tag("p", inner, class_="lines"))
            case BlockKind.LIST | BlockKind.TABLE:
                return tag("p", inner, class_=f"lines {block.kind}")
            case BlockKind.PARAGRAPH:
                return tag("p", inner, class_="lines")
            case kind:
                return tag(
                    "p", tag("span", _LABELS[kind], class_="label"), " ", inner, class_=f"lines furniture {kind}"
                )

    def _segment(self, segment: Segment) -> Html:
        shown = text(self.article.text[segment.start : segment.end])
        if not segment.parts:
            return shown
        inner = min(segment.parts, key=lambda part: (len(part.span), part.index))
        contents = [part for part in segment.parts if part.role is Role.CONTENT]
        roles = [part for part in segment.parts if part.role is not Role.CONTENT]
        classes = ["m"]
        if contents:
            held = contents[-1].index
            kind = str(self.reading.attributions[held].kind)
            classes += ["content", kind, f"h{self.hues[held]}", f"d{min(len(contents), 3)}"]
        if roles:
            classes += [str(roles[-1].role), f"r{self.hues[roles[-1].index]}"]
        classes += [f"f{index + 1}" for index in dict.fromkeys(part.index for part in segment.parts)]
        first = [part for part in segment.starts if self._is_first(part)]
        link = tag(
            "a",
            shown,
            href=f"#f{inner.index + 1}",
            class_=" ".join(classes),
            id=f"t{first[0].index + 1}" if first else None,
            tabindex=None if first else "-1",
        )
        others = [tag("span", id=f"t{part.index + 1}") for part in first[1:]]
        last = [part for part in segment.ends if part.role is Role.CONTENT and self._is_last(part)]
        marks = [
            tag("sup", str(part.index + 1), class_=f"n r{self.hues[part.index]}", aria_hidden="true") for part in last
        ]
        return join([others, link, marks])

    def _is_first(self, part: Part) -> bool:
        """Whether this is where the finding is entered: its first content, or its first span where it has none."""
        found = self.reading.attributions[part.index]
        if found.content:
            return part.role is Role.CONTENT and part.number == 0
        return part.span.start == found.start and part.number == 0

    def _is_last(self, part: Part) -> bool:
        return part.number == len(self.reading.attributions[part.index].content) - 1

    # -- the findings

    def findings(self) -> Html:
        reading = self.reading
        count = len(reading.attributions)
        return tag(
            "aside",
            tag("h2", "Who said what"),
            tag("p", "1 finding" if count == 1 else f"{count} findings", class_="count"),
            self._legend(),
            self._voices(),
            tag("ol", [self._card(index) for index in nested_order(reading.attributions)], class_="cards"),
            tag("p", *self._colophon(), class_="colophon"),
            id="findings",
            aria_label="Who said what",
            tabindex="-1",
        )

    def _legend(self) -> Html:
        sample = "m h0 r0 d1"
        return tag(
            "p",
            tag("span", "who", class_=f"{sample} source"),
            " ",
            tag("span", "the words that report it", class_=f"{sample} cue"),
            " ",
            tag("span", "quoted", class_=f"{sample} content direct"),
            " ",
            tag("span", "partly quoted", class_=f"{sample} content mixed"),
            " ",
            tag("span", "in the writer’s words", class_=f"{sample} content indirect"),
            tag(
                "span",
                tag("kbd", "n"),
                " next, ",
                tag("kbd", "p"),
                " previous, ",
                tag("kbd", "Esc"),
                " none",
                class_="keys",
            ),
            class_="legend",
        )

    def _voices(self) -> Html:
        rows = []
        for voice, indices in sorted(self.voices.items(), key=lambda each: (not each[0], -len(each[1]))):
            first = self.reading.attributions[indices[0]]
            name = clipped(words(self.article, first.source), 60) if voice else "no source in the text"
            links = [tag("a", str(index + 1), href=f"#f{index + 1}") for index in indices]
            rows.append(
                tag(
                    "li",
                    tag("span", name, class_=f"voice r{self.hues[indices[0]]}"),
                    " ",
                    [(link, " ") for link in links],
                )
            )
        return (
            tag("details", tag("summary", f"By source ({len(rows)})"), tag("ul", rows), class_="voices")
            if rows
            else Html("")
        )

    def _card(self, index: int) -> Html:
        found = self.reading.attributions[index]
        who = one_line(words(self.article, found.source))
        cue = one_line(words(self.article, found.cue))
        said = one_line(words(self.article, found.content))
        number = index + 1
        return tag(
            "li",
            tag(
                "h3",
                tag("a", str(number), href=f"#t{number}", class_="badge", title="Show in the text"),
                " ",
                tag("span", who or "no source in the text", class_="who" if who else "who none"),
                " ",
                tag("span", cue, class_="cue") if cue else "",
            ),
            tag("p", said, class_=f"said {found.kind}") if said else "",
            tag("p", *self._facts(found), class_="facts"),
            self._why(found),
            tag("a", "Close", href=f"#t{number}", class_="close"),
            id=f"f{number}",
            class_=f"card r{self.hues[index]} in{min(self.depths[index], 3)}",
            tabindex="-1",
        )

    def _facts(self, found: Attribution) -> list[Html | str]:
        facts: list[Html | str] = [
            str(found.kind),
            " · ",
            tag("span", f"{found.score:.0%}", title="How likely the words are attributed as shown"),
        ]
        outer = self.numbers.get(found.inside) if found.inside is not None else None
        if outer is not None:
            facts += [" · inside ", tag("a", str(outer), href=f"#f{outer}")]
        address = _at_the_words(self.article, found)
        if address:
            facts += [" · ", tag("a", "on the page", href=address, rel="noreferrer noopener", target="_blank")]
        return facts

    def _why(self, found: Attribution) -> Html:
        places = ", ".join(f"{span.start}–{span.end}" for span in (*found.source, *found.cue, *found.content))
        rows = [("Found by", found.why.by), ("Because", found.why.note), ("Characters", places)]
        rows += [("Rather than", f"{what} ({score:.0%})") for what, score in found.why.beat]
        return tag(
            "details",
            tag("summary", "Why"),
            tag("dl", [(tag("dt", name), tag("dd", one_line(value))) for name, value in rows if value]),
        )

    def _colophon(self) -> list[Html | str]:
        made: list[Html | str] = [f"Read by {one_line(self.reading.model)} with Sayso."]
        if self.article.captured:
            made.append(f" Captured {day(self.article.captured)}.")
        return [*made, " A program found this and can be wrong: check the words before you rely on them."]


def _at_the_words(article: Article, found: Attribution) -> str | None:
    """The article's address with a text fragment (WICG Scroll To Text), so that a browser scrolls to the words."""
    spans: tuple[Span, ...] = found.content or found.cue or found.source
    if not article.url or not spans:
        return None
    said = spans[0].of(article.text).split("\n")[0].split()
    wanted = [" ".join(said)] if len(said) <= 12 else [" ".join(said[:5]), " ".join(said[-5:])]
    coded = ",".join(quote(each, safe="", errors="replace").replace("-", "%2D") for each in wanted)
    return f"{article.url.split('#')[0]}#:~:text={coded}"
