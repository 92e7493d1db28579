"""Which number is believed, and what is added to it or taken from it. All places are invented."""

from __future__ import annotations

from whence.tolls.claims import Claim
from whence.tolls.counts import Count, Tally
from whence.tolls.scene import read_scene
from whence.tolls.sums import add_up, best_count

CLAIM = Claim("killed", (), 0, 1, "toll", number=3)


def tally(*counts: Count) -> Tally:
    """A tally of these counts."""
    made = Tally(read_scene("some words here"))
    made.counts.extend(counts)
    return made


def test_the_head_of_a_report_is_believed_before_its_end() -> None:
    head = Count("killed", 2, 2, (CLAIM,), lead=True, order=0)
    end = Count("killed", 9, 9, (CLAIM,), lead=False, order=9)
    assert best_count(tally(end, head), "killed") == head


def test_a_number_with_who_did_it_in_it_is_believed_first() -> None:
    six = Count("killed", 6, 6, (CLAIM,), lead=True, order=0)
    seven = Count("killed", 7, 7, (CLAIM,), lead=False, order=5, complete=True)
    assert best_count(tally(six, seven), "killed") == seven


def test_of_the_struck_those_who_died_are_not_injured() -> None:
    struck = Count("struck", 6, 6, (CLAIM,), lead=True, order=0)
    dead = Count("killed", 2, 2, (CLAIM,), lead=True, order=0)
    assert {one.outcome: one.low for one in add_up(tally(struck, dead))} == {"killed": 2, "injured": 4}
