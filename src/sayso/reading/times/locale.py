"""Whether an outlet writes the day before the month: by the country of its address, else by its name."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from sayso.reading.words import word_set
from sayso.records import Article

_DAY_FIRST_ENDS: Final = word_set("uk ie au nz in za ng ke gh sg my pk bd lk mt fr de it es")
_DAY_FIRST_NAMES: Final = (
    "bbc", "guardian", "telegraph", "independent", "daily mail", "sky news", "itv", "financial times", "scotsman", "irish",
    "al jazeera", "sydney morning herald", "times of india", "hindu", "evening standard", "daily express", "daily mirror",
)  # fmt: skip
_MONTH_FIRST_NAMES: Final = (
    "new york", "washington", "cnn", "fox", "usa today", "wall street journal", "npr", "politico", "breitbart",
    "associated press", "huffington", "huffpost", "los angeles", "nbc", "cbs", "chicago", "boston", "vox", "slate", "bloomberg",
)  # fmt: skip


def day_first(article: Article) -> bool | None:
    """Whether *01/02/2016* is the first of February there; `None` where nothing tells."""
    host = ""
    if article.url:
        try:
            host = (urlsplit(article.url).hostname or "").lower()
        except ValueError:
            host = ""
    if host and host.rpartition(".")[2] in _DAY_FIRST_ENDS:
        return True
    name = f"{article.outlet or ''} {host}".lower()
    if any(each in name for each in _DAY_FIRST_NAMES):
        return True
    if any(each in name for each in _MONTH_FIRST_NAMES) or host.endswith((".gov", ".us", ".mil")):
        return False
    return None
