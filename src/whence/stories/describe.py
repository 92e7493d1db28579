"""Stories in words: the headline most central to a story, and the names that most of its reports have."""

from __future__ import annotations

from collections import Counter

import numpy as np

from whence.names.listed import PLACES, ROLES, name_key
from whence.stories.grouper import Grouper
from whence.stories.terms import FULL_NAMES, NAMES, WORDS

MOST_NAMES = 6
MOST_DAYS = 3
NAMED_BY = 0.5  # of the sampled reports have a name that the story is shown with


def central_report(grouper: Grouper, story: int) -> int:
    """The member that shares most words with the others that are sampled; of equals the first."""
    members = grouper.sample(story)
    if len(members) < 3:
        return members[0] if members else story
    others = np.array(members, np.int64)
    likeness = [
        grouper.vectors.compare(grouper.vectors.of(member), others, grouper.counts).cosines[:, WORDS].sum()
        for member in members
    ]
    return members[int(np.argmax(likeness))]


def names_of(grouper: Grouper, story: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The full names, and the places, that at least half of a story's sampled reports have; the commonest first.

    What one of two reports alone names is as often its author or its photographer as somebody of the story.
    """
    members = grouper.sample(story)
    full, words = (_common(grouper, members, field) for field in (FULL_NAMES, NAMES))
    places = [PLACES[name_key(name)].title() for name in (*words, *full) if name_key(name) in PLACES]
    names = [shown for name in full if name_key(name) not in PLACES for shown in [_without_roles(name)] if shown]
    return tuple(dict.fromkeys(names))[:MOST_NAMES], tuple(dict.fromkeys(places))[:MOST_NAMES]


def named_days_of(grouper: Grouper, story: int) -> tuple[int, ...]:
    """The days (proleptic ordinals) that most of a story's reports name by their weekday."""
    members = grouper.sample(story)
    counts = Counter(day for member in members for day in grouper.named_days[member])
    return tuple(sorted(day for day, count in counts.most_common(MOST_DAYS) if count >= NAMED_BY * len(members)))


def _without_roles(name: str) -> str | None:
    """A name without the roles and nations before it; None where no name of two words is left, or all is in capitals.

    >>> _without_roles("President Jane Roe"), _without_roles("President Roe")
    ('Jane Roe', None)
    """
    words = name.split()
    while words and (name_key(words[0]) in PLACES or name_key(words[0].split("-")[0]) in ROLES):
        words = words[1:]
    return " ".join(words) if len(words) > 1 and not name.isupper() else None


def _common(grouper: Grouper, members: list[int], field: int) -> list[str]:
    """Terms of a field that at least half of some reports have, two of them at least where there are two."""
    counts: Counter[int] = Counter()
    for member in members:
        terms, _ = grouper.vectors.field(member, field)
        counts.update(terms.tolist())
    common = sorted((-count, grouper.counts.name(term)) for term, count in counts.items())
    least = max(NAMED_BY * len(members), min(2, len(members)))
    return [name for count, name in common if -count >= least]
