"""Credits: whose text a report prints, held against what collectors of news wrote down about it.

    python -m bench.quality.credits

PolNeAR says for each report which agency its text came over (`wire`), where it knows; a report that does not state it
in its text cannot be told. asprout's `dateline_wire_silver` was read from datelines by a pattern of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.quality.shared_data import DATA, lines
from whence.names.agencies import find_agency_marks
from whence.reading.record import read_record

FORMS = {"AP": r"\bAP\b|Associated Press", "UPI": r"\bUPI\b|United Press", "Reuters": "(?i:reuters)", "AFP": "AFP"}
SHOWN = {"reuters": "Reuters", "ap": "AP", "upi": "UPI", "afp": "AFP"}


class Credited(NamedTuple):
    """A report, the agency that its collectors give, and those that whence finds marks of."""

    id: str
    text: str
    wire: str | None
    found: set[str]

    @property
    def stated(self) -> bool:
        """Whether the text names the agency at all."""
        return self.wire is not None and re.search(FORMS.get(self.wire, re.escape(self.wire)), self.text) is not None


def credited(corpus: str, field: str) -> Iterator[Credited]:
    """The reports of a corpus, with the agency that a field of theirs gives."""
    rows = (row for path in sorted((DATA / corpus).glob("*.jsonl.gz")) for row in lines(path))
    for record in rows:
        report = read_record({name: record[name] for name in ("id", "text", "paragraphs") if name in record})
        wire = SHOWN.get(str(record.get(field) or "").lower(), record.get(field)) or None
        marks = {mark.agency for mark in find_agency_marks(report) if mark.kind != "mention"}
        yield Credited(report.id, report.text, None if wire == "NA" else wire, marks)


def measure() -> dict[str, float]:
    """Recall where the text states the agency, and the share of reports with marks that are not marks of another."""
    polnear = list(credited("polnear", "wire"))
    asprout = [one for one in credited("asprout", "dateline_wire_silver") if one.wire]
    stated = [one for one in polnear if one.stated]
    marked = [one for one in polnear if one.found]
    return {
        "credits.polnear.recall": _share(one.wire in one.found for one in stated),
        "credits.polnear.precision": _share(one.found == {one.wire} for one in marked),
        "credits.asprout.recall": _share(one.wire in one.found for one in asprout),
    }


def _share(holds: Any) -> float:
    """How many of some hold, in per cent."""
    each = [bool(one) for one in holds]
    return 100 * sum(each) / max(1, len(each))


def main() -> None:
    """Print the figures, and what to read by eye."""
    for name, value in measure().items():
        print(f"{name:28} {value:.1f}")
    every = list(credited("polnear", "wire"))
    wired, stated = sum(one.wire is not None for one in every), sum(one.stated for one in every)
    print(f"polnear: {wired} with a wire, {stated} state it")
    for one in every:
        if one.found - {one.wire} or (one.stated and one.wire not in one.found):
            print(f"  {one.id}: given {one.wire}, found {sorted(one.found)}")
    for one in credited("asprout", "dateline_wire_silver"):
        if one.wire and one.wire not in one.found:
            print(f"  {one.id}: given {one.wire}, found {sorted(one.found)}")


if __name__ == "__main__":
    main()
