"""Forms that are answered with JSON, as the description of the API has them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from whence.web.serving import JSON

ERROR: dict[str, Any] = {"description": "What is wrong, in one line", "content": {JSON: {"schema": {
    "type": "object", "required": ["schema", "status", "detail"],
    "properties": {"schema": {"const": "whence.error/1"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
}}}}  # fmt: skip


class Sent(NamedTuple):
    """A form: where it is sent, what for, its fields as JSON schema has them, the schema of the answer."""

    path: str
    about: str
    fields: Mapping[str, Any]
    answer: str


def add_document(app: FastAPI, form: Sent, answer: Callable[[Request], Awaitable[Response]]) -> None:
    """Add the route of a form that is answered with JSON.

    Args:
        app: the application.
        form: the form.
        answer: what answers it.
    """
    schema = {"type": "object", "required": ["schema"], "properties": {"schema": {"const": form.answer}}}
    body = {"type": "object", "properties": dict(form.fields)}

    async def take(request: Request) -> Response:
        return await answer(request)

    app.add_api_route(
        form.path, take, methods=["POST"], name=form.path, summary=form.about, response_class=Response,
        responses={200: {"description": form.about, "content": {JSON: {"schema": schema}}},
                   **dict.fromkeys((400, 403, 413, 421, 422), ERROR)},
        openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": body}}}},
    )  # fmt: skip
