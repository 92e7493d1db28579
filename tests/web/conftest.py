"""The pages of the built-in example, served from a store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.store.made_up_reports import demo_reports, desk_of
from whence.flow.desk import Desk
from whence.web.app import create_app
from whence.web.options import WebOptions


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of a store with the six reports of the example; nothing is added to it."""
    with desk_of(demo_reports(), tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="session")
def client(desk: Desk) -> Iterator[TestClient]:
    """A client of a server that nobody can write to."""
    app = create_app(desk, WebOptions())
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False, follow_redirects=False) as found:
        yield found
