"""Fractions and ordinals in words: what an ordinal, "half" or "quarter" after a cardinal makes of it.

"twenty-three fifths" is 23/5 and "twenty and three fifths" 20.6; "one twenty-fifth" is 1/25 and "one hundred
twenty-fifth" the 125th. Where both readings are possible, a denominator takes as many words as it can while a numerator
is left ("one hundred thirty fifths" is 100/35), and what follows "and" is a part of its own where it is a proper one.
"""

from __future__ import annotations

from typing import NamedTuple

from whence.figures.cardinals import Cardinal, Part, joined, read_cardinal, token_at
from whence.figures.numeral_words import ARTICLES, NOTHING, TOKENS, Token
from whence.text.style import is_function_word
from whence.text.words import Words

_PART_STEP = 0.05  # "a third of the voters" is told to about a twentieth: our judgement
_YEARS = frozenset(["year", "years", "season", "fiscal", "calendar", "decade", "century"])


class _Denominator(NamedTuple):
    value: float
    last: int
    plural: bool
    end: int


def read_named_fraction(text: str, words: Words, first: int) -> Part | None:
    """A fraction that no cardinal begins: "half", "a third", "half a million", "two thirds of a million".

    >>> from whence.text.words import split_words
    >>> read_named_fraction("half a dozen", split_words("half a dozen"), 0).value
    6.0
    """
    key = words.keys[first]
    if key == "half" or (
        key in ARTICLES and words.keys[first + 1 : first + 2] == ["half"] and joined(text, words, first + 1)
    ):
        at = first + (1 if key == "half" else 2)
        return _scaled(text, words, Part(words.ends[at - 1], at, 0.5, _PART_STEP))
    if key == "quarter" and token_at(text, words, first + 1).kind == "magnitude":
        return _scaled(text, words, Part(words.ends[first], first + 1, 0.25, _PART_STEP))
    if key in ARTICLES:
        part = _read_single(text, words, first)
        return part and _scaled(text, words, part)
    if TOKENS.get(key, NOTHING).kind == "ordinal" and not TOKENS[key].plural:
        return Part(words.ends[first], first + 1, TOKENS[key].value, 1.0, ordinal=True)
    return None


def read_fraction_tail(text: str, words: Words, cardinal: Cardinal) -> Part | None:
    """What the words after a cardinal make of it: a fraction, a mixed number, decimals, an ordinal; or nothing."""
    if cardinal.end < words.ends[cardinal.last - 1]:
        return None
    at = cardinal.last
    if at >= len(words.keys) or not joined(text, words, at):
        return None
    key = words.keys[at]
    if key == "point":
        return _read_decimals(text, words, cardinal)
    if key == "and":
        return _read_mixed(text, words, cardinal)
    token = TOKENS.get(key, NOTHING)
    if token.kind in ("unit", "teen", "ten"):
        return _read_long_denominator(text, words, cardinal)
    if token.kind in ("half", "quarter"):
        return _over(text, words, cardinal, _Denominator(token.value, at + 1, token.plural, words.ends[at]))
    if token.kind == "ordinal":
        return _read_ordinal(text, words, cardinal, token)
    return None


def _read_long_denominator(text: str, words: Words, cardinal: Cardinal) -> Part | None:
    """A denominator of several words: "one twenty-fifth", "three twenty-firsts", "one one hundred and fifth"."""
    below = read_cardinal(text, words, cardinal.last)
    if below is None or below.last >= len(words.keys) or below.value > 1e6:
        return None
    at = below.last + (words.keys[below.last] == "and")
    token = token_at(text, words, at)
    if token.kind not in ("ordinal", "quarter") or not joined(text, words, below.last) or token.value >= 100:
        return None
    if not _completes(below.tokens, token.value) or not (token.plural or cardinal.value == 1):
        return None
    value = cardinal.value / (below.value + token.value)
    return Part(words.ends[at], at + 1, value, min(_PART_STEP, value))


def _read_single(text: str, words: Words, first: int) -> Part | None:
    """A single part of a whole: "a quarter of", "a twenty-fifth". "a third man" is none."""
    tens = token_at(text, words, first + 1)
    at = first + 1
    whole = 0.0
    if tens.kind == "ten":
        whole, at = tens.value, first + 2
    token = token_at(text, words, at)
    if token.kind not in ("ordinal", "quarter") or token.plural or (whole and not 0 < token.value < 10):
        return None
    if not whole and token.value < 3:
        return None
    after = words.keys[at + 1] if at + 1 < len(words.keys) else ""
    apart = not after or not joined(text, words, at + 1)
    if token.kind == "quarter" and not (
        token_at(text, words, at + 1).kind == "magnitude" or _of_a_whole(words, at + 1)
    ):
        return None
    if apart or is_function_word(after) or TOKENS.get(after, NOTHING).kind == "magnitude":
        value = 1 / (whole + token.value)
        return Part(words.ends[at], at + 1, value, min(_PART_STEP, value))
    return None


