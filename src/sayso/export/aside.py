"""What stands beside the text: who said what, finding by finding, who is in it, and when it happened."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from sayso.export import facts
from sayso.export.head import day
from sayso.export.links import Links
from sayso.export.lookup import Lookup
from sayso.export.markup import Html, tag
from sayso.export.safe import clipped, one_line
from sayso.export.segments import depths, nested_order, words
from sayso.export.voices import Voices
from sayso.records import Article, Attribution, Happening, Reading, SourceClass, Span, Why, sureness


class Aside:
    """The panel beside the text; knows each finding's number on the page, from 1."""

    def __init__(self, reading: Reading, voices: Voices, links: Links) -> None:
        self.links = links
        self.reading = reading
        self.article = reading.article
        self.voices = voices
        self.at = voices.at
        self.depths = depths(reading.attributions)
        self.numbers = {found.id: index + 1 for index, found in enumerate(reading.attributions)}

    def html(self) -> Html:
        """The whole panel."""
        reading = self.reading
        count = len(reading.attributions)
        return tag(
            "aside",
            tag("h2", "Who said what"),
            tag("p", "1 finding" if count == 1 else f"{count} findings", class_="count"),
            tag("ul", [tag("li", tag("a", said, href=to)) for said, to in self.links.about], class_="elsewhere")
            if self.links.about
            else "",
            self._mix(),
            self._legend(),
            self._people(),
            self._timeline(),
            self._hedged(),
            tag("ol", [self._card(index) for index in nested_order(reading.attributions)], class_="cards"),
            tag("p", *self._colophon(), class_="colophon"),
            id="findings",
            aria_label="Who said what",
            tabindex="-1",
        )

    def _mix(self) -> Html:
        """How many of the findings have a named source, a role, and so on, as a bar with its numbers."""
        counts = Counter(found.source_class for found in self.reading.attributions)
        if not self.reading.people or not counts:
            return Html("")
        shown = [kind for kind in SourceClass if counts[kind]]
        bar = [tag("span", class_=f"k-{kind} g{_share(counts[kind], counts.total())}") for kind in shown]
        said = [
            (tag("span", tag("span", class_=f"dot k-{kind}"), f"{counts[kind]} {kind}", class_="share"), " ")
            for kind in shown
        ]
        return tag("div", tag("div", bar, class_="bar", aria_hidden="true"), tag("p", said), class_="mix")

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
            " ",
            tag("span", "not sure", class_="hedge"),
            " ",
            tag("span", "when", class_="time"),
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

    def _people(self) -> Html:
        """Those who speak, then those who are mentioned, each with who they are in the article's words."""
        rows = []
        speaking = sorted(self.voices.by_voice.items(), key=lambda each: (not each[0], -len(each[1])))
        for name, indices in speaking:
            first = self.reading.attributions[indices[0]]
            links = [(tag("a", str(index + 1), href=f"#f{index + 1}"), " ") for index in indices]
            shown = clipped(facts.who(self.at, first)[0], 60) if name else "nobody known"
            label = self._led(first.speaker, shown, f"voice r{self.voices.hues[indices[0]]}")
            rows.append(tag("li", label, " ", self._described(name), " ", links))
        silent = [
            person
            for person in self.reading.people
            if person.id not in self.voices.by_voice and facts.worth_showing(person)
        ]
        rows += [
            tag("li", tag("span", clipped(one_line(person.name), 60), class_="silent"), " ", self._described(person.id))
            for person in silent
        ]
        if not rows:
            return Html("")
        title = f"People and sources ({len(rows)})"
        return tag("details", tag("summary", title), tag("ul", rows), class_="voices")

    def _led(self, person: str | None, shown: str, classes: str) -> Html:
        """A name, as a link where the page has something about whom it names."""
        to = self.links.people.get(person or "")
        return tag("a", shown, href=to, class_=classes) if to else tag("span", shown, class_=classes)

    def _described(self, id: str) -> Html:
        person = self.at.people.get(id)
        if person is None:
            return Html("")
        told = facts.descriptions(self.at, person)
        return tag("span", str(person.kind), f"; {told}" if told else "", class_="told")

    def _timeline(self) -> Html:
        happenings = self.reading.timeline()
        if not happenings:
            return Html("")
        rows = [self._happening(each) for each in happenings]
        return tag("details", tag("summary", f"When ({len(rows)})"), tag("ol", rows), class_="when")

    def _happening(self, each: Happening) -> Html:
        number = self.numbers.get(each.by or "")
        teller = facts.dated_by(self.at, each)
        by = tag("a", teller, href=f"#f{number}") if number else teller
        sure = sureness(each.certainty, each.polarity)
        told: list[Html | str] = [by]
        if sure != "stated":
            told += [", ", tag("span", sure, class_="sure")]
        if each.said:
            told += [f", said {facts.moment(each.said)}"]
        return tag(
            "li",
            tag("span", facts.moment(each.date, each.mod), class_="date"),
            " ",
            tag("span", clipped(one_line(words(self.article, each.what)), 220), class_="what"),
            " ",
            tag("span", *told, class_="told"),
        )

    def _hedged(self) -> Html:
        """What the article itself does not simply state."""
        own = facts.own_doubts(self.reading)
        if not own:
            return Html("")
        rows = [
            tag(
                "li",
                tag("span", sureness(hedge.certainty, hedge.polarity), class_="sure"),
                " ",
                tag("span", clipped(one_line(hedge.scope.of(self.article.text)), 220), class_="what"),
            )
            for hedge in own
        ]
        title = f"The article’s own doubts ({len(rows)})"
        return tag("details", tag("summary", title), tag("ul", rows), class_="hedged")

    def _card(self, index: int) -> Html:
        found = self.reading.attributions[index]
        name, shown = facts.who(self.at, found)
        cue = one_line(words(self.article, found.cue))
        said = one_line(words(self.article, found.content))
        number = index + 1
        return tag(
            "li",
            tag(
                "h3",
                tag("a", str(number), href=f"#t{number}", class_="badge", title="Show in the text"),
                " ",
                self._led(found.speaker, name or facts.nobody(found), "who" if name else "who none"),
                " ",
                [tag("span", f"“{shown}”" if len(shown) < 40 else "", class_="as"), " "] if shown else "",
                tag("span", cue, class_="cue") if cue else "",
            ),
            tag("p", said, class_=f"said {found.kind}") if said else "",
            self._path(found),
            tag("p", *self._facts(found), class_="facts"),
            self._why(found),
            self._cited(found),
            tag("a", "Close", href=f"#t{number}", class_="close"),
            id=f"f{number}",
            class_=f"card r{self.voices.hues[index]} in{min(self.depths[index], 3)}",
            tabindex="-1",
        )

    def _path(self, found: Attribution) -> Html:
        """The chain, drawn where the words went through more mouths than the speaker's."""
        hops = self.at.hops(found)
        if len(hops) < 3:
            return Html("")
        steps = []
        for place, (hop, name) in enumerate(zip(hops, self.at.actors(found), strict=True)):
            shown = clipped(words(self.article, hop.spans), 60)
            classes = "inferred" if hop.inferred and place < len(hops) - 1 else None
            told = tag("q", shown, class_="hop") if shown and shown.casefold() != one_line(name).casefold() else ""
            steps.append(tag("li", tag("span", one_line(name)), " " if told else "", told, class_=classes))
        return tag("ol", steps, class_="path", aria_label="Through whom it reached this article")

    def _facts(self, found: Attribution) -> list[Html | str]:
        told: list[Html | str] = []
        if not facts.is_plain(found):
            told += [tag("span", sureness(found.certainty, found.polarity), class_="sure"), " · "]
        mouths = facts.mouths(self.at, found)
        if mouths > 1:
            told += [tag("span", f"{mouths} mouths away", class_="mouths"), " · "]
        if self.reading.people and found.source_class is not SourceClass.NAMED:
            told += [str(found.source_class), " · "]
        told += [
            str(found.kind),
            " · ",
            tag("span", f"{found.score:.0%}", title="How likely the words are attributed as shown"),
        ]
        said = facts.said_when(self.at, found)
        if said:
            told += [" · ", f"said {said}"]
        outer = self.numbers.get(found.inside) if found.inside is not None else None
        if outer is not None:
            told += [" · inside ", tag("a", str(outer), href=f"#f{outer}")]
        same = self.links.same.get(found.id)
        if same:
            others = "1 other article" if same.articles == 1 else f"{same.articles:,} other articles"
            told += [" · ", tag("a", f"in {others}", href=same.address, class_="whole")]
        address = at_the_words(self.article, found)
        if address:
            on_page = tag("a", "on the page", href=address, rel="noreferrer noopener", target="_blank", class_="whole")
            told += [" · ", on_page]
        return told

    def _cited(self, found: Attribution) -> Html:
        """The citation, to be copied: by the page's script, or by selecting it."""
        return tag(
            "details",
            tag("summary", "Cite"),
            tag("p", citation(self.at, found), class_="citation"),
            tag("button", "Copy citation", type="button", class_="copy", hidden=True),
        )

    def _why(self, found: Attribution) -> Html:
        places = ", ".join(f"{span.start}–{span.end}" for span in (*found.source, *found.cue, *found.content))
        venue = "" if found.venue is None else found.venue.name + (" (inferred)" if found.venue.inferred else "")
        to = self.at.people.get(found.addressee or "")
        rows = [
            ("Said", facts.said_when(self.at, found)),
            *(("Happened", each) for each in self._happened(found)),
            ("Said to", to.name if to else ""),
            ("Said in", venue),
            ("Chain", facts.path(self.at, found)),
            ("How sure", sureness(found.certainty, found.polarity) if found.certainty_why.by else ""),
            ("Shown by", words(self.article, found.hedges)),
            ("Tone", "" if found.tone == "neutral" else str(found.tone)),
            ("Not named", words(self.article, found.anonymity)),
            ("Source", str(found.source_class) if found.speaker_why.by else ""),
            *_because("Speaker", found.speaker_why),
            *_because("Found by", found.why),
            ("Characters", places),
        ]
        return tag(
            "details",
            tag("summary", "Why"),
            tag("dl", [(tag("dt", name), tag("dd", one_line(value))) for name, value in rows if value]),
        )

    def _happened(self, found: Attribution) -> list[str]:
        """When what it tells happened, each date with its words."""
        return [
            f"{facts.moment(each.date, each.mod)}: {clipped(words(self.article, each.what), 90)}"
            for each in self.reading.happenings
            if each.by == found.id
        ][:4]

    def _colophon(self) -> list[Html | str]:
        made: list[Html | str] = [f"Read by {one_line(self.reading.model)} with Sayso."]
        if self.article.captured:
            made.append(f" Captured {day(self.article.captured)}.")
        return [*made, " A program found this and can be wrong: check the words before you rely on them."]


