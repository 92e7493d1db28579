"""Edits of figures and times are told by how the two sides stand, and nothing but kind, rank and wording changes."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.figures.made import figure_in, time_in
from tests.quotes.made import words_in
from whence.changes.figure_retyping import BY_GRAVITY, retype_figures
from whence.changes.kinds import RANKS
from whence.records import Change, ChangeKind, FigurePair, FigureRelation, Report

A = Report("a", "a", "At least 12 barns burned on Friday, and 1,200 sheep were lost. Rain fell all day.")
B = Report("b", "b", "Some 21 barns burned on Saturday, and twelve hundred sheep were lost. Rain fell.")
BARNS = figure_in(A, "12", 12.0, hedge_words="At least"), figure_in(B, "21", 21.0, hedge_words="Some")
SHEEP = figure_in(A, "1,200", 1200.0), figure_in(B, "twelve hundred", 1200.0)
DAYS = time_in(A, "Friday", "2024-11-29"), time_in(B, "Saturday", "2024-11-30")


def change(kind: ChangeKind, a: str, b: str) -> Change:
    """An edit from words of A to words of B; "" for none."""
    sides = (words_in(A, a)[0] if a else None, words_in(B, b)[0] if b else None)
    return Change(kind, RANKS[kind], *sides, "as it was")


def pair(sides: tuple[object, object], relation: FigureRelation) -> FigurePair:
    return FigurePair(sides[0], sides[1], relation, f"told as {relation}")  # type: ignore[arg-type]


def told(changed: Change, *pairs: FigurePair) -> tuple[str, str]:
    [found] = retype_figures([changed], pairs)
    return found.kind, found.says


@pytest.mark.parametrize("relation", ["conflict", "strained", "coarser", "finer", "updated", "compatible"])
def test_another_figure_is_told_by_how_the_two_stand(relation: FigureRelation) -> None:
    assert told(change("wording", "12", "21"), pair(BARNS, relation)) == ("figure", f"told as {relation}")


def test_another_day_is_a_change_of_date() -> None:
    assert told(change("wording", "Friday", "Saturday"), pair(DAYS, "conflict")) == ("date", "told as conflict")


def test_the_same_figure_written_differently_is_house_style() -> None:
    assert told(change("figure", "1,200", "twelve hundred"), pair(SHEEP, "equivalent"))[0] == "house style"


def test_the_same_figure_in_a_longer_edit_is_wording() -> None:
    longer = change("figure", "1,200 sheep were lost. Rain fell all day", "twelve hundred sheep were lost. Rain fell")
    assert told(longer, pair(SHEEP, "equivalent"))[0] == "wording"


def test_a_hedge_alone_is_a_change_of_hedge() -> None:
    assert told(change("dropped", "At least", ""), pair(BARNS, "hedge dropped"))[0] == "hedge"


def test_words_that_are_no_part_of_a_figure_stay_as_they_are() -> None:
    assert told(change("dropped", "all day", ""), pair(BARNS, "conflict")) == ("dropped", "as it was")


def test_an_altered_quotation_stays_one() -> None:
    assert told(change("quotation", "12", "21"), pair(BARNS, "conflict"))[0] == "quotation"


def test_the_gravest_relation_is_told_where_an_edit_touches_several_figures() -> None:
    both = change("figure", "12 barns burned on Friday, and 1,200", "21 barns burned on Saturday, and twelve hundred")
    assert told(both, pair(SHEEP, "same"), pair(BARNS, "conflict")) == ("figure", "told as conflict")


def test_what_leads_from_a_to_b_stays_the_same() -> None:
    changes = [change("wording", "12", "21"), change("wording", "Friday", "Saturday"), change("dropped", "all day", "")]
    found = retype_figures(changes, [pair(BARNS, "conflict"), pair(DAYS, "conflict")])
    assert Counter((c.a, c.b) for c in found) == Counter((c.a, c.b) for c in changes)
    assert [c.rank for c in found] == sorted(c.rank for c in found)


def test_every_relation_has_its_place() -> None:
    assert set(BY_GRAVITY) == set(FigureRelation.__args__)  # type: ignore[attr-defined]
