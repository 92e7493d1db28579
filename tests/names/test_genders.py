"""Whether a person is spoken of as he or she."""

from __future__ import annotations

import pytest

from whence.names.genders import gender_of, gender_of_words


@pytest.mark.parametrize(
    ("name", "also", "gender"),
    [
        ("John Roe", (), "m"),
        ("Roe", ("Mrs. Roe",), "f"),
        ("Kim Roe", ("chairman",), "m"),
        ("Roe", (), ""),
        ("Xq Roe", ("Senator Roe",), ""),
        ("", (), ""),
    ],
)
def test_titles_roles_and_first_names_tell_the_gender(name: str, also: tuple[str, ...], gender: str) -> None:
    assert gender_of(name, also) == gender


def test_contradicting_titles_tell_nothing() -> None:
    assert gender_of_words(["Mr.", "and", "Mrs.", "Roe"]) == ""
