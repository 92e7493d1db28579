"""Pieces of a run of capitalised words: a person with a title, an organisation, an outlet, or nothing."""

from __future__ import annotations

from typing import NamedTuple

from whence.names.listed import (
    AGENCIES,
    DATE_WORDS,
    FIRST_NAMES,
    METONYMS,
    NOT_PEOPLE,
    OPENERS,
    ORGANISATION_WORDS,
    OUTLETS,
    PLACES,
    ROLES,
)
from whence.names.runs import Run
from whence.records import NameKind

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_PARTICLES = frozenset(["de", "del", "der", "den", "van", "von", "bin", "ibn", "da", "dos", "du", "la", "le", "di"])
_JOINERS = frozenset(["of", "for", "on"])
_NOT_ACRONYMS = frozenset(
    [
        "I",
        "US",
        "USA",
        "UK",
        "EU",
        "PM",
        "AM",
        "TV",
        "CEO",
        "PR",
        "ID",
        "OK",
        "DC",
        "NYC",
        "LA",
        "ET",
        "EST",
        "EDT",
        "GMT",
        "PST",
        "A",
        "AND",
        "THE",
        "VP",
        "MP",
        "MD",
        "PHD",
        "II",
        "III",
        "IV",
        "JR",
        "SR",
    ]
)
_PERSON_WORDS = 5  # "Ayatollah | Sayyid Ali Hosseini Khamenei" has 4; a judgement, since longer ones are not looked for


class Piece(NamedTuple):
    """Words `first` to `last` of a run that may name somebody; `title_from` is where their title begins.

    `strong` tells that the words alone show the kind: a first name, a title, a listed name.
    """

    kind: NameKind
    first: int
    last: int
    title_from: int
    strong: bool


def read_pieces(run: Run) -> list[Piece]:
    """What a run may name.

    >>> from whence.names.runs import find_runs
    >>> run, = find_runs("Vermont Sen. Bernie Sanders")
    >>> [run.words[p.first : p.last] for p in read_pieces(run)]
    [('Bernie', 'Sanders')]
    """
    first, last = _strip(run, 0, len(run.keys))
    return _read(run, first, last) if first < last else []


def _strip(run: Run, first: int, last: int) -> tuple[int, int]:
    """A range without words that only open a sentence and without days and months at either end."""
    keys = run.keys
    while first < last and not _opens_place(keys, first, last) and run.words[first] != "U.S.":
        key, named = keys[first], keys[first] in FIRST_NAMES and last - first > 1
        small = run.words[first][0].islower()  # joins nothing any more: its surname takes it up again
        if not (small or key in _JOINERS or (key in OPENERS and not named) or (key in DATE_WORDS and not named)):
            break
        first += 1
    while first < last and keys[last - 1] in DATE_WORDS and last - first > 1:
        last -= 1
    while first < last and keys[last - 1] in _JOINERS:
        last -= 1
    return first, last


