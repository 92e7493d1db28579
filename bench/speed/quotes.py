"""How fast quotes are found, on one core: the whole stage find, its parts, a whole process, memory over many reports.

OPENBLAS_NUM_THREADS=1 python -m bench.speed.quotes
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.quality.shared_data import DATA, SHARED, lines
from whence.flow.find import find
from whence.names.find import find_names
from whence.quotes.tagger import tag_reports
from whence.quotes.tokens import split_tokens
from whence.quotes.weights import load_tagger
from whence.reading.record import read_record
from whence.records import Findings, Report
from whence.times.days import find_days

RUNS = 5
CASE = SHARED / "cases" / "sky-news-interview"
MANY = "import sys\nfrom bench.speed.quotes import peak\nprint(peak(int(sys.argv[1])))"


def main() -> None:
    """Print words per CPU second, CPU seconds of the process, and megabytes."""
    reports = [read_record({"id": row["id"], "text": row["text"], "published": row["date"]})
               for row in lines(DATA / "polnear" / "dev.jsonl.gz")]  # fmt: skip
    words = sum(len(report.text.split()) for report in reports)
    weights = load_tagger()

    def show(name: str, run: Callable[[], object]) -> None:
        print(f"{name:28s} {words / best(run):8.0f} words per CPU second", flush=True)

    show("whole stage find", lambda: list(find(reports, weights=weights)))
    tokens = [split_tokens(report.text) for report in reports]
    show("  tokens", lambda: [split_tokens(report.text) for report in reports])
    batches = [tokens[i : i + 12] for i in range(0, len(tokens), 12)]
    show("  tagger", lambda: [tag_reports(batch, weights) for batch in batches])
    show("  names", lambda: [find_names(report) for report in reports])
    show("  days", lambda: [find_days(report) for report in reports])
    command = [
        str(Path(sys.executable).with_name("whence")),
        "quotes",
        str(CASE / "a.txt"),
        "--published",
        "2024-11-29",
    ]
    bare = min(child([sys.executable, "-c", "pass"]) for _ in range(RUNS))
    print(f"whence quotes on one report  {min(child(command) for _ in range(RUNS)):.2f} s CPU (bare {bare:.3f})")
    for number in (100, 1_000):
        found = subprocess.run([sys.executable, "-c", MANY, str(number)], capture_output=True, text=True, check=True)
        print(f"memory after {number:5d} reports   {found.stdout.strip()} MB at most")


def best(run: Callable[[], object]) -> float:
    """The least CPU seconds of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def child(command: list[str]) -> float:
    """The CPU seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak(number: int) -> int:
    """The most memory, in megabytes, that reading a stream of reports takes."""

    def stream() -> Iterator[Report]:
        rows = lines(DATA / "polnear" / "train.jsonl.gz")
        texts = [row["text"] for row in rows][:100]
        for count in range(number):
            yield Report(str(count), str(count), texts[count % 100])

    for found in find(stream()):
        assert isinstance(found, Findings)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
