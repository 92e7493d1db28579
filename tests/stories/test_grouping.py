"""Which reports tell one story: each known class of error as an example, and what every stream keeps to."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from bench.stories.templates import template_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.made_up_stories import FERRY, MERGER, ROUND_UP, group, report, stories_of
from whence.reading.record import read_record
from whence.records import Report
from whence.stories.grouper import Grouper, Kin
from whence.stories.reasons import explain
from whence.stories.repair import repair
from whence.stories.story_weights import load_story_weights
from whence.stories.terms import read_terms

FERRIES = [report(f"ferry-{number}", told) for number, told in enumerate(FERRY)]
MERGERS = [report(f"merger-{number}", told) for number, told in enumerate(MERGER)]


def test_wordings_of_one_event_are_one_story() -> None:
    grouper, _ = group([*FERRIES, *MERGERS])
    assert stories_of(grouper) == [{"ferry-0", "ferry-1", "ferry-2"}, {"merger-0", "merger-1"}]


def test_a_round_up_does_not_bridge_two_stories() -> None:
    grouper, _ = group([*FERRIES, *MERGERS, report("round-up", ROUND_UP)])
    repair(grouper)
    ferries, mergers = (
        next(story for story in stories_of(grouper) if name in story) for name in ("ferry-0", "merger-0")
    )
    assert ferries.isdisjoint(mergers)


def test_a_live_blog_that_comes_first_does_not_weld_what_follows() -> None:
    grouper, _ = group([report("live", ROUND_UP), *FERRIES, *MERGERS])
    repair(grouper)
    assert any({"ferry-0", "ferry-1", "ferry-2"} <= story and "merger-0" not in story for story in stories_of(grouper))


def test_the_same_people_in_another_event_are_another_story() -> None:
    other = (
        "Petra Sund named to lead bakers' federation",
        "Petra Sund, the chief executive of Tollbrook Foods, was elected on Monday to lead the federation of bakers. "
        "She succeeds Olaf Brandt, who served two terms, and said she would argue for lower duties on wheat.",
    )
    grouper, _ = group([*MERGERS, report("federation", other, "2024-05-20")])
    assert {"federation"} in stories_of(grouper)


def test_the_same_place_a_year_later_is_another_story() -> None:
    again = (
        "Ferry collides with trawler off Port Ellery",
        "A ferry and a trawler collided off Port Ellery on Monday. Two fishermen of the Silver Gull were missing, the "
        "coastguard said; the ferry, the Ellery Rose, reached harbour with a torn bow and 90 passengers.",
    )
    grouper, _ = group([*FERRIES, report("again", again, "2025-04-07")])
    assert {"again"} in stories_of(grouper)


@pytest.mark.parametrize("kind", range(4), ids=["weather", "earnings", "matches", "obituaries"])
def test_reports_from_one_template_stay_apart(kind: int) -> None:
    rows = [row for row in template_reports(seed=97, each=40) if row["id"].startswith(f"template-97-{kind}-")]
    grouper, _ = group([read_record(row, labelled=False) for row in rows])
    largest = max(len(story) for story in stories_of(grouper))
    assert len(stories_of(grouper)) >= 0.8 * len(rows)
    assert largest <= 5


def test_a_chain_of_follow_ups_needs_a_quorum_to_grow() -> None:
    _, placed = group([*FERRIES, *MERGERS])
    joined = [one.best for one in placed if one.answer == "join" and one.best]
    assert joined
    assert all(near.has_quorum for near in joined)


def with_kin(first: Report, second: Report, kin: Kin) -> str:
    """By what the second joined the first's story."""
    grouper = Grouper(load_story_weights())
    grouper.add(first.id, read_terms(first))
    return grouper.add(second.id, read_terms(second), [kin]).because or "alone"


def test_a_re_dated_copy_joins_by_its_text() -> None:
    late = report("scraped", FERRY[0], "2025-11-02")
    assert with_kin(FERRIES[0], late, Kin(0, 48, 1.0)) == "passages"


def test_a_caption_in_common_welds_nothing() -> None:
    caption = " Lars Timm of the Norvale picture desk took this photograph for the archive of the coast museum in 2019."
    first = report("first", (FERRY[0][0], FERRY[0][1] + caption))
    second = report("second", (MERGER[0][0], MERGER[0][1] + caption))
    assert with_kin(first, second, Kin(0, 19, 0.3)) == "alone"


def test_a_text_to_the_letter_is_where_its_original_is() -> None:
    grouper, _ = group(FERRIES)
    placed = grouper.add_copy("reprint", 2)
    assert placed.story == grouper.story(2)
    assert explain(grouper, placed).because == "same text"


def test_a_membership_says_by_what_and_what_was_nearest() -> None:
    grouper, placed = group([*FERRIES, *MERGERS])
    joined = explain(grouper, placed[4])
    assert (joined.answer, joined.because, joined.like) == ("join", "likeness", "merger-0")
    assert any("hanley" in clue.says for clue in joined.clues)
    assert joined.nearest is not None
    assert joined.nearest.story == "ferry-0"
    assert "joining takes" in joined.nearest.why


def test_an_empty_report_is_a_story_of_its_own() -> None:
    grouper, _ = group([report("empty", ("", "")), report("blank", ("", " ")), *FERRIES])
    assert {"empty"} in stories_of(grouper)


@settings(max_examples=20, deadline=None)
@given(st.permutations([*FERRIES, *MERGERS]))
def test_order_within_a_day_changes_no_story(reports: Sequence[Report]) -> None:
    grouper, _ = group(reports)
    repair(grouper)
    assert {frozenset(story) for story in stories_of(grouper)} == {
        frozenset({"ferry-0", "ferry-1", "ferry-2"}),
        frozenset({"merger-0", "merger-1"}),
    }


def test_merged_stories_leave_a_redirect() -> None:
    grouper, _ = group([FERRIES[0], FERRIES[1]])
    young = grouper.add("odd", read_terms(report("odd", MERGER[0]))).story
    grouper.bridged.add((grouper.story(0), young))
    repair(grouper)
    assert grouper.find(young) == young  # unlike stories are not joined, whatever bridged them
    mine = grouper.add("late", read_terms(FERRIES[2])).story
    assert mine == grouper.story(0)


def test_two_runs_give_the_same() -> None:
    chance = Random(3)
    reports = [*FERRIES, *MERGERS]
    chance.shuffle(reports)
    (one, _), (two, _) = group(reports), group(reports)
    assert one.story_of == two.story_of
