"""Text on a page: escaped, with what the eye cannot see made visible."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# Characters without a picture: controls (C0, C1), soft hyphen, fillers, zero-width and direction marks, selectors and
# tags, annotation marks, lone surrogates, noncharacters. Not among them: tab, line feed, and the selectors of emoji.
_UNSEEN = re.compile(
    "(?P<one>[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff])(?P=one)*"
)
_JOINERS = "\u200c\u200d"
# Between these a joiner is spelling: letters without case (Arabic, Devanagari ...), their marks, and emoji.
_JOINED = ("Lo", "Mn", "Mc", "So", "Sk")
_SPACES = {" ": "␣", "\n": "↵", "\r\n": "↵", "\r": "↵", "\t": "⇥", "\xa0": "⍽"}
_SPACE = re.compile("\r\n|[ \n\r\t\xa0]")
_SPACE_NAMES = {"␣": "space", "↵": "line break", "⇥": "tab", "⍽": "no-break space"}


def visible(text: str) -> Markup:
    """Text as HTML: escaped, and each invisible character as a small label with its number.

    Args:
        text: any text, hostile or not.

    Returns:
        Markup that shows every character; a run of the same invisible character is one label with a count.

    >>> print(visible("a<b"))
    a&lt;b
    >>> print(visible("x\\u202ey"))
    x<span class="ctl" title="right-to-left override">U+202E</span>y
    """
    if _UNSEEN.search(text) is None:
        return escape(text)
    pieces: list[Markup] = []
    position = 0
    for match in _UNSEEN.finditer(text):
        if not _is_spelling(text, match):
            pieces += [escape(text[position : match.start()]), _label(match)]
            position = match.end()
    return Markup("").join([*pieces, escape(text[position:])])


def visible_space(text: str) -> Markup:
    """Text without words as HTML, each space and line break as a sign: for differences of punctuation.

    >>> print(visible_space(", "))
    ,<span class="ctl" title="space">␣</span>
    """
    pieces: list[Markup] = []
    position = 0
    for match in _SPACE.finditer(text):
        sign = _SPACES[match.group()]
        label = Markup('<span class="ctl" title="{}">{}</span>').format(_SPACE_NAMES[sign], sign)
        pieces += [visible(text[position : match.start()]), label]
        position = match.end()
    return Markup("").join([*pieces, visible(text[position:])])


def _is_spelling(text: str, match: re.Match[str]) -> bool:
    """Whether one joiner stands where a script or an emoji needs it."""
    if match.group() not in _JOINERS or match.start() == 0 or match.end() == len(text):
        return False
    before, after = text[match.start() - 1], text[match.end()]
    return all(unicodedata.category(char) in _JOINED or char == "\ufe0f" for char in (before, after))


def _label(match: re.Match[str]) -> Markup:
    """The label of an invisible character."""
    char, count = match["one"], len(match.group())
    name = unicodedata.name(char, "control character").lower()
    times = f" ×{count}" if count > 1 else ""
    return Markup('<span class="ctl" title="{}">U+{:04X}{}</span>').format(name, ord(char), times)
