"""Identity: which names of several reports are one person or one body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.names.genders import gender_of
from whence.names.listed import name_key
from whence.names.spelling import same_firsts, split_name, suffix_of
from whence.records import Name

BEARERS = 20  # of one surname who are told apart across reports; a bound for hostile text


@dataclass(slots=True, eq=False)
class _Identity:
    """A person across reports: every first name met, gender, generation, and the fullest form."""

    shown: str
    firsts: list[tuple[str, ...]] = field(default_factory=list)
    gender: str = ""
    suffix: str = ""

    def fits(self, firsts: tuple[str, ...], gender: str, suffix: str) -> bool:
        """Whether a full name can be this person's: no first name, gender or generation speaks against it."""
        if (gender and self.gender and gender != self.gender) or suffix != self.suffix:
            return False
        return all(same_firsts(own, firsts) for own in self.firsts)

    def join(self, name: Name, firsts: tuple[str, ...], gender: str) -> None:
        """Take in one more name; the form with the most letters is shown."""
        if firsts not in self.firsts:
            self.firsts.append(firsts)
        self.gender = self.gender or gender
        self.shown = max(self.shown, name.name, key=lambda form: (len(form.split()), len(form)))


def same_names(reports_names: Sequence[tuple[Name, ...]]) -> tuple[tuple[str, ...], ...]:
    """One canonical name for everybody across reports, parallel to each report's names.

    People are one by surname and first names, in any spelling, with middle names and initials optional. Another first
    name, another gender or another generation keeps them apart. A bare surname joins the one full name that fits it in
    all the reports; where two fit, or the gender speaks against it, it stays a name of its own. Bodies are one by name.

    Args:
        reports_names: for each report its names, from `find_names`.

    Returns:
        For each report a canonical name for each of its names; equal where they are the same. Of two people whose
        fullest form is the same, the later carries a number: "John Lee (2)".

    >>> from whence.names.find import find_names
    >>> from whence.records import Report
    >>> texts = ["Sen. Ana B. Roe spoke.", "Mrs. Roe said no. Roe left."]
    >>> same_names([find_names(Report("r", "r", text)) for text in texts])
    (('Ana B. Roe',), ('Ana B. Roe',))
    """
    bearers: dict[str, list[_Identity]] = {}
    chosen: dict[tuple[int, int], _Identity] = {}
    bodies: dict[str, str] = {}
    bare: list[tuple[int, int, Name]] = []
    for report, names in enumerate(reports_names):
        for place, name in enumerate(names):
            if name.kind != "person":
                bodies.setdefault(_body_key(name), name.name)
            elif split_name(_keys(name))[0]:
                chosen[report, place] = _join_full(bearers, name)
            else:
                bare.append((report, place, name))
    known = {surname: tuple(found) for surname, found in bearers.items()}
    alone: dict[tuple[str, str], _Identity] = {}
    for report, place, name in bare:
        chosen[report, place] = _join_bare(known, alone, name)
    shown = _distinct(chosen)
    return tuple(
        tuple(
            shown[id(chosen[report, place])] if name.kind == "person" else bodies[_body_key(name)]
            for place, name in enumerate(names)
        )
        for report, names in enumerate(reports_names)
    )


def _keys(name: Name) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(name_key(word) for word in name.name.split())


def _body_key(name: Name) -> str:
    """The form under which bodies are one: folded, without "the"."""
    return " ".join(_keys(name)).removeprefix("the ")


def _join_full(bearers: dict[str, list[_Identity]], name: Name) -> _Identity:
    """The identity that a full name belongs to: the only one that it fits, else a new one."""
    keys = _keys(name)
    firsts, surname = split_name(keys)
    gender, suffix = gender_of(name.name, name.also), suffix_of(keys)
    found = bearers.setdefault(surname, [])
    fitting = [identity for identity in found if identity.fits(firsts, gender, suffix)]
    if len(fitting) == 1:
        identity = fitting[0]
    else:
        identity = _Identity(name.name, suffix=suffix)
        if len(found) < BEARERS:
            found.append(identity)
    identity.join(name, firsts, gender)
    return identity


def _join_bare(
    known: dict[str, tuple[_Identity, ...]], alone: dict[tuple[str, str], _Identity], name: Name
) -> _Identity:
    """The identity of a bare surname: the only full name of it, if the gender does not speak against it."""
    surname = split_name(_keys(name))[1]
    gender = gender_of("", name.also)
    found = known.get(surname, ())
    if len(found) == 1 and not (gender and found[0].gender and gender != found[0].gender):
        return found[0]
    return alone.setdefault((surname, gender if found else ""), _Identity(name.name, gender=gender))


def _distinct(chosen: dict[tuple[int, int], _Identity]) -> dict[int, str]:
    """A canonical name for each identity, by its id; a form already taken gets a number."""
    shown: dict[int, str] = {}
    taken: dict[str, int] = {}
    for key in sorted(chosen):
        identity = chosen[key]
        if id(identity) not in shown:
            taken[identity.shown] = taken.get(identity.shown, 0) + 1
            number = taken[identity.shown]
            shown[id(identity)] = identity.shown if number == 1 else f"{identity.shown} ({number})"
    return shown
