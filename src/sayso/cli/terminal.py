"""A reading on a terminal: the text with its findings marked, and under it the list of who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.lists import hedged, people, timeline
from sayso.export import facts
from sayso.export.head import credits_of, heading_block
from sayso.export.lookup import Lookup
from sayso.export.safe import clean, clipped, one_line
from sayso.export.segments import Mark, Part, Role, Segment, depths, nested_order, segments, words
from sayso.records import Block, BlockKind, Reading, sureness

STYLES = {
    Role.SOURCE: "bold cyan",
    Role.CUE: "italic magenta",
    Role.CONTENT: "green",
}
HEDGE = "underline"
SURE = "bold yellow"
INNER_CONTENT = "yellow"
"""A content inside a content, so that both ends of the inner one can be seen."""
MARKER = "bright_black"
FURNITURE = "bright_black"

_BRACKETS = {Role.SOURCE: ("*", "*"), Role.CUE: ("_", "_"), Role.CONTENT: ("[", "]")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FURNITURE_LABELS = {kind: f"({kind}) " for kind in BlockKind if not kind.is_prose} | {BlockKind.OTHER: "(furniture) "}
_TEXT_WIDTH = 100
"""Lines longer than this are hard to read; the list below the text takes the whole width."""
_SHORT = 24
"""Characters of the longest source that is shown behind the speaker's name (*he*); a longer one is in the text."""
_NARROW = 110
"""Below this many columns the list gives each finding lines of its own instead of a table's row."""


@dataclass(frozen=True, slots=True)
class Look:
    """How to show: columns, colours or marks in their place, and whether the stream takes raised digits."""

    width: int
    colour: bool
    unicode: bool = True


def show(reading: Reading, out: TextIO, look: Look) -> None:
    """Write the reading to `out`: nothing of the page can act on the terminal, no line is wider than `look.width`."""
    view = _View(reading, look)
    console = Console(
        file=out,
        width=look.width,
        force_terminal=look.colour,
        color_system="256" if look.colour else None,
        no_color=not look.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )
    with console.capture() as held:
        for part in (*view.head(), *view.text(), view.legend(), *view.findings(), *view.rest()):
            console.print(part)
    out.write("".join(line.rstrip(" ") + "\n" for line in held.get().splitlines()))


