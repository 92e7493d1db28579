"""Kinds: what an edit is about, in the order in which a fact-checker wants to know it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from whence.changes.edits import Edit
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.figures.dates import is_clock_time, is_date_word, is_year
from whence.figures.hedges import find_hedges, find_negations
from whence.figures.numbers import is_number, number_values
from whence.names.aliases import canonical_places
from whence.quotes.cues import is_cue
from whence.records import ChangeKind
from whence.text.style import is_function_word, style_form

RANKS: dict[ChangeKind, int] = {
    kind: rank
    for rank, kind in enumerate(
        (
            "quotation", "figure", "attribution", "negation", "hedge", "date", "name", "cue", "dropped", "added",
            "moved", "wording", "house style", "punctuation", "furniture",
        ),
        start=1,
    )
}  # fmt: skip
"""The order of findings: altered speech first, page furniture last (shared design of rank: copies-and-lineage.md)."""

SAME_QUOTATION = 0.5  # of the words around an edit must agree for two quotations to be one
QUOTATION_REACH = 40  # words looked at on each side of the edit
ATTRIBUTION_WORDS = 12  # "said X, the head of Y" is rarely longer

_MARKED = re.compile(r"[\[\]…]|\.\.\.|\. \. \.")
_QUOTE = re.compile('[“”"«»„]')


class Words(NamedTuple):
    """The words that an edit changes: keys of A and of B without what both begin and end with, and where they stand."""

    a: Sequence[str]
    b: Sequence[str]
    edit: Edit
    texts: Texts


Finding = tuple[ChangeKind, str] | None


def type_edit(edit: Edit, texts: Texts) -> tuple[ChangeKind, str]:
    """What an edit is about.

    Args:
        edit: the words replaced, taken out or put in.
        texts: the words and texts of both reports.

    Returns:
        The kind, and one phrase that says what happened. The first rule of `RULES` that recognises the edit decides.
    """
    words = _changed_words(edit, texts)
    for rule in RULES:
        found = rule(words)
        if found:
            return found
    return "wording", "worded differently"


def _changed_words(edit: Edit, texts: Texts) -> Words:
    """The edit without the words that both sides begin or end with."""
    (a0, a1), (b0, b1) = (edit.a.start, edit.a.stop), (edit.b.start, edit.b.stop)
    keys_a, keys_b = texts.a.words.keys, texts.b.words.keys
    while a0 < a1 and b0 < b1 and keys_a[a0] == keys_b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and keys_a[a1 - 1] == keys_b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    return Words(keys_a[a0:a1], keys_b[b0:b1], Edit(range(a0, a1), range(b0, b1)), texts)


def _style(words: Words) -> Finding:
    """The same words in another house's spelling, or a number in digits for a number in words."""
    if not words.a and not words.b:
        return "house style", "same words, written differently"
    if not (words.a and words.b):
        return None
    same_words = style_form(canonical_places(words.a)) == style_form(canonical_places(words.b))
    numbers = number_values(words.a)
    if same_words or (numbers and numbers == number_values(words.b) and all(map(_is_numeral, [*words.a, *words.b]))):
        return "house style", "the same in another house style"
    return None


def _is_numeral(key: str) -> bool:
    return bool(number_values([key]))


def _quotation(words: Words) -> Finding:
    """Words inside quotation marks on both sides, in what is one quotation, changed without a bracket or ellipsis."""
    edit, texts = words.edit, words.texts
    if not (_inside_quotation(edit.a, texts.a, texts.text_a) and _inside_quotation(edit.b, texts.b, texts.text_b)):
        return None
    if not _same_quotation(edit, texts):
        return None
    shown = _around(edit.a, texts.a, texts.text_a) + _around(edit.b, texts.b, texts.text_b)
    if _MARKED.search(shown):
        return "wording", "changed inside the quotation, and marked as changed"
    return "quotation", "words inside the quotation marks were altered"


def _inside_quotation(words: range, tokens: Tokens, text: str) -> bool:
    """Whether the words, or for none the place, lie inside one pair of marks."""
    if words:
        return all(tokens.quoted[word] for word in words) and not _QUOTE.search(
            text, tokens.words.starts[words.start], tokens.words.ends[words.stop - 1]
        )
    before, after = words.start - 1, words.start
    if before < 0 or after >= len(tokens.quoted) or not (tokens.quoted[before] and tokens.quoted[after]):
        return False
    return not _QUOTE.search(text, tokens.words.ends[before], tokens.words.starts[after])


def _same_quotation(edit: Edit, texts: Texts) -> bool:
    """Whether most of the quoted words around the edit agree on both sides."""
    agree = total = 0
    for step, a, b in ((-1, edit.a.start - 1, edit.b.start - 1), (1, edit.a.stop, edit.b.stop)):
        near_a = _quoted_keys(texts.a, a, step)
        near_b = set(_quoted_keys(texts.b, b, step))
        agree += sum(key in near_b for key in near_a)
        total += min(len(near_a), len(near_b)) if near_b else len(near_a)
    return agree >= 2 and agree >= SAME_QUOTATION * (total + min(len(edit.a), len(edit.b)))


def _quoted_keys(tokens: Tokens, word: int, step: int) -> list[str]:
    """The quoted words from one on, in one direction."""
    keys: list[str] = []
    while 0 <= word < len(tokens.quoted) and tokens.quoted[word] and len(keys) < QUOTATION_REACH:
        keys.append(tokens.words.keys[word])
        word += step
    return keys


