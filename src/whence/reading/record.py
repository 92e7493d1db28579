"""One record of a report, as JSON lines and Parquet have it: fields of a mapping become a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whence.reading.building import Draft, build_report
from whence.reading.dates import Claimant, parse_published
from whence.reading.given import NOTHING_GIVEN, Given
from whence.reading.strict_json import BadRecordError
from whence.records import Published, Report

_TEXT_FIELDS = ("outlet", "title", "byline", "url", "language")


def read_record(
    record: Mapping[str, object], *, given: Given = NOTHING_GIVEN, source: str = "", labelled: bool = True
) -> Report:
    """A report from a mapping with the fields of a JSON line.

    Args:
        record: `text` (a string) or `paragraphs` (strings, joined by an empty line), and perhaps `id`, `title`,
            `outlet`, `url`, `byline`, `language`, and as dates `published`, `dct` (date of creation) and `first_seen`.
            Any may be null. Other keys are ignored; there are no other names for these.
        given: metadata for the fields that the record leaves open.
        source: a name for where the record came from.
        labelled: whether the text is searched for its parts.

    Returns:
        The report. A date that cannot be read leaves `published` open and is flagged `bad_date`; a field of the wrong
        type is left out and flagged `bad_field`.

    Raises:
        BadRecordError: there is no text (`empty_document`), or it is not a string (`bad_text`).

    >>> read_record({"id": "r1", "text": "Talks began.", "published": "2024-11-29", "outlet": None}).published.grain
    'day'
    """
    flags: list[str] = []
    text = _text_of(record)
    fields = {name: _string(record, name, flags) for name in _TEXT_FIELDS}
    published = _first_date(record, ("published", "dct"), flags)
    seen = _date(record, "first_seen", flags)
    known = Given(
        outlet=fields["outlet"] or given.outlet,
        title=fields["title"] or given.title,
        byline=fields["byline"] or given.byline,
        url=fields["url"] or given.url,
        language=fields["language"] or given.language,
        published=published or given.published,
    )
    report = build_report(Draft(text, source, _id_of(record, flags), tuple(flags)), known, labelled=labelled)
    return report if report.published or seen is None else _with_first_seen(report, seen)


def _text_of(record: Mapping[str, object]) -> str:
    """The text of a record, or its paragraphs put together."""
    text, pieces = record.get("text"), record.get("paragraphs")
    if text is None and isinstance(pieces, list | tuple):
        if not all(isinstance(piece, str) for piece in pieces):
            raise BadRecordError("bad_text", "has paragraphs that are not strings")
        text = "\n\n".join(str(piece) for piece in pieces)
    if text is not None and not isinstance(text, str):
        raise BadRecordError("bad_text", "has a text that is not a string")
    if text is None or not text.strip("\x00 \t\r\n\v\f\ufeff"):
        raise BadRecordError("empty_document", "holds no text")
    return text


def _string(record: Mapping[str, object], name: str, flags: list[str]) -> str | None:
    """A field that must be a string."""
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value or None
    flags.append("bad_field")
    return None


def _id_of(record: Mapping[str, object], flags: list[str]) -> str | None:
    """The record's own id: a string or a whole number."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", flags)


def _first_date(record: Mapping[str, object], names: tuple[str, ...], flags: list[str]) -> Published | None:
    """The first of some dates that can be read."""
    return next((date for name in names if (date := _date(record, name, flags))), None)


def _date(record: Mapping[str, object], name: str, flags: list[str]) -> Published | None:
    """One date of a record; only strings are read, for a number could count seconds or milliseconds."""
    value = record.get(name)
    if value is None:
        return None
    claimed_by: Claimant = "first seen" if name == "first_seen" else "record"
    found = parse_published(value, claimed_by=claimed_by) if isinstance(value, str) else None
    if found is None:
        flags.append("bad_date")
    return found


def _with_first_seen(report: Report, seen: Published) -> Report:
    """The report dated by when it was first seen, for want of anything better."""
    return replace(report, published=seen)
