"""The application: pages, files and API put together around a desk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence import __version__
from whence.flow.desk import Desk
from whence.web.api import Adder, add_api
from whence.web.assets import address_assets, load_assets, serve_assets
from whence.web.errors import add_errors
from whence.web.options import WebOptions
from whence.web.page import Page
from whence.web.pages.registered import FORMS, PAGES
from whence.web.rendering import open_pages
from whence.web.security import Guard
from whence.web.serving import Server
from whence.web.shelf import Shelf


def create_app(desk: Desk, options: WebOptions = WebOptions(), adder: Adder | None = None) -> FastAPI:  # noqa: B008
    """The application that serves a store.

    Args:
        desk: what answers the questions of the pages.
        options: hosts, token, limits.
        adder: takes reports into the store; without it nothing can be written.

    Returns:
        An ASGI application. It fetches nothing and writes only through `adder`.
    """
    assets = load_assets()
    templates = open_pages(address_assets(assets))
    looking, comparing = (ThreadPoolExecutor(1, thread_name_prefix=f"whence-{name}") for name in ("look", "compare"))
    server = Server(desk, options, templates, Shelf(options.cached_bytes), looking, comparing)
    app = FastAPI(
        title="whence",
        version=__version__,
        description="What reports share, what each changed, and who said it.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
    )
    app.router.routes.append(serve_assets(assets))
    add_api(app, server, PAGES, adder)
    for page in PAGES:
        app.router.routes.append(_route(page, server))
    for add_form in FORMS:
        add_form(app, server)
    add_errors(app, server)
    app.add_middleware(Guard, options=options)
    return app


def _route(page: Page, server: Server) -> Route:
    """The route of a page as HTML."""

    async def show(request: Request) -> Response:
        return await server.answer(page, request, as_json=False)

    return Route(page.path, show, name=page.name)
