"""Where the words come from that several reports quote: a question apart from where their prose comes from."""

from __future__ import annotations

from collections.abc import Sequence

from whence.names.outlets import outlet_stem
from whence.quotes.canonical import CanonicalQuotation
from whence.records import Report, SpokenOrigin

LEAST_WORDS = 4  # shorter quotations are said by many
MOST_SHOWN = 40


def find_spoken(quotations: Sequence[CanonicalQuotation], reports: Sequence[Report]) -> tuple[SpokenOrigin, ...]:
    """The origins of quotations that two reports or more carry.

    An outlet named as the place of the interview is the origin, and the report of that outlet, where it is among them,
    had the words first, whatever the times say.

    Args:
        quotations: what `quotes.repeats.match_quotations` found in the reports.
        reports: the reports.
    """
    found = []
    for one in quotations:
        carriers = tuple(dict.fromkeys(variant.report_id for variant in one.variants))
        if len(carriers) < 2 or len(one.words) < LEAST_WORDS:
            continue
        venue = next((venue for venue in one.venues if venue.kind == "outlet"), None) or next(iter(one.venues), None)
        own = _report_of(venue.name if venue and venue.kind == "outlet" else None, carriers, reports)
        first = own or (one.earliest.report_id if one.earliest else None)
        speaker = one.speakers[0] if one.speakers and not one.conflict else None
        evidence = (venue.evidence,) if venue else ()
        found.append(SpokenOrigin(one.evidence[0], speaker, carriers, first, venue.name if venue else None, evidence))
    found.sort(key=lambda one: (-len(one.reports), -len(one.words.exact), one.words.report_id, one.words.start))
    return tuple(found[:MOST_SHOWN])


def _report_of(outlet: str | None, carriers: Sequence[str], reports: Sequence[Report]) -> str | None:
    """The report of an outlet among those that carry some words."""
    stem = outlet_stem(outlet)
    return next((r.id for r in reports if stem and r.id in carriers and outlet_stem(r.outlet) == stem), None)
