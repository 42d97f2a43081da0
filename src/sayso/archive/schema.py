"""The tables of an archive: every column with its type and what it holds. docs/archive.md is held to this by a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FORMAT = "sayso-archive"
VERSION = 1
"""Of the layout and the tables. A reader refuses a higher one; a writer takes a lower one up by `MIGRATIONS`."""

SPANS = "STRUCT(start_at INTEGER, end_at INTEGER)[]"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Rows of one article share its `commit`, so that a replaced article's rows can be told from its new ones."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    of_article: str | None = "article"
    """The column that holds the article's id; `None` where rows belong to no article and are never replaced."""
    group: int = 61_440
    """Rows of a row group: few where a row holds a whole text, so that one article is found without unpacking thousands."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What takes an archive from the version before to `version`. Parts that lack a column give null there, so most
    need to do nothing; `run` is given the archive's folder and may rewrite what it must before the new version is marked."""

    version: int
    name: str
    run: Callable[[str], None] | None = None


MIGRATIONS: tuple[Migration, ...] = (Migration(1, "the first layout"),)


def _columns(*rows: str) -> tuple[Column, ...]:
    made = []
    for row in rows:
        name, kind, comment = row.split(" | ")
        made.append(Column(name, SPANS if kind == "SPANS" else kind, comment))
    return tuple(made)


_ARTICLE = "article | VARCHAR | id of the article (articles.id)"
_COMMIT = "commit | INTEGER | number of the commit that added the row"

ARTICLES = Table(
    "articles",
    "One row an article, as it was read last.",
    _columns(
        "id | VARCHAR | made of the key: the same on every run and in every archive",
        "key | VARCHAR | canonical address without scheme, or text: and the text's id where it has none",
        "url | VARCHAR | address as given",
        "outlet | VARCHAR | who publishes it, as the page or the table says",
        "domain | VARCHAR | host of the address without www.",
        "title | VARCHAR | headline",
        "authors | VARCHAR[] | names of the byline",
        "published | DATE | day of publication, null where nobody says",
        "published_precision | VARCHAR | day or moment: whether the hour is known",
        "published_at | TIMESTAMP | moment of publication in UTC where it is known (as given, where no zone is)",
        "modified | DATE | day of the last change by the article's own account",
        "captured | TIMESTAMP | when the bytes were got, in UTC",
        "language | VARCHAR | en, or null where it could not be told",
        "text | VARCHAR | the text that all spans point into, in code points",
        "text_id | VARCHAR | made of the text: the same text under two addresses has one text_id",
        "words | INTEGER | words of the text, as white space parts them",
        "characters | INTEGER | code points of the text",
        "findings | INTEGER | attributions found in it",
        "model | VARCHAR | name and version of the model that read it",
        "notes | VARCHAR[] | what a user should know of the reading",
        "name | VARCHAR | the input it came from: a path, an address, a row of a table",
        "added | TIMESTAMP | when it was added, in UTC",
        _COMMIT,
    ),
    of_article="id",
    group=2048,
)

BLOCKS = Table(
    "blocks",
    "The stretches of an article's page and what each is.",
    _columns(
        _ARTICLE,
        "position | INTEGER | place among the article's blocks, from 1",
        "kind | VARCHAR | paragraph, heading, quotation, list, table: prose; caption, related, byline, dateline, other: not",
        "start_at | INTEGER | first code point",
        "end_at | INTEGER | the code point after the last",
        "rule | VARCHAR | what told its kind",
        _COMMIT,
    ),
)

