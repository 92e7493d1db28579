"""Kill a build again and again, and hold what the last run leaves against one that was never killed.

python -m bench.corpus.killed REPORTS.jsonl [--kills 50] [--seed 1]

Then the same bytes from two orders of the lines, one and two jobs, and three hash seeds of Python.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from itertools import product
from pathlib import Path

Tables = dict[str, str]


def build(source: Path, out: Path, *, jobs: int = 1, hash_seed: int = 0) -> subprocess.Popen[bytes]:
    """Start a build."""
    command = [sys.executable, "-m", "whence", "trace", str(source), "-q", "-o", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONHASHSEED": str(hash_seed)})


def tables_of(out: Path) -> Tables:
    """The hash of every table, and of the manifest."""
    paths = [path for path in out.rglob("*.parquet") if path.relative_to(out).parts[0] != "index"]
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in [*paths, out / "manifest.json"]
    }


def kill_often(source: Path, folder: Path, kills: int, chance: random.Random) -> tuple[Tables, Tables]:
    """The tables of a build that was never killed, and of one that was, at moments drawn from all of its length."""
    began = time.monotonic()
    build(source, folder / "whole").wait()
    whole = time.monotonic() - began
    done = 0
    while done < kills:
        run = build(source, folder / "killed")
        time.sleep(chance.uniform(0.05, whole))
        if run.poll() is None:
            run.send_signal(signal.SIGKILL)
            done += 1
        run.wait()
        if (folder / "killed" / "manifest.json").exists() and done < kills and chance.random() < 0.5:
            subprocess.run(["rm", "-rf", str(folder / "killed")], check=True)
    build(source, folder / "killed").wait()
    return tables_of(folder / "whole"), tables_of(folder / "killed")


def build_all_ways(source: Path, folder: Path, chance: random.Random) -> list[Tables]:
    """The tables of two orders, one and two jobs, three hash seeds; the manifest tells inputs and is left out."""
    lines = source.read_bytes().splitlines(keepends=True)
    other = folder / "shuffled" / source.name
    other.parent.mkdir()
    other.write_bytes(b"".join(chance.sample(lines, len(lines))))
    found = []
    for number, (name, jobs, seed) in enumerate(product((source, other), (1, 2), (0, 1, 2))):
        home = folder / f"way{number}"
        home.mkdir()
        (home / source.name).symlink_to(name)
        run = subprocess.Popen(
            [sys.executable, "-m", "whence", "trace", source.name, "-q", "-o", "out", "--jobs", str(jobs)],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            cwd=home,
        )
        run.wait()
        found.append({path: digest for path, digest in tables_of(home / "out").items() if path != "manifest.json"})
    return found


def main() -> None:
    """Print how many files differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as place:
        whole, killed = kill_often(given.reports.resolve(), Path(place), given.kills, chance)
        differ = sum(whole.get(name) != killed.get(name) for name in whole.keys() | killed.keys())
        print(f"killed {given.kills} times: {differ} of {len(whole)} files differ")
        ways = build_all_ways(given.reports.resolve(), Path(place), chance)
        print(f"{len(ways)} ways to build: {sum(way != ways[0] for way in ways)} differ from the first")


if __name__ == "__main__":
    main()
