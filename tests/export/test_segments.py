"""Text cut at the boundaries of findings, and the order in which findings are listed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.segments import Role, depths, nested_order, segments
from sayso.records import Article, Attribution, AttributionKind, Block, BlockKind, Reading, Span, Why
from tests.marked import reading

NESTED = "[C1 The mayor said [S2 the inspector] [Q2 told] her [C2 that it held]], [Q1 wrote] [S1 the Courier]."


def test_marked_text_gives_the_reading_that_it_describes() -> None:
    made = reading(NESTED)
    outer, inner = made.attributions
    text = made.article.text
    assert text == "The mayor said the inspector told her that it held, wrote the Courier."
    assert [span.of(text) for span in outer.content] == ["The mayor said the inspector told her that it held"]
    assert [span.of(text) for span in inner.source] == ["the inspector"]
    assert (outer.inside, inner.inside) == (None, "a1")


def test_segments_carry_their_parts_outermost_first() -> None:
    made = reading(NESTED)
    text = made.article.text
    (cut,) = segments(made, [block.span for block in made.article.blocks])
    shown = [(text[s.start : s.end], [(p.index + 1, str(p.role)) for p in s.parts]) for s in cut]
    assert shown == [
        ("The mayor said ", [(1, "content")]),
        ("the inspector", [(1, "content"), (2, "source")]),
        (" ", [(1, "content")]),
        ("told", [(1, "content"), (2, "cue")]),
        (" her ", [(1, "content")]),
        ("that it held", [(1, "content"), (2, "content")]),
        (", ", []),
        ("wrote", [(1, "cue")]),
        (" ", []),
        ("the Courier", [(1, "source")]),
        (".", []),
    ]


def test_a_shared_source_is_one_segment_with_two_parts() -> None:
    made = reading("[C1 “No,”] [S1,2 he] [Q1 said], [Q2 adding] [C2 that it was late].")
    (cut,) = segments(made, [block.span for block in made.article.blocks])
    shared = [s for s in cut if len(s.parts) == 2]
    assert [[p.index for p in s.parts] for s in shared] == [[0, 1]]
    assert all(p.role is Role.SOURCE for s in shared for p in s.parts)


def test_a_span_over_two_blocks_is_cut_at_their_edge() -> None:
    made = reading("[C1 “One\n\n“Two”] [Q1 said] [S1 she].")
    first, second = segments(made, [block.span for block in made.article.blocks])
    assert [len(s.parts) for s in first] == [1]
    assert [len(s.parts) for s in second] == [1, 0, 1, 0, 1, 0]


def test_inner_findings_follow_their_outer_one() -> None:
    made = reading("[S3 X] [Q3 says] [C3 [S1 Y] [Q1 says] [C1 [S2 Z] [Q2 lies] [C2 low]]]. [C4 “Fin.”]")
    assert [each.id for each in made.attributions] == ["a3", "a1", "a2", "a4"]
    assert depths(made.attributions) == [0, 1, 2, 0]
    assert nested_order(made.attributions) == [0, 1, 2, 3]


def test_a_circle_of_insides_still_lists_every_finding_once() -> None:
    def found(name: str, inside: str) -> Attribution:
        return Attribution(name, AttributionKind.DIRECT, (), (), (Span(0, 1),), inside, 0.5, Why("by hand"))

    circle = (found("a", "b"), found("b", "a"), found("c", "c"), found("d", "nobody"))
    assert sorted(nested_order(circle)) == [0, 1, 2, 3]
    assert len(depths(circle)) == 4


SPANS = st.tuples(st.integers(0, 39), st.integers(1, 12)).map(lambda p: Span(p[0], min(p[0] + p[1], 40)))


@given(st.lists(st.tuples(st.lists(SPANS, max_size=2), st.lists(SPANS, min_size=1, max_size=3)), max_size=6))
def test_segments_cover_every_block_whatever_overlaps(drawn: list[tuple[list[Span], list[Span]]]) -> None:
    text = "abcdefghi " * 4
    blocks = (Block(BlockKind.PARAGRAPH, 0, 17), Block(BlockKind.CAPTION, 19, 40))
    found = tuple(
        Attribution(f"a{n}", AttributionKind.INDIRECT, tuple(source), (), tuple(content), None, 0.5, Why("drawn"))
        for n, (source, content) in enumerate(drawn)
    )
    cuts = segments(Reading(Article("x", text, blocks), found, "none"), [block.span for block in blocks])
    for block, cut in zip(blocks, cuts, strict=True):
        assert [s.start for s in cut] == [block.start, *[s.end for s in cut[:-1]]]
        assert cut[-1].end == block.end
        for segment in cut:
            assert all(part.span.start <= segment.start and segment.end <= part.span.end for part in segment.parts)
