"""Pairs of attributions: whose they are, how many there are, and what differs, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.export.html_wording import Voice
from whence.export.quote_pairs import (
    NOBODY,
    UNKNOWN,
    Numbered,
    by_speaker,
    content_words,
    counts,
    differences,
    is_told,
    said_words,
    why_unresolved,
)
from whence.records import Evidence, NameKind, Quote, QuoteDifference, QuotePair, RelationKind, Setting, Side, Speaker

from .quoted_pair import A, quoted_pair


def by(*names: str | None, kind: NameKind = "person", says: str = "") -> Quote:
    speakers = tuple(Speaker(name, kind, (), says) for name in names)
    return Quote("indirect", (Evidence("r", 0, 4, "rain"),), (), (), speakers, Setting(), 0.9)


def test_one_speaker_is_named_once_by_the_fuller_name_of_the_two_reports() -> None:
    pairs = [QuotePair(by("Roe"), by("Jane Roe")), QuotePair(None, by("Roe"), ("content",))]
    [group] = by_speaker(pairs)
    assert (group.name, counts(group.pairs)) == ("Jane Roe", "1 in both, 1 only in B")


@pytest.mark.parametrize(("a", "b"), [("Jane Roe", "John Roe"), ("a senior official", "Jane Roe"), ("Roe", None)])
def test_names_that_do_not_hold_each_other_are_kept_apart(a: str, b: str | None) -> None:
    pairs = [QuotePair(by(a), by(b)), QuotePair(by(a), None, ("content",)), QuotePair(None, by(b), ("content",))]
    assert by_speaker(pairs)[0].name == a
    assert len(by_speaker(pairs)) == 2


def test_those_who_are_not_known_come_last_and_are_told_from_those_whom_nobody_names() -> None:
    pairs = [
        QuotePair(by(), by()),
        QuotePair(by(None, says="one of two"), None, ("content",)),
        QuotePair(by("Roe"), None),
    ]
    assert [group.name for group in by_speaker(pairs)] == ["Roe", UNKNOWN, NOBODY]
    assert why_unresolved(by(None, says="one of two")) == "one of two"
    assert why_unresolved(by("Roe", says="named so")) == ""


def test_an_unnamed_speaker_is_said_to_be_unnamed() -> None:
    assert by_speaker([QuotePair(by("an official", kind="unnamed"), None)])[0].name == "an official (unnamed)"


@pytest.mark.parametrize(
    ("parent", "says"),
    [
        ("a", "left out by B; B says it without a source"),
        ("b", "put in by A; B says it without a source"),
        (None, "only in A; B says it without a source"),
    ],
)
def test_a_dropped_source_is_called_dropped_only_where_the_direction_is_known(parent: Side | None, says: str) -> None:
    found = quoted_pair(parent)
    [lost] = [pair for pair in found.quotes if "attribution" in pair.differs]
    assert [(one.a, one.says) for one in differences(lost, Voice(parent))] == [("two officials warned", says)]


def test_quotation_marks_without_a_source_are_not_said_to_have_lost_one() -> None:
    [one] = differences(QuotePair(by(), None, ("attribution",)), Voice("a"))
    assert one.says == "left out by B; not in quotation marks in B"


def test_what_differs_has_the_words_of_both_sides() -> None:
    told = [one for pair in quoted_pair().quotes for one in differences(pair, Voice(None))]
    assert ("cue", "vowed", "has insisted", "") in told
    assert ("venue", "in a letter", "", "only in A") in told
    assert ("speaker", "Tom Brandt", "Paul Hale", "") in told


def test_words_that_do_not_stand_together_are_joined_by_an_ellipsis() -> None:
    first, last = Evidence("r", 0, 8, "Jane Roe"), Evidence("r", 30, 34, "said")
    quote = Quote("indirect", (first, last), (last,), (first,), (), Setting(), 0.9)
    assert said_words(quote) == content_words(quote) == "Jane Roe … said"


@pytest.mark.parametrize(("relation", "told"), [("copy", True), ("common", True), ("quotes", False), ("none", False)])
def test_words_in_one_report_alone_are_a_finding_only_in_one_text(relation: RelationKind, told: bool) -> None:
    assert is_told(QuotePair(by("Roe"), None, ("content",)), relation) is told
    assert is_told(QuotePair(by("Roe"), by("Lin"), ("speaker",)), relation)


NAMES = st.none() | st.text("ab ", max_size=5)
KINDS = st.lists(st.sampled_from(["speaker", "cue", "venue", "time"]), unique=True)


@given(st.lists(st.tuples(NAMES, NAMES, KINDS)))
def test_every_pair_stands_under_one_speaker(drawn: list[tuple[str | None, str | None, list[QuoteDifference]]]) -> None:
    pairs = [QuotePair(by(a), by(b), tuple(differs)) for a, b, differs in drawn]
    numbered = [one for group in by_speaker(pairs) for one in group.pairs]
    assert sorted(numbered, key=lambda one: one.number) == [Numbered(k, pair) for k, pair in enumerate(pairs, start=1)]


def test_the_hand_made_attributions_slice() -> None:
    for pair in quoted_pair().quotes:
        if pair.a:
            assert all(A[e.start : e.end] == e.exact for e in (*pair.a.content, *pair.a.source, *pair.a.cue))
