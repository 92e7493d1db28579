"""Quotes as JSON: one line a report for streams, one document for a page of results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.records import Evidence, Quote, Reject, Report, Speaker

Json = dict[str, object]


def quotes_line(report: Report, quotes: Sequence[Quote]) -> Json:
    """The quotes of one report, as a line of JSON.

    Args:
        report: the report.
        quotes: what it attributes.

    Returns:
        `{"report": id, "quotes": [...]}`. `source`, `cue` and `content` are lists of half-open code points; `speaker`
        is the canonical name, several joined by "; ", null where the report does not tell who speaks; `said_on` has the
        words and `date`, or `from` and `to`.
    """
    return {"report": report.id, "quotes": [quote_document(quote) for quote in quotes]}


def quotes_document(found: Iterable[tuple[Report, Sequence[Quote]]], rejects: Iterable[Reject]) -> Json:
    """The quotes of several reports and what could not be read, as `whence.quotes/1`."""
    return {
        "schema": "whence.quotes/1",
        "reports": [
            {"report": report.id, "source": report.source, "title": report.title, "outlet": report.outlet,
             "published": report.published.iso if report.published else None,
             "quotes": [quote_document(quote, with_text=True) for quote in quotes]}
            for report, quotes in found
        ],
        "rejects": [
            {"source": reject.source, "where": reject.where, "code": reject.code, "reason": reject.reason}
            for reject in rejects
        ],
    }  # fmt: skip


def quote_document(quote: Quote, *, with_text: bool = False) -> Json:
    """One attribution in plain types."""
    setting = quote.setting
    venue = setting.venue
    return {
        "kind": quote.kind,
        "source": _spans(quote.source, with_text=with_text),
        "cue": _spans(quote.cue, with_text=with_text),
        "content": _spans(quote.content, with_text=with_text),
        "speaker": speaker_name(quote.speakers),
        "speaker_kind": quote.speakers[0].kind if quote.speakers else None,
        "speaker_says": "; ".join(speaker.says for speaker in quote.speakers if speaker.says),
        "speaker_evidence": [_located(e) for speaker in quote.speakers for e in speaker.evidence],
        "speakers": [{"name": speaker.name, "kind": speaker.kind} for speaker in quote.speakers],
        "venue": venue.name if venue else None,
        "venue_kind": venue.kind if venue else None,
        "venue_evidence": _located(venue.evidence) if venue else None,
        "addressee": setting.addressee.exact if setting.addressee else None,
        "addressee_evidence": _located(setting.addressee) if setting.addressee else None,
        "said_on": _said_on(quote),
        "through": setting.through.exact if setting.through else None,
        "declined": quote.declined,
        "confidence": quote.confidence,
    }


def speaker_name(speakers: Sequence[Speaker]) -> str | None:
    """The canonical names of who speaks, several joined by "; "; None where one of them is not known.

    >>> speaker_name([Speaker("Jane Roe", "person", ()), Speaker("John Doe", "person", ())])
    'Jane Roe; John Doe'
    """
    names = [speaker.name for speaker in speakers if speaker.name is not None]
    return "; ".join(names) if names and len(names) == len(speakers) else None


def _said_on(quote: Quote) -> Json | None:
    """The time of speaking: its words, and the day or the days that they stand for."""
    days = quote.setting.said_on
    if days is None:
        return None
    found: Json = {"text": days.evidence.exact, "start": days.evidence.start, "end": days.evidence.end}
    if days.low is not None and days.low == days.high:
        return found | {"date": days.low, "from": days.low, "to": days.high}
    return found | {"date": None, "from": days.low, "to": days.high}


def _spans(found: Sequence[Evidence], *, with_text: bool) -> list[Json]:
    return [_located(e) if with_text else {"start": e.start, "end": e.end} for e in found]


def _located(evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end, "text": evidence.exact}
