"""Word substitution: words of a parent with others in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from bench.corpus.weaving import Paragraph, Printed, Weaver

_TOKEN = re.compile(r"\S+")
_AROUND = "“”‘’\"'.,;:?!()[]…—–-"


def substitute_words(
    weaver: Weaver, parent: Printed, paragraph: Paragraph, *, share: float, desk: tuple[Random, Sequence[str]]
) -> None:
    """Take a paragraph with another word in place of each word that chance picks.

    Figures and abbreviations with points stay. A word put in is never the one that it replaces; it has a capital
    letter where that had one.

    Args:
        weaver: where the words go.
        parent: whose words they are.
        paragraph: which of its paragraphs.
        share: how likely each word is to be replaced.
        desk: chance, and the words to put in.
    """
    chance, vocabulary = desk
    text, at = parent.text, paragraph.start
    for match in _TOKEN.finditer(text, paragraph.start, paragraph.end):
        core = match.group().strip(_AROUND) if chance.random() < share else ""
        new = vocabulary[int(chance.random() * len(vocabulary))] if core else ""
        if not _is_word(core) or new == core.lower():
            continue
        start = match.start() + match.group().index(core)
        if start > at:
            weaver.take(parent, at, start)
        weaver.say(new.capitalize() if core[0].isupper() else new)
        at = start + len(core)
    if at < paragraph.end:
        weaver.take(parent, at, paragraph.end)


def _is_word(core: str) -> bool:
    """Whether what stands between white space is a word, not a figure, an abbreviation or a dash."""
    return bool(core) and core[0].isalpha() and "." not in core and not any(sign.isdigit() for sign in core)
