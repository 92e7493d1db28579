"""Changes between two aligned reports: rows for reading side by side, and every edit, typed, ranked and complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from whence.changes.blocks import Block, Group, Numbered, cut_blocks, group_links, heaviest_rising, row_kind
from whence.changes.edited import changed_in_block
from whence.changes.edits import find_edits, match_words
from whence.changes.kinds import RANKS, type_edit
from whence.changes.links import link_sentences
from whence.changes.signs import remarked, type_signs
from whence.changes.texts import Stems, Texts
from whence.changes.tiles import block_spans, lay_tiles
from whence.changes.units import Units, read_units
from whence.copies.passages import FURNITURE_ROLES, Alignment
from whence.records import Change, ChangeKind, Report, Row
from whence.text.spans import Span, merge_spans, span_at


class Changes(NamedTuple):
    """What leads from A to B: sentence rows in reading order, and all changes by rank."""

    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


class _Kept(NamedTuple):
    a: int
    b: int
    size: int


class _Pair(NamedTuple):
    """The two reports and what is known of their words and sentences."""

    a: Report
    b: Report
    texts: Texts
    units_a: Units
    units_b: Units

    def change(self, kind: ChangeKind, a: Span | None, b: Span | None, says: str = "") -> Change:
        """A change with its rank and its evidence on both sides."""
        return Change(
            kind,
            RANKS[kind],
            self.a.evidence(*a) if a and a.end > a.start else None,
            self.b.evidence(*b) if b and b.end > b.start else None,
            says,
        )


def find_changes(a: Report, b: Report, alignment: Alignment) -> Changes:
    """What B kept, reworded, merged, split, moved, dropped and added of A.

    Args:
        a: the report compared from.
        b: the report compared to.
        alignment: the two aligned word by word (`copies.passages.align_reports`).

    Returns:
        Rows and changes; `apply_changes(changes, a.text) == b.text` for any two texts.
    """
    units_a, units_b = read_units(a, alignment.a.words), read_units(b, alignment.b.words)
    texts = Texts(alignment.a, alignment.b, a.text, b.text, Stems())
    pair = _Pair(a, b, texts, units_a, units_b)
    links = link_sentences(alignment, units_a, units_b, texts)
    groups = group_links(links)
    blocks = cut_blocks(groups, links, Numbered(units_a, alignment.ids_a), Numbered(units_b, alignment.ids_b))
    in_order = heaviest_rising(blocks)
    told: dict[int, list[Change]] = {number: [] for number in range(len(groups))}
    kept: list[_Kept] = []
    for number, block in enumerate(blocks):
        found, stays = _read_block(block, pair, moved=number not in in_order)
        told[block.group] += found
        kept += stays
    moved = {block.group for number, block in enumerate(blocks) if number not in in_order}
    lone = [*_lone_changes(pair, blocks)]
    changes = [*lone, *(change for found in told.values() for change in found)]
    changes += _reconcile(pair, changes, kept)
    return Changes(_rows(pair, groups, told, moved), tuple(sorted(changes, key=_order)))


def _order(change: Change) -> tuple[int, int, int]:
    """By rank, then by where it stands."""
    at = change.a or change.b
    return change.rank, change.b.start if change.b else 0, at.start if at else 0


def _read_block(block: Block, pair: _Pair, *, moved: bool) -> tuple[list[Change], list[_Kept]]:
    """The changes inside a block, and the text that it keeps in place."""
    spans = block_spans(block, pair.units_a, pair.units_b, pair.texts)
    if not moved and spans[0].slice(pair.a.text) == spans[1].slice(pair.b.text):
        return [], [_Kept(spans[0].start, spans[1].start, spans[0].end - spans[0].start)]
    matched = match_words(block, pair.texts)
    edits = find_edits(block, matched, pair.texts)
    furniture = all(pair.texts.a.furniture[w] for w in block.a) and all(pair.texts.b.furniture[w] for w in block.b)
    changes: list[Change] = []
    kept: list[_Kept] = []
    if moved:
        changes.append(pair.change("moved", *spans, "stands elsewhere"))
    changed = changed_in_block(edits, pair.texts)
    for tile in lay_tiles(spans, matched, edits, pair.texts):
        before, after = tile.a.slice(pair.a.text), tile.b.slice(pair.b.text)
        remark = remarked(tile.edit, pair.texts) if tile.edit and not furniture else ""
        if before == after and not remark:
            kept.append(_Kept(tile.a.start, tile.b.start, len(before)))
        elif furniture:
            changes.append(pair.change("furniture", tile.a, tile.b, "page furniture differs"))
        elif remark:
            changes.append(pair.change("wording", tile.a, tile.b, remark))
        elif tile.edit is not None:
            kind, says = type_edit(tile.edit, pair.texts, changed)
            changes.append(pair.change(kind, tile.a, tile.b, says))
        else:
            changes.append(_small_change(pair, tile.a, tile.b))
    return changes, [] if moved else kept


def _small_change(pair: _Pair, a: Span, b: Span) -> Change:
    """A difference without a word: punctuation, capitals, marks, white space, the sign of a currency."""
    before, after = a.slice(pair.a.text), b.slice(pair.b.text)
    if not (before + after).strip():
        return pair.change("punctuation", a, b, "white space")
    if any(char.isalnum() for char in before + after):
        return pair.change("house style", a, b, "written differently")
    kind, says = type_signs(a, b, pair.texts) or ("punctuation", "written differently")
    return pair.change(kind, a, b, says)


def _lone_changes(pair: _Pair, blocks: Sequence[Block]) -> Iterator[Change]:
    """Sentences without a counterpart, those that follow each other in a paragraph as one change."""
    for report, units, side, kind in (
        (pair.a, pair.units_a, "a", "dropped"),
        (pair.b, pair.units_b, "b", "added"),
    ):
        covered = {units.unit_of_word[word] for block in blocks for word in (block.a if side == "a" else block.b)}
        lone = [k for k in range(len(units.spans)) if k not in covered and units.words(k)]
        furniture = merge_spans(report.spans_of(*FURNITURE_ROLES))
        titles = report.spans_of("title")
        for span in _join_in_paragraphs(report.text, [units.spans[k] for k in lone], lone):
            a, b = (span, None) if side == "a" else (None, span)
            if span_at(furniture, span.start) is not None:
                yield pair.change("furniture", a, b, "page furniture only here")
            else:
                what = "headline" if any(title.covers(span) for title in titles) else "passage"
                yield pair.change("dropped" if kind == "dropped" else "added", a, b, f"{what} {_DONE[kind]}")


_DONE = {"dropped": "left out", "added": "put in"}


def _join_in_paragraphs(text: str, spans: Sequence[Span], numbers: Sequence[int]) -> list[Span]:
    """Sentences that follow each other within one paragraph, as one span."""
    joined: list[Span] = []
    last = -2
    for span, number in zip(spans, numbers, strict=True):
        between = text[joined[-1].end : span.start] if joined else ""
        if joined and number == last + 1 and "\n" not in between and "\r" not in between:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last = number
    return joined


def _reconcile(pair: _Pair, changes: Iterable[Change], kept: Sequence[_Kept]) -> Iterator[Change]:
    """Changes for whatever no row covers, between one kept stretch and the next: mostly white space between sentences.

    After this, A without what the changes take from it equals B without what they put into it.
    """
    kept = sorted(stretch for stretch in kept if stretch.size)
    changes = list(changes)
    spans_a = [change.a.span for change in changes if change.a]
    spans_b = [change.b.span for change in changes if change.b]
    free_a = _free_pieces(len(pair.a.text), spans_a, [Span(k.a, k.a + k.size) for k in kept])
    free_b = _free_pieces(len(pair.b.text), spans_b, [Span(k.b, k.b + k.size) for k in kept])
    for pieces_a, pieces_b in zip(free_a, free_b, strict=True):
        for a, b in zip_longest(pieces_a, pieces_b):
            if a is None or b is None or a.slice(pair.a.text) != b.slice(pair.b.text):
                yield _small_change(pair, a or Span(0, 0), b or Span(0, 0))


def _free_pieces(size: int, taken: Iterable[Span], kept: Sequence[Span]) -> list[list[Span]]:
    """What neither a change nor kept text covers, one list for each slot between kept stretches."""
    slots: list[list[Span]] = [[] for _ in range(len(kept) + 1)]
    cover = sorted([(span.start, span.end, 0) for span in taken] + [(span.start, span.end, 1) for span in kept])
    position = slot = 0
    for start, end, is_kept in [*cover, (size, size, 0)]:
        if start > position:
            slots[slot].append(Span(position, start))
        position = max(position, end)
        slot += is_kept
    return slots


def _rows(pair: _Pair, groups: Sequence[Group], told: dict[int, list[Change]], moved: set[int]) -> tuple[Row, ...]:
    """The rows of a side-by-side view: by the order of A, with what only B has where it stands in B."""
    rows: list[tuple[tuple[float, int, int], Row]] = []
    place_of_b: dict[int, int] = {}
    for number, group in enumerate(groups):
        changes = tuple(sorted(told[number], key=_order))
        substance = any(change.rank < RANKS["house style"] and change.kind != "moved" for change in changes)
        kind = row_kind(group)
        if kind == "reworded" and not substance:
            kind = "kept"
        row = Row(
            "moved" if number in moved else kind, _spans(pair.units_a, group.a), _spans(pair.units_b, group.b), changes
        )
        rows.append(((group.a[0], 0, group.b[0]), row))
        if number not in moved:
            place_of_b |= dict.fromkeys(group.b, group.a[-1])
    linked_a = {unit for group in groups for unit in group.a}
    linked_b = {unit for group in groups for unit in group.b}
    rows += [
        ((unit, 0, 0), Row("dropped", (span,), ()))
        for unit, span in enumerate(pair.units_a.spans)
        if unit not in linked_a and pair.units_a.words(unit)
    ]
    place = -1.0
    for unit, span in enumerate(pair.units_b.spans):
        place = place_of_b.get(unit, place)
        if unit not in linked_b and pair.units_b.words(unit):
            rows.append(((place, 1, unit), Row("added", (), (span,))))
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))


def _spans(units: Units, numbers: Iterable[int]) -> tuple[Span, ...]:
    """The spans of sentences."""
    return tuple(units.spans[number] for number in numbers)
