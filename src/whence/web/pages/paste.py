"""Two texts or files, compared at once; nothing of them is kept."""

from __future__ import annotations

from dataclasses import replace

from fastapi import FastAPI
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from whence.errors import UsageError
from whence.export.html_page import view_comparison
from whence.export.json_documents import comparison_document
from whence.export.quotes_documents import Json
from whence.flow.compare import compare
from whence.flow.desk import Desk
from whence.reading.decoding import decode_text
from whence.reading.given import Given
from whence.reading.html import read_page
from whence.reading.plain import read_text
from whence.reading.sniffing import is_binary, looks_like_page
from whence.records import Comparison, Report
from whence.web.page import Asked, Found, Page, View
from whence.web.sent_forms import Sent, add_document
from whence.web.serving import JSON, Server, run_in, write_json

SIDES = ("a", "b")


def look_up(_desk: Desk, _asked: Asked) -> Found:
    """The form: it asks nothing of the store."""

    def document() -> Json:
        fields = [f"{name}_{side}" for side in SIDES for name in ("text", "file", "outlet")]
        return {"schema": "whence.paste/1", "method": "POST", "to": "/paste.json", "fields": fields}

    return Found(lambda: {"problem": ""}, document)


def add_form(app: FastAPI, server: Server) -> None:
    """What compares the two texts that were sent."""

    async def found(request: Request) -> Comparison:
        form_of = request.form(max_files=2, max_fields=12, max_part_size=server.options.body_bytes)
        async with form_of as form:
            sent = [await _sent(form, side, server.options.pasted_characters) for side in SIDES]
        return await run_in(server.comparing, lambda: _compare(sent))

    async def show(request: Request) -> Response:
        try:
            comparison = await found(request)
        except UsageError as error:
            return HTMLResponse(server.render("paste.html", {"page": "paste", "problem": str(error)}), 422)
        view: View = {"page": "paste", "neighbours": None, "unified": False, "pages": (), **view_comparison(comparison)}
        return HTMLResponse(server.render("compare.html", view))

    async def document(request: Request) -> Response:
        return Response(write_json(comparison_document(await found(request))), media_type=JSON)

    app.router.routes.append(Route("/paste", show, methods=["POST"]))
    add_document(app, FORM, document)


FORM = Sent(
    "/paste.json",
    "Two texts or files compared; nothing of them is stored",
    {**{f"{name}_{side}": {"type": "string"} for side in SIDES for name in ("text", "outlet")},
     **{f"file_{side}": {"type": "string", "format": "binary"} for side in SIDES}},
    "whence.compare/1",
)  # fmt: skip


async def _sent(form: FormData, side: str, most: int) -> tuple[str, bytes | str, str]:
    """One side of the form: its name, the text or the bytes of the file, the outlet."""
    text, file, outlet = (form.get(f"{name}_{side}") for name in ("text", "file", "outlet"))
    held: bytes | str = text if isinstance(text, str) else ""
    if not held.strip() and isinstance(file, UploadFile):
        held = await file.read()
    if not held.strip():
        raise UsageError(f"{side.upper()} is empty: paste a text, or choose a file")
    if len(held) > (most if isinstance(held, str) else 4 * most):
        raise UsageError(f"{side.upper()} is longer than {most:,} characters: compare such texts with whence A B")
    return side.upper(), held, outlet[:200] if isinstance(outlet, str) else ""


def _compare(sent: list[tuple[str, bytes | str, str]]) -> Comparison:
    """Read both and compare them."""
    a, b = (_read(*one) for one in sent)
    return compare(replace(a, id="A"), replace(b, id="B"))


def _read(letter: str, held: bytes | str, outlet: str) -> Report:
    """A report from a text or from the bytes of a file."""
    given = Given(outlet=outlet.strip() or None)
    if isinstance(held, str):
        return read_text(held, given=given)
    if is_binary(held):
        raise UsageError(f"{letter} is not text: whence reads plain text and HTML")
    if looks_like_page(held):
        found = read_page(held, given=given)
        if found is None:
            raise UsageError(f"{letter} shows no text")
        return found
    return read_text(decode_text(held).text, given=given)


PAGE = Page("paste", "/paste", "The form that compares two texts", "paste.html", look_up)
