"""`whence find` in a store: by words, a phrase, an address or a file."""

from __future__ import annotations

from typing import Any

import click

from whence.cli.output import print_json
from whence.cli.screen import clip, heading, moment_in_words, paragraph
from whence.export.html_wording import counted
from whence.export.kept_documents import hits_document, report_line_document
from whence.records import Hit, Report, ReportLine, Snippet
from whence.text.visible import visible


def find_words(store: Any, query: str, room: tuple[int, int], *, as_json: bool) -> int:
    """Show what a query finds in a store; the exit code.

    Args:
        store: open.
        query: words, a "phrase", speaker:, outlet:, since:, until:, or an address.
        room: the most reports shown, and columns.
        as_json: one document instead.
    """
    limit, width = room
    hits = store.search(query, limit=limit)
    if as_json:
        print_json({"schema": "whence.find/1", "query": query, **hits_document(hits)})
        return 0 if hits.hits else 1
    more = "more than " if hits.more else ""
    click.echo(
        f"{more}{counted(hits.total, 'report')} with {visible(hits.understood)}" if hits.total else "in no report"
    )
    for hit in hits.hits:
        _print_hit(hit, width)
    if hits.total > len(hits.hits):
        click.echo(f"\n{hits.total - len(hits.hits):,} more; --limit shows them")
    return 0 if hits.hits else 1


def find_like(store: Any, report: Report, room: tuple[int, int], *, as_json: bool) -> int:
    """Show which reports of a store share words with one; the exit code.

    Args:
        store: open.
        report: as read.
        room: the most reports shown, and columns.
        as_json: one document instead.
    """
    from whence.corpus.kernels import choose_kernels
    from whence.flow.finding_kept import find_sharing

    limit, width = room
    found = find_sharing(store, choose_kernels(0), report)
    lines = store.lines(pair.earlier for pair in found)
    if as_json:
        rows = [
            {**report_line_document(lines[pair.earlier]), "words_shared": pair.words, "prose_shared": pair.prose}
            for pair in found
        ]
        print_json({"schema": "whence.find/1", "query": report.source, "reports": rows})
        return 0 if found else 1
    click.echo(f"{counted(len(found), 'report')} with words of it" if found else "in no report")
    for pair in found[:limit]:
        line = lines[pair.earlier]
        _print_line(line, width)
        longest = max(pair.passages, key=lambda passage: passage.words)
        paragraph(f"{pair.words:,} words; the longest passage {longest.words:,}", width, indent="  ")
    return 0 if found else 1


def _print_hit(hit: Hit, width: int) -> None:
    """A report with the words around what was found."""
    _print_line(hit.line, width)
    for snippet in hit.snippets:
        paragraph(_marked(snippet), width, indent="  ")


def _print_line(line: ReportLine, width: int) -> None:
    """A report: headline, outlet, time, where to read on."""
    heading(clip(line.title, width) if line.title else "(no headline)", width)
    when = moment_in_words(line.published) if line.published else "no time"
    parts = [line.outlet or "outlet unknown", when, f"report {line.number}, story {line.story}"]
    paragraph(visible(" · ".join(parts)), width, indent="  ")


def _marked(snippet: Snippet) -> str:
    """Words with what was found in brackets."""
    pieces, last = [], 0
    for start, end in snippet.hits:
        pieces += [snippet.text[last:start], "[", snippet.text[start:end], "]"]
        last = end
    return f"… {visible(' '.join(''.join([*pieces, snippet.text[last:]]).split()))} …"
