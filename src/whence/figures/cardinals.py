"""Cardinal numbers in words and digits: one pass over the words, multiplied up as English does."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import numeric

from whence.figures.digits import read_digits
from whence.figures.numeral_words import ARTICLES, NOTHING, TOKENS, Token
from whence.text.words import Words

_JOINTS = " \u00a0\u2009\u202f\t-‐‑"
SUFFIXES = {
    "k": 1e3, "m": 1e6, "M": 1e6, "mm": 1e6, "MM": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "b": 1e9,
    "B": 1e9, "G": 1e9, "bln": 1e9, "tn": 1e12, "tln": 1e12, "trn": 1e12, "K": 1e3, "T": 1e12,
}  # fmt: skip
_GROWN = frozenset(SUFFIXES) - {"m", "mm", "T"}  # "1m", "9mm" and "100T" may be metres, millimetres and tons
_SPACED = frozenset(["k", "K", "M", "G"])
_UNENDING = float("inf")
MOST_EXACT = 2.0**53  # whole numbers above are not all floats
_MOST_WORDS = 30  # a longer number in words is none that a report states


class Part(NamedTuple):
    """The end of a number: where, the word after it, the value and step of the whole, whether it is an ordinal."""

    end: int
    last: int
    value: float
    step: float
    ordinal: bool = False


class Cardinal(NamedTuple):
    """A cardinal number from its first word to before the word `last`; `magnitude` is its last one from thousand up.

    `tokens` are its words in order, with "and" as an empty token; `fraction` where its digits hold a part (10 1/2).
    """

    value: float
    step: float
    end: int
    last: int
    magnitude: float
    tokens: tuple[Token, ...]
    fraction: bool = False


def granularity(value: float) -> float:
    """How finely a whole number is told, by the zeros it ends in.

    >>> granularity(90), granularity(11000), granularity(8), granularity(0)
    (10.0, 1000.0, 1.0, 1.0)
    """
    whole, step = int(abs(value)), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return float(step)


def tidy(value: float) -> float:
    """A product without the noise of binary fractions: 16.4 times a million is 16,400,000.

    >>> 16.4 * 1e6 == 16_400_000, tidy(16.4 * 1e6) == 16_400_000
    (False, True)
    """
    return value if value > MOST_EXACT or value == int(value) else float(f"{value:.15g}")


def token_at(text: str, words: Words, index: int) -> Token:
    """The token of a word; nothing where the word is no part of a number, or stands apart from the one before it."""
    if not 0 <= index < len(words.keys):
        return NOTHING
    if index and not joined(text, words, index):
        return NOTHING
    return _token(text, words, index)


def joined(text: str, words: Words, index: int) -> bool:
    """Whether only spaces or one hyphen stand between a word and the one before it."""
    gap = text[words.ends[index - 1] : words.starts[index]]
    return gap in (" ", "-") or (0 < len(gap) <= 4 and not gap.strip(_JOINTS) and sum(c in "-‐‑" for c in gap) <= 1)


def _token(text: str, words: Words, index: int) -> Token:
    """The token of a word, whatever stands before it."""
    token = TOKENS.get(words.keys[index])
    if token is not None:
        return token
    start = words.starts[index]
    if not text[start].isnumeric():
        return NOTHING
    if not text[start].isdigit():
        return _read_sign(text, start)
    digits = read_digits(text, start)
    if digits is None:
        return NOTHING
    return Token("digits", digits.value, digits.denominator > 0, digits.decimals or digits.denominator, digits.end)


def _read_sign(text: str, start: int) -> Token:
    """A fraction in one sign: ½."""
    value = numeric(text[start], 0.0)
    whole = not 0 < value < 1
    return NOTHING if whole else Token("digits", value, True, round(1 / value), start + 1)


def read_cardinal(text: str, words: Words, first: int) -> Cardinal | None:
    """The longest cardinal that begins with a word, None where none does.

    "a" counts as one before a hundred, a magnitude and a dozen. After "and" only what is smaller than a hundred (or
    than the last magnitude) goes on: "3 hundred and 2 hundred" are two numbers.
    """
    reading = _Reading(text, words, first)
    if words.keys[first] in ARTICLES:
        reading.take(Token("unit", 1.0), first + 1)
    else:
        token = _token(text, words, first)
        if token.kind == "hundred" and not token.plural and token_at(text, words, first + 1).kind == "magnitude":
            reading.take(Token("unit", 1.0), first)
        elif token.kind in ("unit", "teen", "ten", "digits"):
            reading.take(token, first + 1)
        else:
            return None
    while reading.step_on():
        pass
    return reading.result()


class _Reading:
    """A cardinal while it is read: what is multiplied up (`total`), and the part below a thousand (`slot`)."""

    def __init__(self, text: str, words: Words, first: int) -> None:
        self.text, self.words, self.first, self.at = text, words, first, first
        self.total, self.slot, self.magnitude = 0.0, -1.0, _UNENDING
        self.tokens: list[Token] = []
        self.saved: tuple[int, float, float, float, int] | None = None
        self.step_of_digits, self.parts, self.digits_end = 0.0, 0, 0

    def step_on(self) -> bool:
        """Take the next word, if it goes on with the number."""
        if len(self.tokens) >= _MOST_WORDS or self._grown():
            return False
        if self._is_next_number():
            return False
        reader = token_at if self.at > self.first else _token
        token = reader(self.text, self.words, self.at)
        if token.kind == "" and self.tokens and self._takes_and():
            self.saved = (self.at, self.total, self.slot, self.magnitude, len(self.tokens))
            self.tokens.append(NOTHING)
            self.at += 1
            return True
        if token.kind in ("hundred", "magnitude", "dozen") and self.saved and not self._may_multiply(token):
            self._undo()
            return False
        if token.kind == "" or not self._fits(token):
            return self._spaced_magnitude()
        self.take(token, self.at + 1)
        return True

    def _is_next_number(self) -> bool:
        """Whether digits follow digits: another number begins, whatever it is."""
        if not self.tokens or self.tokens[-1].kind != "digits" or self.at >= len(self.words.keys):
            return False
        return self.words.keys[self.at][0].isdigit()

    def take(self, token: Token, following: int) -> None:
        """Add a token that fits."""
        self.tokens.append(token)
        self.at = following
        if token.kind in ("unit", "teen", "ten", "digits"):
            self.parts += 1
            self.slot = max(self.slot, 0.0) + token.value
            self._take_digits(token)
        elif token.kind == "magnitude":
            self._multiply(token.value)
        else:
            before = max(self.saved[2], 0.0) if self.saved and token.kind == "dozen" else 0.0
            self.slot = before + (self.slot - before) * token.value
            self.step_of_digits *= token.value

    def _take_digits(self, token: Token) -> None:
        """Remember how finely digits are told, and how far they run: over several words where spaces group them."""
        if token.kind != "digits":
            return
        if token.plural:
            self.step_of_digits = 1.0 / token.decimals
        else:
            self.step_of_digits = 10.0**-token.decimals if token.decimals else granularity(token.value)
        self.digits_end = token.end
        while self.at < len(self.words.starts) and self.words.starts[self.at] < token.end:
            self.at += 1

    def _multiply(self, magnitude: float) -> None:
        """All that is open before a magnitude, times it; nothing before it can be undone any more."""
        self.saved = None
        if self.slot < 0:
            self.total *= magnitude
        else:
            self.total += self.slot * magnitude
        self.step_of_digits *= magnitude
        self.slot, self.magnitude = -1.0, magnitude

    def _grown(self) -> bool:
        """A magnitude grown on to the digits ("5k", "10M", "2.3bn") is taken with them, and ends the number."""
        if not self.tokens or self.tokens[-1].kind != "digits" or self.digits_end >= self.words.ends[self.at - 1]:
            return False
        suffix = self.text[self.digits_end : self.words.ends[self.at - 1]]
        if suffix in _GROWN or suffix.lower() in ("bn", "mn", "tn", "bln", "mln", "tln", "mil"):
            self._multiply(SUFFIXES.get(suffix) or SUFFIXES[suffix.lower()])
            self.digits_end = self.words.ends[self.at - 1]
        return True

    def _spaced_magnitude(self) -> bool:
        """A single letter for a magnitude after digits and a space ("2.33 k", "1,674.5 G") ends the number too."""
        if self.at >= len(self.words.keys) or not self.tokens or self.tokens[-1].kind != "digits":
            return False
        word = self.text[self.words.starts[self.at] : self.words.ends[self.at]]
        if word in _SPACED and joined(self.text, self.words, self.at) and "-" not in self.text[
            self.words.ends[self.at - 1] : self.words.starts[self.at]
        ]:  # fmt: skip
            self._multiply(SUFFIXES[word])
            self.digits_end = self.words.ends[self.at]
            self.at += 1
        return False

    def _takes_and(self) -> bool:
        """Whether "and" goes on with the number: after a hundred or a magnitude, before a small number."""
        if self.at >= len(self.words.keys) or self.words.keys[self.at] != "and" or self.saved_here():
            return False
        if self.tokens[-1].kind not in ("hundred", "magnitude") or not joined(self.text, self.words, self.at):
            return False
        token = token_at(self.text, self.words, self.at + 1)
        if token.kind == "digits":
            return not token.decimals and 0 < token.value < 100
        return token.kind in ("unit", "teen", "ten") and (token.value > 0)

    def saved_here(self) -> bool:
        """Whether the last token is an "and" already."""
        return bool(self.tokens) and self.tokens[-1] is NOTHING

    def _fits(self, token: Token) -> bool:
        """Whether a token can follow what was taken."""
        slot, kind = self.slot, token.kind
        if kind == "unit":
            return slot < 0 or (token.value > 0 and slot >= 20 and slot % 10 == 0 and self._open_ten())
        if kind in ("teen", "ten"):
            return slot < 0 or (slot >= 100 and slot % 100 == 0 and self._after_hundred())
        if kind == "digits":
            if slot < 0:
                return not self.tokens or (not token.decimals and token.value < self.magnitude)
            return slot >= 100 and self._after_hundred() and not token.decimals and 0 < token.value < 100
        if kind == "hundred":
            return 0 < slot < 100 or (self.parts == 1 and slot > 0 and self.tokens[-1].kind == "digits")
        if kind == "magnitude":
            return slot > 0 if token.value < self.magnitude else bool(self.tokens)
        return kind == "dozen" and slot > 0

    def _after_hundred(self) -> bool:
        """Whether "hundred", or "hundred and", was taken last."""
        last = [token.kind for token in self.tokens[-2:]]
        return last[-1] == "hundred" or (last[-1] == "" and last[0] == "hundred")

    def _open_ten(self) -> bool:
        """Whether a unit may follow: directly after tens, or after a hundred."""
        return self.tokens[-1].kind == "ten" or self._after_hundred()

    def _may_multiply(self, token: Token) -> bool:
        """Whether a multiplier after "and" still belongs to the number: "two hundred and two thousand" does."""
        assert self.saved is not None
        _, _, slot, magnitude, _ = self.saved
        if token.kind == "magnitude":
            return token.value < magnitude if slot >= 0 else token.value < self.magnitude
        return token.kind == "dozen" or slot < 0

    def _undo(self) -> None:
        """Go back to before the last "and"."""
        assert self.saved is not None
        self.at, self.total, self.slot, self.magnitude, count = self.saved
        self.digits_end = 0
        del self.tokens[count:]

    def result(self) -> Cardinal | None:
        """What was read, None where nothing was."""
        if self.tokens and self.tokens[-1] is NOTHING:
            self._undo()
        if not self.tokens or self.at == self.first:
            return None
        value = tidy(self.total + max(self.slot, 0.0))
        last = self.words.ends[self.at - 1]
        end = self.digits_end if self.tokens[-1].kind == "digits" or self.digits_end > last else last
        alone = self.parts == 1 and self.step_of_digits > 0
        step = self.step_of_digits if alone else granularity(value) if value < 1e300 else 1.0
        magnitude = self.magnitude if self.magnitude < _UNENDING else 1.0
        fraction = any(token.kind == "digits" and token.plural for token in self.tokens)
        return Cardinal(value, step, end, self.at, magnitude, tuple(self.tokens), fraction)
