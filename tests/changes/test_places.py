"""Places: what touches and what covers some words, as asking each thing in turn would tell."""

from hypothesis import given
from hypothesis import strategies as st

from whence.changes.places import Places
from whence.records import Evidence

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda one: Evidence("a", one[0], sum(one), "x" * one[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_index_finds_what_asking_each_finds(held: list[Evidence], one: Evidence) -> None:
    places = Places((evidence, number) for number, evidence in enumerate(held))
    assert sorted(places.touching(one)) == [n for n, e in enumerate(held) if e.span.overlaps(one.span)]
    assert places.covers(one) == any(e.span.covers(one.span) for e in held)
