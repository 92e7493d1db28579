"""The words of the page: what kinds, flags, times and weights are called, and who is said to have done what.

Directed words ("left out by B") are used only where a parent is named; else the page says "only in A", "only in B".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.records import ChangeKind, Published, Report, RowKind, Side

KIND_NAMES: dict[ChangeKind, str] = {
    "quotation": "altered quotations",
    "figure": "figures",
    "attribution": "attributions: who says it",
    "negation": "negations",
    "hedge": "hedges",
    "date": "dates and times",
    "name": "names",
    "cue": "verbs of saying",
    "moved": "moved",
    "wording": "other wording",
    "house style": "house style",
    "punctuation": "punctuation and white space",
    "furniture": "page furniture",
}
"""Headings of the kinds whose name does not depend on the direction."""

FLAG_NAMES = {
    "bad_date": "a date given for it could not be read",
    "bad_field": "a field given for it was of the wrong type and is left out",
    "bidi_controls": "holds characters that change the order of display; they are shown as labels",
    "bytes_replaced": "some bytes were no text; they are shown as �",
    "characters_replaced": "some characters cannot be stored; they are shown as �",
    "combining_marks": "letters carry more than 30 marks",
    "encoding_guessed": "the encoding was guessed",
    "hidden_text": "the page holds hidden text",
    "html_depth": "the page is nested too deeply; some of it may be missing",
    "html_limits": "the page passed a limit; some of it may be missing",
    "low_entropy": "a few words over and over",
    "mixed_script": "letters of another script stand inside Latin words",
    "mojibake": "was decoded wrongly before it came here",
    "trailing_garbage": "something follows the end of the record",
}
CLAIMANTS = {
    "caller": "as you gave it",
    "record": "from the record’s date field",
    "page": "from the metadata of the page",
    "text": "from a line of the text",
    "first seen": "when it was first seen; no date of its own",
}
ROLE_NAMES = {
    "title": "headline",
    "byline": "byline",
    "outlet": "outlet",
    "timestamp": "time line",
    "caption": "caption",
    "credit": "picture credit",
    "furniture": "page furniture",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
_NEUTRAL = (
    (re.compile("(“[^”]*”) became (“[^”]*”)"), r"\1 in A, \2 in B"),
    (re.compile("without the hedge (“[^”]*”)"), r"the hedge \1 only in A"),
    (re.compile("with the hedge (“[^”]*”) added"), r"the hedge \1 only in B"),
    (re.compile(r"(?:left out|given up|dropped(?:: a claim became a fact)?)(?=$|,)"), "only in A"),
    (re.compile(r"(?:put in|added)(?=$|,)"), "only in B"),
)
_LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl", "no", "pl",
    "pt", "ro", "ru", "sr", "sv", "tr", "uk", "ur", "zh",
)  # fmt: skip


class Voice(NamedTuple):
    """How the page speaks of the two sides: as source and copy where a parent is named, else as A and B."""

    parent: Side | None

    @property
    def order(self) -> tuple[Side, Side]:
        """The sides, the source first where it is known."""
        return ("b", "a") if self.parent == "b" else ("a", "b")

    def mark(self, side: Side) -> str:
        """How words of one side that the other lacks are marked: "gone", "new", or "own" where nobody knows."""
        if self.parent is None:
            return f"own-{side}"
        return "gone" if side == self.parent else "new"

    def heading(self, side: Side) -> str:
        """What words are that stand on one side only."""
        if self.parent is None:
            return f"only in {side.upper()}"
        if side == self.parent:
            return f"left out by {'B' if side == 'a' else 'A'}"
        return f"put in by {side.upper()}"

    def row(self, kind: RowKind) -> str:
        """The label of a row."""
        if kind in ("dropped", "added"):
            return "only in A" if kind == "dropped" else "only in B"
        if kind in ("merged", "split") and self.parent is None:
            return "joined in B" if kind == "merged" else "joined in A"
        if kind in ("merged", "split") and self.parent == "b":
            return "split" if kind == "merged" else "merged"
        return kind

    def says(self, says: str) -> str:
        """What a change says, without naming a direction that is not A to B."""
        if self.parent == "a":
            return says
        return neutral(says)


def neutral(says: str) -> str:
    """A finding worded from A to B, in words that say only where it stands.

    >>> neutral("hedge “may” dropped"), neutral("hedge “may” became “will”")
    ('hedge “may” only in A', 'hedge “may” in A, “will” in B')
    """
    for pattern, words in _NEUTRAL:
        says = pattern.sub(words, says)
    return says


def kind_id(kind: ChangeKind) -> str:
    """The anchor of a kind."""
    return "kind-" + kind.replace(" ", "-")


def flag_words(report: Report) -> tuple[str, ...]:
    """The flags of a report in words."""
    return tuple(FLAG_NAMES.get(flag, flag.replace("_", " ")) for flag in report.flags)


def time_words(published: Published) -> str:
    """A time as people write it, as exact as its grain, with its zone or the lack of one.

    >>> time_words(Published("2024-11-29T15:49", "minute", "text", "ET"))
    '29 November 2024, 15:49 ET'
    >>> time_words(Published("2024-03-12T11:52+01:00", "minute", "page", "+01:00"))
    '12 March 2024, 11:52 UTC+01:00'
    """
    match = _ISO.fullmatch(published.iso)
    if match is None or not 1 <= int(match[2] or 1) <= 12:
        return published.iso
    year, month, day, hour, minute, offset = match.groups()
    date = " ".join([*([str(int(day))] if day else []), *([_MONTHS[int(month) - 1]] if month else []), year])
    if hour is None:
        return date
    clock = f"{hour}:{minute}" if minute else f"{hour} h"
    zone = published.zone if published.zone and published.zone[:1] not in "+-−" else None  # the offset is told anyway
    zones = [*([zone] if zone else []), *([_offset_words(offset)] if offset else [])]
    return f"{date}, {clock} {' '.join(zones) or '(time zone not stated)'}"


def _offset_words(offset: str) -> str:
    """An offset from universal time."""
    return "UTC" if offset == "Z" else f"UTC{offset.replace('-', '−')}"


def outlink(url: str | None) -> str:
    """An address that a page may link to: of the web, nothing else; empty for others.

    >>> outlink("https://example.org/a"), outlink("javascript:alert(1)"), outlink(None)
    ('https://example.org/a', '', '')
    """
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def signed(weight: float) -> str:
    """A weight with its sign.

    >>> signed(-0.333)
    '−0.33'
    """
    return f"{weight:+.2f}".replace("-", "−")


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "word"), counted(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def language_of(report: Report) -> str | None:
    """The language of a report for a `lang` attribute, where it is not English and the code is one of the usual."""
    code = (report.language or "").split("-")[0].lower()
    return code if code in _LANGUAGES else None
