"""What an encoder adds: one clue among others, silent where it knows nothing, never the only evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.made_up_stories import FERRY, MERGER, ROUND_UP, report, stories_of
from whence.flow.encoders import Encoder
from whence.flow.grouping import use_encoder
from whence.flow.saved_grouper import load_grouper, save_grouper
from whence.records import Report
from whence.stories import grouper as grouping
from whence.stories.grouper import Grouper
from whence.stories.meaning import MOST_WORTH, Meanings, MeaningWeights, meaning
from whence.stories.reasons import explain
from whence.stories.story_weights import load_meaning_weights, load_story_weights
from whence.stories.terms import read_terms

REPORTS = [report(f"r{n}", told) for n, told in enumerate((*FERRY, *MERGER, ROUND_UP))]
WEIGHTS = MeaningWeights(slope=0.5, level=0.0)


def vector_of(one: Report) -> Any:
    """A tiny encoder: the ferry lies in one direction, the merger in another, the rest in a third."""
    text = one.text.lower()
    found = np.array(["ferry" in text, "hanley" in text, True], np.float32) * (3, 3, 1)
    return found / np.linalg.norm(found)


ONE, OTHER = (
    Encoder(name, lambda texts: np.stack([vector_of(report("", ("", text))) for text in texts]))
    for name in ("tiny", "other")
)


def add_all(grouper: Grouper, reports: list[Report], *, encode: bool) -> None:
    """Reports put into stories, with vectors or without."""
    for one in reports:
        grouper.add(one.id, read_terms(one), (), vector_of(one) if encode else None)


def grown(encoder: Encoder | None = ONE) -> Grouper:
    """A stream of the made-up reports."""
    grouper = Grouper(load_story_weights())
    if encoder:
        grouper.use(encoder.name, WEIGHTS)
    add_all(grouper, REPORTS, encode=encoder is not None)
    return grouper


def test_without_an_encoder_nothing_is_kept_of_one(tmp_path: Path) -> None:
    save_grouper(tmp_path, grown(None))
    assert b'"meanings"' not in (tmp_path / "stories.json").read_bytes()
    with np.load(tmp_path / "stories.npz") as file:
        assert not [name for name in file.files if "meaning" in name]


def test_a_stream_too_young_to_know_what_is_usual_is_grouped_as_without() -> None:
    with_one, without = grown(), grown(None)
    assert stories_of(with_one) == stories_of(without)
    looked = with_one.probabilities(1, np.array([0]))[0], without.probabilities(1, np.array([0]))[0]
    assert looked[0] == pytest.approx(looked[1])


def test_where_either_has_no_vector_the_clue_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.stories.meaning.LEAST_SEEN", 1)
    grouper = grown()
    add_all(grouper, [report("late", FERRY[0])], encode=False)
    columns = grouper.probabilities(len(grouper.ids) - 1, np.array([0, 1]))[1]
    assert columns[:, -1].tolist() == [0.0, 0.0]


def test_reports_that_mean_the_same_are_likelier_of_one_story_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.stories.meaning.LEAST_SEEN", 1)
    grouper = grown()
    one = report("late", FERRY[1])
    placed = grouper.add(one.id, read_terms(one), (), vector_of(one))
    clue = next(clue for clue in explain(grouper, placed).clues if clue.name == "meaning")
    assert clue.weight > 0
    assert "tiny: cosine 1.00" in clue.says


@given(
    st.floats(-3, 3), st.floats(0, 1), st.floats(0, 100), st.floats(0.01, 10), st.floats(-3, 3),
)  # fmt: skip
def test_it_lifts_no_pair_that_would_not_even_be_suggested(
    deviation: float, cosine: float, rare: float, slope: float, level: float
) -> None:
    weights = load_story_weights()
    to_join = np.log(weights.join / (1 - weights.join)) - np.log(weights.suggest / (1 - weights.suggest))
    told = MeaningWeights(slope, level)
    worth = slope * meaning(np.array([deviation]), np.array([cosine]), np.array([rare]), told)[0]
    assert abs(worth) <= MOST_WORTH + 1e-9 < to_join


def test_it_speaks_for_nothing_where_no_words_or_names_are_shared_beyond_chance() -> None:
    deviations, nothing = np.array([3.0, -3.0]), np.zeros(2)
    assert meaning(deviations, nothing, nothing, WEIGHTS).tolist() == [0.0, -3.0]


def test_what_is_usual_is_learned_as_if_all_had_been_seen_at_once() -> None:
    chance = np.random.default_rng(3)
    parts = [chance.normal(0.4, 0.2, size) for size in (1, 7, 0, 300)]
    kept = Meanings("tiny")
    for part in parts:
        kept.learn(np.append(part, np.nan))
    whole = np.concatenate(parts)
    assert kept.seen == 308
    assert kept.mean == pytest.approx(whole.mean())
    assert kept.squares / kept.seen == pytest.approx(whole.var())


def test_a_stream_with_an_encoder_that_is_loaded_goes_on_as_if_it_had_not_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whence.stories.meaning.LEAST_SEEN", 1)
    whole, first = (Grouper(load_story_weights()) for _ in range(2))
    for grouper in (whole, first):
        grouper.use("tiny", load_meaning_weights())
        add_all(grouper, REPORTS[:3], encode=True)
    save_grouper(tmp_path, first)
    loaded = load_grouper(tmp_path)
    for grouper in (whole, loaded):
        add_all(grouper, REPORTS[3:], encode=True)
    assert loaded.story_of == whole.story_of
    last = len(REPORTS) - 1
    assert np.array_equal(*(one.probabilities(last, np.arange(last))[1] for one in (whole, loaded)))


def test_going_on_without_the_encoder_is_said_and_its_vectors_stay(tmp_path: Path) -> None:
    grouper = grown()
    told = use_encoder(grouper, None)
    assert told
    assert "grouped so far with the encoder tiny" in told
    add_all(grouper, [report("late", FERRY[0])], encode=False)
    save_grouper(tmp_path, grouper)
    loaded = load_grouper(tmp_path)
    assert use_encoder(loaded, ONE) is None
    assert len(loaded.meanings["tiny"].arrays()[0]) == len(REPORTS)


def test_another_encoder_is_said_and_keeps_vectors_of_its_own() -> None:
    grouper = grown()
    told = use_encoder(grouper, OTHER)
    assert told
    assert "with the encoder tiny; other compares only" in told
    add_all(grouper, [report("late", FERRY[0])], encode=True)
    assert {name: len(kept.arrays()[0]) for name, kept in grouper.meanings.items()} == {
        "tiny": len(REPORTS),
        "other": 1,
    }
    assert np.isnan(grouper.meanings["other"].cosines(len(REPORTS), np.array([0]))).all()


def test_a_corpus_made_without_one_says_so_when_one_is_given() -> None:
    told = use_encoder(grown(None), ONE)
    assert told
    assert "grouped so far without an encoder" in told
    assert use_encoder(Grouper(load_story_weights()), ONE) is None


def test_vectors_that_leave_the_window_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "WINDOW_REPORTS", 4)
    grouper = Grouper(load_story_weights())
    grouper.use("tiny", WEIGHTS)
    add_all(grouper, [report(f"{n}", FERRY[n % 3]) for n in range(12)], encode=True)
    kept = grouper.meanings["tiny"].arrays()[0]
    assert len(kept) == 12 - grouper.vectors.base < 12
    assert kept[0] == grouper.vectors.base
