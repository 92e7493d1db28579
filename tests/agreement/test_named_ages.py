"""Ages of one person, by the name next to each."""

from __future__ import annotations

import pytest

from tests.agreement.told import told
from whence.agreement.matching import match_figures


def _relations(a: str, b: str, *published: str) -> list[str]:
    days = published or ("", "")
    return [pair.relation for pair in match_figures(told("a", a, days[0]), told("b", b, days[1]))]


@pytest.mark.parametrize(
    "b",
    [
        "The 42-year-old Orla Venn was found.",
        "It was the 42-year-old Orla Venn who came.",
    ],
)
def test_one_age_of_one_name_is_the_same_however_it_is_told(b: str) -> None:
    relations = _relations("The flood took the shop of Orla Venn, 42, on Monday.", b)
    assert relations and set(relations) <= {"same", "equivalent"}


def test_equal_ages_of_reports_of_two_days_are_never_merely_compatible() -> None:
    a, b = "Orla Venn, 42, lost her shop.", "Orla Venn, 42, lost her shop."
    assert _relations(a, b, "2024-03-01", "2024-03-02") == ["same"]


def test_another_age_of_one_name_is_a_conflict() -> None:
    assert _relations("In the mill was Orla Venn, 42.", "The 24-year-old Orla Venn got out.") == ["conflict"]


def test_ages_of_two_names_are_left_alone() -> None:
    assert not _relations("In the mill was Orla Venn, 42.", "The 24-year-old Petra Holm got out.")
