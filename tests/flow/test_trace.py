"""A corpus traced: pairs are found and exact, order and portions do not matter, a killed run goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import orjson
import pyarrow.parquet as pq
import pytest

from whence.corpus.kernels import SMALL_BYTES, Kernels, choose_kernels
from whence.errors import UsageError
from whence.flow import report_table
from whence.flow.finding import Finder
from whence.flow.listing import list_pairs
from whence.flow.trace import TraceOptions, Tracer
from whence.reading.record import read_record
from whence.records import Reject, Report
from whence.text.words import split_words

NOUNS = ["harbour", "council", "bridge", "teacher", "river", "engine", "minister", "garden", "winter", "market"]
VERBS = ["opened", "refused", "painted", "counted", "promised", "moved", "lost", "repaired"]


@pytest.fixture(scope="module", params=["plain", "compiled"])
def kernels(request: pytest.FixtureRequest) -> Kernels:
    return choose_kernels(0 if request.param == "plain" else SMALL_BYTES + 1)


def words_of(rng: random.Random, count: int) -> list[str]:
    return [f"{rng.choice(NOUNS)}{rng.randrange(90)}" if k % 3 else rng.choice(VERBS) for k in range(count)]


def made(number: int, text: str, *, day: int = 1, outlet: str = "Example Herald") -> Report:
    minute = f"2024-03-{day:02}T{number % 24:02}:{number % 60:02}Z"
    return read_record({"id": f"r{number}", "text": text, "published": minute, "outlet": outlet}, labelled=False)


def small_corpus(seed: int) -> list[Report]:
    """Reports, some of which repeat each other: whole, in part, with a standing line, on several days."""
    rng = random.Random(seed)
    texts: list[str] = []
    reports = []
    for number in range(70):
        kind = rng.random()
        text = " ".join(words_of(rng, rng.randrange(15, 60)))
        if texts and kind < 0.2:
            text = rng.choice(texts)
        elif texts and kind < 0.5:
            parent = rng.choice(texts).split()
            start = rng.randrange(max(1, len(parent) - 14))
            text = f"{text}\n“{' '.join(parent[start : start + rng.randrange(12, 30)])}.”"
        if kind > 0.6:
            text += "\nThe Example Herald is printed on paper every day."
        texts.append(text)
        outlet = "Example Herald" if kind > 0.6 else rng.choice(["Lake Post", "Hill Times"])
        reports.append(made(number, text, day=rng.randrange(1, 28), outlet=outlet))
    return reports


def run(out: Path, reports: Iterable[Report], kernels: Kernels, *, jobs: int = 1) -> dict[str, str]:
    kept = list(reports)
    tracer = Tracer(out, TraceOptions(jobs=jobs), kernels, lambda *_: None)
    tracer.run({"reports": [report.id for report in kept]}, lambda: iter(kept))
    return tables_of(out)


STREAMED = ("stories.parquet", "memberships.parquet")  # stories are those of a stream, in the order of arrival


def tables_of(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*.parquet"))
        if path.relative_to(out).parts[0] not in ("index", *STREAMED)
    }


@pytest.mark.parametrize("seed", range(2))
def test_any_order_and_any_portions_give_the_same_bytes(tmp_path: Path, kernels: Kernels, seed: int) -> None:
    reports = small_corpus(seed)
    whole = run(tmp_path / "whole", reports, kernels)
    rng = random.Random(seed)
    shuffled = rng.sample(reports, len(reports))
    assert run(tmp_path / "shuffled", shuffled, kernels, jobs=2) == whole
    cuts = [0, *sorted(rng.sample(range(1, 70), 4)), 70]
    portions = {}
    for start, stop in pairwise(cuts):
        portions = run(tmp_path / "portions", shuffled[start:stop], kernels)
    assert portions == whole


def test_a_day_of_many_lots_gives_the_same_bytes_in_any_portions(
    tmp_path: Path, kernels: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_table, "REPORTS_A_GROUP", 4)
    monkeypatch.setattr(report_table, "MEMORY_SHARE", 1 << 40)  # each lot by itself
    rng = random.Random(5)
    texts = [" ".join(words_of(rng, 30)) for _ in range(40)]
    undated = [read_record({"id": f"u{k}", "text": text}, labelled=False) for k, text in enumerate(texts[:23])]
    reports = [*undated, *(made(number, text) for number, text in enumerate(texts))]
    whole = run(tmp_path / "whole", reports, kernels)
    table = pq.read_table(tmp_path / "whole" / "reports" / "undated.parquet")
    assert dict(zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True)) == {
        report.id: report.text for report in undated
    }
    rng.shuffle(reports)
    portions = {}
    for start in (0, 9, 31, 55):
        stop = {0: 9, 9: 31, 31: 55, 55: 63}[start]
        portions = run(tmp_path / "portions", reports[start:stop], kernels)
    assert portions == whole


def test_plain_and_compiled_kernels_give_the_same_bytes(tmp_path: Path) -> None:
    rng = random.Random(11)
    long = [made(200 + k, " ".join(words_of(rng, 400)), day=3) for k in range(2)]
    copy = made(210, f"{long[0].text}\n{' '.join(words_of(rng, 300))}", day=4, outlet="Lake Post")
    reports = [*small_corpus(9), *long, copy]  # counts above 255 tell a type that is too narrow
    plain = run(tmp_path / "plain", reports, choose_kernels(0))
    assert run(tmp_path / "compiled", reports, choose_kernels(SMALL_BYTES + 1)) == plain


def test_coverage_is_the_share_of_a_report_that_stands_in_passages(tmp_path: Path, kernels: Kernels) -> None:
    rng = random.Random(12)
    shared, own = " ".join(words_of(rng, 300)), " ".join(words_of(rng, 100))
    run(tmp_path, [made(1, shared), made(2, f"{shared}\n{own}")], kernels)
    [pair] = list_pairs(tmp_path)
    assert (pair["words"], pair["coverage_a"], pair["coverage_b"]) == (300, 1.0, 0.75)


@pytest.mark.parametrize("seed", range(2))
def test_every_passage_is_the_same_words(tmp_path: Path, kernels: Kernels, seed: int) -> None:
    reports = {report.id: report for report in small_corpus(seed)}
    run(tmp_path, reports.values(), kernels)
    pairs = list(list_pairs(tmp_path))
    assert pairs
    for pair in pairs:
        assert pair["words"] >= 10
        for passage in pair["passages"]:
            a, b = (reports[pair[side]].text[passage[side]["start"] : passage[side]["end"]] for side in "ab")
            assert split_words(a).keys == split_words(b).keys
            assert len(split_words(a).keys) == passage["words"]


def test_any_twelve_shared_words_are_found(tmp_path: Path, kernels: Kernels) -> None:
    rng = random.Random(7)
    shared = [words_of(rng, 12) for _ in range(20)]
    reports = [
        made(2 * k + side, " ".join([*words_of(rng, rng.randrange(30)), *run_, *words_of(rng, rng.randrange(30))]))
        for k, run_ in enumerate(shared)
        for side in (0, 1)
    ]
    run(tmp_path, reports, kernels)
    assert {(pair["a"], pair["b"]) for pair in list_pairs(tmp_path)} >= {
        (f"r{2 * k}", f"r{2 * k + 1}") for k in range(20)
    }


def test_reports_join_only_by_the_rules_that_the_corpus_was_made_by(tmp_path: Path, kernels: Kernels) -> None:
    run(tmp_path, small_corpus(1)[:5], kernels)
    with pytest.raises(UsageError, match="was traced with --window 14; add to it with the same"):
        Tracer(tmp_path, TraceOptions(window_days=30), kernels, lambda *_: None).run({"other": 1}, lambda: iter(()))


def test_two_runs_do_not_work_on_one_corpus(tmp_path: Path, kernels: Kernels) -> None:
    tracer = Tracer(tmp_path, TraceOptions(), kernels, lambda *_: None)

    def reports() -> Iterable[Report]:
        with pytest.raises(UsageError, match="another run is at work"):
            run(tmp_path, [], kernels)
        return []

    tracer.run({}, reports)


def test_what_is_known_already_changes_nothing(tmp_path: Path, kernels: Kernels) -> None:
    before = run(tmp_path, small_corpus(1)[:20], kernels)
    state = (tmp_path / "index" / "state.json").read_bytes()
    assert run(tmp_path, small_corpus(1)[3:9], kernels) == before
    assert (tmp_path / "index" / "state.json").read_bytes() == state


def test_parts_stay_few_however_often_reports_join(tmp_path: Path, kernels: Kernels) -> None:
    for report in small_corpus(1)[:24]:
        run(tmp_path, [report], kernels)
    assert len(orjson.loads((tmp_path / "index" / "state.json").read_bytes())["parts"]) <= 5
    assert tables_of(tmp_path) == run(tmp_path / "whole", small_corpus(1)[:24], kernels)


def test_a_corpus_of_rejects_alone_lists_them(tmp_path: Path, kernels: Kernels) -> None:
    rejects = [Reject("a.txt", "", "not_text", "is not text"), Reject("b.txt", "line 3", "bad_json", "is not JSON")]
    Tracer(tmp_path, TraceOptions(), kernels, lambda *_: None).run({}, lambda: iter(rejects))
    assert [row["source"] for row in pq.read_table(tmp_path / "rejects.parquet").to_pylist()] == ["a.txt", "b.txt"]
    assert list(list_pairs(tmp_path)) == []


def test_of_two_reports_with_one_id_one_is_a_reject_whatever_their_order(tmp_path: Path, kernels: Kernels) -> None:
    twins = [made(1, "The harbour was closed."), made(1, "The bridge was opened.")]
    assert run(tmp_path / "one", twins, kernels) == run(tmp_path / "other", twins[::-1], kernels)
    [reject] = pq.read_table(tmp_path / "one" / "rejects.parquet").to_pylist()
    assert (reject["where"], reject["code"]) == ("r1", "id_taken")


def test_a_text_in_a_hundred_and_twenty_reports_keeps_its_family_together(tmp_path: Path, kernels: Kernels) -> None:
    rng = random.Random(3)
    agency = " ".join(words_of(rng, 40))
    reports = [made(k, f"{' '.join(words_of(rng, 12))}\n{agency}", outlet=f"Outlet {k}") for k in range(120)]
    run(tmp_path, reports, kernels)
    pairs = [(pair["a"], pair["b"]) for pair in list_pairs(tmp_path)]
    assert {name for pair in pairs for name in pair} == {report.id for report in reports}
    assert len(pairs) < 120 * 45


def test_a_standing_line_is_shown_and_never_counted(tmp_path: Path, kernels: Kernels) -> None:
    rng = random.Random(5)
    line = "The Example Herald is printed on paper every day but Sunday in the old town hall."
    reports = [made(k, f"{' '.join(words_of(rng, 30))}\n{line}", day=1 + k) for k in range(12)]
    copied = f"{reports[3].text}\nMore follows."
    run(tmp_path, [*reports, made(40, copied, day=5, outlet="Lake Post")], kernels)
    [pair] = list(list_pairs(tmp_path))
    assert {pair["a"], pair["b"]} == {"r3", "r40"}
    assert [passage["words"] for passage in pair["passages"] if passage["furniture"]] == [16]
    assert pair["words"] == 30


def test_a_report_and_a_phrase_are_found_again(tmp_path: Path, kernels: Kernels) -> None:
    reports = small_corpus(1)
    run(tmp_path, reports, kernels)
    finder = Finder(tmp_path, kernels)
    words = reports[0].text.split()
    ids = {name for one in finder.find(reports[0].text) for name in (one.report_id, *one.also)}
    assert reports[0].id in ids
    assert any(reports[0].id in (one.report_id, *one.also) for one in finder.find(" ".join(words[3:7])))
    assert finder.find("nothing of the kind was ever printed anywhere by anybody in this corpus") == []


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "reports.jsonl"
    rows = [
        {"id": r.id, "text": r.text, "outlet": r.outlet, "published": r.published.iso if r.published else None}
        for r in small_corpus(2)
    ]
    source.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    command = [sys.executable, "-m", "whence", "trace", str(source), "-q", "-o"]
    subprocess.run([*command, str(tmp_path / "whole")], check=True)
    rng = random.Random(1)
    for _ in range(6):
        started = subprocess.Popen([*command, str(tmp_path / "killed")])
        time.sleep(rng.uniform(0.1, 0.9))
        os.kill(started.pid, signal.SIGKILL)
        started.wait()
    subprocess.run([*command, str(tmp_path / "killed")], check=True)
    assert tables_of(tmp_path / "killed") == tables_of(tmp_path / "whole")
    for name in STREAMED:
        assert (tmp_path / "killed" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    manifests = [(tmp_path / name / "manifest.json").read_bytes() for name in ("killed", "whole")]
    assert manifests[0] == manifests[1]
