"""Carrying: a venue and a time that stand in the sentence before hold on while the same speaker speaks on.

"Voss told CNN on Monday that it rains. “It pours,” he added." Only an attribution with no venue and time of its own
takes them, only from the sentence directly before, and only where nothing around it points at another occasion. Who is
spoken to is not carried: two readers of 210 attributions carried an addressee once, a venue or a time 40 times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from whence.quotes.continuing import continue_quotations, opens_quotation
from whence.quotes.frames import Frame
from whence.quotes.noun_phrases import PHRASE_TOKENS
from whence.quotes.scene import Scene, read_scene
from whence.quotes.venues import find_outlet, is_venue_noun
from whence.records import Report, Setting, Speaker, Time
from whence.text.sentences import split_sentences
from whence.text.spans import Span, merge_spans, span_at
from whence.text.wordlists import read_word_list

LONGEST_DAYS = 31  # "in July" is one occasion, "in 2008" a background; the gold's longest carried time is a month
LATE_TOKENS = 3  # "has repeatedly also said": so far before a cue its auxiliary stands. Not tuned
_VERBS = frozenset(read_word_list("occasion_verbs"))
_ELSEWHERE = frozenset([
    "later", "earlier", "previously", "once", "meanwhile", "separately", "recently", "before", "after", "since", "ago",
    "often", "repeatedly", "frequently", "always", "never", "long", "separate", "another", "elsewhere", "past", "until",
    "initially", "next", "following", "originally", "subsequently", "afterward", "afterwards", "now",
])  # fmt: skip
_LONG = re.compile(r"\b(?:years?|decades?|century|centuries|seasons?|\d{4}s?|once|past)\b", re.IGNORECASE)
_PERFECT = frozenset(["has", "have", "had", "'ve", "'d", "will", "would", "is", "are", "does", "do", "to", "may", "if"])
_WRITTEN = frozenset(["wrote", "writing", "added", "adding", "continued", "continuing", "concluded", "tweeted"])
_WHERE = frozenset(["in", "on", "at"])  # "wrote in the catalogue": a place of its own, known or not
_PRONOUNS = frozenset(["he", "she", "they", "it"])
_ADDS = frozenset(["added", "continued", "concluded"])
_GOES_ON = _ADDS | {"said", "noted", "explained", "wrote", "acknowledged"}


class Told(NamedTuple):
    """An attribution with its speakers, and the setting that its own sentence states."""

    frame: Frame
    speakers: tuple[Speaker, ...]
    setting: Setting


class _Occasion(NamedTuple):
    """The speaking that the attribution read last belongs to: who speaks, in what setting, up to which sentence."""

    who: frozenset[str]
    setting: Setting
    last: int


def carry_settings(report: Report, told: Sequence[Told], days: Sequence[Time]) -> tuple[Setting, ...]:
    """The setting of each attribution, venue and time carried on from the sentence before where they still hold.

    Args:
        report: the report.
        told: its attributions, in any order.
        days: its phrases of time (`whence.times.days.find_days`), in the order of the text.

    Returns:
        One setting for each attribution; what its own sentence states is never altered.

    >>> text = "Voss told CNN it rains. “It pours,” Voss said."
    >>> report = Report("a", "a", text)
    >>> voss = (Speaker("Voss", "person", ()),)
    >>> first = Frame((Span(0, 4),), (Span(5, 9),), (Span(14, 22),))
    >>> frames = [first, Frame((Span(36, 40),), (Span(41, 45),), (Span(24, 35),))]
    >>> from whence.quotes.setting import find_settings
    >>> own = find_settings(report, frames, [])
    >>> told = [Told(frame, voss, setting) for frame, setting in zip(frames, own)]
    >>> [setting.venue.name for setting in carry_settings(report, told, [])]
    ['CNN', 'CNN']
    """
    reading = _Reading(report, told, days)
    settings = [one.setting for one in told]
    occasion: _Occasion | None = None
    for number in reading.order:
        occasion = reading.step(number, occasion, settings)
    return continue_quotations(report, [one.frame for one in told], settings)


class _Reading:
    """What a walk through the attributions of a report needs to know of it."""

    def __init__(self, report: Report, told: Sequence[Told], days: Sequence[Time]) -> None:
        self._text, self._told, self._days = report.text, told, days
        self._sentences = split_sentences(report.text)
        self._contents = merge_spans(piece for one in told for piece in one.frame.content)
        self._scenes: dict[int, Scene] = {}
        self._plain: dict[int, bool] = {}
        frames = [one.frame for one in told]
        self.order = sorted(
            (number for number, frame in enumerate(frames) if frame.content and not self._is_told_by_another(frame)),
            key=lambda number: min((*frames[number].anchors(), *frames[number].content)),
        )

    def step(self, number: int, occasion: _Occasion | None, settings: list[Setting]) -> _Occasion | None:
        """Read one attribution, which may take the occasion's setting; the occasion after it."""
        one = self._told[number]
        first, last = self._reach(one.frame)
        near = occasion is not None and first - occasion.last <= 1
        if occasion and near and not one.frame.anchors():
            return occasion._replace(last=max(last, occasion.last))
        who = _named(one.speakers)
        if occasion and near and who and who == occasion.who and self._holds_on(one, first, occasion):
            settings[number] = replace(one.setting, venue=occasion.setting.venue, said_on=occasion.setting.said_on)
        lasting = self._lasting(one, settings[number])
        if occasion and near and who == occasion.who and settings[number] == Setting():
            return occasion  # "Reflecting on it, Voss said": the next one in this sentence may still hold on
        return _Occasion(who, lasting, last)

    def _is_told_by_another(self, frame: Frame) -> bool:
        """Whether source and cue stand in what somebody else says."""
        anchors = frame.anchors()
        return bool(anchors) and all(span_at(self._contents, piece.start) is not None for piece in anchors)

    def _reach(self, frame: Frame) -> tuple[int, int]:
        """The numbers of the first and the last sentence that an attribution stands in."""
        pieces = (*frame.source, *frame.cue, *frame.content)
        return self._sentence(min(pieces).start), self._sentence(max(piece.end for piece in pieces) - 1)

    def _sentence(self, position: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._sentences, (position, len(self._text) + 1)) - 1)

    def _scene(self, number: int) -> Scene:
        """The tokens of a sentence."""
        if number not in self._scenes:
            self._scenes[number] = read_scene(self._text, self._sentences[number], self._days)
        return self._scenes[number]

    def _lasting(self, one: Told, setting: Setting) -> Setting:
        """What of a setting may hold on: no time longer than a month, and nothing that had been said before."""
        if not setting.venue and not setting.said_on:
            return Setting()
        if (setting.said_on and not _is_short(setting.said_on)) or self._is_perfect(one.frame):
            return Setting()
        return setting

    def _is_perfect(self, frame: Frame) -> bool:
        """Whether an attribution tells of what has been or will be said."""
        cue = frame.cue[0] if frame.cue else None
        if cue is None:
            return False
        scene = self._scene(self._sentence(cue.start))
        first, last = scene.at(cue.start), scene.at(cue.end)
        return any(
            scene.keys[token] in _PERFECT and span_at(self._contents, scene.starts[token]) is None
            for token in range(max(0, first - LATE_TOKENS), last)
        )

    def _holds_on(self, one: Told, first: int, occasion: _Occasion) -> bool:
        """Whether an attribution by the same speaker goes on in the setting of the one before it."""
        own, setting, frame = one.setting, occasion.setting, one.frame
        if own.venue or own.said_on or not (setting.venue or setting.said_on) or not frame.cue:
            return False
        at = self._sentence(frame.cue[0].start)
        scene = self._scene(at)
        cue = [scene.key(token) for token in range(scene.at(frame.cue[0].start), scene.at(frame.cue[0].end))]
        if not _VERBS.intersection(cue) or _WHERE.intersection(cue) or self._is_perfect(frame):
            return False
        platform = setting.venue is not None and setting.venue.kind == "platform"
        if platform and not _WRITTEN.intersection(cue):
            return False
        if own.addressee and not (
            setting.venue and setting.venue.kind == "event" and own.addressee.exact[:4] == "the "
        ):
            return False
        return self._is_connected(frame, cue, (occasion.last, first)) and self._is_plain(at)

    def _is_connected(self, frame: Frame, cue: Sequence[str], sentences: tuple[int, int]) -> bool:
        """Whether no paragraph ends between two sentences, or the new one opens as speech that goes on.

        It goes on with a quotation, with "She said" or with "Voss added". "Voss said that" begins anew: in the one case
        among the gold's train part two readers saw no venue there.
        """
        last, first = sentences
        if first <= last:
            return True
        between = self._text[self._sentences[last].end : self._sentences[first].start]
        if "\n" not in between:
            return True
        start = self._sentences[first].start
        if frame.content[0].start == start:
            return opens_quotation(self._text, start)
        if not frame.source or frame.source[0].start != start or "also" in cue:
            return False
        pronoun = frame.source[0].slice(self._text).lower() in _PRONOUNS
        return bool((_GOES_ON if pronoun else _ADDS).intersection(cue))

    def _is_plain(self, number: int) -> bool:
        """Whether what a sentence says around its contents names no other time, venue or occasion."""
        if number not in self._plain:
            self._plain[number] = _names_nothing(self._scene(number), self._contents)
        return self._plain[number]


