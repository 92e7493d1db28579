"""Participles: "..., calling them traitors": a cue without a subject of its own speaks for the subject of its sentence.

The tagger sometimes gives such a cue the next source to its right ("in a move that was denounced by Western leaders"),
one of another sentence, or a list between dashes before it; none of these is its subject. Then the one person or body
named before it in its sentence speaks, or nobody is told to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from whence.quotes.drafts import Draft
from whence.records import Name
from whence.text.sentences import split_sentences
from whence.text.spans import Span, span_at

BREAK_CHARACTERS = 3  # a comma or a dash with the spaces around it
_BREAKS = (",", "—", "–", "-", ";")
_SPEAKING = frozenset({"person", "organisation", "outlet", "agency", "metonym"})


def mend_participles(text: str, drafts: Sequence[Draft], names: Sequence[Name]) -> list[Draft]:
    """The drafts; a participle whose source is not before it in its sentence gets the right one, or none.

    Args:
        text: the report's text.
        drafts: attributions in order.
        names: whom the report names.

    Returns:
        As many drafts as before.
    """
    participles = [number for number, draft in enumerate(drafts) if _is_participle(text, draft)]
    if not participles:
        return list(drafts)
    sentences = split_sentences(text)
    mentions = sorted(
        (m.evidence.span, name.name) for name in names if name.kind in _SPEAKING for m in name.mentions
        if m.form == "name"
    )  # fmt: skip
    mended = list(drafts)
    for number in participles:
        draft, cue = drafts[number], drafts[number].cue[0]
        place = span_at(sentences, cue.start)
        start = sentences[place].start if place is not None else cue.start
        before = mentions[bisect_left(mentions, (Span(start, start), "")) : bisect_right(mentions, (cue, ""))]
        if start <= draft.source[0].start < cue.start and not _is_inserted(text, draft, before):
            continue
        one = len({name for _, name in before}) == 1
        mended[number] = draft._replace(source=(before[-1][0],) if one else ())
    return mended


def _is_inserted(text: str, draft: Draft, names: Sequence[tuple[Span, str]]) -> bool:
    """Whether a source without a name is put in between commas or dashes right before the cue: a list, an aside."""
    source, cue = draft.source[0], draft.cue[0]
    opens = text[max(0, source.start - 2) : source.start].strip()[-1:] in _BREAKS
    named = any(span.overlaps(source) for span, _ in names)
    return opens and cue.start - source.end <= BREAK_CHARACTERS and not named


def _is_participle(text: str, draft: Draft) -> bool:
    """Whether a cue is a participle after a comma or dash, with its content after it."""
    if not (draft.cue and draft.source and draft.content[0].start >= draft.cue[0].end):
        return False
    cue = draft.cue[0]
    first = text[cue.start : min(cue.end, cue.start + 24)].split(" ", 1)[0]
    opens = text[max(0, cue.start - 2) : cue.start].strip()[-1:] in _BREAKS
    return first.endswith("ing") and opens
