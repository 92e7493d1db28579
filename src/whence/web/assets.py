"""The files that pages refer to: read once, served under a name that changes with them."""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.web.shelf import Rendered, tag_body

SOURCES = (
    (
        "whence.css",
        "text/css; charset=utf-8",
        (("whence.export", "templates/page.css"), ("whence.web", "static/whence.css")),
    ),
    ("keys.js", "text/javascript; charset=utf-8", (("whence.web", "static/keys.js"),)),
    ("htmx.min.js", "text/javascript; charset=utf-8", (("whence.web", "static/htmx.min.js"),)),
    ("whence.svg", "image/svg+xml", (("whence.web", "static/whence.svg"),)),
)
"""Name, type and parts of each file. The style sheet is that of the exported page, then what only the pages have."""


class Asset(NamedTuple):
    """A file with its type."""

    media: str
    content: Rendered


def load_assets() -> dict[str, Asset]:
    """The files by name."""
    return {
        name: Asset(media, tag_body(b"".join(files(package).joinpath(path).read_bytes() for package, path in parts)))
        for name, media, parts in SOURCES
    }


def address_assets(assets: dict[str, Asset]) -> dict[str, str]:
    """The address of each file; it changes with the file, so that a browser may keep it."""
    return {name: f"/static/{name}?v={asset.content.tag[1:11]}" for name, asset in assets.items()}


def serve_assets(assets: dict[str, Asset]) -> Route:
    """The route of the files: nothing but the names above is ever looked up."""

    async def asset(request: Request) -> Response:
        found = assets.get(request.path_params["name"])
        if found is None:
            return Response("404: no such file\n", 404, media_type="text/plain")
        return answer_with(request, found.content, found.media, "public, max-age=86400")

    return Route("/static/{name}", asset)


def answer_with(request: Request, page: Rendered, media: str, keep: str = "no-cache") -> Response:
    """A response, or that the browser has it already.

    Args:
        request: what was asked, with the tag of what the browser has.
        page: the answer.
        media: its type.
        keep: how long a browser may keep it without asking.
    """
    headers = {"ETag": page.tag, "Cache-Control": keep}
    if page.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(page.body, media_type=media, headers=headers)
