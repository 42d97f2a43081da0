"""Texts that no one would write: the chain takes them without a word; tests/reading/test_linear.py counts the work."""

from __future__ import annotations

import pytest

from sayso.article import article_from_text
from sayso.reading.chain import trace
from sayso.reading.chain.wire import wire_of
from sayso.reading.people import Cast
from sayso.reading.prose import prose_of
from sayso.reading.scene import Scene
from sayso.records import Attribution, AttributionKind, Span, Why
from tests.reading.chain.scenes import tokens_of

SIZE = 300_000
TEXTS = {
    "capitals": "TOLD THE CNN TIMES ",
    "names": "Ada Moss Gazette Times Post Of The ",
    "one sentence": "Moss told CNN that in an interview with the BBC she said on Fox News and in a statement to NPR that ",
    "marks": '“ ‘ ” ’ " ',
    "digits": "60 7.30 20/20 2016 ",
    "outlets": "the New York Times of the Washington Post's CNN's “New Day” ",
    "venues": "in the statement of the interview at the hearing in the tweet ",
    "possessives": "CNN's CNN's CNN’s ",
    "no spaces": "said.Two.Three.“Four”.",
    "polls": "43 percent of voters in a new Anytown Gazette / Coastal survey of the polls said six in ten ",
    "hosts": "told radio host Ada Moss of The Mark Levin Show with Rachel Maddow's show ",
    "sites": "Harbour.com. Told Harbour.com Coastal.tv ",
    "quoted": "Reuters quoted Ada Moss quoted cited quotes as saying ",
    "agencies": "By (AP) and Reuters contributed to this report, ",
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    unit = TEXTS[name]
    text = unit * (SIZE // len(unit))
    article = article_from_text(text, force=True)
    prose = prose_of(article)
    tokens = tokens_of(prose.text)
    found = []
    for number, at in enumerate(range(0, len(tokens) - 12, 12)):
        source, cue = tokens.span(at, at + 2), tokens.span(at + 2, at + 3)
        content = tokens.span(at + 4, at + 10)
        found.append(
            Attribution(f"a{number}", AttributionKind.INDIRECT, (source,), (cue,), (content,), None, 1.0, Why("test"))
        )
    whole = Attribution("all", AttributionKind.INDIRECT, (), (), (Span(0, tokens.end[-1]),), None, 1.0, Why("test"))
    routes = trace(Scene(article, prose, tokens, (*found, whole)), Cast())
    assert len(routes.routes) == len(found) + 1
    wire_of(article)


def test_an_empty_text() -> None:
    article = article_from_text("No.", force=True)
    prose = prose_of(article)
    routes = trace(Scene(article, prose, tokens_of(prose.text), ()), Cast())
    assert routes.routes == {}
    assert routes.wire is None
