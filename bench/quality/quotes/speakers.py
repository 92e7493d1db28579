"""Speakers held against the 210 attributions of PolNeAR that two people read.

    python -m bench.quality.quotes.speakers

All gold attributions of each report are given, so that only the resolving is measured. Counted are those whose speaker
is a person or an organisation that the readers could name: right, wrong, or not resolved, by the form of the source.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from bench.quality.quotes.settings import GOLD
from bench.quality.shared_data import DATA, Row, lines
from whence.export.quotes_documents import speaker_name
from whence.names.find import find_names
from whence.names.speakers import resolve_speakers
from whence.reading.record import read_record
from whence.records import Speaker
from whence.text.folding import fold
from whence.text.spans import Span

PRONOUNS = frozenset(["he", "she", "it", "they", "who", "we", "i", "him", "her", "his", "their", "that", "which"])
Judged = tuple[str, str, str]  # part, form of the source, outcome


def measure() -> dict[str, float]:
    """Shares of right and of not wrong speakers on both parts, and of right ones among resolved pronouns."""
    counts: Counter[Judged] = Counter(_judged())
    figures: dict[str, float] = {}
    for part in ("dev", "train"):
        seen = {key: number for key, number in counts.items() if key[0] == part}
        total = sum(seen.values())
        shares = {outcome: sum(number for key, number in seen.items() if key[2] == outcome) / total
                  for outcome in ("right", "wrong")}  # fmt: skip
        figures[f"speakers.{part}.right"] = round(shares["right"], 3)
        figures[f"speakers.{part}.not_wrong"] = round(1 - shares["wrong"], 3)
    pronouns = {outcome: counts["dev", "pronoun", outcome] + counts["train", "pronoun", outcome]
                for outcome in ("right", "wrong", "unresolved")}  # fmt: skip
    figures["speakers.pronouns.right"] = round(pronouns["right"] / sum(pronouns.values()), 3)
    figures["speakers.pronouns.precision"] = round(pronouns["right"] / (pronouns["right"] + pronouns["wrong"]), 3)
    return figures


def _judged() -> Iterator[Judged]:
    """Each attribution of the gold with what became of its speaker."""
    wanted: dict[str, list[Row]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["speaker"] and row["speaker_kind"] in ("person", "organisation"):
            wanted.setdefault(row["report"], []).append(row)
    for part in ("dev", "train"):
        for row in lines(DATA / "polnear" / f"{part}.jsonl.gz"):
            if row["id"] in wanted:
                found = _resolved(row)
                for gold in wanted[row["id"]]:
                    names = [row["text"][one["start"] : one["end"]] for one in gold["speaker"]]
                    source = row["text"][gold["source"][0]["start"] : gold["source"][0]["end"]].lower()
                    form = "pronoun" if source in PRONOUNS else "name or description"
                    yield part, form, _outcome(names, found[_key(gold)])


def _resolved(row: Row) -> dict[tuple[int, int], tuple[Speaker, ...]]:
    """The speakers of all attributions of a report, by where their contents begin and end."""
    report = read_record({"id": row["id"], "text": row["text"], "published": row["date"]})
    told = [one for one in row["attributions"] if one["content"]]
    spans = [[[Span(piece["start"], piece["end"]) for piece in one[role]] for one in told]
             for role in ("source", "content")]  # fmt: skip
    speakers = resolve_speakers(report, find_names(report), spans[0], spans[1])
    return {_key(one): who for one, who in zip(told, speakers, strict=True)}


def _key(row: Row) -> tuple[int, int]:
    """What tells the attributions of a report apart."""
    return row["content"][0]["start"], row["source"][0]["start"] if row["source"] else -1


def _outcome(names: list[str], found: tuple[Speaker, ...]) -> str:
    """Right where the same people are named; whom the report's own words alone stand for is not resolved, not wrong."""
    name = speaker_name(found)
    if name is None or all(speaker.kind in ("unnamed", "document") for speaker in found):
        return "right" if name is not None and _plain(name.split("; ")) == _plain(names) else "unresolved"
    return "right" if _plain(name.split("; ")) == _plain(names) else "wrong"


def _plain(names: list[str]) -> set[str]:
    """Names without articles and initials, as they are matched."""
    return {" ".join(w for w in fold(name).removeprefix("the ").split() if len(w.strip(".")) > 1) for name in names}


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure}={value}")
