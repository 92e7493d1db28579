"""The words close to a figure."""

from __future__ import annotations

import pytest

from tests.agreement.told import told
from whence.agreement.contexts import Standing, read_context


def _standings(text: str) -> tuple[Standing, ...]:
    return read_context(*told("a", text)).standings


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("The blast killed 12 people and injured 30.", ["killed", "injured"]),
        ("In the blast 12 people died and 30 others were hurt.", ["killed", "injured"]),
        ("Police arrested 12 people, 30 people were hurt.", ["arrested", "injured"]),
        ("The town has 12 bakers.", [""]),
    ],
)
def test_each_figure_is_told_under_its_own_predicate(text: str, classes: list[str]) -> None:
    assert [next(iter(standing.predicates), "") for standing in _standings(text)] == classes


def test_near_words_do_not_reach_over_another_figure() -> None:
    first, second = _standings("Divers found 12 lamps beside 30 anchors of iron.")
    assert "iron" not in first.near
    assert {"iron"} <= second.near
    assert "diver" not in second.near


@pytest.mark.parametrize("text", ["including 12 lamps", "another 12 lamps", "12 of the lamps", "12 more lamps"])
def test_what_is_added_or_picked_out_is_a_part(text: str) -> None:
    assert _standings(f"Divers found {text}.")[0].part


def test_a_count_of_a_kind_is_no_part() -> None:
    assert not _standings("Dozens of lamps were found.")[0].part


@pytest.mark.parametrize("text", ["12 lamps a day", "12 lamps each week", "12 lamps daily", "$12 an hour"])
def test_what_is_told_for_a_unit_of_time_is_a_rate(text: str) -> None:
    assert _standings(f"They sold {text}.")[0].rate
    assert not _standings("They sold 12 lamps.")[0].rate
