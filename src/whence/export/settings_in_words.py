"""The circumstances of an utterance in words, the same on the terminal and on a page."""

from __future__ import annotations

from whence.records import Setting, Time


def said_where_and_when(setting: Setting) -> str:
    """Addressee, venue, time and who stood between, as one phrase; empty where nothing is known.

    >>> from whence.records import Evidence
    >>> words = Evidence("a", 0, 6, "Friday")
    >>> said_where_and_when(Setting(said_on=Time("DATE", "2024-11-29", words, "2024-11-29", "2024-11-29")))
    'Friday (2024-11-29)'
    """
    venue, addressee = setting.venue, setting.addressee
    same = venue is not None and addressee is not None and venue.evidence.span.overlaps(addressee.span)
    found = [
        f"to {addressee.exact}" if addressee else "",
        f"{_AT[venue.kind]} {_with_article(venue.name)}" if venue and not same else "",
        days_in_words(setting.said_on) if setting.said_on else "",
        f"through {setting.through.exact}" if setting.through else "",
    ]
    return " · ".join(part for part in found if part)


_AT = {"outlet": "in", "platform": "on", "document": "in", "event": "at", "place": "in"}


def _with_article(name: str) -> str:
    """A common noun with its article, a name as it is.

    >>> _with_article("interview"), _with_article("Sky News")
    ('an interview', 'Sky News')
    """
    if not name[:1].islower() or name.rsplit(maxsplit=1)[-1].endswith(("s", "media")):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def days_in_words(days: Time) -> str:
    """The report's words for a time, and the days that they stand for."""
    if days.low is None or days.high is None:
        return days.evidence.exact
    span = days.low if days.low == days.high else f"{days.low} to {days.high}"
    return span if days.evidence.exact == span else f"{days.evidence.exact} ({span})"
