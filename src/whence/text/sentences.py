"""Sentences of news prose: aware of quotation marks and of abbreviations.

A boundary is a full stop, question or exclamation mark, the closing marks that follow it, white space, and a word that
can begin a sentence. `last week. “If the ...` is one; `U.S. supplied` and `“Why?” Smith asked` are none. No library
tried gets all three (docs/decisions/003).
"""

from __future__ import annotations

import re

from whence.text.lines import paragraphs
from whence.text.spans import Span, trim_span
from whence.text.wordlists import read_word_list

_ENTRIES = read_word_list("abbreviations")
_ABBREVIATIONS = frozenset(entry.rstrip("+") for entry in _ENTRIES)
_MAY_END = frozenset(entry.rstrip("+") for entry in _ENTRIES if entry.endswith("+"))
_OPENERS = frozenset(read_word_list("sentence_openers"))
_CUES = frozenset(["said", "says", "asked", "asks", "added", "replied", "told", "wrote"])
_CLOSING = "”’\"')]»"
_OPENING = "“‘\"'([«"
_STOP = re.compile("\\.(?:[ \u00a0]\\.)+|[.!?…]+")  # an ellipsis may be spaced
_NEXT_WORDS = re.compile(r"[^\W\d_]+")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order: spans without the white space around them.

    Every character that is not white space lies in exactly one sentence; a paragraph end always ends a sentence. Time
    grows in step with the length of the text.

    >>> text = "The U.S. supplied arms, he said last week. “If it stops, we lose.”"
    >>> [span.slice(text) for span in split_sentences(text)]
    ['The U.S. supplied arms, he said last week.', '“If it stops, we lose.”']
    """
    return tuple(span for paragraph in paragraphs(text) for span in _split_paragraph(text, paragraph))


def _split_paragraph(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph."""
    sentences: list[Span] = []
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match.start() < start:
            continue
        end = match.end()
        while end < paragraph.end and end - match.end() < 4 and text[end] in _CLOSING:
            end += 1
        if end < paragraph.end and _is_boundary(text, match, end, paragraph):
            sentences.append(trim_span(text, start, end))
            start = end
    rest = trim_span(text, start, paragraph.end)
    return [*sentences, rest] if rest.end > rest.start else sentences


def _is_boundary(text: str, stop: re.Match[str], end: int, paragraph: Span) -> bool:
    """Whether the stop, with its closing marks up to `end`, ends a sentence."""
    if not text[end].isspace():
        return False
    after = end
    while after < paragraph.end and (text[after].isspace() or text[after] in _OPENING):
        after += 1
    if after >= paragraph.end:
        return True
    opens_quotation = text[after - 1] in "“\"‘'«"
    if text[after].islower() and not opens_quotation:
        return False
    closed_quotation = end > stop.end()
    if stop.group() == "." and not closed_quotation:
        return not _is_abbreviation(text, stop.start(), after, paragraph)
    if closed_quotation and stop.group()[-1] in "?!…" and not opens_quotation:
        return not _cue_follows(text, after, paragraph)
    return True


def _is_abbreviation(text: str, stop: int, after: int, paragraph: Span) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, and the sentence goes on after it."""
    start = stop
    while start > paragraph.start and stop - start < 12 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    word = text[start:stop].lower()
    following = _NEXT_WORDS.match(text, after, min(after + 40, paragraph.end))
    opener = following is not None and following.group().lower() in _OPENERS
    if word in _MAY_END or ("." in word and word not in _ABBREVIATIONS):
        return not opener
    if word in ("no", "nos", "p", "pp", "vol", "fig"):
        return text[after].isdigit()
    initial = len(word) == 1 and word.isalpha() and text[start].isupper() and word != "i"
    return (word in _ABBREVIATIONS and text[start].isupper()) or word in ("v", "vs", "e.g", "i.e", "cf") or initial


def _cue_follows(text: str, after: int, paragraph: Span) -> bool:
    """Whether a speech verb follows within four words: `“Why?” Ms. Smith asked` is one sentence."""
    words = _NEXT_WORDS.findall(text, after, min(after + 60, paragraph.end))[:5]
    return any(word in _CUES for word in words)
