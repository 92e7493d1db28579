"""What every answer carries and every request must pass: one layer around the whole application.

Headers stand on every response, errors too. A request is refused for an unknown host (421), a write from another site
(403), a query that is too long (414) or a body that is too big (413). A body is counted while it comes in.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whence.web.options import WebOptions

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
NO_BODY = "the body is larger than this server takes"


class BodyTooLargeError(Exception):
    """More bytes came in than a request may have."""


class Guard:
    """The layer: an ASGI application around another."""

    def __init__(self, app: ASGIApp, options: WebOptions) -> None:
        """Wrap an application.

        Args:
            app: what answers the requests that pass.
            options: hosts and limits.
        """
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or hand it on and count its body."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        guarded = _Guarded(scope, receive, send, self._options.body_bytes)
        refusal = refuse(scope, self._options)
        if refusal is not None:
            await refusal(scope, receive, guarded.send)
            return
        try:
            await self._app(scope, guarded.receive, guarded.send)
        except BodyTooLargeError:
            if not guarded.begun:
                await answer_refusal(scope, 413, NO_BODY)(scope, receive, guarded.send)


class _Guarded:
    """One request: its body is counted as it comes, its response given the headers."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        self._scope, self._receive, self._send, self._most = scope, receive, send, most
        self._taken = 0
        self.begun = False

    async def receive(self) -> Message:
        """The next piece of the body.

        Raises:
            BodyTooLargeError: more came than is taken.
        """
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        if self._taken > self._most:
            raise BodyTooLargeError
        return message

    async def send(self, message: Message) -> None:
        """A piece of the response; the first carries the headers."""
        if message["type"] == "http.response.start":
            self.begun = True
            add_headers(MutableHeaders(scope=message))
        await self._send(message)


def add_headers(headers: MutableHeaders) -> None:
    """Put the headers that every response has onto one."""
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")


def refuse(scope: Scope, options: WebOptions) -> Response | None:
    """Why a request is not taken at all; None where it is.

    Args:
        scope: the request, as ASGI has it.
        options: hosts and limits.
    """
    headers = Headers(scope=scope)
    if host_name(headers.get("host", "")) not in options.hosts:
        return answer_refusal(scope, 421, "this server does not answer for the host that was asked for")
    if scope["method"] not in SAFE_METHODS and _crosses_sites(headers):
        return answer_refusal(scope, 403, "a page of another site may not send this")
    query = scope.get("query_string", b"")
    if len(query) > 3 * options.query_characters + 400:  # percent signs make three of one; the rest is other parameters
        return answer_refusal(scope, 414, "the query is longer than this server takes")
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit():
        return answer_refusal(scope, 400, "the length of the body is no number")
    return answer_refusal(scope, 413, NO_BODY) if int(length[:20]) > options.body_bytes else None


def host_name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> host_name("LOCALHOST:8477"), host_name("[::1]:8477"), host_name("evil.example")
    ('localhost', '[::1]', 'evil.example')
    """
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdigit() and (not name.count(":") or name.endswith("]")) else host.lower()


def _crosses_sites(headers: Headers) -> bool:
    """Whether a browser says that a page of another site sends this; programs say nothing of the kind."""
    site = headers.get("sec-fetch-site", "none")
    if site not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    if origin == "null" and site == "same-origin":  # our own forms: without a referrer browsers withhold the origin too
        return False
    return origin is not None and urlsplit_host(origin) != headers.get("host", "").lower()


def urlsplit_host(origin: str) -> str:
    """Host and port of an origin; empty for one that is none.

    >>> urlsplit_host("http://localhost:8477"), urlsplit_host("null"), urlsplit_host("http://[")
    ('localhost:8477', '', '')
    """
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def answer_refusal(scope: Scope, status: int, says: str) -> Response:
    """A refusal as JSON for the API, else as a line of text."""
    path = str(scope.get("path", ""))
    if path.endswith(".json") or path.startswith("/api"):
        return JSONResponse({"schema": "whence.error/1", "status": status, "detail": says}, status)
    return PlainTextResponse(f"{status}: {says}\n", status)
