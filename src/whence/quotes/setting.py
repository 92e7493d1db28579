"""Settings: to whom, where, when and through whom something was said.

From source and cue one walks on through the words that can only belong to them: a phrase of time, an addressee, a venue
after its preposition. The walk steps over the attribution's own content and ends at the first word of anything else, so
no word is taken that might tell of something different.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.quotes.continuing import continue_quotations
from whence.quotes.frames import Frame
from whence.quotes.noun_phrases import PUBLISHED
from whence.quotes.scene import Scene, read_scene
from whence.quotes.venues import Found, find_outlet, find_platform
from whence.quotes.walking import Walk
from whence.records import Report, Setting, Time, Venue
from whence.text.sentences import split_sentences
from whence.text.spans import Span

# "On Tuesday, ... Voss said": how far before the source a sentence may begin with its time. Over 9,720 attributions of
# PolNeAR train 15 changes four settings, 40 changes three.
LEAD_TOKENS = 25
OUTLET_TOKENS = 6  # "the New York Daily News ’s"; on PolNeAR train 4 to 10 give the same settings
# "In 2022, Voss took four regions - Hal, Mor, Ken and Zar - calling them": so far from its subject, a cue may tell of
# another time than the one that opens the sentence. Set by reading; 6 changes 14 of 9,720 settings, 20 changes 11.
GAP_TOKENS = 12
_WRITING = frozenset(["wrote", "writes", "reported", "reports", "noted", "notes", "writing", "reporting"])
_RANKS = {"outlet": 0, "platform": 1, "document": 2, "event": 2, "place": 3}
_TITLES = frozenset(["the", "a", "an", "his", "her", "former", "president", "house", "gov", "sen", "rep", "mr", "mrs",
                     "ms", "dr", "."])  # fmt: skip
_SUBORDINATING = frozenset(
    ["who", "whom", "whose", "which", "that", "after", "when", "while", "because", "as", "before", "since", "where",
     "if", "until", "whether", "how", "what", ";", ":"]
)  # fmt: skip
_LONG_AGO = re.compile(r"\b(?:ago|years?|decades?|\d{4})\b", re.IGNORECASE)
_BOUNDARIES = frozenset([",", "and", "but", ";", "—", "–", "that", ":"])


class _Stage(NamedTuple):
    """What the walks of one sentence share."""

    scene: Scene
    foreign: frozenset[int]
    ends: frozenset[int]


def find_settings(report: Report, frames: Sequence[Frame], days: Sequence[Time]) -> tuple[Setting, ...]:
    """The setting of each attribution, in the order of the frames.

    Args:
        report: the report.
        frames: its attributions as spans, in any order.
        days: its phrases of time (`whence.times.days.find_days`), in the order of the text.

    Returns:
        One setting for each frame. A quotation without a cue that continues the one before it has that one's setting.

    >>> report = Report("a", "a", "“No,” Lee told Sky News through a translator.")
    >>> frame = Frame((Span(6, 9),), (Span(10, 14),), (Span(0, 5),))
    >>> setting = find_settings(report, [frame], [])[0]
    >>> setting.venue.name, setting.through.exact
    ('Sky News', 'a translator')
    """
    sentences = split_sentences(report.text)
    starts = sorted({piece.start for frame in frames for piece in frame.content})
    ends = sorted({piece.end for frame in frames for piece in frame.content})
    settings = [Setting()] * len(frames)
    stages: dict[int, _Stage] = {}
    for number, frame in enumerate(frames):
        anchors = frame.cue or frame.source
        if not anchors:
            continue
        at = bisect_right(sentences, (anchors[0].start, len(report.text) + 1)) - 1
        if at < 0 or anchors[0].start >= sentences[at].end:
            continue
        if at not in stages:
            stages[at] = _read_stage(report.text, sentences[at], days, (starts, ends))
        settings[number] = _setting_of(report, stages[at], frame)
    return continue_quotations(report, frames, settings)


def _read_stage(text: str, sentence: Span, days: Sequence[Time], edges: tuple[list[int], list[int]]) -> _Stage:
    """A sentence, and where contents begin and end in it."""
    scene = read_scene(text, sentence, days)
    begin, finish = (
        frozenset(scene.at(one) for one in side[bisect_left(side, sentence.start) : bisect_left(side, sentence.end)])
        for side in edges
    )
    return _Stage(scene, begin, finish)


def _setting_of(report: Report, stage: _Stage, frame: Frame) -> Setting:
    """The setting of one attribution with source or cue."""
    scene = stage.scene
    owned = dict(_pieces(scene, (*frame.source, *frame.content)))
    cue = frozenset(token for first, last in _pieces(scene, frame.cue) for token in range(first, last))
    walk = Walk(scene, owned, cue, stage.foreign)
    source = max((last for _, last in _pieces(scene, frame.source)), default=None)
    if cue:
        walk.go(min(cue))
    if source is not None:
        walk.go(source)
    gap_tokens = min(cue) - source if cue and source is not None else 0
    anchor = min([*(first for first, _ in _pieces(scene, frame.source)), *cue], default=0)
    _walk_lead(stage, walk, anchor, far=gap_tokens > GAP_TOKENS)
    if walk.days and _LONG_AGO.search(walk.days.evidence.exact) and _is_inserted(scene, frame, cue):
        walk.days = None
    if walk.days is None and source is not None and gap_tokens >= 0 and cue:
        walk.days = _time_between(scene, stage.foreign, source, min(cue))
    if walk.days is None:
        walk.days = _time_of_source(scene, frame)
    if not walk.venues and cue:
        walk.venues += _outlet_of_source(scene, frame, min(cue))
    return _as_setting(report, scene, walk, cue)


def _is_inserted(scene: Scene, frame: Frame, cue: frozenset[int]) -> bool:
    """Whether source and cue stand between commas in what is said: "Two years ago, Voss said, it rained"."""
    after = max(cue, default=-1) + 1
    contents = [first for first, last in _pieces(scene, frame.content) if last > first]
    return bool(cue) and scene.key(after) == "," and after + 1 in contents and scene.keys[after + 1][0].isalnum()


def _time_of_source(scene: Scene, frame: Frame) -> Time | None:
    """The day on which a source was made public: "a poll released on Monday"."""
    for first, last in _pieces(scene, frame.source):
        for token in range(first + 1, min(last, first + LEAD_TOKENS)):
            lead = token - 1 - (scene.keys[token - 1] in ("on", "in"))
            if scene.keys[token] in ("who", "whose"):
                return None
            if token in scene.days and lead > first and scene.keys[lead] in PUBLISHED:
                return scene.days[token][0]
    return None


def _outlet_of_source(scene: Scene, frame: Frame, cue: int) -> Iterator[Found]:
    """The outlet that a writer writes for: "the Troy Gazette's Ann Lee wrote"."""
    for first, last in _pieces(scene, frame.source):
        found = find_outlet(scene, first, min(last, first + OUTLET_TOKENS))
        if found and found.first <= first + 1 and scene.key(found.last) in ("'s", "'") and scene.key(cue) in _WRITING:
            yield found


def _pieces(scene: Scene, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The tokens of the spans that lie in the sentence, as (first, the one after)."""
    if not scene.starts:
        return
    for span in spans:
        if span.end > scene.starts[0] and span.start < scene.ends[-1]:
            yield scene.at(span.start), scene.at(span.end)


