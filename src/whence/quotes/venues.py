"""Venues: outlets, platforms, documents, events and places, as noun phrases name them."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.quotes.scene import Scene
from whence.records import VenueKind
from whence.text.wordlists import read_word_list

_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|\d{1,2}))?")
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "this", "that"])


class Found(NamedTuple):
    """A venue found: its tokens, its kind, and the name that stands for it."""

    first: int
    last: int
    kind: VenueKind
    name: str


Table = dict[str, list[tuple[tuple[str, ...], str]]]


def _table(rows: dict[str, str], *, folded: bool) -> Table:
    """Forms by their first word, the longest first."""
    table: Table = {}
    for form in sorted(rows, key=lambda one: (-len(one.split()), one)):
        words = tuple((form.lower() if folded else form).split())
        table.setdefault(words[0], []).append((words, rows[form]))
    return table


def _outlets() -> dict[str, str]:
    """Every form of an outlet's or programme's name, and the name shown."""
    forms: dict[str, str] = {}
    for name in ("outlet_names", "programmes", "agencies"):
        for line in read_word_list(name):
            shown, *others = line.split("|")
            for form in (shown, *others):
                forms.setdefault(form, shown)
    return forms


def _nouns() -> tuple[dict[str, str], frozenset[str]]:
    """The kind of each venue noun."""
    kinds: dict[str, str] = {}
    for line in read_word_list("venue_nouns"):
        kind, *nouns = line.split("|")
        kinds.update(dict.fromkeys(nouns, kind))
    return kinds, frozenset(noun.split()[-1] for noun in kinds)


_OUTLETS = _table(_outlets(), folded=False)
_ENDINGS = frozenset(read_word_list("outlet_endings"))
_PLATFORMS = {form: line.split("|")[0] for line in read_word_list("platforms") for form in line.split("|")}
_NOUNS, _LAST_NOUNS = _nouns()
_KINDS: dict[str, VenueKind] = {
    "event": "event", "document": "document", "outlet": "outlet", "place": "place", "platform": "platform",
}  # fmt: skip
_LONGEST_NOUN = max(len(noun.split()) for noun in _NOUNS)


def find_platform(scene: Scene, first: int, last: int) -> Found | None:
    """The first platform that tokens name: "Twitter", "a tweet"; "X" and other plain words only where they stand alone.

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> find_platform(read_scene("in a tweet", Span(0, 10), ()), 1, 3).name
    'Twitter'
    """
    for token in range(first, last):
        pair = " ".join(scene.words[token : min(token + 2, last)])
        if pair in _PLATFORMS and " " in pair:
            return Found(token, token + 2, "platform", _PLATFORMS[pair])
        word = scene.words[token]
        if word in _PLATFORMS and (len(word) > 6 or not word[0].isupper() or last - first <= 2 or word == "Reddit"):
            return Found(token, token + 1, "platform", _PLATFORMS[word])
    return None


def find_outlet(scene: Scene, first: int, last: int) -> Found | None:
    """The outlet or programme that tokens name: listed, or by the last word of a name in capitals ("Troy Gazette").

    A programme of an outlet is taken with it: "NBC’s “Meet the Press”".

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> find_outlet(read_scene("with the Troy Gazette", Span(0, 21), ()), 1, 4).name
    'Troy Gazette'
    """
    for token in range(first, last):
        if not (scene.capital(token) or scene.words[token][0].isdigit()):
            continue
        found = _listed(scene, token, last) or _outlet_like(scene, token, last)
        if found:
            return _with_programme(scene, found, last)
    return None


def _listed(scene: Scene, token: int, last: int) -> Found | None:
    """The longest listed name that begins at a token."""
    for words, shown in _OUTLETS.get(scene.words[token], ()):
        end = token + len(words)
        if len(words) == 1 and token and _names_person(scene, token):
            continue
        if end <= last and tuple(word.replace("’", "'") for word in scene.words[token:end]) == words:
            longer = end < last and scene.capital(end) and len(words) == 1 and scene.key(token - 1) not in _DETERMINERS
            if not (longer and words[0].istitle()) or scene.words[end] in _ENDINGS:
                return Found(token, end, "outlet", shown)
    return None


def _names_person(scene: Scene, token: int) -> bool:
    """Whether a word is a surname, by the title or the first name before it: "Mr. Hannity", "Sean Hannity"."""
    before = scene.keys[token - 1]
    title = before == "." and scene.key(token - 2) in ("mr", "mrs", "ms", "dr", "sen", "rep", "gov")
    return title or (scene.capital(token - 1) and before not in _DETERMINERS and scene.words[token].istitle())


def _outlet_like(scene: Scene, token: int, last: int) -> Found | None:
    """A name in capitals whose last word ends outlets' names, or a call sign."""
    if _STATION.fullmatch(scene.words[token]) and scene.words[token].isupper():
        return Found(token, token + 1, "outlet", scene.words[token])
    end = token
    while end < last and scene.capital(end) and end not in scene.days:
        end += 1
    if end < last and scene.words[end] in _ENDINGS:
        end += 1
    while end > token and scene.words[end - 1].rpartition("-")[2] not in _ENDINGS:
        end -= 1
    alone = end - token == 1 and not (scene.key(token - 1) == "the" and scene.words[token] not in ("Press", "Daily"))
    if end == token or alone or (scene.key(token) == "the" and end - token < 2):
        return None
    first = token + (scene.key(token) == "the")
    return Found(first, end, "outlet", " ".join(scene.words[first:end]))


