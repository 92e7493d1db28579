"""Agencies: whose text a report prints, by the marks that agencies leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from whence.records import Report
from whence.text.lines import paragraphs
from whence.text.spans import Span, merge_spans, span_at
from whence.text.wordlists import read_word_list

MarkKind = Literal["dateline", "byline", "credit", "outlet", "mention"]

_FORMS = {form: names[0] for names in (line.split("|") for line in read_word_list("agencies")) for form in names}
_NAME = "|".join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))
_DATELINE = re.compile(rf"\(({_NAME}|CNN)\)\s*(?:[—–_-]|--)|—\s?({_NAME})\s?—")
_ANY_DATELINE = re.compile(
    r"^[A-Z][^\W\d_]*[A-Z][^a-z\n(]{0,40}(?:, [A-Z][\w. ]{2,30})? \(([A-Z][\w ]{1,20})\)\s*(?:[—–_-]|--)"
)
_ANY_AGENCY = re.compile(
    r"(?:^|[,;:|/©—–-]\s*|\bBy )"
    r"((?:[A-Z][\w-]+ ){1,3}(?:News Agency|Press Agency|Newswire|News Service|Wire Service))\W*$"
)
_KIND_OF_AGENCY = re.compile(r"^The | (?:News Agency|Press Agency|Newswire|News Service|Wire Service)$")
_BYLINE = re.compile(
    rf"^(?:By\b.{{0,120}}?\b({_NAME})\b|.{{0,60}},\s*({_NAME})"
    rf"|({_NAME})(?:\s+[A-Z][a-z]+\.? \d{{1,2}}, \d{{4}}.{{0,20}})?)[\s.]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CREDIT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)[^A-Za-z]{{0,14}}(?:by )?(?:[Tt]he )?({_NAME})"
    rf"|\b({_NAME})(?:’s|'s)? (?:[Ww]riters?|[Rr]eporters?|[Jj]ournalists?|[Cc]orrespondents?)\b"
    rf"|\b({_NAME})(?: and [A-Z][\w. ]{{2,40}})? contributed"
    rf"|\b(?:distributed|provided) by ({_NAME})"
)
_REUTERS_DESK = re.compile(r"\((?:Additional )?[Rr]eporting by [^)]{3,200}[;:,] ?(?:[Ee]diting|[Ww]riting)\b")
_MENTION = re.compile(
    rf"\b(?:told|according to|obtained by|provided to|seen by|interview with) (?:[Tt]he )?({_NAME})\b"
    rf"|\b[Tt]he ({_NAME}) (?:has learned|reported|reports|notes|noted|found|first reported)\b"
    rf"|\b({_NAME}) (?:has learned|reported|reports|notes|noted|found|first reported|review)\b"
)
_STAFF = re.compile(r"(?:riter|eporter|ournalist|orrespondent)s?$")
_ENDED = re.compile(r"[.!?][”\"’)]?\s+$")
_PHOTO = re.compile(r"\b(?:[Pp]hotos?|[Pp]hotograph|[Ii]mage|Getty|File|FILE|caption|[Vv]ideo)\b|/\s?AP\b|AP/")
_STATION = re.compile(
    r"[KW][A-Z]{2,3}(?:[ -]?\d+| ?News)?|(?:ABC|CBS|NBC|FOX)[ -]?\d+"
)  # call signs: the outlet itself
LINE_CHARACTERS = 300  # the longest credit lines that name several writers
TOP_CHARACTERS = 2_000  # bylines stand above the report, below captions
ABOVE_CHARACTERS = 400  # first lines say who wrote a text
BELOW_CHARACTERS = 600  # and last lines say who else wrote it
_ARTICLE = len("___ The ")  # what may stand before the name of a writer's agency
END_PARAGRAPHS = 100  # 99.9 % of abp reports have at most 174 paragraphs
_PARAGRAPH_CHARACTERS = 4_000  # marks stand in datelines and short credit lines; longer paragraphs are read to here


_TOKEN = re.compile(r"[a-z]+")
_TELLING = frozenset({_TOKEN.findall(form.lower())[-1] for form in _FORMS} | {"cnn"})  # no mark without one
_SIGNING = frozenset({"agency", "newswire", "service"})
_REPORTING = "eporting by "
_BRACKETED = re.compile(r"\([A-Z][\w ]{1,20}\)\s*(?:[—–_-]|--)")


class AgencyMark(NamedTuple):
    """A sign that a report prints an agency's text, or draws on it (`mention`)."""

    agency: str
    kind: MarkKind
    span: Span


