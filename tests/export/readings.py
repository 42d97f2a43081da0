"""Readings for the tests of the exports: one of every sort, hostile ones, and a strategy that makes any."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from sayso.records import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Certainty,
    Chain,
    Happening,
    Hedge,
    Hop,
    HopKind,
    Person,
    PersonKind,
    Polarity,
    Reading,
    SourceClass,
    Span,
    TimeMention,
    TimeType,
    Venue,
    Why,
    Wire,
)
from tests.marked import reading, whole

RULE = Why("rule: by hand")

HOSTILE = (
    "</script><script>alert(1)</script>",
    '=HYPERLINK("http://x.example","y")',
    "@SUM(1)",
    "]]> <!-- & -- > <?php",
    'a "quoted, cell"\r\nof two lines',
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85\u2028\u2029\ufffe\uffff",
    "\ud800 lone \udc00",
    "\u202egnp.exe \u200b\ufeff",
    "' OR 1=1; --",
    "-1+1",
    "\t=1",
)


def addressed() -> Reading:
    """`whole` with an address, authors and dates that have hours."""
    made = whole()
    about = replace(
        made.article,
        url="https://gazette.example/bridge?a=1&b=“two”#top",
        authors=("Mara Quill", "Tom O’Dell"),
        published=datetime(2024, 3, 5, 21, 30, tzinfo=timezone(timedelta(hours=-5))),
        modified=date(2024, 3, 6),
        captured=datetime(2024, 3, 7, 1, 2, 3, tzinfo=UTC),
        language="en",
    )
    return replace(made, article=about)


def nested() -> Reading:
    """A quotation within a quotation, one that runs over three blocks of different kinds, and spans that cross."""
    made = reading(
        "[C1 The mayor said [S2 the inspector] [Q2 told] her [C2 that it held]], [Q1 wrote] [S1 the Courier].\n\n"
        "“[C3 It held.\n\n“It always held.\n\nAnd it will hold]”, [Q3 said] [S3 Ada Moss].",
        kinds={2: BlockKind.QUOTATION, 3: BlockKind.LIST},
    )
    text = made.article.text
    first = made.attributions[0]
    start = text.index("told her")
    crossing = Hedge(
        (Span(start, start + 20), Span(4, 12)), Span(2, 60), Certainty.BELIEVED, Polarity.AFFIRMED, None, RULE
    )
    return replace(
        made, attributions=(replace(first, hedges=(Span(10, 30),)), *made.attributions[1:]), hedges=(crossing,)
    )


def every_kind() -> Reading:
    """A person of every kind who speaks, hops of every kind, every kind of block, values of time that are hard to write."""
    text = "ab " * 40
    blocks = tuple(Block(kind, 3 * n, 3 * n + 2) for n, kind in enumerate(BlockKind))
    people = tuple(
        Person(f"p{n}", f"{kind} & son", kind, (Span(n, n + 1),), (Span(n, n + 2),), RULE)
        for n, kind in enumerate(PersonKind)
    )
    found = tuple(
        Attribution(
            f"a{n}",
            kind,
            (Span(n, n + 4),),
            (),
            (Span(n + 2, n + 9), Span(n + 12, n + 15)),
            None,
            0.5,
            RULE,
            speaker=f"p{n}",
            source_class=SourceClass.NAMED,
            said=f"t{n}",
        )
        for n, kind in enumerate([*AttributionKind] * 3)
    )
    hops = tuple(
        Hop(kind, f"Actor {n}", f"p{n}" if n < 8 else None, (Span(n, n + 3),), True, RULE)
        for n, kind in enumerate(HopKind)
    )
    values = (
        "2024",
        "2024-02",
        "2024-02-30",
        "XXXX-01-09",
        "XXXX-13-09",
        "2024-01-09T21:00",
        "2024-01-09TEV",
        "P3D",
        "2024-W05",
        "a b",
    )
    mods = ("BEFORE", "AFTER", "APPROX", None, "odd mod", "END", None, None, "ON_OR_AFTER", "START")
    times = tuple(
        TimeMention(f"t{n}", Span(3 * n, 3 * n + 2), [*TimeType][n % 4], value, mod, None, RULE)
        for n, (value, mod) in enumerate(zip(values, mods, strict=True))
    )
    article = Article("kinds", text, blocks, language="en-GB")
    chains = (Chain("a0", hops), Chain("a1", hops[:1]), Chain("a2", (*hops[3:5], *hops[3:5])))
    return Reading(article, found, "none", ("A note.",), people, chains, times=times)


def hostile() -> Reading:
    """Strings that try to get out of every place where text of a page can stand."""
    text = "\n\n".join(HOSTILE)
    starts = [sum(len(each) + 2 for each in HOSTILE[:n]) for n in range(len(HOSTILE))]
    spans = [Span(start, start + len(each)) for start, each in zip(starts, HOSTILE, strict=True)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, span.start, span.end) for span in spans)
    people = tuple(
        Person(f"p{n}", each, [*PersonKind][n % 8], (span,), (span,), RULE)
        for n, (each, span) in enumerate(zip(HOSTILE, spans, strict=True))
    )
    found = tuple(
        Attribution(
            f"a{n}",
            AttributionKind.MIXED,
            (span,),
            (span,),
            (span,),
            None,
            1.0,
            Why(HOSTILE[n]),
            speaker=f"p{n}",
            addressee=f"p{n}",
            via=(HOSTILE[n],),
            venue=Venue(HOSTILE[n], HOSTILE[n], (span,)),
        )
        for n, span in enumerate(spans)
    )
    chains = tuple(
        Chain(
            each.id,
            (Hop(HopKind.SAID, HOSTILE[n], None, (), True, RULE), Hop(HopKind.PUBLISHED, None, None, (), True, RULE)),
        )
        for n, each in enumerate(found)
    )
    article = Article(
        "hostile",
        text,
        blocks,
        title=HOSTILE[0],
        authors=HOSTILE,
        outlet=HOSTILE[5],
        url='javascript:alert("1")',
        language='en"><x>',
    )
    return Reading(article, found, HOSTILE[6], HOSTILE, people, chains, Wire(HOSTILE[3], True, (spans[0],), RULE))


READINGS = {
    "whole": whole(),
    "addressed": addressed(),
    "nested": nested(),
    "every kind": every_kind(),
    "hostile": hostile(),
    "nothing found": reading("It rained."),
    "no text": Reading(Article("empty", "", ()), (), "none"),
    "no blocks": replace(whole(), article=replace(whole().article, blocks=())),
}

_ODD = [
    *"ab \n\t\r\x00\x0b\x1f\x85é\"'&<>=+-@;,]",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\udc00",
    "\u202e",
    "😀",
    "e\u0301",
    "]]>",
    "</p>",
]
odd_text = st.lists(st.sampled_from(_ODD), max_size=60).map("".join)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading whose spans lie anywhere, cross each other and run over blocks; its blocks leave gaps of any text."""
    text = draw(odd_text)
    size = len(text)
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    blocks = tuple(Block(draw(st.sampled_from(BlockKind)), start, end) for start, end in pairs)
    article = Article(
        "made",
        text,
        blocks,
        draw(st.none() | odd_text),
        url=draw(st.none() | odd_text.map("https://a.example/".__add__)),
    )
    if not size:
        return Reading(article, (), "none")
    span = st.tuples(st.integers(0, size - 1), st.integers(1, size)).map(
        lambda pair: Span(pair[0], min(size, pair[0] + pair[1]))
    )
    spans = st.lists(span, max_size=3).map(lambda some: tuple(sorted(some)))
    people = tuple(
        Person(f"p{n}", draw(odd_text), draw(st.sampled_from(PersonKind)), draw(spans), draw(spans), RULE)
        for n in range(draw(st.integers(0, 3)))
    )
    who = st.sampled_from([None, *(each.id for each in people), "p99"])
    found = tuple(
        Attribution(
            f"a{n}",
            draw(st.sampled_from(AttributionKind)),
            draw(spans),
            draw(spans),
            (*draw(spans), draw(span)),
            None,
            draw(st.floats(0, 1)),
            RULE,
            speaker=draw(who),
            addressee=draw(who),
            hedges=draw(spans),
            venue=Venue("x", draw(odd_text), draw(spans)) if draw(st.booleans()) else None,
        )
        for n in range(draw(st.integers(0, 4)))
    )
    hop = st.builds(Hop, st.sampled_from(HopKind), st.none() | odd_text, who, spans, st.booleans(), st.just(RULE))
    chains = tuple(
        Chain(each.id, tuple(draw(st.lists(hop, min_size=1, max_size=4)))) for each in found if draw(st.booleans())
    )
    sure = st.sampled_from(Certainty)
    hedges = st.builds(Hedge, spans, span, sure, st.sampled_from(Polarity), st.none(), st.just(RULE))
    times = tuple(
        TimeMention(f"t{n}", draw(span), TimeType.DATE, draw(odd_text), draw(st.none() | odd_text), None, RULE)
        for n in range(draw(st.integers(0, 2)))
    )
    happenings = tuple(
        Happening(f"h{n}", "2024", None, draw(spans), (), None, None, draw(sure), Polarity.AFFIRMED, (), RULE)
        for n in range(draw(st.integers(0, 2)))
    )
    wire = Wire(draw(odd_text), True, draw(spans), RULE) if draw(st.booleans()) else None
    return Reading(
        article,
        found,
        draw(odd_text),
        (),
        people,
        chains,
        wire,
        tuple(draw(st.lists(hedges, max_size=2))),
        times,
        happenings,
    )
