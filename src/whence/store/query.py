"""What is typed into a search box, understood: words, "phrases", speaker:, outlet:, since:, until:, -word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from whence.errors import UsageError

LONGEST_QUERY = 400  # characters
_PIECE = re.compile(r'(-?)(?:(speaker|outlet|since|until):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: `phrases` (one word is a phrase of one) that a report must have, those that it must not,
    the speaker and the outlet as typed, and days in ISO, both included; or the address of a report and nothing else.
    Words are folded: lower case, no accents."""

    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    address: str | None = None

    @property
    def understood(self) -> str:
        """The query as it was understood, which reads the same again."""
        if self.address:
            return self.address
        parts = [_shown(phrase) for phrase in self.phrases] + [f"-{_shown(phrase)}" for phrase in self.without]
        named = (("speaker", self.speaker), ("outlet", self.outlet), ("since", self.since), ("until", self.until))
        return " ".join(
            parts + [f'{name}:"{value}"' if " " in value else f"{name}:{value}" for name, value in named if value]
        )


def read_query(text: str) -> Query:
    """Understand a query.

    Args:
        text: as typed, up to `LONGEST_QUERY` characters.

    Raises:
        UsageError: it is too long, or a date is none.

    >>> read_query('ferry "harbour wall" speaker:Reyk since:2024-03-01').understood
    'ferry "harbour wall" speaker:Reyk since:2024-03-01'
    """
    if len(text) > LONGEST_QUERY:
        raise UsageError(f"a search takes up to {LONGEST_QUERY} characters, not {len(text):,}")
    if re.fullmatch(r"\s*https?://\S+\s*", text):
        return Query(address=text.strip())
    wanted: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    named: dict[str, str] = {}
    for minus, name, phrase, word in _PIECE.findall(text):
        value = (phrase or word).strip()
        if name and value:
            named[name.lower()] = _day(name, value) if name.lower() in ("since", "until") else value
        elif words := fold_words(value):
            (without if minus else wanted).append(words)
    return Query(tuple(wanted), tuple(without), **named)


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text as full-text search compares them: letters and digits, lower case, accents left out.

    >>> fold_words("Zoë’s 1,000-day “Plan”")
    ('zoe', 's', '1', '000', 'day', 'plan')
    """
    return tuple(word for _, _, word in words_of(text))


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The folded words of a text with their places (half-open code points)."""
    for found in re.finditer(r"[^\W_]+", text):
        yield found.start(), found.end(), fold_word(found[0])


def fold_word(word: str) -> str:
    """One word in lower case without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _shown(phrase: tuple[str, ...]) -> str:
    """A phrase as it can be typed."""
    return phrase[0] if len(phrase) == 1 else '"' + " ".join(phrase) + '"'


def _day(name: str, value: str) -> str:
    """A day, checked."""
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise UsageError(f"{name}:{value}: is no day; write it as {name}:2024-11-29")
