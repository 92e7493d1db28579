"""Score grouping on stories that were not trained on: B-cubed and pairwise, by set; ablations; arrival in other orders.

python -m bench.stories.score [--without CLUE ...] [--undated] [--no-passages] [--crowded DAYS] [--uncrowded] [--join P]

Each half of the stories is grouped by weights trained on the other half; figures are the mean of both.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from bench.stories.data import SETS, half_of, in_order
from bench.stories.streams import Arriving, arriving, crowded, kin_of
from bench.stories.train import JOIN, looked, train
from whence.stories.grouper import Grouper
from whence.stories.pair_clues import clue_places
from whence.stories.repair import repair
from whence.stories.story_weights import StoryWeights

REPAIR_EVERY = 500  # reports, as in flow.stories


class Scored(NamedTuple):
    """B-cubed precision, recall and F1; pairwise precision of reports put together; how many suggestions are right, and
    of how many reports that were put with none of their story's earlier ones there is a right suggestion."""

    precision: float
    recall: float
    f1: float
    pairwise: float
    suggested: float
    recalled: float


def group(stream: Sequence[Arriving], weights: StoryWeights) -> tuple[list[int], dict[str, str]]:
    """The story of each report, and which story each suggestion names."""
    grouper = Grouper(weights)
    if weights.meaning is not None:
        grouper.use("bench", weights.meaning)
    suggested: dict[str, str] = {}
    for number, one in enumerate(stream):
        placed = grouper.add(one.id, one.terms, kin_of(grouper, one), one.vector)
        if placed.answer == "suggest" and placed.best:
            suggested[one.id] = stream[placed.best.report].story
        if number % REPAIR_EVERY == REPAIR_EVERY - 1:
            repair(grouper)
    repair(grouper)
    return [grouper.story(number) for number in range(len(stream))], suggested


def bcubed(gold: Sequence[Any], said: Sequence[Any]) -> tuple[float, float, float, float]:
    """B-cubed precision, recall, F1 (Bagga and Baldwin 1998) and pairwise precision."""
    both = Counter(zip(gold, said, strict=True))
    of_gold, of_said, reports = Counter(gold), Counter(said), len(gold)
    precision = sum(n * n / of_said[s] for (_, s), n in both.items()) / reports
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / reports
    pairs = sum(n * (n - 1) for n in of_said.values())
    right = sum(n * (n - 1) for n in both.values())
    return precision, recall, 2 * precision * recall / (precision + recall), right / pairs if pairs else 1.0


def score(stream: Sequence[Arriving], weights: StoryWeights, wanted: Any) -> Scored:
    """Group a stream and score the reports that are wanted.

    Args:
        stream: in order of arrival.
        weights: what clues are worth.
        wanted: says of a story whether its reports are scored.
    """
    stories, suggested = group(stream, weights)
    rows = [place for place, one in enumerate(stream) if wanted(one.story)]
    gold, said = [stream[place].story for place in rows], [stories[place] for place in rows]
    by_id = {one.id: one.story for one in stream}
    right = {name for name, story in suggested.items() if by_id[name] == story}
    missed = [stream[place].id for place in _missed(stream, stories) if wanted(stream[place].story)]
    recalled = sum(name in right for name in missed) / max(1, len(missed))
    return Scored(*bcubed(gold, said), len(right) / max(1, len(suggested)), recalled)


def _missed(stream: Sequence[Arriving], stories: Sequence[int]) -> Iterator[int]:
    """The reports that stand with none of their story that came before them."""
    before: dict[str, set[int]] = {}
    for place, (one, story) in enumerate(zip(stream, stories, strict=True)):
        found = before.setdefault(one.story, set())
        if found and story not in found:
            yield place
        found.add(story)


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="clues to train without")
    parser.add_argument("--undated", action="store_true", help="take all dates away")
    parser.add_argument("--no-passages", action="store_true", help="do not join by shared text")
    parser.add_argument("--crowded", type=int, help="move all stories into so many days")
    parser.add_argument("--uncrowded", action="store_true", help="train on the sets as dated alone")
    parser.add_argument("--join", type=float, default=JOIN, help="from which probability on reports are put together")
    given = parser.parse_args()
    pairs = {name: one for name, one in looked().items() if not (given.uncrowded and name.endswith("crowded"))}
    for one in pairs.values():
        for name, place in clue_places():
            if name in given.without:
                one.columns[:, place] = 0
    halves = [train(pairs, 1 - half)._replace(join=given.join) for half in (0, 1)]
    for name, told in SETS.items():
        stream = arriving(in_order(told()), shared_text=not given.no_passages)
        if given.undated:
            stream = [one._replace(terms=one.terms._replace(day=None, named_days=frozenset())) for one in stream]
        if given.crowded:
            stream = crowded(stream, given.crowded)
        only = "basil/" if name == "basil" else ""
        scored = []
        for half, weights in enumerate(halves):
            shown = [one for one in stream if half_of(one.story) == half]
            scored.append(score(shown, weights, lambda story, o=only: story.startswith(o)))
        means = np.array(scored).mean(axis=0) * 100
        print(name, " ".join(f"{label} {value:.1f}" for label, value in zip(Scored._fields, means, strict=True)))


if __name__ == "__main__":
    main()
