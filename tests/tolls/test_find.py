"""Tolls: how many a report says were killed, injured or are missing. All people and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reading.record import read_record
from whence.records import Report
from whence.tolls.find import Toll, find_tolls


def tolls(text: str, **fields: str) -> dict[str, Toll]:
    """The stated tolls of a text."""
    return {toll.outcome: toll for toll in find_tolls(read_record({"text": text, **fields})) if toll.stated}


def numbers(text: str, **fields: str) -> dict[str, float | None]:
    """The stated numbers of a text."""
    return {outcome: toll.value for outcome, toll in tolls(text, **fields).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people were killed and three others injured in Ostley.", {"killed": 2, "injured": 3}),
        ("A gunman killed a man and wounded two others on Monday.", {"killed": 1, "injured": 2}),
        ("4 injured in south Ostley shooting", {"injured": 4}),
        ("A 15-year-old boy was shot and killed in Harrow.", {"killed": 1}),
        ("Both victims died at the scene.", {"killed": 2}),
        ("A man is dead and a woman in critical condition.", {"killed": 1, "injured": 1}),
        ("Three people, including the suspect, died in the attack.", {"killed": 3}),
        ("6 shot in Ostley; 1 dead, 1 critical, 4 stable", {"killed": 1, "injured": 5}),
        ("Five people were shot, one fatally, in Harrow.", {"killed": 1, "injured": 4}),
        ("A tornado killed Ann Rowe, 41, and her son Tim, 6.", {"killed": 2}),
        ("The bodies of four hikers were found on Sunday.", {"killed": 4}),
        ("A bus crash has claimed the lives of nine people.", {"killed": 9}),
        ("The clashes claimed 38 lives.", {"killed": 38}),
        ("There were 14 fatalities and 30 injuries.", {"killed": 14, "injured": 30}),
        ("The quake killed 1,200 people and injured 4,500.", {"killed": 1200, "injured": 4500}),
        ("Floods have left 12 people dead and five missing.", {"killed": 12, "missing": 5}),
        ("Police said 2 of the 11 wounded were children.", {"injured": 11}),
        ("A blast killed Ed Marsh and his daughters, Ann Marsh and Bea Marsh.", {"killed": 3}),
        ("A man has died, bringing the number of fatalities to three.", {"killed": 3}),
        ("Two bailiffs, shooter dead in Ostley courthouse", {"killed": 3}),
    ],
)
def test_numbers_said_outright_are_read(text: str, expected: dict[str, float]) -> None:
    assert numbers(text) == expected


def test_one_victim_told_of_again_and_again_counts_once() -> None:
    text = (
        "Boy, 7, shot in Ostley\n\nA 7-year-old boy was shot on Monday. Tim Rowe was struck in the leg. "
        "The boy was taken to a hospital. He is expected to survive."
    )
    assert numbers(text) == {"injured": 1}


def test_an_injured_victim_who_dies_later_counts_as_killed_only() -> None:
    assert numbers("A man was shot in Harrow on Friday. He later died at a hospital.") == {"killed": 1}


def test_who_dies_in_a_hospital_is_not_injured_too() -> None:
    assert numbers("The two victims were taken to a hospital, where they died.") == {"killed": 2}


def test_different_people_are_counted_where_no_number_is_said() -> None:
    text = "A woman and her son were found dead in Harrow. Her husband, 53, was in critical condition."
    assert numbers(text) == {"killed": 2, "injured": 1}


def test_who_did_it_and_died_counts_too() -> None:
    assert numbers("The gunman killed four people before turning the gun on himself.") == {"killed": 5}


def test_a_number_that_includes_who_did_it_is_not_raised() -> None:
    text = "Three people were found dead in Ostley. Police said Ed Marsh, 40, killed his wife and son, then himself."
    assert numbers(text)["killed"] == 3


def test_a_second_victim_to_die_makes_two() -> None:
    assert numbers("A second victim of the blast at Torvik has died.")["killed"] == 2


def test_nobody_is_a_number_too() -> None:
    assert numbers("No one was hurt when a crane fell in Selm.") == {"injured": 0}
    assert numbers("No injuries were reported after the fire.") == {"injured": 0}


def test_nothing_said_is_not_nobody() -> None:
    toll = find_tolls(read_record({"text": "The mayor of Ostley spoke of 12 shops."}))[0]
    assert not toll.stated
    assert toll.value is None
    assert toll.evidence == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ed Marsh threatened to kill four people.",
        "Up to 20 people may have been killed.",
        "Hundreds were feared dead off Ralis.",
        "Rowe's killing was the city's 12th homicide this year.",
        "The road is a dead end.",
    ],
)
def test_what_did_not_happen_or_may_happen_is_no_toll(text: str) -> None:
    assert "killed" not in numbers(text) or numbers(text)["killed"] == 1


def test_earlier_events_do_not_count() -> None:
    text = (
        "A teenager was shot in the leg in Harrow on Monday. Police searched the street. No arrests were made. "
        "Neighbors were shocked. Last month two people were killed there. In 2009, six people were killed there."
    )
    assert numbers(text, published="2024-11-29") == {"injured": 1}


def test_ages_are_no_tolls() -> None:
    assert numbers("Two boys, 15 and 16, were shot in Selm.") == {"injured": 2}
    assert numbers("Ann Rowe, 41, and Bob Lee, 26, were also injured.") == {"injured": 2}


def test_what_a_witness_says_does_not_count() -> None:
    text = "One man was killed in Ostley. “I saw five people dead,” a witness said."
    assert numbers(text)["killed"] == 1


def test_hedges_make_intervals() -> None:
    found = tolls("At least 60 people were killed, and dozens injured, in Velden.")
    killed, injured = found["killed"], found["injured"]
    assert (killed.value, killed.hedge, killed.interval.low, killed.interval.high) == (60, "at least", 60, None)
    assert (injured.value, injured.hedge, injured.interval.low, injured.interval.high) == (None, "vague", 24, 99)


def test_a_report_of_several_events_says_so() -> None:
    assert tolls("6 dead, 28 wounded in weekend shootings")["killed"].several
    assert not tolls("Two people were killed in a shooting.")["killed"].several


def test_evidence_is_the_words_that_say_it() -> None:
    found = tolls("Police came late. Two people were killed in Ostley.")
    assert [evidence.exact for evidence in found["killed"].evidence] == ["Two people were killed"]


_WORDS = st.sampled_from(
    [
        *("two", "three", "4", "1,200", "dozens", "several", "a", "the", "his", "another", "men", "woman", "boy,"),
        *("Ann", "Rowe", "41,", "shot", "killed", "and", "wounded", "dead", "died", "others", "were", "was", "himself"),
        *("by", "in", "hospital", ".", ",", ";", "“", "”", "no", "one", "at", "least", "death", "toll", "rose", "to"),
        *("first", "second", "including", "gunman", "critical", "family", "of", "five", "both", "suicide", "murder"),
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_evidence_slices_the_text_and_intervals_hold_the_value(text: str) -> None:
    report = Report("r", "r", text)
    found = find_tolls(report)
    assert [toll.outcome for toll in found] == ["killed", "injured", "missing"]
    for toll in found:
        assert toll.stated == bool(toll.evidence)
        for evidence in toll.evidence:
            assert report.text[evidence.start : evidence.end] == evidence.exact
        low, high = toll.interval.low, toll.interval.high
        assert low is not None
        assert high is None or low <= high


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1,",
        "$",
        "killed ",
        "a man and ",
        "Ann Rowe, 41, ",
        "3-year-old ",
        "no one was hurt ",
        "“",
        "he died ",
        "shot a man and ",
    ],
)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    assert len(find_tolls(Report("r", "r", piece * 5000))) == 3
