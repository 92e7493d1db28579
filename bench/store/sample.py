"""Reports for measuring a store: the first of a generated corpus, generated where none is given."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path


def write_sample(target: Path, reports: int, corpus: Path | None) -> Path:
    """Write reports as JSON lines.

    Args:
        target: the file.
        reports: how many.
        corpus: a `reports.jsonl` of bench.corpus.generate; None to generate one.
    """
    if corpus is None:
        folder = target.with_suffix(".corpus")
        command = [sys.executable, "-m", "bench.corpus.generate", "--reports", str(max(reports, 1_000)), "--seed", "7"]
        subprocess.run([*command, "--texts", "abp", "--out", str(folder)], check=True)
        corpus = folder / "reports.jsonl"
    with corpus.open("rb") as source, target.open("wb") as out:
        out.writelines(islice(source, reports))
    return target
