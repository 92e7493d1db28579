"""CPU seconds of whole commands: medians of paired runs, each beside a bare interpreter on the same machine.

python -m bench.speed.commands [RUNS]
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "cases" / "sky-news-interview"
LIMITS = {"whence --help": 0.15, "whence compare (sample)": 0.5}  # CPU seconds


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Run the commands in turn and print medians and the ratio to a bare interpreter."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    whence = [str(Path(sys.executable).with_name("whence"))]
    folder = SAMPLE if SAMPLE.is_dir() else Path(str(files("whence.resources").joinpath("demo")))
    pair = ["a.txt", "b.txt"] if SAMPLE.is_dir() else ["courier.txt", "courier-update.txt"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "whence --help": [*whence, "--help"],
        "whence compare (sample)": [*whence, "compare", *(str(folder / name) for name in pair)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            seconds = cpu_seconds(command)
            if run:
                times[name].append(seconds)
    bare = statistics.median(times["python -c pass"])
    slow = False
    for name, seen in times.items():
        median = statistics.median(seen)
        slow |= median > LIMITS.get(name, 9)
        limit = LIMITS.get(name, "-")
        print(f"{name:28} median {median:.3f} s CPU  min {min(seen):.3f}  {median / bare:5.1f} x bare  limit {limit}")
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