ATTRIBUTIONS = Table(
    "attributions",
    "Who said what: one row an attribution.",
    _columns(
        _ARTICLE,
        "attribution | VARCHAR | id within its reading (a1)",
        "position | INTEGER | place among the article's attributions, from 1",
        "kind | VARCHAR | direct, indirect or mixed",
        "source_text | VARCHAR | words that name who, parts joined by …",
        "cue_text | VARCHAR | words that report it",
        "content_text | VARCHAR | words that were said",
        "source_spans | SPANS | where the source stands",
        "cue_spans | SPANS | where the cue stands",
        "content_spans | SPANS | where the content stands",
        "start_at | INTEGER | first code point of its content",
        "end_at | INTEGER | the code point after its content's last",
        "words | INTEGER | words of the content",
        "speaker | VARCHAR | id of the person who speaks (people.person), null where open",
        "speaker_name | VARCHAR | the speaker's name, null where open",
        "source_class | VARCHAR | named, role, collective, anonymous, document or unattributed",
        "addressee | VARCHAR | id of the person to whom it was said",
        "addressee_name | VARCHAR | that person's name",
        "via | VARCHAR[] | who passed the words on between the speaker and the article",
        "mouths | INTEGER | hops of its chain, the article itself included",
        "venue | VARCHAR | where it was said, as the text calls it",
        "venue_kind | VARCHAR | interview, statement, post, …",
        "inside | VARCHAR | id of the attribution whose content holds this one",
        "score | DOUBLE | 0 to 1, how likely the content is attributed as given",
        "certainty | VARCHAR | stated, hedged, alleged, believed, suggested, expected, unlikely, questioned, denied, refused or "
        "retracted",
        "polarity | VARCHAR | affirmed or denied",
        "tone | VARCHAR | neutral, doubting, conceding, insisting or vouching",
        "hedge_text | VARCHAR | words besides the cue that show how sure it is",
        "anonymity_text | VARCHAR | why the source is not named, in the article's words",
        "said | VARCHAR | id of the expression of time that dates the saying (times.mention)",
        "said_value | VARCHAR | its value",
        "rule | VARCHAR | the model or the rule that found it",
        _COMMIT,
    ),
)

PEOPLE = Table(
    "people",
    "Everybody whom an article mentions and who could speak.",
    _columns(
        _ARTICLE,
        "person | VARCHAR | id within its reading (p1)",
        "position | INTEGER | place among the article's people, from 1",
        "name | VARCHAR | the fullest form that the text gives",
        "kind | VARCHAR | person, organisation, outlet, programme, role, group, unnamed or document",
        "mentions | INTEGER | how often the text means them, pronouns included",
        "findings | INTEGER | attributions of which they are the speaker",
        "descriptions | VARCHAR[] | who they are, in the article's words",
        _COMMIT,
    ),
)

MENTIONS = Table(
    "mentions",
    "The words that mean a person.",
    _columns(
        _ARTICLE,
        "person | VARCHAR | id of the person (people.person)",
        "position | INTEGER | place among the person's mentions, from 1",
        "text | VARCHAR | the words",
        "start_at | INTEGER | first code point",
        "end_at | INTEGER | the code point after the last",
        _COMMIT,
    ),
)

HOPS = Table(
    "hops",
    "The chains: through whom each attribution's words reached the article.",
    _columns(
        _ARTICLE,
        "attribution | VARCHAR | id of the attribution",
        "position | INTEGER | place in the chain, from 1, the first mouth first",
        "kind | VARCHAR | said, told, wrote, testified, posted, broadcast, published, republished, reported or translated",
        "actor | VARCHAR | name, null where the text leaves it open",
        "person | VARCHAR | id of the person whom the actor is (people.person)",
        "inferred | BOOLEAN | whether it carries over from before or follows from the layout",
        "text | VARCHAR | the words that show it",
        "spans | SPANS | where they stand",
        _COMMIT,
    ),
)

HEDGES = Table(
    "hedges",
    "Statements that are not simply made, attributed or the article's own.",
    _columns(
        _ARTICLE,
        "position | INTEGER | place among the article's hedges, from 1",
        "attribution | VARCHAR | id of the attribution in which it stands, null where the article speaks for itself",
        "certainty | VARCHAR | as of an attribution",
        "polarity | VARCHAR | affirmed or denied",
        "text | VARCHAR | the words that show it",
        "spans | SPANS | where they stand",
        "scope_text | VARCHAR | the statement that they bear on",
        "scope_start | INTEGER | its first code point",
        "scope_end | INTEGER | the code point after its last",
        _COMMIT,
    ),
)

TIMES = Table(
    "times",
    "Expressions of time, with their values as TIMEX3 has them.",
    _columns(
        _ARTICLE,
        "mention | VARCHAR | id within its reading (t1)",
        "position | INTEGER | place among the article's times, from 1",
        "text | VARCHAR | the words",
        "start_at | INTEGER | first code point",
        "end_at | INTEGER | the code point after the last",
        "type | VARCHAR | DATE, TIME, DURATION or SET",
        "value | VARCHAR | 2016-01-09, P3D; XXXX-01-09 where the year is open",
        "mod | VARCHAR | START, MID, END, APPROX, …",
        "anchor | VARCHAR | what it was reckoned from: published, the id of another one, or null",
        "candidates | VARCHAR[] | values that are left open",
        _COMMIT,
    ),
)

