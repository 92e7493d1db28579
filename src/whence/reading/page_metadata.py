"""What a page says of itself: time, writers, name of the site. Claims, and kept as such."""

from __future__ import annotations

import json
from collections.abc import Iterator

from whence.reading.dates import parse_published
from whence.reading.page_filter import FilteredPage
from whence.records import Published

# Names under which pages give the time of publication, the most exact ones first (Open Graph, schema.org, Dublin Core,
# Parse.ly, Sailthru).
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_DEEPEST = 6


def read_page_date(page: FilteredPage, found: str | None) -> Published | None:
    """When a page says that it appeared.

    Args:
        page: the filtered page.
        found: what the extractor found, the last resort; its midnight without a zone means that it knows only the day.

    Returns:
        The moment, or None.
    """
    metas = {key: value for key, value in reversed(page.metas) if key in _DATE_KEYS}
    claims = [metas[key] for key in _DATE_KEYS if key in metas]
    claims[1:1] = [value for record in _linked_records(page) if isinstance(value := record.get("datePublished"), str)]
    for claim in claims:
        moment = parse_published(claim, claimed_by="page")
        if moment is not None and moment.grain not in ("year", "month"):
            return _without_midnight(moment)
    moment = parse_published(found, claimed_by="page") if found else None
    return _without_midnight(moment) if moment else None


def read_page_byline(page: FilteredPage, found: str | None) -> str | None:
    """Who a page says wrote it: names joined by commas.

    Args:
        page: the filtered page.
        found: what the extractor found.
    """
    if found:
        return ", ".join(name.strip() for name in found.split(";") if name.strip()) or None
    for record in _linked_records(page):
        authors = record.get("author")
        people = authors if isinstance(authors, list) else [authors]
        names = [
            name.strip()
            for person in people
            if isinstance(person, dict) and isinstance(name := person.get("name"), str)
        ]
        if any(names):
            return ", ".join(name for name in names if name)
    return None


def read_site_name(page: FilteredPage) -> str | None:
    """The name that a page gives to its site; never its canonical address, which may be anybody's.

    >>> read_site_name(FilteredPage(metas=[("og:site_name", "Example Herald")]))
    'Example Herald'
    """
    return next((value.strip() for key, value in page.metas if key == "og:site_name" and value.strip()), None)


def _without_midnight(moment: Published) -> Published:
    """A page that knows only the day often writes midnight: then only the day is kept."""
    clock = moment.iso[11:]
    if clock.split("+")[0].split("-")[0].strip("0:") or not clock:
        return moment
    return Published(moment.iso[:10], "day", moment.claimed_by)


def _linked_records(page: FilteredPage) -> Iterator[dict[str, object]]:
    """The objects of a page's linked data (schema.org) that say when something was published."""
    for source in page.linked_data[:4]:
        try:
            value: object = json.loads(source)
        except (ValueError, RecursionError):
            continue
        layer = [value]
        for _ in range(_DEEPEST):
            yield from (item for item in layer if isinstance(item, dict) and "datePublished" in item)
            layer = [
                inner
                for outer in layer
                for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            ]
