"""Text as it can be shown safely: control, zero-width and direction characters made visible."""

from __future__ import annotations

import unicodedata

_SHOWN = {"\n": "\n", "\t": "\t"}


def visible(text: str) -> str:
    """A text whose hidden characters can be seen, for screens; positions do not survive.

    >>> visible("red\\x1b[31m \\u202egniht")
    'red␛[31m ⟨U+202E⟩gniht'
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _SHOWN.get(char) or _name(char) for char in text)


def _name(char: str) -> str:
    """A sign for one hidden character."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if unicodedata.category(char) == "Zs":
        return " "
    return f"⟨U+{code:04X}⟩"
