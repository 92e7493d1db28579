"""A text as the readers of phrases look at it: words by number, and what stands between them."""

from __future__ import annotations

from typing import NamedTuple

from whence.text.words import Words

# What may stand between two words of one phrase; a new line is a new paragraph, as everywhere in the house.
LINKS = frozenset([" ", "  ", ", ", " , ", "-", ",", "–", "\u00a0", "\u2011", " - ", "/"])
# The same after an abbreviation: "Nov. 19" is one phrase, "in June. 19 people" is none.
_ABBREVIATED_LINKS = frozenset([". ", "., ", ".", " . "])
_ABBREVIATED = frozenset([
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "st", "am", "pm", "m", "hr", "hrs", "min", "mins", "sec", "secs", "yr",
    "yrs",
])  # fmt: skip
LONGEST_LINK = 3  # characters: " - "


class Sight(NamedTuple):
    """A text and its words.

    >>> from whence.text.words import split_words
    >>> sight = Sight("It rained last week. Then", split_words("It rained last week. Then"))
    >>> sight.before(3), sight.after(2), sight.linked(3)
    ('last', 'week', False)
    """

    text: str
    words: Words

    def key(self, word: int) -> str:
        """The key of a word; empty beyond the text."""
        keys = self.words.keys
        return keys[word] if 0 <= word < len(keys) else ""

    def gap(self, word: int) -> str:
        """What stands between a word and the next one, cut where it is longer than any link; empty at the end."""
        starts, ends = self.words.starts, self.words.ends
        if not 0 <= word < len(starts) - 1:
            return ""
        return self.text[ends[word] : min(starts[word + 1], ends[word] + LONGEST_LINK + 1)]

    def capital(self, word: int) -> bool:
        """Whether a word begins with a capital."""
        return 0 <= word < len(self.words.keys) and self.text[self.words.starts[word]].isupper()

    def titled(self, word: int) -> bool:
        """Whether a word begins with a capital and goes on without: "Today", not "TODAY"."""
        return self.capital(word) and not self.text[self.words.starts[word] + 1 : self.words.ends[word]].isupper()

    def linked(self, word: int) -> bool:
        """Whether a word and the next one may belong to one phrase: nothing but a space, comma or hyphen between."""
        gap = self.gap(word)
        return gap in LINKS or (gap in _ABBREVIATED_LINKS and self.words.keys[word] in _ABBREVIATED)

    def joined(self, word: int) -> bool:
        """Whether nothing but a space or a hyphen stands between a word and the next one."""
        return self.gap(word) in (" ", "  ", "-", "–", "\u00a0", "\u2011")

    def after(self, word: int) -> str:
        """The key of the next word if it is linked to this one, else nothing."""
        return self.key(word + 1) if self.linked(word) else ""

    def before(self, word: int) -> str:
        """The key of the word before if it is linked to this one, else nothing."""
        return self.key(word - 1) if self.linked(word - 1) else ""

    def sign_before(self, word: int) -> str:
        """The character just before a word: "$" of "$1989"; empty at the start of the text."""
        start = self.words.starts[word]
        return self.text[start - 1] if start else ""

    def sign_after(self, word: int) -> str:
        """The character just after a word: "%" of "20%"; empty at the end of the text."""
        end = self.words.ends[word]
        return self.text[end : end + 1]

    def inside_name(self, word: int) -> bool:
        """Whether a word in capitals follows another without a mark between: "USA Today", "Fox News Sunday"."""
        return self.titled(word) and self.capital(word - 1) and self.gap(word - 1) in (" ", "\u00a0")
