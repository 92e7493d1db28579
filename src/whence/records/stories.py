"""Records of grouped stories: which reports tell one event, and why each is where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.records.comparisons import Clue

Answer = Literal["join", "suggest", "new"]
Because = Literal["same text", "passages", "likeness", "repair"]


@dataclass(frozen=True, slots=True)
class Nearest:
    """A story that a report did not join: its id, the report in it that is most like this one, how probable it is that
    both tell one story, and why the report stayed out."""

    story: str
    report: str
    probability: float
    why: str


@dataclass(frozen=True, slots=True)
class Membership:
    """Why a report is in its story.

    `answer` is "join", "suggest" (it begins a story of its own; `nearest` is the one that it may belong to) or "new".
    `because` says by what it joined: the "same text", "passages" that it shares with `like`, or "likeness" to it, then
    with `clues`, the weightiest first; `probability` is that `like` and the report tell one story. "repair": a repair
    has moved it since, with its story or out of it, away from `like`; the rest is what was said when it came.
    """

    report: str
    story: str
    answer: Answer
    because: Because | None
    like: str | None
    probability: float | None
    clues: tuple[Clue, ...]
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class GroupedStory:
    """A story of a corpus: its id (that of the report that began it), the headline most central to it, its reports in
    order of time, the first and last of their times as claimed, outlets, the names that most of its reports have, and
    the ids of stories that were merged into it."""

    id: str
    title: str | None
    reports: tuple[str, ...]
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    merged: tuple[str, ...]
