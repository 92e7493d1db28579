"""Words as numbers: two words have one number exactly if they are the same letters; a hash only finds the place.

The vocabulary keeps the letters of every word form it has met, so that equal numbers mean equal words and nothing
that is built on them rests on a hash.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.text.side_bits import SHORT
from whence.text.word_kernel import PACKED_LETTERS

SLOT_SHIFT = np.uint64(20)


class FormTable(NamedTuple):
    """Word forms, folded: form k has the letters letters[bounds[k] : bounds[k + 1]] (uint32) and the hash of its key.

    `slots` (int32, a power of two, -1 for empty) finds them by hash: twice the form, and one more where it is short, up
    to eight letters of ASCII. `numbers` (uint32) is the form of each form's key ("u.s." has the number of "us"),
    `sizes` the count of forms and of letters in use.
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
    `starts` and `ends` (uint32) count from its first. `hashes` (uint64) are those of the keys.
    `bits` (uint8) are the side bits.
    """

    starts: Any
    ends: Any
    hashes: Any
    bits: Any
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
            short = words.bits[k] & SHORT
            slot = np.int64(hashed >> SLOT_SHIFT) & mask
            while table.slots[slot] >= 0:
                form = table.slots[slot] >> 1
                same = table.hashes[form] == hashed
                if same and (table.slots[slot] & 1 if short else is_form(table, form, word, folded)):
                    break
                slot = (slot + 1) & mask
            if table.slots[slot] < 0:
                table.slots[slot] = enter_form(table, word, folded, hashed)
            forms[k] = table.slots[slot] >> 1
    return len(words.word_bounds) - 1


def enter_form(table: FormTable, word: Any, folded: Any, hashed: Any) -> int:
    """Add a form at the end of the table; returns its entry for a slot."""
    form, letters = table.sizes[0], table.sizes[1]
    for letter in word:
        table.letters[letters] = folded[letter]
        letters += 1
    table.hashes[form], table.numbers[form], table.bounds[form + 1] = hashed, form, letters
    table.sizes[0], table.sizes[1] = form + 1, letters
    return slot_entry(table, form)


def slot_entry(table: FormTable, form: int) -> int:
    """Twice the form, and one more where it is up to eight letters of ASCII."""
    first, last = table.bounds[form], table.bounds[form + 1]
    if last - first > PACKED_LETTERS:
        return int(2 * form)
    for place in range(first, last):
        if table.letters[place] < 97 or table.letters[place] > 122:  # a to z
            return int(2 * form)
    return int(2 * form + 1)


def is_form(table: FormTable, form: int, word: Any, folded: Any) -> bool:
    """Whether a form of the table is this word, letter by letter."""
    start = table.bounds[form]
    if table.bounds[form + 1] - start != len(word):
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
        slot = np.int64(table.hashes[form] >> SLOT_SHIFT) & mask
        while table.slots[slot] >= 0:
            slot = (slot + 1) & mask
        table.slots[slot] = slot_entry(table, form)


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
