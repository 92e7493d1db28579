"""Rules about facts: numbers, dates, names, negations and hedges, and what is only house style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from whence.certainty.compared import compare_hedges
from whence.certainty.cues import Sighting
from whence.certainty.hedges import find_hedges, find_negations
from whence.certainty.opposites import are_opposites
from whence.changes.edited import Finding, Words, key_at
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.figures.dates import is_also_word, is_clock_time, is_date_word, is_year
from whence.figures.numbers import is_fraction, is_number, is_numeral, is_unit, number_form, number_values, units_of
from whence.names.aliases import canonical_places
from whence.text.style import is_function_word, style_form, write_out
from whence.text.words import stem

FIGURE_WORDS = 20  # in a longer edit two numbers need not be about one thing
HEDGED_WORDS = 14  # a longer edit is a rewording that happens to hold a hedge
PHRASE_WORDS = 5  # a figure that became a phrase: eight men -> a handful of men
NAME_WORDS = 8  # a longer edit is a rewording that happens to hold names
SAME_NAME = 75  # per cent of letters in order: Qassem and Qasem are one name in two spellings
NAME_REACH = 300  # words looked at to see whether a capital at the start of a sentence marks a name

_SENTENCE_END = re.compile(r"[.!?…\n\r]")
_FLOORS = frozenset(["more than", "over", "at least", "well over", "just over"])
_CEILINGS = frozenset(
    ["less than", "under", "at most", "up to", "as many as", "nearly", "almost", "close to", "just under"]
)
_DAYS = {
    "day": 1.0,
    "days": 1.0,
    "week": 7.0,
    "weeks": 7.0,
    "month": 30.4,
    "months": 30.4,
    "year": 365.25,
    "years": 365.25,
}
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir"])
_QUANTITIES = frozenset(["all", "most", "many", "several", "few", "half", "majority", "none"])


def style(words: Words) -> Finding:
    """The same words in another house's spelling, or a number in digits for a number in words."""
    if not words.a and not words.b:
        return "house style", "same words, written differently"
    a, b = (number_form(_with_units(*side)) for side in _sides(words))
    if a == b:
        return "house style", "the same in another house style"
    if not (words.a and words.b):
        return None
    if _one_spelling(words.a) == _one_spelling(words.b) or _one_spelling(a) == _one_spelling(b):
        return "house style", "the same in another house style"
    if _is_acronym(words):
        return "house style", "the same name, shortened or written out"
    return None


def _one_spelling(keys: Sequence[str]) -> str:
    """Words run together in one spelling, with places in one form; an apostrophe lost before a word of its own counts
    for nothing."""
    return style_form(canonical_places([key.lstrip("'") if len(keys) == 1 else key for key in keys]))


def _with_units(words: range, tokens: Tokens, text: str) -> list[str]:
    """The keys, with the number that they go on from, and signs as words: `$3` and `3 dollars` give the same."""
    start, stop = words.start, words.stop
    while start > 0 and words.start - start < 4 and is_numeral(tokens.words.keys[start - 1]):
        start -= 1
    keys = list(tokens.words.keys[start:stop])
    if not any(map(is_numeral, keys)):
        return list(tokens.words.keys[words.start : stop])
    left = tokens.words.ends[start - 1] if start else 0
    right = tokens.words.starts[stop] if stop < len(tokens.words.starts) else len(text)
    units = [unit for key in keys for unit in units_of("", key)]
    rest = [key for key in keys if not units_of("", key)]
    return [*rest, *sorted({*units, *units_of(text[left:right])})]


def _is_acronym(words: Words) -> bool:
    """Whether one side is made of the initials of the other's capitalised words."""
    forms = [
        (keys, [key[0] for key, word in zip(keys, at, strict=True) if text[tokens.words.starts[word]].isupper()])
        for keys, at, tokens, text in (
            (words.a, words.edit.a, words.texts.a, words.texts.text_a),
            (words.b, words.edit.b, words.texts.b, words.texts.text_b),
        )
    ]
    (a, initials_a), (b, initials_b) = forms
    return (len(a) == 1 and len(a[0]) > 1 and "".join(initials_b).startswith(a[0])) or (
        len(b) == 1 and len(b[0]) > 1 and "".join(initials_a).startswith(b[0])
    )


