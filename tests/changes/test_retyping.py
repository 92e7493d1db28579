"""Edits of source and cue are told as what they are, and nothing but their kind, rank and wording changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.made import quote_in, words_in
from whence.changes.kinds import RANKS
from whence.changes.retyping import WEAKER, retype_attributions, retype_rows
from whence.records import Change, ChangeKind, Quote, QuoteDifference, QuotePair, Report, Row
from whence.text.spans import Span

A = Report("a", "a", "Mayor Jane Roe said the bridge would open in May. Rain fell all day.")
B = Report("b", "b", "Governor Paul Lund claimed the bridge would open in May. Rain fell all day.")
IN_A = quote_in(A, "the bridge would open in May", source="Mayor Jane Roe", cue="said", name="Jane Roe")
IN_B = quote_in(B, "the bridge would open in May", source="Governor Paul Lund", cue="claimed", name="Paul Lund")


def change(kind: ChangeKind, a: str, b: str) -> Change:
    """An edit from words of A to words of B; "" for none."""
    sides = (words_in(A, a)[0] if a else None, words_in(B, b)[0] if b else None)
    return Change(kind, RANKS[kind], *sides, "as it was")


def told(changes: Sequence[Change], a: Quote | None, b: Quote | None, *differs: QuoteDifference) -> list[str]:
    return [f"{c.kind}: {c.says}" for c in retype_attributions(changes, [QuotePair(a, b, differs)])]


def test_a_source_taken_away_is_an_attribution_dropped() -> None:
    assert told([change("dropped", "Mayor Jane Roe said", "")], IN_A, None, "attribution") == [
        "attribution: attribution dropped: a claim became a fact"
    ]


def test_a_source_put_in_is_an_attribution_added() -> None:
    assert told([change("added", "", "Governor Paul Lund claimed")], None, IN_B, "attribution") == [
        "attribution: attribution added"
    ]


def test_another_speaker_is_told_with_both_names() -> None:
    assert told([change("name", "Mayor Jane Roe", "Governor Paul Lund")], IN_A, IN_B, "speaker") == [
        "attribution: said by Jane Roe in A, by Paul Lund in B"
    ]


def test_another_verb_of_saying_is_another_cue() -> None:
    assert told([change("wording", "said", "claimed")], IN_A, IN_B, "cue") == [
        "cue: said in another way: the verb of saying changed"
    ]


def test_a_cue_changes_only_where_both_verbs_are_touched() -> None:
    assert told([change("dropped", "said", "")], IN_A, IN_B, "cue") == ["dropped: as it was"]


def test_the_speaker_comes_before_the_cue_where_one_edit_touches_both() -> None:
    edit = change("wording", "Mayor Jane Roe said", "Governor Paul Lund claimed")
    assert told([edit], IN_A, IN_B, "speaker", "cue")[0].startswith("attribution: said by")


@pytest.mark.parametrize(
    ("edit", "differs"),
    [
        (change("wording", "Rain fell", "Rain fell"), "speaker"),
        (change("dropped", "Mayor Jane Roe said the bridge", ""), "attribution"),
        (change("wording", "the bridge would open", "the bridge would open"), "speaker"),
        (change("wording", "said", "claimed"), "venue"),
        (change("wording", "said", "claimed"), "content"),
    ],
    ids=["elsewhere", "with its content", "in the content", "venue", "content"],
)
def test_other_edits_stay_as_they_are(edit: Change, differs: QuoteDifference) -> None:
    b = None if differs in ("attribution", "content") else IN_B
    assert told([edit], IN_A, b, differs) == [f"{edit.kind}: as it was"]


@pytest.mark.parametrize("kind", sorted(set(RANKS) - WEAKER))
def test_a_finding_of_its_own_is_not_told_as_something_less(kind: ChangeKind) -> None:
    assert told([change(kind, "Mayor Jane Roe said", "")], IN_A, None, "attribution") == [f"{kind}: as it was"]


def test_no_finding_falls_in_rank() -> None:
    for kind in WEAKER:
        (after,) = retype_attributions([change(kind, "said", "claimed")], [QuotePair(IN_A, IN_B, ("cue",))])
        assert after.rank <= RANKS[kind]


def test_changes_come_in_the_order_of_rank() -> None:
    changes = [change("wording", "Rain fell", "Rain"), change("dropped", "Mayor Jane Roe said", "")]
    found = retype_attributions(changes, [QuotePair(IN_A, None, ("attribution",))])
    assert [one.kind for one in found] == ["attribution", "wording"]


def test_rows_carry_the_changes_as_they_are_told_now() -> None:
    edits = (change("wording", "Rain fell", "Rain"), change("dropped", "Mayor Jane Roe said", ""))
    row = Row("reworded", (Span(0, 49),), (Span(0, 55),), edits)
    found = retype_attributions(edits, [QuotePair(IN_A, None, ("attribution",))])
    (after,) = retype_rows([row], found)
    assert [one.kind for one in after.changes] == ["attribution", "wording"]
    assert replace(after, changes=edits) == row


def test_nothing_is_no_error() -> None:
    assert retype_attributions([], []) == () and retype_rows([], []) == ()


KINDS = st.sampled_from(sorted(RANKS))
PLACES = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(st.tuples(KINDS, st.none() | PLACES, st.none() | PLACES), max_size=8), st.integers(0, 3))
def test_what_leads_from_a_to_b_stays_the_same(drawn: list, which: int) -> None:  # type: ignore[type-arg]
    changes = [
        Change(kind, RANKS[kind], a and A.evidence(*a), b and B.evidence(*b), "as it was") for kind, a, b in drawn
    ]
    pair = [
        QuotePair(IN_A, None, ("attribution",)), QuotePair(None, IN_B, ("attribution",)),
        QuotePair(IN_A, IN_B, ("speaker", "cue")), QuotePair(IN_A, IN_B, ()),
    ][which]  # fmt: skip
    found = retype_attributions(changes, [pair])
    assert Counter((one.a, one.b) for one in found) == Counter((one.a, one.b) for one in changes)
    assert [one.rank for one in found] == sorted(RANKS[one.kind] for one in found)


def test_a_thousand_edits_and_attributions_are_matched() -> None:
    text = "Roe said rain fell. " * 1_000
    a, b = Report("a", "a", text), Report("b", "b", "rain fell. " * 1_000)
    step = len("Roe said rain fell. ")
    pairs = [
        QuotePair(
            Quote("indirect", (a.evidence(k + 9, k + 18),), (a.evidence(k, k + 3),), (a.evidence(k + 4, k + 8),), (),
                  IN_A.setting, 0.9),
            None, ("attribution",),
        )
        for k in range(0, len(text), step)
    ]  # fmt: skip
    changes = [Change("dropped", RANKS["dropped"], a.evidence(k, k + 9), None) for k in range(0, len(text), step)]
    assert {one.kind for one in retype_attributions(changes, pairs)} == {"attribution"}
    assert b.text.count("rain") == 1_000
