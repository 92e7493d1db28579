"""One form for a place and its people."""

from __future__ import annotations

import pytest

from whence.names.aliases import canonical_places


@pytest.mark.parametrize(
    ("a", "b"),
    [("american", "us"), ("united states", "america"), ("kiev", "kyiv"), ("british", "uk"), ("zelenskyy", "zelensky")],
)
def test_two_names_of_one_place_have_one_form(a: str, b: str) -> None:
    assert canonical_places(a.split()) == canonical_places(b.split())


def test_other_words_stay_as_they_are() -> None:
    assert canonical_places(["ships", "of", "chad"]) == ("ships", "of", "chad")