def contraction(words: Words) -> Finding:
    """The same words, contracted on one side, outside quotation marks."""
    same = bool(words.a and words.b) and write_out(words.a) == write_out(words.b)
    return ("house style", "the same words, contracted") if same else None


def date(words: Words) -> Finding:
    """A weekday, month, year or time of day on either side, or a number beside a month."""
    dated = [
        [is_dated(word, tokens, text) for word in at]
        for at, tokens, text in (
            (words.edit.a, words.texts.a, words.texts.text_a),
            (words.edit.b, words.texts.b, words.texts.text_b),
        )
    ]
    a, b = map(any, dated)
    if {*words.a, *words.b} == {"am", "pm"} and is_number(key_at(words.texts.a, words.edit.a.start - 1) or "x"):
        return "date", "another time of day"
    month_day = _beside_date(words.edit.a, words.texts) and any(map(is_number, words.a))
    if words.a and words.b and ((a and b) or (month_day and any(map(is_number, words.b)))):
        return "date", "another date or time"
    if a == b:
        return None
    own, other, flags = (words.a, words.b, dated[0]) if a else (words.b, words.a, dated[1])
    keys_own, keys_other = set(own), set(other)
    rest = [key for key, flag in zip(own, flags, strict=True) if not flag and key not in keys_other]
    rest += [key for key in other if key not in keys_own]
    if all(is_function_word(key) or is_number(key) for key in rest) and len(rest) <= 5:
        return "date", "date or time dropped" if a else "date or time added"
    return None


def is_dated(word: int, tokens: Tokens, text: str) -> bool:
    """Whether a word places something in time: "May", not "may"; "in 2016", not "2,016" nor "killed 2016"."""
    key = tokens.words.keys[word]
    if is_year(key):
        before = key_at(tokens, word - 1)
        plain = tokens.words.ends[word] - tokens.words.starts[word] == 4
        return plain and (not before or is_function_word(before) or is_date_word(before) or is_number(before))
    if is_also_word(key) and not text[tokens.words.starts[word]].isupper():
        return False
    return is_date_word(key) or is_clock_time(key)


def _beside_date(words: range, texts: Texts) -> bool:
    """Whether a month or weekday stands right before or after the words of A."""
    starts, ends = texts.a.words.starts, texts.a.words.ends
    gaps = ((words.start - 1, words.start - 1), (words.stop, words.stop - 1))  # (neighbour, word before the gap)
    near = [
        neighbour
        for neighbour, before in gaps
        if 0 <= before < len(starts) - 1 and not _SENTENCE_END.search(texts.text_a, ends[before], starts[before + 1])
    ]
    return bool(words) and any(is_date_word(texts.a.words.keys[k]) and is_dated(k, texts.a, texts.text_a) for k in near)


def figure(words: Words) -> Finding:
    """Another number on the two sides, another unit, or a number on one side only."""
    a, b = (any(_counts(word, tokens, text) for word in at) for at, tokens, text in _sides(words))
    if not a and not b:
        return _quantity(words)
    values = number_values(words.a), number_values(words.b)
    if values[0] and values[1]:
        if values[0] == values[1] or len(words.a) + len(words.b) > FIGURE_WORDS:
            return None
        return "figure", _compared(words) + _hedge_note(words)
    own, other = (words.a, words.b) if a else (words.b, words.a)
    hedges = find_hedges(own, "1")
    bare = all(is_numeral(key) or is_function_word(key) or key in hedges for key in own)
    if (other and max(len(own), len(other)) <= PHRASE_WORDS) or (not other and bare):
        return "figure", ("figure given up" if a else "figure put in") + _hedge_note(words)
    return None


