"""Venue and time that stand in the sentence before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.test_setting import FRIDAY, read, words_of
from whence.quotes.carrying import Told, carry_settings
from whence.quotes.frames import Frame
from whence.quotes.setting import find_settings
from whence.records import Report, Setting, Speaker
from whence.text.spans import Span
from whence.times.days import find_days

TOLD_CNN = "<s: Voss> <c: told> CNN on Monday <t: that it rains>."


def carried(marked: str, *speakers: str | None) -> tuple[Setting, ...]:
    """The settings of marked attributions; each is Voss's where no speaker is given."""
    report, frames = read(marked)
    return settings_in(report, frames, speakers or ("Voss",) * len(frames))


def settings_in(report: Report, frames: list[Frame], speakers: tuple[str | None, ...]) -> tuple[Setting, ...]:
    days = find_days(report)
    own = find_settings(report, frames, days)
    who = [(Speaker(name, "person" if name else "unknown", ()),) for name in speakers]
    return carry_settings(report, [Told(*one) for one in zip(frames, who, own, strict=True)], days)


def last_of(marked: str, *speakers: str | None) -> tuple[str | None, str | None]:
    venue, _, said_on = words_of(carried(marked, *speakers)[-1])
    return venue, said_on


@pytest.mark.parametrize(
    "after",
    [
        " <|><t: “It pours,”> <s: he> <c: said>.",
        " <|><s: He> <c: added> <t: that it pours>.",
        " <|><t: It pours>, <s: Voss> <c: said>.",
        "\n\n<|><t: “It pours,”> <s: Voss> <c: said>.",
        "\n\n<|><s: He> <c: said> <t: it pours>.",
        "\n\n<|><s: Voss> <c: added> <t: that it pours>.",
        " <|>Lashing out, <s: Voss> <c: called> <t: it a flood>.",
    ],
)
def test_venue_and_time_hold_on_in_the_next_sentence(after: str) -> None:
    assert last_of(TOLD_CNN + after) == ("CNN", "Monday")


def test_who_is_spoken_to_is_not_carried() -> None:
    assert carried(TOLD_CNN + " <|><t: “It pours,”> <s: he> <c: said>.")[1].addressee is None


def test_they_hold_on_from_sentence_to_sentence() -> None:
    more = "\n\n<|><t: “It pours,”> <s: he> <c: said>. <|><s: He> <c: added> <t: that it hails>."
    assert last_of(TOLD_CNN + more) == ("CNN", "Monday")


def test_a_quotation_that_goes_on_after_a_carried_one_has_its_setting() -> None:
    assert last_of(TOLD_CNN + " <|><t: “It pours,”> <s: he> <c: said>. <|><t: “It hails.”>") == ("CNN", "Monday")


def test_the_crowd_belongs_to_the_event() -> None:
    marked = (
        "At a rally in Halvern, <s: Voss> <c: said> <t: it rains>. <|><t: “It pours,”> <s: he> <c: told> the crowd."
    )
    assert last_of(marked) == ("rally", None)


def test_a_time_alone_is_carried() -> None:
    assert last_of("On Monday, <s: Voss> <c: denied> <t: it>. <|><t: “Never,”> <s: he> <c: said>.") == (None, "Monday")


def test_without_a_day_of_publication_a_weekday_is_carried_too() -> None:
    report, frames = read(TOLD_CNN + " <|><t: “It pours,”> <s: he> <c: said>.")
    second = settings_in(Report("a", "a", report.text), frames, ("Voss", "Voss"))[1]
    assert words_of(second) == ("CNN", None, "Monday")


@pytest.mark.parametrize(
    "after",
    [
        " It was Monday. <|><t: “It pours,”> <s: he> <c: said>.",  # a sentence between
        " <|>After the storm <s: he> <c: said> <t: it pours>.",
        " <|><s: He> later <c: said> <t: it pours>.",
        " <|><s: He> <c: has said> <t: it pours>.",
        " <|><s: He> <c: believes> <t: it pours>.",
        " <|><s: He> <c: apologized> the next day, <c: saying> <t: it pours>.",
        " <|><s: He> <c: wrote in> the catalogue <t: that it pours>.",
        " <|><t: “It pours,”> <s: he> <c: told> reporters.",
        "\n\n<|><s: Voss> <c: vowed> <t: to dry the town>.",  # a new paragraph of background
        "\n\n<|><s: Voss> <c: said> <t: it pours>.",
        "\n\n<|><s: He> <c: also said> <t: it pours>.",
    ],
)
def test_another_occasion_takes_nothing(after: str) -> None:
    assert last_of(TOLD_CNN + after) == (None, None)


