"""Reading numerals: numbers in words and digits, wherever they stand in a text, with what they are worth.

A numeral is the number alone, without its unit: "two hundred and thirty-one thousand", "1,674.5 million", "10 1/2",
"three quarters", "twenty-third". What it counts or measures is found by `measures`. The grammar of number words is the
usual one (a hundred times what stands before it, a magnitude times all that is open before it); the reading of long
fractions ("one hundred and thirty-two fifths") follows what makes a proper fraction.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from whence.figures.cardinals import Cardinal, Part, granularity, read_cardinal, token_at
from whence.figures.digits import core_end, read_core, read_digits
from whence.figures.fractions import read_fraction_tail, read_named_fraction
from whence.figures.money import glued_code
from whence.figures.nouns import WORD_GROUPS
from whence.figures.numeral_words import ARTICLES, MINUS, TOKENS
from whence.figures.units import NAMES
from whence.text.words import Words, split_words

Form = Literal["cardinal", "ordinal", "fraction", "ratio", "piece"]
_ORDINAL_TAILS = frozenset(["st", "nd", "rd", "th"])
_MOST_IN_A_ROW = 60  # words of numbers; the longest lists of results and votes in news have some thirty
_OVER = {("in",): 1, ("out", "of"): 2, ("over",): 1}


class Numeral(NamedTuple):
    """A number as it is written: where, which words (`first` to before `last`), its value and how finely it is told.

    A "piece" is a run of digits inside something longer that is no one number (an address, a date, a list). `tail` are
    the letters that stand directly after the digits ("180ml").
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    step: float
    form: Form
    tail: str = ""


