"""Write families with known truth.

python -m bench.families.generate --families 1000 --smallest 2 --largest 200 --seed 7 --out FOLDER [--texts abp|written]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import orjson

from bench.corpus.generate import FIRST_DAY
from bench.corpus.sources import SOURCES, open_texts
from bench.families.growing import AGENCIES, Family, Grower


def family_lines(family: Family, outlets: list[str], number: int) -> Iterator[bytes]:
    """The reports of a family as lines of JSON in the fields that whence reads, and `family`, which it passes over."""
    for member in sorted(family.members, key=lambda member: member.printed.id):
        yield orjson.dumps(
            {
                "id": member.printed.id,
                "outlet": AGENCIES[member.wire]
                if member.wire and member.kind == "source"
                else outlets[member.printed.outlet],
                "published": f"{FIRST_DAY + timedelta(minutes=member.printed.minute):%Y-%m-%dT%H:%M}Z",
                "title": member.printed.title,
                "text": member.text,
                "family": number,
            },
            option=orjson.OPT_APPEND_NEWLINE,
        )


def truth_line(family: Family, number: int) -> bytes:
    """The truth of a family as a line of JSON: for each member its parents that are there, and `outside` where a source
    that is not there (or nothing at all) stands before it."""
    members = [
        {
            "id": member.printed.id,
            "parents": sorted(family.parents[member.printed.id]),
            "outside": member.printed.id in family.outside,
            "kind": member.kind,
        }
        for member in family.members
    ]
    row = {"family": number, "sources": family.sources, "members": members}
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


def write_families(folder: Path, count: int, sizes: tuple[int, int], *, seed: int, texts: str | None) -> None:
    """Write reports.jsonl and truth.jsonl."""
    grower = Grower(open_texts(texts), seed)
    folder.mkdir(parents=True, exist_ok=True)
    outlets = [outlet.name for outlet in grower.newsroom.outlets]
    with (folder / "reports.jsonl").open("wb") as reports, (folder / "truth.jsonl").open("wb") as truth:
        for number, family in enumerate(islice(grower.families(*sizes), count)):
            reports.writelines(family_lines(family, outlets, number))
            truth.write(truth_line(family, number))


def main() -> None:
    """Make the families that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--families", type=int, default=1000)
    parser.add_argument("--smallest", type=int, default=2)
    parser.add_argument("--largest", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", choices=tuple(SOURCES))
    given = parser.parse_args()
    write_families(given.out, given.families, (given.smallest, given.largest), seed=given.seed, texts=given.texts)


if __name__ == "__main__":
    main()
