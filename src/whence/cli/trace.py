"""`whence trace`: what a whole corpus shares, as tables that last and as lines of pairs."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from whence.cli.corpora import passing_folder, size_of
from whence.cli.output import print_lines
from whence.cli.progress import Progress
from whence.cli.screen import rejects
from whence.cli.sources import read_all
from whence.errors import UsageError
from whence.flow.read import given
from whence.reading.folders import expand_sources
from whence.reading.since import Since
from whence.records import Reject
from whence.settings import load_settings

UNITS = {"k": 10**3, "m": 10**6, "g": 10**9}


@click.command("trace")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder of the tables; reports join what is there.")
@click.option("--jsonl", is_flag=True, help="Print the pairs of the corpus, one a line.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Threads.")
@click.option("--memory", default="2G", show_default=True, help="How much memory to use, as 500M or 4G.")
@click.option("--since", help="Only reports published on this day or later, and undated ones: 2024-11-29.")
@click.option(
    "--window", type=click.IntRange(0, 36_500), default=14, show_default=True, help="Days between two reports."
)
@click.option(
    "--words", type=click.IntRange(3), help="The fewest words of a listed pair  [default: 12 in a row, or 24]"
)
@click.option(
    "--encoder", type=click.Path(path_type=Path), help="Local folder of an encoder: one more clue to stories."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress, no closing line.")
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Find what the reports of a corpus share: every pair with a passage in common, aligned word by word.

    Tables (reports, pairs, passages, rejects) and an index are written to OUT. A run that was interrupted goes on where
    it stood; reports that come later join. Sources are files of JSON lines, Parquet, text or HTML, and folders of them.
    """
    gc.set_threshold(100_000, 20, 100)  # records by the million and no cycles: looking for them took a third of --jsonl
    raise click.exceptions.Exit(_run(sources, Options(**options)))


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    out: Path | None
    jsonl: bool
    jobs: int
    memory: str
    since: str | None
    window: int
    words: int | None
    encoder: Path | None
    quiet: bool


def _run(sources: tuple[str, ...], options: Options) -> int:
    """Trace into a folder, which is a passing one where only lines are wanted; returns the exit code."""
    if options.out is None and not options.jsonl:
        raise UsageError("say where the tables go: -o OUT; or --jsonl for lines of pairs")
    if options.out is None and options.encoder is not None:
        raise UsageError("--encoder is for stories, which are among the tables: say where they go with -o OUT")
    if options.out is not None:
        return _trace(sources, options.out, options)
    with passing_folder() as passing:
        return _trace(sources, passing, options)


def _trace(sources: tuple[str, ...], out: Path, options: Options) -> int:
    """Run the stages, then print what was asked for."""
    from whence.corpus.kernels import choose_kernels
    from whence.flow.aligning import Least
    from whence.flow.encoders import load_encoder
    from whence.flow.listing import list_pairs
    from whence.flow.trace import TraceOptions, Tracer, known_bytes

    settings = load_settings(os.environ, Path.cwd())
    since = Since(_day(options.since))
    files = [source for source in expand_sources(sources) if not isinstance(source, Reject)]
    least = Least() if options.words is None else Least(options.words, options.words)
    encoder = load_encoder(options.encoder) if options.encoder else None
    lasts = options.out is not None  # families and stories are only for tables
    progress, size = Progress(quiet=options.quiet), size_of(files)
    traced = Tracer(
        out,
        TraceOptions(memory_bytes(options.memory), options.jobs, options.window, least, lasts, lasts, encoder),
        choose_kernels(None if size is None else size + known_bytes(out)),
        progress.tell,
    ).run(
        _request(files, options, encoder.name if encoder else None),
        lambda: since.keep(read_all(sorted(sources), given(), replace(settings.limits, labelled=False))),
    )
    progress.end()
    if options.jsonl:
        print_lines(list_pairs(out))
    rejects(traced.first_rejects)
    if traced.rejects > len(traced.first_rejects):
        click.echo(f"whence: and {traced.rejects - len(traced.first_rejects):,} more", err=True)
    if traced.remark and not options.quiet:
        click.echo(f"whence: {out}: {traced.remark}", err=True)
    if not options.quiet:
        _say(traced, since.left_out, out if options.out else None)
    return 3 if traced.rejects else 0


def _request(files: list[str], options: Options, encoder: str | None) -> dict[str, Any]:
    """What is asked for, as plain values, with the hash of every file."""
    from whence.flow.manifest import file_hash

    inputs = {
        name: {"bytes": Path(name).stat().st_size, "sha256": file_hash(Path(name))}
        for name in sorted(files)
        if name != "-" and Path(name).is_file()
    }
    parameters = {"since": options.since, "window_days": options.window, "words": options.words}
    parameters |= {"encoder": encoder} if encoder else {}
    return {"inputs": inputs, "parameters": parameters}


def _say(traced: Any, left_out: int, out: Path | None) -> None:
    """The closing line."""
    parts = [f"{traced.read:,} reports read", f"{traced.added:,} added"]
    parts += [f"{traced.known:,} known already"] if traced.known else []
    parts += [f"{left_out:,} published before --since"] if left_out else []
    parts += (
        [
            f"{traced.rejects:,} reject{'' if traced.rejects == 1 else 's'}"
            + (f" (see {out / 'rejects.parquet'})" if out else "")
        ]
        if traced.rejects
        else []
    )
    parts += [f"{traced.reports:,} in {out}"] if out else []
    click.echo("; ".join(parts), err=True)


def _day(since: str | None) -> date | None:
    """The day of --since.

    Raises:
        UsageError: it is no day.
    """
    if since is None:
        return None
    try:
        return date.fromisoformat(since)
    except ValueError:
        raise UsageError(f"--since {since!r}: not a day; write it as 2024-11-29") from None


def memory_bytes(words: str) -> int:
    """An amount of memory in bytes.

    Raises:
        UsageError: it is none, or less than 100M.

    >>> memory_bytes("2G")
    2000000000
    """
    number, unit = (words[:-1], words[-1].lower()) if words[-1:].isalpha() else (words, "")
    try:
        size = int(float(number) * (UNITS[unit] if unit else 1))
    except (ValueError, KeyError, OverflowError):
        raise UsageError(f"--memory {words!r}: write it as 500M or 4G") from None
    if size < 100 * UNITS["m"]:
        raise UsageError(f"--memory {words}: too little; 100M is the least")
    return size
