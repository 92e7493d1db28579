"""The stage find over a stream of reports: names, times, quotes and figures, several reports side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from threadpoolctl import threadpool_limits

from whence.figures.find import find_figures
from whence.names.find import find_names
from whence.quotes.find import find_quotes
from whence.quotes.tagger import tag_reports
from whence.quotes.tokens import split_tokens
from whence.quotes.weights import TaggerWeights, load_tagger
from whence.records import Findings, Quote, Reject, Report
from whence.text.spans import Span
from whence.times.days import find_days
from whence.times.find import find_times

BATCH_CHARACTERS = 60_000  # of text read side by side: about 10,000 words, where a matrix product is at its fastest


def find(
    items: Iterable[Report | Reject],
    *,
    weights: TaggerWeights | None = None,
    everything: bool = False,
    longest_heard: int | None = None,
) -> Iterator[Findings | Reject]:
    """Who says what, when and how many in each report of a stream.

    Args:
        items: reports, and rejects, which pass through; they are read a batch at a time, so that memory stays flat.
        weights: what the tagger learned; by default the weights that ship with whence.
        everything: keep also the attributions that are more likely wrong than right.
        longest_heard: characters of the longest report that names and quotes are looked for in; None for any length.

    Returns:
        Findings and rejects in the order of the input.

    >>> from whence.reading.plain import read_text
    >>> [found] = find([read_text("“We will open the bridge,” Mayor Jane Roe said.")])
    >>> [(quote.kind, quote.content[0].exact) for quote in found.quotes]
    [('direct', '“We will open the bridge,”')]
    """
    loaded = weights
    for batch in _batches(items):
        reports = [item for item in batch if isinstance(item, Report)]
        if reports and loaded is None:
            loaded = load_tagger()
        if everything and loaded:
            loaded = loaded._replace(least_confidence=0.0)
        found = iter(_find_in(reports, loaded, longest_heard)) if loaded else iter(())
        for item in batch:
            yield next(found) if isinstance(item, Report) else item


def _find_in(reports: list[Report], weights: TaggerWeights, longest: int | None) -> Iterator[Findings]:
    """The findings of a batch."""
    short = [report for report in reports if longest is None or len(report.text) <= longest]
    tokens = [split_tokens(report.text) for report in short]
    with threadpool_limits(limits=1, user_api="blas"):  # threads of so small products mostly wait for each other
        found = tag_reports(tokens, weights)
    tagged = {id(report): each for report, each in zip(short, zip(tokens, found, strict=True), strict=True)}
    for report in reports:
        heard = id(report) in tagged
        names = find_names(report) if heard else ()
        quotes = find_quotes(report, tagged[id(report)], names, find_days(report), weights) if heard else ()
        times = find_times(report, spoken=_spoken_on(quotes))
        yield Findings(report, names, times, quotes, find_figures(report, times, quotes), heard)


def _spoken_on(quotes: Iterable[Quote]) -> list[tuple[Span, date]]:
    """The pieces of speech in quotation marks whose day of speaking is known: what "today" counts from inside them."""
    spoken: list[tuple[Span, date]] = []
    for quote in sorted(quotes, key=lambda one: one.span):
        day = quote.setting.said_on
        if quote.kind == "direct" and day and day.low and day.low == day.high:
            for piece in quote.content:
                if not spoken or piece.start >= spoken[-1][0].end:
                    spoken.append((piece.span, date.fromisoformat(day.low)))
    return spoken


def _batches(items: Iterable[Report | Reject]) -> Iterator[list[Report | Reject]]:
    """Items in batches of a bounded length of text."""
    batch: list[Report | Reject] = []
    held = 0
    for item in items:
        batch.append(item)
        held += len(item.text) if isinstance(item, Report) else 1_000
        if held >= BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
