"""Speakers: who is meant by the words that an attribution gives as its source."""

from __future__ import annotations

from collections.abc import Sequence

from whence.names.antecedents import Walk
from whence.names.scene import lay_out
from whence.records import Name, Report, Speaker
from whence.text.spans import Span


def resolve_speakers(
    report: Report,
    names: tuple[Name, ...],
    sources: Sequence[Sequence[Span]],
    contents: Sequence[Sequence[Span]],
) -> tuple[tuple[Speaker, ...], ...]:
    """The speakers of each attribution of a report.

    Args:
        report: the report.
        names: its names, from `find_names`.
        sources: the pieces of each attribution's source, in the order of the text; none where it has no source.
        contents: the pieces of each attribution's content.

    Returns:
        For each attribution its speakers: none where there is no source, one with no name where the report does not
        tell who is meant. Each carries the words that lead from the source to the fullest form of the name.

    >>> from whence.names.find import find_names
    >>> text = "Mayor Ann Roe met Bo Lee. She said taxes must fall."
    >>> report = Report("a", "a", text)
    >>> (speaker,), = resolve_speakers(report, find_names(report), [[Span(26, 29)]], [[Span(35, 50)]])
    >>> speaker.name, speaker.kind, speaker.says
    ('Ann Roe', 'person', '“She” is Ann Roe, the woman last spoken of')
    """
    walk = Walk(lay_out(report, names), sources, contents)
    walk.go()
    return tuple(tuple(walk.speakers[number]) for number in range(len(sources)))
