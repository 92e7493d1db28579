"""POST /api/reports: who may write, what is taken, what is said."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from whence.flow.desk import Desk
from whence.records import Report
from whence.web.app import create_app
from whence.web.options import WebOptions

GOOD = {"reports": [{"text": "Rain fell on Kyiv.", "outlet": "The Post", "published": "2024-11-29"}]}


class Taken(NamedTuple):
    """What became of reports."""

    added: int
    known: int


class Writing:
    """A server that can be written to, and what it was given."""

    def __init__(self, desk: Desk, options: WebOptions, *, adds: bool = True) -> None:
        self.taken: list[Report] = []
        app = create_app(desk, options, self.add if adds else None)
        self.client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)

    def add(self, reports: list[Report]) -> Taken:
        self.taken += reports
        return Taken(len(reports), 0)

    def post(self, body: object, token: str = "") -> tuple[int, dict[str, object]]:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        answer = self.client.post("/api/reports", json=body, headers=headers)
        return answer.status_code, answer.json()


def test_who_has_the_token_can_write(desk: Desk) -> None:
    server = Writing(desk, WebOptions(token="secret"))
    assert server.post(GOOD, "secret") == (200, {"schema": "whence.add/1", "read": 1, "added": 1, "known": 0})
    assert server.taken[0].outlet == "The Post"


@pytest.mark.parametrize(("held", "sent"), [("secret", ""), ("secret", "other"), (None, "secret"), (None, "")])
def test_who_has_it_not_cannot(desk: Desk, held: str | None, sent: str) -> None:
    server = Writing(desk, WebOptions(token=held))
    status, document = server.post(GOOD, sent)
    assert (status, document["schema"], server.taken) == (403, "whence.error/1", [])


def test_a_server_without_a_store_to_write_to_says_so(desk: Desk) -> None:
    assert Writing(desk, WebOptions(token="secret"), adds=False).post(GOOD, "secret")[0] == 503


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"reports": []},
        {"reports": "x"},
        {"reports": [1]},
        {"reports": [{"title": "x"}]},
        [],
        7,
        {"reports": [{"text": ""}]},
    ],
)
def test_what_is_no_report_is_not_taken(desk: Desk, body: object) -> None:
    server = Writing(desk, WebOptions(token="secret"))
    status, document = server.post(body, "secret")
    assert (status, server.taken) == (422, [])
    assert document["detail"]
