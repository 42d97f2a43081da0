"""Plain text: what normalising changes, where paragraphs end, and what is furniture. Every sample is our own."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import article_from_text, normalise
from sayso.article.language import is_english
from sayso.article.plain import check_blocks
from sayso.errors import CaptureError, LanguageError, SaysoError
from sayso.records import BlockKind, Given

PROSE = "The harbour board said on Monday that the ferry would not sail before the spring because of the ice."


@pytest.mark.parametrize(
    ("text", "settled", "why"),
    [
        ("  a clean\n\ntext \n", "  a clean\n\ntext \n", "a clean text stays as it is, its ends too"),
        ("a\u00a0b\u2009c\td\u3000e", "a b c d e", "spaces and tabs, one for one"),
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne", "line ends"),
        ("ca\u00adre\u200bful", "careful", "zero-width within a word goes"),
        ("\ufeffone \u200btwo", " one  two", "beside a space it becomes one, so that offsets hold"),
        ("a\u202e\u2066b", "ab", "bidirectional controls"),
        ("a\x00\x1b[31mb", "a[31mb", "controls"),
        ("it\x92s \x93so\x94", "it’s “so”", "C1 controls as Windows-1252, as browsers do"),
        ("â€œsoâ€\u009d", "â€œsoâ€\ufffd", "mojibake stays visible"),
        ("a\ud800b\uffff", "a\ufffdb\ufffd", "what is no character"),
    ],
)
def test_normalise(text: str, settled: str, why: str) -> None:
    assert normalise(text) == settled, why


@pytest.mark.parametrize(
    ("text", "paragraphs", "why"),
    [
        ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."], "blank lines"),
        ("One is here.\nTwo is here.", ["One is here.", "Two is here."], "no blank line at all: by line"),
        (
            "The board met on Monday and\nsaid that the ice was so very\nthick that no ferry could\nsail before spring.",
            [
                "The board met on Monday and\nsaid that the ice was so very\nthick that no ferry could\nsail before spring."
            ],
            "wrapped by hand",
        ),
        ("  One.  \n\n\n", ["One."], "white space at the ends is in no block"),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str], why: str) -> None:
    article = article_from_text(text)
    assert [b.span.of(article.text) for b in article.blocks] == paragraphs, why


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        ("More: Ferry to sail again in May", "related", "a link to another story"),
        ("Read more: Why the ice came early", "related", "the same"),
        ("RELATED: The long winter in pictures", "related", "in capitals"),
        ("See also: Last year's thaw", "related", "the same"),
        ("Also read: Ice at the pier", "related", "the same"),
        ("Ada QuillAda Quill at the pier on Monday, before the vote", "caption", "a name glued to its own caption"),
        ("Harbour BoardHarbour Board members inspect the ice", "caption", "an organisation glued likewise"),
        ("Photo: Tom Reed", "caption", "a credit"),
        ("Ferries wait at the pier on Monday. (Photo by Tom Reed)", "caption", "a credit at the end"),
        ("Ferries wait at the pier (Tom Reed/Getty Images)", "caption", "an agency's credit"),
        ("By Ada Quill", "byline", "a byline"),
        ("By Ada Quill and Tom Reed, Staff Writers", "byline", "two names and a job"),
        ("Ada Quill, Staff Writer", "byline", "a name and a job"),
        ("Tom Reed contributed to this report.", "byline", "a credit line"),
        ("Additional reporting by Tom Reed", "byline", "the same"),
        ("© 2021 The Ferry Post. All rights reserved.", "other", "copyright"),
        ("Share this article on Facebook", "other", "a share prompt"),
        ("Sign up for our daily newsletter", "other", "a newsletter prompt"),
        ("Follow Ada Quill on Twitter", "other", "a follow prompt"),
        ("Story continues below", "other", "the page's own line"),
        ("* * *", "other", "a rule"),
        ("“We wait,” Quill said.", "paragraph", "prose"),
        ("More than 40 ferries wait, the board said.", "paragraph", "prose that opens as a link would"),
        ("By Monday the ice had gone.", "paragraph", "prose that opens as a byline would"),
        ("Follow the money, the mayor told the board.", "paragraph", "prose that opens as a prompt would"),
        ("Copyright law is no help here, said the judge.", "paragraph", "prose about copyright"),
        ("Share prices fell as the ferries stood still.", "paragraph", "prose about shares"),
        ("Published in 1921, the book tells of an earlier winter.", "paragraph", "prose about publishing"),
        ("Photographs of the pier show the damage, he said.", "paragraph", "prose about pictures"),
        ("McDonald McDonaldson is no caption.", "paragraph", "a capital within a name is no seam"),
        ("Related costs rose, too.", "paragraph", "prose"),
    ],
)
def test_furniture(line: str, kind: str, why: str) -> None:
    article = article_from_text(f"{PROSE}\n\n{line}\n\n{PROSE}")
    assert [str(b.kind) for b in article.blocks] == ["paragraph", kind, "paragraph"], why
    assert article.blocks[1].span.of(article.text) == line


@pytest.mark.parametrize(
    ("opening", "why"),
    [
        ("PORT ARDEN (AP) —", "an agency's"),
        ("PORT ARDEN, Oct. 3 (Reuters) –", "with a day"),
        ("ARDEN –", "a place alone"),
        ("Port Arden (Reuters) --", "in small letters, with its agency"),
    ],
)
def test_datelines(opening: str, why: str) -> None:
    article = article_from_text(f"{opening} {PROSE}")
    assert [(str(b.kind), b.span.of(article.text)) for b in article.blocks] == [
        ("dateline", opening),
        ("paragraph", PROSE),
    ], why


def test_long_paragraphs_are_prose_whatever_they_open_with() -> None:
    article = article_from_text("More: " + " ".join([PROSE] * 6))
    assert article.blocks[0].kind is BlockKind.PARAGRAPH


GERMAN = (
    "Der Hafen bleibt wegen des Eises bis zum Frühjahr geschlossen, sagte die Leiterin am Montag vor der Presse. " * 3
)
ZULU = (
    "Ibhodi lechweba lithe ngoMsombuluko isikebhe ngeke sihambe ngaphambi kwentwasahlobo ngenxa yeqhwa elikhulu. " * 4
)


@pytest.mark.parametrize(
    ("text", "english", "why"),
    [
        (PROSE, True, "English"),
        ("Ferry stuck", True, "too short to say"),
        ("Quill 4, Reed 3, Osei 2, Marsh 1", True, "a table of names"),
        (GERMAN, False, "German"),
        (ZULU, False, "isiZulu"),
        ("Паром не выйдет до весны, сообщили в порту в понедельник утром.", False, "another script"),
        (PROSE * 3 + GERMAN, True, "English that quotes another language"),
    ],
)
def test_language(text: str, english: bool, why: str) -> None:
    assert is_english(text) is english, why


def test_another_language_is_said_and_force_reads_it() -> None:
    with pytest.raises(LanguageError, match="--force"):
        article_from_text(GERMAN, name="hafen.txt")
    assert article_from_text(GERMAN, force=True).language is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\ufeff"])
def test_empty(text: str) -> None:
    with pytest.raises(CaptureError, match="empty"):
        article_from_text(text)


ODD = st.text(st.characters() | st.sampled_from("“”\"'‘’«»\n\r\t \u00a0\u200b\u202e\x00\ud800:—-()©"), max_size=300)


@settings(max_examples=300, deadline=None)
@given(ODD)
def test_any_text_gives_an_article_or_one_of_our_errors(text: str) -> None:
    try:
        article = article_from_text(text)
    except SaysoError:
        return
    check_blocks(article.text, article.blocks)
    assert normalise(article.text) == article.text
    assert article == article_from_text(text)
    json.dumps(article.text).encode()
    article.text.encode()


@settings(max_examples=300, deadline=None)
@given(ODD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("lines", "day", "why"),
    [
        (["Ferry stays", "Published 3:14 p.m. March 8, 2015", PROSE], "2015-03-08", "a line that says published"),
        (["Ferry stays", "By Ada Quill, 8th March 2015", PROSE], "2015-03-08", "a byline with its day"),
        (["Sun 8 Mar 2015 15.14 GMT", PROSE], "2015-03-08", "a line that is a date alone"),
        (["2015-03-08", PROSE], "2015-03-08", "in ISO 8601"),
        ([PROSE, "First published on March 8, 2015"], "2015-03-08", "at the foot"),
        (["Posted: Mar 8, 2015 | Updated: Mar 9, 2015", PROSE], "2015-03-08", "the day of an update is another"),
        (["Updated March 9, 2015", PROSE], None, "an update alone says nothing of the first day"),
        (["Published March 8, 2015", "March 9, 2015", PROSE], None, "two days are no day"),
        (["Published March 8, 2015 10:15 a.m.", PROSE], "2015-03-08", "what stands behind the year is an hour"),
        (["Sun 8 Mar 2015 12.14 GMT", PROSE], "2015-03-08", "so it is here"),
        (["Published 08/03/2015 10:30", PROSE], None, "and here, where no day is left"),
        (["Dec. 3, 2015", PROSE], "2015-12-03", "a month in short"),
        (["8 Oct 2015", PROSE], "2015-10-08", "and behind the day"),
        (["Sept 4, 2015", PROSE], "2015-09-04", "in four letters"),
        (["2015-²²-08", PROSE], None, "no numbers"),
        (["Published 03/08/2015", PROSE], None, "March or August"),
        (["Published February 30, 2015", PROSE], None, "no such day"),
        (["On March 8, 2015, the ice came.", PROSE], None, "a sentence of the article"),
        (["The harbour board published its plan on March 8, 2015.", PROSE], None, "a sentence that says published"),
        ([PROSE, "March 8, 2015", PROSE, PROSE, PROSE, PROSE], "2015-03-08", "near the top"),
        ([*[PROSE] * 8, "March 8, 2015", *[PROSE] * 8], None, "in the middle it is a heading"),
    ],
)
def test_day_of_publication(lines: list[str], day: str | None, why: str) -> None:
    made = article_from_text("\n\n".join(lines)).published
    assert (made and made.isoformat()) == day, why


def test_a_day_that_is_given_goes_before_one_that_is_told() -> None:
    made = article_from_text(f"Published March 8, 2015\n\n{PROSE}", Given(published=date(2015, 3, 9)))
    assert made.published == date(2015, 3, 9)
