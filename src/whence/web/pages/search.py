"""Search: words, a "phrase", an address, or text that was pasted."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.export.kept_documents import hits_document
from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.records import Hit, Hits, Snippet
from whence.text.sentences import split_sentences
from whence.web.page import Asked, Found, Page, Parameter, View, start_and_limit, turn_pages
from whence.web.serving import Server
from whence.web.wording import flat, line_name

TYPED_CHARACTERS = 200  # more has been pasted: then its most telling words are looked for
PHRASE_WORDS = 12


class SnippetTold(NamedTuple):
    """Words around what was found, in pieces: text, and whether it is what was searched for; the link to it."""

    pieces: tuple[tuple[str, bool], ...]
    link: str


class HitTold(NamedTuple):
    """A report that was found, with its words."""

    hit: Hit
    name: str
    snippets: tuple[SnippetTold, ...]


def look_up(desk: Desk, asked: Asked) -> Found:
    """What was found; nothing for no query."""
    query = asked.text("q").strip()
    start, limit = asked.whole("start"), asked.whole("limit")
    hits = desk.search(query, start=start, limit=limit) if query else Hits((), 0, False, "")

    def view() -> View:
        told = [_hit(hit) for hit in hits.hits]
        more = start + len(told) < hits.total or (hits.more and len(told) == limit)
        return {"query": query, "hits": told, "found": hits, "turns": turn_pages(asked, len(told), more=more)}

    def document() -> Json:
        return {"schema": "whence.search/1", "query": query, "start": start, **hits_document(hits)}

    return Found(view, document)


def _hit(hit: Hit) -> HitTold:
    """A hit for the template."""
    return HitTold(hit, line_name(hit.line), tuple(_snippet(one, hit.line.number) for one in hit.snippets))


def _snippet(snippet: Snippet, number: int) -> SnippetTold:
    """Words cut where what was searched for begins and ends."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(snippet.hits):
        if at <= start < end:
            pieces += [(snippet.text[at:start], False), (snippet.text[start:end], True)]
            at = end
    pieces.append((snippet.text[at:], False))
    begin, end = min(snippet.hits, default=(0, len(snippet.text)))
    link = f"/report/{number}?at={snippet.start + begin}-{snippet.start + end}#here"
    return SnippetTold(tuple(piece for piece in pieces if piece[0]), link)


def query_of(text: str) -> str:
    """What is searched for when a text was put into the box: itself, or words from the middle of its longest sentence.

    >>> query_of('  "was told to wait" ')
    '"was told to wait"'
    """
    text = text.strip()
    if len(text) <= TYPED_CHARACTERS:
        return flat(text)
    if text.startswith(("http://", "https://")) and " " not in text:
        return text
    sentences = [span.slice(text).split() for span in split_sentences(text[:20_000])]
    words = max(sentences, key=len, default=[])
    begin = max(0, (len(words) - PHRASE_WORDS) // 2)
    return '"{}"'.format(" ".join(words[begin : begin + PHRASE_WORDS]).replace('"', ""))[:TYPED_CHARACTERS]


def add_form(app: FastAPI, server: Server) -> None:
    """Take a text that is too long for an address; nothing is kept of it but the words in the address."""

    async def take(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=4, max_part_size=server.options.body_bytes) as form:
            text = form.get("q", "")
        if not isinstance(text, str):
            raise HTTPException(422, "q: is no text")
        return RedirectResponse(f"/search?{urlencode({'q': query_of(text)})}", 303)

    app.router.routes.append(Route("/search", take, methods=["POST"]))


PAGE = Page("search", "/search", "Reports with words or a phrase in them", "search.html", look_up,
            (Parameter("q", 'words, a "phrase", or the address of a report'), *start_and_limit(20)))  # fmt: skip
