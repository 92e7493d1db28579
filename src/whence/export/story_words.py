"""Families in words: how sure an edge is, what an origin is; the same on screens, drawings and pages."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from pathlib import PurePath

from whence.export.claimed_times import claimed_moments
from whence.records import Edge, Evidence, Origin, Report, SourceCount, SpokenOrigin, Story
from whence.text.visible import visible

SURE, LIKELY = 0.9, 0.65  # from here on "copied from", "probably copied from" (web-and-cli.md, pages, rule 5)
NAME_CHARACTERS = 40
MARKS_SHOWN = 3
MARKS = "“”\"' "
LOST = "a lost source"  # what an origin without a name is called


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


def name_members(story: Story) -> dict[str, str]:
    """What everything in a story is called, by id: reports by outlet, numbered where several have one name; origins.

    >>> one, two = Report("a", "a", "", outlet="The Post"), Report("b", "b", "", outlet="The Post")
    >>> name_members(Story((one, two), (), (), (), SourceCount(2.0, 2, 2), ""))
    {'a': 'The Post', 'b': 'The Post (2)'}
    """
    seen: dict[str, int] = {}
    names = {edge.parent: LOST for family in story.families for edge in family.edges}  # one too unlikely to be listed
    names |= {origin.id: origin.name or LOST for family in story.families for origin in family.origins}
    moments = claimed_moments(story.reports)
    for report in sorted(story.reports, key=lambda report: moments[report.id].start if report.id in moments else inf):
        name = visible(short_name(report))
        seen[name] = seen.get(name, 0) + 1
        names[report.id] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return names


def edge_in_words(edge: Edge, parent: str) -> str:
    """How a version hangs on its parent, as surely as the probability allows.

    Below `LIKELY` it is not said what is not decidable: it may be the direction, or from which of several it comes.

    >>> edge_in_words(Edge("a", "b", "copy", 0.93, words=120), "The Post")
    'copied from The Post, probability 0.93, 120 words of prose shared'
    >>> edge_in_words(Edge("origin:AP", "b", "common", 0.7), "AP")
    'probably prints the same AP text, probability 0.70'
    """
    told = f"probability {edge.probability:.2f}"
    if edge.words:
        told += f", {_count(edge.words, 'word')} of prose shared"
    if edge.kind == "common":
        text = "the same lost text" if parent == LOST else f"the same {parent} text"
        found = f"prints {text}" if edge.probability >= LIKELY else f"perhaps {text}: not decidable"
    elif edge.probability < LIKELY:
        found = f"perhaps from {parent}: not decidable"
    else:
        found = f"{'a later version of' if edge.kind == 'version' else 'copied from'} {parent}"
    return f"{'probably ' if LIKELY <= edge.probability < SURE else ''}{found}, {told}"


def mosaic_in_words(edge: Edge, parent: str) -> str:
    """What a version has from a second source.

    >>> mosaic_in_words(Edge("a", "b", "copy", 0.81, mosaic=True, words=60), "The Post")
    'also has text from The Post, probability 0.81, 60 words of prose shared'
    """
    return (
        f"also has text from {parent}, probability {edge.probability:.2f}, {_count(edge.words, 'word')} of prose shared"
    )


def origin_in_words(origin: Origin, names: dict[str, str]) -> str:
    """What says that there is an origin outside the reports.

    >>> mark = Evidence("r", 6, 10, "(AP)")
    >>> origin_in_words(Origin("origin:AP", "agency", "AP", 0.97, (mark,)), {"r": "The Post"})
    'not among the reports; named by “(AP)” in The Post'
    """
    if origin.name:
        return f"not among the reports{_named_by(origin.marks, names)}"
    told = f"not among the reports, probability {origin.probability:.2f}; known by what its children share alone"
    if not origin.passages:
        return told
    longest = max(origin.passages, key=lambda passage: len(passage.exact))
    words = sum(len(passage.exact.split()) for passage in origin.passages)
    opening = " ".join(visible(longest.exact).split()[:12]).strip(MARKS)
    return f"{told}: {_count(words, 'word')} in {_count(len(origin.passages), 'passage')}, as “{opening} …”"


def _named_by(marks: Sequence[Evidence], names: dict[str, str]) -> str:
    """The marks that name an origin, each wording with the reports that print it."""
    carriers: dict[str, list[str]] = {}
    for mark in marks:
        held = carriers.setdefault(" ".join(visible(mark.exact).split()), [])
        name = names.get(mark.report_id, mark.report_id)
        if name not in held:
            held.append(name)
    told = [f"“{words}” in {listed_names(held, MARKS_SHOWN)}" for words, held in list(carriers.items())[:MARKS_SHOWN]]
    return f"; named by {', '.join(told)}" if told else ""


def listed_names(names: Sequence[str], most: int) -> str:
    """Names in a row, no more than `most` of them.

    >>> listed_names(["a", "b", "c"], 3), listed_names(["a", "b", "c"], 1)
    ('a, b and c', 'a and 2 more')
    """
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def sources_in_words(count: SourceCount) -> str:
    """How many sources there are, with the interval where it holds more than one number.

    >>> sources_in_words(SourceCount(1.2, 1, 2)), sources_in_words(SourceCount(1.0, 1, 1))
    ('1 source (90 % interval 1–2)', '1 source')
    """
    told = _count(round(count.expected), "source")
    return told if count.low == count.high else f"{told} (90 % interval {count.low}–{count.high})"


def spoken_in_words(one: SpokenOrigin, names: dict[str, str]) -> str:
    """Who said words that several reports quote, where, and who had them first.

    >>> one = SpokenOrigin(Evidence("a", 0, 2, "No"), "Jane Roe", ("a", "b"), "a", "Sky News")
    >>> spoken_in_words(one, {"a": "The Post", "b": "The Herald"})
    'Jane Roe; where or to whom: Sky News; first in The Post; also in The Herald'
    """
    told = [one.speaker or "speaker not told"]
    if one.name:
        told.append(f"where or to whom: {one.name}")
    if one.first:
        told.append(f"first in {names[one.first]}")
        others = [names[name] for name in one.reports if name != one.first]
        if others:
            told.append(f"also in {listed_names(others, 4)}")
    else:
        told.append(f"in {listed_names([names[name] for name in one.reports], 4)}; which had it first is not decidable")
    return visible("; ".join(told))


def _count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun if number == 1 else noun + 's'}"
