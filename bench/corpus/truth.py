"""Reading truth and found pairs: what is direct, what is family, what nobody made."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

Row = dict[str, Any]
Pair = tuple[str, str]


class TruePassage(NamedTuple):
    """The same words in child and parent; `furniture` where they are an outlet's standing line."""

    child: tuple[int, int]
    parent: tuple[int, int]
    furniture: bool


class TruePair(NamedTuple):
    """A child and one of its parents: the kind of copying, and every stretch of words taken."""

    child: str
    parent: str
    kind: str
    passages: list[TruePassage]


class Families:
    """Who is related to whom, through any number of copies: disjoint sets."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Make two reports members of one family."""
        self._above[self.head(one)] = self.head(other)

    def head(self, member: str) -> str:
        """The member that stands for a family; a stranger stands for itself."""
        above = self._above.get(member, member)
        while above != member:
            over = self._above.get(above, above)
            self._above[member] = over
            member, above = above, over
        return member


def read_rows(path: Path) -> Iterator[Row]:
    """The records of a file of JSON lines, compressed where its name ends in .gz."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        for line in file:
            if line.strip():
                yield orjson.loads(line)


def pair_key(one: str, other: str) -> Pair:
    """Two ids in one order."""
    return (one, other) if one < other else (other, one)


def read_truth(path: Path) -> tuple[dict[Pair, TruePair], Families]:
    """Every direct pair of a file of truth, and the families that they make."""
    direct: dict[Pair, TruePair] = {}
    families = Families()
    for row in read_rows(path):
        for parent in row["parents"]:
            passages = [
                TruePassage(
                    (passage["child_start"], passage["child_end"]),
                    (passage["parent_start"], passage["parent_end"]),
                    bool(passage.get("furniture")),
                )
                for passage in row["passages"]
                if passage["parent"] == parent
            ]
            direct[pair_key(row["child"], parent)] = TruePair(row["child"], parent, row["kind"], passages)
            families.join(row["child"], parent)
    return direct, families
