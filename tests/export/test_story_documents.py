"""The JSON of a story holds what the records hold, by the same names, and its words slice."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from tests.export.example_stories import a_large_story, the_bridge
from whence.export.story_documents import story_document
from whence.records import Carried, Edge, Family, Origin, SpokenOrigin

BRIDGE = the_bridge()
REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "story-json.md").read_text("utf-8")


def document(carried: Carried | None = None) -> Any:
    return json.loads(json.dumps(story_document(BRIDGE, carried)))


def keys_in(value: Any) -> set[str]:
    """Every key of a document, however deep."""
    if isinstance(value, list):
        return set().union(*map(keys_in, value)) if value else set()
    if isinstance(value, dict):
        return set(value).union(*map(keys_in, value.values()))
    return set()


def test_it_holds_every_field_of_the_records() -> None:
    family = document()["families"][0]
    renamed = {"sources": "independent_sources", "trust": "trust_in_times"}
    assert set(family) == {renamed.get(field.name, field.name) for field in fields(Family)}
    assert set(family["edges"][0]) == {field.name for field in fields(Edge)}
    assert set(family["origins"][0]) == {field.name for field in fields(Origin)}
    assert set(document()["quotations"][0]) == {field.name for field in fields(SpokenOrigin)}


def test_an_edge_has_its_probability_and_its_clues_with_evidence() -> None:
    edges = {(edge["parent"], edge["child"]): edge for edge in document()["families"][0]["edges"]}
    gazette = edges["courier", "gazette"]
    assert (gazette["kind"], gazette["probability"], gazette["shown"], gazette["words"]) == ("copy", 0.93, True, 90)
    clue = gazette["clues"][0]
    assert (clue["name"], clue["weight"], clue["evidence"][0]["text"]) == ("rare_wording", 1.9, "41 welds")
    assert edges["wire", "blog"]["mosaic"] and not edges["wire", "evening"]["shown"]


def test_an_origin_has_the_words_that_name_it() -> None:
    origin = document()["families"][0]["origins"][0]
    assert (origin["kind"], origin["name"]) == ("agency", "AP")
    texts = {report.id: report.text for report in BRIDGE.reports}
    for mark in origin["marks"]:
        assert texts[mark["report"]][mark["start"] : mark["end"]] == mark["text"] == "(AP)"


def test_hops_quotations_and_the_number_of_sources() -> None:
    told = document()
    assert told["independent_sources"] == {"expected": 2.1, "low": 2, "high": 3}
    assert (told["hops"][0]["parent"], told["hops"][0]["child"]) == ("gazette", "blog")
    assert {change["kind"] for change in told["hops"][0]["changes"]} >= {"quotation", "figure"}
    assert told["quotations"][0]["first"] == "wire" and len(told["quotations"][0]["reports"]) == 7


def test_who_carries_a_wording_is_there_where_it_was_asked() -> None:
    assert "carried" not in document()
    told = document(Carried("41 welds", (BRIDGE.spoken[0].words,), (("gazette", "blog"),)))["carried"]
    assert told["lost_on"] == [{"parent": "gazette", "child": "blog"}]
    assert told["carriers"][0]["report"] == "wire"


def test_the_reference_names_every_field() -> None:
    everything = document(Carried("41 welds", (BRIDGE.spoken[0].words,), (("gazette", "blog"),)))
    del everything["reports"]  # those of a report are listed with the JSON of a comparison
    missing = {key for key in keys_in(everything) if f"`{key}`" not in REFERENCE}
    assert missing == set()


def test_a_large_story_is_a_document_too() -> None:
    told = json.loads(json.dumps(story_document(a_large_story(200))))
    assert len(told["families"][0]["versions"]) == 200
