"""Make the dictionary of records: how findings, families and changes of the project's own made-up reports pack.

python -m bench.store.dictionaries NUMBER

Numbers that have been used are never written again: rows in stores need them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import orjson

from whence.flow.find import find
from whence.flow.read import read
from whence.flow.story import story
from whence.records import Change, Family, Findings, Report
from whence.store.packing import Place, coders_of
from whence.store.rows import Found

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("tests/cases/*/*.txt", "src/whence/resources/demo/*.txt")
MOST_BYTES = 32_000  # the window of zlib; what comes last costs least to point at


def main() -> None:
    """Write the file."""
    target = ROOT / f"src/whence/resources/squeezed_records_{int(sys.argv[1])}.bin"
    if target.exists():
        sys.exit(f"{target}: is in use; take the next number")
    reports = [read(str(path)) for pattern in SOURCES for path in sorted(ROOT.glob(pattern))]
    packed = [pack_plain(one) for one in find(reports) if isinstance(one, Findings)]
    told = story(reports[-6:])
    by_id = {report.id: report for report in told.reports}
    packed += [orjson.dumps(coders_of(Family)[0](family, Place(by_id))) for family in told.families]
    packed += [orjson.dumps(coders_of(tuple[Change, ...])[0](hop.changes, Place(by_id))) for hop in told.hops]
    target.write_bytes(b"\n".join(packed)[-MOST_BYTES:])


def pack_plain(one: Findings) -> bytes:
    """The findings of a report as they are before squeezing."""
    report: Report = one.report
    found = (one.names, one.times, one.quotes, one.figures, one.heard)
    return orjson.dumps(coders_of(Found)[0](found, Place({report.id: report})))


if __name__ == "__main__":
    main()
