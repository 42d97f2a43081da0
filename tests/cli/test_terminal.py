"""The terminal view, exactly as it is shown."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.cli.terminal import Look, show
from sayso.records import Article, Block, BlockKind, Reading
from tests.marked import reading, whole

STORY = reading(
    "Bridge to shut\n\n"
    "[C1 “Not today,”] [Q1 said] [S1,2 Ines Marlow], [Q2 adding] [C2 that [S3 the firm] [Q3 had promised] [C3 “care”]].\n\n"
    "Photo: T. Sayle\n\n[C4 “Nine months is another thing.”]",
    kinds={0: BlockKind.HEADING, 2: BlockKind.CAPTION, 3: BlockKind.QUOTATION},
    title="Bridge to shut",
    outlet="The Ellery Courier",
    authors=("Mara Quill",),
    published=date(2024, 3, 5),
    scores={3: 0.514},
)


def shown(made: Reading, width: int = 60, colour: bool = False, unicode: bool = True) -> str:
    out = io.StringIO()
    show(made, out, Look(width, colour, unicode))
    return out.getvalue()


def test_narrow_without_colour() -> None:
    assert shown(STORY) == (
        "The Ellery Courier · by Mara Quill · 5 March 2024\n"
        "\n"
        "Bridge to shut\n"
        "\n"
        "[“Not today,”]¹ _said_¹ *Ines Marlow*¹·², _adding_² [that\n"
        "*the firm*³ _had promised_³ [“care”]³]².\n"
        "\n"
        "  (caption) Photo: T. Sayle\n"
        "\n"
        "    [“Nine months is another thing.”]⁴\n"
        "\n"
        "Marks: [what was said] *who said it* _the words that report\n"
        "it_, each with its finding's number.\n"
        "\n"
        "Who said what: 4 findings, read by no model\n"
        "1 Ines Marlow, said, direct, 0.90\n"
        "  “Not today,”\n"
        "2 Ines Marlow, adding, mixed, 0.90\n"
        "  that the firm had promised “care”\n"
        "  3 the firm, had promised, direct, 0.51\n"
        "    “care”\n"
        "4 nobody named, direct, 0.90\n"
        "  “Nine months is another thing.”\n"
    )


def test_wide_shows_a_table() -> None:
    assert shown(STORY, 110).split("by no model\n")[1] == (
        "   who           cue           kind    how sure  score  words\n"
        "1  Ines Marlow   said          direct  stated     0.90  “Not today,”\n"
        "2  Ines Marlow   adding        mixed   stated     0.90  that the firm had promised “care”\n"
        "3  └ the firm    had promised  direct  stated     0.51  “care”\n"
        "4  nobody named  –             direct  stated     0.90  “Nine months is another thing.”\n"
    )


def test_a_whole_reading_shows_who_through_whom_how_sure_and_when() -> None:
    made = shown(whole(), 112)
    assert "The Ellery Gazette · 5 March 2024 · In part agency copy: Ellery Press Agency\n" in made
    assert "*She*²\n~apparently~ _denied_² [that the pins were worn]²" in made
    assert re.sub(" +\n", "\n", made.split("by no model\n")[1]) == (
        "   who                cue        kind      how sure        score  words\n"
        "1  Ines Marlow        said       direct    stated           0.90  “not today”\n"
        "                                                                  2 mouths: Ines Marlow → the Courier → The\n"
        "                                                                  Ellery Gazette\n"
        "2  Ines Marlow (She)  denied     indirect  hedged, denied   0.90  that the pins were worn\n"
        "3  nobody named       allegedly  indirect  alleged          0.90  fell in May 2023\n"
        "\n"
        "Who is in it: 2\n"
        "who          kind    says  in the article’s words\n"
        "Ines Marlow  person  2     head of highways\n"
        "the Courier  outlet  –     –\n"
        "\n"
        "When: 2 dated\n"
        "when            what                     who says so\n"
        "about May 2023  A pin allegedly fell     the article, alleged\n"
        "4 March 2024    Ines Marlow … not today  Ines Marlow\n"
        "\n"
        "In the article's own voice, not simply stated: 1\n"
        "how sure  statement\n"
        "hedged    It may rain\n"
    )


def test_on_a_narrow_terminal_a_finding_says_how_sure_and_through_whom() -> None:
    assert (
        "1 Ines Marlow, said, direct, 0.90\n"
        "  “not today”\n"
        "  2 mouths: Ines Marlow → the Courier → The Ellery Gazette\n"
        "2 Ines Marlow (She), denied, indirect, 0.90, hedged, denied\n"
    ) in shown(whole(), 60)


def test_a_stream_without_raised_digits_gets_plain_ones() -> None:
    made = shown(STORY, unicode=False)
    assert "*Ines Marlow*^1,2, _adding_^2" in made
    assert not set("·–└¹²³⁴") & set(made.split("\n\n", 1)[1])


def test_colour_takes_the_place_of_signs() -> None:
    made = shown(STORY, colour=True)
    assert "\x1b[32m“Not today,”\x1b[0m\x1b[90m¹\x1b[0m" in made
    assert "[“Not" not in re.sub(r"\x1b\[[0-9;]*m", "", made)


def test_nothing_found_is_said() -> None:
    assert shown(reading("It rained.")) == "It rained.\n\nNobody is said to have said anything here.\n"


def test_a_note_comes_first() -> None:
    made = Reading(Article("x", "It rained.", (Block(BlockKind.PARAGRAPH, 0, 10),)), (), "none", ("Read by force.",))
    assert shown(made).startswith("Note: Read by force.\n\nIt rained.\n")


@pytest.mark.parametrize("colour", [False, True], ids=["signs", "colours"])
@pytest.mark.parametrize("width", [20, 60, 140])
def test_no_control_character_of_a_page_reaches_the_terminal(width: int, colour: bool) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202eabc\r\x08"
    made = reading(f"[C1 {evil} said] [Q1 {evil}] [S1 {evil}].", title=evil, outlet=evil, authors=(evil,), url=evil)
    made = Reading(made.article, made.attributions, evil, (evil,))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown(made, width, colour))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain)


@given(st.text(min_size=1, max_size=300), st.integers(20, 130))
def test_no_line_is_wider_than_asked_and_no_text_raises(words: str, width: int) -> None:
    article = Article("x", words, (Block(BlockKind.PARAGRAPH, 0, len(words)),), title=words)
    for line in shown(Reading(article, (), "none"), width).splitlines():
        assert cell_len(line) <= width
