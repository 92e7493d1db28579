"""JSON as a record must be written: UTF-8, one object, no duplicate keys, no NaN, no depth without end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NoReturn

import orjson

from whence.errors import WhenceError

# A record of a report is an object with perhaps lists and objects inside; this is far above any in use.
_DEEPEST = 100
_WHITE = b" \t\r\n"
_PLAIN = (str, int, bool, type(None))


class BadRecordError(WhenceError):
    """A line that is no record: `code` as in `Reject`."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def parse_object(data: bytes) -> Mapping[str, object]:
    """Parse one line as a JSON object.

    Raises:
        BadRecordError: with the code `not_utf8`, `json_depth`, `duplicate_key`, `bad_number`, `bad_json`, `not_object`.

    >>> parse_object(b'{"text": "Talks began."}')
    {'text': 'Talks began.'}
    """
    plain = _parse_plain(data)
    if plain is not None:
        return plain
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRecordError("not_utf8", f"is not UTF-8 (byte {error.start})") from None
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_refuse_constant, parse_int=_parse_int)
    except BadRecordError:
        raise
    except RecursionError:
        raise BadRecordError("json_depth", "is nested too deeply") from None
    except ValueError as error:
        raise BadRecordError("bad_json", f"is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise BadRecordError("not_object", "is not a JSON object")
    if _is_deeper(value, _DEEPEST):
        raise BadRecordError("json_depth", f"is nested more than {_DEEPEST} deep")
    return value


def _parse_plain(data: bytes) -> dict[str, object] | None:
    """A record of strings and whole numbers, each key once; None for anything else, which is then parsed strictly.

    Without white space every key ends in `":`; so where there are no more of these than keys, none came twice.
    """
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    if type(found) is not dict or data.translate(None, _WHITE).count(b'":') != len(found):
        return None
    return found if all(type(value) in _PLAIN for value in found.values()) else None


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise BadRecordError("duplicate_key", f"has the key {twice[:40]!r} twice")
    return found


def _refuse_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    raise BadRecordError("bad_number", f"holds {name}, which is no JSON number")


def _parse_int(digits: str) -> int | float:
    """A whole number; one with more digits than any id has becomes a float, as in JavaScript."""
    return int(digits) if len(digits) <= 40 else float(digits)


def _is_deeper(value: object, levels: int) -> bool:
    """True where lists and objects lie more than `levels` deep."""
    layer = [value]
    for _ in range(levels):
        layer = [
            inner
            for outer in layer
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            if isinstance(inner, dict | list)
        ]
        if not layer:
            return False
    return True
