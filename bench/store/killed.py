"""Kill `whence add` at many moments, and fill its disk: nothing acknowledged may be lost, a rerun must end the same.

python -m bench.store.killed [--kills 60] [--reports 400] [--corpus reports.jsonl]

What is acknowledged is what another connection can read before the kill. After each kill the store is verified; in the
end all that it exports must equal, byte for byte, what a run that nobody killed exports.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path

import orjson

from bench.store.sample import write_sample
from whence.errors import WhenceError
from whence.export.kept_documents import kept_story_document
from whence.export.story_tables import story_jsonl
from whence.flow.desk import Desk
from whence.records import StoryFilter
from whence.store.sql_store import open_store

SEED = 7
SHORTEST, LONGEST = 0.8, 7.0  # seconds before a kill
DISK_MEGABYTES = (2, 4)


def main() -> None:
    """Print what held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        source = write_sample(Path(folder) / "reports.jsonl", given.reports, given.corpus)
        whole = Path(folder) / "whole.db"
        add(source, whole).wait()
        expected = digest(whole)
        kills, lost, unfit, same, ends = 0, 0, 0, 0, 0
        while kills < given.kills:
            db = Path(folder) / f"{kills}.db"
            while True:
                seen, killed = run_and_kill(source, db, chance.uniform(SHORTEST, LONGEST))
                if not killed:
                    break
                kills += 1
                lost += counted(db) < seen
                unfit += bool(problems(db))
                if kills >= given.kills:
                    add(source, db).wait()
                    break
            ends += 1
            same += digest(db) == expected
        print(
            f"{kills} kills: {lost} lost acknowledged reports, {unfit} did not verify; {same} of {ends} ended the same"
        )
        for size in DISK_MEGABYTES:
            print(full_disk(source, size, expected))


def add(source: Path, db: Path) -> subprocess.Popen[bytes]:
    """`whence add`, started."""
    command = [sys.executable, "-m", "whence", "add", str(source), "--db", str(db), "-q"]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def run_and_kill(source: Path, db: Path, seconds: float) -> tuple[int, bool]:
    """Run until the moment comes; how many reports were acknowledged, and whether it was killed."""
    process, deadline, seen = add(source, db), time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return counted(db), False
        time.sleep(0.05)
    seen = counted(db)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return seen, True


def counted(db: Path) -> int:
    """How many reports can be read."""
    try:
        with open_store(str(db)) as store:
            return store.holdings().reports
    except WhenceError:
        return 0


def problems(db: Path) -> list[str]:
    """What does not fit together; nothing where no store has come to be."""
    if not counted(db):
        return []
    with open_store(str(db)) as store:
        return list(islice(store.verify(), 5))


def digest(db: Path) -> str:
    """A hash of everything that is exported."""
    found = sha256()
    with open_store(str(db)) as store:
        desk = Desk(store)
        for line in sorted(desk.stories(StoryFilter(), limit=1_000_000), key=lambda one: one.number):
            kept = desk.story(line.number)
            assert kept
            found.update(orjson.dumps(kept_story_document(kept, desk.figures(kept))))
            found.update(story_jsonl(kept.lines, kept.story.reports, kept.memberships).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def full_disk(source: Path, megabytes: int, expected: str) -> str:
    """Run on a disk that fills up, then with room."""
    with small_disk(megabytes) as place:
        if place is None:
            return f"disk of {megabytes} MB: cannot be made here (needs root)"
        db = place / "store.db"
        process = add(source, db)
        said = process.communicate()[1].decode().strip().splitlines()
        kept, wrong = counted(db), problems(db)
        moved = Path(tempfile.mkdtemp()) / "store.db"
        for name in place.glob("store.db*"):
            moved.with_name(name.name).write_bytes(name.read_bytes())
    add(source, moved).wait()
    same = digest(moved) == expected
    told = said[-1] if said else "nothing"
    return (
        f"disk of {megabytes} MB: exit {process.returncode}, said “{told}”; {kept} reports kept, "
        f"{len(wrong)} things do not fit; with room it ended {'the same' if same else 'OTHERWISE'}"
    )


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path | None]:
    """A file system of a size; None where none can be mounted."""
    place = Path(tempfile.mkdtemp())
    options = f"size={megabytes}m"
    if os.getuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=False).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=False)


if __name__ == "__main__":
    main()
