"""Numbers that two reports have in common."""

from __future__ import annotations

from tests.agreement.told import told
from whence.agreement.contexts import read_context
from whence.agreement.shared_numbers import telling_numbers


def _numbers(text: str) -> set[str]:
    return {number for _, number in telling_numbers(read_context(*told("a", text)))}


def test_a_number_told_finely_and_once_is_known_again() -> None:
    assert _numbers("It carried 136 boxes, 6 goats and 2,000 jars.") == {"136"}
    assert _numbers("It carried 136 boxes and 136 jars.") == set()


def test_sums_and_measures_are_telling_however_round() -> None:
    assert _numbers("It cost $3 million.") == {"3000000"}


def test_ages_are_not_telling() -> None:
    assert _numbers("Ana, a 36-year-old baker, smiled.") == set()
