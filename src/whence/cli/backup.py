"""`whence backup`: a copy of a store."""

from __future__ import annotations

from pathlib import Path

import click

from whence.cli.stores import db_option, opened


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@db_option
def command(target: Path, db: str | None) -> None:
    """Copy a store into a new SQLite file, while others read and write."""
    with opened(db) as store:
        store.backup(target)
    click.echo(f"wrote {target} ({target.stat().st_size / 1e6:,.1f} MB)", err=True)
