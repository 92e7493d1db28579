"""The history of the schema: one file a version, run in order by alembic."""
