"""One report after the other held against the index of a corpus: how long each takes, and how much memory.

    python -m bench.corpus.arriving OUT REPORTS.jsonl [--reports 1000] [--first 5000]

OUT is a folder that `whence trace` wrote. The first twenty reports warm up and are not counted.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path

import numpy as np
import orjson

from whence.corpus.kernels import choose_kernels
from whence.flow.finding import Finder

WARMING = 20


def peak_megabytes() -> int:
    """The most memory that this process has had (Linux)."""
    [line] = [line for line in Path("/proc/self/status").read_text("utf-8").splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) // 1024


def main() -> None:
    """Print milliseconds of CPU a report, and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("reports_file", type=Path)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=5_000)
    arguments = parser.parse_args()
    with arguments.reports_file.open("rb") as file:
        lines = islice(file, arguments.first, arguments.first + WARMING + arguments.reports)
        texts = [orjson.loads(line)["text"] for line in lines]
    finder = Finder(arguments.out, choose_kernels(None))
    taken, most = [], 0
    for text in texts:
        start = time.process_time()
        most = max(most, len(finder.find(text)))
        taken.append(1_000 * (time.process_time() - start))
    counted = taken[WARMING:]
    median, late = np.percentile(counted, (50, 99))
    print(f"{len(counted):,} reports: median {median:.1f} ms, p99 {late:.1f} ms, most {max(counted):.1f} ms")
    print(f"{most} reports found for one at most; {peak_megabytes()} MB at most")


if __name__ == "__main__":
    main()
