"""The address of every page, on the built-in example."""

from __future__ import annotations

PAGES = (
    "/", "/paste", "/stories", "/story/1", "/story/1/tree", "/compare/1/2", "/quotes", "/quote/1/4", "/speakers",
    "/speaker/7", "/report/2", "/search?q=wait", "/about/method",
)  # fmt: skip
OTHERS = ("/api", "/compare/1/2?view=unified&wording=hide", "/report/2?at=100-140", "/search", "/speakers?begins=T")


def as_json(address: str) -> str:
    """The address of a page as JSON."""
    path, mark, query = address.partition("?")
    return ("/home" if path == "/" else path) + ".json" + mark + query