def _of_a_whole(words: Words, at: int) -> bool:
    """Whether "of" follows, and no year: "a quarter of the ballots" but "a quarter of 2015", "of its fiscal year"."""
    following = words.keys[at : at + 4]
    return (
        len(following) > 1
        and following[0] == "of"
        and not following[1][0].isdigit()
        and _YEARS.isdisjoint(following[1:])
    )


def _scaled(text: str, words: Words, part: Part) -> Part:
    """A part of a dozen, a hundred or a magnitude: half a million, quarter million, two thirds of a million."""
    at = part.last
    if words.keys[at : at + 2] == ["of", "a"] and token_at(text, words, at + 2).kind == "magnitude":
        at += 2
    elif words.keys[at : at + 1] in (["a"], ["an"]):
        at += 1
    token = token_at(text, words, at)
    if token.kind not in ("magnitude", "dozen") and not (token.kind == "hundred" and at > part.last):
        return part
    if token.plural or not all(joined(text, words, index) for index in range(part.last, at + 1)):
        return part
    return Part(words.ends[at], at + 1, part.value * token.value, part.step * token.value)


def _read_decimals(text: str, words: Words, cardinal: Cardinal) -> Part | None:
    """Decimals in words: "two hundred point zero three"; "point seventy-one" and "point eleven" tell two places."""
    places, at = "", cardinal.last + 1
    while len(places) < 12:
        token = token_at(text, words, at)
        if token.kind not in ("unit", "teen", "ten"):
            break
        if places and token.kind == "unit" and places[-1] == "0" and token_at(text, words, at - 1).kind == "ten":
            places = places[:-1]
        places += str(int(token.value))
        at += 1
    if not places:
        return None
    value = cardinal.value + int(places) / 10 ** len(places)
    magnitude = token_at(text, words, at)
    times = magnitude.value if magnitude.kind == "magnitude" and not magnitude.plural else 1.0
    at += times > 1.0
    return Part(words.ends[at - 1], at, value * times, times * 10.0 ** -len(places))


def _read_mixed(text: str, words: Words, cardinal: Cardinal) -> Part | None:
    """A number and a part: "five and a quarter", "3 million and a half", "twenty and three fifths"."""
    first = cardinal.last + 1
    if first >= len(words.keys) or not joined(text, words, first):
        return None
    token = token_at(text, words, first)
    if token.kind == "ordinal" and cardinal.tokens[-1].kind in ("hundred", "magnitude"):
        return _read_ordinal(text, words, cardinal._replace(last=first), token)
    part = _read_part(text, words, first)
    if part is None or part.value >= 1:
        return None
    return _add_part(text, words, cardinal, part)


def _add_part(text: str, words: Words, cardinal: Cardinal, part: Part) -> Part:
    """A number and a part of one, or of its magnitude, or of the magnitude that follows."""
    after = token_at(text, words, part.last)
    if after.kind == "magnitude" and not after.plural:
        end, last = words.ends[part.last], part.last + 1
        if after.value < cardinal.magnitude > 1:
            return Part(end, last, cardinal.value + part.value * after.value, part.step * after.value)
        if cardinal.magnitude == 1:
            return Part(end, last, (cardinal.value + part.value) * after.value, part.value * after.value)
    return Part(part.end, part.last, cardinal.value + part.value * cardinal.magnitude, part.value * cardinal.magnitude)


def _read_part(text: str, words: Words, first: int) -> Part | None:
    """A part of one: "a half", "a third", "one fourth", "three quarters"."""
    key = words.keys[first]
    if key in ARTICLES:
        token = token_at(text, words, first + 1)
        if token.kind in ("half", "quarter") or (token.kind == "ordinal" and token.value > 2):
            return Part(words.ends[first + 1], first + 2, 1 / token.value, _PART_STEP) if not token.plural else None
        return None
    cardinal = read_cardinal(text, words, first)
    if cardinal is None or cardinal.last >= len(words.keys) or not joined(text, words, cardinal.last):
        return None
    token = TOKENS.get(words.keys[cardinal.last], NOTHING)
    if token.kind not in ("half", "quarter", "ordinal") or cardinal.fraction:
        return None
    part = read_fraction_tail(text, words, cardinal)
    return None if part is None or part.ordinal else part


