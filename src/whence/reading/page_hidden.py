"""Which elements of a page a reader never sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Elements that hold no text of the page.
UNSEEN = frozenset(
    {
        "script", "style", "template", "iframe", "noembed", "noframes", "object", "embed", "audio", "video",
        "canvas", "svg", "math", "datalist"
    }
)  # fmt: skip
_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?\s*\)|clip\s*:\s*rect\(\s*1px[\s,]+1px[\s,]+1px[\s,]+1px"
    r"|transform\s*:\s*scale\(\s*0\s*\)",
    re.IGNORECASE,
)
# Pages hide these until a script has run; what they hold is the page.
_NEVER = frozenset(("html", "body", "main", "article"))


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """True where an element, by its own attributes, is not shown, or only to one kind of reader.

    Args:
        name: the tag's name.
        attributes: its attributes.

    >>> is_hidden("p", {"style": "display: none"}), is_hidden("p", {"style": "font-size:90%"})
    (True, False)
    """
    if name in UNSEEN:
        return True
    if name in _NEVER or not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style", "")
    return bool(style) and _STYLE.search(style[:2_000]) is not None
