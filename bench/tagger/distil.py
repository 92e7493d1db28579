"""Train the tagger that ships: small, from the teachers' opinions on unlabelled news and PolNeAR's own labels.

    python -m bench.tagger.distil WORK taught0.pkl taught1.pkl -o student.pt

The loss on unlabelled windows is the cross-entropy between the teachers' mean marginals and the student's own
(knowledge distillation, Hinton et al. 2015, on the posteriors of the chain); on PolNeAR it is the likelihood of the
labels. Every third step reads PolNeAR; the last steps read nothing else.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from bench.tagger.corpus import codes_of, polnear
from bench.tagger.network import LABELS, Sizes, Tagger
from bench.tagger.train import BATCH, epoch, hide_words, link_loss, pad
from bench.tagger.windows import Example

RATE = 3e-3
GOLD_EVERY = 3
UNKNOWN_SHARE = 0.03
LINK_WEIGHT = 0.3


class Taught:
    """Windows with the teachers' opinion, drawn in random order in batches of like length."""

    def __init__(self, files: Sequence[Path]) -> None:
        found: list[dict[str, Any]] = []
        for file in files:
            found += pickle.loads(file.read_bytes())
        self.windows = found

    def endless(self, rng: random.Random) -> Iterator[list[dict[str, Any]]]:
        """All windows in batches, again and again."""
        while True:
            order = sorted(self.windows, key=lambda one: len(one["codes"]) + rng.random() * 20)
            batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
            rng.shuffle(batches)
            yield from batches


def soft_loss(model: Tagger, found: list[dict[str, Any]]) -> tuple[Tensor, Tensor]:
    """Cross-entropy to the teachers' marginals, summed over tokens, and the loss of their links."""
    examples = [
        Example(
            one["codes"].astype(np.int32),
            np.zeros(len(one["codes"]), np.int64),
            {"source": one["pieces"].source, "cue": one["pieces"].cue, "content": one["pieces"].content},
            one["cues_of"],
            one["sources_of"],
            one["pieces"].breaks,
        )
        for one in found
    ]
    codes, _, lengths = pad(examples)
    mask = torch.arange(codes.shape[1]) < lengths[:, None]
    wanted = torch.zeros(*codes.shape[:2], len(LABELS))
    for row, one in enumerate(found):
        wanted[row, : len(one["codes"])] = torch.from_numpy(one["marginals"].astype(np.float32))
    states = model.states(hide_words(codes, UNKNOWN_SHARE), lengths)
    _, marginals = model.chain.forward_backward(model.labels(states), mask)
    loss = -(wanted * marginals.clamp(min=-12) * mask[..., None]).sum()
    return loss, link_loss(model, states, examples)


def gold_loss(model: Tagger, found: list[Example]) -> tuple[Tensor, Tensor]:
    """The negative log-likelihood of the labels, and the loss of the links."""
    codes, labels, lengths = pad(found)
    mask = torch.arange(codes.shape[1]) < lengths[:, None]
    states = model.states(hide_words(codes, UNKNOWN_SHARE), lengths)
    scores = model.labels(states)
    loss = (model.chain.partition(scores, mask) - model.chain.score(scores, mask, labels)).sum()
    return loss, link_loss(model, states, found)


def gold_batches(lexicon: Any, rng: random.Random) -> Iterator[list[Example]]:
    """PolNeAR's windows for ever, cut anew each time."""
    reports = polnear("train")
    codes = [codes_of(report.tokens, lexicon) for report in reports]
    while True:
        yield from epoch(reports, codes, rng)


def _losses(
    model: Tagger, found: list[Example] | None, soft: Iterator[list[dict[str, Any]]]
) -> tuple[int, tuple[Tensor, Tensor]]:
    """How many windows, and the losses of PolNeAR's windows, or of the next taught ones."""
    if found is not None:
        return len(found), gold_loss(model, found)
    taken = next(soft)
    return len(taken), soft_loss(model, taken)


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("taught", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--lower", type=int, default=160)
    parser.add_argument("--upper", type=int, default=160)
    parser.add_argument("--passes", type=int, default=1, help="over the unlabelled news")
    parser.add_argument("--last", type=int, default=250, help="steps on PolNeAR alone at the end")
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="begin with the tables of this language model")
    parser.add_argument("--resume", type=Path, help="go on from this student")
    parser.add_argument("--rate", type=float, default=RATE)
    return parser.parse_args()


def main() -> None:
    """Train and save."""
    given = options()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    lexicon = pickle.loads((given.work / "lexicon.pkl").read_bytes())
    model = Tagger(Sizes(25_000, 2000, 2000, given.lower, given.upper), dropout=given.dropout)
    if given.start:
        state = torch.load(given.start)
        tables = {k[14:]: v for k, v in state.items() if k.startswith("reader.tables.")}
        model.reader.tables.load_state_dict(tables)
    if given.resume:
        model.load_state_dict(torch.load(given.resume)["state"])
    taught = Taught(given.taught)
    steps = given.passes * len(taught.windows) // BATCH
    total = steps + steps // (GOLD_EVERY - 1) + given.last
    optimizer = torch.optim.AdamW(model.parameters(), lr=given.rate, weight_decay=0.005)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * max(0.02, 1 - step / total)
    )
    gold = gold_batches(lexicon, rng)
    soft = taught.endless(rng)
    cpu, means = time.process_time(), [0.0, 0.0]
    model.train()
    for step in range(total):
        from_gold = step % GOLD_EVERY == 0 or step >= total - given.last
        size, (loss, links) = _losses(model, next(gold) if from_gold else None, soft)
        optimizer.zero_grad()
        ((loss + LINK_WEIGHT * links) / size / 10).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        means[from_gold] = 0.98 * means[from_gold] + 0.02 * loss.item() / size
        if step % 100 == 0 or step == total - 1:
            print(
                f"step {step}/{total} soft {means[0]:.2f} gold {means[1]:.2f} cpu {time.process_time() - cpu:.0f}s",
                flush=True,
            )
            torch.save({"sizes": tuple(model.sizes), "state": model.state_dict()}, given.output)


if __name__ == "__main__":
    main()
