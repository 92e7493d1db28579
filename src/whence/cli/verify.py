"""`whence verify`: whether a store holds together."""

from __future__ import annotations

import click

from whence.cli.stores import db_option, opened
from whence.export.html_wording import counted


@click.command("verify")
@db_option
def command(db: str | None) -> None:
    """Check that a store holds together: texts against their hashes, every span against its words, every row."""
    found = 0
    with opened(db) as store:
        for line in store.verify():
            click.echo(line)
            found += 1
        reports = counted(store.holdings().reports, "report")
    click.echo(f"{reports}: {counted(found, 'thing')} that do not fit" if found else f"{reports}: everything fits")
    raise click.exceptions.Exit(4 if found else 0)
