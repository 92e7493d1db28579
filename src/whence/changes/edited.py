"""An edit as the rules of `kinds` read it: the words that really differ, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whence.changes.edits import Edit
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.records import ChangeKind

Finding = tuple[ChangeKind, str] | None


class Elsewhere(NamedTuple):
    """How often each word key is among the changed words of a block, on either side."""

    a: Counter[str]
    b: Counter[str]


class Words(NamedTuple):
    """The words that an edit changes: keys of A and of B without what both begin and end with, and where they stand."""

    a: Sequence[str]
    b: Sequence[str]
    edit: Edit
    texts: Texts
    block: Elsewhere

    def elsewhere_in_b(self, key: str) -> bool:
        """Whether a word is also among the changed words of B outside this edit."""
        return self.block.b[key] > list(self.b).count(key)

    def elsewhere_in_a(self, key: str) -> bool:
        """Whether a word is also among the changed words of A outside this edit."""
        return self.block.a[key] > list(self.a).count(key)


def changed_in_block(edits: Iterable[Edit], texts: Texts) -> Elsewhere:
    """The changed words of all edits of a block, counted."""
    a: Counter[str] = Counter()
    b: Counter[str] = Counter()
    for edit in edits:
        words = changed_words(edit, texts, Elsewhere(a, b))
        a.update(words.a)
        b.update(words.b)
    return Elsewhere(a, b)


def changed_words(edit: Edit, texts: Texts, block: Elsewhere) -> Words:
    """The edit without the words that both sides begin or end with."""
    (a0, a1), (b0, b1) = (edit.a.start, edit.a.stop), (edit.b.start, edit.b.stop)
    keys_a, keys_b = texts.a.words.keys, texts.b.words.keys
    while a0 < a1 and b0 < b1 and keys_a[a0] == keys_b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and keys_a[a1 - 1] == keys_b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    return Words(keys_a[a0:a1], keys_b[b0:b1], Edit(range(a0, a1), range(b0, b1)), texts, block)


def text_around(words: range, tokens: Tokens, text: str) -> str:
    """The words of one side with what stands next to them, up to the neighbouring words."""
    start = tokens.words.ends[words.start - 1] if words.start else 0
    end = tokens.words.starts[words.stop] if words.stop < len(tokens.words.starts) else len(text)
    return text[start:end]


def key_at(tokens: Tokens, word: int) -> str:
    """The key of a word, "" outside the text."""
    return tokens.words.keys[word] if 0 <= word < len(tokens.words.keys) else ""


def quoted_at(tokens: Tokens, word: int) -> bool:
    """Whether a word stands inside quotation marks; False outside the text."""
    return 0 <= word < len(tokens.quoted) and bool(tokens.quoted[word])
