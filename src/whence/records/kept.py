"""Records of what a store keeps, as pages and screens show it: lines of lists, and what one page opens to.

Whatever a store holds has a number that lasts as long as the store: reports and stories by order of arrival (a story
has the number of the report that began it), speakers by first mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.records.families import SourceCount, Story
from whence.records.findings import Findings
from whence.records.reports import Published
from whence.records.stories import Membership

StorySort = Literal["latest", "reports", "copied", "figures", "quotations"]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list. `same_text_as` and `parent` are numbers of reports; `probability` is that of the parent, and
    `own_share` the share (0-1) of its words of prose that the parent does not have; `credits` are the agencies whose
    marks it carries."""

    number: int
    id: str
    story: int
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    source: str
    published: Published | None
    words: int
    same_text_as: int | None
    parent: int | None
    probability: float | None
    kind: str | None
    own_share: float | None
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list: `copied` reports have their text from another of them or from an agency; on the ways between
    them `figures` and `quotations` were changed. `revision` rises whenever anything about the story changes."""

    number: int
    id: str
    title: str | None
    first: str | None
    last: str | None
    reports: int
    outlets: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    merged: tuple[str, ...]
    sources: SourceCount
    copied: int
    figures: int
    quotations: int
    revision: int


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories are wanted: of an outlet, from a day on and up to one (ISO), of so many reports at least."""

    outlet: str | None = None
    name: str | None = None
    since: str | None = None
    until: str | None = None
    least_reports: int = 1
    sort: StorySort = "latest"


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that stories or reports can be narrowed to, and how many have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story as the store opens it: its line, the story with families and changes, a line for each report in order of
    time, why each is in it, and what was found in the first of them. `story.reports` are in the order of `lines`: those
    of other stories that share prose with one of these come last."""

    line: StoryLine
    story: Story
    lines: tuple[ReportLine, ...]
    memberships: tuple[Membership, ...]
    found: tuple[Findings, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a report around what was searched for: `hits` are places in `text`, which begins at `start`."""

    start: int
    text: str
    hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found, with the words."""

    line: ReportLine
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: one page of it, newest first; `total` is exact up to `SEARCH_COUNTED`, `more` says that
    there are more than that."""

    hits: tuple[Hit, ...]
    total: int
    more: bool
    understood: str


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Somebody who is quoted: by how many reports, in how many quotes."""

    number: int
    name: str
    reports: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a store holds in all."""

    reports: int
    stories: int
    speakers: int
    rejects: int
    first: str | None
    last: str | None
