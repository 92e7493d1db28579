"""Layout: attributions that the page shows rather than tells: a transcript's turns, a signature after a quotation.

MAYOR ROE: The bridge will open.          source, a colon as the cue, content
“It was a fine day.” — Jane Roe           content, a dash as the cue, source
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from whence.quotes.drafts import Draft
from whence.quotes.odds import Odds
from whence.text.lines import paragraphs
from whence.text.spans import Span, trim_span

_TURN = re.compile(r"[“\"]?((?:[A-Z][\w.'’-]{0,20} ){0,4}[A-Z][\w.'’-]{1,20})(?: \([^()\n]{1,40}\))?(:)\s{0,3}(?=\S)")
_SIGNATURE = re.compile(r"(?:[-–—―]|--)\s{0,3}((?:[A-Z][\w.'’-]{0,20},? ?){1,6})")
_CLOSING = "”\"'’»"
_OPENING = '“"'
LEAST_TURNS = 2  # of a report, for a name in small letters and a colon to be a turn: one may be a label ("Update: ...")
LONG_QUOTATION_WORDS = 10  # 98 % of PolNeAR's quotations of 10 words or more are speech, whoever speaks
RULE_ODDS = Odds()  # a rule says nothing of labels and links; the confidence knows rules as such


def layout_drafts(text: str, marked: Sequence[Span], drafts: Sequence[Draft]) -> list[Draft]:
    """The attributions that the layout shows, and those of the tagger that do not contradict it.

    Args:
        text: the report's text.
        marked: the stretches inside quotation marks, in order.
        drafts: what the tagger found.

    Returns:
        All drafts, in the order of their contents.
    """
    shown = [*_turns(text), *_signatures(text, marked)]
    kept = [*shown, *_without(drafts, shown)] if shown else list(drafts)
    return _with_bare_quotations(text, marked, sorted(kept, key=lambda draft: draft.content))


def _without(drafts: Sequence[Draft], shown: Sequence[Draft]) -> Iterator[Draft]:
    """The tagger's attributions without what the layout shows to be somebody's: the page is plainer than prose."""
    covered = _Cover(shown)
    for draft in drafts:
        content = tuple(span for span in draft.content if not covered.touches([span]))
        if content:
            yield draft._replace(content=content)


class _Cover:
    """Which positions contents cover."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.spans = sorted(span for draft in drafts for span in draft.content)

    def touches(self, spans: Sequence[Span]) -> bool:
        """Whether any content overlaps any of these."""
        return any(self._touches(span) for span in spans)

    def _touches(self, span: Span) -> bool:
        place = bisect_right(self.spans, Span(span.end, span.end))
        return any(other.overlaps(span) for other in self.spans[max(0, place - 3) : place])


def _turns(text: str) -> Iterator[Draft]:
    """The turns of a transcript: NAME: words, and the paragraphs in which a turn between marks goes on.

    A name is all in capitals, or stands before several colons.
    """
    found = [(paragraph, _TURN.match(text, *paragraph)) for paragraph in paragraphs(text)]
    times = Counter(match.group(1) for _, match in found if match)
    if times.total() < LEAST_TURNS:
        return
    turn: Draft | None = None
    for paragraph, match in found:
        if match and (match.group(1).isupper() or times[match.group(1)] >= LEAST_TURNS):
            if turn:
                yield turn
            content = trim_span(text, match.end(), paragraph.end)
            turn = Draft((Span(*match.span(1)),), (Span(*match.span(2)),), (content,), RULE_ODDS, "turn")
            marked = text[paragraph.start] in _OPENING
        elif (
            turn
            and marked
            and text[paragraph.start] in _OPENING
            and text[paragraph.start + 1 : paragraph.start + 2].isalnum()
        ):
            turn = turn._replace(content=(*turn.content, paragraph))
        elif turn:
            yield turn
            turn = None
    if turn:
        yield turn


def _signatures(text: str, marked: Sequence[Span]) -> Iterator[Draft]:
    """A quotation that ends its paragraph, then a dash and a name, on the same line or the next."""
    ends = {mark.end: mark for mark in marked}
    last: Span | None = None
    for start, end in paragraphs(text):
        opened = _SIGNATURE.match(text, start, end)
        if opened and opened.end() >= end - 1 and last and last.end in ends:
            yield _signed(text, ends[last.end], opened)
        for mark_end in (m.end for m in _marks_inside(marked, start, end)):
            after = trim_span(text, mark_end, end)
            signed = _SIGNATURE.match(text, after.start, end)
            if signed and signed.end() >= end - 1:
                yield _signed(text, ends[mark_end], signed)
        last = Span(start, end)


def _marks_inside(marked: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The last quotation that ends inside a paragraph, if any."""
    place = bisect_right(marked, Span(end, end)) - 1
    return [marked[place]] if place >= 0 and marked[place].start >= start else []


def _signed(text: str, content: Span, match: re.Match[str]) -> Draft:
    """A draft of a signature."""
    name = trim_span(text, *match.span(1))
    while name.end > name.start and text[name.end - 1] in ",.":
        name = Span(name.start, name.end - 1)
    dash = trim_span(text, match.start(), match.start(1))
    return Draft((name,), (dash,), (content,), RULE_ODDS, "signature")


def _with_bare_quotations(text: str, marked: Sequence[Span], drafts: list[Draft]) -> list[Draft]:
    """Long quotations that no attribution covers: more words of the one before them, else without a source.

    A quotation right after an attribution with marks, in its paragraph or alone in the next, goes on with it.
    """
    covered = _Cover(drafts)
    bare = [
        span for span in marked if text.count(" ", *span) + 1 >= LONG_QUOTATION_WORDS and not covered.touches([span])
    ]
    waiting = list(reversed(drafts))
    found: list[Draft] = []
    for span in bare:
        while waiting and waiting[-1].content[0].start < span.start:
            found.append(waiting.pop())
        if found and _goes_on(text, found[-1], span):
            found[-1] = found[-1]._replace(content=(*found[-1].content, span))
        else:
            found.append(Draft((), (), (span,), RULE_ODDS, "bare"))
    return [*found, *reversed(waiting)]


def _goes_on(text: str, draft: Draft, span: Span) -> bool:
    """Whether a quotation continues an attribution: nothing but its source, its cue and layout in between."""
    if draft.rule == "signature" or text[draft.content[-1].end - 1] not in _CLOSING + ".":
        return False
    low = draft.content[-1].end
    between = text[low : span.start]
    for piece in sorted([*draft.source, *draft.cue], reverse=True):
        if low <= piece.start and piece.end <= span.start:
            between = between[: piece.start - low] + between[piece.end - low :]
    return len(between) < 40 and not any(map(str.isalnum, between))
