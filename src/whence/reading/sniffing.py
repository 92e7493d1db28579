"""What a source is, told from its first bytes; the suffix of its name only breaks ties."""

from __future__ import annotations

import re

# First bytes of formats that hold no plain text (the registered signatures of PDF, ZIP, gzip, xz, zstd, PNG, JPEG ...).
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"BZh", b"\x89PNG", b"\xff\xd8\xff",
    b"GIF8", b"PAR1", b"\x7fELF", b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"Rar!", b"7z\xbc\xaf",
)  # fmt: skip
# Control bytes that text does not use: C0 without tab, line feed, line tabulation, form feed, carriage return, escape.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
# Below this a NUL byte or two prove nothing.
_FEWEST_PAIRS = 4
_SAMPLE_BYTES = 65_536
# Random bytes hold 27 such bytes in 256 (10.5 %), text next to none.
_CONTROL_SHARE = 0.04
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I
)
_MARKUP = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]*)\b[^<>]*>", re.I)
_OBJECT_LINE = re.compile(r'\s*\{\s*(?:"(?:[^"\\]|\\.){0,100}"\s*:|\})')


def is_empty(data: bytes) -> bool:
    """True where there is nothing but white space and NUL bytes.

    >>> is_empty(b"\\x00\\n")
    True
    """
    return not data.removeprefix(b"\xef\xbb\xbf").strip(b"\x00 \t\r\n\v\f")


def is_binary(data: bytes) -> bool:
    """True where the bytes are no text in any encoding that whence reads: a known signature, or too many controls.

    >>> is_binary(b"%PDF-1.7 ..."), is_binary(b"A report.")
    (True, False)
    """
    if data.startswith(_SIGNATURES):
        return True
    sample = data[:_SAMPLE_BYTES]
    if utf16_order(sample):
        return False
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(sample)


def utf16_order(data: bytes) -> str:
    """The name of the UTF-16 codec that these bytes are in, "" where they are not: by byte order mark or by NUL bytes.

    Every second byte of UTF-16 news text in Latin letters is NUL, on one side only.

    >>> utf16_order("Talks".encode("utf-16-le")), utf16_order(b"Talks")
    ('utf-16-le', '')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if data[0] == 0xFF else "utf-16-be"
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < _FEWEST_PAIRS:
        return ""
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def looks_like_page(head: bytes) -> bool:
    """True where the bytes begin as a web page does.

    >>> looks_like_page(b"<!DOCTYPE html><html>"), looks_like_page(b"<b>Bold</b> claims")
    (True, False)
    """
    return _PAGE.match(_as_text(head)) is not None


def holds_markup(head: bytes) -> bool:
    """True where some tag is among the first bytes: enough for a file that is called .html."""
    return _MARKUP.search(_as_text(head)) is not None


def looks_like_records(head: bytes) -> bool:
    """True where the bytes begin as a line of JSON with an object does.

    >>> looks_like_records(b'{"text": "Talks began."}'), looks_like_records(b"{a brace}")
    (True, False)
    """
    return _OBJECT_LINE.match(_as_text(head)) is not None


def _as_text(head: bytes) -> str:
    """The first bytes as text, good enough to look at."""
    order = utf16_order(head)
    return head[:4096].decode(order or "utf-8", "replace").lstrip("\ufeff\x00")
