"""Markup: what is looked at once comes out as what is looked at mark by mark."""

from __future__ import annotations

import html
import sys

from sayso.export.markup import join, tag, text
from sayso.export.safe import clean


def test_every_character_is_escaped_and_cleaned() -> None:
    """A text of harmless marks alone is passed over; that must be right for every character there is."""
    for code in range(sys.maxunicode + 1):
        mark = chr(code)
        assert text(mark) == html.escape(clean(mark), quote=True), hex(code)
    assert text("the ferry & <b>\u202ethe crew</b>") == "the ferry &amp; &lt;b&gt;\ufffdthe crew&lt;/b&gt;"


def test_children_are_laid_out_however_they_are_nested() -> None:
    made = tag("p", "a < b", [tag("b", "c"), ["d", (tag("br"), "\x00")]], class_="x y")
    assert made == '<p class="x y">a &lt; b<b>c</b>d<br>\ufffd</p>'
    assert join(["a", made]) == f"a{made}"
