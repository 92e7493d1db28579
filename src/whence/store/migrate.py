"""Bringing a database to the schema that this version of whence reads."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from whence.errors import StoreError

NEWEST = "0001"


def upgrade(connection: Connection) -> None:
    """Make the tables, or bring them up to date; what is there is kept.

    Args:
        connection: in a transaction that the caller commits.

    Raises:
        StoreError: a newer whence has made them.
    """
    found = version_of(connection)
    if found == NEWEST:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files("whence.store").joinpath("migrations")))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreError(f"a newer whence has made this store (schema {found}, here {NEWEST}); update whence") from None


def version_of(connection: Connection) -> str | None:
    """The version of the schema; None where there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