def _over(text: str, words: Words, cardinal: Cardinal, below: _Denominator) -> Part | None:
    """A cardinal over a half or a quarter: "three quarters", "one half", "one hundred and three quarters"."""
    cut = _after_and(cardinal.tokens)
    above = _worth(cardinal.tokens[cut:])
    if not below.plural and above != 1:
        return None
    if cut and above < below.value:
        whole = cardinal._replace(value=_worth(cardinal.tokens[: cut - 1]))
        return _add_part(text, words, whole, Part(below.end, below.last, above / below.value, _PART_STEP))
    value = cardinal.value / below.value
    return _scaled(text, words, Part(below.end, below.last, value, _PART_STEP if value < 1 else 1 / below.value))


def _read_ordinal(text: str, words: Words, cardinal: Cardinal, token: Token) -> Part | None:
    """A cardinal and an ordinal: "twenty-third", "three fifths", "one twenty-fifth", "one hundred thirty fifths"."""
    end, last = words.ends[cardinal.last], cardinal.last + 1
    tokens = cardinal.tokens
    if token.plural:
        if token.value < 3 and tokens[-1].kind != "ten":
            return None
        value = _plural_value(tokens, token.value, cardinal.magnitude)
        return _scaled(text, words, Part(end, last, value, min(_PART_STEP, value)))
    rest = tokens[1:]
    single = tokens[0].kind == "unit" and tokens[0].value == 1
    if single and (not rest or (rest[0].kind in ("unit", "teen", "ten") and _completes(rest, token.value))):
        below = _worth(rest) * (token.value if token.value >= 100 and rest else 1) + (
            token.value if token.value < 100 or not rest else 0
        )
        if below < 3:
            return None
        return _scaled(text, words, Part(end, last, 1 / below, min(_PART_STEP, 1 / below)))
    if tokens[0].kind != "digits" and _completes(tokens, token.value):
        value = cardinal.value * token.value if token.value >= 100 else cardinal.value + token.value
        return Part(end, last, value, 1.0, ordinal=True)
    return None


def _plural_value(tokens: tuple[Token, ...], ordinal: float, magnitude: float) -> float:
    """The worth of a cardinal before a plural ordinal: "twenty-three fifths" is 4.6."""
    cut = _after_and(tokens)
    if cut:
        part = _fraction_of(tokens[cut:], ordinal)
        if part < 1:
            return _worth(tokens[: cut - 1]) + part * (magnitude if tokens[cut - 2].kind == "magnitude" else 1.0)
        return _worth(tokens) / ordinal
    return _fraction_of(tokens, ordinal)


def _fraction_of(tokens: tuple[Token, ...], ordinal: float) -> float:
    """Numerator over denominator, the denominator taking as many words as it can."""
    for cut in range(1, len(tokens)):
        rest = tokens[cut:]
        if rest[0].kind not in ("unit", "teen", "ten") or (tokens[cut - 1].kind == "ten" and rest[0].kind == "unit"):
            continue
        if ordinal < 100 and _completes(rest, ordinal):
            return _worth(tokens[:cut]) / (_worth(rest) + ordinal)
    return _worth(tokens) / ordinal


def _completes(tokens: tuple[Token, ...], ordinal: float) -> bool:
    """Whether an ordinal can end the number that the tokens begin: "twenty" + "fifth", "one hundred and" + "fifth"."""
    last = tokens[-1] if tokens[-1] is not NOTHING else tokens[-2]
    if ordinal < 10:
        return last.kind in ("ten", "hundred", "magnitude")
    if ordinal < 100:
        return last.kind in ("hundred", "magnitude")
    return last.kind in ("unit", "teen", "ten", "digits") or (
        last.kind in ("hundred", "magnitude") and ordinal > last.value
    )


def _after_and(tokens: tuple[Token, ...]) -> int:
    """The index after the last "and", 0 where there is none."""
    return next((index + 1 for index in range(len(tokens) - 1, 0, -1) if tokens[index] is NOTHING), 0)


def _worth(tokens: tuple[Token, ...]) -> float:
    """The value of the tokens of a cardinal."""
    total, slot = 0.0, 0.0
    for token in tokens:
        if token.kind == "magnitude":
            total += (slot or 1.0) * token.value
            slot = 0.0
        elif token.kind in ("hundred", "dozen"):
            slot = (slot or 1.0) * token.value
        else:
            slot += token.value
    return total + slot
