"""The archive: readings of many articles in a folder of Parquet parts, with a log, a search index and SQL over it."""

from sayso.archive.archive import Archive
from sayso.archive.hits import Hit
from sayso.archive.info import Info
from sayso.archive.search import WITHIN, Facets, Filters, Within
from sayso.archive.settings import ArchiveSettings
from sayso.archive.tables import sql_error
from sayso.archive.writer import Counts, Fate, Writer

__all__ = [
    "WITHIN",
    "Archive",
    "ArchiveSettings",
    "Counts",
    "Facets",
    "Fate",
    "Filters",
    "Hit",
    "Info",
    "Within",
    "Writer",
    "sql_error",
]