def _sides(words: Words) -> tuple[tuple[range, Tokens, str], tuple[range, Tokens, str]]:
    """Both sides of an edit with their words and texts."""
    texts = words.texts
    return (words.edit.a, texts.a, texts.text_a), (words.edit.b, texts.b, texts.text_b)


def _counts(word: int, tokens: Tokens, text: str) -> bool:
    """Whether a word is a number that is no date."""
    return is_number(tokens.words.keys[word]) and not is_dated(word, tokens, text)


def _quantity(words: Words) -> Finding:
    """Another unit after a number, another fraction, another "many" or "all"."""
    keys_a, keys_b = ([key for key in side if key not in ("a", "an", "per")] for side in (words.a, words.b))
    if len(keys_a) != 1 or len(keys_b) != 1:
        return None
    a, b = keys_a[0], keys_b[0]
    if is_unit(a) and is_unit(b) and is_numeral(key_at(words.texts.a, words.edit.a.start - 1) or "x"):
        return None if stem(a) == stem(b) else ("figure", "another unit")
    if all(is_fraction(key) or key in _QUANTITIES for key in (a, b)):
        return "figure", "another share of the whole"
    return None


def _compared(words: Words) -> str:
    """How two figures stand to each other: the same one blurred by a hedge, or another."""
    hedges = [[hedge for hedge in side if hedge in _FLOORS or hedge in _CEILINGS] for side in _hedges_of(words)]
    if bool(hedges[0]) == bool(hedges[1]):
        return "another figure"
    exact, hedged = (words.a, words.b) if hedges[1] else (words.b, words.a)
    value, bound = _in_days(exact), _in_days(hedged)
    above = (hedges[0] or hedges[1])[0] in _FLOORS
    fits = bound <= value <= 2 * bound if above else bound / 2 <= value <= bound
    return ("the figure made vaguer" if hedges[1] else "the figure made more exact") if fits else "another figure"


def _in_days(keys: Sequence[str]) -> float:
    """The first number of a phrase, a duration in days."""
    return number_values(keys)[0] * next((_DAYS[key] for key in keys if key in _DAYS), 1.0)


def _hedge_note(words: Words) -> str:
    """How the hedges around a figure differ, in words."""
    a, b = _hedges_of(words)
    if a == b:
        return ""
    if not a:
        return f", with the hedge “{b[0]}” added"
    return f", without the hedge “{a[0]}”" if not b else f", hedge “{a[0]}” became “{b[0]}”"


