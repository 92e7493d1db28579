"""Page furniture: whole lines that belong to the page and not to the report."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from whence.text.folding import fold
from whence.text.wordlists import read_word_list

# Of 10,400 lines of furniture in 14,000 US reports 99 in 100 have at most 110 characters, 999 in 1,000 at most 181.
_LONGEST_ROW = 200
_LONGEST_BEGINNING = 120
_LONGEST_PAIR = 300
_AROUND = ".,:|•>-"
_SHAPES = re.compile(
    r"\d{1,3} min(?:ute)?s?(?: read)?"  # 1 min read
    r"|\d{1,6} (?:shares?|comments?|views?|likes?|retweets?)"
    r"|(?:this article is more than )?\d+ (?:days?|weeks?|months?|years?) (?:old|ago)"
    r"|(?:next|prev|previous)? ?image \d{1,3} ?(?:of ?/?|/) ?\d{1,3}(?: caption)?(?: close)?"
    r"|\d{1,3} ?/ ?\d{1,3}|slideshow \(?\d+ images\)?"
    r"|\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?"  # length of a video; a time of day says a.m. or p.m.
    r"|follow (?:[a-z.'-]+ ){0,4}(?:on (?:twitter|facebook|instagram|x)\b.{0,60}|@\w{2,20})"
    r"|follow [\w. ]{2,30}: (?:facebook|twitter).{0,40}"
    r"|https?://\S+|www\.\S+"
)
_SHAPE_BEGINS = re.compile(r"\d|this$|next$|prev|image$|slideshow$|follow$|http|www")


class _Phrases(NamedTuple):
    """The list, sorted by shape."""

    whole: frozenset[str]
    longest_words: int
    first_words: frozenset[str]
    beginnings: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def is_furniture(line: str) -> bool:
    """True where a whole line is page furniture: a menu entry, a call to subscribe, an advertisement's label.

    Args:
        line: one line, without white space around it.

    >>> is_furniture("Share Tweet Post Email"), is_furniture("Share prices fell on Friday.")
    (True, False)
    """
    if len(line) > _LONGEST_PAIR:
        return False
    if not any(char.isalnum() for char in line):
        return True
    phrases = _phrases()
    first = _first_word(line[:60])
    known = first in phrases.first_words
    if not known and (len(line) > _LONGEST_BEGINNING or not _SHAPE_BEGINS.match(first)):
        return False
    plain = _plain(line)
    if len(line) <= _LONGEST_BEGINNING and (_SHAPES.fullmatch(plain) or plain.startswith(phrases.beginnings)):
        return True
    if known and len(line) <= _LONGEST_ROW and _is_row(plain, phrases):
        return True
    return any(plain.startswith(begin) and hold in plain for begin, hold in phrases.pairs)


def _plain(line: str) -> str:
    """A line as the list writes it: folded, one space between words, without marks around it."""
    return " ".join(fold(line).split()).strip(" .:>»|•*_+-–\"'()[]")


def _first_word(text: str) -> str:
    """The first word of a text as the list writes it."""
    return _plain(text).partition(" ")[0].strip(_AROUND)


def _is_row(plain: str, phrases: _Phrases) -> bool:
    """True where a line is one phrase or several in a row, longest first."""
    words = [word.strip(_AROUND) for word in plain.split()]
    words = [word for word in words if word]
    if not words:
        return True
    position = 0
    while position < len(words):
        for count in range(min(phrases.longest_words, len(words) - position), 0, -1):
            if " ".join(words[position : position + count]) in phrases.whole:
                position += count
                break
        else:
            return plain in phrases.whole
    return True


@cache
def _phrases() -> _Phrases:
    """The list in resources/furniture.txt."""
    whole: set[str] = set()
    beginnings: list[str] = []
    pairs: list[tuple[str, str]] = []
    for entry in read_word_list("furniture"):
        begin, dots, hold = entry.partition("...")
        if not dots:
            whole |= {_plain(entry), " ".join(word.strip(_AROUND) for word in _plain(entry).split())}
        elif hold.strip():
            pairs.append((begin.strip(), hold.strip()))
        else:
            beginnings.append(begin.strip())
    first = {_first_word(phrase) for phrase in (*whole, *beginnings, *(begin for begin, _ in pairs))}
    longest = max(len(phrase.split()) for phrase in whole)
    return _Phrases(frozenset(whole), longest, frozenset(first), tuple(beginnings), tuple(pairs))
