"""The query language: what it understands, what it refuses, and that FTS5 and the matcher at hand agree."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.archive.parser import parse
from sayso.archive.query import And, Near, Not, Or, Phrase, Query, Words, fts, matches, matches_any, spots
from sayso.archive.words import indexed, located, words_of
from sayso.errors import UsageError


def word(*words: str, open_end: bool = False, field: str | None = None) -> Phrase:
    return Phrase(words, open_end, field)


A, B, C = word("a"), word("b"), word("c")

UNDERSTOOD = [
    ("Chapo", word("chapo"), "case does not count"),
    ("Guzmán", word("guzman"), "nor do marks on letters"),
    ("U.S.", word("u", "s"), "what parts words parts them here too, and they stay in a row"),
    ("Penn's", word("penn", "s"), "so it is with an apostrophe"),
    ("10:30", word("10", "30"), "a colon behind no field's name parts words"),
    ('"war on drugs"', word("war", "on", "drugs"), "a phrase"),
    ("“war on drugs”", word("war", "on", "drugs"), "in quotation marks as editors write them"),
    ("cartel*", word("cartel", open_end=True), "a word that may go on"),
    ('"drug polic*"', word("drug", "polic", open_end=True), "the last word of a phrase may too"),
    ('"drug polic"*', word("drug", "polic", open_end=True), "wherever its star stands"),
    ("a b", And((A, B)), "side by side is AND"),
    ("a AND b", And((A, B)), "AND in so many words"),
    ("a, b", And((A, B)), "a comma means nothing"),
    ("a and b", And((A, word("and"), B)), "small letters are words"),
    ("a OR b c", Or((A, And((B, C)))), "AND binds closer than OR"),
    ("(a OR b) c", And((Or((A, B)), C)), "parentheses"),
    ("a NOT b", Not(A, B), "but not"),
    ("a AND NOT b", Not(A, B), "as other languages write it"),
    ("a b NOT c", And((A, Not(B, C))), "NOT binds closer than AND"),
    ("NEAR(a b)", Near((A, B), 10), "ten words unless it says otherwise"),
    ("NEAR(a b, 5)", Near((A, B), 5), "five"),
    ("NEAR(a b,5)", Near((A, B), 5), "without a blank"),
    ('NEAR("a b" c, 2)', Near((word("a", "b"), C), 2), "phrases in it"),
    ("a NEAR/5 b", Near((A, B), 5), "between two words"),
    ("a NEAR b", Near((A, B), 10), "likewise without a number"),
    ("a NEAR/3 b NEAR/3 c", Near((A, B, C), 3), "a chain of one distance"),
    ("(a OR b) NEAR/5 c", Or((Near((A, C), 5), Near((B, C), 5))), "alternatives"),
    ("title:a", word("a", field="title"), "a field"),
    ("Title: a", word("a", field="title"), "however it is written"),
    ('outlet:"a b" c', And((word("a", "b", field="outlet"), C)), "the field is of the phrase alone"),
    ("title:(a OR b)", Or((word("a", field="title"), word("b", field="title"))), "or of a group"),
    ("title:(a NEAR/2 b)", Near((A, B), 2, "title"), "with what is NEAR in it"),
    ("https://x.example/a", word("https", "x", "example", "a"), "an address is no field"),
    ("1,000", word("1", "000"), "a number with its comma"),
]


@pytest.mark.parametrize(("text", "tree", "why"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_what_a_query_means(text: str, tree: Query, why: str) -> None:
    assert parse(text) == tree, why


REFUSED = [
    ("", "The query is empty; give it a word to look for."),
    ("   ", "The query is empty; give it a word to look for."),
    ("(a", "at '(a' (character 1): this bracket is never closed."),
    ("a)", "at ')' (character 2): a bracket closes that was never opened."),
    ("a OR", "at its end: a word is missing."),
    ("OR a", "at 'OR a' (character 1): a word should stand here."),
    ("()", "at ')' (character 2): a word should stand here."),
    ("NOT a", "at 'NOT a' (character 1): NOT needs something before it to take away from."),
    ("a OR NOT b", "at 'NOT b' (character 6): NOT needs something before it to take away from."),
    ('x "a', "at '\"a' (character 3): this quotation mark has no partner."),
    ("gu*man", "at 'gu*man' (character 1): a * can only end a word."),
    ('"a* b"', "at '\"a* b\"' (character 1): within a phrase a * can only end the last word."),
    ("*", "at '*' (character 1): a * needs letters before it."),
    ("a !!!", "at '!!!' (character 3): there is no word in this."),
    ("body:a", "at 'body:a' (character 1): body is no field; there are title, outlet and speaker."),
    ("title:outlet:a", "at 'title:outlet:a' (character 1): a field within a field."),
    ("NEAR(a)", "at 'NEAR(a)' (character 1): NEAR needs two words at least."),
    ("NEAR(a b, x)", "at 'x)' (character 11): behind the comma of a NEAR stands a number of words."),
    ("NEAR(a b", "at 'NEAR(a b' (character 1): the brackets of this NEAR are never closed."),
    ("a NEAR/2 b NEAR/3 c",
     "at 'NEAR/3 c' (character 12): one chain of NEAR has one distance; use parentheses or NEAR(a b c, 5)."),
    ("a NEAR/2 (b c)", "at 'NEAR/2 (b c)' (character 3): NEAR takes words, phrases and alternatives of them."),
    ("title:a NEAR/2 b", "at 'b' (character 16): what stands NEAR must be in one field."),
    ("(" * 60 + "a" + ")" * 60, "at '((((((((((((((((((((' (character 41): brackets are nested more than 40 deep."),
    ("a " * 501, "at 'a' (character 1001): a query has at most 500 words."),
    ("(a OR b OR c) NEAR/2 (a OR b OR c) NEAR/2 (a OR b OR c) NEAR/2 (a OR b OR c OR d)",
     "at 'NEAR/2 (a OR b OR c' (character 57): this NEAR stands for more than 100 combinations."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), REFUSED, ids=[row[0][:20] for row in REFUSED])
def test_what_is_refused_is_said_where(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse(text)
    assert str(raised.value) in (sentence, f"The query cannot be understood {sentence}")


@given(st.text(alphabet=st.sampled_from('ab:*()"“,. /5NEARORNOT-') | st.characters(), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except UsageError:
        return
    table = _table([])
    assert table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (fts(tree, ("body",)),)).fetchone() == (0,)


WORD = st.sampled_from(["a", "b", "ab", "abc", "bridge", "é"])
PHRASES = st.builds(
    Phrase,
    words=st.lists(WORD.map(lambda each: words_of(each)[0]), min_size=1, max_size=3).map(tuple),
    open_end=st.booleans(),
    field=st.sampled_from([None, None, "outlet", "speaker"]),
)


def _near(phrases: list[Phrase], distance: int, field: str | None) -> Near:
    return Near(tuple(Phrase(phrase.words, phrase.open_end) for phrase in phrases), distance, field)


NEARS = st.builds(
    _near, st.lists(PHRASES, min_size=2, max_size=3), st.integers(0, 4), st.sampled_from([None, "speaker"])
)
QUERIES = st.recursive(
    PHRASES | NEARS,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
        | st.builds(Not, inner, inner)
    ),
    max_leaves=6,
)
TEXTS = st.lists(WORD | st.sampled_from([",", "x", "É", "B"]), max_size=12).map(" ".join)
COLUMNS = ("title", "body", "outlet", "speaker")


def _table(rows: list[tuple[str, ...]]) -> sqlite3.Connection:
    table = sqlite3.connect(":memory:")
    table.execute(f"CREATE VIRTUAL TABLE t USING fts5 ({', '.join(COLUMNS)}, content='', tokenize='ascii')")
    for number, row in enumerate(rows):
        table.execute(
            f"INSERT INTO t (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)", (number, *map(indexed, row))
        )
    return table


@given(QUERIES, st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_fts5_and_the_matcher_give_the_same_answers(query: Query, rows: list[tuple[str, ...]]) -> None:
    table = _table(rows)
    by_index = {
        row[0] for row in table.execute("SELECT rowid FROM t WHERE t MATCH ?", (fts(query, ("title", "body")),))
    }
    by_hand = set()
    for number, row in enumerate(rows):
        title, body, outlet, speaker = (Words(words_of(text)) for text in row)
        if matches_any(query, (title, body), {"outlet": outlet, "speaker": speaker}):
            by_hand.add(number)
    assert by_index == by_hand


@given(st.text(max_size=200) | st.sampled_from(["İ" * 120, "ﬃ" * 120, "a" * 250, "½⑴ª２"]))
@settings(max_examples=300, deadline=None)
def test_the_index_parts_words_as_we_do(text: str) -> None:
    table = _table([(text, "", "", "")])
    table.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
    found = [row[0] for row in table.execute("SELECT term FROM v ORDER BY offset")]
    assert found == words_of(text)
    places = located(text, [(n, n + 1) for n in range(len(found))])
    assert [words_of(text[start:end]) for start, end in places] == [[word] for word in found]
    assert words_of(text) == words_of(text.upper().lower()) or not text.isascii()


def test_a_sentence_is_matched_without_an_index() -> None:
    sentence = words_of("“They gave it one line,” said Osei of the drug policies.")
    assert matches(parse('"drug polic*" NOT cartel*'), sentence)
    assert matches(parse("said NEAR/1 of"), sentence)
    assert not matches(parse("said NEAR/0 of"), sentence)
    assert matches(parse("speaker:osei"), sentence, {"speaker": ["bernard", "osei"]})
    assert not matches(parse("speaker:osei"), sentence), "a field that is not given has no words"


def test_where_the_words_stand() -> None:
    words = words_of("a x b a y y y y b")
    assert spots(parse("a NEAR/1 b"), words) == [(0, 1), (2, 3), (3, 4)], "the last b is too far from any a"
    assert spots(parse("a NOT zz"), words) == [(0, 1), (3, 4)]
    assert spots(parse("title:a"), words) == []
