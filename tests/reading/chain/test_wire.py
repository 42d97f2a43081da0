"""Whose text it is: agencies in datelines, bylines, taglines, credits and author fields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.article import article_from_text
from sayso.reading.chain.wire import wire_of
from sayso.records import Given

BODY = "The dam above Anytown held through the night, and the valley slept.\n\nIn the morning the water was lower."
WIRE: list[tuple[str, tuple[str, ...], tuple[str, bool] | None, str]] = [
    # text, authors, agency and whether whole, reason
    (f"ANYTOWN (AP) — {BODY}", (), ("Associated Press", True), "a dateline in capitals"),
    (
        f"Dam holds.\n\nANYTOWN, Nov. 19 (UPI) — {BODY}",
        (),
        ("United Press International", True),
        "with a day, after a title",
    ),
    (f"Anytown (AFP) – {BODY}", (), ("Agence France-Presse", True), "a town in small letters"),
    (f"Dec 29 (Reuters) - {BODY}", (), ("Reuters", True), "a day and no town"),
    (f"By ADA MOSS, Associated Press\n\n{BODY}", (), ("Associated Press", True), "a byline"),
    (f"Associated Press\n\n{BODY}", (), ("Associated Press", True), "its name on a line"),
    (f"{BODY}\n\n(Reporting by Ada Moss; Editing by Ben Oyelaran)", (), ("Reuters", True), "a tagline"),
    (
        f"{BODY}\n\nCopyright 2016 The Associated Press. All rights reserved.",
        (),
        ("Associated Press", True),
        "its copyright",
    ),
    (f"{BODY}\n\nThe Associated Press contributed to this report.", (), ("Associated Press", False), "it contributed"),
    (f"{BODY}\n\nWith files from Reuters", (), ("Reuters", False), "with files from it"),
    (BODY, ("AP",), ("Associated Press", True), "as author"),
    (BODY, ("By THE ASSOCIATED PRESS",), ("Associated Press", True), "as author in capitals"),
    (BODY, ("Ada Moss, Reuters",), ("Reuters", True), "as the author's employer"),
    (BODY, (), None, "nobody"),
    (BODY, ("Ada Moss",), None, "an author of the house"),
    (f"{BODY}\n\nMoss told The Associated Press that she had slept.", (), None, "an agency that is told is no author"),
    (f"{BODY}\n\nAda Moss contributed to this report.", (), None, "a person contributed"),
    (f"From Bloomberg:\n\n{BODY}", (), None, "a quotation is introduced, no byline"),
    (f"ANYTOWN (D) — {BODY}", (), None, "brackets that hold no agency"),
    (f"{BODY}\n\nAnytown's dam, seen from the east. (AP Photo/Ada Moss)", (), None, "a picture's credit"),
]


@pytest.mark.parametrize(("text", "authors", "expected", "why"), [pytest.param(*row, id=row[3]) for row in WIRE])
def test_wire(text: str, authors: tuple[str, ...], expected: tuple[str, bool] | None, why: str) -> None:
    article = replace(article_from_text(text, force=True), authors=authors)
    found = wire_of(article)
    assert (None if found is None else (found.agency, found.whole)) == expected, why
    if found is not None:
        assert found.why.by
        for span in found.spans:
            assert span.end <= len(article.text)


def test_the_tagline_of_an_unknown_outlet_is_not_taken_for_that_of_reuters() -> None:
    text = "ELMBRIDGE - The dam held.\n\n(Reporting by Ada Moss; editing by Ben Osei)"
    assert wire_of(article_from_text(text, Given(outlet="The Elmbridge Wire"), force=True)) is None
    found = wire_of(article_from_text(text, force=True))
    assert found is not None
    assert found.agency == "Reuters"
