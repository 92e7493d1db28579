"""The side-by-side view: rows of sentences from both reports, long runs of kept rows folded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from whence.export.html_cells import FAINT, Cell, Marked, mark_report, show_cell
from whence.export.html_places import Places
from whence.export.html_wording import Voice
from whence.records import Comparison, Row
from whence.text.spans import Span

RUN = 4  # kept rows that follow each other before they are folded; the first and last stay as context


class RowView(NamedTuple):
    """A row: its number, its label in words, its look, a note to the label, both sides, and the changes inside."""

    number: int
    label: str
    look: str
    note: str
    a: tuple[Cell, ...]
    b: tuple[Cell, ...]
    changes: tuple[int, ...]


class RowRun(NamedTuple):
    """Rows that stand together, folded or not."""

    folded: bool
    rows: tuple[RowView, ...]


def lay_rows(found: Comparison, places: Places, voice: Voice, listed: frozenset[int]) -> tuple[RowRun, ...]:
    """The rows of a comparison for the template.

    Args:
        found: the comparison.
        places: where its sentences stand on the page.
        voice: how the page speaks of the two sides.
        listed: the numbers of the changes that the page lists; a row links to no other.

    Returns:
        Runs of rows in the order of `found.rows`; every sentence of both reports stands in one of them.
    """
    runs: list[RowRun] = []
    for kept, group in groupby(_views(found, places, voice, listed), key=lambda view: view.look in ("kept", "same")):
        rows = tuple(group)
        if kept and len(rows) > RUN:
            runs += [RowRun(False, rows[:1]), RowRun(True, rows[1:-1]), RowRun(False, rows[-1:])]
        else:
            runs.append(RowRun(False, rows))
    return tuple(runs)


def _views(found: Comparison, places: Places, voice: Voice, listed: frozenset[int]) -> Iterator[RowView]:
    """Every row for the template."""
    a, b = mark_report("a", found, places), mark_report("b", found, places)
    shown: set[str] = set()
    reached = 0
    for number, row in enumerate(found.rows, start=1):
        cells_a, cells_b = _cells(a, row.a, row, voice), _cells(b, row.b, row, voice)
        look, note = _look(row, found, voice), ""
        if row.kind == "moved":
            note = "↓ later in B" if row.b[0].start >= reached else "↑ earlier in B"
        elif row.b:
            reached = max(reached, row.b[-1].end)
            note = "style differs" if look == "kept" else ""
        inside = {change for cell in (*cells_a, *cells_b) for change in cell.changes}
        changes = tuple(sorted(c for c in inside & listed if a.kinds[c - 1] not in FAINT))
        once_a, once_b = _with_ids_once(cells_a, shown), _with_ids_once(cells_b, shown)
        yield RowView(number, voice.row(row.kind), look, note, once_a, once_b, changes)


def _cells(marked: Marked, spans: tuple[Span, ...], row: Row, voice: Voice) -> tuple[Cell, ...]:
    """One side of a row."""
    return tuple(show_cell(marked, span, row, voice) for span in spans)


def _with_ids_once(cells: tuple[Cell, ...], shown: set[str]) -> tuple[Cell, ...]:
    """Cells whose anchor stands on the page only once, whatever rows repeat."""
    fresh = tuple(cell._replace(id="" if cell.id in shown else cell.id) for cell in cells)
    shown.update(cell.id for cell in cells)
    return fresh


def _look(row: Row, found: Comparison, voice: Voice) -> str:
    """The class of a row: by what happened, and "same" where both sides agree to the letter."""
    if row.kind in ("dropped", "added"):
        return "lone " + voice.mark("a" if row.kind == "dropped" else "b")
    if row.kind != "kept":
        return row.kind
    words_a = [span.slice(found.a.text) for span in row.a]
    return "same" if words_a == [span.slice(found.b.text) for span in row.b] else "kept"
