"""Building a report: text, what is known about it, and what the text itself says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import orjson

from whence.reading.decoding import clean_text
from whence.reading.flags import flag_text
from whence.reading.given import Given
from whence.reading.parts import NOTHING_LABELLED, label_parts
from whence.records import Report, Run


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was read, before its parts are labelled."""

    text: str
    source: str = ""
    id: str | None = None
    flags: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()


def build_report(draft: Draft, known: Given, *, labelled: bool = True) -> Report:
    """Label the parts of a text and make it a report.

    What is known beats what the text says. `digest` covers the text and what is known, not what was found in the text,
    so that it stays when whence learns to find more.

    Args:
        draft: the text and where it came from.
        known: metadata from the caller, the record or the page.
        labelled: whether the text is searched for its parts and for what is not known.

    Returns:
        The report; its `id` is the draft's, else the digest.

    >>> build_report(Draft("Talks began."), Given(outlet="Example Herald")).outlet
    'Example Herald'
    """
    text, replaced = clean_text(draft.text)
    known = _clean_known(known)
    found = label_parts(text, title=known.title) if labelled else NOTHING_LABELLED
    digest = digest_of(text, known)
    return Report(
        id=clean_text(draft.id)[0] if draft.id else digest,
        digest=digest,
        text=text,
        source=clean_text(draft.source)[0],
        outlet=known.outlet or found.outlet,
        url=known.url,
        title=known.title or found.title,
        byline=known.byline or found.byline,
        published=known.published or found.published,
        language=known.language,
        parts=found.parts,
        flags=tuple(sorted({*draft.flags, *replaced, *flag_text(text)})),
        runs=draft.runs,
    )


def digest_of(text: str, known: Given) -> str:
    """The digest of a report: SHA-256, in hexadecimal, of a JSON array in UTF-8 without spaces.

    The array holds text, outlet, url, title, byline, published (as ISO 8601) and language, null where one is not known.

    >>> digest_of("Talks began.", Given())[:12]
    'a0c83649b164'
    """
    published = known.published.iso if known.published else None
    fields = [text, known.outlet, known.url, known.title, known.byline, published, known.language]
    return hashlib.sha256(orjson.dumps(fields)).hexdigest()


def _clean_known(known: Given) -> Given:
    """Metadata without white space around it and without characters that no store accepts; empty means not known."""
    texts = (known.outlet, known.title, known.byline, known.url, known.language)
    outlet, title, byline, url, language = [clean_text(text)[0].strip() or None if text else None for text in texts]
    return Given(outlet, known.published, title, byline, url, language)
