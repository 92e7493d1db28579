"""What many reports say of one thing."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import told
from whence.agreement.joint import FigureGroup, read_jointly
from whence.agreement.matching import Told
from whence.agreement.measured import measured
from whence.figures.intervals import contains, holds

NUMBERS = st.lists(
    st.sampled_from(["60", "90", "about 90", "more than 80", "dozens of", "up to 95"]), min_size=2, max_size=6
)
SENTENCE = "The ferry Wanda carried {} passengers from Odell to Port Lane."


def _reports(*numbers: str, days: tuple[str, ...] = ()) -> list[Told]:
    return [
        told(f"r{index}", SENTENCE.format(number), days[index] if days else "") for index, number in enumerate(numbers)
    ]


def _only(groups: tuple[FigureGroup, ...]) -> FigureGroup:
    (group,) = groups
    return group


def test_reports_that_agree_leave_the_numbers_that_fit_all() -> None:
    group = _only(read_jointly(_reports("more than 90", "about 90", "93")))
    assert group.what == "passengers"
    assert group.agreed
    assert holds(group.agreed, 93)
    assert group.meant
    assert not group.conflicts


def test_two_statements_alone_are_named_where_no_number_fits() -> None:
    group = _only(read_jointly(_reports("more than 80", "about 90", "93", "60")))
    assert group.agreed is None
    (pair,) = group.conflicts
    assert pair.relation == "conflict"
    assert "60" in (pair.a.evidence.exact, pair.b.evidence.exact)


def test_what_only_the_words_allow_is_not_what_is_meant() -> None:
    group = _only(read_jointly(_reports("at least 12", "90")))
    assert group.agreed
    assert not group.meant


def test_copies_of_one_report_count_once() -> None:
    reports = _reports("60", "90", "90", "90")
    apart = _only(read_jointly(reports))
    together = _only(read_jointly(reports, copies=[["r1", "r2", "r3"]]))
    assert len(apart.statements) == 4
    assert sorted(statement.reports for statement in together.statements) == [("r0",), ("r1", "r2", "r3")]
    assert [pair.relation for pair in together.conflicts] == ["conflict"]


def test_a_copy_that_was_edited_is_a_statement_of_its_own() -> None:
    group = _only(read_jointly(_reports("90", "90", "60"), copies=[["r0", "r1", "r2"]]))
    assert sorted(statement.reports for statement in group.statements) == [("r0", "r1"), ("r2",)]


def test_a_toll_that_grew_is_no_conflict_and_the_latest_counts() -> None:
    text = "The ferry Wanda sank off Port Lane and {} people drowned, the coast guard said."
    days = ("2024-11-26", "2024-11-27", "2024-11-28")
    reports = [
        told(f"r{n}", text.format(toll), day) for n, (toll, day) in enumerate(zip((12, 15, 19), days, strict=True))
    ]
    group = _only(read_jointly(reports))
    assert not group.conflicts
    assert group.latest
    assert group.latest.figure.value == 19
    assert group.agreed
    assert holds(group.agreed, 19)


def test_lengths_up_to_now_agree_on_a_start() -> None:
    text = "Shops in Odell closed early in the {} siege of the town."
    reports = [
        told("a", text.format("1,000-day"), "2024-11-29"), told("b", text.format("more than two-year"), "2024-12-10"),
    ]  # fmt: skip
    group = _only(read_jointly(reports))
    assert group.unit == "start"
    assert group.agreed
    assert not group.conflicts


def test_what_one_report_alone_tells_is_no_group() -> None:
    assert read_jointly(_reports("90")) == ()
    assert read_jointly([]) == ()


@given(NUMBERS, st.integers(0, 99))
def test_the_order_of_the_reports_does_not_matter(numbers: list[str], seed: int) -> None:
    reports = _reports(*numbers)
    shuffled = Random(seed).sample(reports, len(reports))
    assert read_jointly(reports) == read_jointly(shuffled)


@given(
    st.lists(st.sampled_from(["60", "90", "about 90", "more than 80", "dozens of", "up to 95"]), min_size=2, max_size=6)
)
def test_what_is_agreed_fits_every_statement(numbers: list[str]) -> None:
    for group in read_jointly(_reports(*numbers)):
        assert (group.agreed is None) == bool(group.conflicts)
        for statement in group.statements:
            side = measured(statement.figure)
            assert group.agreed is None or contains(side.soft if group.meant else side.hard, group.agreed)


@given(st.lists(st.sampled_from(["60", "90", "about 90"]), min_size=2, max_size=5))
def test_copies_change_no_agreement(numbers: list[str]) -> None:
    reports = _reports(*numbers)
    alone = read_jointly(reports)
    together = read_jointly(reports, copies=[[one.report.id for one in reports]])
    assert [group.agreed for group in alone] == [group.agreed for group in together]
