"""The rules after the tagger, each by itself, on attributions put together by hand over sentences of our own."""

from __future__ import annotations

import numpy as np
import pytest

from evals.markup import parse_marked
from sayso.article import article_from_text
from sayso.model import ModelFolder, Tagged
from sayso.model.quotes import quotations
from sayso.model.words import encode
from sayso.reading.attributions.found import EVIDENCE, Found
from sayso.reading.attributions.hearsay import nameless
from sayso.reading.attributions.kinds import kind_of
from sayso.reading.attributions.layouts import parted, quotation_blocks, run_on, unclaimed_quotations
from sayso.reading.attributions.relays import without_relays
from sayso.reading.attributions.reread import looks
from sayso.reading.attributions.voices import another_voice
from sayso.reading.prose import Prose, prose_of
from sayso.records import Span

VOCABULARY = ModelFolder.load().vocabulary


def by_hand(marked: str) -> tuple[str, Tagged, list[Found]]:
    """The text, its words without any scores, and the attributions as they are marked."""
    text, gold = parse_marked(marked)
    words = encode(text, VOCABULARY)
    none = np.zeros((len(words), 1), np.float32)
    tagged = Tagged(words, none, none, none, np.bincount(words.paragraph).astype(np.int64))

    def word(span: tuple[int, int]) -> tuple[int, int]:
        return int(np.searchsorted(words.start, span[0])), int(np.searchsorted(words.start, span[1]))

    found = [
        Found(
            word(g.source[0]) if g.source else None,
            word(g.cue[0]) if g.cue else None,
            [word(c) for c in g.content],
            "tagger",
            np.zeros(len(EVIDENCE)),
        )
        for g in gold
    ]
    for f, g in zip(found, gold, strict=True):
        f.holder = None if g.inside is None else found[g.inside]
    return text, tagged, found


def words_of(text: str, tagged: Tagged, span: tuple[int, int]) -> str:
    return text[tagged.words.start[span[0]] : tagged.words.end[span[1] - 1]]


@pytest.mark.parametrize(
    ("text", "content", "kind", "why"),
    [
        ("“No,” said Moss.", "“No,”", "direct", "all in marks"),
        ("Moss said no.", "no", "indirect", "no marks"),
        ("Moss said it was “a farce” of sorts.", "it was “a farce” of sorts", "mixed", "some in marks"),
        ("“He said it was a farce,” Moss said.", "it was a farce", "indirect", "the marks around it are another's"),
        (
            "“It was, as she put it, ‘vital’ to us,” Moss said.",
            "‘vital’ to us",
            "mixed",
            "its own marks, inside another's",
        ),
        ("“She told me ‘go home’,” Moss said.", "‘go home’", "direct", "a quotation within a quotation"),
        ("'No, it isn't,' said Moss.", "'No, it isn't,'", "direct", "single marks, apostrophes within"),
        ("“We go on\n\n“and on.”", "“We go on", "direct", "left open, since it runs on"),
    ],
)
def test_kind(text: str, content: str, kind: str, why: str) -> None:
    at = text.index(content)
    assert kind_of(text, (Span(at, at + len(content)),), quotations(text)) == kind, why


def test_a_relay_gives_way_to_the_mouth_that_it_passes_on() -> None:
    text, tagged, found = by_hand(
        "[Q1 According to] [S1 the Courier], [C1 [S2 Moss] [Q2 says] [C2 she will sue the board]]."
    )
    kept = without_relays(found, text, tagged)
    assert kept == [found[1]]
    assert kept[0].holder is None
    assert kept[0].note == "passed on: According to the Courier"


def test_a_report_that_says_more_than_it_passes_on_stays() -> None:
    text, tagged, found = by_hand(
        "[Q1 According to] [S1 the Courier], [C1 the dam was shut in May after the crack that [S2 Moss] [Q2 says] "
        "[C2 she saw] had grown wide enough to put a hand in]."
    )
    assert without_relays(found, text, tagged) == found


def test_said_that_is_no_relay() -> None:
    text, tagged, found = by_hand("[S1 Osei] [Q1 said] [C1 [S2 Moss] [Q2 says] [C2 she will sue the board]].")
    assert without_relays(found, text, tagged) == found


def test_an_adverb_names_nobody() -> None:
    text, tagged, found = by_hand("[C1 The boat] left. [S1 Dolan] [Q1 allegedly] [C1 sold the pumps].")
    nameless(found, text, tagged)
    assert found[0].source is None
    assert [words_of(text, tagged, c) for c in found[0].contents] == ["sold the pumps"]
    assert [words_of(text, tagged, tuple(map(int, place.split(":")))) for place, _ in found[0].beat] == ["Dolan"]


def test_a_verb_keeps_its_source() -> None:
    text, tagged, found = by_hand("[S1 Dolan] [Q1 said] [C1 he sold the pumps].")
    nameless(found, text, tagged)
    assert found[0].source is not None


@pytest.mark.parametrize(
    ("marked", "kept", "why"),
    [
        ("[C1 “[S2 I] [Q2 think] [C2 it is safe],”] [S1 Moss] [Q1 said].", False, "the speaker's own thought"),
        (
            "[C1 “[S2 I] [Q2 told] him [C2 ‘go home’],”] [S1 Moss] [Q1 said].",
            True,
            "the speaker quotes words of their own",
        ),
        ("[C1 “[S2 Amin] [Q2 thinks] [C2 it is safe],”] [S1 Moss] [Q1 said].", True, "somebody else"),
        ("[C1 “It [Q2 is thought] [C2 to be safe],”] [S1 Moss] [Q1 said].", True, "nobody named"),
    ],
)
def test_voices(marked: str, kept: bool, why: str) -> None:
    text, tagged, found = by_hand(marked)
    assert another_voice(found[1], text, tagged, quotations(text)) is kept, why
    assert another_voice(found[0], text, tagged, quotations(text))


