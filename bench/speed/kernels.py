"""CPU seconds inside Python: the sample, a megabyte, growth from 50 kB to 1.6 MB, and texts made to be slow.

python -m bench.speed.kernels
"""

from __future__ import annotations

import gc
import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from math import log2
from pathlib import Path

from whence.changes.find import find_changes
from whence.copies.passages import align_reports, find_shared
from whence.flow.compare import compare
from whence.reading.plain import read_text
from whence.records import Report

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "cases" / "sky-news-interview"
GROWTH_KB = (50, 100, 200, 400, 800, 1600)
SLACK = 1.6  # growth over n log n allowed between the smallest and the largest: caches and a noisy machine


def seconds(work: Callable[[], object], runs: int = 1) -> float:
    """The median CPU time of some runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def sample_texts() -> tuple[str, str]:
    """The sample pair, or the demo's where ../shared is absent."""
    folder = SAMPLE if SAMPLE.is_dir() else Path(str(files("whence.resources").joinpath("demo")))
    names = ("a.txt", "b.txt") if SAMPLE.is_dir() else ("courier.txt", "courier-update.txt")
    a, b = ((folder / name).read_text("utf-8") for name in names)
    return a, b


def long_pair(kilobytes: int) -> tuple[Report, Report]:
    """A long pair: real reports of ../shared one after the other (else self-made lines), and an edited copy."""
    drawn = random.Random(kilobytes)
    lines: list[str] = []
    size = 0
    for line in _news_lines(drawn):
        lines.append(line)
        size += len(line) + 1
        if size >= kilobytes * 1000:
            break
    edited = [line for line in lines if drawn.random() > 0.1]
    for place in range(0, len(edited), 5):
        words = edited[place].split()
        words[drawn.randrange(len(words))] = "changed"
        edited[place] = " ".join(words)
    return read_text("\n".join(lines)), read_text("\n".join(edited))


def _news_lines(drawn: random.Random) -> Iterator[str]:
    """Paragraphs of news: abp where it is here, else the demo's with random words put in."""
    corpus = SAMPLE.parents[1] / "data" / "abp" / "articles.jsonl.gz"
    if corpus.is_file():
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            for record in file:
                yield from (line for line in json.loads(record)["text"].split("\n") if line.strip())
    sentences = [line for line in "\n".join(sample_texts()).split("\n") if line.strip()]
    while True:
        words = drawn.choice(sentences).split()
        for _ in range(3):
            words[drawn.randrange(len(words))] = f"{drawn.choice('bcdfgklmnprst')}{drawn.randrange(40_000)}"
        yield " ".join(words)


def align_and_change(a: Report, b: Report) -> None:
    """The two stages that grow with the text."""
    alignment = align_reports(a, b)
    find_shared(alignment)
    find_changes(a, b, alignment)


def grow(kilobytes: int) -> float:
    """The time that a pair of this size takes."""
    a, b = long_pair(kilobytes)
    return seconds(lambda: align_and_change(a, b), 3)


def main() -> None:
    """Print every figure beside its limit; exit 1 where one is missed."""
    gc.set_threshold(100_000, 50, 50)  # as the command line sets it
    checks: list[tuple[str, float, float]] = []
    text_a, text_b = sample_texts()
    a, b = read_text(text_a), read_text(text_b)
    checks.append(("sample: align and change", seconds(lambda: align_and_change(a, b), 41), 0.010))
    big_a, big_b = long_pair(1000)
    checks.append(("1 MB pair: align and change", seconds(lambda: align_and_change(big_a, big_b), 3), 3.0))
    print(f"  1 MB pair, the whole comparison: {seconds(lambda: compare(big_a, big_b), 3):.3f} s")
    growth = [(kb, grow(kb)) for kb in GROWTH_KB]
    for kb, spent in growth:
        print(
            f"  {kb:5} kB: {spent:.3f} s, {1e6 * spent / (kb * 1000 * log2(kb * 1000)):.3f} us a character and log2 n"
        )
    (first_kb, first), (last_kb, last) = growth[0], growth[-1]
    expected = first * (last_kb * log2(last_kb * 1000)) / (first_kb * log2(first_kb * 1000))
    checks.append(("growth over n log n, 50 kB to 1.6 MB", last / expected, SLACK))
    word = read_text("word " * 100_000)
    checks.append(("one word 100,000 times, with itself", seconds(lambda: align_and_change(word, word)), 3.0))
    marks = read_text("“" * 100_000)
    checks.append(("100,000 opening marks, with the sample", seconds(lambda: align_and_change(marks, a)), 3.0))
    for name, spent, limit in checks:
        print(f"{'ok  ' if spent <= limit else 'SLOW'} {name:42} {spent:.4f}  limit {limit}")
    sys.exit(any(spent > limit for _, spent, limit in checks))


if __name__ == "__main__":
    main()
