"""The pages of a real store: the built-in example taken in, and every page of it opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.store.made_up_reports import demo_reports
from tests.web.addresses import as_json
from whence.corpus.kernels import choose_kernels
from whence.flow.adding import Adder
from whence.flow.desk import Desk
from whence.flow.receiving import Receiver
from whence.store.sql_store import open_store
from whence.web.app import create_app
from whence.web.options import WebOptions


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server of a store that holds the example."""
    path: Path = tmp_path_factory.mktemp("store") / "news.db"
    with open_store(f"sqlite:///{path}", make=True) as store:
        Adder(store, choose_kernels(0), lambda *_: None).add(demo_reports())
        app = create_app(Desk(store), WebOptions(token="t"), Receiver(store))
        with TestClient(app, base_url="http://localhost") as client:
            yield client


def walk(client: TestClient) -> set[str]:
    """Every address that can be reached from the first page by links."""
    seen: set[str] = set()
    ahead = ["/"]
    while ahead:
        address = ahead.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) < 100_000, address
        seen.add(address)
        links = {link.replace("&amp;", "&").partition("#")[0] for link in re.findall(r'href="([^"]*)"', answer.text)}
        pages = {link for link in links if link.startswith("/") and not re.search(r"static|\.json|\?|openapi", link)}
        ahead += sorted(pages - seen - set(ahead))
    return seen


def test_every_page_of_a_store_that_a_link_leads_to_opens_and_is_small(stored: TestClient) -> None:
    seen = walk(stored)
    kinds = {re.sub(r"\d+", "N", address) for address in seen}
    assert {"/", "/stories", "/story/N", "/story/N/tree", "/report/N", "/compare/N/N", "/quotes", "/quote/N/N"} <= kinds
    assert {"/speakers", "/speaker/N", "/paste", "/about/method", "/api"} <= kinds


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/stories",
        "/story/1",
        "/story/1/tree",
        "/report/2",
        "/compare/1/2",
        "/quotes",
        "/speakers",
        "/search?q=wait",
    ],
)
def test_every_page_of_a_store_is_json_too(stored: TestClient, address: str) -> None:
    assert stored.get(as_json(address)).json()["schema"].startswith("whence.")


def test_a_search_that_cannot_be_understood_is_told_in_words(stored: TestClient) -> None:
    answer = stored.get("/search", params={"q": "since:never"})
    assert answer.status_code == 422
    assert "since:never: is no day" in answer.text


def test_a_report_that_is_sent_is_found_at_once(stored: TestClient) -> None:
    body = {"reports": [{"text": "A walrus slept on the quay of Port Halvern on Friday, the harbour master said."}]}
    answer = stored.post("/api/reports", json=body, headers={"authorization": "Bearer t"})
    assert answer.json() == {"schema": "whence.add/1", "read": 1, "added": 1, "known": 0}
    assert "walrus" in stored.get("/search?q=walrus").text
