"""The reader of web pages: one report a page, every word of it with its place among the page's bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.reading.building import Draft, build_report
from whence.reading.decoding import decode_page
from whence.reading.given import NOTHING_GIVEN, Given, Limits
from whence.reading.page_choice import choose_text
from whence.reading.page_filter import FilteredPage, filter_page
from whence.reading.page_metadata import read_page_byline, read_page_date, read_site_name
from whence.reading.page_text import PageText, place_blocks, to_runs
from whence.reading.reader import Reader
from whence.reading.sniffing import holds_markup, is_binary, is_empty, looks_like_page
from whence.reading.sources import Opened, read_all
from whence.reading.titles import same_title
from whence.records import Reject, Report

# The title may stand after a kicker or a standfirst among the chosen blocks.
_TITLE_WITHIN = 5
_FEWEST_TITLE_WORDS = 2


def read_page(
    data: bytes, *, given: Given = NOTHING_GIVEN, source: str = "", flags: Sequence[str] = ()
) -> Report | None:
    """A report from the bytes of a web page.

    The text holds the chosen paragraphs, an empty line between them, the headline first where the page shows it.
    Outlet, time and writers are the page's claims; what the caller gives beats them.

    Args:
        data: the page.
        given: metadata that the caller knows; the outlet is best where the page was fetched.
        source: a name for where the page came from.
        flags: what is already known to be wrong with the bytes.

    Returns:
        The report; None where the page shows no text.
    """
    decoded = decode_page(data)
    page = filter_page(decoded.text)
    choice = choose_text(page)
    title = _shown_title(page, choice.title)
    placed = place_blocks(PageText.of(decoded.text, page.nodes), _with_title(choice.blocks, title))
    if not placed.text.strip():
        return None
    exact = decoded.returns_to(data)
    found = {*flags, *decoded.flags, *page.flags}
    found |= {"extraction_failed"} if choice.failed else set()
    found |= set() if placed.whole and exact else {"runs_partial"}
    known = Given(
        outlet=given.outlet or read_site_name(page),
        published=given.published or read_page_date(page, choice.date),
        title=given.title or title or choice.title or page.title or None,
        byline=given.byline or read_page_byline(page, choice.byline),
        url=given.url,
        language=given.language or page.language or None,
    )
    runs = to_runs(decoded, placed.pieces) if exact else ()
    return build_report(Draft(placed.text, source, flags=tuple(sorted(found)), runs=runs), known)


def read_html(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """The report on a page, or why there is none."""
    data = read_all(opened, limits.document_bytes)
    if not is_empty(data) and is_binary(data):
        yield Reject(opened.name, "", "not_text", "is not text; whence reads plain text, HTML and JSON lines")
        return
    report = None if is_empty(data) else read_page(data, given=given, source=opened.name, flags=opened.flags)
    yield report or Reject(opened.name, "", "empty_document", "shows no text")


def _shown_title(page: FilteredPage, claimed: str | None) -> str | None:
    """The headline as the page shows it: the first-level heading that says the title, else the only one there is."""
    headings: dict[int, str] = {}
    for node in page.nodes:
        if node.heading:
            headings[node.block] = headings.get(node.block, "") + node.text
    shown = [" ".join(words.split()) for words in headings.values() if words.strip()]
    for heading in shown:
        if any(name and (same_title(heading, name) or name.startswith(heading)) for name in (claimed, page.title)):
            return heading
    return shown[0] if len(shown) == 1 and len(shown[0].split()) >= _FEWEST_TITLE_WORDS else None


def _with_title(blocks: Sequence[str], title: str | None) -> tuple[str, ...]:
    """The blocks, the title first unless it is among the first of them."""
    if title is None or any(same_title(block, title) for block in blocks[:_TITLE_WITHIN]):
        return tuple(blocks)
    return (title, *blocks)


READER = Reader("html", (".html", ".htm", ".xhtml"), looks_like_page, holds_markup, read_html)
