"""Sets that spells read: "every other Friday", "everyday", "quarterly", "each Monday at 4pm", "3pm every day"."""

from __future__ import annotations

from whence.spells.days import ALL_WEEKDAYS, Manner
from whence.spells.terms import Term
from whence.times.sight import Sight

# Adjectives and adverbs of how often; reports use most of them for kinds ("an annual meeting"), diaries for times.
FREQUENCIES: dict[str, str] = {
    "everyday": "P1D", "annual": "P1Y", "quarterly": "P3M", "semiannual": "P0.5Y", "semiannually": "P0.5Y",
    "bimonthly": "P2M", "biannual": "P0.5Y", "biweekly": "P2W", "annually": "P1Y",
}  # fmt: skip
_DOUBLED = {"day": "P2D", "week": "P2W", "month": "P2M", "year": "P2Y"}
_PREFIXES = {"semi": {"annual": "P0.5Y", "annually": "P0.5Y"}, "bi": {"monthly": "P2M", "weekly": "P2W"}}


def read_set(sight: Sight, word: int, manner: Manner) -> Term | None:
    """A word of how often: "every other Friday", "all weekends"; adjectives of kinds ("annual") in diaries only."""
    key = sight.key(word)
    if key in ("semi", "bi"):
        value = _PREFIXES[key].get(sight.key(word + 1)) if sight.gap(word) == "-" else None
        return Term(word, word + 2, "set", value=value) if value else None
    if key in ("every", "each", "all"):
        return _read_every(sight, word)
    if key != "everyday" and manner != "diary":
        return None
    return Term(word, word + 1, "set", value=FREQUENCIES[key])


def _read_every(sight: Sight, word: int) -> Term | None:
    """ "every other Friday", "all weekends"."""
    if sight.key(word) == "all" and sight.after(word) == "weekends":
        return Term(word, word + 2, "set", value="XXXX-WXX-WE")
    if sight.after(word) == "other" and sight.after(word + 1) in _DOUBLED:
        return Term(word, word + 3, "set", value=_DOUBLED[sight.key(word + 2)])
    if sight.key(word) != "all" and sight.after(word) == "weekday":
        return Term(word, word + 2, "set", value="P1WD")
    if sight.after(word) == "other" and sight.after(word + 1) in ALL_WEEKDAYS:
        return Term(word, word + 3, "set", value=f"XXXX-WXX-{ALL_WEEKDAYS[sight.key(word + 2)] + 1}")
    if sight.key(word) != "all" and sight.after(word) in ("day", "week", "month", "year", "weekend"):
        value = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "weekend": "XXXX-WXX-WE"}
        return Term(word, word + 2, "set", value=value[sight.key(word + 1)])
    return None