def read_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of a text, in order; they never overlap, and none has letters grown on to it.

    >>> [(n.value, text[n.start:n.end]) for text in ["Twenty-six of 1,200 people, or one in five"]
    ...  for n in read_numerals(text)]
    [(26.0, 'Twenty-six'), (1200.0, '1,200'), (0.2, 'one in five')]
    """
    found = numerals_in(text, split_words(text))
    return tuple(numeral for numeral in found if not numeral.tail)


def numerals_in(text: str, words: Words) -> list[Numeral]:
    """The numerals among the words of a text, those with letters grown on to their digits included."""
    found: list[Numeral] = []
    kinds = {key: _beginning(key) for key in set(words.keys)}
    starts = [at for at, key in enumerate(words.keys) if kinds[key]]
    tables = _tables([at for at in starts if kinds[words.keys[at]] == "number"])
    end = 0
    for at in starts:
        if at < end:
            continue
        end = tables.get(at, at)
        if end > at:
            continue
        if kinds[words.keys[at]] == "grown":
            glued = _read_glued(text, words, at)
            read = [glued] if glued else []
        else:
            read = _read_at(text, words, at)
        found += read
        end = read[-1].last if read else at
    return _join_ratios(text, words, found)


def _beginning(key: str) -> Literal["", "number", "leading", "grown"]:
    """What a word can begin: a number by itself, one that it leads to ("minus", "a"), digits with letters before."""
    if key[0].isnumeric() or key in TOKENS:
        return "number"
    if key in MINUS or key in ARTICLES:
        return "leading"
    return "grown" if key[-1].isdigit() else ""


def _tables(numbers: list[int]) -> dict[int, int]:
    """Where so many number words stand in a row that they are a table, no prose: first word -> word after the last."""
    found: dict[int, int] = {}
    first = 0
    for index, at in enumerate(numbers):
        if index + 1 == len(numbers) or numbers[index + 1] != at + 1:
            if index + 1 - first > _MOST_IN_A_ROW:
                found[numbers[first]] = at + 1
            first = index + 1
    return found


def _read_at(text: str, words: Words, first: int) -> list[Numeral]:
    """The numeral that begins with a word; several where a run of digits falls into pieces."""
    key = words.keys[first]
    if key in MINUS:
        if words.keys[max(first - 2, 0) : first] == ["plus", "or"]:
            return []  # "plus or minus 4 points" are four on either side
        follows = _adjoin(text, words, first + 1) and words.keys[first + 1] not in MINUS
        inner = _read_at(text, words, first + 1) if follows else []
        if (
            len(inner) != 1
            or inner[0].value < 0
            or inner[0].form == "ordinal"
            or inner[0].start != words.starts[first + 1]
        ):
            return []
        return [inner[0]._replace(start=words.starts[first], first=first, value=-inner[0].value)]
    if key == "one" and _is_pronoun(text, words, first):
        named = read_named_fraction(text, words, first)
        return [_from_part(words, first, named)] if named else []
    named = read_named_fraction(text, words, first)
    if named:
        return [_from_part(words, first, named)]
    if key in ARTICLES and token_at(text, words, first + 1).kind not in ("hundred", "magnitude", "dozen"):
        return []
    cardinal = read_cardinal(text, words, first)
    if cardinal is None:
        return _read_loose(text, words, first)
    return [_finish(text, words, first, cardinal)]


def _is_pronoun(text: str, words: Words, at: int) -> bool:
    """Whether "one" stands for somebody or something: "this one", "no one"; not "that one mile"."""
    if at == 0 or words.keys[at - 1] not in WORD_GROUPS["not one"] or not _gap(text, words, at).isspace():
        return False
    return words.keys[at + 1 : at + 2] == [] or words.keys[at + 1] not in NAMES


def _read_glued(text: str, words: Words, first: int) -> Numeral | None:
    """Digits that a code of money is grown on to: "USD115.5", "Rs500"."""
    start = words.starts[first] + glued_code(text[words.starts[first] : words.ends[first]])
    if start == words.starts[first]:
        return None
    digits = read_digits(text, start)
    if digits is None or (text[digits.end : digits.end + 1].isalpha()):
        return None
    last = first + 1
    while last < len(words.starts) and words.starts[last] < digits.end:
        last += 1
    step = 10.0**-digits.decimals if digits.decimals else granularity(digits.value)
    return Numeral(start, digits.end, first, last, digits.value, step, "cardinal")


def _finish(text: str, words: Words, first: int, cardinal: Cardinal) -> Numeral:
    """A cardinal with the ordinal, the fraction or the letters that end it, and its sign."""
    tail = read_fraction_tail(text, words, cardinal)
    if tail:
        form: Form = "ordinal" if tail.ordinal else "fraction"
        return Numeral(words.starts[first], tail.end, first, tail.last, tail.value, tail.step, form)
    start = words.starts[first]
    value, end, last = cardinal.value, cardinal.end, cardinal.last
    grown = ""
    if last <= len(words.ends) and words.ends[last - 1] > end:
        grown = text[end : words.ends[last - 1]]
    if grown.lower() in _ORDINAL_TAILS and value == int(value):
        return Numeral(start, words.ends[last - 1], first, last, value, 1.0, "ordinal")
    form = "fraction" if cardinal.fraction else "cardinal"
    if _has_leading_point(text, start) and text[start:end].isdigit() and end - start <= 15:
        value, start = value / 10 ** (end - start), start - 1
        cardinal = cardinal._replace(step=10.0 ** -(end - words.starts[first]))
    sign = _sign(text, start)
    signed = -value if sign < start else value
    return Numeral(sign, end, first, last, signed, cardinal.step, form, grown)


def _from_part(words: Words, first: int, part: Part) -> Numeral:
    """A named fraction ("a third", "half a million") as a numeral."""
    form: Form = "ordinal" if part.ordinal else "fraction"
    return Numeral(words.starts[first], part.end, first, part.last, part.value, part.step, form)


def _has_leading_point(text: str, start: int) -> bool:
    """Whether a decimal is written without its zero: .25."""
    return (
        start >= 1
        and text[start - 1] == "."
        and (start == 1 or not (text[start - 2].isalnum() or text[start - 2] == "."))
    )


def _sign(text: str, start: int) -> int:
    """Where the number begins with its sign: a hyphen or minus after a space or bracket, not between two numbers."""
    at = start - 1
    if at == 1 and text[:2] == "- ":
        return 0
    if at < 0 or text[at] not in "-−":
        return start
    before = text[max(at - 2, 0) : at]
    if not before or before[-1] in "([=<>^":
        return at
    return at if before[-1].isspace() and not before[0].isdigit() else start


def _read_loose(text: str, words: Words, first: int) -> list[Numeral]:
    """Digits that are no one number, piece by piece: 192.168.1.2 and 5:17 and 22,24,26."""
    start, stop = words.starts[first], core_end(text, words.starts[first])
    if stop == start or stop - start > 200:
        return []
    found: list[Numeral] = []
    begin = start
    for at in range(start, stop + 1):
        if at == stop or not text[at].isdigit():
            read = read_core(text[begin:at])
            if read:
                found.append(Numeral(begin, at, first, first + 1, read[0], granularity(read[0]), "piece"))
            begin = at + 1
    return found


def _join_ratios(text: str, words: Words, found: list[Numeral]) -> list[Numeral]:
    """The numerals with "one in five", "two out of three" and "one over twenty" read as one."""
    joined: list[Numeral] = []
    for numeral in found:
        if joined and _is_ratio(text, words, joined[-1], numeral):
            above = joined.pop()
            value = above.value / numeral.value
            numeral = above._replace(end=numeral.end, last=numeral.last, value=value, step=0.05, form="ratio")  # noqa: PLW2901
        joined.append(numeral)
    return joined


def _is_ratio(text: str, words: Words, above: Numeral, below: Numeral) -> bool:
    """Whether two numerals with in, out of or over between them state a part of a whole."""
    between = tuple(words.keys[above.last : below.first]) if below.first - above.last <= 2 else ()
    if between not in _OVER or above.form != "cardinal" or below.form != "cardinal" or above.tail or below.tail:
        return False
    if text[above.end : below.start].strip(" -\u00a0abcdefghijklmnopqrstuvwxyz") or below.value <= 0:
        return False
    if text[above.start - 1 : above.start] in tuple("$£€") and above.start:
        return False
    following = words.keys[below.last] if below.last < len(words.keys) else ""
    if following in WORD_GROUPS["spans of time"] or (1800 <= below.value < 2100 and between == ("in",)):
        return False
    if between == ("over",):
        return not following or not text[below.end : words.starts[below.last]].isspace()
    return 0 < above.value < below.value


def _gap(text: str, words: Words, index: int) -> str:
    """What stands between a word and the one before it."""
    return text[words.ends[index - 1] : words.starts[index]]


def _adjoin(text: str, words: Words, index: int) -> bool:
    """Whether a word exists and only white space stands before it."""
    return index < len(words.keys) and _gap(text, words, index).isspace()
