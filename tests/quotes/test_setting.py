"""To whom, where, when and through whom something was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.frames import Frame
from whence.quotes.setting import find_settings
from whence.records import Published, Report, Setting
from whence.text.spans import Span
from whence.times.days import find_days

FRIDAY = Published("2024-11-29", "day", "caller")


def read(marked: str) -> tuple[Report, list[Frame]]:
    """A text in which <s: ...>, <c: ...> and <t: ...> mark source, cue and content; a new frame begins at <|>."""
    text, pieces, frames = "", {"s": [], "c": [], "t": []}, []  # type: ignore[var-annotated]
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(marked):
        if marked.startswith("<|>", at):
            frames.append(pieces)
            pieces, at = {"s": [], "c": [], "t": []}, at + 3
        elif marked[at] == "<":
            opened.append((marked[at + 1], len(text)))
            at += 4
        elif marked[at] == ">":
            role, start = opened.pop()
            pieces[role].append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    frames.append(pieces)
    report = Report("a", "a", text, published=FRIDAY)
    return report, [Frame(tuple(one["s"]), tuple(one["c"]), tuple(one["t"])) for one in frames]


def settings_of(marked: str) -> tuple[Setting, ...]:
    report, frames = read(marked)
    return find_settings(report, frames, find_days(report))


def words_of(setting: Setting) -> tuple[str | None, str | None, str | None]:
    venue, addressee, said_on = setting.venue, setting.addressee, setting.said_on
    return (
        venue.evidence.exact if venue else None,
        addressee.exact if addressee else None,
        said_on.evidence.exact if said_on else None,
    )


SAID = "<t: “It rains,”> <s: Voss> <c: said> "
TOLD = "<t: “It rains,”> <s: Voss> <c: told> "


@pytest.mark.parametrize(
    ("rest", "venue", "addressee", "said_on"),
    [
        (TOLD + "Fox News last week.", "Fox News", "Fox News", "last week"),
        (TOLD + "reporters.", None, "reporters", None),
        (TOLD + "a cheering crowd in Troy on Monday.", "Troy", "a cheering crowd", "Monday"),
        (TOLD + "CNN's Ann Lee on Monday.", "CNN", "CNN's Ann Lee", "Monday"),
        (TOLD + "Ann Lee of Fox News on Nov. 14.", "Fox News", "Ann Lee", "Nov. 14"),
        (TOLD + "the Troy Gazette.", "Troy Gazette", "the Troy Gazette", None),
        (TOLD + "CNN in an interview last week.", "CNN", "CNN", "last week"),
        (TOLD + "me.", None, "me", None),
        (SAID + "in an interview with Sky News Friday.", "Sky News", "Sky News", "Friday"),
        (SAID + "in a wide-ranging, hour-long interview with Sky News.", "Sky News", "Sky News", None),
        (SAID + "in an interview on Sky News.", "Sky News", None, None),
        (SAID + "on NBC’s “Meet the Press.”", "NBC’s “Meet the Press", None, None),
        (SAID + "in a statement Thursday.", "statement", None, "Thursday"),
        (SAID + "in a letter dated Tuesday.", "letter", None, "Tuesday"),
        (SAID + "in an email to supporters.", "email", "supporters", None),
        (SAID + "on Twitter on Monday.", "Twitter", None, "Monday"),
        (SAID + "in a Friday tweet.", "tweet", None, "Friday"),
        (SAID + "at a press conference in Kyiv on November 19.", "press conference", None, "November 19"),
        (SAID + "during Tuesday’s debate.", "debate", None, "Tuesday"),
        (SAID + "at a rally in Ohio.", "rally", None, None),
        (SAID + "in Kyiv on Monday.", "Kyiv", None, "Monday"),
        (SAID + "on the Senate floor.", "Senate floor", None, None),
        (SAID + "late Monday.", None, None, "Monday"),
        ("In a statement Tuesday, <s: Voss> <c: said> <t: it rains>.", "statement", None, "Tuesday"),
        ("In a July interview with MSNBC, <s: he> <c: said> <t: it rains>.", "MSNBC", "MSNBC", "July"),
        ("On Tuesday, <s: Voss> <c: told> reporters <t: that it rains>.", None, "reporters", "Tuesday"),
        ("On Tuesday, <s: Voss> <c: said>, <t: it rained>.", None, None, "Tuesday"),
        ("<s: Voss>, speaking at a rally in Troy, <c: warned> <t: of rain>.", "rally", None, None),
        ("<s: Voss> on Monday <c: denied> <t: that it rains>.", None, None, "Monday"),
        ("<s: Voss> told a Troy rally, <c: adding> <t: that it rains>.", "rally", "a Troy rally", None),
        ("<s: Voss> <c: said> <t: it rains> in a speech last month.", "speech", None, "last month"),
        ("<s: Voss> <c: said in a statement> <t: that it rains>.", "statement", None, None),
        ("<s: Voss> <c: tweeted> <t: that it rains>.", "tweeted", None, None),
        ("<s: Voss> <c: responded> to the question on Facebook, <t: “No.”>", "Facebook", None, None),
        ("<s: We> <c: discuss> <t: it> in our April 22, 2015, Troy Gazette op-ed.", "Troy Gazette", None,
         "April 22, 2015"),
        ("<s: A poll released on Monday> <c: found> <t: that it rains>.", None, None, "Monday"),
        ("<s: The Gazette’s Ann Lee> <c: said> <t: it rains>.", None, None, None),
        ("<s: The Washington Post’s Ann Lee> <c: wrote> <t: that it rains>.", "Washington Post", None, None),
    ],
)  # fmt: skip
def test_settings_stand_around_source_and_cue(
    rest: str, venue: str | None, addressee: str | None, said_on: str | None
) -> None:
    assert words_of(settings_of(rest)[0]) == (venue, addressee, said_on)


@pytest.mark.parametrize(
    ("marked", "kind", "name"),
    [
        (SAID + "on CNN.", "outlet", "CNN"),
        ("<s: Voss> <c: tweeted> <t: rain>.", "platform", "Twitter"),
        (SAID + "in a memo.", "document", "memo"),
        (SAID + "at the Democratic National Convention.", "event", "Democratic National Convention"),
        (SAID + "at the White House.", "place", "White House"),
    ],
)
def test_a_venue_has_a_kind_and_a_name(marked: str, kind: str, name: str) -> None:
    venue = settings_of(marked)[0].venue
    assert venue is not None
    assert (venue.kind, venue.name) == (kind, name)


@pytest.mark.parametrize(
    ("rest", "through"),
    [
        ("through a translator in an interview with Sky News Friday.", "a translator"),
        ("via an interpreter.", "an interpreter"),
        ("through his lawyer.", "his lawyer"),
        ("in Russian.", "Russian"),
    ],
)
def test_who_or_what_stands_between(rest: str, through: str) -> None:
    found = settings_of(SAID + rest)[0].through
    assert found is not None
    assert found.exact == through


@pytest.mark.parametrize(
    "marked",
    [
        "<s: Voss> <c: said> <t: he met reporters in Troy on Monday>.",
        "<s: Voss> was told about it and <c: said> <t: no>.",
        "<s: Voss> <c: told the story of> <t: her life>.",
        "<s: Voss> <c: said> <t: no>, after a rally on Monday.",
        "<s: Voss> <c: said> <t: no>. Reporters met in Troy on Monday.",
        "<s: Voss>, who met Lee on Monday, <c: said> <t: no>.",
        "<s: Voss> <c: said> <t: no> on a more conciliatory note.",
        "In Ohio, <s: half of the voters> <c: said> <t: it rains>.",
        "<s: Voss> <c: plans> <t: to speak> on Tuesday.",
        "Six months ago, <s: Voss> <c: said>, <t: it rained>.",
        "In the unlikely event <s: they> <c: said> <t: it rains>, it will.",
        "<s: A woman who was given a prize on Monday> <c: said> <t: it rains>.",
    ],
)
def test_words_about_something_else_are_left_alone(marked: str) -> None:
    setting = settings_of(marked)[0]
    assert words_of(setting) == (None, None, None)


def test_another_attributions_setting_is_not_taken() -> None:
    marked = "<s: Voss> <c: said> <t: Lee lied>, <|>but <s: Lee> <c: told> CNN <t: it rains>."
    assert [words_of(one)[0] for one in settings_of(marked)] == [None, "CNN"]


def test_a_quotation_without_a_cue_continues_the_one_before() -> None:
    marked = SAID + "in an interview with Sky News Friday.\n<|><t: “It pours.”>"
    first, second = settings_of(marked)
    assert second == first


def test_a_quotation_with_a_cue_of_its_own_carries_nothing() -> None:
    marked = TOLD + "CNN. <|><t: “It pours,”> <s: he> <c: said>."
    assert settings_of(marked)[1] == Setting()


def test_a_quotation_far_on_carries_nothing() -> None:
    marked = TOLD + "CNN.\n" + "It rained in Troy all day long. " * 5 + "\n<|><t: “It pours.”>"
    assert settings_of(marked)[1] == Setting()


def test_nothing_gives_nothing() -> None:
    assert find_settings(Report("a", "a", ""), [], []) == ()
    assert find_settings(Report("a", "a", "No."), [Frame((), (), (Span(0, 3),))], []) == (Setting(),)


@given(
    st.lists(
        st.sampled_from(
            ["<s: Voss>", "<c: told>", "<c: said>", "<t: no>", "Fox News", "in", "an interview", "with", "on", "Friday",
             "’s", "“", "”", ",", ".", "\n", "reporters", "a tweet", "through", "a translator", "last week", "<|>"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_evidence_slices_whatever_is_marked(words: list[str]) -> None:
    report, frames = read(" ".join(words))
    found = find_settings(report, frames, find_days(report))
    assert len(found) == len(frames)
    for setting in found:
        venue = setting.venue.evidence if setting.venue else None
        parts = (venue, setting.addressee, setting.through)
        for evidence in parts:
            assert evidence is None or report.text[evidence.start : evidence.end] == evidence.exact


@pytest.mark.parametrize("part", ["Voss told CNN, ", "“Voss said ", "in an interview with ", "Voss on Friday "])
def test_many_attributions_in_one_sentence_are_read(part: str) -> None:
    size = 8_000
    report = Report("a", "a", part * size, published=FRIDAY)
    step = len(part)
    frames = [Frame((Span(k * step, k * step + 4),), (), (Span(k * step + 5, k * step + 8),)) for k in range(size)]
    assert len(find_settings(report, frames, find_days(report))) == size
