"""A reading as one self-contained page: the text with every finding marked, and the details of each beside it."""

from __future__ import annotations

from sayso.export.aside import Aside
from sayso.export.document import asset, document
from sayso.export.facts import wire_line
from sayso.export.head import credits_of, heading_block
from sayso.export.links import Links
from sayso.export.markup import Html, join, tag, text
from sayso.export.safe import one_line
from sayso.export.segments import Part, Role, Segment, segments
from sayso.export.voices import Voices
from sayso.records import Block, BlockKind, Reading

_LABELS = {
    BlockKind.CAPTION: "Caption",
    BlockKind.RELATED: "Related",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.OTHER: "Page furniture",
}


def render(reading: Reading, links: Links | None = None) -> str:
    """The whole page as a string (`document`); with `links` its details lead to other pages of the same folder."""
    title = one_line(reading.article.title or "") or "A reading"
    body = (
        tag("a", "Skip to who said what", class_="skip", href="#findings"),
        tag("main", main_part(reading, links)),
    )
    style, script = asset("page.css"), asset("page.js")
    return document(f"{title} – who said what", body, style, script, reading.article.language or "en")


def main_part(reading: Reading, links: Links | None = None) -> Html:
    """The text with every finding marked and the details beside it: the same in a self-contained page and in the pages of
    `sayso serve`, which give `links` to what else they know."""
    voices = Voices(reading)
    return tag(
        "div",
        _Text(reading, voices).html(),
        Aside(reading, voices, links or Links()).html(),
        tag("p", class_="live", aria_live="polite"),
        class_="reading",
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


class _Text:
    """The article's text with every finding marked."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self.reading = reading
        self.article = reading.article
        self.hues = voices.hues

    def html(self) -> Html:
        article = self.article
        heading = heading_block(article)
        title = one_line(article.title or "")
        credit = " · ".join(each for each in (*credits_of(article), wire_line(self.reading)) if each)
        blocks = segments(self.reading, [block.span for block in article.blocks])
        return tag(
            "article",
            tag(
                "header",
                tag("h1", title) if heading is None and title else "",
                tag("p", credit, class_="credits") if credit else "",
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
        for mark in segment.marks:
            shown = tag("span", shown, class_=str(mark))
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
        blank = not self.article.text[segment.start : segment.end].strip() and not first
        link = tag(
            "span" if blank else "a",  # a link of a blank alone has no name to be read out
            shown,
            href=None if blank else f"#f{inner.index + 1}",
            class_=" ".join(classes),
            id=f"t{first[0].index + 1}" if first else None,
            tabindex=None if first or blank else "-1",
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
