"""Train one tagger on PolNeAR's train split.

    python -m bench.tagger.train WORK --seed 1 -o teacher1.pt

WORK holds lexicon.pkl (bench.tagger.prepare) and lm.pt (bench.tagger.language_model).
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from bench.tagger.corpus import Labelled, codes_of, polnear
from bench.tagger.network import Sizes, Tagger
from bench.tagger.windows import Array, Example, examples
from whence.quotes.links import link_buckets
from whence.quotes.windows import WINDOW_TOKENS

BATCH = 24  # windows a step
RATE = 2e-3
UNKNOWN_SHARE = 0.04  # of words hidden in training, so that affixes and context are learnt for unknown ones
LINK_WEIGHT = 0.3


def pad(found: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Codes, labels and lengths of windows as tensors, padded at the end."""
    lengths = torch.tensor([len(one.labels) for one in found])
    size = int(lengths.max())
    codes = torch.zeros(len(found), size, 6, dtype=torch.long)
    labels = torch.zeros(len(found), size, dtype=torch.long)
    for row, one in enumerate(found):
        codes[row, : len(one.labels)] = torch.from_numpy(one.codes.astype(np.int64))
        labels[row, : len(one.labels)] = torch.from_numpy(one.labels)
    return codes, labels, lengths


def hide_words(codes: Tensor, share: float) -> Tensor:
    """Some words made unknown."""
    hidden = (torch.rand(codes.shape[:2]) < share) & (codes[..., 0] > 1)
    return torch.where((torch.arange(6) == 0) & hidden[..., None], 0, codes)


def link_loss(model: Tagger, states: Tensor, found: list[Example]) -> Tensor:
    """The mean cross-entropy of which cue each content has, and which source each cue."""
    losses = []
    for row, one in enumerate(found):
        for links, asking, answering, right in (
            (model.cue_of_content, "content", "cue", one.cues_of),
            (model.source_of_cue, "cue", "source", one.sources_of),
        ):
            asks, answers = one.pieces[asking], one.pieces[answering]
            if not asks or all(number == -2 for number in right):
                continue
            buckets = torch.from_numpy(link_buckets(asks, answers, [p.start for p in answers], one.breaks))
            scores = links(ends_of(states[row], asks), ends_of(states[row], answers), buckets)
            target = torch.tensor([number + 1 if number >= -1 else -100 for number in right])
            losses.append(nn.functional.cross_entropy(scores, target, reduction="sum", ignore_index=-100))
    return torch.stack(losses).sum() if losses else states.sum() * 0


def ends_of(states: Tensor, pieces: Sequence[tuple[int, int]]) -> Tensor:
    """What a piece is to the link scorer: the states of its first and last token, side by side, halved in columns."""
    if not pieces:
        return states.new_zeros(0, states.shape[-1] * 2)
    first = states[[start for start, _ in pieces]]
    last = states[[end - 1 for _, end in pieces]]
    return torch.cat([first, last], -1)


def epoch(reports: list[Labelled], codes: list[Array], rng: random.Random) -> Iterator[list[Example]]:
    """All windows of all reports in batches of like length, in random order."""
    found = [one for report, rows in zip(reports, codes, strict=True)
             for one in examples(report, rows, rng.randint(20, WINDOW_TOKENS))]  # fmt: skip
    found.sort(key=lambda one: len(one.labels) + rng.random() * 20)
    batches = [found[i : i + BATCH] for i in range(0, len(found), BATCH)]
    rng.shuffle(batches)
    yield from batches


def train(model: Tagger, epochs: int, seed: int, *, share: float = 1.0) -> None:
    """Train a tagger in place; `share` of the reports are used (for the learning curve)."""
    rng = random.Random(seed)
    lexicon = pickle.loads(Path(given.work, "lexicon.pkl").read_bytes())
    reports = polnear("train")
    rng.shuffle(reports)
    reports = reports[: int(share * len(reports))]
    codes = [codes_of(report.tokens, lexicon) for report in reports]
    steps = epochs * (sum(len(c) for c in codes) // (BATCH * 130) + 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=given.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / 100) * max(0.02, 1 - step / steps)
    )
    cpu = time.process_time()
    for number in range(epochs):
        model.train()
        total = linked = 0.0
        for found in epoch(reports, codes, rng):
            padded, labels, lengths = pad(found)
            mask = torch.arange(padded.shape[1]) < lengths[:, None]
            states = model.states(hide_words(padded, UNKNOWN_SHARE), lengths)
            scores = model.labels(states)
            loss = (model.chain.partition(scores, mask) - model.chain.score(scores, mask, labels)).sum()
            links = link_loss(model, states, found)
            optimizer.zero_grad()
            ((loss + LINK_WEIGHT * links) / len(found) / 10).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            linked += float(links.detach())
        print(
            f"epoch {number} labels {total:.0f} links {linked:.0f} cpu {time.process_time() - cpu:.0f}s",
            flush=True,
        )
        save(model)


def save(model: Tagger) -> None:
    """Write the weights."""
    torch.save({"sizes": tuple(model.sizes), "state": model.state_dict()}, given.output)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--lower", type=int, default=256)
    parser.add_argument("--upper", type=int, default=192)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--reader", type=Path, help="weights of bench.tagger.language_model")
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    model = Tagger(Sizes(25_000, 2000, 2000, given.lower, given.upper), dropout=given.dropout)
    if given.reader:
        state = torch.load(given.reader)
        model.reader.load_state_dict({k[7:]: v for k, v in state.items() if k.startswith("reader.")})
    train(model, given.epochs, given.seed, share=given.share)
