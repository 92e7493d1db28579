"""Stories measured for bench/quality/floors.json: the weights that ship, on stories that they were trained on too; what
they are worth on others `bench.stories.score` says.

python -m bench.stories.measuring
"""

from __future__ import annotations

from bench.stories.data import SETS, in_order
from bench.stories.score import bcubed, group
from bench.stories.streams import arriving
from whence.stories.story_weights import load_story_weights


def measure() -> dict[str, float]:
    """B-cubed F1 (percent) of BASIL's triplets among AllSides, and of AllSides beside them."""
    stream = arriving(in_order(SETS["basil"]()))
    stories, _ = group(stream, load_story_weights())
    told = list(zip((one.story for one in stream), stories, strict=True))
    found = {}
    for name, wanted in (("basil", True), ("allsides", False)):
        rows = [row for row in told if row[0].startswith("basil/") == wanted]
        found[f"stories.{name}_f1"] = 100 * bcubed(*zip(*rows, strict=True))[2]
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value:.3f}")