def test_a_paragraph_that_is_all_quotation_is_somebodys() -> None:
    text, tagged, found = by_hand(
        "Moss shrugged.\n\n“We check it every week and have found nothing.”\n\n“Quiet Harbour”"
    )
    made = unclaimed_quotations(text, tagged, quotations(text), found)
    assert [words_of(text, tagged, c) for f in made for c in f.contents] == [
        "“We check it every week and have found nothing.”"
    ]
    assert made[0].source is made[0].cue is None


@pytest.mark.parametrize(
    ("first", "parts", "why"),
    [
        ("“We check it every week and find nothing.”", 2, "closed: complete before the next paragraph"),
        ("“We check it every week and find nothing.", 1, "left open: it runs on"),
    ],
)
def test_a_closed_paragraph_is_parted_from_the_next_cue(first: str, parts: int, why: str) -> None:
    text, tagged, found = by_hand(f"[C1 {first}]\n\n[C1 “Ask anybody,”] [S1 Moss] [Q1 said].")
    assert len(parted(found, tagged, quotations(text))) == parts, why


def test_a_quotation_led_in_by_a_colon_keeps_its_cue() -> None:
    text, tagged, found = by_hand("[S1 Moss] [Q1 replied:]\n\n[C1 “We check it every week and find nothing.”]")
    assert parted(found, tagged, quotations(text)) == found


@pytest.mark.parametrize(
    ("marked", "count", "why"),
    [
        ("[Q1 According to] [S1 the Courier], [C1 Moss says she will sue].", 1, "passed on"),
        ("[C1 “It was, as Amin put it, ‘vital’ to us,”] [S1 Moss] [Q1 said].", 1, "a quotation within"),
        ("[C1 “It was vital to all of us,”] [S1 Moss] [Q1 said].", 0, "no sign of another mouth"),
    ],
)
def test_what_is_read_again(marked: str, count: int, why: str) -> None:
    text, tagged, found = by_hand(marked)
    assert len(looks(found, text, tagged, quotations(text))) == count, why


def test_a_quotation_block_is_one_content_of_the_cue_before_it() -> None:
    lead, block = "Moss told a meeting:", "I have read it. Nobody touched it. If Amin says we did, let him come."
    text, tagged, found = by_hand(
        "[S1 Moss] [Q1 told] a meeting:\n[C1 I have read it]. Nobody touched it. "
        "If [S2 Amin] [Q2 says] [C2 we did], let him come."
    )
    prose = Prose(text, (0, len(lead) + 1), (0, len(lead) + 1), ((len(lead) + 1, len(text)),))
    made = quotation_blocks(prose, tagged, found)
    assert [words_of(text, tagged, c) for c in made[0].contents] == [block]
    assert made[1].holder is made[0]


def test_a_quotation_block_without_a_cue_is_nobodys_by_name() -> None:
    text, tagged, found = by_hand("The letter was short.\nWe shut the gate at ten and we count the boats.")
    prose = Prose(text, (0, 22), (0, 22), ((22, len(text)),))
    made = quotation_blocks(prose, tagged, found)
    assert [words_of(text, tagged, c) for f in made for c in f.contents] == [text[22:]]


def test_a_quotation_block_takes_only_its_own_words_from_another_cue() -> None:
    text, tagged, found = by_hand(
        "[S1 Moss] [Q1 told] a meeting:\n[C1 I have read it.] [C2 Nobody touched it at all.]\n[S2 Amin] [Q2 said] [C2 so too]."
    )
    low, high = text.index("I have"), text.index("\nAmin")
    prose = Prose(text, (0,), (0,), ((low, high),))
    made = quotation_blocks(prose, tagged, found)
    assert [[words_of(text, tagged, c) for c in f.contents] for f in made] == [[text[low:high]], ["so too"]]


def test_a_quotation_block_that_is_signed_keeps_its_signature() -> None:
    text, tagged, found = by_hand("[C1 We shut the gate at ten and we count the boats.]\n[Q1 –][S1 Ada Moss]")
    prose = Prose(text, (0,), (0,), ((0, len(text)),))
    assert quotation_blocks(prose, tagged, found) == found


def test_what_is_too_long_is_cut_at_a_word_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reading.prose.MOST", 30)
    text = "The dam is safe.\n\nNobody has to leave the valley.\n\nNot yet."
    prose = prose_of(article_from_text(text))
    assert prose.text == "The dam is safe.\nNobody has"
    assert prose.unread == len(" to leave the valley.") + len("Not yet.")
    assert [prose.back(Span(17, 23)).of(text)] == ["Nobody"]


@pytest.mark.parametrize(
    ("first", "found_after", "why"),
    [
        ("“It was sound.", 1, "left open: the next paragraph goes on with it"),
        ("“It was sound.”", 2, "closed: the next paragraph is somebody's, and not said whose"),
    ],
)
def test_what_runs_on_is_one(first: str, found_after: int, why: str) -> None:
    text, tagged, found = by_hand(f"[S1 Moss] [Q1 said:] [C1 {first}]\n\n[C2 “We checked it again in June.”]")
    made = run_on(found, tagged, quotations(text))
    assert len(made) == found_after, why
    assert made[0].contents[-1] == (found[1].contents[0] if found_after == 1 else found[0].contents[0])


def test_a_block_set_as_a_quotation_is_direct_without_marks() -> None:
    text = "Moss told them:\nWe shut the gate at ten and count."
    block = (16, len(text))
    assert kind_of(text, (Span(16, len(text) - 1),), [], (block,)) == "direct"
    assert kind_of(text, (Span(19, 32),), [], (block,)) == "indirect"