HAPPENINGS = Table(
    "happenings",
    "What the articles date, in their words, and who says so.",
    _columns(
        _ARTICLE,
        "happening | VARCHAR | id within its reading",
        "position | INTEGER | place in the text, from 1",
        "date | VARCHAR | when it happened, a TIMEX3 value",
        "mod | VARCHAR | its modifier",
        "text | VARCHAR | what happened, in the article's words",
        "spans | SPANS | where they stand",
        "who | VARCHAR[] | ids of the people in it",
        "who_names | VARCHAR[] | their names",
        "attribution | VARCHAR | id of the attribution that says so, null for the article itself",
        "said | VARCHAR | when that was said, a TIMEX3 value",
        "certainty | VARCHAR | as of an attribution",
        "polarity | VARCHAR | affirmed or denied",
        "times | VARCHAR[] | ids of the expressions behind both dates (times.mention)",
        _COMMIT,
    ),
)

WIRE = Table(
    "wire",
    "Articles that are an agency's text, in whole or in part.",
    _columns(
        _ARTICLE,
        "agency | VARCHAR | its name",
        "whole | BOOLEAN | false where the agency only contributed",
        "text | VARCHAR | the byline or tagline that says so",
        "spans | SPANS | where it stands",
        _COMMIT,
    ),
)

READINGS = Table(
    "readings",
    "The whole reading of each article, packed, from which it is given back exactly.",
    _columns(
        _ARTICLE,
        "body | VARCHAR | JSON of the records by field names, spans as [start, end], without the text",
        "raw_text | VARCHAR | the text as a JSON string, only where it holds lone surrogates, which no column can",
        _COMMIT,
    ),
    group=2048,
)

SET_ASIDE = Table(
    "set_aside",
    "Inputs that gave no reading, and why.",
    _columns(
        "name | VARCHAR | the input: a path, an address, a row of a table",
        "code | VARCHAR | short stable reason (no-article, not-english, …)",
        "message | VARCHAR | one sentence",
        "noted | TIMESTAMP | when, in UTC",
        _COMMIT,
    ),
    of_article=None,
)

REPLACED = Table(
    "replaced",
    "Readings that gave way to a newer text, a newer model or a reading again; the rows themselves are gone.",
    _columns(
        "article | VARCHAR | id of the article",
        "text_id | VARCHAR | of the text that it had",
        "model | VARCHAR | the model that had read it",
        "was_commit | INTEGER | number of the commit that had added it",
        "reason | VARCHAR | text, model or again",
        "noted | TIMESTAMP | when it was replaced, in UTC",
        _COMMIT,
    ),
    of_article=None,
)

TABLES: tuple[Table, ...] = (
    ARTICLES,
    BLOCKS,
    ATTRIBUTIONS,
    PEOPLE,
    MENTIONS,
    HOPS,
    HEDGES,
    TIMES,
    HAPPENINGS,
    WIRE,
    READINGS,
    SET_ASIDE,
    REPLACED,
)
BY_NAME = {table.name: table for table in TABLES}

COMMITS = Table(
    "commits",
    "What was written when: the log, one row a commit.",
    _columns(
        "commit | INTEGER | its number, from 1",
        "kind | VARCHAR | add or compact",
        "noted | TIMESTAMP | when, in UTC",
        "added | INTEGER | articles that were new",
        "replaced | INTEGER | articles that replaced what was there",
        "set_aside | INTEGER | inputs that gave no reading",
        "sayso | VARCHAR | version of Sayso that wrote it",
    ),
    of_article=None,
)
MIGRATED = Table(
    "migrations",
    "Versions that the archive has had.",
    _columns(
        "version | INTEGER | of the layout and the tables",
        "name | VARCHAR | what it brought",
        "noted | TIMESTAMP | when the archive came to it, in UTC",
        "sayso | VARCHAR | version of Sayso that took it there",
    ),
    of_article=None,
)
FROM_LOG: tuple[Table, ...] = (COMMITS, MIGRATED)
"""Tables that are no parts: they are made of the log and of archive.json when the archive is opened."""

DEAD = Table(
    "dead",
    "Rows that do not count any more, since their article was replaced; no table that is shown.",
    _columns("article | VARCHAR | id of the article", "commit | INTEGER | number of the commit that had added it"),
    of_article=None,
)
