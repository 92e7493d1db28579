"""The API does what its description says, whatever it is asked."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.web.made_up_desk import MadeUpDesk, demo_reports
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
pytestmark = [pytest.mark.filterwarnings("ignore")]


class _Taken:
    """What became of reports that nobody keeps."""

    added = 0
    known = 0


@pytest.fixture(scope="module")
def api_schema() -> Any:
    """The description of a server that can be written to."""
    app = create_app(MadeUpDesk(demo_reports()), WebOptions(hosts=("localhost",), token="t"), lambda _: _Taken())
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"host": "localhost"})


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(
    max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_no_answer_is_a_failure_or_one_that_is_not_described(case: Any) -> None:
    case.call_and_validate(checks=CHECKS, headers={"host": "localhost", "authorization": "Bearer t"})
