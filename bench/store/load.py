"""Pages under load: clients read stories and search while reports are being added.

python -m bench.store.load STORE LATER.jsonl [--clients 20] [--seconds 60] [--rate 20] [--think 1.0]

STORE is a SQLite store of many reports (bench.store.multiply makes a large one of a smaller); LATER holds reports that
it does not have. The store is changed: give a copy. A client opens a page, reads it for `--think` seconds (0: at once),
and opens the next: stories chosen at random, and searches of one to three words of the reports.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

from whence.store.squeezing import unsqueeze

PORT = 8497
SEED = 7


class Seen(NamedTuple):
    """One page: what kind, how long it took (ms), the status."""

    kind: str
    took: float
    status: int


def main() -> None:
    """Print percentiles by kind of page, and how many reports were added meanwhile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("later", type=Path)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--think", type=float, default=1.0)
    given = parser.parse_args()
    stories, words = facts(given.store)
    command = [sys.executable, "-m", "whence", "serve", "--db", str(given.store), "--port", str(PORT)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    feeder = [sys.executable, "-m", "bench.store.feed", str(given.store), str(given.later), str(given.rate)]
    adding = subprocess.Popen(feeder, stdout=subprocess.PIPE) if given.rate else None
    try:
        if adding and adding.stdout:
            adding.stdout.readline()  # it has loaded what it remembers
        wait_for_server()
        seen = asyncio.run(browse(given, stories, words))
    finally:
        server.terminate()
        if adding:
            adding.terminate()
            told = adding.communicate()[0].decode().strip().splitlines()
            print(f"added meanwhile: {told[-1] if told else 'nothing'}")
    for kind in sorted({one.kind for one in seen}):
        took = np.array([one.took for one in seen if one.kind == kind])
        bad = sum(one.status != 200 for one in seen if one.kind == kind)
        p50, p95, p99 = np.percentile(took, (50, 95, 99))
        print(f"{kind}: {len(took)} pages, p50 {p50:.0f} p95 {p95:.0f} p99 {p99:.0f} ms, {bad} not 200")


def facts(path: Path) -> tuple[list[int], list[str]]:
    """The numbers of stories, and words of reports."""
    import sqlite3

    connection = sqlite3.connect(path)
    stories = [row[0] for row in connection.execute("SELECT number FROM stories WHERE reports > 0")]
    bodies = connection.execute("SELECT body FROM texts ORDER BY number DESC LIMIT 200").fetchall()
    texts = [unsqueeze(body, "text").decode() for (body,) in bodies]
    words = sorted({word for text in texts for word in text.split() if word.isalpha() and len(word) > 3})
    return stories, words


def wait_for_server() -> None:
    """Wait until pages are served."""
    import urllib.error
    import urllib.request

    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/about/method").read()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return


async def browse(given: argparse.Namespace, stories: list[int], words: list[str]) -> list[Seen]:
    """All clients at once."""
    end = time.monotonic() + given.seconds
    seen: list[Seen] = []

    async def client(number: int) -> None:
        chance = random.Random(SEED + number)
        await asyncio.sleep(chance.random() * given.think)
        while time.monotonic() < end:
            kind = chance.choice(("story", "search"))
            path = f"/story/{chance.choice(stories)}"
            if kind == "search":
                path = "/search?q=" + "+".join(chance.sample(words, chance.choice((1, 2, 3))))
            start = time.monotonic()
            status = await fetch(path)
            seen.append(Seen(kind, 1000 * (time.monotonic() - start), status))
            await asyncio.sleep(given.think)

    await asyncio.gather(*(client(number) for number in range(given.clients)))
    return seen


async def fetch(path: str) -> int:
    """One page; its status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    data = await reader.read(-1)
    writer.close()
    return int(data.split(b" ", 2)[1]) if data else 0


if __name__ == "__main__":
    main()
