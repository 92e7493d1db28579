"""The API: every page as JSON, described by OpenAPI, and the one way to write."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.errors import UsageError
from whence.export.quotes_documents import Json
from whence.reading.record import read_record
from whence.reading.strict_json import BadRecordError, parse_object
from whence.records import Report
from whence.web.page import Page, Parameter
from whence.web.sent_forms import ERROR
from whence.web.serving import HTML, JSON, Server, run_in, write_json

MOST_REPORTS = 500  # in one request
_TEXT_FIELDS = ("id", "title", "outlet", "url", "published", "byline", "language")
_REPORT = {"type": "object", "required": ["text"], "properties": {
    "text": {"type": "string", "minLength": 1}, **{name: {"type": ["string", "null"]} for name in _TEXT_FIELDS},
}}  # fmt: skip


class Taken(Protocol):
    """What became of reports that were added."""

    @property
    def added(self) -> int:
        """How many were new."""

    @property
    def known(self) -> int:
        """How many the store had already."""


Adder = Callable[[list[Report]], Taken]


def add_api(app: FastAPI, server: Server, pages: Sequence[Page], adder: Adder | None) -> None:
    """Add the routes of the API.

    Args:
        app: the application.
        server: what answers.
        pages: each is served as JSON too.
        adder: takes reports; None where nothing can be written.
    """
    for page in pages:
        _add_page(app, server, page)
    _add_writing(app, server, adder)

    async def describe(_: Request) -> Response:
        operations = list_operations(app.openapi())
        return Response(server.render("api.html", {"operations": operations, "page": "api"}), media_type=HTML)

    async def describe_json(_: Request) -> Response:
        document: Json = {"schema": "whence.api/1", "openapi": "/api/openapi.json",
                          "operations": [list(one) for one in list_operations(app.openapi())]}  # fmt: skip
        return Response(write_json(document), media_type=JSON)

    app.router.routes += [Route("/api", describe), Route("/api.json", describe_json)]


def list_operations(described: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Method, path and meaning of everything that an OpenAPI document describes."""
    return [
        (method.upper(), path, str(operation["summary"]))
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    ]


def _add_page(app: FastAPI, server: Server, page: Page) -> None:
    """A page as JSON."""

    async def document(request: Request) -> Response:
        return await server.answer(page, request, as_json=True)

    schema = {"type": "object", "required": ["schema"], "properties": {"schema": {"const": f"whence.{page.name}/1"}}}
    path = "/home.json" if page.path == "/" else f"{page.path}.json"
    found = {"description": page.about, "content": {JSON: {"schema": schema}}}
    app.add_api_route(
        path, document, methods=["GET"], name=f"{page.name}.json", summary=page.about, response_class=Response,
        operation_id=page.name, responses={200: found, 304: {"description": "Not changed"},
        307: {"description": "It stands elsewhere now"}, **_errors(404, 414, 421, 422, 503)},
        openapi_extra={"parameters": [*map(_in_path, _numbers(page.path)), *map(_in_query, page.parameters)]},
    )  # fmt: skip
    app.router.routes.append(Route(path, document, methods=["HEAD"]))


def _errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors that an operation may answer with."""
    return dict.fromkeys(statuses, ERROR)


def _numbers(path: str) -> list[str]:
    """The names of the numbers in a path."""
    return [piece.partition(":")[0] for piece in path.split("{")[1:]]


def _in_path(name: str) -> Json:
    """A number in the path, for OpenAPI."""
    return {"name": name, "in": "path", "required": True, "schema": {"type": "integer", "minimum": 0}}


def _in_query(parameter: Parameter) -> Json:
    """A parameter, for OpenAPI."""
    schema: Json = {"type": "string", "maxLength": 400}
    if parameter.kind == "whole":
        schema = {"type": "integer", "minimum": parameter.least, "maximum": parameter.most}
    if parameter.kind == "choice":
        schema = {"type": "string", "enum": list(parameter.choices)}
    if parameter.kind == "day":
        schema = {"type": "string", "format": "date"}
    if parameter.kind == "span":
        schema = {"type": "string", "pattern": "^[0-9]{1,9}-[0-9]{1,9}$"}
    return {"name": parameter.name, "in": "query", "required": False, "description": parameter.about, "schema": schema}


def _add_writing(app: FastAPI, server: Server, adder: Adder | None) -> None:
    """POST /api/reports: reports into the store."""

    async def add(request: Request) -> Response:
        check_token(request, server.options.token)
        if adder is None:
            raise HTTPException(503, "this server has no store that can be written to")
        reports = read_reports(await request.body())
        taken = await run_in(server.looking, lambda: adder(reports))
        document: Json = {"schema": "whence.add/1", "read": len(reports), "added": taken.added, "known": taken.known}
        return Response(write_json(document), media_type=JSON)

    body = {"type": "object", "required": ["reports"],
            "properties": {"reports": {"type": "array", "items": _REPORT, "maxItems": MOST_REPORTS}}}  # fmt: skip
    counts = {name: {"type": "integer"} for name in ("read", "added", "known")}
    added = {"type": "object", "required": ["schema", *counts],
             "properties": {"schema": {"const": "whence.add/1"}, **counts}}  # fmt: skip
    app.add_api_route(
        "/api/reports", add, methods=["POST"], name="add", operation_id="add", response_class=Response,
        summary="Take reports into the store; the header Authorization must be Bearer and the token of the server",
        responses={200: {"description": "What became of them", "content": {JSON: {"schema": added}}},
                   **_errors(400, 403, 413, 421, 422, 503)},
        openapi_extra={"requestBody": {"required": True, "content": {JSON: {"schema": body}}}},
    )  # fmt: skip


def check_token(request: Request, token: str | None) -> None:
    """Let pass who has the token.

    Raises:
        HTTPException: 403, where there is none or it is another.
    """
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if token is None or kind.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise HTTPException(403, "writing needs the token of this server: Authorization: Bearer TOKEN")


def read_reports(body: bytes) -> list[Report]:
    """The reports in the body of a request.

    Raises:
        UsageError: it is no object with reports, or one of them cannot be read.
    """
    try:
        items = parse_object(body).get("reports")
        if not isinstance(items, list) or not 1 <= len(items) <= MOST_REPORTS:
            raise UsageError(f"reports: must be a list of 1 to {MOST_REPORTS} reports")
        if not all(isinstance(item, dict) for item in items):
            raise UsageError("reports: each must be an object with a text")
        return [read_record(item, source="api") for item in items]
    except BadRecordError as error:
        raise UsageError(f"reports: {error}") from None
