"""A comparison on the terminal: what a fact-checker reads first."""

from __future__ import annotations

import textwrap
from collections import Counter

import click

from whence.changes.kinds import RANKS, SLIGHT
from whence.cli.figures_compared import print_figures_compared
from whence.cli.quotes_compared import print_quotes_compared
from whence.cli.screen import clip, columns, heading, in_context, labelled, paragraph, report_line
from whence.records import Change, ChangeKind, Clue, Comparison, Report
from whence.text.visible import visible

COLOURS: dict[ChangeKind, str] = {
    "quotation": "red", "figure": "red", "attribution": "red", "negation": "red", "hedge": "yellow", "date": "yellow",
    "name": "yellow", "cue": "yellow", "dropped": "magenta", "added": "green", "moved": "blue", "wording": "cyan",
}  # fmt: skip
CLUES_SHOWN = 5
SIDE_CHARACTERS = 150  # of each side of a change
EXPLAINED: frozenset[ChangeKind] = frozenset(
    {"quotation", "figure", "hedge", "attribution", "negation", "date", "name", "cue"}
)
CONTEXT_CHARACTERS = 36  # on each side of a change
UNCOMPARED = frozenset({"none", "furniture", "quotes"})


def print_comparison(found: Comparison, *, width: int = 0, everything: bool = False) -> None:
    """Print a comparison: the reports, one sentence, the reasons, the changes, who said what.

    Args:
        found: the comparison.
        width: columns; 0 asks the terminal.
        everything: show every clue, every change and whole passages.
    """
    width = columns(width)
    _print_reports(found, width)
    click.echo()
    for line in textwrap.wrap(visible(found.summary), width):
        click.secho(line, bold=True)
    _print_reasons(found, width, everything=everything)
    if found.relation.kind == "quotes":
        _print_speech(found, width)
        _print_changes(found, width, everything=everything)
    elif found.relation.kind not in UNCOMPARED or everything:
        _print_changes(found, width, everything=everything)
    if found.relation.kind not in ("none", "furniture") or everything:
        print_quotes_compared(found, width=width, everything=everything)
        print_figures_compared(found, width=width)


def _print_reports(found: Comparison, width: int) -> None:
    """The two reports, two lines each."""
    for name, report in (("A", found.a), ("B", found.b)):
        click.echo(click.style(f"{name}  ", bold=True) + clip(_title(report), width - 3))
        paragraph(report_line(report), width, indent="   ")


def _title(report: Report) -> str:
    """A report's headline, or what stands for one."""
    if report.title:
        return report.title
    opening = next(iter(report.spans_of("paragraph")), None)
    return f"(no headline) {opening.slice(report.text) if opening else report.source}"


def _print_reasons(found: Comparison, width: int, *, everything: bool) -> None:
    """The clues to the kind of relation, then those to its direction, heaviest first."""
    relation = found.relation
    if not found.shared.passages and not everything:
        return
    kind = [clue for clue in relation.clues if clue.about == "kind"]
    direction = [clue for clue in relation.clues if clue.about == "direction"]
    heading(f"Why “{relation.kind}”  (probability {relation.kind_confidence:.2f})", width)
    _print_clues(kind, found, width, everything=everything)
    if direction:
        first = {"copy": "comes first", "version": "is the older"}[relation.kind]
        if relation.parent:
            heading(f"Why {relation.parent.upper()} {first}, if so  (probability {relation.confidence:.2f})", width)
        else:
            heading(f"Which {first} is not decidable; what speaks for A (+) and for B (-)", width)
        _print_clues(direction, found, width, everything=everything)


def _print_clues(clues: list[Clue], found: Comparison, width: int, *, everything: bool) -> None:
    """Clues, the lighter ones only on request."""
    shown = clues if everything else clues[:CLUES_SHOWN]
    for clue in shown:
        _print_clue(clue, found, width)
    if len(shown) < len(clues):
        more = len(clues) - len(shown)
        click.secho(f"  and {more} lighter {'clue' if more == 1 else 'clues'}: --all", dim=True)


def _print_clue(clue: Clue, found: Comparison, width: int) -> None:
    """One clue: its weight, what it says, and its first words of evidence."""
    colour = "green" if clue.weight > 0 else "red"
    labelled(f"{clue.weight:+.2f}", visible(clue.says), width, colour=colour, label_columns=7)
    for evidence in clue.evidence[:2]:
        side = "A" if evidence.report_id == found.a.id else "B"
        click.secho(f"         {side} “{clip(evidence.exact, width - 14)}”", dim=True)


def _print_speech(found: Comparison, width: int) -> None:
    """The longest quotations that both carry."""
    speech = sorted((p for p in found.shared.passages if p.quoted and p.words >= 5), key=lambda p: -p.words)
    heading("The same words in both", width)
    for passage in speech[:5]:
        labelled(f"{passage.words} words", f"“{clip(passage.a.slice(found.a.text), 2 * width)}”", width)


def _print_changes(found: Comparison, width: int, *, everything: bool) -> None:
    """The changes by rank; what house style explains is counted, not shown."""
    hidden = SLIGHT if found.relation.kind != "quotes" else frozenset(RANKS) - {"quotation"}
    shown = [change for change in found.changes if everything or change.kind not in hidden]
    folded = Counter(change.kind for change in found.changes if change.kind in SLIGHT and hidden == SLIGHT)
    if shown:
        heading("What changed from A to B" if found.relation.parent == "a" else "What differs, from A to B", width)
    directed = found.relation.parent == "a"
    for change in shown:
        labelled(
            _label(change, directed=directed),
            _words(change, everything=everything),
            width,
            colour=COLOURS.get(change.kind),
        )
        if change.kind in EXPLAINED:
            place = _in_context(change, found)
            paragraph(f"{change.says}; {place}", width, indent=" " * 15)
    if folded and not everything:
        counts = ", ".join(f"{count} of {kind}" for kind, count in sorted(folded.items()))
        click.echo()
        paragraph(f"Folded away: {counts}. Show them with --all.", width, indent="  ")


def _in_context(change: Change, found: Comparison) -> str:
    """Where a change stands: the words around it in A, or in B where A has none."""
    name, report, evidence = ("A", found.a, change.a) if change.a else ("B", found.b, change.b)
    return f"{name}: {in_context(report, evidence, CONTEXT_CHARACTERS)}" if evidence else ""


def _label(change: Change, *, directed: bool) -> str:
    """The kind of a change; without a direction, nothing is "dropped"."""
    if directed or change.kind not in ("dropped", "added"):
        return change.kind
    return "only in A" if change.kind == "dropped" else "only in B"


def _words(change: Change, *, everything: bool) -> str:
    """The words before and after."""
    size = 100_000 if everything else SIDE_CHARACTERS
    before, after = clip(change.before, size), clip(change.after, size)
    note = "headline: " if change.says.startswith("headline") else ""
    if not before or not after:
        gone = "" if change.kind in ("dropped", "added") else " left out" if before else " put in"
        return f"{note}“{before or after}”{gone}"
    if change.kind == "moved":
        return f"“{before}”"
    if change.kind == "wording" and change.says not in ("", "worded differently"):
        return f"“{before}” → “{after}”: {change.says}"
    return f"“{before}” → “{after}”"
