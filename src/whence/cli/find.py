"""`whence find`: where in a store or in a corpus a report or some words occur."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from whence.cli.find_kept import find_like, find_words
from whence.cli.output import print_json
from whence.cli.screen import clip, columns, heading, in_context, paragraph, report_line
from whence.cli.stores import db_option, opened
from whence.errors import CorpusError, UsageError
from whence.flow.read import read
from whence.records import Report
from whence.settings import Settings, load_settings

SHOWN = 10  # reports on the screen unless more are asked for
AROUND_CHARACTERS = 60


@click.command("find")
@click.argument("query", metavar="FILE|WORDS")
@click.argument("corpus", type=click.Path(path_type=Path), required=False, metavar="[OUT]")
@db_option
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="The most reports shown.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.find/1; all reports.")
def command(query: str, corpus: Path | None, db: str | None, **options: Any) -> None:
    """Show which reports share words with a file, or have some words.

    In a store WORDS are words, a "phrase", speaker:NAME, outlet:NAME, since:DAY, until:DAY or -word, all of which must
    hold, or the address of a report. With OUT, a folder that `whence trace` wrote, they are words in a row: twelve or
    more are found wherever as many stand in a row, whatever the corpus holds; fewer are looked for word by word.
    """
    if corpus is None:
        raise click.exceptions.Exit(_find_kept(query, db, **options))
    raise click.exceptions.Exit(_run(query, corpus, **options))


def _find_kept(query: str, db: str | None, *, limit: int, as_json: bool) -> int:
    """Find in a store."""
    settings = load_settings(os.environ, Path.cwd())
    room = limit, columns(settings.width_columns)
    with opened(db) as store:
        if query == "-" or Path(query).is_file():
            return find_like(store, read(query, limits=settings.limits), room, as_json=as_json)
        return find_words(store, query, room, as_json=as_json)


def _run(query: str, corpus: Path, *, limit: int, as_json: bool) -> int:
    """Find, print, and return the exit code."""
    from whence.corpus.kernels import choose_kernels
    from whence.flow.finding import Finder, read_reports
    from whence.flow.trace import known_bytes

    settings = load_settings(os.environ, Path.cwd())
    text = _text_of(query, settings)
    if not (corpus / "index").is_dir():
        raise CorpusError(f"{corpus}: holds no corpus; make one with: whence trace SRC... -o {corpus}")
    found = Finder(corpus, choose_kernels(len(text) + known_bytes(corpus))).find(text)
    if as_json:
        print_json(_document(query, text, found))
        return 0 if found else 1
    reports = read_reports(corpus, [one.report_id for one in found[:limit]])
    _print_screen(found, reports, (limit, columns(settings.width_columns)))
    return 0 if found else 1


def _text_of(query: str, settings: Settings) -> str:
    """The text of a file, or the words themselves."""
    if query == "-" or Path(query).is_file():
        return read(query, limits=settings.limits).text
    if not query.strip():
        raise UsageError("no words to find")
    return query


def _document(query: str, text: str, found: Sequence[Any]) -> dict[str, Any]:
    """Everything found as one document."""
    occurrences = []
    for one in found:
        passages = [
            {
                "asked": {"start": passage.asked.start, "end": passage.asked.end},
                "found": {"start": passage.found.start, "end": passage.found.end},
                "words": passage.words,
                "quoted": passage.quoted,
                "furniture": passage.furniture,
                "exact": text[passage.asked.start : passage.asked.end],
            }
            for passage in one.passages
        ]
        occurrences.append({"id": one.report_id, "same_text": list(one.also), "words": one.words, "passages": passages})
    return {"schema": "whence.find/1", "query": query, "occurrences": occurrences}


def _print_screen(found: Sequence[Any], reports: dict[str, Report], room: tuple[int, int]) -> None:
    """How many reports, then each with its longest passage, in the words of the report."""
    limit, width = room
    copies = sum(len(one.also) for one in found)
    same = f", and {copies:,} more with the very text of one of them" if copies else ""
    click.echo(f"{_many(len(found), 'report')} with these words{same}" if found else "in no report")
    for one in found[:limit]:
        report = reports[one.report_id]
        longest = max(one.passages, key=lambda passage: passage.words)
        heading(clip(report.title, width) if report.title else "(no headline)", width)
        paragraph(report_line(report), width, indent="  ")
        paragraph(f"{_name_of(report)}: {_amount(one)}", width, indent="  ")
        words = in_context(report, report.evidence(*longest.found), AROUND_CHARACTERS)
        paragraph(words, width, indent="  ")
    if len(found) > limit:
        click.echo(f"\n{len(found) - limit:,} more; --limit shows them, --json all")


def _name_of(report: Report) -> str:
    """What a report is called: its id, or where its id is only its digest the file that it was read from."""
    return f"{report.source} ({report.id[:12]}…)" if report.id == report.digest else report.id


def _amount(one: Any) -> str:
    """How many words, in how many passages."""
    longest = max(one.passages, key=lambda passage: passage.words)
    where = " in quotation marks" if longest.quoted else " of a standing line" if longest.furniture else ""
    if len(one.passages) == 1:
        return f"{_many(longest.words, 'word')}{' in a row' if longest.words > 1 else ''}{where}"
    if all(passage.words == one.words for passage in one.passages):
        return f"{len(one.passages):,} times, first:"
    return f"{one.words:,} words in {len(one.passages):,} passages; the longest {_many(longest.words, 'word')}{where}"


def _many(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
