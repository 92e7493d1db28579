"""The scene: a report laid out for finding out who is meant: mentions, sentences, quotations, genders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field

from whence.names.genders import gender_of
from whence.names.listed import CUES, ROLES, name_key
from whence.names.salience import INTRODUCED, OBJECT, POSSESSIVE, QUOTED, SUBJECT
from whence.names.sources import At
from whence.records import Evidence, Name, Report
from whence.text.marks import quoted_spans
from whence.text.sentences import split_sentences
from whence.text.spans import Span, merge_spans, span_at

_SUBJECT_AFTER = frozenset(
    [
        "and",
        "but",
        "or",
        "that",
        "when",
        "while",
        "if",
        "as",
        "because",
        "whether",
        "before",
        "after",
        "since",
        "although",
        "though",
        "where",
        "who",
        "which",
        "so",
        "then",
        "until",
        "once",
        "what",
        "how",
        "why",
        "meanwhile",
        "however",
        "also",
        "or",
        "both",
        "yet",
        "than",
        "for",
    ]
)
_HE_OR_SHE = re.compile(r"\b(?:(he|his|him|himself)|(?:she|her|hers|herself))\b", re.IGNORECASE)
_VOTE_CHARACTERS = 160  # how far a pronoun may stand from a name to tell its gender: about one sentence
_BEFORE_CHARACTERS = 60


@dataclass(slots=True)
class Scene:
    """A report with its names: what the walk through it looks up."""

    report: Report
    names: tuple[Name, ...]
    mentions: list[At]
    sentences: list[int]
    quotations: tuple[Span, ...]
    background: tuple[Span, ...]
    genders: list[str]
    starts_of: list[list[int]] = field(default_factory=list)
    fullest: list[Evidence] = field(default_factory=list)

    def sentence(self, position: int) -> int:
        """The number of the sentence that holds a position."""
        return bisect_right(self.sentences, position)

    def quoted(self, position: int) -> int | None:
        """The number of the quotation that holds a position, or None."""
        return span_at(self.quotations, position)

    def overlapping(self, span: Span) -> list[At]:
        """The mentions that overlap a span, in order."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.start)
        while first and self.mentions[first - 1].end > span.start:
            first -= 1
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.start)
        return self.mentions[first:last]

    def before(self, name: int, position: int) -> Evidence | None:
        """The last mention of a name before a position."""
        index = bisect_left(self.starts_of[name], position)
        return self.names[name].mentions[index - 1].evidence if index else None

    def weight(self, mention: At) -> float:
        """How salient a mention makes its name: as a subject, an object, a possessor, or inside a quotation."""
        text = self.report.text
        if self.quoted(mention.start) is not None:
            return QUOTED
        if text.startswith(("'s", "’s"), mention.end):
            return POSSESSIVE
        introduced = INTRODUCED if mention.form == "name" and " " in text[mention.start : mention.end] else 0.0
        words = text[max(0, mention.start - _BEFORE_CHARACTERS) : mention.start].rpartition("\n")[2].split()
        while words and (words[-1][:1].isupper() or name_key(words[-1]) in ROLES) and words[-1][-1] not in ",;:":
            words.pop()
        if not words or words[-1][-1] in ',.;:—–-”"?!)' or words[-1].lower() in _SUBJECT_AFTER or words[-1] in CUES:
            return SUBJECT + introduced
        return OBJECT + introduced


def lay_out(report: Report, names: tuple[Name, ...]) -> Scene:
    """The scene of a report."""
    mentions = sorted(
        At(m.evidence.start, m.evidence.end, number, m.form) for number, name in enumerate(names) for m in name.mentions
    )
    background = merge_spans(
        report.spans_of("title", "byline", "caption", "credit", "furniture", "timestamp", "outlet")
    )
    sentences = [span.start for span in split_sentences(report.text)]
    genders = [gender_of(name.name, name.also) if name.kind == "person" else "" for name in names]
    scene = Scene(report, names, mentions, sentences, merge_spans(quoted_spans(report.text)), background, genders)
    scene.starts_of = [[m.evidence.start for m in name.mentions] for name in names]
    scene.fullest = [_fullest(name) for name in names]
    _vote(scene)
    return scene


def _fullest(name: Name) -> Evidence:
    """Where the fullest form of a name stands first."""
    named = [mention.evidence for mention in name.mentions if mention.form == "name"] or [name.mentions[0].evidence]
    return max(named, key=lambda evidence: (evidence.exact == name.name, len(evidence.exact), -evidence.start))


def _vote(scene: Scene) -> None:
    """The gender of people whose name does not tell it, by the pronouns between a mention and the next person's."""
    people = [mention for mention in scene.mentions if scene.names[mention.name].kind == "person"]
    votes: dict[int, Counter[str]] = {}
    for place, mention in enumerate(people):
        if scene.genders[mention.name]:
            continue
        end = people[place + 1].start if place + 1 < len(people) else len(scene.report.text)
        stop = min(end, mention.end + _VOTE_CHARACTERS)
        for found in _HE_OR_SHE.finditer(scene.report.text, mention.end, stop):
            votes.setdefault(mention.name, Counter())["m" if found.group(1) else "f"] += 1
    for name, count in votes.items():
        (gender, most), *others = count.most_common(2)
        if not others or most >= 3 * others[0][1]:
            scene.genders[name] = gender
