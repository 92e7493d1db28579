"""Which reports tell one story: each known class of error as an example, and what every stream keeps to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bench.stories.templates import template_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.made_up_stories import FERRY, MERGER, ROUND_UP, TEMPLATES, group, report, stories_of
from whence.reading.record import read_record
from whence.records import Report
from whence.stories.describe import names_of
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


def test_who_wrote_one_of_two_reports_is_no_name_of_the_story() -> None:
    signed = (FERRY[1][0], f"By Hedda Lunde Moe\n\n{FERRY[1][1]}")
    grouper, _ = group([report("first", (FERRY[0][0], FERRY[0][1])), report("second", signed)])
    assert stories_of(grouper) == [{"first", "second"}]
    names, _ = names_of(grouper, 0)
    assert names
    assert not any("Hedda" in name or "Lunde" in name for name in names)


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
    rows = list(template_reports(seed=97, each=40, templates=(TEMPLATES[kind],)))
    grouper, _ = group([read_record(row, labelled=False) for row in rows])
    largest = max(len(story) for story in stories_of(grouper))
    assert len(stories_of(grouper)) >= 0.8 * len(rows)
    assert largest <= 5


def test_a_story_grows_only_by_reports_that_a_share_of_it_is_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.stories.grouper.QUORUM", 1.01)
    grouper, placed = group(FERRIES)
    assert len(stories_of(grouper)) == len(FERRIES)
    near = explain(grouper, placed[1]).nearest
    assert near is not None
    assert near.why == "like only 1 of the 1 of its reports that were looked at"


def with_kin(first: Report, second: Report, kin: Kin) -> str:
    """By what the second joined the first's story."""
    grouper = Grouper(load_story_weights())
    grouper.add(first.id, read_terms(first))
    return grouper.add(second.id, read_terms(second), [kin]).because or "alone"


def test_a_re_dated_copy_joins_by_its_text() -> None:
    late = report("scraped", FERRY[0], "2025-11-02")
    assert with_kin(FERRIES[0], late, Kin(0, 48, 1.0)) == "passages"


def test_a_copy_that_leaves_numbers_out_and_has_a_stamp_of_its_own_joins_by_its_text() -> None:
    stamped = (FERRY[0][0], "Posted 11:49 PM, March 12, 2024\n" + FERRY[0][1].replace("212", "many"))
    assert with_kin(FERRIES[0], report("stamped", stamped, None), Kin(0, 44, 0.9)) == "passages"


def test_the_same_words_about_another_day_and_with_other_numbers_are_no_copy() -> None:
    other = (FERRY[0][0].replace("212", "97"), FERRY[0][1].replace("212", "97"))
    assert with_kin(FERRIES[0], report("other", other, "2024-05-02"), Kin(0, 44, 0.9)) != "passages"


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


def apart(reports: Sequence[Report]) -> Grouper:
    """Each report a story of its own, whatever it tells, and all held to be bridged."""
    weights = load_story_weights()
    grouper = Grouper(weights._replace(join=1.1, suggest=1.1))
    for one in reports:
        grouper.add(one.id, read_terms(one))
    grouper.weights = weights
    grouper.bridged = {(0, 1)}
    return grouper


def test_bridged_stories_that_are_alike_are_merged_and_leave_a_redirect() -> None:
    grouper = apart(FERRIES[:2])
    assert repair(grouper).merged == ((1, 0),)
    assert grouper.find(1) == 0
    assert stories_of(grouper) == [{"ferry-0", "ferry-1"}]


def test_bridged_stories_that_are_not_alike_stay_apart() -> None:
    grouper = apart([FERRIES[0], MERGERS[0]])
    assert repair(grouper).merged == ()
    assert grouper.find(1) == 1
