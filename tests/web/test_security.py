"""What every answer carries, and what no request gets past."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.addresses import OTHERS, PAGES
from whence.flow.desk import Desk
from whence.records import Holdings
from whence.web.app import create_app
from whence.web.options import WebOptions
from whence.web.security import HEADERS, POLICY


class BrokenDesk(Desk):
    """A desk that fails in a way that nobody foresaw."""

    def __init__(self) -> None:
        """Nothing to find."""

    def holdings(self) -> Holdings:
        raise ZeroDivisionError


def assert_guarded(headers: object) -> None:
    assert {name: headers.get(name) for name in HEADERS} == HEADERS  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", [*PAGES, *OTHERS, "/static/whence.css", "/static/keys.js", "/home.json"])
def test_every_answer_carries_the_headers(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert_guarded(answer.headers)


def test_the_policy_allows_no_inline_script_or_style_and_no_frame() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "frame-ancestors 'none'" in POLICY


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nothing", 404), ("GET", "/story/99", 404), ("GET", "/story/99.json", 404),
        ("GET", "/story/99999999999999999999999", 404), ("GET", "/static/../app.py", 404), ("GET", "/story/x", 404),
        ("DELETE", "/stories", 405), ("PUT", "/api/reports", 405), ("GET", "/stories?limit=501", 422),
        ("GET", "/stories?start=x", 422), ("GET", "/stories?sort=worst", 422), ("GET", "/stories?since=1-1-1", 422),
        ("GET", "/report/1?at=9", 422), ("GET", "/search?q=" + "a" * 401, 422), ("GET", "/search?q=" + "a" * 2000, 414),
        ("POST", "/api/reports", 403), ("POST", "/paste", 422),
    ],
)  # fmt: skip
def test_an_error_says_so_and_carries_the_headers_too(
    client: TestClient, method: str, address: str, status: int
) -> None:
    answer = client.request(method, address)
    assert answer.status_code == status
    assert_guarded(answer.headers)


@pytest.mark.parametrize("address", ["/", "/home.json"])
def test_what_nobody_foresaw_is_told_without_its_insides_and_carries_the_headers(address: str) -> None:
    client = TestClient(create_app(BrokenDesk()), base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get(address)
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert_guarded(answer.headers)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1:80:80"])
def test_a_host_that_is_not_named_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert_guarded(answer.headers)


@pytest.mark.parametrize("host", ["127.0.0.1:8477", "localhost", "[::1]:8477"])
def test_the_own_host_is_answered_at_any_port(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"},
        {"origin": "null"}, {"origin": "http://localhost:9999"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/paste", "/search", "/api/reports"])
def test_a_page_of_another_site_can_send_nothing(client: TestClient, address: str, headers: dict[str, str]) -> None:
    answer = client.post(address, headers=headers, data={"q": "x"})
    assert answer.status_code == 403
    assert "another site" in answer.text
    assert_guarded(answer.headers)


def test_a_form_of_the_own_pages_is_taken(client: TestClient) -> None:
    for origin in ("http://localhost", "null"):  # a page that sends no referrer sends no origin either
        headers = {"sec-fetch-site": "same-origin", "origin": origin}
        assert client.post("/search", headers=headers, data={"q": "wait"}).status_code == 303


def test_a_body_that_says_it_is_too_big_is_not_read(client: TestClient) -> None:
    answer = client.post("/paste", content=b"x" * 2_000_001)
    assert answer.status_code == 413
    assert_guarded(answer.headers)


@pytest.mark.parametrize("address", ["/paste", "/paste.json", "/search", "/api/reports"])
def test_a_body_is_counted_while_it_comes_in(desk: Desk, address: str) -> None:
    client = TestClient(
        create_app(desk, WebOptions(token="t")), base_url="http://localhost", raise_server_exceptions=False
    )

    def pieces() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="text_a"\r\n\r\n'
        for _ in range(300):
            yield b"x" * 10_000

    headers = {"content-type": "multipart/form-data; boundary=x", "authorization": "Bearer t"}
    answer = client.post(address, content=pieces(), headers=headers)
    assert answer.status_code in ((413,) if address != "/api/reports" else (413, 503))
    assert_guarded(answer.headers)


@pytest.mark.parametrize("name", ["../app.py", "%2e%2e/app.py", "..%2fapp.py", "whence.css/../../app.py"])
def test_no_other_file_can_be_had(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_a_get_of_what_writes_changes_nothing(client: TestClient) -> None:
    assert client.get("/api/reports").status_code == 405
