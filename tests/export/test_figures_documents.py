"""Figures and times as JSON: the shape that the docs promise, spans that slice, nothing that JSON cannot hold."""

from __future__ import annotations

import json
from typing import Any

from tests.figures.made import figure_in, time_in
from tests.quotes.made import quote_in
from whence.export.figures_documents import Stated, figures_document, figures_line
from whence.records import Interval, Published, Reject, Report
from whence.spells.find import find_spells
from whence.tolls.find import find_tolls

FRIDAY = Published("2024-11-29", "day", "caller")
TEXT = "“We lost an estimated 11,000 hill sheep last week,” Mayor Jane Roe said. More than 40 barns burned."
REPORT = Report("r1", "d1", TEXT, source="a.txt", title="Fire", published=FRIDAY)
WEEK = time_in(REPORT, "last week", "2024-W47", "2024-11-18", "2024-11-24")
SAID = quote_in(REPORT, "“We lost an estimated 11,000 hill sheep last week,”", source="Mayor Jane Roe", name="Jane Roe")
SHEEP = figure_in(
    REPORT, "11,000", 11000.0, head="sheep", modifiers=("hill",), source_hedge="an estimated", hedge="about",
    step=1000.0, hard=Interval(9900.0, 12100.0), soft=Interval(10500.0, 11500.0), as_of=WEEK, quote=SAID,
)  # fmt: skip
BARNS = figure_in(
    REPORT, "40", 40.0, head="barns", hedge_words="More than", hedge="more than", step=10.0,
    hard=Interval(40.0, None, open_low=True), soft=Interval(40.0, 50.0, open_low=True),
)  # fmt: skip


def line() -> Any:
    return json.loads(json.dumps(figures_line(Stated(REPORT, [WEEK], [SHEEP, BARNS]))))


def test_a_line_has_the_times_and_the_figures_of_one_report() -> None:
    assert set(line()) == {"report", "times", "figures", "spells", "tolls"}
    [week] = line()["times"]
    assert TEXT[week["start"] : week["end"]] == "last week"
    assert (week["type"], week["value"], week["mod"]) == ("DATE", "2024-W47", None)
    assert (week["low"], week["high"]) == ("2024-11-18", "2024-11-24")


def test_a_figure_says_what_how_many_how_sure_and_who() -> None:
    sheep, barns = line()["figures"]
    assert (sheep["kind"], sheep["value"], sheep["low"], sheep["high"]) == ("count", 11000.0, 9900.0, 12100.0)
    assert (sheep["hedge"], sheep["source_hedge"], sheep["head"], sheep["speaker"]) == (
        "about", "an estimated", "sheep", "Jane Roe",
    )  # fmt: skip
    assert sheep["modifiers"] == [{"start": 29, "end": 33, "text": "hill"}]
    assert sheep["as_of"]["value"] == "2024-W47"
    assert (barns["hedge"], barns["speaker"], barns["quote"]) == ("more than", None, None)


def test_an_end_that_nothing_bounds_is_null_and_an_open_one_is_marked() -> None:
    barns = line()["figures"][1]
    assert (barns["low"], barns["low_open"], barns["high"], barns["high_open"]) == (40.0, True, None, False)
    assert (barns["soft_low"], barns["soft_high"]) == (40.0, 50.0)


def test_spans_are_code_points_that_slice() -> None:
    for figure in line()["figures"]:
        located = [figure["head_words"], figure["hedge_words"], figure["source_hedge_words"], *figure["modifiers"]]
        assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in located if one)
    assert [TEXT[one["start"] : one["end"]] for one in line()["figures"]] == ["11,000", "40"]


def test_a_document_has_the_words_and_lists_what_could_not_be_read() -> None:
    document: Any = figures_document(
        [Stated(REPORT, [WEEK], [SHEEP])], [], [Reject("b.txt", "", "empty_document", "holds nothing")]
    )
    assert document["schema"] == "whence.figures/1"
    (report,) = document["reports"]
    assert report["figures"][0]["text"] == "11,000" and report["times"][0]["text"] == "last week"
    assert document["together"] == []
    assert document["rejects"][0]["code"] == "empty_document"


def test_spells_and_tolls_stand_beside_with_their_words() -> None:
    report = Report(
        "r2", "d2", "Two people were killed and three injured between Monday and Wednesday.", published=FRIDAY
    )
    found: Any = figures_line(Stated(report, [], [], find_spells(report), find_tolls(report)))
    assert [(toll["outcome"], toll["value"]) for toll in found["tolls"]] == [("killed", 2.0), ("injured", 3.0)]
    assert all(report.text[e["start"] : e["end"]] == e["text"] for toll in found["tolls"] for e in toll["evidence"])
    [spell] = found["spells"]
    assert (spell["low"], spell["high"]) == ("2024-11-25", "2024-11-27")
