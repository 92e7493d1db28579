"""The drift benchmark: what its truth says of a pair of reports must hold of the pair itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bench.quality.drift.facts import slots_of
from bench.quality.drift.generate import make_pairs
from bench.quality.drift.meaning import VAGUE, Bounds, bounds_of, compared, step_of
from bench.quality.drift.measuring import SET, SET_PAIRS, SET_SEED
from bench.quality.drift.pairs import make_pair, read_pairs, story_of
from bench.quality.drift.stories import Story, load_stories
from bench.quality.drift.written import SET as WRITTEN
from bench.quality.drift.written import read_marks, written_pairs
from hypothesis import given, settings
from hypothesis import strategies as st

STORIES = load_stories()
COMMITTED = read_pairs(SET)
RELATIONS = frozenset(
    ["same", "equivalent", "coarser", "finer", "hedge added", "hedge dropped", "hedge changed", "compatible",
     "strained", "conflict", "updated", "incomparable"]
)  # fmt: skip
Record = dict[str, Any]

any_pair = st.builds(
    lambda seed, number: make_pair(story_of(STORIES, number), seed, number), st.integers(2, 10**6), st.integers(0, 13)
)


def places_of(edit: Record, side: str) -> Iterator[Record]:
    """Every place that an edit names in one report."""
    yield edit[side]
    yield from edit[side].get("again", ())
    if edit[side].get("hedge"):
        yield edit[side]["hedge"]


def bounds_in(side: Record, kind: str) -> Bounds | None:
    """What one side of an edit allows, by its own record, in the unit of comparison."""
    if "unit" not in side:
        return None
    if "value" not in side:
        return compared(Bounds(side["low"], side["high"]), side["unit"])
    whole = side["unit"] == "" or side["unit"] == "year old"
    return compared(
        bounds_of(side["value"], side.get("hedge_kind", "exact"), whole=whole and kind != "number"), side["unit"]
    )


def check_spans(pair: Record) -> None:
    for edit in pair["edits"]:
        for side in "ab":
            for place in places_of(edit, side):
                assert pair[side][place["start"] : place["end"]] == place["text"]


def check_relation(pair: Record, edit: Record, kind: str = "") -> None:
    """The relation of an edit against its own numbers; those of times and labels have none."""
    a, b = (bounds_in(edit[side], kind) for side in "ab")
    relation = edit["relation"]
    if a is None or b is None or edit["kind"] == "converted" or edit.get("how") == "currency":
        return
    if relation == "conflict":
        assert a.disjoint(b)
    if relation == "updated":
        assert pair["published_b"] > pair["published_a"]
        assert b.low > a.low
    if relation in ("same", "equivalent", "hedge added", "hedge dropped", "hedge changed", "strained", "compatible"):
        assert not a.disjoint(b) or relation.startswith("hedge")
    if relation.startswith("hedge"):
        assert edit["a"]["value"] == edit["b"]["value"]
        assert edit["a"].get("hedge_kind") != edit["b"].get("hedge_kind")
    if relation == "coarser":
        assert b.holds(a, 0.0)
    if relation == "finer":
        assert a.holds(b, 0.0)


def check_days(edit: Record) -> None:
    """The relation of two times against the days that they point at."""
    a, b = edit["a"], edit["b"]
    if "unit" in a or "low" not in a or "low" not in b:
        return
    if edit["relation"] == "conflict":
        assert a["high"] < b["low"] or b["high"] < a["low"] or a["hour"] != b["hour"]
    elif edit["relation"] == "coarser":
        assert b["low"] <= a["low"] <= a["high"] <= b["high"]
    elif edit["relation"] == "finer":
        assert a["low"] <= b["low"] <= b["high"] <= a["high"]
    elif edit["relation"] in ("same", "equivalent"):
        assert (a["low"], a["high"], a.get("hour")) == (b["low"], b["high"], b.get("hour"))


@given(any_pair)
@settings(max_examples=150, deadline=None)
def test_the_truth_of_any_pair_holds_of_its_own_words_and_numbers(pair: Record) -> None:
    plans = next(story for story in STORIES if story.name == pair["story"]).facts
    check_spans(pair)
    for edit in pair["edits"]:
        kind = plans[edit["fact"]].kind if edit["fact"] in plans else ""
        assert edit["relation"] in RELATIONS
        assert edit["conflict"] == (edit["relation"] == "conflict")
        check_relation(pair, edit, kind)
        check_days(edit)


@given(any_pair)
@settings(max_examples=50, deadline=None)
def test_no_mark_of_a_template_is_left_in_a_report(pair: Record) -> None:
    for side in "ab":
        assert not re.search(r"[{}\[\]|]|  |\.\.| ,|\b(?:on|for|until|since) on ", pair[side])
        assert 60 <= len(pair[side].split()) <= 650


@given(any_pair)
@settings(max_examples=50, deadline=None)
def test_a_decoy_is_never_a_conflict(pair: Record) -> None:
    decoys = [edit for edit in pair["edits"] if edit["kind"].startswith("decoy")]
    assert all(edit["relation"] == "incomparable" and not edit["conflict"] for edit in decoys)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_reports() -> None:
    one, again, other = (json.dumps(list(make_pairs(seed, 14))) for seed in (5, 5, 6))
    assert one == again
    assert not {pair["a"] for pair in json.loads(one)} & {pair["a"] for pair in json.loads(other)}


def test_the_committed_set_is_what_its_seed_gives() -> None:
    assert json.loads(json.dumps(list(make_pairs(SET_SEED, SET_PAIRS)))) == COMMITTED


def test_the_committed_set_is_small_and_holds_every_kind_of_edit() -> None:
    kinds = {edit["kind"] for pair in COMMITTED for edit in pair["edits"]}
    assert SET.stat().st_size < 1_500_000
    assert kinds > {
        "kept", "reformatted", "rounded", "vaguer", "range", "unit", "hedge added", "hedge dropped", "hedge changed",
        "hedge opposed", "wrong", "past the hedge", "within the hedge", "beyond the hedge", "updated", "converted",
        "date equivalent", "date vaguer", "date wrong", "certainty dropped", "decoy: age", "decoy: other head",
    }  # fmt: skip


def test_a_third_of_the_pairs_holds_no_conflict() -> None:
    without = [pair for pair in COMMITTED if not any(edit["conflict"] for edit in pair["edits"])]
    assert 0.25 < len(without) / len(COMMITTED) < 0.45


def test_the_pairs_written_by_hand_are_what_their_source_says() -> None:
    assert written_pairs() == read_pairs(WRITTEN)


@pytest.mark.parametrize("pair", written_pairs(), ids=lambda pair: pair["id"])
def test_in_a_pair_written_by_hand_every_span_holds_its_words(pair: Record) -> None:
    check_spans(pair)
    assert "{" not in pair["a"] + pair["b"]
    assert {edit["relation"] for edit in pair["edits"]} <= RELATIONS


def test_a_hedge_may_be_marked_before_or_behind_a_number() -> None:
    text, marked = read_marks("There were {x: 900 << or so} and {y: about >> 40}.")
    assert text == "There were 900 or so and about 40."
    assert [marked[key][0]["hedge"]["text"] for key in "xy"] == ["or so", "about"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_uses_what_it_declares_and_declares_what_it_uses(story: Story) -> None:
    texts = [*story.titles, *story.lead, *(way for ways in story.body for way in ways)]
    used = {name for name, _, _ in slots_of(texts)}
    assert used - set(story.names) == set(story.facts)
    assert {fact for _, *both in story.decoys for fact in both} <= set(story.facts)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_each_way_to_say_a_sentence_tells_the_same_facts(story: Story) -> None:
    for ways in (story.lead, *story.body):
        told = [{name for name, _, _ in slots_of([way])} & set(story.facts) for way in ways]
        assert all(facts == told[0] for facts in told), ways[0]


@pytest.mark.parametrize(
    ("value", "step"), [(8, 1), (90, 10), (11_000, 1_000), (1_500_000, 100_000), (4.2, 0.1), (3.25, 0.01)]
)
def test_a_step_is_the_last_place_that_is_told(value: float, step: float) -> None:
    assert step_of(value) == pytest.approx(step)


def test_the_cases_of_the_design_come_out_as_it_says() -> None:
    assert not bounds_of(11_327, "exact").disjoint(bounds_of(11_000, "about"))
    assert not bounds_of(12, "at least").disjoint(bounds_of(15, "exact"))
    assert bounds_of(40, "more than").disjoint(bounds_of(36, "exact"))
    assert VAGUE["dozens"][0] <= 36 <= VAGUE["dozens"][1]
