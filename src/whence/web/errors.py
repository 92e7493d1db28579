"""What is answered where something is wrong: one line that says what, as a page, or as JSON where that was wanted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from whence.errors import UsageError, WhenceError
from whence.web.security import add_headers
from whence.web.serving import NotFoundError, Server

NOTHING_HERE = "There is nothing here. It may never have been, or the address may be mistyped."
UNFORESEEN = "Something went wrong that nobody foresaw. The log of the server says what."


def add_errors(app: FastAPI, server: Server) -> None:
    """Let an application answer its errors in the manner of its pages.

    Args:
        app: the application.
        server: what renders the page.
    """
    tell = _teller(server)

    async def missing(request: Request, _: Exception) -> Response:
        return tell(request, 404, NOTHING_HERE)

    async def unfit(request: Request, error: Exception) -> Response:
        return tell(request, 422, str(error))

    async def unable(request: Request, error: Exception) -> Response:
        return tell(request, 503, str(error))

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = str(error.detail) if isinstance(error, HTTPException) else ""
        answer = tell(request, status, NOTHING_HERE if status == 404 else detail)
        for name, value in (error.headers or {}).items() if isinstance(error, HTTPException) else ():
            answer.headers[name] = value
        return answer

    async def unforeseen(request: Request, _: Exception) -> Response:
        answer = tell(request, 500, UNFORESEEN)
        add_headers(answer.headers)  # it is sent from outside the layer that does so for all others
        return answer

    handlers: list[tuple[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]] = [
        (NotFoundError, missing), (UsageError, unfit), (WhenceError, unable), (HTTPException, refused),
        (Exception, unforeseen),
    ]  # fmt: skip
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)


def _teller(server: Server) -> Callable[[Request, int, str], Response]:
    """What writes an error in the form that was asked for."""

    def tell(request: Request, status: int, says: str) -> Response:
        path = request.url.path
        if path.endswith(".json") or path.startswith("/api/"):
            return JSONResponse({"schema": "whence.error/1", "status": status, "detail": says}, status)
        view = {"status": status, "name": HTTPStatus(status).phrase, "says": says}
        return HTMLResponse(server.render("error.html", view), status)

    return tell
