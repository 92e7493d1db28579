"""Flags: what a user should know about the characters of a text. They never change it."""

from __future__ import annotations

import re

# Embedding, override and isolate controls (Unicode UAX #9): the characters of "Trojan Source".
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Letters that look Latin in Cyrillic and Greek, inside a word with Latin ones.
_LOOKALIKE = "авекмнорстухіјѕԁԛԝАВЕКМНОРСТУХІЈЅαικνορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_MIXED = re.compile(f"[A-Za-z][{_LOOKALIKE}]|[{_LOOKALIKE}][A-Za-z]")
# UTF-8 read as windows-1252: the lead bytes E2 80/82, C3 and C2 seen as letters, with a continuation byte after them.
_MOJIBAKE = re.compile("â€[\ufffd\x80-\x9f™œ˜“”¦¢]|â‚¬|Ã[\x80-\xbf]|Ã[ƒ„…†‡ˆ‰Š‹Œ]|Â[\xa0-\xbf]")
# Unicode UTS #39 and UAX #15 (stream-safe text) both stop at 30 marks a base character.
_MARKS = re.compile("[\u0300-\u036f]{31}")
_ASCII = bytes(range(128))
_LOOKALIKES = re.compile(f"[{_LOOKALIKE}]")
_A_MARK = re.compile("[\u0300-\u036f]")
_MISREAD = re.compile("[âÃÂ]")
_SAMPLE_CHARACTERS = 1_000_000


def flag_text(text: str) -> tuple[str, ...]:
    """The flags that the characters of a text call for.

    Args:
        text: a decoded text; the first million characters are looked at.

    Returns:
        Some of `bidi_controls` (order of display is changed), `combining_marks` (over 30 on one letter),
        `low_entropy` (a few words over and over), `mixed_script` (Cyrillic or Greek letters inside Latin words),
        `mojibake` (UTF-8 that was decoded wrongly before it came here).

    >>> flag_text("Minister \\u202eyksnelez said"), flag_text("Talks began.")
    (('bidi_controls',), ())
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if sample.isascii():
        return ("low_entropy",) if _repeats(sample) else ()
    rare = sample.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    found = {
        "bidi_controls": _BIDI.search(rare) is not None,
        "combining_marks": _A_MARK.search(rare) is not None and _MARKS.search(sample) is not None,
        "low_entropy": _repeats(sample),
        "mixed_script": _LOOKALIKES.search(rare) is not None and _counts(_MIXED, sample, 3),
        "mojibake": _MISREAD.search(rare) is not None and _MOJIBAKE.search(sample) is not None,
    }
    return tuple(name for name, holds in found.items() if holds)


def _repeats(sample: str) -> bool:
    """True where twenty words or more are at most three different ones."""
    first = sample[:400].split(None, 20)
    if len(first) > 20 and len(set(first[:20])) > 3:  # twenty whole words: most texts need no more
        return False
    words = sample[:100_000].split()
    return len(words) >= 20 and len(set(words)) <= 3


def _counts(pattern: re.Pattern[str], sample: str, enough: int) -> bool:
    """True where a pattern is found at least `enough` times: one "μm" is no evasion."""
    return sum(1 for _, _ in zip(range(enough), pattern.finditer(sample), strict=False)) == enough