def test_a_setting_of_its_own_is_kept_as_it_is() -> None:
    assert last_of(TOLD_CNN + " <|>On Thursday, <s: he> <c: said> <t: it pours>.") == (None, "Thursday")
    assert last_of(TOLD_CNN + " <|><t: “It pours,”> <s: he> <c: said in a statement>.") == ("statement", None)
    assert last_of(TOLD_CNN + " <|>In 2008, <s: he> <c: said> <t: it pours>.") == (None, "2008")


@pytest.mark.parametrize("speakers", [("Voss", "Lee"), ("Voss", None), (None, None)])
def test_only_the_same_known_speaker_speaks_on(speakers: tuple[str | None, ...]) -> None:
    assert last_of(TOLD_CNN + " <|><t: “It pours,”> <s: he> <c: said>.", *speakers) == (None, None)


def test_another_speaker_between_ends_the_occasion() -> None:
    marked = TOLD_CNN + " <|><s: Lee> <c: said> <t: it snows>. <|><t: “It pours,”> <s: Voss> <c: said>."
    assert last_of(marked, "Voss", "Lee", "Voss") == (None, None)


def test_a_background_of_years_is_not_carried() -> None:
    assert last_of("In 2008, <s: he> <c: said> <t: it rains>. <|><t: “It pours,”> <s: he> <c: said>.") == (None, None)
    assert last_of("<s: He> <c: had told> CNN <t: no>. <|><t: “It pours,”> <s: he> <c: said>.") == (None, None)


def test_a_tweet_is_one_utterance() -> None:
    marked = "<s: Voss> <c: wrote> on Twitter <t: that it rains>. <|>"
    assert last_of(marked + "<t: “It pours,”> <s: he> <c: added>.") == ("Twitter", None)
    assert last_of(marked + "<t: “It pours,”> <s: he> <c: said>.") == (None, None)


def test_what_somebody_else_says_of_another_is_passed_over() -> None:
    marked = "<s: Voss> <c: told> CNN <t: that Lee said no>. <|>Lee said no. <|><t: “It pours,”> <s: he> <c: said>."
    report, frames = read(marked)
    lee = report.text.index("Lee")
    frames[1] = Frame((Span(lee, lee + 3),), (Span(lee + 4, lee + 8),), (Span(lee + 9, lee + 11),))
    first, inner, _ = settings_in(report, frames, ("Voss", "Lee", "Voss"))
    assert first.venue is not None
    assert inner.venue is None


@given(
    st.lists(
        st.sampled_from(
            ["<s: Voss>", "<c: told>", "<c: said>", "<t: no>", "Fox News", "in", "an interview", "with", "on", "Friday",
             "“", "”", ",", ". He", ".\n", "reporters", "a tweet", "last week", "<|>"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_what_is_stated_is_never_altered(pieces: list[str]) -> None:
    report, frames = read(" ".join(pieces))
    own = find_settings(report, frames, find_days(report))
    for before, after in zip(own, settings_in(report, frames, ("Voss",) * len(frames)), strict=True):
        assert before.venue in (None, after.venue)
        assert before.said_on in (None, after.said_on)


@pytest.mark.parametrize("part", ["Voss told CNN. ", "Voss Gazette said ", "Voss said “no” ", "Voss told no\n"])
def test_many_attributions_are_read(part: str) -> None:
    size, step = 8_000, len(part)
    report = Report("a", "a", part * size, published=FRIDAY)
    frames = [
        Frame(
            (Span(k * step, k * step + 4),), (Span(k * step + 5, k * step + 9),), (Span(k * step + 10, k * step + 12),)
        )
        for k in range(size)
    ]
    assert len(settings_in(report, frames, ("Voss",) * size)) == size


def test_nothing_gives_nothing() -> None:
    assert carry_settings(Report("a", "a", ""), [], []) == ()
