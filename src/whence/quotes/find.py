"""Quotes of a report: what the tagger and the layout show, with speaker, venue, addressee, time and confidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.names.speakers import resolve_speakers
from whence.quotes.carrying import Told, carry_settings
from whence.quotes.confidence import confidence_of
from whence.quotes.drafts import Draft, drafts_of, kind_of
from whence.quotes.frames import Frame
from whence.quotes.layout import layout_drafts
from whence.quotes.participles import mend_participles
from whence.quotes.setting import find_settings
from whence.quotes.tagger import Tagged
from whence.quotes.tokens import Tokens
from whence.quotes.weights import TaggerWeights
from whence.records import Evidence, Name, Quote, Report, Role, Time
from whence.text.marks import quoted_spans
from whence.text.spans import Span, merge_spans, span_at

_APPARATUS: tuple[Role, ...] = ("byline", "timestamp", "credit", "furniture")  # parts in which nobody speaks
_ANSWERING = r"(?:say|comment|answer|respond|discuss|elaborate|speculate)"
_DECLINED = re.compile(
    rf"\bdeclin(?:e|es|ed|ing)\b|\brefus(?:e|es|ed|ing) to {_ANSWERING}|\b(?:would|wo|did|does|will)n['’]t {_ANSWERING}"
    rf"|\b(?:would|did|does|will) not (?:immediately )?{_ANSWERING}\b|\bno comment\b",
    re.IGNORECASE,
)
DECLINED_CHARACTERS = 60  # the verb stands in the cue; what it declines may begin the content ("refused" "to comment")


def find_quotes(
    report: Report, tagged: tuple[Tokens, Sequence[Tagged]], names: tuple[Name, ...], days: Sequence[Time],
    weights: TaggerWeights,
) -> tuple[Quote, ...]:  # fmt: skip
    """The attributions of a report, in the order of their contents.

    Args:
        report: the report.
        tagged: its tokens and what the tagger found in them.
        names: who it names (`names.find`).
        days: the days it speaks of (`figures.days`).
        weights: what the confidence is calibrated with.

    Returns:
        Quotes whose every span slices to its words.
    """
    marked = quoted_spans(report.text)
    seen = layout_drafts(report.text, marked, drafts_of(*tagged, marked, report.text))
    drafts = mend_participles(report.text, _outside_apparatus(report, seen), names)
    kinds = [kind_of(draft, marked, report.text) for draft in drafts]
    sure = [confidence_of(draft, kind, weights) for draft, kind in zip(drafts, kinds, strict=True)]
    kept = [found for found in zip(drafts, kinds, sure, strict=True) if found[2] >= weights.least_confidence]
    sources, contents = [draft.source for draft, _, _ in kept], [draft.content for draft, _, _ in kept]
    speakers = resolve_speakers(report, names, sources, contents)
    frames = [Frame(*draft[:3]) for draft, _, _ in kept]
    own = find_settings(report, frames, days)
    told = [Told(*one) for one in zip(frames, speakers, own, strict=True)]
    settings = carry_settings(report, told, days)
    return tuple(
        Quote(
            kind=kind,
            content=_evidence(report, draft.content),
            source=_evidence(report, draft.source),
            cue=_evidence(report, draft.cue),
            speakers=who,
            setting=setting,
            confidence=confidence,
            declined=_is_declined(report.text, draft),
        )
        for (draft, kind, confidence), setting, who in zip(kept, settings, speakers, strict=True)
    )


def _outside_apparatus(report: Report, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose content is not all in a byline, a timestamp, a credit or furniture."""
    apparatus = merge_spans(report.spans_of(*_APPARATUS))
    return [
        draft
        for draft in drafts
        if not all(
            (place := span_at(apparatus, span.start)) is not None and apparatus[place].covers(span)
            for span in draft.content
        )
    ]


def _evidence(report: Report, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    """Spans with their words."""
    return tuple(report.evidence(*span) for span in spans)


def _is_declined(text: str, draft: Draft) -> bool:
    """Whether the speaker would not say."""
    if not draft.cue:
        return False
    start, end = draft.cue[-1].start, draft.content[0].start
    goes_on = draft.cue[-1].end <= end <= draft.cue[-1].end + 2 and text.startswith("to ", end)
    last = min(end + 14 if goes_on else draft.cue[-1].end, start + DECLINED_CHARACTERS)
    return _DECLINED.search(text, start, last) is not None
