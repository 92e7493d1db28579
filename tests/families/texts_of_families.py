"""Families of our own to test with: a report, and what desks make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.reading.plain import read_text
from whence.records import Published, Report

ORIGINAL = (
    "Engineers closed the Harle estuary bridge early on Tuesday after an inspection found 41 cracked welds in the"
    " northern span, the harbour authority said.",
    "The bridge carries about 23,400 vehicles a day and is the only road between the docks and the airport. "
    "Drivers were sent over the old ferry road, where queues had reached nine kilometres by sunrise.",
    "The welds were last examined in 2019, when inspectors reported no damage, according to a summary on the "
    "website of the authority. A contractor had recommended yearly checks two years ago.",
    "The city council is to meet in special session on Wednesday evening. Repairs could take between six and "
    "eight weeks, depending on how many plates must be replaced.",
    "The fishing cooperative said 60 of its members could not reach the auction hall in time and would ask the "
    "authority for compensation.",
    "The bridge opened in 1974 and was widened in 1998. It has been struck by ships three times, most lately when"
    " a coaster lost its rudder in a spring gale.",
)
OTHER = (
    "Voters in Skarvik will choose a new mayor on Sunday after the sudden resignation of Lena Aas, who led the "
    "town for eleven years and leaves it without debt.",
    "Four candidates have put their names forward, among them a retired harbour pilot who has promised to reopen "
    "the swimming hall and to lower the fee for kindergartens.",
    "Turnout has fallen at each of the last five elections, and the county has sent letters to everybody who is "
    "under thirty and did not vote the last time.",
    "Aas gave no reason for leaving in the middle of her term. She has been seen in Bergen with the owner of a "
    "shipyard that had hoped to build two ferries for the county.",
)


def report(name: str, paragraphs: Sequence[str], published: str | None = None, **known: str) -> Report:
    """A report of some paragraphs."""
    read = replace(read_text("\n\n".join(paragraphs)), id=name, outlet=known.get("outlet", f"The {name}"))
    if published is None:
        return replace(read, published=None)
    return replace(read, published=Published(published, "day" if len(published) == 10 else "minute", "record"))


def reworded(paragraphs: Sequence[str], **words: str) -> list[str]:
    """Paragraphs with words changed for others."""
    found = list(paragraphs)
    for old, new in words.items():
        found = [paragraph.replace(old.replace("_", " "), new) for paragraph in found]
    return found
