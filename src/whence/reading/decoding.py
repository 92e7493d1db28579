"""Bytes to text: UTF-8, else a declared or guessed encoding with a flag; never a silent guess.

What is decoded stays as it is, with one exception: NUL and lone surrogates, which no store accepts, become U+FFFD, one
for one, and the text is flagged `characters_replaced`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.reading.sniffing import utf16_order

_UTF8_MARK = b"\xef\xbb\xbf"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_REPLACED = "\ufffd"
_HEAD_BYTES = 4_096
_CHARSET = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
# Labels of the WHATWG Encoding Standard and the Python codec for each; a page can name no other codec. Latin-1 means
# windows-1252 there, and a page that could be searched for its charset is no UTF-16.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "windows-1252", "cp1252"), "cp1252"),
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-{n}": f"cp{n}" for n in (1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    "iso-8859-9": "cp1254", "windows-1254": "cp1254", "windows-874": "cp874", "tis-620": "cp874",
    "koi8-r": "koi8_r", "koi8-u": "koi8_u", "macintosh": "mac_roman", "ibm866": "cp866",
    "shift_jis": "cp932", "sjis": "cp932", "euc-jp": "euc_jp",
    "gbk": "gb18030", "gb2312": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "euc-kr": "cp949",
}  # fmt: skip


class Decoded(NamedTuple):
    """A text with its flags. `raw` and `codec` lead back to bytes: see `byte_offset`."""

    text: str
    flags: tuple[str, ...]
    raw: str
    codec: str
    skipped_bytes: int = 0

    def encode(self, start: int, end: int) -> bytes:
        """The bytes that the characters from `start` to `end` were decoded from."""
        return self.raw[start:end].encode(self.codec, "surrogateescape" if self.codec == "utf-8" else "surrogatepass")

    def returns_to(self, data: bytes) -> bool:
        """True where `encode` gives back the bytes that were read: some old encodings do not."""
        try:
            return self.encode(0, len(self.raw)) == data[self.skipped_bytes :]
        except UnicodeEncodeError:
            return False


def decode_text(data: bytes) -> Decoded:
    """Decode plain text.

    Bytes that are no UTF-8 are read as windows-1252, one by one, and the text is flagged `encoding_guessed`. A byte
    order mark is dropped.

    Args:
        data: the bytes of a document.

    Returns:
        The text, and what was done to get it.

    >>> decode_text(b"Caf\\xe9 \\xe2\\x80\\x9cnoir\\xe2\\x80\\x9d").text
    'Café “noir”'
    """
    return _decode_utf16(data) or _decode_utf8(data, guess=True)


def decode_page(data: bytes) -> Decoded:
    """Decode a web page: byte order mark, UTF-16 by its NUL bytes, valid UTF-8, the declared charset, windows-1252.

    A charset counts only where it is one of the web's; Latin-1 means windows-1252. Where UTF-8 is declared, other bytes
    become U+FFFD as in a browser (`bytes_replaced`), so an overlong form never turns into a character.

    >>> decode_page(b"<meta charset=latin1>\\x93Yes\\x94").text[-5:]
    '“Yes”'
    """
    wide = _decode_utf16(data)
    if wide:
        return wide
    found = _CHARSET.search(data[:_HEAD_BYTES])
    declared = _CODECS.get(found[1].decode("ascii").lower()) if found else None
    if declared in (None, "utf-8") or data.startswith(_UTF8_MARK):
        return _decode_utf8(data, guess=declared is None)
    if not data.isascii():
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _decode_declared(data, declared or "cp1252")
        # Other encodings do not happen to be valid UTF-8: the declaration is wrong.
        return _cleaned(text, text, "utf-8", ["encoding_guessed"])
    return _decode_utf8(data, guess=True)


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """A string without the characters that no store accepts, each replaced by U+FFFD, and the flag that says so.

    >>> clean_text("a\\x00b")
    ('a�b', ('characters_replaced',))
    """
    if "\x00" in text or not (text.isascii() or _is_encodable(text)):
        return _UNSTORABLE.sub(_REPLACED, text), ("characters_replaced",)
    return text, ()


def _is_encodable(text: str) -> bool:
    """Whether a text has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _decode_utf16(data: bytes) -> Decoded | None:
    """UTF-16 with or without its mark; None where it is none."""
    codec = utf16_order(data)
    if not codec:
        return None
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    body = data[2:] if marked else data
    flags = [] if marked else ["encoding_guessed"]
    text = body.decode(codec, "replace")
    return _cleaned(text, text, codec, flags, 2 if marked else 0)


def _decode_utf8(data: bytes, *, guess: bool) -> Decoded:
    """UTF-8; other bytes read as windows-1252 (`guess`) or replaced."""
    skipped = 3 if data.startswith(_UTF8_MARK) else 0
    raw = data[skipped:].decode("utf-8", "surrogateescape")
    if not _ESCAPED.search(raw):
        return _cleaned(raw, raw, "utf-8", [], skipped)
    flag = "encoding_guessed" if guess else "bytes_replaced"
    text = _ESCAPED.sub(_read_escaped if guess else _REPLACED, raw)
    return _cleaned(text, raw, "utf-8", [flag], skipped)


def _decode_declared(data: bytes, codec: str) -> Decoded:
    """A declared encoding that is not UTF-8; what it cannot hold becomes U+FFFD."""
    text = data.decode(codec, "replace")
    return _cleaned(text, text, codec, ["bytes_replaced"] if _REPLACED in text else [])


def _read_escaped(match: re.Match[str]) -> str:
    """One undecodable byte, read as windows-1252."""
    return bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace")


def _cleaned(text: str, raw: str, codec: str, flags: list[str], skipped_bytes: int = 0) -> Decoded:
    """The decoded text without NUL and lone surrogates."""
    text, more = clean_text(text)
    return Decoded(text, (*flags, *more), raw, codec, skipped_bytes)
