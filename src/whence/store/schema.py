"""The tables of a store. Numbers are dense and given by the writer, so that they are the same in every database.

What is looked up or sorted by has a column; what is only ever read with its report is packed (`packing`) into one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

METADATA = MetaData()


def _table(name: str, *columns: Column[Any], **options: Any) -> Any:
    """A table, untyped: the types of its columns stand in them."""
    return Table(name, METADATA, *columns, **options)


REPORTS = _table(
    "reports",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("text_digest", LargeBinary, nullable=False),  # the first half of the SHA-256 of the text
    Column("same_text_as", Integer),
    Column("story", Integer, nullable=False),
    Column("family", Integer, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("url", Text),
    Column("source", Text, nullable=False),
    Column("language", Text),
    Column("published", Text),
    Column("published_detail", Text),
    Column("minute", BigInteger),  # from 1970, for sorting; null where undated
    Column("words", Integer, nullable=False),
    Column("credits", Text, nullable=False),
    Column("parent", Integer),
    Column("parent_probability", Float),
    Column("parent_kind", Text),
    Column("own_share", Float),
    Column("made_by", Text, nullable=False),
)
Index("reports_by_id", REPORTS.c.id, unique=True)
Index("reports_by_text", REPORTS.c.text_digest)
Index("reports_by_story", REPORTS.c.story)
Index("reports_by_family", REPORTS.c.family)

TEXTS = _table(
    "texts",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("characters", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the text, squeezed
    Column("reading", LargeBinary, nullable=False),  # parts, flags, runs
    Column("findings", LargeBinary),  # null where another report has the very text
    Column("fingerprints", LargeBinary, nullable=False),
)

MEMBERSHIPS = _table(
    "memberships",
    Column("report", Integer, primary_key=True, autoincrement=False),
    Column("said", LargeBinary, nullable=False),
    Column("held", Integer),  # the report whose passages hold it in its story
    Column("bridges", Text),  # pairs of stories that it has shown to be one, for the next repair
)

STORIES = _table(
    "stories",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("moved_to", Integer),
    Column("title", Text),
    Column("first", Text),
    Column("last", Text),
    Column("last_minute", BigInteger, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Text, nullable=False),
    Column("described", Text, nullable=False),
    Column("sources", Float, nullable=False),
    Column("sources_low", Integer, nullable=False),
    Column("sources_high", Integer, nullable=False),
    Column("copied", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("quotations", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
)
Index("stories_by_time", STORIES.c.last_minute, STORIES.c.number)
Index("stories_by_reports", STORIES.c.reports, STORIES.c.number)
Index("stories_by_copied", STORIES.c.copied, STORIES.c.number)
Index("stories_by_figures", STORIES.c.figures, STORIES.c.number)
Index("stories_by_quotations", STORIES.c.quotations, STORIES.c.number)

STORY_OUTLETS = _table(
    "story_outlets",
    Column("outlet", Text, primary_key=True),
    Column("story", Integer, primary_key=True, autoincrement=False),
    Column("last_minute", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
Index("outlets_by_story", STORY_OUTLETS.c.story)
Index("stories_of_outlet", STORY_OUTLETS.c.outlet, STORY_OUTLETS.c.last_minute, STORY_OUTLETS.c.story)

OUTLETS = _table(
    "outlets",
    Column("outlet", Text, primary_key=True),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("outlets_by_reports", OUTLETS.c.reports, OUTLETS.c.outlet)

FAMILIES = _table(
    "families",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("traced", LargeBinary),  # null: a report has joined since it was traced
    Column("sources", Float, nullable=False),
    Column("sources_low", Integer, nullable=False),
    Column("sources_high", Integer, nullable=False),
    Column("due", SmallInteger, nullable=False),
)
Index("families_due", FAMILIES.c.due, sqlite_where=FAMILIES.c.due == 1, postgresql_where=FAMILIES.c.due == 1)

HOPS = _table(
    "hops",
    Column("child", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer, nullable=False),
    Column("changes", LargeBinary, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("quotations", Integer, nullable=False),
)

PAIRS = _table(
    "pairs",
    Column("later", Integer, primary_key=True, autoincrement=False),
    Column("earlier", Integer, primary_key=True, autoincrement=False),
    Column("words", Integer, nullable=False),
    Column("prose", Integer, nullable=False),
    Column("coverage_earlier", Float, nullable=False),
    Column("coverage_later", Float, nullable=False),
    Column("passages", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index("pairs_by_earlier", PAIRS.c.earlier)

SPEAKERS = _table(
    "speakers",
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("quotes", Integer, nullable=False),
)
Index("speakers_by_name", SPEAKERS.c.name, unique=True)
Index("speakers_by_folded", SPEAKERS.c.folded)
Index("speakers_by_reports", SPEAKERS.c.reports, SPEAKERS.c.number)

SPEECH = _table(
    "speech",
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False),
    Column("quotes", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
)

REJECTS = _table(
    "rejects",
    Column("source", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("reason", Text, nullable=False),
)

PROGRESS = _table(
    "progress",
    Column("source", Text, primary_key=True),
    Column("stamp", Text, nullable=False),  # size and time of the file
    Column("taken", Integer, nullable=False),
)

SNAPSHOTS = _table(
    "snapshots",
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("reports", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

TOTALS = _table(
    "totals",
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
