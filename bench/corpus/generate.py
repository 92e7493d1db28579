"""Make a corpus of news-like reports with known truth (README.md).

python -m bench.corpus.generate --reports 100000 --seed 7 --out FOLDER [--texts abp|written] [--gzip] [--special NAME]
"""

from __future__ import annotations

import argparse
import gc
import gzip
import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

import orjson

from bench.corpus.newsroom import OUTLETS, Newsroom, Truth
from bench.corpus.sources import SOURCES, open_texts
from bench.corpus.special import SPECIALS
from bench.corpus.weaving import Printed

FIRST_DAY = datetime(2024, 3, 1)
REPORTS, TRUTH, MANIFEST = "reports.jsonl", "truth.jsonl", "corpus.json"
GZIP_LEVEL = 3  # news text shrinks to two fifths at a third of the time of level 9
Made = Iterator[tuple[Printed, Truth | None]]


class Order(NamedTuple):
    """What is asked for: how many reports (0: the usual number), from which seed, texts and special corpus."""

    reports: int
    seed: int
    texts: str | None = None
    special: str | None = None
    gzip: bool = False


def make_reports(order: Order) -> tuple[Newsroom, Made]:
    """The newsroom and the reports that were ordered, one after the other."""
    texts = open_texts(order.texts)
    if order.special is None:
        newsroom = Newsroom(texts, order.seed)
        return newsroom, islice(newsroom.reports(), order.reports or 1000)
    special = SPECIALS[order.special]
    wanted = order.reports or special.reports
    newsroom = Newsroom(texts, order.seed, outlet_count=wanted if special.outlet_each else OUTLETS)
    return newsroom, islice(special.make(newsroom), wanted)


def report_line(printed: Printed, outlet: str) -> bytes:
    """A report as a line of JSON, in the fields that whence reads."""
    return orjson.dumps(
        {
            "id": printed.id,
            "outlet": outlet,
            "published": f"{FIRST_DAY + timedelta(minutes=printed.minute):%Y-%m-%dT%H:%M}Z",
            "title": printed.title,
            "text": printed.text,
        },
        option=orjson.OPT_APPEND_NEWLINE,
    )


def truth_line(truth: Truth) -> bytes:
    """The truth of a derived report as a line of JSON."""
    passages = [
        {
            "parent": run.parent,
            "child_start": run.child_start,
            "child_end": run.child_end,
            "parent_start": run.parent_start,
            "parent_end": run.parent_end,
            **({"furniture": True} if run.furniture else {}),
        }
        for run in truth.passages
    ]
    row = {"child": truth.child, "parents": truth.parents, "kind": truth.kind, "depth": truth.depth}
    return orjson.dumps({**row, "passages": passages}, option=orjson.OPT_APPEND_NEWLINE)


def write_corpus(order: Order, folder: Path) -> dict[str, object]:
    """Write reports, truth and manifest into a folder, streamed.

    Args:
        order: what to make.
        folder: where; made if it is not there, files of the same names are replaced.

    Returns:
        The manifest: what was ordered, how many reports of each kind came of it, and the SHA-256 of what was written
        (before compression).
    """
    newsroom, made = make_reports(order)
    folder.mkdir(parents=True, exist_ok=True)
    kinds: Counter[str] = Counter()
    depths: Counter[int] = Counter()
    digests = {REPORTS: hashlib.sha256(), TRUTH: hashlib.sha256()}
    with ExitStack() as stack:
        files = {name: stack.enter_context(_open(folder / name, packed=order.gzip)) for name in digests}
        for printed, truth in made:
            lines = {REPORTS: report_line(printed, newsroom.outlets[printed.outlet].name)}
            if truth is not None:
                lines[TRUTH] = truth_line(truth)
            for name, line in lines.items():
                files[name].write(line)
                digests[name].update(line)
            kinds[truth.kind if truth else "independent"] += 1
            depths[truth.depth if truth else 0] += 1
    manifest: dict[str, object] = {
        **{name: value for name, value in order._asdict().items() if name != "gzip"},
        "texts": newsroom.texts.name,
        "made": sum(kinds.values()),
        "kinds": dict(sorted(kinds.items())),
        "depths": {str(depth): depths[depth] for depth in sorted(depths)},
        "sha256": {name: digest.hexdigest() for name, digest in digests.items()},
    }
    (folder / MANIFEST).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
    return manifest


def main() -> None:
    """Make the corpus that the command line asks for, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=0, help="how many (1000, or what the special corpus has)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", choices=tuple(SOURCES), help="abp where ../shared is, else written")
    parser.add_argument("--special", choices=tuple(SPECIALS))
    parser.add_argument("--gzip", action="store_true", help="write reports.jsonl.gz and truth.jsonl.gz")
    given = parser.parse_args()
    gc.disable()  # nothing here refers to itself, and looking for what does costs a tenth of the time
    started = time.process_time()
    order = Order(given.reports, given.seed, given.texts, given.special, given.gzip)
    manifest = write_corpus(order, given.out)
    seconds = time.process_time() - started
    print(orjson.dumps(manifest, option=orjson.OPT_INDENT_2).decode())
    print(f"{seconds:.1f} CPU seconds, start included")


def _open(path: Path, *, packed: bool) -> IO[bytes]:
    """A file to write, compressed where asked; the same lines give the same bytes at any time."""
    if not packed:
        path.with_name(path.name + ".gz").unlink(missing_ok=True)
        return path.open("wb")
    path.unlink(missing_ok=True)
    return gzip.GzipFile(path.with_name(path.name + ".gz"), "wb", GZIP_LEVEL, mtime=0)  # type: ignore[return-value]


if __name__ == "__main__":
    main()
