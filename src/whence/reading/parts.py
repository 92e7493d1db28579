"""Parts: what each line of a report is. The text is labelled and never altered.

Two passes. The first tells furniture, credits and captions, each from its own line alone. The second knows where the
body begins and ends, and tells title, bylines and timestamps, which only stand around it. What is left is a paragraph:
where there is doubt, a line is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.reading.bylines import Byline, is_name, read_byline
from whence.reading.captions import read_caption
from whence.reading.credits import find_contributors, is_credit_notice, is_photo_credit
from whence.reading.datelines import find_dateline, is_dateline
from whence.reading.furniture import is_furniture
from whence.reading.naming import is_outlet
from whence.reading.timestamps import Stamp, choose_published, is_labelled, read_stamps, split_stamps
from whence.reading.titles import find_title, is_prose, same_title
from whence.records import Part, Published, Role
from whence.text.lines import paragraphs
from whence.text.spans import Span

# How many paragraphs may stand before a byline or a timestamp: a standfirst and a caption that was not recognised.
_PARAGRAPHS_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """The parts of a text, and what they say about it."""

    parts: tuple[Part, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None


NOTHING_LABELLED = Labelled(())


@dataclass(slots=True)
class _Lines:
    """The lines of a text while they are labelled; `roles` is None where a line is not yet known to be anything."""

    text: str
    spans: tuple[Span, ...]
    roles: list[Role | None]
    inner: list[Part] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    byline: str | None = None
    outlet: str | None = None

    def line(self, index: int) -> str:
        """The words of a line."""
        return self.spans[index].slice(self.text)

    def add_inner(self, role: Role, index: int, within: Span | None) -> None:
        """Label a stretch inside a line."""
        if within is not None and within.end > within.start:
            start = self.spans[index].start
            self.inner.append(Part(role, start + within.start, start + within.end))


def label_parts(text: str, *, title: str | None = None) -> Labelled:
    """Label every line of a text with its role.

    Args:
        text: a report, one paragraph a line.
        title: the title, where it is known: then only a line that is this title is labelled so.

    Returns:
        The parts in order, an outer part before those inside it, and the title, byline, outlet and time they give.

    >>> body = "KYIV (AP) - Talks stalled on Friday, officials in the capital said."
    >>> [part.role for part in label_parts(f"Talks stall again\\nBy Jane Roe\\n{body}\\nAdvertisement").parts]
    ['title', 'byline', 'paragraph', 'dateline', 'furniture']
    """
    spans = tuple(span for line in paragraphs(text) for span in split_stamps(text, line))
    lines = _Lines(text, spans, [None] * len(spans))
    for index in range(len(spans)):
        lines.roles[index] = _role_of_line(lines, index, title)
    top, tail = _edges(lines)
    for index in (*range(top), *range(tail, len(spans))):
        _label_stamp(lines, index, at_top=index < top)
    _label_title(lines, title)
    _label_bylines(lines, top, tail)
    _label_paragraphs(lines)
    return _finish(lines)


def _role_of_line(lines: _Lines, index: int, title: str | None) -> Role | None:
    """The role that a line shows by itself."""
    line = lines.line(index)
    if title is not None and len(line) < 500 and same_title(line, title):
        return None
    if is_furniture(line):
        return "furniture"
    if is_credit_notice(line) or is_photo_credit(line):
        return "credit"
    caption = read_caption(line)
    if caption:
        lines.add_inner("credit", index, caption.credit)
        return "caption"
    stamps = read_stamps(lines.text, lines.spans[index])
    if stamps and is_labelled(stamps):
        return "timestamp"
    return None


def _edges(lines: _Lines) -> tuple[int, int]:
    """Where the body surely has begun, and the line after its last paragraph."""
    prose = [i for i, role in enumerate(lines.roles) if role is None and is_prose(lines.line(i))]
    if not prose:
        return len(lines.spans), len(lines.spans)
    top = prose[_PARAGRAPHS_ABOVE] if len(prose) > _PARAGRAPHS_ABOVE else prose[-1]
    return top, max(top, prose[-1] + 1)


def _label_stamp(lines: _Lines, index: int, *, at_top: bool) -> None:
    """Label a line at the top or the tail as a timestamp, and keep what it says.

    At the tail only a line that calls itself the time of publication counts: dates of events and notes on updates stand
    there too.
    """
    if lines.roles[index] not in (None, "timestamp"):
        return
    stamps = read_stamps(lines.text, lines.spans[index])
    if not at_top:
        stamps = tuple(stamp for stamp in stamps if stamp.fields.labels and not stamp.fields.updated)
    if stamps:
        lines.roles[index] = "timestamp"
        lines.stamps.extend(stamps)


def _label_title(lines: _Lines, title: str | None) -> None:
    """Label the headline."""
    free = [i for i, role in enumerate(lines.roles[:60]) if role is None]
    found = find_title([lines.line(i) for i in free[:14]], title, _is_no_title)
    if found is not None:
        lines.roles[free[found]] = "title"


def _is_no_title(line: str) -> bool:
    """True for lines that look like headlines and are something else: a byline, a name, the beginning of the body."""
    return (
        line.startswith(("By ", "BY ", "by ", "by: "))
        or bool(read_byline(line))
        or is_name(line)
        or is_outlet(line)
        or find_dateline(line) is not None
    )


def _label_bylines(lines: _Lines, top: int, tail: int) -> None:
    """Label the lines that name the writers; the first at the top is the report's byline."""
    for index, role in enumerate(lines.roles):
        if role is not None or tail > index > top:
            continue
        found = read_byline(lines.line(index))
        if found is None and index < top and _beside_stamp(lines, index) and is_name(lines.line(index)):
            found = Byline(Span(0, len(lines.line(index))), None, own_outlet=False)
        if found is None and index < top and is_outlet(lines.line(index)) and lines.line(index)[0] != "(":
            lines.roles[index] = "outlet"
        if found is None or (index >= tail and lines.line(index)[:2].lower() != "by"):
            continue
        lines.roles[index] = "byline"
        lines.add_inner("outlet", index, found.outlet)
        _keep_byline(lines, index, found)