def _walk_lead(stage: _Stage, walk: Walk, anchor: int, *, far: bool) -> None:
    """Walk through what stands before the source: "In an interview with CNN on Sunday, Lee said".

    A place alone is not taken ("In Ohio, half of the voters said"); where the cue stands far from its source, a time
    alone is not either.
    """
    scene = stage.scene
    low = max(0, anchor - LEAD_TOKENS)
    begin = next((token for token in range(anchor - 1, low, -1) if token in stage.ends or token in stage.foreign), low)
    candidates = [begin] if begin == 0 or begin in stage.ends or begin in stage.foreign else []
    candidates += [token + 1 for token in range(begin, anchor) if scene.keys[token] in _BOUNDARIES]
    for first in candidates:
        trial = walk.fork()
        end = trial.go(first, stop=anchor)
        if all(scene.capital(token) or scene.keys[token] in _TITLES for token in range(end, anchor)):
            if (trial.days and not far) or any(venue.kind != "place" for venue in trial.venues):
                walk.join(trial)
            return
        if first == begin and not far and scene.key(end - 1) == "," and _is_plain(stage, end, anchor):
            walk.days = walk.days or trial.days


def _is_plain(stage: _Stage, first: int, last: int) -> bool:
    """Whether words hold no clause of their own and no other attribution's content."""
    keys = stage.scene.keys
    return not any(keys[token] in _SUBORDINATING or token in stage.foreign for token in range(first, last))


def _time_between(scene: Scene, foreign: frozenset[int], source: int, cue: int) -> Time | None:
    """The time of what the source did just before it spoke: "raised the stakes on Monday, calling it a lie"."""
    for token in range(source, min(cue, source + LEAD_TOKENS)):
        if scene.keys[token] in _SUBORDINATING or token in foreign:
            return None
        if token in scene.days and scene.keys[token - 1] not in ("of", "by", "since", "until", "for", "from", "'s"):
            days, end = scene.days[token]
            return None if scene.key(end) == "'s" else days
    return None


def _as_setting(report: Report, scene: Scene, walk: Walk, cue: frozenset[int]) -> Setting:
    """What a walk found, as a record with evidence."""
    found = min(walk.venues, key=lambda one: _RANKS[one.kind], default=None)
    if cue and (found is None or _RANKS[found.kind] > 1):
        platform = find_platform(scene, min(cue), max(cue) + 1)
        found = platform if platform and scene.keys[platform.first] != "tweet" else found
    addressee, through = walk.addressee, walk.through
    said_on = walk.days
    if said_on and said_on.low and report.published and said_on.low > report.published.iso[:10]:
        said_on = None  # what is still to come was not yet said
    return Setting(
        venue=_as_venue(report, scene, found) if found else None,
        addressee=report.evidence(*scene.span(*addressee)) if addressee else None,
        said_on=said_on,
        through=report.evidence(*scene.span(*through)) if through else None,
    )


def _as_venue(report: Report, scene: Scene, found: Found) -> Venue:
    """A venue as a record."""
    return Venue(found.name, found.kind, report.evidence(*scene.span(found.first, found.last)))