def _names_nothing(scene: Scene, contents: Sequence[Span]) -> bool:
    """Whether the words of a sentence outside contents name no time, venue or occasion."""
    outside = [token for token, start in enumerate(scene.starts) if span_at(contents, start) is None]
    if any(
        scene.keys[token] in _ELSEWHERE or token in scene.days or is_venue_noun(scene.keys[token]) for token in outside
    ):
        return False
    edges = [place for place, (one, other) in enumerate(pairwise(outside), 1) if other > one + 1]
    for low, high in pairwise([0, *edges, len(outside)]):
        for place in range(low, high, PHRASE_TOKENS):  # windows that overlap: a name has its bounds, a text has none
            last = outside[min(place + 2 * PHRASE_TOKENS, high) - 1] + 1
            if find_outlet(scene, outside[place], last):
                return False
    return True


def _named(speakers: Sequence[Speaker]) -> frozenset[str]:
    """The names of the speakers that the report tells."""
    return frozenset(speaker.name for speaker in speakers if speaker.name and speaker.kind != "unknown")


def _is_short(days: Time) -> bool:
    """Whether days are few enough to be one occasion; days that are not known, by their words."""
    if days.low is None or days.high is None:
        return not _LONG.search(days.evidence.exact)
    return (date.fromisoformat(days.high) - date.fromisoformat(days.low)).days < LONGEST_DAYS
