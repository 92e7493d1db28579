"""Families as they are seen: generated ones and labelled pairs of real reports, ready for clues, with what is true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson

from bench.corpus.truth import read_rows
from whence.copies.compiling import compile_kernels
from whence.copies.passages import read_tokens
from whence.families import family_kernel
from whence.families.claims import Claim, distances, earliest, order_claims, read_claim
from whence.families.texts import Words
from whence.families.views import Marks, Views, view_family
from whence.names.agencies import find_agency_marks
from whence.reading.record import read_record
from whence.records import Published, Report

Times = str  # "none", "day" or "minute"


class Member(NamedTuple):
    """A version: its words, all reports that print it, and what they carry."""

    words: Words
    names: tuple[str, ...]
    claims: dict[Times, Claim]
    marked: bool
    is_agency: bool


class Truth(NamedTuple):
    """What is true of versions: `parents` (versions and, last, the lost source, by versions), `roots`, whether there is
    a lost source, how many sources there are; -1 where that is not known."""

    parents: Any
    roots: Any
    lost: bool
    sources: int


def read_families(folder: Path) -> Iterator[tuple[list[Member], Truth]]:
    """The generated families of a folder, those of one version left out."""
    texts: dict[int, list[Report]] = {}
    for row in read_rows(folder / "reports.jsonl"):
        number = row.pop("family")
        texts.setdefault(number, []).append(read_record(row))
    for truth in read_rows(folder / "truth.jsonl"):
        members = fold(texts[truth["family"]])
        if len(members) > 1:
            yield members, true_family(members, truth)


def fold(reports: Sequence[Report], *, alike: bool = True) -> list[Member]:
    """Reports as versions, identical ones as one."""
    vocabulary: dict[str, int] = {}
    groups: dict[bytes, list[tuple[Report, Words]]] = {}
    for report in reports:
        tokens = read_tokens(report)
        numbers = np.array([vocabulary.setdefault(key, len(vocabulary)) for key in tokens.words.keys], np.int64)
        loose = np.frombuffer(bytes(tokens.quoted), np.uint8) | np.frombuffer(bytes(tokens.furniture), np.uint8)
        key = numbers.tobytes() if alike else report.id.encode()
        groups.setdefault(key, []).append((report, Words(numbers, loose == 0)))
    return [_member(group) for group in groups.values()]


def _member(group: list[tuple[Report, Words]]) -> Member:
    """A version of the reports that print it."""
    marks = [mark for report, _ in group for mark in find_agency_marks(report) if mark.kind != "mention"]
    published = [report.published for report, _ in group]
    claims = {
        "none": read_claim(None),
        "minute": earliest([read_claim(time) for time in published]),
        "day": earliest([read_claim(_by_day(time)) for time in published]),
    }
    own = any(mark.kind == "outlet" for mark in marks)
    return Member(group[0][1], tuple(report.id for report, _ in group), claims, bool(marks), own)


def _by_day(time: Published | None) -> Published | None:
    """A time, known to the day only."""
    return time and Published(time.iso[:10], "day", time.claimed_by)


def true_family(members: Sequence[Member], truth: dict[str, Any]) -> Truth:
    """The truth of reports as that of versions: copies to the letter are no step, and several that came from a lost
    source did not come from outside one by one."""
    place = {name: number for number, member in enumerate(members) for name in member.names}
    size = len(members)
    parents, outside, sources = np.zeros((size + 1, size), bool), np.zeros(size, bool), np.zeros(size, bool)
    for row in truth["members"]:
        child = place[row["id"]]
        sources[child] |= row["kind"] == "source"
        above = [place[name] for name in row["parents"]]
        if child not in above:
            parents[above, child] = True
            outside[child] |= row["outside"] or not above
    orphans = outside & ~sources
    lost = int(orphans.sum()) >= 2
    parents[size] = orphans & lost
    return Truth(parents, sources | (orphans & (not lost)), lost, truth["sources"])


def see(members: Sequence[Member], times: Times, kernel: Any) -> Views:
    """Members as clues see them, their times known as exactly as asked for."""
    claimed, seen = order_claims([member.claims[times] for member in members])
    marks = Marks(
        np.array([member.marked for member in members]),
        np.array([member.is_agency for member in members]),
        claimed | seen,
        distances([member.claims[times] for member in members]),
    )
    return view_family([member.words for member in members], marks, kernel)


def compiled_kernel() -> Any:
    """The kernel, compiled."""
    return compile_kernels([family_kernel])["view_pairs"]


def write_json(path: Path, value: object) -> None:
    """Write a value as indented JSON."""
    path.write_bytes(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
