"""The rivals of bench/peers: those that align known pairs, run on a tiny corpus of written texts."""

from __future__ import annotations

import doctest
import sys
from pathlib import Path

import orjson
import pytest
from bench.corpus.generate import Order, write_corpus
from bench.corpus.score import score_files
from bench.peers import rows, versions
from bench.peers.known_pairs import LEAST_WORDS
from bench.peers.measure import run_measured
from bench.peers.one import load
from bench.peers.rows import Row, pairs_of_groups, word_spans
from bench.peers.run import RIVALS
from bench.peers.table import Result, table

SIZE = 200
PAIRWISE = ("rapidfuzz_opcodes", "difflib_blocks")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 200 written reports with their truth."""
    folder = tmp_path_factory.mktemp("peers")
    write_corpus(Order(SIZE, 7, "written", None, False), folder)
    return folder


@pytest.mark.parametrize("module", PAIRWISE)
def test_pairwise_rivals_write_exact_passages_of_the_known_pairs(module: str, corpus: Path) -> None:
    """Every row has two reports of the corpus and passages of the same words on both sides."""
    rival = load(module)
    if not rival.version():
        pytest.skip(f"{rival.NAME} is not installed")
    out = corpus / f"{module}.jsonl"
    rival.find_pairs(corpus / "reports.jsonl", out)
    texts = dict(zip(*rows.read_reports(corpus / "reports.jsonl"), strict=True))
    found: list[Row] = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    assert found
    for row in found:
        assert row["words"] == sum(passage["words"] for passage in row["passages"])
        for passage in row["passages"]:
            a, b = (
                word_spans(texts[row[side]][passage[side]["start"] : passage[side]["end"]])[0] for side in ("a", "b")
            )
            assert a == b
            assert len(a) == passage["words"] >= LEAST_WORDS
    figures = score_files(corpus / "truth.jsonl", out).figures()
    assert figures["overall"]["recall"] > 0.95
    assert figures["overall"]["passage_f1"] > 0.8
    assert not figures["others"]


@pytest.mark.parametrize("module", RIVALS)
def test_a_rival_that_is_not_installed_can_still_be_asked_for_its_version(module: str) -> None:
    """Loading a rival imports nothing of it, and each says what it is and how it is installed."""
    rival = load(module)
    assert rival.NAME
    assert rival.INSTALL
    assert rival.version() is None or rival.version()
    assert rival.__doc__


def test_a_child_process_is_measured_and_stopped_at_its_limit() -> None:
    """CPU seconds and memory are the child's own; the limit ends it by a signal."""
    use = run_measured([sys.executable, "-c", "sum(range(2_000_000))"], cpu_limit=60)
    assert use.code == 0
    assert 0 < use.cpu < 60
    assert use.megabytes > 1
    assert run_measured([sys.executable, "-c", "while True: pass"], cpu_limit=1).code < 0


def test_a_table_gives_the_ratio_of_rates_where_whence_is_among_the_tools() -> None:
    """More than one: whence reads more reports a CPU second."""
    use = run_measured([sys.executable, "-c", ""], cpu_limit=60)
    slow = Result("other", "1", 100, use._replace(cpu=2.0), 0, None)
    quick = Result("whence", "1", 100, use._replace(cpu=1.0), 0, None)
    assert [row["times_whence"] for row in table([slow, quick])] == [2.0, 1.0]
    assert table([slow])[0]["times_whence"] is None


def test_groups_become_every_pair_of_their_members_once() -> None:
    """Two groups that share two members give that pair once."""
    assert pairs_of_groups([[3, 1, 2], [2, 3], [9]]) == {(1, 2), (1, 3), (2, 3)}


@pytest.mark.parametrize("module", [rows, versions])
def test_examples_in_the_docstrings_hold(module: object) -> None:
    """Doctests of what the rivals share."""
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried
    assert not failed
