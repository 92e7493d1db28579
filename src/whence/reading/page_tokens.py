"""Tags and text of a web page, each with its place: one pass, linear on any input.

It knows just enough of the HTML standard's tokenizer to be safe before a parser that is not linear: comments, tags with
quoted attributes, and elements whose content is no markup. It never looks at the same character twice for long.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

TokenKind = Literal["text", "start", "end", "raw", "other"]
# Elements whose content the standard reads as text up to their end tag.
_RAW = frozenset(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "template"])
# Any other "<" is text.
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_SIMPLE = re.compile(r"<(/?)([a-zA-Z][^\s/><]*)([^<>\"'=]*)>")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*)?")
_BARE = re.compile(r"[^\s>]*")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,}|#[xX][0-9a-fA-F]{1,}|[A-Za-z][A-Za-z0-9]{1,31});?")
# The longest number of a code point has 7 digits, leading zeros are rare: longer ones are no character.
_LONGEST_REFERENCE = 12
_MOST_ATTRIBUTES = 64


class Token(NamedTuple):
    """A piece of a page from `start` to `end`.

    `name` is the tag's name in lower case; for "raw" it is that of the element whose whole content this is.
    `attributes` are those of a start tag; `cut` says that it had more than were read.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    cut: bool = False


def read_tokens(page: str) -> Iterator[Token]:
    """The tokens of a page, in order, leaving nothing out.

    >>> [(token.kind, token.name) for token in read_tokens("<p class=x>Talks<!-- no -->")]
    [('start', 'p'), ('text', ''), ('other', '')]
    """
    scanner = _Scanner(page)
    position = 0
    while position < len(page):
        opened = _MARKUP.search(page, position)
        if opened is None or opened.start() != position:
            end = opened.start() if opened else len(page)
            yield Token("text", position, end)
            position = end
            continue
        token = scanner.read(position)
        yield token
        position = token.end
        if token.kind == "start" and token.name in _RAW:
            end = scanner.raw_end(token.name, position)
            yield Token("raw", position, end, token.name)
            position = end


def unescape(text: str) -> str:
    """Text with its character references resolved as browsers do; those that name no character become U+FFFD.

    >>> unescape("&ldquo;5 &lt; 6&rdquo; &#xD800;")
    '“5 < 6” �'
    """
    return _REFERENCE.sub(_resolve, text) if "&" in text else text


def offsets_in_source(source: str, unescaped_offset: int) -> int:
    """Where a character of `unescape(source)` begins in `source`.

    >>> offsets_in_source("a &amp; b", 3)
    7
    """
    done = position = 0
    for match in _REFERENCE.finditer(source):
        plain = match.start() - position
        if done + plain >= unescaped_offset:
            return position + unescaped_offset - done
        done += plain + len(_resolve(match))
        position = match.end()
        if done > unescaped_offset:
            return match.start()
    return position + unescaped_offset - done


def _resolve(match: re.Match[str]) -> str:
    """One character reference."""
    reference = match.group()
    if reference.startswith("&#") and len(reference) > _LONGEST_REFERENCE:
        return "\ufffd"
    return html.unescape(reference).replace("\x00", "\ufffd")


class _Scanner:
    """Reads markup at a position; remembers what is nowhere ahead, so that no search is made twice in vain."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.absent: set[str] = set()

    def find(self, words: str, position: int) -> int:
        """Like `str.find`, but never twice to the end for the same words."""
        if words in self.absent:
            return -1
        found = self.page.find(words, position)
        if found < 0:
            self.absent.add(words)
        return found

    def read(self, start: int) -> Token:
        """The markup that begins with the "<" at `start`."""
        page = self.page
        simple = _SIMPLE.match(page, start, start + 400)
        if simple:
            names = tuple((name.lower(), "") for name in simple[3].replace("/", " ").split()) if simple[3] else ()
            return Token(
                "end" if simple[1] else "start", start, simple.end(), simple[2].lower(), names[:_MOST_ATTRIBUTES]
            )
        following = page[start + 1 : start + 4]
        if following == "!--":
            return self.comment(start)
        if following[:1].isascii() and following[:1].isalpha():
            return self.start_tag(start)
        if following[:1] == "/" and following[1:2].isascii() and following[1:2].isalpha():
            end = self.find(">", start)
            name = _NAME.match(page, start + 2)
            return Token("end", start, end + 1 if end >= 0 else len(page), name[0].lower() if name else "")
        if following[:1] in ("!", "?", "/"):
            end = self.find(">", start)
            return Token("other", start, end + 1 if end >= 0 else len(page))
        return Token("text", start, start + 1)

    def comment(self, start: int) -> Token:
        """A comment; one that never ends takes the rest of the page, as in browsers."""
        for short in ("<!-->", "<!--->"):
            if self.page.startswith(short, start):
                return Token("other", start, start + len(short))
        ends = [at + len(mark) for mark in ("-->", "--!>") if (at := self.find(mark, start + 4)) >= 0]
        return Token("other", start, min(ends, default=len(self.page)))

    def start_tag(self, start: int) -> Token:
        """A start tag with attributes."""
        page = self.page
        name = _NAME.match(page, start + 1)
        position = name.end() if name else start + 1
        attributes: list[tuple[str, str]] = []
        count = 0
        while match := _ATTRIBUTE.match(page, position):
            value, position = self.value(match)
            count += 1
            if count <= _MOST_ATTRIBUTES:
                attributes.append((match[1].lower(), value))
        end = self.find(">", position)
        found = tuple(attributes)
        return Token(
            "start",
            start,
            end + 1 if end >= 0 else len(page),
            name[0].lower() if name else "",
            found,
            count > _MOST_ATTRIBUTES,
        )

    def value(self, match: re.Match[str]) -> tuple[str, int]:
        """An attribute's value and where it ends."""
        if not match[2]:
            return "", match.end()
        quote = self.page[match.end() : match.end() + 1]
        if quote and quote in "\"'":
            end = self.find(quote, match.end() + 1)
            if end >= 0:
                return self.page[match.end() + 1 : end], end + 1
        bare = _BARE.match(self.page, match.end())
        return (bare[0], bare.end()) if bare else ("", match.end())

    def raw_end(self, name: str, position: int) -> int:
        """Where the content of a raw element ends."""
        key = f"</{name}"
        if key in self.absent:
            return len(self.page)
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.page, position)
        if match is None:
            self.absent.add(key)
        return match.start() if match else len(self.page)
