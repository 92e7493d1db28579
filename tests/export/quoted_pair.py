"""Two reports and the attributions in them, set by hand, for tests of what screens and pages make of them."""

from __future__ import annotations

from dataclasses import replace

from whence import compare
from whence.reading.plain import read_text
from whence.records import (
    Comparison,
    Evidence,
    Quote,
    QuotePair,
    Relation,
    Report,
    Setting,
    Side,
    Speaker,
    Time,
    Venue,
)

A = """The bridge at Marl will stay closed, Mayor Jane Roe vowed on Monday in a letter to the council.
“Nobody will cross before the cables are tested,” Roe said.
The cables were never tested, two officials warned.
Tom Brandt said the works would cost nine million crowns.
He called the delay a disgrace.
“The ferry is full every morning,” said Ada Lin.
"""
B = """The bridge at Marl will stay closed, Mayor Jane Roe has insisted.
“Nobody will cross before the cables are tested,” Roe said.
The cables were never tested.
Paul Hale said the works would cost nine million crowns.
He called the delay a disgrace.
"""


ROE, LIN = (Speaker("Jane Roe", "person", ()),), (Speaker("Ada Lin", "person", ()),)
OFFICIALS = (Speaker("two officials", "unnamed", ()),)
HE = (Speaker(None, "unknown", (), "“He” may be any of two men"),)


def words_of(report: Report, words: str) -> tuple[Evidence, ...]:
    """Words where they first stand in a report; none for none."""
    start = report.text.index(words)
    return (report.evidence(start, start + len(words)),) if words else ()


def said(
    report: Report, content: str, told: str, speakers: tuple[Speaker, ...], setting: Setting | None = None
) -> Quote:
    """An attribution of words that a report holds; `told` is source and cue, with a bar between them."""
    source, _, cue = told.partition("|")
    content_, source_, cue_ = (words_of(report, words) for words in (content, source, cue))
    return Quote("indirect", content_, source_, cue_, speakers, setting or Setting(), 0.9)


def quoted_pair(parent: Side | None = "a") -> Comparison:
    """Both reports with a pair of attributions for each way in which two can differ."""
    a, b = read_text(A), read_text(B)
    found = compare(a, b)
    relation = Relation("copy", parent, 0.95 if parent else 0.5, 0.95, found.relation.clues)
    return replace(found, relation=relation, quotes=(*differing(a, b), *alike(a, b)))


def differing(a: Report, b: Report) -> tuple[QuotePair, ...]:
    """Another cue and venue, a source dropped, another speaker, words only in A."""
    bridge, works = "The bridge at Marl will stay closed", "the works would cost nine million crowns"
    [letter], [day] = words_of(a, "a letter"), words_of(a, "Monday")
    wrote = Setting(
        Venue("letter", "document", letter), said_on=Time("DATE", "2024-03-11", day, "2024-03-11", "2024-03-11")
    )
    brandt, hale = (Speaker("Tom Brandt", "person", ()),), (Speaker("Paul Hale", "person", ()),)
    return (
        QuotePair(
            said(a, bridge, "Mayor Jane Roe|vowed", ROE, wrote),
            said(b, bridge, "Mayor Jane Roe|has insisted", ROE),
            ("cue", "venue"),
        ),
        QuotePair(said(a, "The cables were never tested", "two officials|warned", OFFICIALS), None, ("attribution",)),
        QuotePair(said(a, works, "Tom Brandt|said", brandt), said(b, works, "Paul Hale|said", hale), ("speaker",)),
        QuotePair(said(a, "“The ferry is full every morning,”", "Ada Lin|said", LIN), None, ("content",)),
    )


def alike(a: Report, b: Report) -> tuple[QuotePair, ...]:
    """The same in both: one by a speaker whom B names by half, one by a speaker whom neither names."""
    cables, delay = "“Nobody will cross before the cables are tested,”", "the delay a disgrace"
    half = (Speaker("Roe", "person", ()),)
    return (
        QuotePair(said(a, cables, "Roe|said", ROE), said(b, cables, "Roe|said", half)),
        QuotePair(said(a, delay, "He|called", HE), said(b, delay, "He|called", HE)),
    )
