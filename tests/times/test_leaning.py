"""Whether the words around a phrase speak of what is to come."""

from __future__ import annotations

import pytest

from whence.times.leaning import leans_forward


@pytest.mark.parametrize(
    ("before", "after", "coming"),
    [
        ("she will speak on", "", True), ("she is scheduled to speak on", "", True), ("it is to be filed", "", True),
        ("it will be held on", "", True), ("it will be formally opened", "", True), ("she said on", "", False),
        ("it was closed until", "", True), ("it has run since", "", False), ("she spoke", "and will run", False),
        ("on", "she will speak", True), ("on", "she spoke", False), ("the bridge", "", None),
        ("the plans announced in", "", False), ("will visit the disputed region on", "", True),
        ("they agreed to meet on", "", True), ("the case is heard in", "", None), ("it had been due", "", False),
    ],
)  # fmt: skip
def test_the_nearest_verb_tells(before: str, after: str, coming: bool | None) -> None:
    assert leans_forward(before.split(), after.split()) is coming
