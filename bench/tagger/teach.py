"""Label news that nobody has labelled with the mean opinion of several taggers.

    python -m bench.tagger.teach WORK teacher1.npz teacher2.npz ... --part 0 --parts 2

Every window is written with the mean marginals of the teachers, the pieces that these spell, and their mean links.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.tagger.corpus import unlabelled
from bench.tagger.windows import Array
from whence.quotes.chain import best_labels
from whence.quotes.linking import WindowPieces, link_probabilities
from whence.quotes.tagger import Window, cut_windows, pieces_of, read_states
from whence.quotes.tokens import Tokens, split_tokens
from whence.quotes.weights import TaggerWeights, load_tagger

BATCH = 24  # reports read side by side


def opinions(windows: Sequence[Window], teachers: Sequence[TaggerWeights]) -> Iterator[dict[str, object]]:
    """Each window with the teachers' mean opinion."""
    lengths = [len(window.codes) for window in windows]
    read = [read_states(windows, teacher) for teacher in teachers]
    marginals = np.mean([one for _, one in read], axis=0)
    start = 0
    for window, labels in zip(windows, best_labels(marginals, lengths), strict=True):
        rows = slice(start, start + len(labels))
        pieces = pieces_of(labels, np.flatnonzero(window.places < 0).tolist())
        states = [one[rows] for one, _ in read]
        yield {
            "codes": window.codes.astype(np.int16),
            "marginals": marginals[rows].astype(np.float16),
            "pieces": pieces,
            "cues_of": mean_links(pieces, states, teachers, "content"),
            "sources_of": mean_links(pieces, states, teachers, "cue"),
        }
        start += len(labels)


def mean_links(
    pieces: WindowPieces, states: Sequence[Array], teachers: Sequence[TaggerWeights], asking: str
) -> list[int]:
    """The answer that the teachers together find most probable for each asking piece; -1 none."""
    asks, answers = (pieces.content, pieces.cue) if asking == "content" else (pieces.cue, pieces.source)
    if not asks:
        return []
    odds = [
        link_probabilities(
            asks,
            answers,
            pieces.breaks,
            state,
            teacher.cue_of_content if asking == "content" else teacher.source_of_cue,
        )
        for state, teacher in zip(states, teachers, strict=True)
    ]
    return (np.mean(odds, axis=0).argmax(axis=1) - 1).tolist()


def main() -> None:
    """Label a part of the news."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--part", type=int, default=0)
    parser.add_argument("--parts", type=int, default=1)
    parser.add_argument("--tokens", type=int, default=4_000_000, help="how many tokens in all parts")
    given = parser.parse_args()
    teachers = [load_tagger(path.read_bytes()) for path in given.teachers]
    texts = list(unlabelled())
    random.Random(7).shuffle(texts)
    cpu, done = time.process_time(), 0
    batch: list[Tokens] = []
    found: list[dict[str, object]] = []
    for text in texts[given.part :: given.parts]:
        batch.append(split_tokens(text))
        if len(batch) == BATCH:
            windows = sorted(cut_windows(batch, teachers[0].lexicon), key=lambda one: -len(one.codes))
            found += opinions(windows, teachers)
            done += sum(len(window.codes) for window in windows)
            batch = []
            if done > given.tokens / given.parts:
                break
            if len(found) % 50 < 10:
                print(f"{done} tokens, cpu {time.process_time() - cpu:.0f}s", flush=True)
    (given.work / f"taught{given.part}.pkl").write_bytes(pickle.dumps(found))
    print(f"done {done} tokens, cpu {time.process_time() - cpu:.0f}s")


if __name__ == "__main__":
    main()
