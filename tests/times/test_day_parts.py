"""Parts of a day."""

from __future__ import annotations

import pytest

from tests.times.told import typed


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left at noon Saturday.", "noon Saturday", "2024-11-23T12:00"),
        ("He left around midnight.", "midnight", "2024-11-29T24:00"),
        ("She spoke Monday night in Troy.", "Monday night", "2024-11-25TNI"),
        ("He left this morning.", "this morning", "2024-11-29TMO"),
        ("He left last night.", "last night", "2024-11-28TNI"),
        ("He leaves tomorrow morning.", "tomorrow morning", "2024-11-30TMO"),
        ("He leaves tonight.", "tonight", "2024-11-29TNI"),
        ("He left on March 3. He slept that night.", "that night", "2024-03-03TNI"),
    ],
)
def test_parts_of_a_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in typed(text)


def test_every_morning_is_a_set() -> None:
    assert typed("He runs every morning.") == [("every morning", "SET", "XXXX-XX-XXTMO")]
