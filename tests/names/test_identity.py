"""Who is one person across reports, and who stays apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.names.find import find_names
from whence.names.identity import same_names
from whence.records import Name, Report


def found(text: str) -> tuple[Name, ...]:
    return find_names(Report("a", "a", text))


def shown(*texts: str) -> list[str]:
    """The canonical name of the first name of each report."""
    return [keys[0] for keys in same_names([found(text) for text in texts])]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Donald J. Marsh came.", "Donald Marsh left."),
        ("Olena Zorenskyy came.", "Olena Zorensky left."),
        ("José Peña came.", "Jose Pena left."),
        ("Ana Roe came.", "Ms. Roe left."),
        ("The Kremlin came.", "the Kremlin left."),
    ],
)
def test_one_somebody_has_one_name(a: str, b: str) -> None:
    one, other = shown(a, b)
    assert one == other


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ana Roe came.", "Jane Roe left."),
        ("Ana Roe came.", "Mr. Roe left."),
        ("Mr. Kim Roe came.", "Mrs. Kim Roe left."),
        ("John Roe Jr. came.", "John Roe Sr. left."),
    ],
)
def test_what_contradicts_keeps_apart(a: str, b: str) -> None:
    one, other = shown(a, b)
    assert one != other


def test_a_bare_surname_with_two_full_names_joins_neither() -> None:
    names = shown("Ana Roe came.", "Jane Roe came.", "Dr. Roe left.")
    assert len(set(names)) == 3


def test_no_reports_have_no_names() -> None:
    assert same_names([]) == ()
    assert same_names([()]) == ((),)


@given(st.lists(st.text(alphabet=st.sampled_from("ARoe Mrs.JLi"), max_size=60), max_size=5))
def test_keys_are_parallel_to_the_names(texts: list[str]) -> None:
    names = [found(text) for text in texts]
    assert [len(keys) for keys in same_names(names)] == [len(each) for each in names]
