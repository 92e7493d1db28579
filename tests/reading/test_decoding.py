"""Bytes to text."""

from __future__ import annotations

import pytest

from whence.reading.decoding import decode_page, decode_text


def test_utf8_is_not_flagged_and_its_mark_is_dropped() -> None:
    assert decode_text("\ufeffÉté “noir”".encode())[:2] == ("Été “noir”", ())


def test_other_bytes_are_read_as_windows_1252_one_by_one() -> None:
    decoded = decode_text("“utf” ".encode() + b"\x93cp\x94")
    assert decoded.text == "“utf” “cp”"
    assert decoded.flags == ("encoding_guessed",)


@pytest.mark.parametrize(
    ("codec", "flags"), [("utf-16", ()), ("utf-16-le", ("encoding_guessed",)), ("utf-16-be", ("encoding_guessed",))]
)
def test_utf16_is_found_with_and_without_its_mark(codec: str, flags: tuple[str, ...]) -> None:
    decoded = decode_page("<p>Talks began.</p>".encode(codec))
    assert (decoded.text, decoded.flags) == ("<p>Talks began.</p>", flags)


def test_nul_becomes_the_replacement_character_one_for_one() -> None:
    decoded = decode_text(b"a\x00b")
    assert (decoded.text, decoded.flags) == ("a\ufffdb", ("characters_replaced",))


def test_a_declared_latin_1_means_windows_1252() -> None:
    assert decode_page(b'<meta charset="iso-8859-1">\x93Yes\x94').text.endswith("“Yes”")


@pytest.mark.parametrize("name", ["zip_codec", "rot13", "idna", "utf-7", "hex", "unicode_escape", "x-user-defined"])
def test_a_page_can_name_no_other_codec(name: str) -> None:
    assert decode_page(f"<meta charset={name}>“Yes”".encode()).text.endswith("“Yes”")


def test_an_overlong_form_never_becomes_a_character() -> None:
    decoded = decode_page(b"<meta charset=utf-8>\xc0\xbcscript\xc0\xbe")
    assert "<script" not in decoded.text
    assert decoded.flags == ("bytes_replaced",)


def test_a_wrong_declaration_is_overruled_by_valid_utf8() -> None:
    decoded = decode_page("<meta charset=latin1>“Yes”".encode())
    assert decoded.text.endswith("“Yes”")
    assert decoded.flags == ("encoding_guessed",)


@pytest.mark.parametrize(
    "data", [b"plain", "“é”".encode(), b"\x93\xe9", "“é”".encode("utf-16-le"), b"<meta charset=koi8-r>\xc1\xc2"]
)
def test_the_bytes_can_be_found_again(data: bytes) -> None:
    decoded = decode_page(data)
    assert decoded.returns_to(data)
    assert b"".join(decoded.encode(i, i + 1) for i in range(len(decoded.raw))) == data[decoded.skipped_bytes :]
