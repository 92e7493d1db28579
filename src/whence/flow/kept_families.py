"""Families kept from the run before: which are made from the same reports by the same rules, and stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import orjson

from whence.corpus.state import write_whole

NAME = "families.json"
DIGEST_BYTES = 12


class Kept(NamedTuple):
    """What the tables were made from: the id of each family by the digest of what it was made from, a digest of those
    whose claims of time were surveyed, and what the survey found."""

    families: Mapping[str, str]
    surveyed: str
    before: tuple[float, float]


NOTHING = Kept({}, "", (0.0, 0.0))


def load_kept(folder: Path) -> Kept:
    """What the tables of a corpus were made from; nothing where there are none yet."""
    path = folder / NAME
    if not path.exists():
        return NOTHING
    data = orjson.loads(path.read_bytes())
    return Kept(data["families"], data["surveyed"], tuple(data["before"]))


def save_kept(folder: Path, kept: Kept) -> None:
    """Say what the tables were made from, once they are in place: a run that is killed between does it anew."""
    write_whole(folder / NAME, orjson.dumps(kept._asdict()))


def digest_of(pieces: Sequence[bytes]) -> str:
    """A digest of what a family is made from.

    >>> digest_of([b"a", b"b"]) == digest_of([b"ab"])
    False
    """
    found = blake2b(digest_size=DIGEST_BYTES)
    for piece in pieces:
        found.update(len(piece).to_bytes(8, "little"))
        found.update(piece)
    return found.hexdigest()
