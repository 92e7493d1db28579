"""Who said what on the terminal: short, by speaker, only what differs, within the width."""

from dataclasses import replace

import pytest
from tests.export.quoted_pair import quoted_pair

from whence.cli.comparison_screen import print_comparison
from whence.cli.quotes_compared import LINES_SHOWN, print_quotes_compared
from whence.records import Comparison, RelationKind, Side

Capture = pytest.CaptureFixture[str]


def screen(found: Comparison, capsys: Capture, *, width: int = 90, everything: bool = False) -> str:
    """What the section prints."""
    print_quotes_compared(found, width=width, everything=everything)
    return capsys.readouterr().out


def lines(text: str) -> list[str]:
    """Lines without their indents."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_speakers_have_counts_and_only_what_differs(capsys: Capture) -> None:
    told = lines(screen(quoted_pair(), capsys))
    assert told[:5] == [
        "",
        "Who said what",
        "Jane Roe 2 in both",
        "cue “vowed” → “has insisted”",
        "where in a letter, only in A",
    ]
    assert "speaker Tom Brandt → Paul Hale" in told
    assert "only in A “The ferry is full every morning,”" in told
    assert "Nobody will cross" not in " ".join(told)
    assert told[-1] == "Also: Speaker not resolved 1 in both"


@pytest.mark.parametrize(("parent", "says"), [("a", "left out by B"), ("b", "put in by A"), (None, "only in A")])
def test_a_dropped_source_is_shown_with_its_words(capsys: Capture, parent: Side | None, says: str) -> None:
    told = " ".join(lines(screen(quoted_pair(parent), capsys)))
    assert f"attribution “two officials warned” {says}; B says it without a source The cables were" in told


def test_many_differences_are_counted_the_gravest_shown(capsys: Capture) -> None:
    found = quoted_pair()
    cue, lost, _, content, *_ = found.quotes
    many = replace(found, quotes=(content,) * 40 + (cue,) * 40 + (lost,))
    told = screen(many, capsys)
    assert len(told.splitlines()) <= LINES_SHOWN + 8
    assert "“two officials warned”" in told
    assert "more that differ: --all" in told
    assert screen(many, capsys, everything=True).count("“vowed”") == 40


@pytest.mark.parametrize("width", [48, 60, 110])
def test_lines_keep_to_the_width(capsys: Capture, width: int) -> None:
    found = quoted_pair()
    for everything in (False, True):
        assert max(map(len, screen(found, capsys, width=width, everything=everything).splitlines())) <= width


@pytest.mark.parametrize(("kind", "shown"), [("copy", True), ("quotes", True), ("none", False), ("furniture", False)])
def test_reports_that_share_nothing_are_not_asked_who_said_what(
    capsys: Capture, kind: RelationKind, shown: bool
) -> None:
    found = quoted_pair(None)
    print_comparison(replace(found, relation=replace(found.relation, kind=kind, clues=())), width=90)
    assert ("Who said what" in capsys.readouterr().out) is shown


def test_what_one_of_two_texts_alone_has_is_counted_not_listed(capsys: Capture) -> None:
    found = quoted_pair(None)
    told = screen(replace(found, relation=replace(found.relation, kind="quotes")), capsys)
    assert "Ada Lin 1 only in A" in told
    assert "ferry" not in told


def test_nothing_is_printed_without_attributions(capsys: Capture) -> None:
    assert screen(replace(quoted_pair(), quotes=()), capsys) == ""
