"""The first schema: the tables of `whence.store.schema`, and words by which texts are found."""

from alembic import op

from whence.store.schema import METADATA

revision = "0001"
down_revision = None

SQLITE = (
    "CREATE VIRTUAL TABLE words USING fts5(title, text, content='texts', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER words_added AFTER INSERT ON texts BEGIN "
    "INSERT INTO words(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER words_dropped AFTER DELETE ON texts BEGIN "
    "INSERT INTO words(words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
    "CREATE TRIGGER words_changed AFTER UPDATE OF title, text ON texts BEGIN "
    "INSERT INTO words(words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); "
    "INSERT INTO words(rowid, title, text) VALUES (new.number, new.title, new.text); END",
)
POSTGRESQL = (
    "CREATE TABLE words (number integer PRIMARY KEY REFERENCES texts(number) ON DELETE CASCADE, "
    "found tsvector NOT NULL)",
    "CREATE INDEX words_found ON words USING gin (found)",
)


def upgrade() -> None:
    """Make everything."""
    connection = op.get_bind()
    METADATA.create_all(connection)
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Drop everything."""
    connection = op.get_bind()
    op.execute("DROP TABLE words")
    METADATA.drop_all(connection)
