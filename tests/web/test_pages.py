"""The pages: that each opens, is small, says what it must, and is JSON too."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.store.made_up_reports import demo_reports, desk_of
from tests.web.addresses import OTHERS, PAGES, as_json
from whence.flow.desk import Desk
from whence.web.app import create_app
from whence.web.pages.registered import PAGES as REGISTERED

LONGEST_PAGE = 100_000


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_a_page_opens_and_is_small(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert len(answer.content) < LONGEST_PAGE


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_a_page_has_no_script_or_style_inside_it(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_every_link_inside_a_page_leads_somewhere(client: TestClient, address: str) -> None:
    text = client.get(address).text
    links = {link.replace("&amp;", "&") for link in re.findall(r'(?:href|src)="([^"]*)"', text)}
    for link in links:
        path, _, anchor = link.partition("#")
        if path.startswith("/"):
            found = client.get(path)
            assert found.status_code == 200, link
        target = text if not path else client.get(path).text
        assert not anchor or f'id="{anchor}"' in target, link


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_json_under_its_own_schema(client: TestClient, address: str) -> None:
    answer = client.get(as_json(address))
    assert answer.headers["content-type"] == "application/json"
    assert re.fullmatch(r"whence\.[a-z_]+/1", answer.json()["schema"])


def test_every_registered_page_is_tested_here(client: TestClient) -> None:
    schemas = {client.get(as_json(address)).json()["schema"] for address in PAGES}
    assert schemas == {f"whence.{page.name}/1" for page in REGISTERED}


def test_a_story_begins_with_a_sentence_of_numbers(client: TestClient) -> None:
    text = client.get("/story/1").text
    assert re.search(r'<h1 id="h"><span class="first">6 reports, \d independent sources?', text)


def test_what_is_probable_is_said_to_be_so(client: TestClient) -> None:
    text = client.get("/story/1").text
    assert "probably a later version of Halvern Courier" in text
    assert "probably copied from Halvern Courier" in text


def test_what_is_not_decidable_is_said_to_be_so(tmp_path: Path) -> None:
    reports = {report.id: replace(report, published=None) for report in demo_reports()}
    undated = [reports["meridian.html"], reports["courier-update.txt"]]
    with desk_of(undated, tmp_path) as desk:
        line = next(line for number in (1, 2) if (line := desk.report_line(number)) and line.parent)
        assert (line.probability or 0) < 0.65
        text = TestClient(create_app(desk), base_url="http://localhost").get("/story/1").text
    assert "perhaps from" in text
    assert "not decidable" in text


def test_the_tree_is_drawn_with_links_and_told_in_words(client: TestClient) -> None:
    text = client.get("/story/1/tree").text
    drawn = text[text.index("<svg") : text.index("</svg>")]
    assert set(re.findall(r'href="(/report/\d)"', drawn)) == {f"/report/{number}" for number in range(1, 7)}
    assert "<style" not in drawn
    assert "not among the reports; named by" in text
    assert 'role="group"' in drawn


def test_a_change_of_wording_can_be_hidden_and_numbers_stay(client: TestClient) -> None:
    shown, hidden = (client.get(f"/compare/1/2{query}").text for query in ("", "?wording=hide"))
    rows = [re.findall(r'id="change-(\d+)"', text) for text in (shown, hidden)]
    assert set(rows[1]) < set(rows[0])
    assert "kind-wording" not in hidden


def test_a_comparison_has_hidden_words_for_whoever_hears_it(client: TestClient) -> None:
    assert '<span class="vh">[' in client.get("/compare/1/4").text


def test_the_words_that_a_link_asks_for_are_marked(client: TestClient, desk: Desk) -> None:
    found = desk.report(2)
    assert found
    start = found.report.text.index("Tarn Island")
    text = client.get(f"/report/2?at={start}-{start + 11}").text
    assert re.search(r'<mark class="here[^"]*" id="here">.*?Tarn Island.*?</mark>', text)
    assert 'id="here"' not in client.get("/report/2?at=999990-999999").text


def test_a_sentence_that_others_have_says_who(client: TestClient) -> None:
    assert re.search(
        r'class="margin"><span class="vh">Also in </span><a href="/compare/1/2"', client.get("/report/2").text
    )


def test_a_time_says_its_zone_and_where_it_comes_from(client: TestClient) -> None:
    text = client.get("/report/1").text
    assert "08:10 (time zone not stated)" in text
    assert "from a line of the text" in text


def test_a_pasted_text_is_searched_by_its_own_words(client: TestClient, desk: Desk) -> None:
    found = desk.report(1)
    assert found
    answer = client.post("/search", data={"q": found.report.text})
    assert answer.status_code == 303
    assert 'href="/report/1"' in client.get(answer.headers["location"]).text


def test_a_page_that_a_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/story/1")
    again = client.get("/story/1", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_store_without_reports_is_told_what_to_do(tmp_path: Path) -> None:
    with desk_of([], tmp_path) as empty:
        client = TestClient(create_app(empty), base_url="http://localhost")
        for address in ("/", "/stories", "/quotes", "/speakers", "/search?q=x", "/paste", "/about/method"):
            assert client.get(address).status_code == 200
        assert "whence add" in client.get("/").text


def test_what_the_method_says_stands_in_the_explanations(client: TestClient) -> None:
    root = Path(__file__).parents[2]
    told = " ".join(path.read_text("utf-8") for path in [root / "README.md", *(root / "docs/explanation").glob("*.md")])
    for number in (".014", "84 %", ".80 to .85", ".86 to .91", "78.5", "82.6", "78.1", "90.8", "93.9", "97.8", "85.5"):
        assert number in told.replace("**", ""), number
        assert number in client.get("/about/method").text