def _around(words: range, tokens: Tokens, text: str) -> str:
    """The words of one side with what stands next to them, up to the neighbouring words."""
    start = tokens.words.ends[words.start - 1] if words.start else 0
    end = tokens.words.starts[words.stop] if words.stop < len(tokens.words.starts) else len(text)
    return text[start:end]


def _date(words: Words) -> Finding:
    """A weekday, month, year or time of day on either side, or a number beside a month."""
    dated = [any(is_date_word(k) or is_year(k) or is_clock_time(k) for k in side) for side in (words.a, words.b)]
    month_day = _beside_date(words.edit.a, words.texts.a) and any(map(is_number, words.a))
    if (words.a and words.b and all(dated)) or (words.a and words.b and month_day):
        return "date", "another date or time"
    if any(dated) and len(words.a) + len(words.b) <= 5:
        return "date", "date or time dropped" if dated[0] else "date or time added"
    return None


def _beside_date(words: range, tokens: Tokens) -> bool:
    """Whether a month or weekday stands right before or after the words."""
    keys = tokens.words.keys
    near = [keys[k] for k in (words.start - 1, words.stop) if 0 <= k < len(keys)]
    return bool(words) and any(is_date_word(key) for key in near)


def _figure(words: Words) -> Finding:
    """Another number on the two sides, or a number on one side only."""
    a, b = (tuple(key for key in side if is_number(key)) for side in (words.a, words.b))
    if not a and not b:
        return None
    if a and b:
        if number_values(words.a) == number_values(words.b):
            return None
        return "figure", "another figure" + _hedge_note(words)
    if words.a and words.b and len(words.a) + len(words.b) <= 16:
        return "figure", ("figure given up" if a else "figure put in") + _hedge_note(words)
    return None


def _hedge_note(words: Words) -> str:
    """How the hedges around a figure differ, in words."""
    a, b = _hedges_of(words)
    if a == b:
        return ""
    if not a:
        return f", with the hedge “{b[0]}” added"
    return f", without the hedge “{a[0]}”" if not b else f", hedge “{a[0]}” became “{b[0]}”"


def _hedges_of(words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The hedges among the changed words of each side."""
    sides = ((words.a, words.edit.a, words.texts.a), (words.b, words.edit.b, words.texts.b))
    a, b = (find_hedges(keys, "".join(tokens.words.keys[at.stop : at.stop + 1])) for keys, at, tokens in sides)
    return a, b


def _attribution(words: Words) -> Finding:
    """Who says it, taken away or put in."""
    a, b = (any(map(is_cue, side)) for side in (words.a, words.b))
    longer, shorter = sorted((len(words.a), len(words.b)), reverse=True)
    if a == b or longer > ATTRIBUTION_WORDS or shorter > 2 or longer < 2:
        return None
    return "attribution", "attribution dropped: a claim became a fact" if a else "attribution added"


def _negation(words: Words) -> Finding:
    """A “not” on one side only."""
    a, b = len(find_negations(words.a)), len(find_negations(words.b))
    if a == b or len(words.a) + len(words.b) > 14:
        return None
    return "negation", "negation dropped" if a > b else "negation added"


def _hedge(words: Words) -> Finding:
    """A hedge on one side only, or another one."""
    a, b = _hedges_of(words)
    if sorted(a) == sorted(b) or len(words.a) + len(words.b) > 14:
        return None
    if not b:
        return "hedge", f"hedge “{a[0]}” dropped"
    return "hedge", f"hedge “{b[0]}” added" if not a else f"hedge “{a[0]}” became “{b[0]}”"


def _name(words: Words) -> Finding:
    """Other names on the two sides."""
    a = _names(words.edit.a, words.texts.a, words.texts.text_a)
    b = _names(words.edit.b, words.texts.b, words.texts.text_b)
    if not a or not b or a & b:
        return None
    return "name", "another name"


def _names(words: range, tokens: Tokens, text: str) -> frozenset[str]:
    """The capitalised words, not at the start of a sentence, with places in one form."""
    keys = [
        tokens.words.keys[word]
        for word in words
        if text[tokens.words.starts[word]].isupper()
        and not is_function_word(tokens.words.keys[word])
        and word > 0
        and "\n" not in text[tokens.words.ends[word - 1] : tokens.words.starts[word]]
        and ". " not in text[tokens.words.ends[word - 1] : tokens.words.starts[word]]
    ]
    return frozenset(canonical_places(keys))


def _cue(words: Words) -> Finding:
    """Another verb of saying or holding."""
    a, b = ({key for key in side if is_cue(key)} for side in (words.a, words.b))
    return ("cue", "said in another way: the verb of saying changed") if a and b and a != b else None


def _dropped(words: Words) -> Finding:
    """Content words on one side only."""
    if words.b or all(map(is_function_word, words.a)):
        return None
    return "dropped", "left out"


def _added(words: Words) -> Finding:
    """Content words on the other side only."""
    if words.a or all(map(is_function_word, words.b)):
        return None
    return "added", "put in"


RULES: tuple[Callable[[Words], Finding], ...] = (
    _style, _quotation, _date, _figure, _attribution, _negation, _hedge, _name, _cue, _dropped, _added,
)  # fmt: skip
"""The rules, tried in this order; each says what it recognises in its docstring."""
