"""What each line of a report is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reading.bylines import read_byline
from whence.reading.captions import read_caption
from whence.reading.credits import find_contributors, is_credit_notice, is_photo_credit
from whence.reading.datelines import find_dateline
from whence.reading.furniture import is_furniture
from whence.reading.parts import label_parts
from whence.reading.titles import looks_like_title

BODY = "Officials in the capital said on Friday that the talks would go on for another week, after a long pause."
MORE = "The ministry said that it would publish the figures on Monday, when its office opens again after the snow."


def _roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(part.role, part.span.slice(text)) for part in label_parts(text, title=title).parts]


def test_a_page_saved_as_text_falls_into_its_parts() -> None:
    caption = "Snow falls on the capital. (Photo by JANE ROE/Example/AFP via Getty Images)"
    text = (
        f" date 2024-11-29 {caption}\n\nXYZ Staff John Doe\n\n3:49 PM – Friday, November 29, 2024\n\n{BODY}\n\n{MORE}\n"
    )
    assert _roles(text) == [
        ("timestamp", "date 2024-11-29"),
        ("caption", caption),
        ("credit", "(Photo by JANE ROE/Example/AFP via Getty Images)"),
        ("byline", "XYZ Staff John Doe"),
        ("outlet", "XYZ"),
        ("timestamp", "3:49 PM – Friday, November 29, 2024"),
        ("paragraph", BODY),
        ("paragraph", MORE),
    ]
    found = label_parts(text)
    assert (found.title, found.byline, found.outlet) == (None, "John Doe", "XYZ")
    assert found.published is not None and (found.published.iso, found.published.grain) == (
        "2024-11-29T15:49",
        "minute",
    )
    assert found.published.span is not None and found.published.span.slice(text).startswith("3:49")


def test_the_first_line_is_the_title_where_it_looks_like_one() -> None:
    assert _roles(f"Talks stall as winter nears\n{BODY}")[0] == ("title", "Talks stall as winter nears")
    assert _roles(f"{MORE}\n{BODY}")[0][0] == "paragraph"
    assert _roles("Talks stall as winter nears")[0][0] == "paragraph"


def test_a_title_that_is_known_is_the_only_title() -> None:
    assert _roles(f"Talks ‘stall’ again.\n{BODY}", "Talks 'stall' again")[0][0] == "title"
    assert _roles(f"Talks stall again\n{BODY}", "Snow in the capital")[0][0] == "paragraph"


def test_a_name_alone_is_a_byline_only_beside_a_timestamp_or_an_outlet() -> None:
    assert _roles(f"Jane Roe\nMay 3, 2016\n{BODY}\n{MORE}")[0] == ("byline", "Jane Roe")
    assert _roles(f"{BODY}\nJane Roe\n{BODY}\n{MORE}\n{MORE}\n{BODY}")[1] == ("paragraph", "Jane Roe")


def test_a_bare_date_among_the_paragraphs_is_no_timestamp() -> None:
    text = f"{BODY}\n{MORE}\n{BODY}\nMay 3, 2016\n{BODY}\n{MORE}"
    assert [role for role, _ in _roles(text)] == ["paragraph"] * 6
    assert label_parts(text).published is None


def test_the_time_of_publication_is_not_that_of_an_update() -> None:
    text = f"Talks stall as winter nears\nPosted: May 3, 2016 10:21 AM EST Updated: May 4, 2016 6:31 PM EST\n{BODY}"
    found = label_parts(text).published
    assert found is not None and found.iso == "2016-05-03T10:21-05:00"


@pytest.mark.parametrize(
    ("line", "names", "outlet"),
    [
        ("By Jane Roe", "Jane Roe", None),
        ("By: JANE ROE and JOHN DOE", "JANE ROE and JOHN DOE", None),
        ("By JANE ROEAssociated Press", "JANE ROE", "Associated Press"),
        ("By Jane de Roe, CNN Supreme Court Reporter", "Jane de Roe", "CNN"),
        ("Jane Roe, Reuters", "Jane Roe", "Reuters"),
        ("Jane Roe Associated Press", "Jane Roe", "Associated Press"),
        ("The Associated Press", None, "The Associated Press"),
        ("By The Associated Press", None, "The Associated Press"),
        ("OAN Staff John Doe", "John Doe", "OAN"),
        ("Example Herald Staff", None, "Example Herald"),
        ("By MICHAEL ROE ( @mroe )", "MICHAEL ROE", None),
    ],
)
def test_bylines(line: str, names: str | None, outlet: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.names and found.names.slice(line), found.outlet and found.outlet.slice(line)) == (names, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday evening, the crowds had gone.",
        "By the time they came it was over",
        "Jane Roe is a reporter at Example.",
        "Jane Roe",
        "By contrast, Roe has looked unsteady.",
        "White House Staff John Doe",
        "Talks Stall As Winter Nears, Again",
        BODY,
    ],
)
def test_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("WASHINGTON (AP) — Talks began.", "WASHINGTON (AP) —"),
        ("NEW YORK (Reuters) - Talks began.", "NEW YORK (Reuters) -"),
        ("KYIV, Ukraine (AP) _ Talks began.", "KYIV, Ukraine (AP) _"),
        ("PARIS — Talks began.", "PARIS —"),
        ("SAN DIEGO—Joe Roe never stops.", "SAN DIEGO—"),
        ("DES MOINES, Iowa (Feb. 20, 2014) — Talks began.", "DES MOINES, Iowa (Feb. 20, 2014) —"),
        ("(CNN) - Talks began.", "(CNN) -"),
        ("Washington (CNN) Talks began.", "Washington (CNN)"),
    ],
)
def test_datelines(line: str, dateline: str) -> None:
    found = find_dateline(line)
    assert found is not None and found.slice(line) == dateline


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE - Talks began.",
        "FILE - In this photo",
        "NATO-led troops came.",
        "KTRK-TV said so.",
        "The U.S. — and others —",
        BODY,
    ],
)
def test_no_datelines(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Snow falls. (Jane Roe/Reuters)", "(Jane Roe/Reuters)"),
        ("Snow falls. Photograph: Jane Roe/The Observer", "Photograph: Jane Roe/The Observer"),
        ("Snow falls in the town. | Jane Roe/AP Photo", "Jane Roe/AP Photo"),
        ("Snow falls on May 3, 2016. REUTERS/Jane Roe/File Photo", "REUTERS/Jane Roe/File Photo"),
        ("Enlarge this image toggle caption Jane Roe/AP Jane Roe/AP", "Jane Roe/AP Jane Roe/AP"),
        ("Image copyright EPA Image caption Snow falls", "EPA"),
        ("FILE PHOTO: Snow falls in the town", None),
    ],
)
def test_captions(line: str, credit: str | None) -> None:
    found = read_caption(line)
    assert found is not None
    assert (found.credit and found.credit.slice(line)) == credit


@pytest.mark.parametrize(
    "line", ["Jane Roe/Getty Images", "(Photo: Jane Roe, AP)", "Photo by Jane Roe", "Getty Images"]
)
def test_photo_credits(line: str) -> None:
    assert is_photo_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright © 2019 Example Media. Click here for reprint permission.",
        "© 2016 Example Media",
        "(c) 2016 Example",
        "Jane Roe contributed to this report.",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Additional reporting by Jane Roe",
    ],
)
def test_credit_notices(line: str) -> None:
    assert is_credit_notice(line)


@pytest.mark.parametrize(
    "line", ["Copyright law protects pictures.", "“Snow contributed to the report,” he said.", BODY]
)
def test_no_credit_notices(line: str) -> None:
    assert not is_credit_notice(line)


def test_contributors_at_the_end_of_a_paragraph_stand_inside_it() -> None:
    line = f"{BODY} The Associated Press contributed to this report."
    found = find_contributors(line)
    assert found is not None and found.slice(line) == "The Associated Press contributed to this report."


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT Advertisement",
        "Sign up for Daily Newsletters Manage Newsletters",
        "Share Tweet Post Email",
        "___",
        "* * *",
        "Story Continues Below",
        "1 min read",
        "Follow Jane Roe on Twitter: @jroe",
        "Related: Snow in the capital",
        "Read more: Snow again",
        "show chapters",
        "Close video",
        "Get the latest news delivered to your inbox.",
        "Image 2 of 8",
        "Click here for reprint permission.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Friday.",
        "Watch officials said the storm would pass.",
        "Sign up for health cover before 15 December, the minister told voters.",
        "Read more than a hundred books, he told them.",
        "Related parties must be named.",
        "Follow the money, she said.",
        "Video from the scene showed smoke.",
        "“Advertisement pays,” he said.",
        "Get out of the way.",
        "Close allies of the minister resigned.",
        BODY,
    ],
)
def test_prose_is_never_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert [role for role, _ in _roles(f"{MORE}\n{line}\n{BODY}")] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "line", ["Talks stalled on Friday.", "", "Snow", "a story in small letters", "Story highlights Talks stall"]
)
def test_no_titles(line: str) -> None:
    assert not line or not looks_like_title(line)


LINES = st.sampled_from(
    [
        BODY,
        MORE,
        "Talks stall as winter nears",
        "By Jane Roe",
        "May 3, 2016",
        "Advertisement",
        "(Jane Roe/Reuters)",
        "",
        "Jane Roe",
        "KYIV (AP) —",
    ]
)


@given(
    st.lists(LINES | st.text(max_size=60), max_size=14), st.sampled_from(["Advertisement", "Share", "Read more: Snow"])
)
def test_furniture_at_the_end_moves_no_part_before_it(lines: list[str], furniture: str) -> None:
    text = "\n".join(lines)
    before = label_parts(text)
    after = label_parts(f"{text}\n{furniture}")
    assert after.parts[: len(before.parts)] == before.parts
    assert (after.title, after.byline, after.published) == (before.title, before.byline, before.published)


@given(st.lists(LINES | st.text(max_size=60), max_size=14))
def test_parts_cover_every_line_once_and_lie_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = label_parts(text).parts
    assert [part.start for part in parts] == sorted(part.start for part in parts)
    end = 0
    for part in parts:
        assert 0 <= part.start < part.end <= len(text)
        if part.start >= end:
            assert not text[end : part.start].strip()
            end = part.end
        assert part.end <= end
    assert not text[end:].strip()
