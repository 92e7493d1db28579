"""Spelling of speech: when words inside quotation marks differ only in how they were written down."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from whence.names.aliases import canonical_places
from whence.names.spelling import surname_key
from whence.text.phrases import phrase_groups, replace_phrases
from whence.text.style import style_form, write_out
from whence.text.wordlists import read_word_list

SAME_NAME = 75  # per cent of letters in order, as in changes.fact_rules: Qassem and Qasem are one name
LONG_PHRASE = 12  # words: longer differences are no matter of spelling

_FORMS = phrase_groups(read_word_list("spoken_forms"))
_FILLERS = frozenset(read_word_list("fillers"))
_NUMBERS = dict(line.rsplit(" ", 1) for line in read_word_list("number_words"))
_VERBS_IN_S = frozenset(["is", "has", "us"])
_SIGNS = {"%": "percent", "&": "and"}


def same_spoken(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two rows of word keys are one and the same speech: contractions, spelling, figures, hesitation.

    >>> same_spoken(["gonna"], ["going", "to"]), same_spoken(["won't"], ["will", "not"]), same_spoken(["8"], ["eight"])
    (True, True, True)
    >>> same_spoken(["'s"], ["is"]), same_spoken(["uh"], []), same_spoken(["will"], ["will", "not"])
    (True, True, False)
    """
    if max(len(a), len(b)) > LONG_PHRASE:
        return False
    if sorted((*a, *b), key=len) in ([verb, "'s"] for verb in _VERBS_IN_S if len(a) == 1):
        return True
    if len(a) == len(b) and all(map(_one_word, a, b)):
        return True
    written_a, written_b = _written(a), _written(b)
    if style_form(written_a) == style_form(written_b):
        return True
    return bool(a and b) and canonical_places(written_a) == canonical_places(written_b)


def same_name(a: str, b: str) -> bool:
    """Whether two names, each one word with a capital, are spellings of one.

    >>> same_name("Zelenskyy", "Zelensky"), same_name("Putin", "Poroshenko"), same_name("we", "he")
    (True, False, False)
    """
    if not (a[:1].isupper() and b[:1].isupper() and a[0] == b[0]):
        return False
    a, b = a.lower(), b.lower()
    return surname_key(a) == surname_key(b) or (min(len(a), len(b)) > 3 and ratio(a, b) >= SAME_NAME)


def sign_words(between: str) -> list[str]:
    """The words that signs stand for.

    >>> sign_words("% of")
    ['percent']
    """
    return [_SIGNS[char] for char in between if char in _SIGNS]


def _one_word(a: str, b: str) -> bool:
    """Whether two words are one, an apostrophe lost, or "'s" standing for "is", "has" or "us"."""
    return a.strip("'") == b.strip("'") or (a == "'s" and b in _VERBS_IN_S) or (b == "'s" and a in _VERBS_IN_S)


def _written(keys: Sequence[str]) -> tuple[str, ...]:
    """The words in full, without hesitation, number words as figures."""
    full = replace_phrases(write_out([key.strip("'") if key != "'s" else key for key in keys]), _FORMS)
    words = " ".join(full).split()
    return tuple(_NUMBERS.get(word, word) for word in words if word not in _FILLERS)
