"""Words of many texts: what `text.words.split_words` finds, on arrays of code points.

The scan follows the alternatives of its pattern one by one; tests hold the two equal on any text.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.text import side_bits
from whence.text.code_points import (
    APOSTROPHE,
    BREAK,
    CAPITAL_BIT,
    CLASS,
    DIGIT,
    LETTER,
    MARK,
    NUMERIC_BIT,
    OTHER,
    POINT,
    SEPARATOR,
    WORD_BIT,
    FoldArrays,
)
from whence.text.mixing import HALF, MIX

NO_LETTER = 0xFFFFFFFF
COMMA = 44
SMALL_S = 115
STOP, EXCLAMATION, QUESTION = 46, 33, 63  # a capital after one of these begins a sentence

PACKED_LETTERS = 8  # of a hash at a time
_LETTER_SHIFT, _BYTE, _REST = np.uint64(29), np.uint64(8), np.uint64(56)


class WordRows(NamedTuple):
    """The words of texts: starts and ends (uint32, counted from their text's first code point), hashes of their keys
    (uint64), side bits (uint8), and where the words of each text begin (int64)."""

    starts: Any
    ends: Any
    hashes: Any
    bits: Any
    bounds: Any


def split_texts(codes: Any, bounds: Any, tables: FoldArrays, secret: Any, found: WordRows) -> int:
    """Split texts into words.

    Args:
        codes: the code points of all texts.
        bounds: where each text begins, and the end.
        tables: fold and class of each code point.
        secret: the key of the hash.
        found: receives the words; room for half as many as there are code points, and one a text, is always enough.

    Returns:
        How many words there are.
    """
    count = 0
    classes, letters = tables.classes, tables.letters
    starts, ends, hashes, sides = found.starts, found.ends, found.hashes, found.bits
    for text in range(len(bounds) - 1):
        first, last = bounds[text], bounds[text + 1]
        found.bounds[text] = count
        place, line, stopped = first, 1, 0
        while place < last:
            end, hashed, packed = place, secret, np.uint64(0)
            while end < last:  # most words: Latin letters and nothing else
                letter = letters[codes[np.uintp(end)]]
                if letter == 0:
                    break
                packed = packed << _BYTE | np.uint64(letter)
                end += 1
                if (end - place) % PACKED_LETTERS == 0:
                    hashed, packed = absorb(hashed, packed), np.uint64(0)
            after = classes[codes[np.uintp(end)]] & CLASS if end < last else OTHER
            if end == place and (after == OTHER or after == POINT or after == SEPARATOR):
                code = codes[np.uintp(place)]
                stopped |= code == STOP or code == EXCLAMATION or code == QUESTION
                place += 1
                continue
            bits = side_bits.PARAGRAPH | side_bits.SENTENCE if line else 0
            if end > place and is_whole(codes, place, end, last, tables):
                if (end - place) % PACKED_LETTERS:
                    hashed = absorb(hashed, packed)
                hashed = finish(hashed)
                bits |= side_bits.SHORT if end - place <= PACKED_LETTERS else 0
            else:
                end = end_of_token(codes, place, last, tables)
                if end == place:
                    line = 1 if after == BREAK else line
                    place += 1
                    continue
                hashed = hash_key(codes[place:end], tables, secret)
                bits |= side_bits.DIGIT if has_digit(codes[place:end], tables) else 0
            if classes[codes[place]] & CAPITAL_BIT:
                bits |= side_bits.CAPITAL | (side_bits.SENTENCE if stopped else 0)
            starts[count], ends[count] = place - first, end - first
            hashes[count], sides[count] = hashed, bits
            count += 1
            place, line, stopped = end, 0, 0
    found.bounds[len(bounds) - 1] = count
    return count


def is_whole(codes: Any, place: int, end: int, last: int, tables: FoldArrays) -> bool:
    """Whether letters are a word by themselves: what comes after them cannot go on with it."""
    after = class_at(codes, end, last, tables)
    if after == POINT:
        return end > place + 1
    if after == APOSTROPHE:
        return is_possessive(codes, end, last, tables)
    return bool(after < 0 or after == OTHER or after == BREAK or after == SEPARATOR)


def end_of_token(codes: Any, place: int, last: int, tables: FoldArrays) -> int:
    """Where a word that begins here ends; the place itself where none begins."""
    kind = class_at(codes, place, last, tables)
    if kind == LETTER:
        return end_of_word(codes, place, last, tables)
    if kind == DIGIT:
        return end_of_figure(codes, place, last, tables)
    if kind == APOSTROPHE and is_possessive(codes, place, last, tables):
        return place + 2
    return place


def has_digit(word: Any, tables: FoldArrays) -> bool:
    """Whether a word has a digit."""
    for code in word:
        if tables.classes[code] & CLASS == DIGIT:
            return True
    return False


def find_unknown(codes: Any, known: Any, found: Any) -> int:
    """The code points that are not known yet, each once, marked as known; returns how many."""
    count = 0
    for code in codes:
        if not known[code]:
            known[code] = 1
            found[count] = code
            count += 1
    return count


def class_at(codes: Any, place: int, last: int, tables: FoldArrays) -> int:
    """The class of a code point; -1 beyond the end of the text."""
    return int(tables.classes[codes[place]] & CLASS) if place < last else -1


def end_of_figure(codes: Any, place: int, last: int, tables: FoldArrays) -> int:
    """Where a word that begins with a digit ends: 1,000  3:49  2.5  20th."""
    end = place
    while class_at(codes, end, last, tables) == DIGIT:
        end += 1
    while True:
        kind = class_at(codes, end, last, tables)
        if (kind != POINT and kind != SEPARATOR) or class_at(codes, end + 1, last, tables) != DIGIT:
            break
        end += 1
        while class_at(codes, end, last, tables) == DIGIT:
            end += 1
    while class_at(codes, end, last, tables) == LETTER:
        end += 1
    return end


def end_of_word(codes: Any, place: int, last: int, tables: FoldArrays) -> int:
    """Where a word that begins with a letter ends: U.S.  don’t  O’Brien, but not the ’s of Zelensky’s."""
    if class_at(codes, place + 1, last, tables) == POINT:
        end = place
        while class_at(codes, end, last, tables) == LETTER and class_at(codes, end + 1, last, tables) == POINT:
            end += 2
        if end - place >= 4:
            return end
    end = place + 1
    kind = class_at(codes, end, last, tables)
    while kind == LETTER or kind == DIGIT or kind == MARK:
        end += 1
        kind = class_at(codes, end, last, tables)
    while kind == APOSTROPHE and class_at(codes, end + 1, last, tables) == LETTER:
        if is_possessive(codes, end, last, tables):
            break
        end += 1
        while class_at(codes, end, last, tables) == LETTER:
            end += 1
        kind = class_at(codes, end, last, tables)
    return end


def is_possessive(codes: Any, place: int, last: int, tables: FoldArrays) -> bool:
    """Whether an apostrophe is followed by an s that ends a word."""
    if place + 1 >= last or tables.folded[codes[place + 1]] != SMALL_S:
        return False
    return place + 2 >= last or not tables.classes[codes[place + 2]] & WORD_BIT


def hash_key(word: Any, tables: FoldArrays, secret: Any) -> Any:
    """The hash of a word's key: see `text.words.word_key` for what a key leaves out."""
    plain, alphabets = True, 0
    for code in word:
        if tables.folded[code] > 127:
            plain = False
        alphabets |= tables.alphabets[code]
    figure = tables.classes[word[0]] & NUMERIC_BIT
    hashed, packed, letters = secret, np.uint64(0), 0
    for code in word:
        letter = key_letter(code, tables, figure, plain, alphabets)
        if letter != NO_LETTER:
            packed = rotate(packed) ^ np.uint64(letter)
            letters += 1
            if letters % PACKED_LETTERS == 0:
                hashed, packed = absorb(hashed, packed), np.uint64(0)
    if letters == 0:
        for code in word:
            packed = rotate(packed) ^ np.uint64(tables.folded[code])
            letters += 1
            if letters % PACKED_LETTERS == 0:
                hashed, packed = absorb(hashed, packed), np.uint64(0)
    return finish(absorb(hashed, packed) if letters % PACKED_LETTERS else hashed)


def rotate(packed: Any) -> Any:
    """Letters moved on by a byte."""
    return packed << _BYTE | packed >> _REST


def absorb(hashed: Any, packed: Any) -> Any:
    """A hash with up to eight letters more."""
    hashed = (hashed ^ packed) * MIX
    return hashed ^ (hashed >> _LETTER_SHIFT)


def finish(hashed: Any) -> Any:
    """A hash whose every bit depends on every letter."""
    hashed ^= hashed >> HALF
    hashed *= MIX
    return hashed ^ (hashed >> HALF)


def key_letter(code: int, tables: FoldArrays, figure: Any, plain: bool, alphabets: int) -> int:
    """What a code point puts into the key of its word: its fold, a Latin look-alike, or nothing."""
    kind = tables.classes[code] & CLASS
    if plain:
        if (figure and tables.folded[code] == COMMA) or (not figure and kind == POINT):
            return NO_LETTER
        return int(tables.folded[code])
    if kind == MARK or (kind == POINT and not figure):
        return NO_LETTER
    return int(tables.lookalikes[code]) if alphabets == 3 else int(tables.folded[code])
