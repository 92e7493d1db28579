"""Two texts compared at once, by a form that needs no script; nothing of them is kept."""

from __future__ import annotations

from starlette.testclient import TestClient

from whence.flow.desk import Desk

A = "Rain fell on Kyiv on Friday, killing 12 people, officials said. “We were told to wait,” said Jane Roe, the mayor."
B = "Rain fell on Kyiv on Friday, killing dozens, officials said. “We were told to leave,” said Jane Roe, the mayor."


def test_two_texts_are_compared_at_once(client: TestClient) -> None:
    answer = client.post("/paste", data={"text_a": A, "text_b": B, "outlet_a": "The <Post>", "outlet_b": ""})
    assert answer.status_code == 200
    assert "The &lt;Post&gt;" in answer.text
    assert "nothing of the two texts was stored" in answer.text
    assert 'id="change-1"' in answer.text


def test_two_files_are_compared_the_page_among_them(client: TestClient, desk: Desk) -> None:
    page = f"<!doctype html><html><body><article><h1>Rain falls on Kyiv</h1><p>{B}</p></article></body></html>"
    files = {"file_a": ("a.txt", A.encode(), "text/plain"), "file_b": ("b.html", page.encode(), "text/html")}
    answer = client.post("/paste", files=files)
    assert answer.status_code == 200
    assert "&lt;article" not in answer.text


def test_the_same_comparison_is_had_as_json(client: TestClient) -> None:
    answer = client.post("/paste.json", data={"text_a": A, "text_b": B})
    assert answer.json()["schema"] == "whence.compare/1"


def test_an_empty_side_is_told_in_words(client: TestClient) -> None:
    answer = client.post("/paste", data={"text_a": A})
    assert answer.status_code == 422
    assert "B is empty" in answer.text


def test_a_text_that_is_too_long_is_not_compared(client: TestClient) -> None:
    answer = client.post("/paste", data={"text_a": A, "text_b": "word " * 60_000})
    assert answer.status_code == 422
    assert "longer than 200,000 characters" in answer.text


def test_a_file_that_is_no_text_is_not_compared(client: TestClient) -> None:
    answer = client.post("/paste", data={"text_a": A}, files={"file_b": ("b.pdf", b"%PDF-1.7 \x00\x01", "text/plain")})
    assert answer.status_code == 422
    assert "B is not text" in answer.text


def test_nothing_of_what_was_pasted_is_kept(client: TestClient, desk: Desk) -> None:
    before = desk.holdings()
    client.post("/paste", data={"text_a": A, "text_b": B})
    assert desk.holdings() == before
