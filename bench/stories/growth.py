"""What a report costs to group as a stream grows: CPU milliseconds a report in each stretch, and resident memory.

python -m bench.stories.growth REPORTS.jsonl [--most 100000]
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from itertools import islice
from pathlib import Path

from bench.stories.score import REPAIR_EVERY
from whence.reading.record import read_record
from whence.stories.grouper import Grouper
from whence.stories.reasons import explain
from whence.stories.repair import repair
from whence.stories.story_weights import load_story_weights
from whence.stories.terms import read_terms

MARKS = (1_000, 3_000, 10_000, 30_000, 60_000, 100_000)


def main() -> None:
    """Print a line at every mark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--most", type=int, default=MARKS[-1])
    given = parser.parse_args()
    grouper, last, spent = Grouper(load_story_weights()), 0, 0.0
    with given.reports.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, given.most), 1):
            report = read_record(json.loads(line), labelled=False)
            began = time.process_time()
            explain(grouper, grouper.add(report.id, read_terms(report)))
            if number % REPAIR_EVERY == 0:
                repair(grouper)
            spent += time.process_time() - began
            if number in MARKS:
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
                print(f"{number:>7} {1000 * spent / (number - last):.2f} ms a report, {memory} MB", flush=True)
                last, spent = number, 0.0


if __name__ == "__main__":
    main()