def _because(name: str, why: Why) -> list[tuple[str, str]]:
    told = [(name, why.by), ("Because", why.note)]
    return told + [("Rather than", f"{what} ({score:.0%})") for what, score in why.beat]


def _share(count: int, total: int) -> int:
    """The share in twentieths, at least one: the page's policy forbids styles of elements, so widths are classes."""
    return max(1, round(20 * count / total))


def citation(at: Lookup, found: Attribution) -> str:
    """A finding as a line to cite: its exact words, who said them, through whom, where they were published, when, and the address
    that leads to them."""
    article = at.article
    words = one_line(at.words(found.content) or at.words(found.cue))
    quoted = words if found.kind == "direct" and words[:1] in "\"“‘'" else f"“{words}”"
    name = facts.who(at, found)[0] or facts.nobody(found)
    chain = facts.path(at, found) if facts.mouths(at, found) > 1 else ""
    title = f"“{one_line(article.title)}”" if article.title else ""
    published = day(article.published) if article.published else "no date"
    address = at_the_words(article, found) or ""
    said = (name, chain, ", ".join(filter(None, (one_line(article.outlet or ""), title, published))), address)
    return f"{quoted} – " + "; ".join(filter(None, said))


def at_the_words(article: Article, found: Attribution) -> str | None:
    """The article's address with a text fragment (WICG Scroll To Text), so that a browser scrolls to the words."""
    spans: tuple[Span, ...] = found.content or found.cue or found.source
    if not article.url or not spans:
        return None
    return f"{article.url.split('#')[0]}{to_the_words(spans[0].of(article.text))}"


def to_the_words(words: str) -> str:
    """The end of an address by which a browser scrolls to the words (a text fragment)."""
    said = words.split("\n")[0].split()
    wanted = [" ".join(said)] if len(said) <= 12 else [" ".join(said[:5]), " ".join(said[-5:])]
    return "#:~:text=" + ",".join(quote(each, safe="", errors="replace").replace("-", "%2D") for each in wanted)
