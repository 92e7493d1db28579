"""Figures left over that a word close by names."""

from __future__ import annotations

from tests.agreement.told import told
from whence.agreement.contexts import Context, read_context
from whence.agreement.telling_words import named_alike

NONE: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def _contexts(a: str, b: str) -> tuple[Context, Context]:
    return read_context(*told("a", a)), read_context(*told("b", b))


def test_a_word_close_to_one_sum_in_each_report_names_it() -> None:
    found = named_alike(_contexts("A dividend of $3 million was paid.", "They cut the dividend to $2 million."), NONE)
    assert list(found) == [(0, 0)]


def test_a_word_of_two_sums_names_neither() -> None:
    twice = "They cut the dividend to $2 million. The dividend was $5 million once."
    assert not list(named_alike(_contexts("A dividend of $3 million was paid.", twice), NONE))


def test_what_is_paired_is_not_looked_at() -> None:
    contexts = _contexts("A dividend of $3 million was paid.", "They cut the dividend to $2 million.")
    assert not list(named_alike(contexts, (frozenset([0]), frozenset())))
