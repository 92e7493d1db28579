"""Words as numbers: two words have one number exactly if they are the same letters; a hash only finds the place.

The vocabulary keeps the letters of every word form it has met, so that equal numbers mean equal words and nothing
that is built on them rests on a hash.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np


class FormTable(NamedTuple):
    """Word forms, folded: form k has the letters letters[bounds[k] : bounds[k + 1]] (uint32) and the hash of its key.

    `slots` (int32, a power of two, -1 for empty) finds them by hash; `numbers` (uint32) is the form of each form's key
    ("u.s." has the number of "us"); `sizes` holds the count of forms and of letters in use.
    """

    slots: Any
    hashes: Any
    bounds: Any
    letters: Any
    numbers: Any
    sizes: Any


class TextWords(NamedTuple):
    """The words of some texts.

    Those of text t are word_bounds[t] to word_bounds[t + 1], its code points text_bounds[t] to text_bounds[t + 1];
    `starts` and `ends` (uint32) count from its first, `hashes` (uint64) are those of the keys.
    """

    starts: Any
    ends: Any
    hashes: Any
    word_bounds: Any
    text_bounds: Any


def number_words(codes: Any, folded: Any, words: TextWords, table: FormTable, forms: Any) -> int:
    """Give each word the number of its form, entering new forms; stops at a text that the table may have no room for.

    Args:
        codes: the code points of the texts.
        folded: the fold of each code point.
        words: the words.
        table: the forms known so far.
        forms: receives the form of each word.

    Returns:
        How many texts were gone through: fewer than all where the table must grow first.
    """
    mask = len(table.slots) - 1
    for text in range(len(words.word_bounds) - 1):
        base = words.text_bounds[text]
        first, last = words.word_bounds[text], words.word_bounds[text + 1]
        if table.sizes[0] + last - first > len(table.hashes):
            return text
        if table.sizes[1] + words.text_bounds[text + 1] - base > len(table.letters):
            return text
        for k in range(first, last):
            word, hashed = codes[base + words.starts[k] : base + words.ends[k]], words.hashes[k]
            slot = np.int64(hashed >> np.uint64(20)) & mask
            while table.slots[slot] >= 0 and not is_form(table, table.slots[slot], word, folded, hashed):
                slot = (slot + 1) & mask
            if table.slots[slot] < 0:
                table.slots[slot] = enter_form(table, word, folded, hashed)
            forms[k] = table.slots[slot]
    return len(words.word_bounds) - 1


def enter_form(table: FormTable, word: Any, folded: Any, hashed: Any) -> int:
    """Add a form at the end of the table; returns its number."""
    form, letters = table.sizes[0], table.sizes[1]
    for letter in word:
        table.letters[letters] = folded[letter]
        letters += 1
    table.hashes[form], table.numbers[form], table.bounds[form + 1] = hashed, form, letters
    table.sizes[0], table.sizes[1] = form + 1, letters
    return int(form)


def is_form(table: FormTable, form: int, word: Any, folded: Any, hashed: Any) -> bool:
    """Whether a form of the table is this word, letter by letter."""
    start = table.bounds[form]
    if table.hashes[form] != hashed or table.bounds[form + 1] - start != len(word):
        return False
    for k in range(len(word)):
        if table.letters[start + k] != folded[word[k]]:
            return False
    return True


def place_forms(table: FormTable) -> None:
    """Fill the slots of a table anew from its hashes: after it was loaded, or has grown."""
    mask = len(table.slots) - 1
    for slot in range(len(table.slots)):
        table.slots[slot] = -1
    for form in range(table.sizes[0]):
        slot = np.int64(table.hashes[form] >> np.uint64(20)) & mask
        while table.slots[slot] >= 0:
            slot = (slot + 1) & mask
        table.slots[slot] = form


def odd_forms(table: FormTable, first: int, last: int, found: Any) -> int:
    """The forms from `first` to `last` that may not be their own key, with a sign or letters beyond ASCII; how many."""
    count = 0
    for form in range(first, last):
        for place in range(table.bounds[form], table.bounds[form + 1]):
            letter = table.letters[place]
            if letter > 127 or letter == 44 or letter == 46:  # comma, full stop
                found[count] = form
                count += 1
                break
    return count
