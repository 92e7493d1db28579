"""The API does what its description says, whatever it is asked."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from whence.flow.desk import Desk
from whence.web.app import create_app
from whence.web.options import WebOptions

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    schemathesis = pytest.importorskip("schemathesis")

CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
]
HEADERS = {"host": "localhost", "authorization": "Bearer t"}
LABELS = (
    "GET /home.json", "GET /paste.json", "GET /stories.json", "GET /story/{number}.json",
    "GET /story/{number}/tree.json", "GET /compare/{a}/{b}.json", "GET /quotes.json",
    "GET /quote/{report}/{place}.json", "GET /speakers.json", "GET /speaker/{number}.json",
    "GET /report/{number}.json", "GET /search.json", "GET /about/method.json", "POST /api/reports",
    "POST /paste.json",
)  # fmt: skip
pytestmark = [pytest.mark.filterwarnings("ignore")]


class _Taken:
    """What became of reports that nobody keeps."""

    added = 0
    known = 0


@pytest.fixture(scope="module")
def described(desk: Desk) -> Any:
    """The description of a server that can be written to."""
    app = create_app(desk, WebOptions(hosts=("localhost",), token="t"), lambda _: _Taken())
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HEADERS)


@pytest.mark.parametrize("label", LABELS)
def test_no_answer_is_a_failure_or_one_that_is_not_described(described: Any, label: str) -> None:
    method, path = label.split()
    operation = described[path][method]

    @settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def holds(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers=HEADERS)

    holds()


def test_every_operation_is_tried(described: Any) -> None:
    found = {f"{one.ok().method.upper()} {one.ok().path}" for one in described.get_all_operations()}
    assert found == set(LABELS)
