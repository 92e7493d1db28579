"""Make a set of pairs: the same seed gives the same bytes, another seed other names, numbers, words and edits.

python -m bench.quality.drift.generate --seed 7 --pairs 300 --out fresh.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bench.quality.drift.pairs import Record, make_pair, story_of
from bench.quality.drift.stories import load_stories


def make_pairs(seed: int, pairs: int) -> Iterator[Record]:
    """The pairs of a seed."""
    stories = load_stories()
    for number in range(pairs):
        yield make_pair(story_of(stories, number), seed, number)


def main() -> None:
    """Write a set as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    lines = (
        json.dumps(pair, ensure_ascii=False, separators=(",", ":")) + "\n"
        for pair in make_pairs(arguments.seed, arguments.pairs)
    )
    arguments.out.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
