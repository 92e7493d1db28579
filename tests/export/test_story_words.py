"""How sure an edge is, in words: the same thresholds everywhere, and no direction where there is none."""

from __future__ import annotations

import pytest

from tests.export.example_stories import a_report, the_bridge
from whence.export.story_words import LOST, edge_in_words, name_members, origin_in_words, short_name, spoken_in_words
from whence.records import Edge, Origin, RelationKind, Story


@pytest.mark.parametrize(
    ("kind", "probability", "words"),
    [
        ("copy", 0.9, "copied from The Post, probability 0.90"),
        ("copy", 0.89, "probably copied from The Post, probability 0.89"),
        ("copy", 0.65, "probably copied from The Post, probability 0.65"),
        ("copy", 0.64, "perhaps from The Post: not decidable, probability 0.64"),
        ("version", 0.95, "a later version of The Post, probability 0.95"),
        ("version", 0.7, "probably a later version of The Post, probability 0.70"),
        ("common", 0.95, "prints the same The Post text, probability 0.95"),
        ("common", 0.4, "perhaps the same The Post text: not decidable, probability 0.40"),
    ],
)
def test_an_edge_is_said_as_surely_as_it_is_known(kind: RelationKind, probability: float, words: str) -> None:
    assert edge_in_words(Edge("a", "b", kind, probability), "The Post") == words


def test_one_word_of_prose_is_one_word() -> None:
    assert edge_in_words(Edge("a", "b", "copy", 0.95, words=1), "X").endswith("1 word of prose shared")


def test_text_of_a_source_that_nothing_names_is_lost_text() -> None:
    assert edge_in_words(Edge("o", "b", "common", 0.95), LOST).startswith("prints the same lost text")
    lost = Origin("origin:lost", "lost", None, 0.8, (), (the_bridge().spoken[0].words,))
    told = origin_in_words(lost, {})
    assert "known by what its children share alone: 17 words in 1 passage, as “We could not let another lorry" in told


def test_a_report_is_called_by_its_outlet_its_file_or_its_headline() -> None:
    assert short_name(a_report("one", "The Post", None)) == "The Post"
    assert short_name(a_report("one", None, None)) == "one.txt"


def test_everything_that_an_edge_or_a_quotation_names_has_a_name() -> None:
    story = the_bridge()
    names = name_members(story)
    for family in story.families:
        for edge in family.edges:
            assert names[edge.parent] and names[edge.child]
    assert "first in Northern Wire" in spoken_in_words(story.spoken[0], names)


def test_a_source_too_unlikely_to_be_listed_has_a_name_all_the_same() -> None:
    story = the_bridge()
    edge = Edge("origin:lost", "wire", "common", 0.02)
    family = story.families[0]
    other = Story(
        story.reports, (type(family)(family.id, family.versions, (), (edge,), (), family.sources),), (), (),
        story.sources, story.summary,
    )  # fmt: skip
    assert name_members(other)["origin:lost"] == LOST
