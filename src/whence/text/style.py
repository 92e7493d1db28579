"""House style: the same words, spelt as another outlet spells them."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.phrases import phrase_groups, replace_phrases
from whence.text.wordlists import read_word_list

_SPELLINGS = phrase_groups(read_word_list("house_style"))
_FUNCTION_WORDS = frozenset(word for line in read_word_list("function_words") for word in line.split())


def is_function_word(key: str) -> bool:
    """True for words that carry grammar rather than content: the, of, has, on.

    >>> is_function_word("of"), is_function_word("missile")
    (True, False)
    """
    return key in _FUNCTION_WORDS


def style_form(keys: Sequence[str]) -> str:
    """The words in one spelling, run together, so that only differences of substance remain.

    >>> style_form(["cease", "fire"]) == style_form(["ceasefire"])
    True
    >>> style_form(["organised"]) == style_form(["organized"])
    True
    """
    joined = "".join(replace_phrases(keys, _SPELLINGS)).replace(" ", "")
    for british, american in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize")):
        joined = joined.replace(british, american)
    return joined
