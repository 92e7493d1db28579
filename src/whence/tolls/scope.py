"""Which sentences of a report tell of its own event, and which of others, of law, of statistics, or of nothing."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from whence.records import Report
from whence.text.marks import quoted_spans
from whence.text.phrases import PhraseTable
from whence.text.sentences import split_sentences
from whence.text.spans import Span
from whence.text.wordlists import read_word_list
from whence.tolls.scene import Scene

LEAD_SENTENCES = 4
"""A headline and the first sentences of a news report tell its own event (the inverted pyramid)."""

_OTHER_EVENTS = PhraseTable({tuple(line.split()): "other" for line in read_word_list("other_events")})
_ASIDE = frozenset(["related", "story", "more", "also", "read", "watch", "previously", "video", "photos"])
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_NO_PROSE = ("furniture", "byline", "credit", "timestamp", "outlet")


_CLOCKS = frozenset(["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "a", "p"])
_MOST_LENGTHS = 2  # of videos in one sentence; one may be a time of day
_SEVERAL_EVENTS = PhraseTable({tuple(line.split()): "several" for line in read_word_list("several_events")})


class Told(NamedTuple):
    """A sentence as words `first` to before `last`; `order` counts the sentences, `other` where it tells of others."""

    first: int
    last: int
    order: int
    other: bool

    @property
    def lead(self) -> bool:
        """Whether it stands at the head of the report."""
        return self.order < LEAD_SENTENCES


def told_sentences(report: Report, scene: Scene) -> list[Told]:
    """The sentences of a report's prose, those about other events marked so."""
    left_out = _Spans([part.span for part in report.parts if part.role in _NO_PROSE])
    starts = scene.words.starts
    year = report.published.iso[:4] if report.published else ""
    told: list[Told] = []
    for span in split_sentences(report.text):
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == last or left_out.hold(span.start):
            continue
        order = len(told)
        other = order >= LEAD_SENTENCES - 1 and _tells_other(scene, first, last, year)
        aside = _is_aside(scene, first) or _is_past(scene, first, year) or _lists_videos(scene, first, last)
        told.append(Told(first, last, order, other or aside))
    return told


def tells_several(scene: Scene, told: list[Told]) -> bool:
    """Whether the head of a report tells of several events together ("28 shot in weekend shootings")."""
    lead = [sentence for sentence in told if sentence.lead]
    return any(bool(_SEVERAL_EVENTS.find(scene.words.keys[sentence.first : sentence.last])) for sentence in lead)


def quoted_words(report: Report, scene: Scene) -> frozenset[int]:
    """The words inside quotation marks: what a witness says is no count of the report."""
    starts = scene.words.starts
    found: set[int] = set()
    for span in quoted_spans(report.text):
        found.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
    return frozenset(found)


def _tells_other(scene: Scene, first: int, last: int, year: str) -> bool:
    """Whether words of a sentence point at another time, place or total."""
    keys = scene.words.keys[first:last]
    if _OTHER_EVENTS.find(keys):
        return True
    if keys[0] == "in" and len(keys) > 1 and keys[1] in _MONTHS:
        return True
    return bool(year) and any(
        len(key) == 4
        and key.isdigit()
        and "1900" <= key < "2100"
        and key != year
        and keys[at - 1] in ("in", "since", "of", "from", "the")
        for at, key in enumerate(keys)
        if at
    )


def _is_aside(scene: Scene, first: int) -> bool:
    """Whether a line leads to another report: "RELATED: ..."."""
    word = scene.text[scene.words.starts[first] : scene.words.ends[first]]
    after = scene.text[scene.words.ends[first] : scene.words.ends[first] + 1]
    return scene.words.keys[first] in _ASIDE and (after == ":" or (word.isupper() and len(word) > 3))


def _is_past(scene: Scene, first: int, year: str) -> bool:
    """Whether a line is headed by another year, as in a chronicle: "1993: ..."."""
    key, end = scene.words.keys[first], scene.words.ends[first]
    past = len(key) == 4 and key.isdigit() and "1900" <= key < "2100" and key != year
    return past and scene.text[end : end + 1] == ":"


def _lists_videos(scene: Scene, first: int, last: int) -> bool:
    """Whether a line lists videos with their lengths: "0:43 Fire in Ostley 1:20 Snow in Selm"."""
    found, keys = 0, scene.words.keys
    for index in range(first, last):
        if keys[index][-3:-2] == ":" and keys[index].replace(":", "").isdigit():
            found += _CLOCKS.isdisjoint(keys[index + 1 : min(index + 4, last)])
    return found >= _MOST_LENGTHS


class _Spans:
    """Spans in order, asked whether they hold a position."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def hold(self, position: int) -> bool:
        """Whether a position lies inside a span that begins at or before it."""
        at = bisect_left(self.starts, position + 1) - 1
        return at >= 0 and self.spans[at].end > position
