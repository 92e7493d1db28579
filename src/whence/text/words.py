"""Words: what is compared. Positions are kept in parallel lists, never as objects, so that corpora can use arrays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from whence.text.folding import INVISIBLE, fold
from whence.text.spans import Span

MARK_RANGES = (("\u0300", "\u036f"), ("\u0483", "\u0489"), ("\u064b", "\u065f"))  # combining marks inside words
_MARKS = "".join(f"{first}-{last}" for first, last in MARK_RANGES) + INVISIBLE
# Each alternative is a plain run of one class: the scan is linear on any input.
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*[^\W\d_]*"  # 1,000  3:49  2.5  20th
    rf"|(?:[^\W\d_]\.){{2,}}"  # U.S.  a.m.
    rf"|[^\W_](?:[^\W_]|[{_MARKS}])*(?:['’](?![sS]\b)[^\W\d_]+)*"  # don’t  O’Brien, but Zelensky|’s
    rf"|['’][sS]\b"
)
_DROPPED = re.compile(f"[{_MARKS}.]")
_KEEP_PERIOD = re.compile(f"[{_MARKS}]")
# Letters of other alphabets that look Latin (Unicode confusables, the ones found in evasive copies).
LOOKALIKES = str.maketrans("авекмнорстухіјѕԁԛԝһαεικνορτυχ", "abekmhopctyxijsdqwhaeikvoptux")
_LATIN = re.compile("[a-z]")
_FOREIGN = re.compile("[\u0370-\u052f]")


class Words(NamedTuple):
    """The words of a text: where each starts and ends, and the key under which it is matched."""

    starts: list[int]
    ends: list[int]
    keys: list[str]

    def span(self, first: int, last: int) -> Span:
        """The text span from word `first` up to and not including word `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def word_key(folded: str) -> str:
    """The form under which a folded word is matched: no invisible characters, no abbreviation points, one alphabet.

    >>> word_key("u.s."), word_key("1,000"), word_key("n\u200bato")
    ('us', '1000', 'nato')
    """
    if folded.isascii():
        return folded.replace(",", "") if folded[0].isdigit() else folded.replace(".", "")
    key = (_KEEP_PERIOD if folded[0].isdigit() else _DROPPED).sub("", folded)
    if _FOREIGN.search(key) and _LATIN.search(key):
        key = key.translate(LOOKALIKES)
    return key or folded


def split_words(text: str) -> Words:
    """The words of a text, in order, with exact positions.

    A possessive “’s” is a word of its own, so that “Zelensky’s” and “Zelensky” share one; hyphens separate words;
    figures keep their points and commas; abbreviations keep their points.

    Args:
        text: the text, unaltered.

    Returns:
        Parallel lists; `text[starts[i]:ends[i]]` is the word, `keys[i]` its matching form.

    >>> split_words("The U.S.’s 1,000-day war").keys
    ['the', 'us', "'s", '1000', 'day', 'war']
    """
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded)]
    words = [folded[start:end] for start, end in spans]
    known = {word: word_key(word) for word in set(words)}
    return Words([start for start, _ in spans], [end for _, end in spans], [known[word] for word in words])


def number_keys(texts: Iterable[Words]) -> tuple[list[int], ...]:
    """The words of several texts as small whole numbers, equal where the keys are equal.

    >>> number_keys([split_words("to be or"), split_words("not to be")])
    ([0, 1, 2], [3, 0, 1])
    """
    numbers: dict[str, int] = {}
    return tuple([numbers.setdefault(key, len(numbers)) for key in words.keys] for words in texts)


def stem(key: str) -> str:
    """A crude stem, used only to see that two edited words are forms of one ("continue", "continuing").

    >>> stem("continuing") == stem("continue") and stem("ruled") == stem("rule")
    True
    """
    for endings in (("ing", "ed", "es", "s", "ly"), ("er", "e")):
        for ending in endings:
            if key.endswith(ending) and len(key) - len(ending) >= (3 if ending in ("ed", "e") else 4):
                key = key.removesuffix(ending)
                break
    return key
