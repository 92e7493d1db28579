"""Numbers in digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.figures.digits import MOST_DIGITS, core_end, read_core, read_digits


@pytest.mark.parametrize("core", ["1.2.3", "3:15", "22,24,26", "1,0000", "1" * (MOST_DIGITS + 1)])
def test_a_run_that_is_no_one_number_is_none(core: str) -> None:
    assert read_core(core) is None


def test_four_digits_after_a_space_are_no_group() -> None:
    digits = read_digits("423 0000", 0)
    assert digits is not None and digits.end == 3


def test_a_power_too_large_for_a_float_is_no_number() -> None:
    assert read_digits("999999^999", 0) is None


def test_a_date_with_slashes_is_no_fraction() -> None:
    digits = read_digits("5/17/2018", 0)
    assert digits is not None and (digits.value, digits.end) == (5, 1)


@given(st.text(max_size=40))
def test_any_text_can_be_read_from_its_beginning(text: str) -> None:
    assert core_end(text, 0) <= len(text)
    if text[:1].isascii() and text[:1].isdigit():
        digits = read_digits(text, 0)
        assert digits is None or 0 < digits.end <= len(text)
