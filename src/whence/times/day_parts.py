"""Parts of a day: "this morning", "last night", "noon", "every evening", "tonight"."""

from __future__ import annotations

from whence.times.calendar_words import DAY_PARTS, PART_MODS, PARTS
from whence.times.clock import Clock
from whence.times.counted_periods import Counted
from whence.times.meanings import Constant
from whence.times.phrases import Phrase
from whence.times.sight import Sight

_ALONE = frozenset(["noon", "midnight", "midday"])


def read_day_part(sight: Sight, word: int) -> Phrase | None:
    """ "this morning", "last night", "noon", "every morning", "the next morning"; one behind a day is joined to it.

    >>> from whence.text.words import split_words
    >>> read_day_part(Sight("It fell last night.", split_words("It fell last night.")), 3)[:3]
    (2, 4, 'TIME')
    """
    key, before = sight.key(word), sight.before(word)
    time = DAY_PARTS[key]
    if sight.inside_name(word):
        return None
    if before == "last" and key in ("night", "evening"):
        return Phrase(word - 1, word + 1, "TIME", Clock(time, Counted("day", -1)))
    if before == "this" and key != "night":
        phrase = Phrase(word - 1, word + 1, "TIME", Clock(time, Counted("day", 0)))
        return _with_part(sight, phrase)
    if before in ("next", "following", "same", "previous") and sight.before(word - 1) in ("the", "that"):
        step = {"next": 1, "following": 1, "previous": -1}.get(before, 0)
        return Phrase(word - 2, word + 1, "TIME", Clock(time, Counted("day", step, "told")))
    if before in ("every", "each"):
        return Phrase(word - 1, word + 1, "SET", Constant(f"XXXX-XX-XX{time}"))
    if before in ("mid", "early", "late") and sight.before(word - 1) in ("by", "in", "at", "until", "since", "on"):
        return Phrase(word - 1, word + 1, "TIME", Clock(time), PART_MODS[before])
    if before == "the" and sight.before(word - 1) == "in" and key in ("morning", "afternoon", "evening"):
        return Phrase(word - 1, word + 1, "TIME", Clock(time))
    if before == "that":
        return Phrase(word - 1, word + 1, "TIME", Clock(time))
    if key in _ALONE and before in ("at", "by", "until", "before", "after", "around", "from", "since", "to", "about"):
        return Phrase(word, word + 1, "TIME", Clock(time))
    return None


def _with_part(sight: Sight, phrase: Phrase) -> Phrase:
    """ "later this afternoon", "early this morning"."""
    before = sight.before(phrase.first)
    if before not in PARTS:
        return phrase
    return phrase._replace(first=phrase.first - 1, mod=PART_MODS[PARTS[before]])


def read_tonight(_: Sight, word: int) -> Phrase | None:
    """ "tonight"."""
    return Phrase(word, word + 1, "TIME", Clock("TNI", Counted("day", 0)))
