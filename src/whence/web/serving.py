"""Answering for pages: read what is asked, look it up, render it or write it as JSON, keep what may be kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import orjson
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from whence.errors import UsageError
from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.web.assets import answer_with
from whence.web.options import WebOptions
from whence.web.page import Asked, Found, Moved, Page, View
from whence.web.reading_queries import fits, read_asked
from whence.web.shelf import Rendered, Shelf, tag_body

HTML, JSON = "text/html; charset=utf-8", "application/json"
T = TypeVar("T")


class NotFoundError(Exception):
    """Nothing is kept under the numbers that were asked for."""


@dataclass(frozen=True, slots=True)
class Server:
    """What answering needs: the desk, options, templates, kept pages, and two threads.

    `looking` does everything that asks the desk, one thing after the other, so no page sees half of another's work;
    `comparing` works on pasted texts, so that a long one holds up no page.
    """

    desk: Desk
    options: WebOptions
    templates: Environment
    shelf: Shelf
    looking: ThreadPoolExecutor
    comparing: ThreadPoolExecutor

    async def answer(self, page: Page, request: Request, *, as_json: bool) -> Response:
        """Answer for a page.

        Args:
            page: the page.
            request: the request.
            as_json: whether the document is wanted.

        Raises:
            NotFoundError: there is nothing under these numbers.
            UsageError: a parameter is not what it may be.
        """
        numbers = {name: int(value) for name, value in request.path_params.items()}
        path = request.url.path.removesuffix(".json") if as_json else request.url.path
        query = dict(request.query_params)
        asked = read_asked(path, numbers, query, page.parameters, self.options.query_characters)
        self._check_size(asked)
        if not fits(numbers):
            raise NotFoundError
        found = await run_in(self.looking, lambda: self._make(page, asked, as_json=as_json))
        if isinstance(found, Moved):
            return RedirectResponse(found.path + (".json" if as_json else ""), 307)
        return answer_with(request, found, JSON if as_json else HTML)

    def _check_size(self, asked: Asked) -> None:
        """Refuse more lines on a page than the options allow."""
        if "limit" in asked.values and asked.whole("limit") > self.options.page_size:
            raise UsageError(f"limit: is more than {self.options.page_size}")

    def _make(self, page: Page, asked: Asked, *, as_json: bool) -> Rendered | Moved:
        """The page, from the shelf or anew."""
        revision = page.revision(self.desk, asked) if page.revision else None
        key = (page.name, "json" if as_json else "html", asked.link(), revision or "")
        if revision and (kept := self.shelf.find(key)):
            return kept
        found = page.look_up(self.desk, asked)
        if found is None:
            raise NotFoundError
        if isinstance(found, Moved):
            return found
        made = tag_body(write_json(found.document()) if as_json else self._render(page, asked, found).encode())
        if revision:
            self.shelf.keep(key, made)
        return made

    def _render(self, page: Page, asked: Asked, found: Found) -> str:
        """A page as HTML."""
        return self.render(page.template, {"asked": asked, "page": page.name, **found.view()})

    def render(self, template: str, view: Mapping[str, object]) -> str:
        """A template with what it shows."""
        view = {"asked": None, "page": "", **view}
        path = view["asked"].path if isinstance(view["asked"], Asked) else ""
        return self.templates.get_template(template).render({"path": path, **view})


async def run_in(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """Do something in a thread of its own."""
    return await asyncio.get_running_loop().run_in_executor(thread, work)


def write_json(document: Json | View) -> bytes:
    """A document as JSON: plain types, and records, which become objects with the names of their fields.

    >>> write_json({"schema": "whence.none/1"})[:12]
    b'{\\n  "schema"'
    """
    return orjson.dumps(document, default=_plain, option=orjson.OPT_INDENT_2)


def _plain(value: object) -> list[object]:
    """A named tuple as JSON has it: spans are pairs.

    Raises:
        TypeError: it is none, which is a mistake of ours.
    """
    if isinstance(value, tuple):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
