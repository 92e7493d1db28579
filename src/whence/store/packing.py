"""Records as bytes: every record of whence packs into a few bytes and comes back equal.

Evidence is kept as positions alone and read back from the report's text, so nothing that a store gives out can differ
from the words; packing checks that it does not. What is written is JSON (reading it runs no code), compressed.
"""

from __future__ import annotations

import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

from whence.errors import StoreError
from whence.records import Evidence, Report

LEVEL = 6  # of zlib: a ninth level is three times as slow and wins 1 %
Reports = Mapping[str, Report]
Encode = Callable[[Any, Reports], Any]
Decode = Callable[[Any, Reports], Any]
T = TypeVar("T")


def pack(value: Any, kind: Any, reports: Reports) -> bytes:
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
    return zlib.compress(orjson.dumps(_coders(kind)[0](value, reports)), LEVEL)


def unpack(data: bytes, kind: Any, reports: Reports) -> Any:
    """A record from its bytes.

    Args:
        data: what `pack` has made.
        kind: the type that was packed.
        reports: the reports that its evidence points into, by id.
    """
    return _coders(kind)[1](orjson.loads(zlib.decompress(data)), reports)


@cache
def _coders(kind: Any) -> tuple[Encode, Decode]:
    """How a type is written and read."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Evidence:
        return _encode_evidence, _decode_evidence
    if origin is Literal or kind in (str, int, float, bool, Any):
        return _same, _same
    if origin in (Union, types.UnionType):
        return _union(tuple(one for one in inner if one is not type(None)))
    if origin is tuple:
        return _row(tuple(map(_coders, inner))) if inner[-1] is not Ellipsis else _many(*_coders(inner[0]))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record(kind)
    raise TypeError(f"{kind}: no type of a record")


def _same(value: Any, _: Reports) -> Any:
    """A plain value."""
    return value


def _encode_evidence(value: Any, reports: Reports) -> list[Any]:
    """Where the words stand; the report is named where there are several."""
    text = reports[value.report_id].text
    if text[value.start : value.end] != value.exact:
        raise StoreError(f"{value.report_id}: evidence at {value.start}-{value.end} does not slice to its words")
    return [value.start, value.end] if len(reports) == 1 else [value.start, value.end, value.report_id]


def _decode_evidence(value: Any, reports: Reports) -> Evidence:
    """The words where they stand."""
    report = reports[value[2]] if len(value) == 3 else next(iter(reports.values()))
    return report.evidence(value[0], value[1])


def _union(kinds: tuple[Any, ...]) -> tuple[Encode, Decode]:
    """One of several types, or none: null, or the value with the place of its type before it."""
    coders = [_coders(kind) for kind in kinds]
    if len(coders) == 1:
        encode, decode = coders[0]
        return (
            lambda value, reports: None if value is None else encode(value, reports),
            lambda value, reports: None if value is None else decode(value, reports),
        )

    def write(value: Any, reports: Reports) -> Any:
        if value is None:
            return None
        place = next(k for k, kind in enumerate(kinds) if isinstance(value, kind))
        return [place, coders[place][0](value, reports)]

    return write, lambda value, reports: None if value is None else coders[value[0]][1](value[1], reports)


def _many(encode: Encode, decode: Decode) -> tuple[Encode, Decode]:
    """Any number of one type."""
    return (
        lambda value, reports: [encode(one, reports) for one in value],
        lambda value, reports: tuple([decode(one, reports) for one in value]),
    )


def _row(coders: tuple[tuple[Encode, Decode], ...]) -> tuple[Encode, Decode]:
    """A tuple of so many types."""
    return (
        lambda value, reports: [encode(one, reports) for (encode, _), one in zip(coders, value, strict=True)],
        lambda value, reports: tuple([decode(one, reports) for (_, decode), one in zip(coders, value, strict=True)]),
    )


def _record(kind: Any) -> tuple[Encode, Decode]:
    """A record: its fields in their order, those at the end that are empty left out."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    coders: list[tuple[Encode, Decode]] = []

    def write(value: Any, reports: Reports) -> list[Any]:
        if not coders:  # read late: a record may hold itself
            coders.extend(_coders(hints[name]) for name in names)
        return [encode(getattr(value, name), reports) for name, (encode, _) in zip(names, coders, strict=True)]

    def read(value: Any, reports: Reports) -> Any:
        if not coders:
            coders.extend(_coders(hints[name]) for name in names)
        return kind(*[decode(one, reports) for one, (_, decode) in zip(value, coders, strict=True)])

    return write, read
