"""Words that say how often: "daily", "annually", "weekends"."""

from __future__ import annotations

from whence.times.meanings import Constant
from whence.times.phrases import Phrase
from whence.times.sight import Sight

# "annual" and "quarterly" are left out: the corpora annotate none of them, for they name kinds ("an annual meeting").
FREQUENCIES: dict[str, str] = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX",
    "mornings": "XXXX-XX-XXTMO", "evenings": "XXXX-XX-XXTEV",
}  # fmt: skip
_NAMED_AFTER = frozenset(["news", "mail", "telegraph", "express", "mirror", "times", "star", "herald", "beast", "show",
                          "record", "caller", "post", "standard"])  # fmt: skip


def read_frequency(sight: Sight, word: int) -> Phrase | None:
    """ "daily", unless it is the name of a paper ("the Daily News").

    >>> from whence.text.words import split_words
    >>> read_frequency(Sight("a daily paper", split_words("a daily paper")), 1)[:3]
    (1, 2, 'SET')
    """
    if sight.inside_name(word) or (sight.capital(word) and sight.capital(word + 1)):
        return None
    if sight.capital(word) and sight.after(word) in _NAMED_AFTER:
        return None
    return Phrase(word, word + 1, "SET", Constant(FREQUENCIES[sight.key(word)]))