def _with_programme(scene: Scene, found: Found, last: int) -> Found:
    """An outlet with the programme after it: "CNN’s “New Day”", "NBC’s Meet the Press"."""
    token = found.last
    while token < last and scene.keys[token] in ("'s", "'", "’") and scene.title_end(token) is None:
        token += 1
    title = scene.title_end(token) if token < last else None
    if title is not None and title <= last:
        end = title - 1 if scene.keys[title - 1] in (",", ".") else title
        return Found(found.first, end, "outlet", " ".join(scene.words[token + 1 : end]))
    programme = _listed(scene, token, last) if token < last and token > found.last else None
    return Found(found.first, programme.last, "outlet", programme.name) if programme else found


def find_venue_noun(scene: Scene, first: int, last: int) -> Found | None:
    """The noun that heads a phrase and names a venue: "a heated news conference" is a "news conference".

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> find_venue_noun(read_scene("at a heated news conference", Span(0, 27), ()), 1, 5).name
    'news conference'
    """
    if last <= first or scene.keys[last - 1] not in _LAST_NOUNS:
        return None
    for size in range(min(_LONGEST_NOUN, last - first), 0, -1):
        noun = " ".join(scene.keys[last - size : last])
        if noun in _NOUNS:
            begin = last - size
            while (
                scene.capital(last - 1) and begin > first and scene.capital(begin - 1) and begin - 1 not in scene.days
            ):
                begin -= 1  # "the Democratic National Convention"
            return Found(begin, last, _KINDS[_NOUNS[noun]], " ".join(scene.words[begin:last]))
    return None


def is_venue_noun(key: str) -> bool:
    """Whether a word ends the name of a kind of venue.

    >>> is_venue_noun("conference"), is_venue_noun("house")
    (True, False)
    """
    return key in _LAST_NOUNS


def find_place(scene: Scene, first: int, last: int) -> Found | None:
    """A name in capitals, "the" allowed before it, that stands where a place does.

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> find_place(read_scene("at the White House", Span(0, 18), ()), 1, 4).name
    'White House'
    """
    start = first
    while start < last and scene.keys[start] in ("the", "downtown", "nearby", "central", "northern", "southern"):
        start += 1
    if start == last or (scene.words[start].isupper() and len(scene.words[start]) > 3):
        return None
    if not all(scene.capital(token) or scene.keys[token] in (".", "'s") for token in range(start, last)):
        return None
    return Found(start, last, "place", " ".join(scene.words[start:last]).replace(" .", "."))