class _View:
    """The parts of one view, as rich renderables."""

    def __init__(self, reading: Reading, look: Look) -> None:
        self.reading = reading
        self.article = reading.article
        self.at = Lookup(reading)
        self.look = look
        self.depths = depths(reading.attributions)
        self.margin = max(0, look.width - _TEXT_WIDTH)

    def head(self) -> list[Text]:
        lines = Text()
        title = one_line(self.article.title or "")
        if title and heading_block(self.article) is None:
            lines.append(title + "\n", style="bold")
        said = " · ".join(each for each in (*credits_of(self.article), facts.wire_line(self.reading)) if each)
        for line in (said, one_line(self.article.url or "")):
            if line:
                lines.append(line + "\n", style=FURNITURE)
        for note in self.reading.notes:
            lines.append(f"Note: {one_line(note)}\n", style="yellow")
        return [lines] if lines else []

    def text(self) -> list[Padding]:
        blocks = self.article.blocks
        cuts = segments(self.reading, [block.span for block in blocks])
        return [self._block(block, cut) for block, cut in zip(blocks, cuts, strict=True)]

    def _block(self, block: Block, cut: list[Segment]) -> Padding:
        made = Text()
        indent = 0
        if not block.kind.is_prose:
            made.append(_FURNITURE_LABELS[block.kind], style=FURNITURE)
            indent = 2
        elif block.kind is BlockKind.QUOTATION:
            indent = 4
        base = FURNITURE if not block.kind.is_prose else "bold" if block.kind is BlockKind.HEADING else ""
        for segment in cut:
            self._segment(segment, base, made)
        return Padding(made, (0, self.margin, 1, indent))

    def _segment(self, segment: Segment, base: str, made: Text) -> None:
        words_here = clean(self.article.text[segment.start : segment.end]).replace("\t", "    ")
        if not self.look.colour:
            for run in _by_span(segment.starts):
                made.append(_BRACKETS[run[0].role][0])
        if Mark.HEDGE in segment.marks and not self.look.colour:
            words_here = f"~{words_here}~"
        made.append(words_here, style=_style(segment, base))
        for run in _by_span(segment.ends):
            if not self.look.colour:
                made.append(_BRACKETS[run[0].role][1])
            made.append(self._raised(run), style=MARKER)

    def _raised(self, run: list[Part]) -> str:
        numbers = [str(part.index + 1) for part in sorted(run, key=lambda part: part.index)]
        if self.look.unicode:
            return "·".join(numbers).translate(_RAISED)
        return "^" + ",".join(numbers)

    def legend(self) -> Text:
        if not self.reading.attributions:
            return Text("Nobody is said to have said anything here.", style="italic" if self.look.colour else "")
        if not self.look.colour:
            hedged = " ~not sure~" if self.reading.hedges else ""
            return Text(
                f"Marks: [what was said] *who said it* _the words that report it_{hedged}, each with its finding's number.\n"
            )
        made = Text("what was said", style=STYLES[Role.CONTENT])
        made.append(" · ", style=MARKER).append("said within it", style=INNER_CONTENT)
        made.append(" · ", style=MARKER).append("who said it", style=STYLES[Role.SOURCE])
        made.append(" · ", style=MARKER).append("the words that report it", style=STYLES[Role.CUE])
        if self.reading.hedges:
            made.append(" · ", style=MARKER).append("not sure", style=HEDGE)
        return made.append("\n")

    # -- the list

    def findings(self) -> list[Table | Text | Padding]:
        if not self.reading.attributions:
            return []
        order = nested_order(self.reading.attributions)
        count = len(order)
        title = Text(
            f"Who said what: {count} finding{'s' * (count != 1)}, read by {one_line(self.reading.model)}", style="bold"
        )
        if self.look.width < _NARROW:
            return [title, *(line for index in order for line in self._entry(index))]
        limits = self.look.width // 4, self.look.width // 7
        sure = max(len("how sure"), *(self._fields(index, 1)[3].cell_len for index in order)) + 2
        taken = sum(self._widest(column, limit) for column, limit in enumerate(limits))
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=False, header_style=FURNITURE)
        table.add_column("", justify="right", no_wrap=True)
        table.add_column("who", overflow="fold", max_width=limits[0])
        table.add_column("cue", overflow="fold", max_width=limits[1])
        table.add_column("kind", no_wrap=True)
        table.add_column("how sure", no_wrap=True)
        table.add_column("score", justify="right", no_wrap=True)
        table.add_column("words", overflow="fold")
        for index in order:
            table.add_row(Text(str(index + 1), style=MARKER), *self._fields(index, self.look.width - taken - 28 - sure))
        return [title, table]

    def rest(self) -> list[Table | Text]:
        """Who is in it, when it happened, and what the article itself does not simply state."""
        width, dash = self.look.width, "–" if self.look.unicode else "-"
        parts = people(self.at, width, dash), timeline(self.at, width), hedged(self.reading, width)
        return [line for part in parts if part for line in (Text(""), *part)]

    def _widest(self, column: int, limit: int) -> int:
        return min(limit, max(self._fields(index, 1)[column].cell_len for index in range(len(self.depths))))

    def _fields(self, index: int, room: int) -> tuple[Text, Text, Text, Text, Text, Text]:
        found = self.reading.attributions[index]
        depth = self.depths[index]
        stem = (
            "  " * (depth - 1) + ("└ " if self.look.unicode else "> ") if depth and self.look.width >= _NARROW else ""
        )
        name, shown = facts.who(self.at, found)
        cue = one_line(words(self.article, found.cue))
        none = "–" if self.look.unicode else "-"
        who = Text(stem, style=MARKER).append(
            name or facts.nobody(found), style=STYLES[Role.SOURCE] if name else MARKER
        )
        if shown and len(shown) < _SHORT:
            who.append(f" ({shown})", style=MARKER)
        mouths = facts.mouths(self.at, found)
        said = Text(
            clipped(words(self.article, found.content), room) or none,
            style=INNER_CONTENT if depth else STYLES[Role.CONTENT],
        )
        if mouths > 1:
            arrow = " → " if self.look.unicode else " > "
            said.append(f"\n{mouths} mouths: {facts.path(self.at, found, arrow)}", style=MARKER)
        return (
            who,
            Text(cue or none, style=STYLES[Role.CUE] if cue else MARKER),
            Text(str(found.kind)),
            Text(sureness(found.certainty, found.polarity), style="" if facts.is_plain(found) else SURE),
            Text(f"{found.score:.2f}"),
            said,
        )

    def _entry(self, index: int) -> tuple[Padding, Padding]:
        """The finding on lines of its own: who and cue, then the first of the words."""
        hang = len(str(len(self.depths))) + 1
        indent = hang + 2 * self.depths[index]
        who, cue, kind, sure, score, said = self._fields(index, max(20, self.look.width - indent))
        number = Text(f"{index + 1} ".rjust(hang), style=MARKER)
        head = number.append_text(who)
        if self.reading.attributions[index].cue:
            head.append(", ", style=MARKER).append_text(cue)
        head.append(f", {kind}, {score}", style=MARKER)
        if not facts.is_plain(self.reading.attributions[index]):
            head.append(", ", style=MARKER).append_text(sure)
        return Padding(head, (0, 0, 0, indent - hang)), Padding(said, (0, 0, 0, indent))


def _style(segment: Segment, base: str) -> str:
    if Mark.HEDGE in segment.marks:
        base = f"{base} {HEDGE}".strip()
    if not segment.parts:
        return base
    roles = [part.role for part in segment.parts]
    contents = roles.count(Role.CONTENT)
    for role in (Role.SOURCE, Role.CUE):
        if role in roles:
            return f"{base} {STYLES[role]}".strip()
    return f"{base} {INNER_CONTENT if contents > 1 else STYLES[Role.CONTENT]}".strip()


def _by_span(ending: tuple[Part, ...]) -> list[list[Part]]:
    """The parts, those of the same role and span together: a source that several findings share is marked once."""
    runs: list[list[Part]] = []
    for part in ending:
        if runs and runs[-1][0].role is part.role and runs[-1][0].span == part.span:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs
