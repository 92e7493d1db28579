"""Lead-ins: sentences that tell where and when somebody spoke, and nothing that was said.

"Voss spoke at a rally in Halvern on Monday. She said ..." The subject must be a name, directly before the verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from whence.quotes.frames import Frame
from whence.quotes.noun_phrases import phrase_end
from whence.quotes.scene import Scene, read_scene
from whence.quotes.setting import find_settings
from whence.quotes.venues import Found, find_venue_noun
from whence.records import Days, Name, Report, Setting, Venue
from whence.text.spans import Span

_SPOKE = frozenset(["spoke", "appeared", "testified", "talked", "campaigned"])
_SAT_DOWN = frozenset([("sat", "down"), ("was", "interviewed")])
_HELD = frozenset(["held", "gave", "delivered", "hosted", "addressed", "attended", "joined", "headlined"])
_BETWEEN = frozenset(["then", "also", "later", "briefly", "himself", "herself"])


class LeadIn(NamedTuple):
    """A sentence that may lead in, and the name of who must be its subject."""

    sentence: Span
    name: str


def find_lead_ins(
    report: Report, wanted: Sequence[LeadIn], days: Sequence[Days], names: Sequence[Name]
) -> Mapping[LeadIn, Setting]:
    """The settings of those sentences that tell of the speaking of their subject.

    Args:
        report: the report.
        wanted: sentences, each with the name that must be its subject.
        days: the report's phrases of time, in the order of the text.
        names: the report's names.

    >>> from whence.names.find import find_names
    >>> report = Report("a", "a", "Ann Voss spoke at a rally in Troy.")
    >>> lead = LeadIn(Span(0, 34), "Ann Voss")
    >>> find_lead_ins(report, [lead], [], find_names(report))[lead].venue.name
    'rally'
    """
    mentions = {name.name: [mention.evidence for mention in name.mentions] for name in names}
    leads: list[LeadIn] = []
    frames: list[Frame] = []
    nouns: list[Venue | None] = []
    for lead in dict.fromkeys(wanted):
        places = mentions.get(lead.name, [])
        at = bisect_left(places, lead.sentence.start, key=lambda one: one.start)
        if at == len(places) or places[at].end > lead.sentence.end:
            continue
        scene = read_scene(report.text, lead.sentence, days)
        subject = Span(places[at].start, places[at].end)
        verb = _verb(scene, subject)
        if verb is not None:
            end, noun = _object(scene, verb)
            leads.append(lead)
            frames.append(Frame((subject,), (scene.span(verb, end),), ()))
            nouns.append(_venue(report, scene, noun) if noun else None)
    settings = find_settings(report, frames, days)
    found = {lead: _with_noun(setting, noun) for lead, setting, noun in zip(leads, settings, nouns, strict=True)}
    return {lead: setting for lead, setting in found.items() if setting.venue}


def _verb(scene: Scene, subject: Span) -> int | None:
    """The verb of speaking somewhere that directly follows the subject."""
    verb = scene.at(subject.end)
    if scene.key(verb) in _BETWEEN:
        verb += 1
    key = scene.key(verb)
    return verb if key in _SPOKE or key in _HELD or (key, scene.key(verb + 1)) in _SAT_DOWN else None


def _object(scene: Scene, verb: int) -> tuple[int, Found | None]:
    """The token after the verb and its object, and the venue that the object names: "held a rally"."""
    if scene.key(verb) in _SPOKE:
        return verb + 1, None
    if scene.key(verb) not in _HELD:
        return verb + 2, None
    end, _ = phrase_end(scene, verb + 1, len(scene.keys))
    return max(end, verb + 1), find_venue_noun(scene, verb + 1, end)


def _venue(report: Report, scene: Scene, found: Found) -> Venue:
    """A venue as a record."""
    return Venue(found.name, found.kind, report.evidence(*scene.span(found.first, found.last)))


def _with_noun(setting: Setting, noun: Venue | None) -> Setting:
    """A setting with the venue that the verb's object names, unless an outlet is named too."""
    if noun is None or (setting.venue and setting.venue.kind in ("outlet", "platform")):
        return setting
    return Setting(noun, setting.addressee, setting.said_on, setting.through)
