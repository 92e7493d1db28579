"""House style: the same words, spelt as another outlet spells them."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.phrases import phrase_groups, replace_phrases
from whence.text.wordlists import read_word_list

_SPELLINGS = phrase_groups(read_word_list("house_style"))
_FUNCTION_WORDS = frozenset(word for line in read_word_list("function_words") for word in line.split())
_CONTRACTED = {"re": "are", "m": "am", "ll": "will", "ve": "have"}


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


def write_out(keys: Sequence[str]) -> tuple[str, ...]:
    """The words with contractions of "not", "are", "am", "will" and "have" written out.

    >>> write_out(["they're", "sure", "it", "won't"])
    ('they', 'are', 'sure', 'it', 'will', 'not')
    """
    written: list[str] = []
    for key in keys:
        stem, mark, ending = key.partition("'")
        if key == "cannot" or (key.endswith("n't") and len(key) > 3):
            verb = "can" if key == "cannot" else key[:-3]
            written += [{"wo": "will", "ca": "can", "sha": "shall"}.get(verb, verb), "not"]
        elif mark and stem and ending in _CONTRACTED:
            written += [stem, _CONTRACTED[ending]]
        else:
            written.append(key)
    return tuple(written)
