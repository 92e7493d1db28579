"""Figures that disagree as a table: a row a quantity, a column a source, copies of one text folded into one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whence.agreement.joint import FigureGroup, Statement
from whence.export.figures_in_words import agreed_in_words, stated_in_words, who_in_words
from whence.web.members import Members
from whence.web.wording import moment_words

MOST_COLUMNS = 7  # more do not fit beside each other: then every row is a list


class Cell(NamedTuple):
    """What one source states: its words, the link to them, who says so, and how many copies state the same."""

    name: str
    words: str
    link: str
    who: str
    copies: int


class Line(NamedTuple):
    """A quantity: what it is, what fits all, why not all fit, the cells by column (None where a source is silent)."""

    what: str
    agreed: str
    conflicts: tuple[str, ...]
    cells: tuple[Cell | None, ...]


class Table(NamedTuple):
    """Columns with name and time, lines that disagree or were updated, and those on which all agree."""

    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    alike: tuple[Line, ...]


def lay_figures(groups: Iterable[FigureGroup], members: Members) -> Table:
    """The figures of a story for the template.

    Args:
        groups: what its reports state of one thing.
        members: the reports of the story, in order of time.
    """
    known = [group for group in groups if all(one.reports[0] in members.numbers for one in group.statements)]
    unlike = [group for group in known if group.conflicts or group.updated]
    stating = {_source(one, members) for group in unlike for one in group.statements}
    columns = [name for name in members.lines if name in stating]
    alike = [group for group in known if group not in unlike]
    return Table(
        tuple(_column(name, members) for name in columns) if len(columns) <= MOST_COLUMNS else (),
        tuple(_line(group, columns, members) for group in unlike),
        tuple(_line(group, (), members) for group in alike),
    )


def _source(statement: Statement, members: Members) -> str:
    """The report that a statement stands for: the earliest of those that are copies of one another."""
    order = list(members.lines)
    return min(statement.reports, key=order.index)


def _column(name: str, members: Members) -> tuple[str, str]:
    """The head of a column."""
    published = members.lines[name].published
    return members.names[name], moment_words(published) or "no time stated"


def _line(group: FigureGroup, columns: Sequence[str], members: Members) -> Line:
    """One quantity."""
    by_source: dict[str, list[Statement]] = {}
    for one in group.statements:
        by_source.setdefault(_source(one, members), []).append(one)
    order = columns if len(columns) <= MOST_COLUMNS and columns else sorted(by_source, key=list(members.lines).index)
    cells = tuple(_cell(name, by_source[name], members) if name in by_source else None for name in order)
    return Line(group.what or "a number", agreed_in_words(group), tuple(pair.says for pair in group.conflicts), cells)


def _cell(name: str, statements: Sequence[Statement], members: Members) -> Cell:
    """What one source states: its last statement, where it has several."""
    one = statements[-1]
    return Cell(
        members.names[name],
        "; ".join(dict.fromkeys(stated_in_words(statement.figure) for statement in statements)),
        members.link(one.figure.evidence),
        who_in_words(one.figure),
        len(one.reports) - 1,
    )
