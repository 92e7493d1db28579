"""What changed, as the page lists it: by kind in the order of rank, words of both sides, links to where they stand."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from whence.export.html_places import Excerpt, Places, excerpt
from whence.export.html_wording import KIND_NAMES, Voice, counted, kind_id
from whence.records import Change, ChangeKind, Comparison, Side

WORDS_CHARACTERS = 280  # of a change in the list; the whole stands in the side by side
PASSAGE_WORDS = 12  # from here on words without a counterpart are set as text, not struck through
SHOWN = 24  # changes of a kind before the rest is folded
LISTED = 500  # changes of a common kind that are listed at all: the others are marked in the side by side
COMMON: tuple[ChangeKind, ...] = ("dropped", "added", "moved", "wording", "house style", "punctuation", "furniture")
SLIGHT: tuple[ChangeKind, ...] = ("house style", "punctuation", "furniture")


class Words(NamedTuple):
    """The words of one side of a change, how they are marked ("gone", "new", "own-a", "own-b"), and that in words.

    `bare` says that they hold no letter and no digit: their spaces are what is to be seen.
    """

    excerpt: Excerpt
    mark: str
    hidden: str
    bare: bool


class ChangeLine(NamedTuple):
    """One change: its number on the page, what it says, its words with the source first, and the row they stand in.

    `passage` says that it is moved text, or text without a counterpart too long to be read struck through.
    """

    number: int
    says: str
    sides: tuple[Words, ...]
    row: int
    passage: bool


class KindList(NamedTuple):
    """All changes of one kind: shown, folded, and how many are in neither."""

    id: str
    heading: str
    total: int
    shown: tuple[ChangeLine, ...]
    folded: tuple[ChangeLine, ...]
    unlisted: int


class ChangeList(NamedTuple):
    """The kinds by rank: of substance, other wording, slight; and the numbers of the changes that have an anchor."""

    substantive: tuple[KindList, ...]
    wording: tuple[KindList, ...]
    slight: tuple[KindList, ...]
    listed: frozenset[int]

    @property
    def kinds(self) -> tuple[KindList, ...]:
        """All of them."""
        return (*self.substantive, *self.wording, *self.slight)

    @property
    def slight_count(self) -> str:
        """How many slight changes there are."""
        return counted(sum(kind.total for kind in self.slight), "change")


def list_changes(found: Comparison, places: Places, voice: Voice) -> ChangeList:
    """The changes of a comparison for the template.

    Args:
        found: the comparison; a change's number on the page is its place in `found.changes`, from 1.
        places: where its sentences stand on the page.
        voice: how the page speaks of the two sides.

    Returns:
        The lists by kind.
    """
    numbered = sorted(enumerate(found.changes, start=1), key=lambda item: (item[1].rank, item[1].kind))
    lists: dict[ChangeKind, KindList] = {}
    for kind, items in groupby(numbered, key=lambda item: item[1].kind):
        chosen = list(items)
        listed = chosen[:LISTED] if kind in COMMON else chosen
        lines = [_line(number, change, places, voice) for number, change in listed]
        shown = len(lines) if kind in SLIGHT or len(lines) <= SHOWN + 4 else SHOWN
        lists[kind] = KindList(
            kind_id(kind),
            _heading(kind, voice),
            len(chosen),
            tuple(lines[:shown]),
            tuple(lines[shown:]),
            len(chosen) - len(listed),
        )
    substantive = tuple(found for kind, found in lists.items() if kind not in (*SLIGHT, "wording"))
    wording = tuple(found for kind, found in lists.items() if kind == "wording")
    slight = tuple(found for kind, found in lists.items() if kind in SLIGHT)
    listed_numbers = (line.number for found in lists.values() for line in (*found.shown, *found.folded))
    return ChangeList(substantive, wording, slight, frozenset(listed_numbers))


def _heading(kind: ChangeKind, voice: Voice) -> str:
    """The name of a kind; what only one side has is named by the direction, where that is known."""
    if kind in ("dropped", "added"):
        return voice.heading("a" if kind == "dropped" else "b")
    return KIND_NAMES[kind]


def _line(number: int, change: Change, places: Places, voice: Voice) -> ChangeLine:
    """One change for the template."""
    sides = tuple(words for side in voice.order if (words := _words(change, side, places, voice)))
    says = change.says
    if says.endswith("only here"):
        says = says.replace("here", f"in {'A' if change.a else 'B'}")
    lone = len(sides) == 1 and len(sides[0].excerpt.text.split()) >= PASSAGE_WORDS
    passage = lone or change.kind == "moved"
    return ChangeLine(number, voice.says(says), sides, _row(change, places), passage)


def _words(change: Change, side: Side, places: Places, voice: Voice) -> Words | None:
    """The words of one side, if it has any."""
    evidence = change.a if side == "a" else change.b
    if evidence is None:
        return None
    mark, hidden = ("moved", "moved") if change.kind == "moved" else (voice.mark(side), voice.heading(side))
    shown = excerpt(evidence, side, places, longest=WORDS_CHARACTERS)
    return Words(shown, mark, hidden, not any(char.isalnum() for char in shown.text))


def _row(change: Change, places: Places) -> int:
    """The row that a change stands in; 0 where the page has none."""
    side: Side = "a" if change.a else "b"
    evidence = change.a or change.b
    sentence = places.at(side, evidence.start) if evidence else None
    return sentence.row if sentence else 0
