"""Organisations, outlets, agencies and metonyms: which sightings are one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.names.listed import AGENCIES, METONYMS, OUTLETS
from whence.names.people import Person
from whence.names.sightings import Sighting
from whence.records import NameKind

_SMALL = frozenset(["of", "the", "for", "on", "and", "&"])


@dataclass(slots=True)
class Body:
    """An organisation, outlet, agency or metonym while the report is read."""

    kind: NameKind
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[tuple[int, int]] = field(default_factory=list)
    listed: str = ""

    @property
    def name(self) -> str:
        """The listed name, else the longest form met."""
        return self.listed or max(self.forms, key=lambda form: (len(form.split()), self.forms[form]))

    def add(self, form: str, start: int, end: int) -> None:
        """Take in one more place where it is named."""
        self.forms[form] += 1
        self.spans.append((start, end))


def gather_bodies(sightings: Iterable[Sighting], owners: dict[int, Person]) -> list[Body]:
    """The organisations, outlets, agencies and metonyms that the sightings name.

    Args:
        sightings: the sightings of a report.
        owners: the person named at a sighting's start, for "the Clinton campaign" and "Clinton's campaign", which are
            one body of their own.
    """
    bodies: dict[tuple[str, ...], Body] = {}
    acronyms: dict[str, Body] = {}
    for sighting in sightings:
        if sighting.body and sighting.start in owners:
            owner = owners[sighting.start]
            form = " ".join((*sighting.words, sighting.body))
            body = bodies.setdefault((owner.surname, sighting.body), Body("organisation"))
            body.add(form, sighting.start, sighting.body_end)
        elif sighting.kind not in ("person", "unknown"):
            _add(sighting, bodies, acronyms)
    return list(bodies.values())


def _add(sighting: Sighting, bodies: dict[tuple[str, ...], Body], acronyms: dict[str, Body]) -> None:
    """One sighting joins its body, by its listed name, its words or its initials."""
    form = " ".join(sighting.words)
    listed = METONYMS.get(form) or AGENCIES.get(form) or OUTLETS.get(form) or ""
    key = (listed,) if listed else sighting.keys
    if not listed and (sighting.keys[-2:][0], sighting.keys[-1]) in bodies:
        key = sighting.keys[-2:]  # "Obama Administration" is "Obama administration"
    if not listed and len(sighting.keys) == 1 and form in acronyms:
        body = acronyms[form]
    else:
        body = bodies.setdefault(key, Body(sighting.kind, listed=listed))
    body.add(form, sighting.start, sighting.end)
    if len(sighting.keys) > 2 and not listed:
        acronyms.setdefault("".join(word[0] for word in sighting.words if word not in _SMALL), body)
