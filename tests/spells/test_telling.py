"""Spells as records."""

from __future__ import annotations

import pytest

from tests.spells.spelled import spells_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seen on 3 May 2020.", "date"),
        ("Seen in May 2020.", "daterange"),
        ("Seen at 9:30 pm.", "time"),
        ("Seen after 9:30 pm.", "timerange"),
        ("Seen yesterday at 9:30 pm.", "datetime"),
        ("Seen yesterday evening.", "datetimerange"),
        ("It took 3 days.", "duration"),
        ("Every day.", "set"),
        ("On feb 30 2019.", "unresolved"),
        ("Come now.", "datetime"),
    ],
)
def test_a_spell_has_a_type(text: str, kind: str) -> None:
    (spell,) = spells_of(text)
    assert spell.type == kind
