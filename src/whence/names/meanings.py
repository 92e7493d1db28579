"""Meanings: what a walk through a scene knows at each place, and how a speaker is put together with the evidence."""

from __future__ import annotations

from bisect import bisect_left

from whence.names.listed import name_key
from whence.names.salience import UNSURE, Salience
from whence.names.scene import Scene
from whence.names.sources import HE, Head
from whence.records import Evidence, Speaker


class Meanings:
    """The state of a walk: who is salient, what earlier pronouns were found to mean, who spoke last.

    `last` holds the speakers of the attribution before, outside quotations, and `last_start` where its source stands.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene, self.text = scene, scene.report.text
        self.people = frozenset(number for number, name in enumerate(scene.names) if name.kind == "person")
        self.bodies = frozenset(n for n, name in enumerate(scene.names) if name.kind not in ("person", "unknown"))
        self.by_name = {name.name: number for number, name in enumerate(scene.names)}
        self.salience = Salience()
        self.resolved: dict[int, int] = {}
        self.last: list[Speaker] = []
        self.last_start = 0
        self._by_noun: dict[str, list[tuple[int, int]]] = {}
        self._owned: dict[tuple[str, str], int] = {}
        self._index_bodies()

    def _index_bodies(self) -> None:
        """Bodies by the nouns of their names, with every place where they are named, and by noun and owner."""
        for mention in self.scene.mentions:
            if mention.name in self.bodies:
                words = [name_key(word) for word in self.scene.names[mention.name].name.split()]
                for word in words:
                    self._by_noun.setdefault(word, []).append((mention.start, mention.name))
                    self._owned.setdefault((words[-1], word), mention.name)

    def body_before(self, noun: str, position: int) -> int | None:
        """The body with a noun in its name that is named last before a position."""
        places = self._by_noun.get(noun, [])
        index = bisect_left(places, (position, -1))
        return places[index - 1][1] if index else None

    def owned_body(self, noun: str, owner: int) -> int | None:
        """The body that bears a person's surname: the campaign of Clinton."""
        return self._owned.get((noun, name_key(self.scene.names[owner].name.split()[-1])))

    def ranked(self, gender: str, position: int, left_out: frozenset[int] = frozenset()) -> list[tuple[float, int]]:
        """The people of a gender by salience; one whose gender nothing tells counts for less."""
        genders = self.scene.genders
        found = [
            (value * (1.0 if genders[n] or not gender else UNSURE), n)
            for value, n in self.salience.ranked(self.people, self.scene.sentence(position))
            if n not in left_out and (not gender or genders[n] in (gender, ""))
        ]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def ranked_bodies(self, position: int, least: float) -> list[tuple[float, int]]:
        """The organisations, outlets and metonyms that are salient enough, the most salient first."""
        return [pair for pair in self.salience.ranked(self.bodies, self.scene.sentence(position)) if pair[0] >= least]

    def named(self, head: Head, says: str, name: int) -> Speaker:
        """A speaker who is one of the names, with the evidence from the source to the fullest form."""
        source = self.scene.report.evidence(head.start, head.end)
        before = self.scene.before(name, head.start) if head.form != "mention" else None
        chain: dict[Evidence, None] = {source: None}
        chain |= {link: None for link in (before, self.scene.fullest[name]) if link is not None}
        if head.form == "pronoun":
            self.resolved[head.start] = name
        found = self.scene.names[name]
        return Speaker(found.name, found.kind, tuple(chain), says)

    def unknown(self, head: Head, says: str) -> Speaker:
        """A speaker whom the report does not let tell."""
        return Speaker(None, "unknown", (self.scene.report.evidence(head.start, head.end),), says)

    def shown(self, name: int) -> str:
        """A name as it is shown in a reason."""
        return self.scene.names[name].name


def gender_of_pronoun(word: str) -> str:
    """The gender of "he" or "she" in any case."""
    return "m" if word in HE else "f"
