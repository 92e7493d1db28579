"""What must stay apart and what must join: 2,000 reports of one template with facts of their own, and 5,000 reprints.

python -m bench.stories.apart

A template is grouped by weights that were trained without it, and by those that ship, which know it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from random import Random

import numpy as np

from bench.stories.data import TEMPLATES_EACH, in_order, told_of
from bench.stories.score import group
from bench.stories.streams import Pairs, arriving
from bench.stories.templates import RESULTS, TEMPLATES, WEATHER, facts, template_reports
from bench.stories.train import looked, train
from whence.stories.story_weights import StoryWeights, load_story_weights

SEED = 41
REPORTS, REPRINTS = 2_000, 5_000


def main() -> None:
    """Print a line for each."""
    pairs = looked()
    for name, template in (("weather", WEATHER), ("earnings", RESULTS)):
        unseen = train(pairs | {"templates": without(pairs["templates"], TEMPLATES.index(template))})
        for how, weights in (("left out of training", unseen), ("trained on", load_story_weights())):
            stories, joined, same_town = grouped(template, weights)
            print(f"{name}, {how}: {stories:,} stories of {REPORTS:,} reports; of {joined} joined", end="")
            print(f" {same_town} to a report of the same town")
    stories, seconds = reprints()
    print(f"of {REPRINTS:,} reprints {stories:,} stories, {seconds:.1f} s CPU")


def without(pairs: Pairs, kind: int) -> Pairs:
    """The pairs of all templates but one."""
    kept = np.array([all(kind_of(story) != kind for story in two) for two in pairs.stories], bool)
    stories = [two for two, keep in zip(pairs.stories, kept, strict=True) if keep]
    return Pairs(pairs.columns[kept], stories, pairs.deviations[kept])


def kind_of(story: str) -> int:
    """The template of a made-up report that was trained on, by the name of its story."""
    return int(story.removeprefix("template/")) // TEMPLATES_EACH


def grouped(template: tuple[str, str], weights: StoryWeights) -> tuple[int, int, int]:
    """Into how many stories reports of a template go, how many join others, and how many of these one of their town."""
    stream = arriving(in_order(told_of(template_reports(SEED, REPORTS, (template,)))))
    towns: dict[int, list[str]] = defaultdict(list)
    for one, story in zip(stream, group(stream, weights)[0], strict=True):
        towns[story].append(facts(Random(f"{SEED} 0 {one.id.rsplit('-', 1)[1]}"))["town"])
    same = sum(town in told[:place] for told in towns.values() for place, town in enumerate(told))
    return len(towns), len(stream) - len(towns), same


def reprints() -> tuple[int, float]:
    """Into how many stories `whence group` puts reprints of one report, and the CPU seconds that it takes."""
    [record] = template_reports(SEED, 1, (WEATHER,))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reprints.jsonl"
        rows = (record | {"id": f"r{number}", "outlet": f"outlet {number}"} for number in range(REPRINTS))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = [sys.executable, "-m", "whence", "group", str(source), "--jsonl"]
        told = subprocess.run(run, check=True, capture_output=True, text=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    stories = {json.loads(line)["story"] for line in told.splitlines()}
    return len(stories), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
