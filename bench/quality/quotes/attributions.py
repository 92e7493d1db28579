"""PolNeAR's dev split through the whole stage find, scored by ../shared/score/attributions.py.

    python -m bench.quality.quotes.attributions            # the scorer's figures
    python -m bench.quality.quotes.attributions --table    # also by kind and by class of error, as Markdown

The dev split trained nothing but the twelve numbers of the confidence (bench/tagger/calibrate.py).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bench.quality.shared_data import DATA, SHARED, Row, lines
from whence.export.quotes_documents import quotes_line
from whence.flow.find import find
from whence.reading.record import read_record
from whence.records import Findings

DEV = DATA / "polnear" / "dev.jsonl.gz"
SCORER = SHARED / "score" / "attributions.py"
ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+|[^\w\s]")
Words = frozenset[int]


def predicted() -> list[dict[str, Any]]:
    """The quotes of each dev report, as `whence quotes --jsonl` writes them."""
    reports = (read_record({"id": row["id"], "text": row["text"]}) for row in lines(DEV))
    return [dict(quotes_line(one.report, one.quotes)) for one in find(reports) if isinstance(one, Findings)]


def score(rows: Sequence[dict[str, Any]]) -> str:
    """What the shared scorer prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [sys.executable, str(SCORER), str(DEV), file.name]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure() -> dict[str, float]:
    """The figures of the scorer's last line."""
    printed = score(predicted())
    print(printed.strip())
    return {f"quotes.{name}": float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", printed.splitlines()[-1])}


def error_table(rows: Sequence[dict[str, Any]]) -> str:
    """Gold attributions by kind and by what became of them, as a Markdown table, and what has no gold at all."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("direct", "mixed", "indirect")}
    spurious: Counter[str] = Counter()
    for gold, found in zip(lines(DEV), rows, strict=True):
        for kind, outcome in outcomes(gold, found):
            (spurious if outcome == "spurious" else counts[kind])[kind if outcome == "spurious" else outcome] += 1
    columns = ("found", "another source", "no source found", "source where gold has none", "content not found")
    table = [f"| kind | gold | {' | '.join(columns)} | found without gold |", "|---|" + "---:|" * (len(columns) + 2)]
    for kind, seen in counts.items():
        total = sum(seen.values())
        shares = " | ".join(f"{100 * seen[column] / total:.1f} %" for column in columns)
        table.append(f"| {kind} | {total} | {shares} | {spurious[kind]} |")
    return "\n".join(table)


def outcomes(gold: Row, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The kind and the fate of each gold attribution; then each predicted one that matches none."""
    words = [match.span() for match in WORD.finditer(gold["text"])]
    wanted = [one for one in gold["attributions"] if one["content"] and one["kind_derived"]]
    sides = [
        [{role: words_of(one[role], words) for role in ROLES} for one in side] for side in (wanted, found["quotes"])
    ]
    matched = match_contents(sides[0], sides[1])
    for number, one in enumerate(wanted):
        other = matched.get(number)
        yield one["kind_derived"], "content not found" if other is None else fate_of(sides[0][number], sides[1][other])
    taken = set(matched.values())
    for number, quote in enumerate(found["quotes"]):
        if number not in taken:
            yield quote["kind"], "spurious"


def fate_of(gold: dict[str, Words], found: dict[str, Words]) -> str:
    """What is right or wrong of a matched content's source."""
    if found["source"] & gold["source"] or not (found["source"] or gold["source"]):
        return "found"
    if not found["source"]:
        return "no source found"
    return "another source" if gold["source"] else "source where gold has none"


def match_contents(gold: Sequence[dict[str, Words]], found: Sequence[dict[str, Words]]) -> dict[int, int]:
    """Contents matched one to one, the most alike first, as the scorer does."""
    pairs = sorted(
        (-len(one["content"] & other["content"]) / len(one["content"] | other["content"]), j, i)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one["content"] & other["content"]
    )
    matched: dict[int, int] = {}
    for _, j, i in pairs:
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def words_of(spans: Sequence[Row], words: Sequence[tuple[int, int]]) -> Words:
    """The numbers of the words that spans touch."""
    return frozenset(
        number
        for span in spans
        for number, (start, end) in enumerate(words)
        if start < span["end"] and end > span["start"]
    )


def main() -> None:
    """Score, and on request show the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", action="store_true")
    rows = predicted()
    print(score(rows).strip())
    if parser.parse_args().table:
        print(error_table(rows))


if __name__ == "__main__":
    main()
