"""Outlets: one name for an outlet however a corpus or a page writes it, and where a report names another outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.records import Report
from whence.text.spans import Span
from whence.text.wordlists import read_word_list
from whence.text.words import Words

_CODES = {code: name for code, _, name in (line.partition("|") for line in read_word_list("outlets"))}
_EDITION = re.compile(r" ?(?:[-–(].*|\b(?:online news|web news|online)\b.*)$", re.IGNORECASE)
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([\w.-]+?)\.(?:com|co\.uk|org|net|gov|edu|tv|us|info|uk)(?:[:/].*)?$")
_PLAIN = re.compile(r"[^a-z0-9]")
_SHORT = frozenset({"vox", "cnn", "bbc", "nbc", "abc", "cbs", "npr", "time"})
NAME_CHARACTERS = 200  # longer is no outlet's name
LEAST_IN_COMMON = 7  # letters of a stem that another ends or begins with: "gazettemail", not "post"
_NAME_WORDS = 4  # the longest outlet names: "Christian Science Monitor Online"


def outlet_stem(outlet: str | None) -> str:
    """An outlet's name in one form: lower case, run together, without "the", edition or domain.

    >>> outlet_stem("Fox Online News") == outlet_stem("www.foxnews.com") == outlet_stem("Fox News (Online)")
    True
    """
    if not outlet:
        return ""
    name = " ".join(outlet.split())[:NAME_CHARACTERS].lower()
    name = _CODES.get(_PLAIN.sub(" ", name).strip(), _CODES.get(name, name)).lower()
    domain = _DOMAIN.match(name)
    if domain:
        host = domain.group(1).split(".")[-1]
        name = _CODES.get(host, host).lower()
    else:
        name = _EDITION.sub("", name) or name
    stem = _PLAIN.sub("", name.removeprefix("the "))
    return {"fox": "foxnews", "bbc": "bbcnews"}.get(stem, stem)


def shown_outlet(outlet: str) -> str:
    """An outlet's name as it is shown: without the trappings of a domain, codes of corpora written out.

    >>> shown_outlet("www.whio.com:80"), shown_outlet("nyt"), shown_outlet("Fox News")
    ('whio', 'New York Times', 'Fox News')
    """
    domain = _DOMAIN.match(outlet.lower())
    name = domain.group(1).split(".")[-1] if domain else outlet
    known = _CODES.get(_PLAIN.sub(" ", name.lower()).strip())
    if known is None:
        return name
    return known if any(char.isupper() for char in known) else known.title()


def same_outlet_name(stem: str, other: str) -> bool:
    """Whether two stems name one outlet, of which one may carry its town or state as well.

    >>> same_outlet_name("wvgazettemail", "gazettemail"), same_outlet_name("washingtonpost", "post")
    (True, False)
    """
    short, long = sorted((stem, other), key=len)
    return short == long or (len(short) >= LEAST_IN_COMMON and (long.endswith(short) or long.startswith(short)))


def outlet_mentions(report: Report, words: Words, stem: str) -> tuple[Span, ...]:
    """Where a report names an outlet, in capitals as names are written.

    Args:
        report: the report to read.
        words: its words.
        stem: the outlet's stem (`outlet_stem`).

    Returns:
        The spans of the names found; none for a stem too short to be told from an ordinary word.

    >>> from whence.text.words import split_words
    >>> text = "He told Fox News on Monday."
    >>> outlet_mentions(Report("a", "a", text), split_words(text), "foxnews")
    (Span(start=8, end=16),)
    """
    if len(stem) < 5 and stem not in _SHORT - {"time"}:
        return ()
    return tuple(_find(report.text, words, stem))


def _find(text: str, words: Words, stem: str) -> Iterator[Span]:
    """The runs of capitalised words that, run together, are the stem, with "The" or ".com" or "News" allowed around."""
    forms = {stem, stem.removesuffix("news")} if len(stem.removesuffix("news")) > 2 else {stem}
    openings = {form[:size] for form in forms for size in range(1, len(form) + 1)}
    for first, key in enumerate(words.keys):
        if key not in openings or not text[words.starts[first]].isupper():
            continue
        joined, found = "", -1
        for last in range(first, min(first + _NAME_WORDS, len(words.keys))):
            joined += _PLAIN.sub("", words.keys[last])
            if joined in forms and text[words.starts[last]].isupper():
                found = last
        if found >= 0:
            yield words.span(first, found + 1)
