"""Run the rivals on one corpus and score them.

python -m bench.peers.run --reports FOLDER [--only datasketch_lsh,rensa_lsh] [--whence] [--python PATH] [--json]
                          [--csv bench/results/peers.csv] [--cpu-limit 900]

FOLDER holds reports.jsonl and truth.jsonl of bench.corpus. Every rival runs in a process of its own on one thread; CPU
seconds (user and system, with its start and imports) and the most memory are those that os.wait4 gives for it. The
scorer has a process of its own too: Linux counts the most memory of a parent as its child's.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from bench.peers.measure import Use, run_measured, said
from bench.peers.one import load
from bench.peers.table import Result, print_table, table, write_csv

RIVALS = (
    "json_only",
    "datasketch_lsh",
    "rensa_lsh",
    "gaoya_index",
    "gaoya_lower",
    "text_dedup_minhash",
    "datatrove_minhash",
    "rapidfuzz_opcodes",
    "difflib_blocks",
)
WITHOUT_PAIRS = ("json_only",)
CPU_LIMIT = 900  # seconds


def run_rival(module: str, python: str, reports: Path, *, cpu_limit: int) -> Result | None:
    """Run and score one rival; None where it is not installed."""
    rival = load(module)
    command = [python, "-m", "bench.peers.one", module]
    version = said(command)
    if not version:
        print(f"{rival.NAME}: not installed for {python}; {rival.INSTALL}", file=sys.stderr)
        return None

    def measured(out: Path) -> Use:
        """Its own process."""
        return run_measured([*command, str(reports), str(out)], cpu_limit=cpu_limit)

    return _scored(rival.NAME, version, reports, measured, has_pairs=module not in WITHOUT_PAIRS)


def run_whence(reports: Path, *, cpu_limit: int) -> Result | None:
    """Run and score `whence trace`; None while the command does not exist."""
    whence = str(Path(sys.executable).with_name("whence"))
    if "whence trace" not in said([whence, "trace", "--help"]):
        print("whence: no command `whence trace` yet; left out", file=sys.stderr)
        return None

    def measured(out: Path) -> Use:
        """The command, its lines to a file."""
        return run_measured([whence, "trace", str(reports), "--jsonl", "--quiet"], stdout=out, cpu_limit=cpu_limit)

    return _scored("whence", said([whence, "--version"]).split()[-1], reports, measured)


def _scored(
    tool: str, version: str, reports: Path, measured: Callable[[Path], Use], *, has_pairs: bool = True
) -> Result:
    """Run something that writes pairs to a file, and score the file."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "pairs.jsonl"
        use = measured(out)
        scored = has_pairs and use.code == 0
        figures = _figures(reports.with_name("truth.jsonl"), out) if scored else None
        pairs = _count_lines(out) if scored else 0
    return Result(tool, version, _count_lines(reports), use, pairs, figures)


def _figures(truth: Path, pairs: Path) -> dict[str, Any]:
    """The scorer's figures."""
    figures: dict[str, Any] = orjson.loads(
        said([sys.executable, "-m", "bench.corpus.score", str(truth), str(pairs), "--json"])
    )
    return figures


def _count_lines(file: Path) -> int:
    """How many lines a file has."""
    with file.open("rb") as lines:
        return sum(1 for _ in lines)


def main() -> None:
    """Run what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, required=True, help="folder of reports.jsonl and truth.jsonl")
    parser.add_argument("--only", help="modules or their beginnings, with commas between")
    parser.add_argument("--whence", action="store_true", help="run `whence trace` too, and give ratios against it")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the rivals")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--csv", type=Path, help="write the table here too")
    parser.add_argument("--cpu-limit", type=int, default=CPU_LIMIT, help="CPU seconds at which a rival is stopped")
    given = parser.parse_args()
    reports = (given.reports / "reports.jsonl").resolve()
    wanted = tuple(given.only.split(",")) if given.only else ("",)
    modules = [module for module in RIVALS if module.startswith(wanted)]
    found = [run_rival(module, given.python, reports, cpu_limit=given.cpu_limit) for module in modules]
    if given.whence:
        found.append(run_whence(reports, cpu_limit=given.cpu_limit))
    results = [result for result in found if result is not None]
    if given.json:
        print(orjson.dumps(table(results), option=orjson.OPT_INDENT_2).decode())
    else:
        print_table(results)
    if given.csv:
        write_csv(results, given.csv)


if __name__ == "__main__":
    main()
