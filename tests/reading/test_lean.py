"""Reading for corpora: faster, and nothing else; what is quick and what is strict say the same."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reading import strict_json
from whence.reading.building import digest_of
from whence.reading.decoding import clean_text
from whence.reading.flags import flag_text
from whence.reading.given import Given
from whence.reading.record import read_record
from whence.reading.strict_json import BadRecordError, parse_object

PIECES = st.sampled_from(
    ['{"a"', '"a":', '"b":', ":", " :", "\n:", "1", '"x\\":"', '"\\ud800"', "null", ",", "}", "{", "[", "]", "1e999",
     "12345678901234567890123", "NaN", "true", '"', " ", "-0", "1.5"]
)  # fmt: skip
RECORDS = st.dictionaries(st.text(max_size=4), st.none() | st.booleans() | st.integers() | st.text(), max_size=4)


def outcome(data: bytes) -> object:
    try:
        return repr(parse_object(data))
    except BadRecordError as error:
        return error.code, str(error)


@given(st.lists(PIECES, max_size=9).map("".join) | RECORDS.map(json.dumps))
def test_the_quick_parser_gives_what_the_strict_one_gives(text: str) -> None:
    data = text.encode()
    quick = outcome(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_json, "_parse_plain", lambda _data: None)
        assert outcome(data) == quick


@given(st.text(), st.none() | st.text())
def test_the_digest_is_that_of_the_json_array(text: str, title: str | None) -> None:
    fields = [clean_text(text)[0], None, None, title and clean_text(title)[0], None, None, None]
    expected = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    assert digest_of(fields[0] or "", Given(title=fields[3])) == hashlib.sha256(expected).hexdigest()


@given(st.text(max_size=80))
def test_a_record_read_without_labels_differs_in_its_parts_alone(text: str) -> None:
    record = {
        "id": "r1",
        "text": f"x{text}",
        "title": "A title",
        "outlet": "Post",
        "byline": "Ann",
        "published": "2024",
    }
    lean, full = read_record(record, labelled=False), read_record(record)
    assert lean.parts == ()
    for name in ("id", "digest", "text", "title", "outlet", "byline", "published", "flags"):
        assert getattr(lean, name) == getattr(full, name)


def test_a_few_long_words_over_and_over_are_flagged() -> None:
    assert flag_text(" ".join(letter * 60 for letter in "abc" * 20)) == ("low_entropy",)
    assert flag_text(" ".join("abc" * 20)) == ("low_entropy",)
    assert flag_text(" ".join(f"word{k}" for k in range(30))) == ()


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("a“b”c " + "\u0301" * 31, ("combining_marks",)),
        ("caf\u00c3\u00a9 “open”", ("mojibake",)),
        ("раypal раypal раypal", ("mixed_script",)),
        ("“plain” text — no more", ()),
    ],
)
def test_flags_are_found_among_common_signs(text: str, flags: tuple[str, ...]) -> None:
    assert flag_text(text) == flags
