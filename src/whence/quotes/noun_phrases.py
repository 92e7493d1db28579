"""Noun phrases, found without a parser: from a word on to the first word or sign that cannot belong to one."""

from __future__ import annotations

from whence.quotes.cues import is_cue
from whence.quotes.scene import Scene
from whence.quotes.venues import is_venue_noun
from whence.records import Time
from whence.text.wordlists import read_word_list

PHRASE_TOKENS = 14  # a bound: on PolNeAR train 10 to 20 give the same settings, 8 cuts four phrases of 9,720
_INSIDE = frozenset(
    ["a", "an", "the", "this", "these", "those", "his", "her", "their", "its", "our", "my", "your", "one", "another",
     "some", "any", "each", "all", "other", "more", "most", "very", "first", "many", "several", "both", "no", "late",
     "early", "me", "him", "them", "us", "you", "it"]
)  # fmt: skip
_DETERMINERS = frozenset(["a", "an", "the", "his", "their", "its", "our", "my", "your"])
_LOOSE = frozenset([".", "'s", "’", "'", "-", "and", "&", ","])
PUBLISHED = frozenset(
    ["aired", "airing", "released", "broadcast", "published", "posted", "issued", "taped", "recorded", "conducted",
     "sent", "filed", "provided", "obtained", "delivered", "dated", "circulated", "shared", "hosted", "sponsored",
     "moderated", "televised", "given", "held", "made", "emailed", "appearing"]
)  # fmt: skip
_ADJECTIVES = ("ing", "ed", "al", "ive", "ous", "ful", "ic", "ish", "long")
_PRONOUNS = frozenset(["me", "him", "them", "us", "you", "it", "myself", "himself", "herself", "themselves"])
_STOPS = frozenset(word for line in read_word_list("function_words") for word in line.split()) - _INSIDE
_ABBREVIATED = frozenset(
    ["mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "st", "rev", "prof"]
)
_NOUN_CUES = frozenset(["state", "appeal", "answer", "comment", "estimate", "promise", "pledge", "claim"])


def phrase_end(scene: Scene, token: int, limit: int) -> tuple[int, Time | None]:
    """Where a noun phrase that begins at a token ends, and the phrase of time inside it ("Tuesday's debate").

    Args:
        scene: the sentence.
        token: the first token of the phrase.
        limit: the token at which the phrase must end at the latest, the beginning of a content.

    Returns:
        The token after the phrase, `token` itself where none begins there; and the days named within, else None.

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> scene = read_scene("told the raucous crowd in Troy", Span(0, 30), ())
    >>> phrase_end(scene, 1, 6)[0]
    4
    """
    first, last, days = token, min(limit, len(scene.keys), token + PHRASE_TOKENS), None
    while token < last:
        key = scene.keys[token]
        if key in _PRONOUNS:
            return (token + 1 if token == first else token), days
        if token in scene.days:
            end = _time_end(scene, token)
            if end is None:
                break
            days, token = scene.days[token][0], end
            continue
        title = scene.title_end(token)
        if title is not None:
            token = min(title + 1, last)
            continue
        if not _belongs(scene, first, token):
            break
        token += 1
    while token > first and (scene.keys[token - 1] in _LOOSE or scene.keys[token - 1] in _DETERMINERS):
        token -= 1
    return token, days


def _time_end(scene: Scene, token: int) -> int | None:
    """The token after a phrase of time inside a noun phrase: "a Friday tweet", "Tuesday night's debate"; else None."""
    end = scene.days[token][1]
    if scene.key(end) == "'s":
        return end + 1
    lead = scene.key(token - 1)
    if lead in _DETERMINERS and scene.key(end) == "," and scene.keys[end - 1].isdigit() and scene.capital(end + 1):
        return end + 1  # "our April 22, 2015, Troy Gazette op-ed"
    if lead in ("a", "the", "his", "her", "their", "its", "our", "my", "'s") and scene.key(end)[:1].isalpha():
        return None if scene.key(end) in _STOPS or end in scene.days else end
    return None


def _belongs(scene: Scene, first: int, token: int) -> bool:
    """Whether a token may belong to a noun phrase that began at `first`."""
    key = scene.keys[token]
    if key == "'s":
        return token > first
    if key in ("'", "’"):
        return token > first and scene.keys[token - 1].endswith("s") and scene.capital(token - 1)
    if key == ".":
        return scene.keys[token - 1] in _ABBREVIATED and token > first
    if key in ("and", "&"):
        return token > first and scene.capital(token - 1) and scene.capital(token + 1)
    if key == ",":
        return _joins_adjectives(scene, first, token)
    if not (key[0].isalnum() or key[0] == "@"):
        return False
    if key in _STOPS:
        return False
    if key in PUBLISHED and token > first and (scene.capital(token - 1) or is_venue_noun(scene.keys[token - 1])):
        return False  # "a letter dated Tuesday", "CNN's Ann Lee aired on Sunday"
    if scene.capital(token):
        return True
    after_determiner = scene.keys[token - 1] in _DETERMINERS
    noun = not is_cue(key) or key in _NOUN_CUES or is_venue_noun(key)
    return noun and not (key.endswith("ly") and token > first and not after_determiner and not is_venue_noun(key))


def _joins_adjectives(scene: Scene, first: int, token: int) -> bool:
    """Whether a comma stands between two adjectives: "a wide-ranging, hour-long interview"."""
    if scene.keys[first] not in ("a", "an", "the") or token - first > 3 or scene.capital(token + 1):
        return False
    following = scene.key(token + 1)
    return scene.keys[token - 1].endswith(_ADJECTIVES) and following[:1].isalpha() and following not in _STOPS
