"""Time and memory on files made to break a reader: each entry of ../shared/hostile in a process of its own.

    python bench/speed/hostile.py [--reading] [--only TEXT]

Every file is read by `python -m whence read FILE --json`, from outside. CPU time and peak memory are compared with the
entry's budget after taking off those of a baseline: the same command on an ordinary report of the same kind. With
`--reading` only the reading package is run, without the command line. Exit code 1 when any entry fails.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
FOLDERS = ("text", "html", "jsonl", "bombs")
# Zstandard is not unpacked: such a file is a reject, whatever it holds.
NOT_READ = ("bombs.zstd_window_128mb.txt",)
# Ten times the budget: a process that takes longer is killed and has failed.
KILL_FACTOR = 10
READING = """
import json, sys
from whence.reading.readers import read_source
from whence.records import Report
found = list(read_source(sys.argv[1]))
reports = [{"text": x.text, "title": x.title, "flags": x.flags} for x in found if isinstance(x, Report)]
rejects = [{"code": x.code, "where": x.where} for x in found if not isinstance(x, Report)]
print(json.dumps({"schema": "whence.read/1", "reports": reports, "rejects": rejects}))
sys.exit(3 if rejects else 0)
"""
PARAGRAPH = "Officials said on Friday that the talks would go on for another week, after a long pause in the capital."
ORDINARY = {
    "text": f"Talks go on\n\n{PARAGRAPH}\n",
    "html": f"<!doctype html><html><body><h1>Talks go on</h1><p>{PARAGRAPH}</p></html>",
    "jsonl": json.dumps({"id": "1", "text": PARAGRAPH}) + "\n",
}


class Measured(NamedTuple):
    """One run: CPU seconds, peak memory in MB, exit code, and the files with what it printed."""

    seconds: float
    peak_mb: float
    code: int
    printed: Path
    errors: Path


def run(path: Path, printed: Path, *, reading: bool, seconds: float) -> Measured:
    """Read one file in a process of its own; the kernel counts its time and memory.

    A child begins with the peak memory of its parent, so this process must stay small: what is printed goes to files,
    and is looked at when all runs are over.
    """
    command = [sys.executable, "-c", READING] if reading else [sys.executable, "-m", "whence", "read", "--json"]
    errors = printed.with_suffix(".err")
    with printed.open("wb") as output, errors.open("wb") as messages:
        process = subprocess.Popen([*command, str(path)], stdout=output, stderr=messages)
        limit = int(seconds) + 1
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, printed, errors)


def failures(entry: dict[str, Any], measured: Measured, baseline: Measured) -> list[str]:
    """What is wrong with a run, in words."""
    wrong = []
    extra_seconds = measured.seconds - baseline.seconds
    extra_mb = measured.peak_mb - baseline.peak_mb
    if extra_seconds > entry["budget"]["seconds"]:
        wrong.append(f"time {extra_seconds:.1f} s over {entry['budget']['seconds']} s")
    if extra_mb > entry["budget"]["extra_rss_mb"]:
        wrong.append(f"memory {extra_mb:.0f} MB over {entry['budget']['extra_rss_mb']} MB")
    if b"Traceback" in measured.errors.read_bytes():
        wrong.append("traceback")
    try:
        printed = measured.printed.read_text("utf-8")
        found = json.loads(printed)
    except ValueError:
        return [*wrong, f"no JSON (exit {measured.code})"]
    reports, rejects = found["reports"], found["rejects"]
    if measured.code != (3 if rejects else 0):
        wrong.append(f"exit {measured.code}")
    expected = {
        "accept": bool(reports) and not rejects,
        "partial": bool(reports),
        "quarantine": bool(rejects) and not reports,
    }
    if not expected.get(entry["outcome"], True):
        wrong.append(f"{len(reports)} reports, {len(rejects)} rejects")
    if "rejects" in entry and len(rejects) != entry["rejects"]:
        wrong.append(f"{len(rejects)} rejects, not {entry['rejects']}")
    text = "\n".join(report["text"] for report in reports)
    wrong += [f"misses {words!r}" for words in entry["must"] if words not in text and words not in printed]
    if entry["family"] != "xss":
        wrong += [f"holds {words!r}" for words in entry["must_not"] if words in text]
    return wrong


def run_ordinary(folder: Path, *, reading: bool) -> dict[str, Measured]:
    """The baseline of each kind: an ordinary report."""
    baselines = {}
    for kind, text in ORDINARY.items():
        path = folder / f"ordinary.{kind if kind != 'text' else 'txt'}"
        path.write_text(text, "utf-8")
        baselines[kind] = run(path, folder / f"{kind}.out", reading=reading, seconds=60)
        print(f"{'ordinary ' + kind:34} {baselines[kind].seconds:6.2f} s {baselines[kind].peak_mb:7.0f} MB")
    return baselines


def _is_wanted(entry: dict[str, Any], only: str) -> bool:
    """True for entries of the formats that are read, chosen by their id."""
    return entry["file"].split("/")[0] in FOLDERS and entry["id"] not in NOT_READ and only in entry["id"]


def main() -> int:
    """Run all entries and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reading", action="store_true", help="run the reading package without the command line")
    parser.add_argument("--only", default="", help="only entries whose id holds this")
    options = parser.parse_args()
    if not (HOSTILE / "manifest.json").is_file():
        print(f"no hostile files at {HOSTILE}: nothing measured")
        return 0
    entries = json.loads((HOSTILE / "manifest.json").read_text("utf-8"))["entries"]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        baselines = run_ordinary(folder, reading=options.reading)
        chosen = [entry for entry in entries if _is_wanted(entry, options.only)]
        runs = [
            run(
                HOSTILE / entry["file"],
                folder / f"{number}.out",
                reading=options.reading,
                seconds=entry["budget"]["seconds"] * KILL_FACTOR,
            )
            for number, entry in enumerate(chosen)
        ]
        for entry, measured in zip(chosen, runs, strict=True):
            baseline = baselines.get(entry["file"].split("/")[0], baselines["text"])
            wrong = failures(entry, measured, baseline)
            failed += bool(wrong)
            seconds, peak_mb = measured.seconds - baseline.seconds, measured.peak_mb - baseline.peak_mb
            said = f"FAIL: {'; '.join(wrong)}" if wrong else "ok"
            print(f"{entry['id']:34} {seconds:6.2f} s {peak_mb:7.0f} MB  {said}")
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
