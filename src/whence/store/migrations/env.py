"""Run by alembic: migrations on the connection that it is handed."""

from alembic import context

from whence.store.schema import METADATA


def migrate() -> None:
    """Run what is missing."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):  # read by alembic, not by a tool that imports every module
    migrate()
