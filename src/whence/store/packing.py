"""Records as bytes: every record of whence packs into a few bytes and comes back equal.

Evidence is kept as positions alone and read back from the report's text, so nothing that a store gives out can differ
from the words; packing checks that it does not. Positions count from the one before. What is written is JSON (reading
it runs no code), squeezed.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import orjson

from whence.errors import StoreError
from whence.records import Evidence, Report
from whence.store.squeezing import squeeze, unsqueeze

Encode = Callable[[Any, "Place"], Any]
Decode = Callable[[Any, "Place"], Any]


class Place:
    """Where packing is: the reports that evidence points into, by id, and where the evidence before began."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self.reports, self.start = reports, 0
        self.only = next(iter(reports.values())) if len(reports) == 1 else None


def pack(value: Any, kind: Any, reports: Mapping[str, Report]) -> bytes:
    """A record as bytes.

    Args:
        value: a record, or a tuple of them.
        kind: its type, as annotated: `Family`, `tuple[Quote, ...]`.
        reports: the reports that its evidence points into, by id.

    Raises:
        StoreError: evidence does not slice to its words.

    >>> from whence.records import Evidence, Report
    >>> report = Report("a", "a", "Rain fell.")
    >>> unpack(pack(report.evidence(0, 4), Evidence, {"a": report}), Evidence, {"a": report}).exact
    'Rain'
    """
    return squeeze(orjson.dumps(coders_of(kind)[0](value, Place(reports))), "records")


def unpack(data: bytes, kind: Any, reports: Mapping[str, Report]) -> Any:
    """A record from its bytes.

    Args:
        data: what `pack` has made.
        kind: the type that was packed.
        reports: the reports that its evidence points into, by id.
    """
    return coders_of(kind)[1](orjson.loads(unsqueeze(data, "records")), Place(reports))


@cache
def coders_of(kind: Any) -> tuple[Encode, Decode]:
    """How a type is written and read."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Evidence:
        return _encode_evidence, _decode_evidence
    if origin is Literal or kind in (str, int, float, bool, Any):
        return _same, _same
    if origin in (Union, types.UnionType):
        return _union(tuple(one for one in inner if one is not type(None)))
    if origin is tuple:
        return _row(tuple(map(coders_of, inner))) if inner[-1] is not Ellipsis else _many(*coders_of(inner[0]))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record(kind)
    raise TypeError(f"{kind}: no type of a record")


def _same(value: Any, _: Place) -> Any:
    """A plain value."""
    return value


def _encode_evidence(value: Any, place: Place) -> list[Any]:
    """Where the words stand; the report is named where there are several."""
    text = place.reports[value.report_id].text
    if text[value.start : value.end] != value.exact:
        raise StoreError(f"{value.report_id}: evidence at {value.start}-{value.end} does not slice to its words")
    packed = [value.start - place.start, value.end - value.start]
    place.start = value.start
    return packed if place.only else [*packed, value.report_id]


def _decode_evidence(value: Any, place: Place) -> Evidence:
    """The words where they stand."""
    report = place.only if len(value) == 2 else place.reports[value[2]]
    assert report is not None
    place.start += value[0]
    return report.evidence(place.start, place.start + value[1])


def _union(kinds: tuple[Any, ...]) -> tuple[Encode, Decode]:
    """One of several types, or none: null, or the value with the place of its type before it."""
    coders = [coders_of(kind) for kind in kinds]
    if len(coders) == 1:
        encode, decode = coders[0]
        return (
            lambda value, place: None if value is None else encode(value, place),
            lambda value, place: None if value is None else decode(value, place),
        )

    def write(value: Any, place: Place) -> Any:
        if value is None:
            return None
        which = next(k for k, kind in enumerate(kinds) if isinstance(value, kind))
        return [which, coders[which][0](value, place)]

    return write, lambda value, place: None if value is None else coders[value[0]][1](value[1], place)


def _many(encode: Encode, decode: Decode) -> tuple[Encode, Decode]:
    """Any number of one type."""
    return (
        lambda value, place: [encode(one, place) for one in value],
        lambda value, place: tuple([decode(one, place) for one in value]),
    )


def _row(coders: tuple[tuple[Encode, Decode], ...]) -> tuple[Encode, Decode]:
    """A tuple of so many types."""
    return (
        lambda value, place: [encode(one, place) for (encode, _), one in zip(coders, value, strict=True)],
        lambda value, place: tuple([decode(one, place) for (_, decode), one in zip(coders, value, strict=True)]),
    )


def _record(kind: Any) -> tuple[Encode, Decode]:
    """A record: its fields in their order, those at the end that are empty left out."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    coders: list[tuple[Encode, Decode]] = []

    def write(value: Any, place: Place) -> list[Any]:
        if not coders:  # read late: a record may hold itself
            coders.extend(coders_of(hints[name]) for name in names)
        return [encode(getattr(value, name), place) for name, (encode, _) in zip(names, coders, strict=True)]

    def read(value: Any, place: Place) -> Any:
        if not coders:
            coders.extend(coders_of(hints[name]) for name in names)
        return kind(*[decode(one, place) for one, (_, decode) in zip(value, coders, strict=True)])

    return write, read
