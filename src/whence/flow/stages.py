"""The straight line: every stage in order, what it reads and what it writes. Read this file first.

    read -> find -> mark -> pair -> align -> group -> change -> trace -> keep -> show

A stage reads only what stands above it and writes its own; no stage calls another. Two reports (`flow.compare`) are
aligned at once; a corpus (`flow.trace`) is marked and paired first, and aligned candidate by candidate; what goes into
a store (`flow.adding`) runs the whole line lot by lot.
"""

from __future__ import annotations

from typing import NamedTuple


class Stage(NamedTuple):
    """One row of the line: name, shape, what it reads and writes, and the function that does it."""

    name: str
    shape: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    kernel: str


STAGES: tuple[Stage, ...] = (
    Stage("read", "each source", ("bytes",), ("report", "reject"), "whence.reading.readers:read_source"),
    Stage("find", "each report", ("report",), ("name", "time", "quote", "figure"), "whence.flow.find:find"),
    Stage("mark", "each report", ("report",), ("word", "fingerprint"), "whence.flow.marking:mark_chunks"),
    Stage("pair", "join on fingerprint", ("fingerprint",), ("candidate",), "whence.flow.linking:link_all"),
    Stage("align", "each candidate", ("word", "candidate"), ("passage",), "whence.flow.aligning:align_blocks"),
    Stage(
        "group", "each report, in order of time", ("report", "passage"), ("story",), "whence.flow.grouping:group_new"
    ),
    Stage("align", "each pair", ("report", "quote"), ("alignment",), "whence.copies.passages:align_reports"),
    Stage("share", "each pair", ("alignment",), ("passage",), "whence.copies.passages:find_shared"),
    Stage("change", "each pair", ("report", "alignment"), ("row", "change"), "whence.changes.find:find_changes"),
    Stage("match", "each pair", ("alignment", "quote"), ("quote pair",), "whence.changes.attributions:pair_quotes"),
    Stage(
        "agree", "each pair", ("report", "time", "figure"), ("figure pair",), "whence.agreement.matching:match_figures"
    ),
    Stage("trace", "each pair", ("report", "passage", "change"), ("relation",), "whence.lineage.relate:relate"),
    Stage(
        "trace",
        "each family",
        ("report", "passage", "relation"),
        ("family", "hop"),
        "whence.flow.arriving_families:FamilyTracer",
    ),
    Stage(
        "keep",
        "each lot",
        ("report", "quote", "figure", "passage", "story", "family", "hop"),
        ("store",),
        "whence.flow.adding:Adder",
    ),
    Stage(
        "show",
        "each comparison",
        ("row", "change", "quote pair", "figure pair", "relation"),
        ("page",),
        "whence.export",
    ),
    Stage("show", "by key", ("store",), ("page",), "whence.flow.desk:Desk"),
)
