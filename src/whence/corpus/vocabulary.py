"""The vocabulary of a corpus: every word form that was met, so that words can be numbers that mean exactly one word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from whence.copies.number_kernel import FormTable, TextWords
from whence.corpus.columns import Columns
from whence.corpus.kernels import Kernels
from whence.text.code_points import hash_word
from whence.text.words import word_key

FORM_COLUMNS = {"hashes": np.uint64, "numbers": np.uint32, "ends": np.int64}
LETTER_COLUMNS = {"letters": np.uint32}
FIRST_FORMS = 4_096
LETTERS_A_FORM = 12  # room; the forms of 100,000 generated reports have 7.7 on average
SECRET = 0x77_68_65_6E_63_65  # the key of word hashes: "whence"; one for all, so that indexes can be compared


class Vocabulary:
    """Word forms in the order in which they were met, grown as texts come in.

    Args:
        kernels: plain or compiled.
        forms: columns `FORM_COLUMNS` of the forms known already.
        letters: their letters.
    """

    def __init__(self, kernels: Kernels, forms: dict[str, Any], letters: Any) -> None:
        self._kernels = kernels
        count = len(forms["hashes"])
        room = max(FIRST_FORMS, 2 * count)
        self._table = _make_table(room, max(room * LETTERS_A_FORM, 2 * len(letters)))
        table = self._table
        table.hashes[:count], table.numbers[:count] = forms["hashes"], forms["numbers"]
        table.bounds[1 : count + 1], table.letters[: len(letters)] = forms["ends"], letters
        table.sizes[:] = count, len(letters)
        self._saved = (count, len(letters))
        kernels.place_forms(table)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many forms and letters there are."""
        return int(self._table.sizes[0]), int(self._table.sizes[1])

    def number(self, codes: Any, folded: Any, words: TextWords) -> Any:
        """The number of each word (uint32), new ones entered."""
        known = self.sizes[0]
        forms = np.empty(len(words.starts), np.uint32)
        done, texts = 0, len(words.word_bounds) - 1
        while done < texts:
            rest = words._replace(word_bounds=words.word_bounds[done:], text_bounds=words.text_bounds[done:])
            done += self._kernels.number_words(codes, folded, rest, self._table, forms)
            if done < texts:
                new_words = int(words.word_bounds[done + 1] - words.word_bounds[done])
                self._grow(new_words, int(words.text_bounds[done + 1] - words.text_bounds[done]))
        self._name_forms(known)
        return self._table.numbers[forms]

    def new_columns(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The forms and the letters entered since the last call, as columns to append."""
        (first, letter), (last, end) = self._saved, self.sizes
        self._saved = (last, end)
        table = self._table
        forms = {"hashes": table.hashes[first:last], "numbers": table.numbers[first:last]}
        return forms | {"ends": table.bounds[first + 1 : last + 1]}, {"letters": table.letters[letter:end]}

    def _name_forms(self, first: int) -> None:
        """Give forms that are not their own key ("u.s.") the number of the key ("us")."""
        last = self.sizes[0]
        table = self._table
        odd = np.empty(last - first, np.int64)
        for form in odd[: self._kernels.odd_forms(table, first, last, odd)]:
            start, end = table.bounds[form], table.bounds[form + 1]
            key = word_key("".join(map(chr, table.letters[start:end])))
            table.numbers[form] = self._enter(key)

    def _enter(self, key: str) -> int:
        """The form whose letters are a key."""
        codes = np.array([ord(letter) for letter in key], np.uint32)
        bounds = np.array([0, len(codes)])
        hashes = np.array([hash_word(key, SECRET)], np.uint64)
        starts, bits = np.zeros(1, np.uint32), np.zeros(1, np.uint8)
        word = TextWords(starts, bounds[1:].astype(np.uint32), hashes, bits, np.array([0, 1]), bounds)
        form = np.empty(1, np.uint32)
        as_they_are = np.arange(int(codes.max()) + 1, dtype=np.uint32)
        while not self._kernels.number_words(codes, as_they_are, word, self._table, form):
            self._grow(1, len(codes))
        return int(form[0])

    def _grow(self, words: int, new_letters: int) -> None:
        """Twice the room of what is too small for so many more words and letters."""
        old = self._table
        count, letters = self.sizes
        forms = len(old.hashes) if count + words <= len(old.hashes) else 2 * (count + words)
        room = len(old.letters) if letters + new_letters <= len(old.letters) else 2 * (letters + new_letters)
        new = _make_table(forms, room)
        new.hashes[:count], new.numbers[:count] = old.hashes[:count], old.numbers[:count]
        new.bounds[: count + 1], new.letters[:letters] = old.bounds[: count + 1], old.letters[:letters]
        new.sizes[:] = old.sizes
        self._kernels.place_forms(new)
        self._table = new


def _make_table(forms: int, letters: int) -> FormTable:
    """An empty table with so much room; half of its slots stay free."""
    return FormTable(
        np.full(1 << (2 * forms - 1).bit_length(), -1, np.int32),
        np.empty(forms, np.uint64),
        np.zeros(forms + 1, np.int64),
        np.empty(letters, np.uint32),
        np.empty(forms, np.uint32),
        np.zeros(2, np.int64),
    )


def form_columns(folder: Path) -> Columns:
    """The columns of forms in an index."""
    return Columns(folder / "vocabulary", FORM_COLUMNS)


def letter_columns(folder: Path) -> Columns:
    """The letters of the forms in an index."""
    return Columns(folder / "vocabulary", LETTER_COLUMNS)