def find_agency_marks(report: Report) -> tuple[AgencyMark, ...]:
    """The agencies' marks in a report: datelines, bylines, credits, and mentions in its prose.

    A photographer's agency is no mark: "(Photo by X/AFP via Getty Images)" says whose picture it is, not whose text.

    >>> text = "KYIV (Reuters) - Rain fell.\\nThe Associated Press contributed to this report."
    >>> [(mark.agency, mark.kind) for mark in find_agency_marks(Report("a", "a", text))]
    [('Reuters', 'dateline'), ('AP', 'credit')]
    """
    captions = merge_spans(report.spans_of("caption"))
    marks = [
        mark
        for paragraph in (_top_and_tail(paragraphs(report.text)) if _may_have_marks(report.text) else ())
        for mark in _marks_in(report.text, paragraph)
        if span_at(captions, mark.span.start) is None
    ]
    agency = _FORMS.get(report.outlet or "")
    if agency:
        marks.append(AgencyMark(agency, "outlet", Span(0, 0)))
    return tuple(marks)


def _may_have_marks(text: str) -> bool:
    """Whether a text has any word that a mark needs: most have none, and are looked through once."""
    tokens = _TOKEN.findall(text.lower())
    return not (_TELLING | _SIGNING).isdisjoint(tokens) or _REPORTING in text or bool(_BRACKETED.search(text))


def _top_and_tail(found: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first and the last paragraphs: a text of more holds many reports, and marks in its midst are not its own."""
    return found if len(found) <= 2 * END_PARAGRAPHS else (*found[:END_PARAGRAPHS], *found[-END_PARAGRAPHS:])


def _marks_in(text: str, paragraph: Span) -> Iterator[AgencyMark]:
    """The marks of one paragraph; one about a picture has none."""
    start, end = paragraph.start, min(paragraph.end, paragraph.start + _PARAGRAPH_CHARACTERS)
    tokens = set(_TOKEN.findall(text[start:end].lower()))
    told = not _TELLING.isdisjoint(tokens) or _REPORTING in text[start:end]
    for kind, pattern in _PATTERNS if told else ():
        for match in pattern.finditer(text, start, end):
            near = text[max(start, match.start() - 50) : min(end, match.end() + 25)]
            if not _PHOTO.search(near) and _in_place(kind, match, paragraph):
                found = next(group for group in (*match.groups(), "Reuters") if group)
                yield AgencyMark(_agency(found), kind, Span(match.start(), match.end()))
    dateline = _ANY_DATELINE.match(text[start:end])
    if dateline and not _DATELINE.search(dateline.group()) and not _STATION.fullmatch(dateline.group(1)):
        yield AgencyMark(_agency(dateline.group(1)), "dateline", Span(start, start + dateline.end()))
    may_sign = end - start < LINE_CHARACTERS and not _SIGNING.isdisjoint(tokens)
    signed = _ANY_AGENCY.search(text[start:end]) if may_sign else None
    if signed and (start < ABOVE_CHARACTERS or len(text) - end < BELOW_CHARACTERS):
        yield AgencyMark(_agency(signed.group(1)), "credit", Span(start + signed.start(1), start + signed.end(1)))


def _in_place(kind: MarkKind, match: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark stands where its kind does: a byline at the top, a credit in a short line or at the end of one.

    "AP reporters" in a sentence are what is told; "Eli Lake, Bloomberg" further down signs an excerpt, and a bare "AP"
    after a sentence a picture.
    """
    short = paragraph.end - paragraph.start < LINE_CHARACTERS
    if kind == "byline":
        if not short or match.start() >= TOP_CHARACTERS:
            return False
        return not match.group(3) or not _ENDED.search(match.string, max(0, paragraph.start - 9), paragraph.start)
    if kind == "credit" and _STAFF.search(match.group()) and match.start() - paragraph.start > _ARTICLE:
        return "contributed" in match.string[match.end() : paragraph.end]
    return kind != "credit" or short or "contributed" in match.group() or match.group()[:1] in "©(Cc"


_PATTERNS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("dateline", _DATELINE),
    ("byline", _BYLINE),
    ("credit", _CREDIT),
    ("credit", _REUTERS_DESK),
    ("mention", _MENTION),
)


def _agency(form: str) -> str:
    """The agency's name as it is shown."""
    known = {name.lower(): agency for name, agency in _FORMS.items()}
    return "CNN NewSource" if form == "CNN" else known.get(form.lower()) or _KIND_OF_AGENCY.sub("", form)
