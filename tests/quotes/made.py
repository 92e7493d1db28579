"""Reports and attributions made up for tests, by their words."""

from __future__ import annotations

from collections.abc import Sequence

from whence.quotes.odds import Odds
from whence.quotes.tagger import Tagged
from whence.quotes.tokens import Tokens
from whence.records import Evidence, NameKind, Quote, QuoteKind, Report, Setting, Speaker


def words_in(report: Report, *pieces: str) -> tuple[Evidence, ...]:
    """Words of a report as evidence, each piece after the one before it where it stands there, else its first place."""
    found, at = [], 0
    for piece in pieces:
        start = report.text.find(piece, at)
        start = report.text.index(piece) if start < 0 else start
        found.append(report.evidence(start, start + len(piece)))
        at = start + len(piece)
    return tuple(found)


def quote_in(
    report: Report, content: str | Sequence[str], *, source: str = "", cue: str = "", name: str | None = None,
    kind: QuoteKind = "direct", speaker_kind: NameKind = "person", setting: Setting | None = None,
    confidence: float = 0.9,
) -> Quote:  # fmt: skip
    """An attribution whose words stand in a report; `name` is the speaker's, by default the source's own words."""
    who = words_in(report, source) if source else ()
    speaker = Speaker(name or source, speaker_kind, who, "made up")
    return Quote(
        kind=kind,
        content=words_in(report, *([content] if isinstance(content, str) else content)),
        source=who,
        cue=words_in(report, cue) if cue else (),
        speakers=(speaker,) if source or name else (),
        setting=setting or Setting(),
        confidence=confidence,
    )


def tagged_words(tokens: Tokens, text: str, marked: Sequence[str], *, odds: Odds | None = None) -> Tagged:
    """An attribution of source, cue and content, each by its words ("" for none), as the tagger gives it."""
    ranges = []
    for words in marked:
        start = text.index(words)
        inside = [k for k, at in enumerate(tokens.starts) if start <= at < start + len(words)]
        ranges.append(((inside[0], inside[-1] + 1),) if words else ())
    source, cue, content = ranges
    return Tagged(source, cue, content, odds or Odds(*[0.9] * 7))