def _keep_byline(lines: _Lines, index: int, found: Byline) -> None:
    """Remember the first names and the first outlet of its own; an agency counts as a name where no person is named."""
    named = found.names or (None if found.own_outlet else found.outlet)
    if lines.byline is None and named is not None:
        lines.byline = " ".join(named.slice(lines.line(index)).split())
    if lines.outlet is None and found.outlet is not None and found.own_outlet:
        lines.outlet = found.outlet.slice(lines.line(index))


def _beside_stamp(lines: _Lines, index: int) -> bool:
    """True where the line before or after is a timestamp, or the one after names an outlet."""
    last = len(lines.roles) - 1
    beside = (lines.roles[max(0, index - 1)], lines.roles[min(last, index + 1)])
    return "timestamp" in beside or (index < last and is_outlet(lines.line(index + 1)))


def _label_paragraphs(lines: _Lines) -> None:
    """Everything else is a paragraph; datelines and contributors stand inside."""
    for index, role in enumerate(lines.roles):
        if role is not None:
            continue
        line = lines.line(index)
        if index < 12 and is_dateline(line, bare=index > 0 and lines.roles[index - 1] in ("timestamp", "byline")):
            lines.roles[index] = "dateline"
            continue
        lines.roles[index] = "paragraph"
        lines.add_inner("dateline", index, find_dateline(line))
        lines.add_inner("credit", index, find_contributors(line))


def _finish(lines: _Lines) -> Labelled:
    """The parts in order."""
    outer = [Part(role, *span) for role, span in zip(lines.roles, lines.spans, strict=True) if role is not None]
    parts = sorted([*outer, *lines.inner], key=lambda part: (part.start, -part.end))
    title = next((part.span.slice(lines.text) for part in outer if part.role == "title"), None)
    return Labelled(tuple(parts), title, lines.byline, lines.outlet, choose_published(lines.stamps))
