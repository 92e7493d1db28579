"""Train the reader of the tagger to guess neighbouring words in unlabelled news (no outside weights)."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from bench.tagger.network import LanguageModel, Sizes

WINDOW, BATCH = 128, 64  # tokens, windows a step
SAMPLED = 1_000  # words drawn a step, shared by all its guesses
RATE = 2e-3


def main() -> None:
    """Train on encoded tokens and save the reader's weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", type=Path, help="unlabelled.npz of bench.tagger.prepare")
    parser.add_argument("output", type=Path)
    parser.add_argument("--lower", type=int, default=256)
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    codes = torch.from_numpy(np.load(given.codes)["codes"])
    words = int(codes[:, 0].max()) - 1
    model = LanguageModel(Sizes(words, 2000, 2000, given.lower, 0))
    counts = torch.bincount(codes[:, 0].long(), minlength=words + 2).float()
    odds = (counts + 1) ** 0.75
    noise = (odds / odds.sum() * SAMPLED).log()
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    windows = len(codes) // WINDOW
    steps = int(given.epochs * windows / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.05)
    started, cpu, mean = time.time(), time.process_time(), 0.0
    order = torch.empty(0, dtype=torch.long)
    for step in range(steps):
        if len(order) < BATCH:
            order = torch.randperm(windows)
        chosen, order = order[:BATCH], order[BATCH:]
        batch = torch.stack([codes[w * WINDOW : (w + 1) * WINDOW] for w in chosen.tolist()]).long()
        sampled = torch.multinomial(odds, SAMPLED, replacement=False)
        ahead, back = model(batch, sampled, noise)
        loss = ahead + back
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(
                f"step {step}/{steps} loss {mean:.3f} wall {time.time() - started:.0f}s "
                f"cpu {time.process_time() - cpu:.0f}s",
                flush=True,
            )
            if step % 500 == 0:
                torch.save(model.state_dict(), given.output)
    torch.save(model.state_dict(), given.output)
    print(f"done cpu {time.process_time() - cpu:.0f}s")


if __name__ == "__main__":
    main()
