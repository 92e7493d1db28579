"""What adding costs, and how large a store is: CPU a report by stage, beside a loop that tells how fast the machine is.

python -m bench.store.adding [--reports 1000] [--corpus reports.jsonl]

The loop adds up ten million numbers, before and after.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from bench.store.sample import write_sample
from whence.corpus.kernels import choose_kernels
from whence.flow.adding import Adder
from whence.flow.find import find
from whence.flow.read import given
from whence.reading.given import Limits
from whence.reading.readers import read_source
from whence.records import Report
from whence.store.sql_store import open_store

WARMING = 64  # reports added before the clock is read: kernels are loaded


def main() -> None:
    """Print what it costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = write_sample(Path(folder) / "reports.jsonl", options.reports + WARMING, options.corpus)
        items = list(read_source(str(source), given=given(), limits=Limits()))
        reports = [item for item in items if isinstance(item, Report)]
        with open_store(str(Path(folder) / "a.db"), make=True) as store:
            adder = Adder(store, choose_kernels(None), lambda *_: None)
            adder.add(reports[:WARMING])
            before = loop()
            adding = clocked(lambda: adder.add(reports[WARMING:]))
            found = clocked(lambda: list(find(reports[WARMING:])))
            after = loop()
        text = sum(len(report.text.encode()) for report in reports)
        size = (Path(folder) / "a.db").stat().st_size
    count = len(reports) - WARMING
    print(f"adding {1000 * adding / count:.1f} ms CPU a report, of which find alone {1000 * found / count:.1f} ms")
    print(
        f"the loop {before:.2f} s before, {after:.2f} s after: {adding / count / ((before + after) / 2):.3f} of it each"
    )
    print(f"store {size / 1e6:.1f} MB for {text / 1e6:.1f} MB of text: {size / text:.2f} times")


def loop() -> float:
    """Seconds of CPU to add up ten million numbers."""
    return clocked(lambda: sum(number for number in range(10_000_000)))


def clocked(work: object) -> float:
    """Seconds of CPU that something takes."""
    assert callable(work)
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