def _opens_place(keys: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a word that could open a sentence begins the name of a place or an outlet: "New York Times"."""
    return keys[first] == "new" and first + 1 < last


def _read(run: Run, first: int, last: int) -> list[Piece]:
    """The pieces in one range of a run."""
    listed = _listed(run, first, last)
    if listed:
        rest, end = _strip(run, listed.last, last)
        after = [piece for piece in _read(run, rest, end) if piece.kind == "person"] if rest < end else []
        return after or [listed]
    keys = run.keys
    joint = next((i for i in range(first + 1, last) if keys[i] in _JOINERS), None)
    if joint is None:
        return _read_plain(run, first, last)
    if keys[joint - 1] in ORGANISATION_WORDS and keys[joint - 1] not in ROLES and keys[joint] != "on":
        return [Piece("organisation", first, last, first, True)]
    if keys[joint - 1] in ROLES and keys[joint] == "of":
        return _after_office(run, first, joint + 1, last)
    return _read_plain(run, first, joint) + _read(run, *_strip(run, joint + 1, last))


def _listed(run: Run, first: int, last: int) -> Piece | None:
    """A listed outlet, agency or metonym at the start of a range, the longest that fits."""
    for end in range(min(last, first + 5), first, -1):
        form = " ".join(run.words[first:end])
        kinds: tuple[tuple[NameKind, dict[str, str]], ...] = (
            ("metonym", METONYMS), ("agency", AGENCIES), ("outlet", OUTLETS),
        )  # fmt: skip
        for kind, table in kinds:
            if form in table:
                return Piece(kind, first, end, first, True)
    return None


def _after_office(run: Run, first: int, start: int, last: int) -> list[Piece]:
    """The person after an office: "Secretary of State | John Kerry"; none where the office stands alone."""
    keys = run.keys
    start += start < last and keys[start] == "the"
    named = next((i for i in range(start, last - 1) if keys[i] in FIRST_NAMES), None)
    if named is None and last - start == 2 and keys[start] in ("state", "defense", "defence", "labor", "commerce"):
        named = start + 1
    if named is None and last - start > 2:
        named = last - 2
    return [Piece("person", named, last, first, True)] if named is not None else []


def _read_plain(run: Run, first: int, last: int) -> list[Piece]:
    """The piece in a range without joining words."""
    keys = run.keys
    if first >= last:
        return []
    title = _title_end(keys, first, last)
    if keys[last - 1] in ORGANISATION_WORDS and last - first > 1:
        return [Piece("organisation", first, last, first, True)]
    if title > first:
        return _titled(run, first, title, last)
    while last - first > 2 and (keys[first] in PLACES or (run.words[first].isupper() and len(keys[first]) > 2)):
        first += 1
    if last - first > 2 and keys[first] not in FIRST_NAMES and len(keys[first]) > 1 and keys[first + 1] in FIRST_NAMES:
        first += 1  # "Hold Melania Trump to account": a verb opened the sentence
    if last - first == 1:
        return _single(run, first)
    if " ".join(keys[first:last]) in PLACES or not _may_be_person(keys, first, last):
        return []
    strong = keys[first] in FIRST_NAMES or len(keys[first]) == 1
    return [Piece("person", first, last, first, strong)]


def _titled(run: Run, first: int, title: int, last: int) -> list[Piece]:
    """A person after a title; nobody where the title stands alone."""
    if title == last or not _may_be_person(run.keys, title, last) or (last - title == 1 and run.keys[title] in PLACES):
        return []
    alone = last - title == 1
    honest = not alone or run.words[title - 1].endswith(".") or title - first == 1 or run.keys[title - 1] != "president"
    return [Piece("person", title, last, first, honest)]


def _title_end(keys: tuple[str, ...], first: int, last: int) -> int:
    """The word after the last title of a range: `first` where there is none; a surname ("Steve King") is no title."""
    for i in range(last - 1, first - 1, -1):
        role = keys[i] if keys[i] in ROLES else ""
        if role and not (i > first and keys[i - 1] in FIRST_NAMES and keys[i - 1] not in ROLES):
            return i + 1
    return first


def _may_be_person(keys: tuple[str, ...], first: int, last: int) -> bool:
    """Whether words can be a person's name: few enough, none of a thing's."""
    if last - first > _PERSON_WORDS or keys[last - 1] in NOT_PEOPLE or keys[first] in ("the", "&"):
        return False
    if keys[last - 1] in PLACES and keys[first] not in FIRST_NAMES:
        return False
    rest = keys[first + 1 : last] if keys[first] in FIRST_NAMES else keys[first:last]
    return not any(key in DATE_WORDS or key in ORGANISATION_WORDS or key == "&" for key in rest)


def _single(run: Run, index: int) -> list[Piece]:
    """A single word: an acronym, or what may be a surname."""
    word, key = run.words[index], run.keys[index]
    if key in PLACES and key not in FIRST_NAMES and key not in ("christian", "jordan"):
        return []
    if key in ORGANISATION_WORDS and key not in ("congress", "senate"):
        return []
    if word.isupper() and 2 <= len(key) <= 6 and word not in _NOT_ACRONYMS and not run.in_title:
        return [Piece("organisation", index, index + 1, index, False)]
    if len(key) < 2 or key in NOT_PEOPLE or key in ROLES or key in DATE_WORDS or key in ORGANISATION_WORDS:
        return [Piece("organisation", index, index + 1, index, True)] if key in ("congress", "senate") else []
    return [Piece("person", index, index + 1, index, False)]


def is_suffix(key: str) -> bool:
    """Whether a word follows a name without being the surname: "Jr.", "III"."""
    return key in _SUFFIXES


def is_particle(key: str) -> bool:
    """Whether a small word belongs to the surname after it: "de", "van"."""
    return key in _PARTICLES
