"""Whether two figures, or two times, are about one thing."""

from __future__ import annotations

from datetime import date

from tests.agreement.told import day, told
from whence.agreement.contexts import Sentence, Standing, read_context
from whence.agreement.one_thing import (
    ALIKE,
    ONE_SENTENCE,
    VERY_ALIKE,
    Kinship,
    agree_enough,
    counts_from_text,
    differ_enough,
    kinship,
    may_be_one,
    same_number,
    signs_of,
    times_enough,
)
from whence.agreement.relations import relate_figures
from whence.agreement.sentence_index import Like
from whence.agreement.time_relations import relate_times
from whence.records import Figure, Time

NEVER = (None, None)
CLOSE = Kinship(0.9, 6)


def _first(text: str, *, times: tuple[Time, ...] = ()) -> Standing:
    return read_context(*told("a", text, times=times)).standings[0]


def _differ(a: str, b: str, kin: Kinship = CLOSE) -> bool:
    """Whether two figures that disagree are held to be of one thing."""
    one, two = _first(a), _first(b)
    assert isinstance(one.stated, Figure)
    assert isinstance(two.stated, Figure)
    signs = signs_of(one, two, kin)
    pair = relate_figures(one.stated, two.stated)
    return may_be_one(one, two, signs) and differ_enough(pair, (one, two), signs, NEVER)


def test_names_set_sentences_apart_where_none_is_in_both() -> None:
    a, b = (
        Sentence(frozenset(["wanda", "fire"]), frozenset(["wanda"])),
        Sentence(frozenset(["odell"]), frozenset(["odell"])),
    )
    assert kinship(a, b, Like(0, 0.9, 5)).apart
    assert not kinship(a, a, Like(0, 0.9, 5)).apart
    assert not kinship(a, Sentence(frozenset(["fire"]), frozenset()), Like(0, 0.9, 5)).apart


def test_one_thing_told_alike_may_differ_in_its_number() -> None:
    assert _differ("The ferry carried 90 passengers.", "The ferry carried 120 passengers.")


def test_other_units_heads_predicates_and_ages_are_other_things() -> None:
    assert not _differ("The ferry carried 90 passengers.", "The ferry carried 90 horses.")
    assert not _differ("The blast killed 9 people.", "The blast injured 30 people.")
    assert not _differ("The ferry made 90 miles.", "The ferry made 90 trips.")
    assert not _differ("He is 34 years old.", "He has 12 boats.")


def test_a_part_and_a_rate_are_other_things_than_the_whole() -> None:
    assert not _differ("The ferry carried 90 passengers.", "The ferry carried 12 of the passengers.")
    assert not _differ("The ferry carried 90 passengers.", "The ferry carried 900 passengers a day.")


def test_what_disagrees_needs_sentences_that_are_alike_unless_one_report_retells_the_other() -> None:
    a, b = "The ferry carried 90 passengers.", "The ferry carried 120 passengers."
    assert not _differ(a, b, Kinship(ALIKE - 0.1, 4))
    assert _differ(a, b, Kinship(ALIKE - 0.1, 4, retold=True))
    assert not _differ(a, b, Kinship(0.9, 6, apart=True))
    assert not _differ(a, b, Kinship(0.9, 6, listed=True))


def test_numbers_out_of_all_proportion_are_of_one_thing_only_where_noughts_slipped_in() -> None:
    a = "The ferry carried 260 passengers."
    kin = Kinship(0.5, 6)
    assert not _differ(a, "The ferry carried 19,574 passengers.", kin)
    assert _differ(a, "The ferry carried 260,000 passengers.", kin)
    assert _differ(a, "The ferry carried 26 passengers.", kin)


def test_sentences_known_to_be_one_need_no_more() -> None:
    assert _differ("It cost $90.", "It cost $120.", ONE_SENTENCE)


def test_what_agrees_needs_less() -> None:
    a = _first("The ferry carried 90 passengers.")
    assert agree_enough(signs_of(a, a, Kinship(0.3, 1)))
    assert not agree_enough(signs_of(a, a, Kinship(0.1, 1)))
    assert same_number(a, _first("About 90 passengers were carried."))
    assert not same_number(a, _first("Dozens of passengers were carried."))


def _times(a: Time, b: Time, kin: Kinship, published: tuple[str, str] = ("", "")) -> bool:
    """Whether two times that stand in one sentence are of one event."""
    words = frozenset(["sank"])
    one, two = (Standing(time, words, 0, "", frozenset(), words) for time in (a, b))
    days = tuple(date.fromisoformat(day) if day else None for day in published)
    return times_enough(relate_times(a, b), signs_of(one, two, kin), (days[0], days[1]))


def test_times_of_one_event_may_differ_but_not_as_the_days_of_publication_do() -> None:
    tuesday, wednesday = day("Tuesday", "2024-11-26"), day("Wednesday", "2024-11-27")
    assert _times(tuesday, wednesday, CLOSE)
    assert not _times(tuesday, wednesday, CLOSE, ("2024-11-26", "2024-11-27"))
    assert not _times(tuesday, wednesday, Kinship(0.3, 1))
    assert _times(tuesday, wednesday, Kinship(0.3, 1)._replace(likeness=VERY_ALIKE, shared=4))


def test_a_year_and_a_day_are_seldom_of_one_event() -> None:
    assert not _times(day("Tuesday", "2024-11-26"), day("1991", "1991-01-01", "1991-12-31", "1991"), Kinship(0.5, 4))


def test_a_time_counted_from_another_is_known_by_its_words() -> None:
    assert counts_from_text(day("a year earlier", "2023-01-01"))
    assert not counts_from_text(day("a year ago", "2023-01-01"))
