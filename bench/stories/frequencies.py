"""Count in how many reports each common term stands, and write it to whence.resources.

python -m bench.stories.frequencies
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.quality.shared_data import DATA, lines
from whence.reading.record import read_record
from whence.stories.terms import FULL_NAMES, WORDS, read_terms

LEAST_SHARE = 0.004  # of the reports: rarer terms are rare wherever they are counted
TARGET = Path(__file__).resolve().parents[2] / "src/whence/resources/term_frequencies.txt"


def main() -> None:
    """Count and write."""
    seen: Counter[str] = Counter()
    reports = 0
    for row in lines(DATA / "abp" / "articles.jsonl.gz"):
        counts = read_terms(read_record({"title": row["title"], "text": row["text"]}, labelled=False)).counts
        seen.update({*counts[WORDS], *counts[FULL_NAMES]})
        reports += 1
    common = sorted((-count, term) for term, count in seen.items() if count >= LEAST_SHARE * reports)
    head = (
        "# Common terms of US news of 2012-20 and the share of reports that have them (bench/stories/frequencies.py).\n"
    )
    TARGET.write_text(head + "".join(f"{term} {-count / reports:.3f}\n" for count, term in common), "utf-8")


if __name__ == "__main__":
    main()
