"""Families in words: how sure an edge is, what an origin is; the same on screens, drawings and pages."""

from __future__ import annotations

from pathlib import PurePath

from whence.records import Edge, Origin, Report

SURE, LIKELY = 0.9, 0.65  # from here on "copied from", "probably copied from" (web-and-cli.md, pages, rule 5)
NAME_CHARACTERS = 40


def short_name(report: Report) -> str:
    """What a report is called: its outlet, else its file, else its headline.

    >>> short_name(Report("a", "a", "", source="in/b.txt")), short_name(Report("a", "a", "", outlet="The Post"))
    ('b.txt', 'The Post')
    """
    if report.outlet:
        return report.outlet
    name = PurePath(report.source).name
    told = name if name and ":" not in report.source else report.title or report.id
    return told if len(told) <= NAME_CHARACTERS else told[: NAME_CHARACTERS - 1] + "…"


def edge_in_words(edge: Edge, parent: str | None) -> str:
    """How a version hangs on its parent, as surely as the probability allows.

    >>> edge_in_words(Edge("a", "b", "copy", 0.93, words=120), "The Post")
    'copied from The Post, probability 0.93, 120 words of prose the same'
    """
    told = f"probability {edge.probability:.2f}"
    if edge.words:
        told += f", {edge.words} words of prose the same"
    if edge.kind == "common":
        return f"{_hedge(edge.probability)}prints its text, {told}"
    if edge.probability < LIKELY:
        return f"perhaps from {parent}: where it comes from is not decidable, {told}"
    verb = "a later version of that of" if edge.kind == "version" else "copied from"
    return f"{_hedge(edge.probability)}{verb} {parent}, {told}"


def origin_in_words(origin: Origin) -> str:
    """What an origin is.

    >>> origin_in_words(Origin("origin:AP", "agency", "AP", 0.97))
    'AP, not among the reports'
    """
    if origin.name:
        return f"{origin.name}, not among the reports"
    return f"a source that is not among the reports, probability {origin.probability:.2f}"


def _hedge(probability: float) -> str:
    """Nothing, "probably " or "perhaps "."""
    return "" if probability >= SURE else "probably " if probability >= LIKELY else "perhaps "
