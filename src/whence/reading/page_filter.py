"""The filter before the parser: a page made small, shallow and closed, with the place of each visible text in it.

Every parser of HTML hangs on some page, by depth, by attributes or by the number of elements. This one pass bounds all
three, drops comments, scripts and what no reader sees, and keeps for each stretch of visible text where it stands.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from whence.reading.page_hidden import UNSEEN, is_hidden
from whence.reading.page_tokens import Token, read_tokens, unescape

# libxml2 drops what lies deeper than 256 levels without a word. The extractor takes about 0.1 ms an element (measured
# with trafilatura 2.3): 20,000 keep a page under the promised 5 s of CPU.
_DEEPEST = 200
_MOST_ELEMENTS = 20_000
# Tags and texts that are looked at, at about 4 microseconds each; what comes after is left out and flagged.
_MOST_TOKENS = 1_200_000
_LOOKBACK = 400
_LONGEST_VALUE = 2_000
_LONGEST_LINKED_DATA = 60_000
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr"
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "img", "input", "button", "nobr"
    }
)  # fmt: skip
# What a start tag closes when it is open above it (HTML standard, "in body").
_CLOSES = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"), "td": ("td", "th"),
    "th": ("td", "th"), "option": ("option",), "thead": ("tr", "td", "th"),
    "tbody": ("tr", "td", "th", "thead", "tbody"), "body": ("head",),
}  # fmt: skip
_OF_HEAD = frozenset(
    {
        "html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "template"
    }
)  # fmt: skip
_SCOPES = frozenset(["table", "td", "th", "caption", "html", "body", "object"])


class Node(NamedTuple):
    """A visible stretch of text: its place in the page, its words, and the block and the run that it belongs to.

    Nodes of one run have nothing but tags of inline elements between them.
    """

    start: int
    end: int
    text: str
    block: int
    run: int
    heading: bool


@dataclass(slots=True)
class FilteredPage:
    """A page that is safe to parse, and what was seen on the way."""

    html: str = ""
    nodes: list[Node] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    metas: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    linked_data: list[str] = field(default_factory=list)


def filter_page(page: str) -> FilteredPage:
    """Bound a page and find its visible text.

    Args:
        page: a decoded page.

    Returns:
        Balanced HTML of at most 200 levels and 20,000 elements, and the visible nodes. Flags: `html_depth` (deeper
        elements were unwrapped, their text kept), `html_limits` (too many elements or attributes, text kept; or over
        a million tags, the rest left out),
        `hidden_text` (text that no reader sees was left out).

    >>> filter_page("<p>Talks <b>began</b><p hidden>No").html
    '<p>Talks <b>began</b></p>'
    """
    machine = _Filter(page)
    for count, token in enumerate(read_tokens(page)):
        if count >= _MOST_TOKENS:
            machine.found.flags.add("html_limits")
            break
        machine.take(token)
    return machine.finish()


class _Filter:
    """Follows the open elements of a page and writes what may pass."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.found = FilteredPage()
        self.pieces: list[str] = []
        self.names: list[str] = []
        self.shown: list[bool] = []
        self.open: defaultdict[str, int] = defaultdict(int)
        self.depth = self.elements = self.block = self.run = 0
        self.hidden_at: int | None = None
        self.broken_at: int | None = None  # the number of nodes at the last line break

    def take(self, token: Token) -> None:
        """Take the next token."""
        kind = token.kind
        if kind == "start":
            self.take_start(token)
        elif kind == "end":
            self.take_end(token.name)
        elif kind == "text":
            self.take_text(token)
        elif token.kind == "raw":
            self.take_raw(token)
        else:
            self.run += 1

    def finish(self) -> FilteredPage:
        """Close what is open."""
        while self.names:
            self.pop()
        self.found.html = "".join(self.pieces)
        return self.found

    def take_text(self, token: Token) -> None:
        """Keep visible text."""
        source = self.page[token.start : token.end]
        if self.hidden_at is not None:
            if not source.isspace():
                self.found.flags.add("hidden_text")
            return
        if self.open["head"] and not source.isspace():
            self.close_through(("head",))
        text = unescape(source)
        self.pieces.append(html.escape(text, quote=False))
        if not self.open["head"]:
            heading = self.open["h1"] > 0
            self.found.nodes.append(Node(token.start, token.end, text, self.block, self.run, heading))

    def take_start(self, token: Token) -> None:
        """Open an element, unless it is hidden or one too many."""
        name = token.name
        attributes = dict(reversed(token.attributes)) if token.attributes else {}
        if token.cut:
            self.found.flags.add("html_limits")
        self.close_implied(name)
        if name == "br":
            self.take_break(token)
        elif name not in _INLINE:
            self.block += 1
        if name == "meta":
            self.take_meta(attributes)
        if name == "html" and not self.found.language:
            self.found.language = attributes.get("lang", "")[:20]
        if self.hidden_at is None and (attributes or name in UNSEEN) and is_hidden(name, attributes):
            self.run += 1
            if name not in _VOID:
                self.hidden_at = len(self.names)
                self.push(name, visible=False)
            return
        if name in _VOID:
            self.write(token, attributes)
        else:
            self.push(name, visible=self.hidden_at is None and self.has_room(name) and self.write(token, attributes))

    def take_break(self, token: Token) -> None:
        """A line break: a space, unless it follows another one; then a new block begins."""
        if self.hidden_at is not None:
            return
        since = self.found.nodes[self.broken_at :] if self.broken_at is not None else ()
        if self.broken_at is not None and all(node.text.isspace() for node in since) and len(since) < 4:
            self.block += 1
        self.run += 1
        self.found.nodes.append(Node(token.start, token.end, " ", self.block, self.run, self.open["h1"] > 0))
        self.broken_at = len(self.found.nodes)

    def has_room(self, name: str) -> bool:
        """True where one more element may be opened."""
        if self.depth < _DEEPEST and self.elements < _MOST_ELEMENTS:
            return True
        self.found.flags.add("html_depth" if self.depth >= _DEEPEST else "html_limits")
        if name not in _INLINE:
            self.pieces.append("\n")
        return False

    def write(self, token: Token, attributes: dict[str, str]) -> bool:
        """Write a start tag; False where there are too many."""
        if self.hidden_at is not None or self.elements >= _MOST_ELEMENTS or not token.name.isalnum():
            return False
        self.elements += 1
        written = [
            f' {key}="{html.escape(unescape(value[:_LONGEST_VALUE]))}"'
            for key, value in attributes.items()
            if _is_plain_name(key)
        ]
        self.pieces.append(f"<{token.name}{''.join(written)}>")
        return True

    def take_end(self, name: str) -> None:
        """Close an element, if it is open near enough."""
        if name not in _INLINE:
            self.block += 1
        if not self.open[name]:
            return
        for index in range(len(self.names) - 1, max(-1, len(self.names) - 1 - _LOOKBACK), -1):
            if self.names[index] == name:
                self.close_down_to(index)
                return
            if name in _INLINE and self.names[index] not in _INLINE:
                return
            if self.names[index] in _SCOPES and name not in _SCOPES and name not in ("tr", "tbody", "thead", "tfoot"):
                return

    def take_raw(self, token: Token) -> None:
        """The content of a script, style or title."""
        content = self.page[token.start : token.end]
        if token.name == "title":
            if not self.found.title:
                self.found.title = " ".join(unescape(content[:2_000]).split())
            if self.names and self.shown[-1]:
                self.pieces.append(html.escape(unescape(content[:_LONGEST_VALUE]), quote=False))
        elif token.name in ("textarea", "xmp"):
            self.pieces.append(html.escape(unescape(content), quote=False) if self.hidden_at is None else "")
        elif token.name == "script" and len(content) <= _LONGEST_LINKED_DATA and '"datePublished"' in content:
            self.found.linked_data.append(content)

    def take_meta(self, attributes: dict[str, str]) -> None:
        """Keep what a page says about itself."""
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if key and attributes.get("content") and len(self.found.metas) < 200:
            self.found.metas.append((key.lower()[:80], unescape(attributes["content"][:_LONGEST_VALUE])))

    def close_implied(self, name: str) -> None:
        """Close what the standard closes before this start tag: a paragraph before a block, an item before the next."""
        if self.open["head"] and name not in _OF_HEAD:
            self.close_through(("head",))
        if name not in _INLINE and name not in _VOID and self.open["p"]:
            self.close_through(("p",))
        if name in _CLOSES and any(self.open[other] for other in _CLOSES[name]):
            self.close_through(_CLOSES[name])

    def close_through(self, wanted: Sequence[str]) -> None:
        """Close the nearest of some elements with what is open inside it, unless another block stands between."""
        last: int | None = None
        for index in range(len(self.names) - 1, max(-1, len(self.names) - 33), -1):
            if self.names[index] in wanted:
                last = index
            elif self.names[index] not in _INLINE and self.names[index] != "p":
                break
        if last is not None:
            self.close_down_to(last)

    def close_down_to(self, index: int) -> None:
        """Close all elements from the innermost to the one at `index`."""
        while len(self.names) > index:
            self.pop()

    def push(self, name: str, *, visible: bool) -> None:
        """Enter an element."""
        self.names.append(name)
        self.shown.append(visible)
        self.open[name] += 1
        self.depth += visible

    def pop(self) -> None:
        """Leave the innermost element."""
        name = self.names.pop()
        self.open[name] -= 1
        if self.shown.pop():
            self.depth -= 1
            self.pieces.append(f"</{name}>")
        if self.hidden_at == len(self.names):
            self.hidden_at = None
            self.run += 1


def _is_plain_name(name: str) -> bool:
    """True for an attribute's name that may be written back."""
    return len(name) <= 60 and name.replace("-", "").replace(":", "").replace("_", "").isalnum() and name not in UNSEEN
