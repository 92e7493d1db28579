"""Every clue names itself, keeps to its range, and turns with the reports."""

import pytest

from tests.lineage.pairs import BODY, COPY, report
from whence.changes.find import find_changes
from whence.copies.passages import align_reports, find_shared
from whence.lineage.direction_clues import DIRECTION_CLUES
from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.kind_clues import KIND_CLUES
from whence.lineage.signal import Clue, label_of
from whence.lineage.weights import load_weights
from whence.records import Report


def facts(a: Report, b: Report) -> PairFacts:
    alignment = align_reports(a, b)
    one, two = ReportFacts(a, alignment.a, b), ReportFacts(b, alignment.b, a)
    return PairFacts(one, two, alignment, find_shared(alignment), find_changes(a, b, alignment))


PARENT, CHILD = report(BODY, "Brenn Gazette", "2024-03-11T09:00"), report(COPY, "Valley Post", "2024-03-12T09:00")
FORWARD, BACKWARD = facts(PARENT, CHILD), facts(CHILD, PARENT)


@pytest.mark.parametrize("clue", [*KIND_CLUES, *DIRECTION_CLUES], ids=lambda clue: clue.__name__)
def test_a_clue_has_a_label_a_range_and_true_evidence(clue: Clue) -> None:
    assert label_of(clue)
    signal = clue(FORWARD)
    if signal is not None:
        assert -1.6 <= signal.value <= 1.6
        assert signal.says
        texts = {PARENT.id: PARENT.text, CHILD.id: CHILD.text}
        assert all(texts[e.report_id][e.start : e.end] == e.exact for e in signal.evidence)


@pytest.mark.parametrize("clue", DIRECTION_CLUES, ids=lambda clue: clue.__name__)
def test_a_clue_to_direction_turns_with_the_reports(clue: Clue) -> None:
    forward, backward = clue(FORWARD), clue(BACKWARD)
    assert (forward is None) == (backward is None)
    if forward and backward:
        assert forward.value == pytest.approx(-backward.value)


@pytest.mark.parametrize("clue", KIND_CLUES, ids=lambda clue: clue.__name__)
def test_a_clue_to_the_kind_does_not_care_for_the_order(clue: Clue) -> None:
    forward, backward = clue(FORWARD), clue(BACKWARD)
    assert (forward.value if forward else 0) == pytest.approx(backward.value if backward else 0, abs=0.05)


def test_every_clue_has_a_weight_and_every_weight_a_clue() -> None:
    weights = load_weights()
    assert all(set(of) == {clue.__name__ for clue in KIND_CLUES} for of in weights.kinds.values())
    assert all(set(of) == {clue.__name__ for clue in DIRECTION_CLUES} for of in weights.direction.values())


def test_the_weight_of_a_claimed_time_stays_below_sixty_percent() -> None:
    weights = load_weights()
    assert all(weights.temperature[kind] * of["earlier_time"] <= 0.406 for kind, of in weights.direction.items())