def _hedges_of(words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The hedges among the changed words of each side."""
    (at_a, a, text_a), (at_b, b, text_b) = _sides(words)
    return _hedges(at_a, a, text_a), _hedges(at_b, b, text_b)


def _hedges(at: range, tokens: Tokens, text: str) -> tuple[str, ...]:
    """The hedges among words."""
    return find_hedges(_hedge_keys(at, tokens, text), key_at(tokens, at.stop))


def _hedge_keys(at: range, tokens: Tokens, text: str) -> list[str]:
    """The keys of words; “May” after the first word of a sentence is a month or a name."""
    return [
        "May" if key == "may" and text[tokens.words.starts[word]].isupper() and word > 0 else key
        for key, word in zip(tokens.words.keys[at.start : at.stop], at, strict=True)
    ]


def negation(words: Words) -> Finding:
    """A “not” on one side only, while the statement stays."""
    a, b = len(find_negations(words.a)), len(find_negations(words.b))
    if a == b or len(words.a) + len(words.b) > 14:
        return None
    if not _same_statement(words):
        return None
    content = [key for key in (*words.a, *words.b) if not is_function_word(key) and not find_negations([key])]
    if not (words.a and words.b) and content:
        return None
    return "negation", "negation dropped" if a > b else "negation added"


def _same_statement(words: Words) -> bool:
    """Whether one side's content words, less negations and hedges, are those of the other or all but one of them."""
    a, b = (
        {stem(key) for key in side if not (is_function_word(key) or find_negations([key, "to"]) or find_hedges([key]))}
        for side in (words.a, words.b)
    )
    return (a <= b or b <= a) and abs(len(a) - len(b)) <= 1


def opposite(words: Words) -> Finding:
    """A word in place of its contrary: rose -> fell, before -> after."""
    short = len(words.a) + len(words.b) <= PHRASE_WORDS
    if short and any(are_opposites(a, b) for a in words.a for b in words.b):
        return "negation", "turned into its opposite"
    return None


def hedge(words: Words) -> Finding:
    """A hedge on one side only, or another one, while the statement stays: "may have fled" -> "fled"."""
    size = len(words.a) + len(words.b)
    if size > HEDGED_WORDS:
        return None
    (at_a, a, text_a), (at_b, b, text_b) = _sides(words)
    keys_a, keys_b = _hedge_keys(at_a, a, text_a), _hedge_keys(at_b, b, text_b)
    change = compare_hedges(keys_a, keys_b, after=(key_at(a, at_a.stop), key_at(b, at_b.stop)))
    if not change.same_besides and not (keys_a and keys_b and size <= PHRASE_WORDS):
        return None
    dropped, added = _told(change.dropped, keys_a), _told(change.added, keys_b)
    if dropped and added:
        return "hedge", f"hedge {dropped} became {added}"
    if dropped or added:
        return "hedge", f"hedge {dropped or added} {'dropped' if dropped else 'added'}"
    return None


def _told(seen: Sequence[Sighting], keys: Sequence[str]) -> str:
    """The first of some hedges in its own words; empty for none."""
    return f"“{' '.join(keys[seen[0].first : seen[0].last])}”" if seen else ""


def name(words: Words) -> Finding:
    """Other names on the two sides."""
    if len(words.a) > NAME_WORDS or len(words.b) > NAME_WORDS:
        return None
    a, b = (_names(*side) for side in _sides(words))
    if not a or not b or a & b:
        return None
    if ratio("".join(sorted(a)), "".join(sorted(b))) >= SAME_NAME:
        return "name", "the name is spelt differently, or is another"
    return "name", "another name"


def _names(at: range, tokens: Tokens, text: str) -> frozenset[str]:
    """The capitalised words, at the start of a sentence only those that are names, with places in one form."""
    keys = [
        tokens.words.keys[word]
        for word in at
        if text[tokens.words.starts[word]].isupper()
        and not is_function_word(tokens.words.keys[word])
        and tokens.words.keys[word] not in _TITLES
        and not is_date_word(tokens.words.keys[word])
        and (not _begins_sentence(word, tokens, text) or _is_name_elsewhere(word, tokens, text))
    ]
    return frozenset(canonical_places(keys))


def _begins_sentence(word: int, tokens: Tokens, text: str) -> bool:
    """Whether a capital is owed to the place of the word."""
    if word == 0:
        return True
    gap = text[tokens.words.ends[word - 1] : tokens.words.starts[word]]
    return any(mark in gap for mark in '\n\r.!?“"')


def _is_name_elsewhere(word: int, tokens: Tokens, text: str) -> bool:
    """Whether the word is followed by another capital, or has one inside a sentence near by."""
    keys, starts = tokens.words.keys, tokens.words.starts
    following = word + 1
    if following < len(keys) and text[starts[following]].isupper() and not _begins_sentence(following, tokens, text):
        return True
    near = range(max(0, word - NAME_REACH), min(len(keys), word + NAME_REACH))
    return any(
        keys[k] == keys[word] and text[starts[k]].isupper() and not _begins_sentence(k, tokens, text) for k in near
    )


def dropped(words: Words) -> Finding:
    """Content words on one side only."""
    if words.b or all(map(is_function_word, words.a)):
        return None
    return "dropped", "left out"


def added(words: Words) -> Finding:
    """Content words on the other side only."""
    if words.a or all(map(is_function_word, words.b)):
        return None
    return "added", "put in"
