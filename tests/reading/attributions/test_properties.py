"""What holds of every reading, whatever the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import read_text
from sayso.errors import SaysoError
from sayso.records import Reading

_WORDS = st.sampled_from(
    "Moss,said,the dam,was safe,according to,he,denied,that,allegedly,[sic],\n\n,More:,A:,Q:,’60,.,:,–,?,!".split(",")  # noqa: SIM905
    + list("“”‘’\"'«»„,")
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)


def holds(reading: Reading) -> None:
    text = reading.article.text
    by_id = {a.id: a for a in reading.attributions}
    assert len(by_id) == len(reading.attributions)
    prose = [(b.start, b.end) for b in reading.article.prose]
    for a in reading.attributions:
        assert a.content
        assert 0.0 <= a.score <= 1.0
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)
            assert not span.of(text)[0].isspace()
            assert not span.of(text)[-1].isspace()
            assert any(s <= span.start and span.end <= e for s, e in prose), "findings come from prose alone"
        if a.inside is not None:
            holder = by_id[a.inside]
            assert all(any(h.holds(c) for h in holder.content) for c in a.content)
            assert sum(map(len, a.content)) < sum(map(len, holder.content))


@given(_TEXTS.filter(lambda text: not text.isspace()))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_jumble_of_marks_and_words(text: str) -> None:
    reading = read_text(text, force=True)
    holds(reading)
    assert reading.to_json() == read_text(text, force=True).to_json()


@given(st.text(min_size=1, max_size=120).filter(lambda t: any(c.isalnum() for c in t)))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    try:
        reading = read_text(text, force=True)
    except SaysoError:
        return  # said in a sentence; which, tests/article holds
    holds(reading)


def test_one_by_one_and_together_are_the_same() -> None:
    from sayso.article import article_from_text
    from sayso.model import load
    from sayso.reading import read_article, read_articles

    tagger = load()
    texts = ["“No,” said Moss.", "Moss denied that the dam was unsafe.", "The bus left at six."]
    articles = [article_from_text(text) for text in texts]
    assert read_articles(articles, tagger) == [read_article(a, tagger) for a in articles]
    assert read_articles(articles, load(threads=2)) == read_articles(articles, tagger)
