"""A story on the terminal: what each line of the tree says, in any width, of stories made by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.export.example_stories import a_large_story, a_report, the_bridge

from whence.cli.carried_screen import print_carried
from whence.cli.story_screen import print_story
from whence.records import Carried, Edge, SourceCount, Story

BRIDGE = the_bridge()
Screens = pytest.CaptureFixture[str]


def told(capsys: Screens, story: Story = BRIDGE, *, width: int = 88, everything: bool = False) -> str:
    print_story(story, width=width, everything=everything)
    return capsys.readouterr().out


def lines_of(screen: str) -> list[str]:
    """The lines without their box lines."""
    return [line.strip("│├└─ ⋮") for line in screen.splitlines()]


def test_the_sentence_comes_first_and_whoever_stands_alone_last(capsys: Screens) -> None:
    screen = told(capsys)
    assert screen.startswith(BRIDGE.summary)
    assert screen.rstrip().endswith("Radio Skarvik  2024-03-13 08:00 +00:00 (says the text)")
    assert "1 report shares no prose with the others: a source of its own" in screen


def test_the_tree_is_indented_with_box_lines(capsys: Screens) -> None:
    lines = told(capsys).splitlines()
    assert "  [AP]" in lines
    assert "  ├─ Northern Wire  2024-03-12 06:05 +00:00 (says the text)" in lines
    assert "     ├─ Port Gazette  2024-03-12 09:40 +00:00 (says the text)" in lines
    assert "     │  └─ Dockside Notes  2024-03-12 16:30 +00:00 (says the text)" in lines


def test_how_a_version_hangs_on_is_said_as_surely_as_it_is_known(capsys: Screens) -> None:
    lines = lines_of(told(capsys, width=110))
    assert "prints the same AP text, probability 0.96, 149 words of prose shared" in lines
    assert "probably prints the same AP text, probability 0.84, 125 words of prose shared" in lines
    assert "copied from Harle Courier, probability 0.93, 90 words of prose shared" in lines
    assert "probably copied from Port Gazette, probability 0.72, 57 words of prose shared" in lines
    doubtful = "perhaps from Harle Courier: not decidable, probability 0.55, 27 words of prose shared"
    assert doubtful in lines
    assert lines[lines.index(doubtful) + 1] == "or from Northern Wire, probability 0.40"


def test_the_most_telling_clue_is_said_with_its_words(capsys: Screens) -> None:
    assert "main clue: 31 words in both that hardly another has: “41 welds”" in lines_of(told(capsys))


def test_a_source_outside_says_what_names_it(capsys: Screens) -> None:
    assert "not among the reports; named by “(AP)” in Northern Wire and Harle Courier" in lines_of(told(capsys))


def test_identical_reports_are_folded_and_second_sources_are_said(capsys: Screens) -> None:
    lines = lines_of(told(capsys, width=110))
    assert "= 1 more, to the letter: The Northern Observer" in lines
    assert "also has text from Northern Wire, probability 0.88, 40 words of prose shared" in lines


def test_three_changes_of_a_hop_are_shown_the_gravest_first_and_all_on_request(capsys: Screens) -> None:
    lines = told(capsys).splitlines()
    start = lines.index("  Port Gazette → Dockside Notes")
    assert [line.split()[0] for line in lines[start + 1 : start + 4]] == ["quotation", "figure", "hedge"]
    assert lines[start + 4].strip() == "and 2 more changes: --all"
    everything = told(capsys, everything=True)
    assert "cue" in everything and "dropped" in everything and "more changes" not in everything


def test_quotations_stand_apart_with_their_origin(capsys: Screens) -> None:
    screen = " ".join(told(capsys).split())
    assert "7 reports “We could not let another lorry cross" in screen
    assert "Oda Brandt; where or to whom: a news conference; first in Northern Wire;" in screen


def test_all_shows_every_clue_with_its_weight(capsys: Screens) -> None:
    lines = lines_of(told(capsys, everything=True))
    assert lines.count("+1.90 31 words in both that hardly another has: “41 welds”") == 2


@pytest.mark.parametrize("width", [48, 64, 90, 110])
def test_no_line_is_wider_than_the_terminal(width: int, capsys: Screens) -> None:
    chain = a_large_story(30)
    names = [version.id for version in chain.families[0].versions]
    edges = tuple(Edge(a, b, "copy", 0.7, True, words=12) for a, b in pairwise(names))
    deep = replace(chain, families=(replace(chain.families[0], edges=edges),))
    for story in (BRIDGE, chain, deep):
        assert max(len(line) for line in told(capsys, story, width=width).splitlines()) <= width


def test_everybody_is_on_the_screen_once(capsys: Screens) -> None:
    story = a_large_story(60)
    screen = told(capsys, story)
    for report in story.reports:
        heads = [line for line in lines_of(screen) if line.startswith(f"{report.outlet}  ")]
        assert len(heads) == 1


def test_two_reports_of_one_outlet_are_told_apart(capsys: Screens) -> None:
    early, late = (a_report(name, "Harle Courier", f"2024-03-12T{name}:00+00:00") for name in ("07", "09"))
    family = replace(BRIDGE.families[1], id="07", versions=tuple(
        replace(BRIDGE.families[1].versions[0], id=name, reports=(name,)) for name in ("07", "09")
    ), edges=(Edge("07", "09", "version", 0.95, True, words=70),), roots=())  # fmt: skip
    screen = told(capsys, Story((late, early), (family,), (), (), SourceCount(1.0, 1, 1), "2 reports."))
    assert "a later version of Harle Courier, probability 0.95" in screen
    assert "└─ Harle Courier (2)  2024-03-12 09:00" in screen


def test_a_hidden_sign_in_an_outlets_name_is_made_visible(capsys: Screens) -> None:
    story = replace(BRIDGE, reports=(replace(BRIDGE.reports[0], outlet="Wire\x1b[31m"), *BRIDGE.reports[1:]))
    assert "\x1b" not in told(capsys, story)


def test_who_carries_a_wording_is_marked_in_words_not_in_colour(capsys: Screens) -> None:
    wire = BRIDGE.reports[0]
    evidence = replace(BRIDGE.spoken[0].words, exact="41 welds", report_id=wire.id)
    found = Carried("41 welds", (evidence, replace(evidence, report_id="gazette")), (("gazette", "blog"),))
    print_carried(BRIDGE, found, width=88)
    lines = lines_of(capsys.readouterr().out)
    assert lines[0] == "“41 welds” stands in 2 of 7 reports."
    assert "Port Gazette  2024-03-12 09:40 +00:00 (says the text)  has it" in lines
    assert "Dockside Notes  2024-03-12 16:30 +00:00 (says the text)  LOST HERE" in lines
    assert "Evening Ledger  no time  does not have it" in lines
