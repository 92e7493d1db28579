"""Cases of whole stories: tests/cases/NAME.toml says in words who has their text from whom in the folder NAME."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from whence.flow.read import read
from whence.flow.story import story
from whence.records import Story

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.toml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_case_is_told_as_an_editor_would(case: Path) -> None:
    expected: dict[str, Any] = tomllib.loads(case.read_text("utf-8"))
    found = story([read(path) for path in sorted(case.with_suffix("").glob("*.txt"))])
    names = {report.id: Path(report.source).name for report in found.reports}
    assert round(found.sources.expected) == expected["independent_sources"]
    assert {origin.name for family in found.families for origin in family.origins} == {expected["origin"]}
    assert _parents(found, names) == expected["parents"]
    alone = [family.versions[0].id for family in found.families if len(family.versions) == 1]
    assert [names[one] for one in alone] == expected["alone"]


def _parents(found: Story, names: dict[str, str]) -> dict[str, str]:
    """Whose text each report has, in the likeliest trees; an origin by its name."""
    origins = {origin.id: origin.name or "" for family in found.families for origin in family.origins}
    edges = [edge for family in found.families for edge in family.edges if edge.shown]
    return {names[edge.child]: origins.get(edge.parent) or names[edge.parent] for edge in edges}
