"""The built-in example avoids every trap that it was written for."""

import json
from pathlib import Path

import pytest
from bench.quality import demo_traps, sample
from bench.quality.shared_data import SHARED

FLOORS = json.loads((Path(demo_traps.__file__).parent / "floors.json").read_text("utf-8"))


def test_no_trap_of_the_demo_is_sprung() -> None:
    assert demo_traps.measure()["demo.traps"] >= FLOORS["demo.traps"]


@pytest.mark.skipif(not sample.CASE.is_dir(), reason=f"{SHARED} is absent: the first real case is not measured")
def test_the_first_real_case_is_found_as_expected() -> None:
    figures = sample.measure()
    assert {name: figures[name] for name in figures if figures[name] < FLOORS[name]} == {}
