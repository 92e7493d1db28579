"""Group each set as dated and again with the reports of each day in another order: B-cubed of one against the other.

python -m bench.stories.jitter [--orders 3]
"""

from __future__ import annotations

import argparse
from random import Random

from bench.stories.data import SETS, in_order
from bench.stories.score import bcubed, group
from bench.stories.streams import arriving
from whence.stories.story_weights import load_story_weights


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=3)
    given = parser.parse_args()
    for name in ("allsides", "gva"):
        stream = arriving(in_order(SETS[name]()))
        stories, _ = group(stream, load_story_weights())
        expected = {one.id: story for one, story in zip(stream, stories, strict=True)}
        found = []
        for seed in range(given.orders):
            mixed = Random(seed).sample(stream, len(stream))
            mixed.sort(key=lambda one: (one.terms.day is None, one.terms.day or 0))
            said, _ = group(mixed, load_story_weights())
            found.append(bcubed([expected[one.id] for one in mixed], said)[2])
        print(name, " ".join(f"{100 * value:.1f}" for value in found))


if __name__ == "__main__":
    main()
