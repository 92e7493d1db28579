"""Quotes on the terminal: grouped by speaker, each with its cue at the margin, its words, its venue and time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

import click

from whence.cli.screen import clip, heading, labelled, listed, paragraph, report_line
from whence.export.quote_pairs import NOBODY, UNKNOWN
from whence.export.quotes_documents import speaker_name
from whence.export.settings_in_words import said_where_and_when
from whence.names.identity import same_names
from whence.quotes.canonical import CanonicalQuotation, QuotationPiece
from whence.records import Findings, Quote, Report
from whence.text.visible import visible

SURE = 0.5  # shown without being asked for: more likely right than wrong
SHOWN_CHARACTERS = 220  # of a content that is shown
CUE_COLUMNS = 14


def print_quotes(
    report: Report, quotes: Sequence[Quote], *, width: int, everything: bool, number: int | None = None
) -> None:
    """Print the quotes of a report, by speaker in the order in which they first speak.

    Args:
        report: the report.
        quotes: its quotes.
        width: columns.
        everything: show the less sure ones too, and whole contents.
        number: of the report, where there are several.
    """
    title = clip(report.title or "(no headline)", width - 4)
    heading(title if number is None else f"{number}  {title}", width)
    click.secho(clip(report_line(report), width), dim=True)
    shown = [quote for quote in quotes if everything or quote.confidence >= SURE]
    for who, said in by_speaker(shown):
        click.echo()
        count = f"{len(said)} {'quote' if len(said) == 1 else 'quotes'}"
        click.echo(click.style(visible(clip(who, width - 14)), bold=True) + click.style(f"  {count}", dim=True))
        for quote in said:
            _print_quote(quote, width, everything=everything)
    left_out = len(quotes) - len(shown)
    if left_out:
        click.echo()
        paragraph(f"{left_out} less sure {'one is' if left_out == 1 else 'ones are'} left out: --all", width)
    if not quotes:
        click.echo("nobody is quoted")


def by_speaker(quotes: Iterable[Quote]) -> list[tuple[str, list[Quote]]]:
    """Quotes under the name of who speaks: the named first, then those whom the report does not name."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(_group(quote), []).append(quote)
    return sorted(groups.items(), key=lambda item: (item[0] == UNKNOWN) + 2 * (item[0] == NOBODY))


def _group(quote: Quote) -> str:
    """The heading under which a quote stands."""
    if not quote.speakers:
        return NOBODY
    name = speaker_name(quote.speakers)
    if name is None:
        return UNKNOWN
    kind = quote.speakers[0].kind
    return f"{name} ({kind})" if kind in ("unnamed", "document") else name


def _print_quote(quote: Quote, width: int, *, everything: bool) -> None:
    """One quote: cue, words, and where and when they were said."""
    words = " … ".join(visible(" ".join(piece.exact.split())) for piece in quote.content)
    cue = clip(" … ".join(piece.exact for piece in quote.cue), width - 2)
    if len(cue) > CUE_COLUMNS:
        click.echo(f"  {cue}")
        cue = ""
    room = 100_000 if everything else SHOWN_CHARACTERS
    labelled(cue, clip(words, room), width, label_columns=CUE_COLUMNS + 1)
    notes = [said_where_and_when(quote.setting)]
    if speaker_name(quote.speakers) is None and quote.speakers:
        notes.append("; ".join(speaker.says for speaker in quote.speakers if speaker.says))
    if quote.confidence < SURE:
        notes.append(f"unsure, probability {quote.confidence:.2f}")
    told = "; ".join(note for note in notes if note)
    if told:
        click.secho(_indented(told, width), dim=True)


def _indented(text: str, width: int) -> str:
    """Text wrapped under the words of a quote."""
    margin = " " * (CUE_COLUMNS + 3)
    return textwrap.fill(visible(text), width, initial_indent=margin, subsequent_indent=margin)


def print_shared_speakers(findings: Sequence[Findings], *, width: int) -> None:
    """Print who is quoted in more than one report, under one name across them.

    Args:
        findings: what was found in each report, in the order in which they are numbered.
        width: columns.
    """
    heard: dict[str, set[int]] = {}
    across = same_names([one.names for one in findings])
    for number, (one, names) in enumerate(zip(findings, across, strict=True), start=1):
        known = {name.name: shared for name, shared in zip(one.names, names, strict=True)}
        for speaker in (speaker for quote in one.quotes for speaker in quote.speakers):
            if speaker.name in known:
                heard.setdefault(known[speaker.name], set()).add(number)
    shared = {who: sorted(numbers) for who, numbers in heard.items() if len(numbers) > 1}
    if shared:
        heading("Quoted in several reports", width)
        for who, numbers in shared.items():
            paragraph(f"{who}: in {listed(numbers)}", width, indent="  ", hang="  ")


def print_repeated(found: Sequence[CanonicalQuotation], reports: Sequence[Report], *, width: int) -> None:
    """Print the quotations that stand in more than one report: who has them, who had them first, how they differ.

    Args:
        found: canonical quotations (`quotes.repeats`).
        reports: the reports, in the order in which they are numbered here.
        width: columns.
    """
    shared = [one for one in found if len({variant.report_id for variant in one.variants}) > 1]
    if not shared:
        return
    heading("The same words in several reports", width)
    numbers = {report.id: number for number, report in enumerate(reports, start=1)}
    for one in shared:
        click.echo()
        holders = sorted({numbers[variant.report_id] for variant in one.variants})
        words = " … ".join(" ".join(piece.exact.split()) for piece in one.evidence)
        paragraph(clip(words, SHOWN_CHARACTERS), width)
        first = f"first in {numbers[one.earliest.report_id]}" if one.earliest else one.says
        said = " against ".join(one.speakers) if one.conflict else "; ".join(one.speakers)
        told = " · ".join(part for part in (f"in {listed(holders)}", said, first) if part)
        click.secho(_indented(told, width), dim=True)
        for variant in one.variants:
            for piece in variant.altered:
                _print_alteration(piece, numbers[variant.report_id], width)


def _print_alteration(piece: QuotationPiece, number: int, width: int) -> None:
    """Words altered inside the marks, in red: a finding of rank one."""
    before = piece.canonical.exact if piece.canonical else ""
    after = piece.variant.exact if piece.variant else ""
    labelled(f"altered in {number}", f"“{before}” → “{after}”: {piece.says}", width, colour="red", label_columns=15)
