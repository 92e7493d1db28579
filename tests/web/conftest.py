"""The pages of the built-in example, served from memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.made_up_desk import MadeUpDesk, demo_reports
from whence.web.app import create_app
from whence.web.options import WebOptions


@pytest.fixture(scope="session")
def desk() -> MadeUpDesk:
    """The six reports of the example."""
    return MadeUpDesk(demo_reports())


@pytest.fixture(scope="session")
def client(desk: MadeUpDesk) -> Iterator[TestClient]:
    """A client of a server that nobody can write to."""
    app = create_app(desk, WebOptions())
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False, follow_redirects=False) as found:
        yield found
