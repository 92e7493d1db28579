"""What a golden case expects of figures and times, held against what was found: a line in words for each miss.

In expected.toml, for cases with one report (report.txt) or several (a.txt, b.txt, ...):

    [[figures]]
    words = "an estimated 1,200 goats"   # a stretch of the report that holds the figure and tells which one is meant
    report = "b"                         # the report, where there are several and it is not a
    exact = "1,200"                      # this and all that follows is optional; the evidence, to the letter
    kind = "count"
    value = 1200                         # in the unit of the words
    unit = "foot"
    meant = [1150, 1250]                 # what a writer means: the soft interval; inf where nothing bounds it
    hedge = "about"
    hedge_words = "about"                # these stand in the evidence of the hedge; "" for none
    source = "an estimated"              # and these in that of who vouches; "" for nobody
    head = "goats"                       # "" for none
    who = "Ana Ruiz"                     # whose quotation or statement it stands in; "nobody" where it is the report's

    [[times]]
    words = "last Friday"
    type = "DATE"                        # optional, as all that follows
    exact = "last Friday"
    value = "2023-03-03"
    from = "2023-03-03"                  # the first and the last day that it points at
    to = "2023-03-03"

    [[figure_pairs]]                     # of a.txt and b.txt
    a = "the 1,000-day siege"            # stretches that hold the two figures, or the two times
    b = "the siege of more than two years"
    relation = "coarser"                 # or several that are right: ["coarser", "compatible"]
    says = "less exact"                  # words of the reason

    [[changes]]
    kind = "hedge"
    a = "may have fled"                  # stretches that the change touches, on the sides that are named
    says = "without"

    [[hedges]]                           # certainty: words that say how sure a statement is
    words = "may have fled"
    exact = "may have"
    kind = "likelihood"

    [[together]]                         # what all reports of the case say of one thing
    holds = ["12 villagers", "21 people"]  # words that hold the figures of one group, in any report
    statements = 2                       # how many the group has: those of copies count once
    conflicts = [["12", "21"]]           # the statements that rule each other out, in any order

    [not]
    figures = ["F-16"]                   # stretches in which no figure begins
    times = ["14 March 2019"]            # and no time
    figure_pairs = [["40 boats", "40 people"]]  # figures that must not be held side by side
    relations = ["conflict"]             # relations that no pair of the case has
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf, isclose
from typing import Any, NamedTuple

from whence.agreement.joint import FigureGroup
from whence.certainty.find import Hedge, find_certainty
from whence.records import Change, Comparison, Evidence, Figure, FigurePair, Findings, Report, Time

Expected = dict[str, Any]

KEYS: dict[str, set[str]] = {
    "figures": {"words", "report", "exact", "kind", "value", "unit", "meant", "hedge", "hedge_words", "source", "head",
                "who"},
    "times": {"words", "report", "exact", "type", "value", "from", "to"},
    "figure_pairs": {"a", "b", "relation", "says"},
    "changes": {"a", "b", "kind", "says"},
    "hedges": {"words", "report", "exact", "kind"},
    "together": {"holds", "statements", "conflicts"},
    "not": {"figures", "times", "figure_pairs", "relations"},
}  # fmt: skip
"""The tables that speak of figures, and what may stand in each."""

NOBODY = "nobody"


class FoundInCase(NamedTuple):
    """All that was found in a case: by the name of a report, between a and b, and in all together."""

    findings: dict[str, Findings]
    comparison: Comparison | None
    groups: Sequence[FigureGroup]


def misses_of_figures(expected: Expected, found: FoundInCase) -> list[str]:
    """What was expected of figures and times and is not so, a line each."""
    told = [
        *_missed(expected.get("figures", []), found, "figure"),
        *_missed(expected.get("times", []), found, "time"),
        *_missed(expected.get("hedges", []), found, "hedge"),
        *(line for entry in expected.get("together", []) for line in _missed_together(entry, found.groups)),
        *_wrongly_found(expected.get("not", {}), found),
    ]
    if found.comparison:
        told += [line for entry in expected.get("figure_pairs", []) for line in _missed_pair(entry, found.comparison)]
        told += [line for entry in expected.get("changes", []) for line in _missed_change(entry, found.comparison)]
    return told


def words_of_figures(expected: Expected) -> Iterator[tuple[str, str]]:
    """Every stretch of a report that the expectations quote, with the name of the report; "" for any of them."""
    for table in ("figures", "times", "hedges"):
        for entry in expected.get(table, []):
            yield entry.get("report", ""), entry["words"]
    for entry in (*expected.get("figure_pairs", []), *expected.get("changes", [])):
        yield from ((side, entry[side]) for side in ("a", "b") if side in entry)
    yield from (("", words) for entry in expected.get("together", []) for words in entry["holds"])
    barred = expected.get("not", {})
    yield from (("", words) for table in ("figures", "times") for words in barred.get(table, []))
    yield from (pair for both in barred.get("figure_pairs", []) for pair in zip(("a", "b"), both, strict=True))


def evidence_of_figures(found: Findings) -> Iterator[Evidence]:
    """Every evidence that the figures and times of a report carry."""
    yield from (time.evidence for time in found.times)
    for figure in found.figures:
        around = (figure.hedge_words, figure.source_hedge, figure.head, figure.as_of and figure.as_of.evidence)
        yield figure.evidence
        yield from figure.modifiers
        yield from (one for one in around if one)


# --- in one report ----------------------------------------------------------------------------------------------------


def _missed(entries: Iterable[Expected], found: FoundInCase, what: str) -> Iterator[str]:
    """Figures, times or hedges that are not found, or not as they should be."""
    for entry in entries:
        findings = found.findings[entry.get("report") or min(found.findings)]
        stated = _all_stated(findings, what)
        stretches = _stretches(findings.report, entry["words"])
        held = [one for one in stated if _lies_in(one.evidence, stretches)]
        if not held:
            near = ", ".join(f"“{one.evidence.exact}”" for one in stated if _meets(one.evidence, stretches))
            yield f"“{entry['words']}”: no {what} is found here" + (f", but {near}" if near else "")
            continue
        misfits = min((list(_misfits(entry, one)) for one in held), key=len)
        if misfits:
            yield f"“{entry['words']}”: {'; '.join(misfits)}"


def _all_stated(findings: Findings, what: str) -> Sequence[Figure | Time | Hedge]:
    """All figures, times or hedges of a report."""
    if what == "hedge":
        return find_certainty(findings.report)
    return findings.times if what == "time" else findings.figures


def _misfits(entry: Expected, stated: Figure | Time | Hedge) -> Iterator[str]:
    """In what a finding is not as expected."""
    facts: dict[str, Any] = {}
    if isinstance(stated, Figure):
        facts = _facts_of_figure(entry, stated)
    elif isinstance(stated, Time):
        facts = {"type": stated.type, "value": stated.value, "from": stated.low, "to": stated.high}
    else:
        facts = {"kind": stated.kind}
    for name, fact in {"exact": _flat(stated.evidence.exact), **facts}.items():
        if name in entry and not _is_alike(entry[name], fact):
            yield f"the {name.replace('_', ' ')} should be {entry[name] or 'none'} and is {fact or 'none'}"


def _facts_of_figure(entry: Expected, figure: Figure) -> dict[str, Any]:
    """A figure in the words of a case."""
    soft = figure.soft
    return {
        "kind": figure.kind,
        "value": figure.value,
        "unit": figure.unit,
        "meant": [-inf if soft.low is None else soft.low, inf if soft.high is None else soft.high],
        "hedge": figure.hedge,
        "hedge_words": _as_wanted(entry.get("hedge_words"), figure.hedge_words),
        "source": _as_wanted(entry.get("source"), figure.source_hedge),
        "head": _flat(figure.head.exact) if figure.head else "",
        "who": " and ".join(sorted(one.name or "" for one in figure.quote.speakers)) if figure.quote else NOBODY,
    }


def _as_wanted(wanted: str | None, words: Evidence | None) -> str:
    """What was expected where it stands in these words, else the words."""
    found = _flat(words.exact) if words else ""
    return wanted if wanted and wanted in found else found


def _is_alike(wanted: Any, fact: Any) -> bool:
    """Whether a fact is as expected; numbers may differ by what floats lose."""
    if isinstance(wanted, list) and isinstance(fact, list):
        return len(wanted) == len(fact) and all(map(_is_alike, wanted, fact))
    if isinstance(wanted, int | float) and isinstance(fact, int | float):
        return isclose(wanted, fact, rel_tol=1e-9, abs_tol=1e-9)
    return bool(wanted == fact)


# --- between reports --------------------------------------------------------------------------------------------------


def _missed_pair(entry: Expected, comparison: Comparison) -> Iterator[str]:
    """A pair of figures or times that is not found, or stands otherwise."""
    held = list(_pairs_in(comparison, entry["a"], entry["b"]))
    wanted = [entry["relation"]] if isinstance(entry["relation"], str) else entry["relation"]
    told = [f"{pair.relation} ({pair.says})" for pair in held]
    if not held:
        yield f"“{entry['a']}” and “{entry['b']}”: are not held side by side"
    elif not any(pair.relation in wanted and entry.get("says", "") in pair.says for pair in held):
        says = f" ({entry['says']})" if "says" in entry else ""
        yield f"“{entry['a']}” and “{entry['b']}”: should be {' or '.join(wanted)}{says} and are {', '.join(told)}"


def _pairs_in(comparison: Comparison, a: str, b: str) -> Iterator[FigurePair]:
    """The pairs whose two sides stand in two stretches."""
    one, two = _stretches(comparison.a, a), _stretches(comparison.b, b)
    for pair in comparison.figures:
        if _lies_in(pair.a.evidence, one) and _lies_in(pair.b.evidence, two):
            yield pair


def _missed_change(entry: Expected, comparison: Comparison) -> Iterator[str]:
    """A change that is not found, or is of another kind."""
    held = [change for change in comparison.changes if _is_change(entry, change, comparison)]
    words = " -> ".join(f"“{entry[side]}”" for side in ("a", "b") if side in entry)
    if not held:
        yield f"{words}: no such change is found"
    elif not any(change.kind == entry["kind"] and entry.get("says", "") in change.says for change in held):
        told = ", ".join(f"{change.kind} ({change.says})" for change in held)
        yield f"{words}: should be {entry['kind']} and is {told}"


def _is_change(entry: Expected, change: Change, comparison: Comparison) -> bool:
    """Whether a change touches the stretches of an entry."""
    sides = (("a", comparison.a, change.a), ("b", comparison.b, change.b))
    return all(
        words is not None and _meets(words, _stretches(report, entry[side]))
        for side, report, words in sides
        if side in entry
    )


def _missed_together(entry: Expected, groups: Sequence[FigureGroup]) -> Iterator[str]:
    """A group of statements that is not found, or holds together otherwise."""
    told = " · ".join(entry["holds"])
    held = [group for group in groups if all(_states(group, words) for words in entry["holds"])]
    if not held:
        yield f"“{told}”: no group states all this"
        return
    group = held[0]
    if len(group.statements) != entry.get("statements", len(group.statements)):
        yield f"“{told}”: should be {entry['statements']} statements and are {len(group.statements)}"
    found = sorted(sorted(_flat(one.evidence.exact) for one in (pair.a, pair.b)) for pair in group.conflicts)
    if "conflicts" in entry and found != sorted(map(sorted, entry["conflicts"])):
        yield f"“{told}”: conflicts should be {entry['conflicts'] or 'none'} and are {found or 'none'}"


def _states(group: FigureGroup, words: str) -> bool:
    """Whether one statement of a group is worded so: its number, with or without what is counted."""
    return any(_flat(one.figure.evidence.exact) in words for one in group.statements)


def _wrongly_found(barred: Expected, found: FoundInCase) -> Iterator[str]:
    """What must not be found and is."""
    for findings in found.findings.values():
        for table, stated in (("figures", findings.figures), ("times", findings.times)):
            for words in barred.get(table, []):
                stretches = _stretches(findings.report, words)
                begun = [one.evidence.exact for one in stated if _meets(one.evidence, stretches)]
                if begun:
                    yield f"“{words}” must be none of the {table} and holds {', '.join(begun)}"
    if found.comparison:
        for a, b in barred.get("figure_pairs", []):
            for pair in _pairs_in(found.comparison, a, b):
                if pair.relation != "incomparable":
                    yield f"“{a}” and “{b}” must not be held side by side and are {pair.relation}"
        for pair in found.comparison.figures:
            if pair.relation in barred.get("relations", []):
                yield f"“{pair.a.evidence.exact}” and “{pair.b.evidence.exact}” are {pair.relation}: {pair.says}"


# --- stretches of a report --------------------------------------------------------------------------------------------


def _stretches(report: Report, words: str) -> list[tuple[int, int]]:
    """Where words stand in a report, whatever the white space between them."""
    return [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), report.text)]


def _lies_in(one: Evidence, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether an evidence lies in one of the stretches."""
    return any(start <= one.start and one.end <= end for start, end in stretches)


def _meets(one: Evidence, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether an evidence shares a letter with one of the stretches."""
    return any(one.start < end and start < one.end for start, end in stretches)


def _flat(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())
