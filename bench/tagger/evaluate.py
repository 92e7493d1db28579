"""Score a tagger's file on PolNeAR's dev split with the shared scorer: what the network finds, before any rule.

python -m bench.tagger.evaluate quote_tagger.npz
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.quality.shared_data import DATA, SHARED
from bench.tagger.corpus import Labelled, polnear
from whence.quotes.tagger import Tagged, tag_reports
from whence.quotes.weights import load_tagger

BATCH = 16  # reports read side by side


def predictions(reports: Sequence[Labelled], found: Sequence[Sequence[Tagged]]) -> list[dict[str, Any]]:
    """The scorer's input lines."""
    rows = []
    for report, ones in zip(reports, found, strict=True):
        quotes = [
            {
                role: [dict(zip(("start", "end"), report.tokens.span(*piece), strict=True)) for piece in pieces]
                for role, pieces in zip(("source", "cue", "content"), one[:3], strict=True)
            }
            for one in ones
        ]
        rows.append({"report": report.id, "quotes": quotes})
    return rows


def score(rows: Sequence[dict[str, Any]], split: str = "dev") -> str:
    """What the shared scorer prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [
            sys.executable,
            str(SHARED / "score" / "attributions.py"),
            str(DATA / "polnear" / f"{split}.jsonl.gz"),
        ]
        return subprocess.run([*command, file.name], check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Read, tag, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    weights = load_tagger(parser.parse_args().weights.read_bytes())
    reports = polnear("dev")
    started = time.process_time()
    found = [one for at in range(0, len(reports), BATCH)
             for one in tag_reports([report.tokens for report in reports[at : at + BATCH]], weights)]  # fmt: skip
    spent = time.process_time() - started
    words = sum(len(report.text.split()) for report in reports)
    print(score(predictions(reports, found)))
    print(f"tagging {words / spent:.0f} words per CPU second")


if __name__ == "__main__":
    main()
