"""The families of a corpus: tables that say who came from whom, the same whatever order reports come in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.families.texts_of_families import ORIGINAL, OTHER, reworded

from whence.cli.app import whence

FIRST = reworded(
    ORIGINAL[:5], about="around", nine_kilometres="nearly six miles", recommended="asked for", cracked="split"
)
SECOND = reworded(FIRST[:4], Drivers="Motorists", examined="inspected", estuary="river", early="shortly after dawn")
SIDE = reworded(ORIGINAL[:4], early="before dawn", cracked="broken", special_session="an emergency sitting")
REPORTS: dict[str, tuple[Any, str]] = {
    "original": (ORIGINAL, "2024-03-12T08:00Z"),
    "first": (FIRST, "2024-03-12T09:00Z"),
    "second": (SECOND, "2024-03-12T10:00Z"),
    "side": (SIDE, "2024-03-12T10:30Z"),
    "reprint": (ORIGINAL, "2024-03-12T11:00Z"),
    "elsewhere": (OTHER, "2024-03-12T08:30Z"),
}


def trace(folder: Path, names: list[str]) -> Path:
    """The corpus of some reports, in this order."""
    lines = [
        json.dumps({"id": name, "outlet": name, "published": REPORTS[name][1], "text": "\n\n".join(REPORTS[name][0])})
        for name in names
    ]
    source = folder / f"{'-'.join(names)}.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    out = folder / "out"
    found = CliRunner().invoke(whence, ["trace", str(source), "-o", str(out), "-q"], catch_exceptions=False)
    assert found.exit_code == 0
    return out


def rows(out: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    found: list[dict[str, Any]] = pq.read_table(out / f"{name}.parquet").to_pylist()
    return found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one family and a report of its own."""
    return trace(tmp_path_factory.mktemp("corpus"), list(REPORTS))


def test_a_family_counts_its_reports_versions_and_sources(corpus: Path) -> None:
    [family] = rows(corpus, "families")
    assert (family["reports"], family["versions"]) == (5, 4)
    assert family["sources_low"] <= 1 <= family["sources_high"]
    assert family["traced"]


def test_members_hang_on_their_parents(corpus: Path) -> None:
    members = {row["report"]: row for row in rows(corpus, "members")}
    assert set(members) == {"original", "first", "second", "side", "reprint"}
    assert members["first"]["parent"] == "original"
    assert members["second"]["parent"] == "first"
    assert members["reprint"]["version"] == "original"


def test_relations_have_probabilities_and_clues(corpus: Path) -> None:
    relations = rows(corpus, "relations")
    assert all(0 <= row["probability"] <= 1 for row in relations)
    assert any(row["clues"] for row in relations)
    assert {(row["parent"], row["child"]) for row in relations if row["shown"]} == {
        ("original", "first"),
        ("first", "second"),
        ("original", "side"),
    }


def test_order_and_portions_do_not_matter(corpus: Path, tmp_path: Path) -> None:
    trace(tmp_path, ["second", "elsewhere"])
    out = trace(tmp_path, ["reprint", "side", "first", "original"])
    for name in ("families", "members", "relations"):
        assert (out / f"{name}.parquet").read_bytes() == (corpus / f"{name}.parquet").read_bytes()


def test_the_manifest_names_the_tables(corpus: Path) -> None:
    tables = json.loads((corpus / "manifest.json").read_text("utf-8"))["tables"]
    assert {"families.parquet", "members.parquet", "relations.parquet"} <= set(tables)


def test_a_report_without_kin_leaves_every_family_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = trace(tmp_path, [name for name in REPORTS if name != "elsewhere"])
    before = {name: rows(out, name) for name in ("families", "members", "relations")}
    monkeypatch.setattr("whence.flow.families.trace_family", None)
    trace(tmp_path, ["elsewhere"])
    assert {name: rows(out, name) for name in before} == before


def test_a_report_with_kin_has_its_family_traced_anew(tmp_path: Path) -> None:
    out = trace(tmp_path, ["original", "first", "side"])
    assert rows(out, "families")[0]["reports"] == 3
    trace(tmp_path, ["second"])
    assert rows(out, "families")[0]["reports"] == 4
