"""The first schema: the tables of `whence.store.schema`, and words by which texts are found."""

from alembic import op

from whence.store.schema import METADATA

revision = "0001"
down_revision = None

SQLITE = ("CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')",)
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
