"""Finding names: the people, organisations, outlets, agencies and metonyms that a report names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whence.names.organisations import Body, gather_bodies
from whence.names.people import People, Person, gather_people
from whence.names.pieces import is_particle
from whence.names.roles import find_descriptions, tie_roles
from whence.names.runs import Run
from whence.names.sightings import Sighting, see_names
from whence.names.spelling import surname_key
from whence.records import Mention, Name, Report

ALSO_FORMS = 12  # other forms kept of a name: a person has at most 7 in PolNeAR train


def find_names(report: Report) -> tuple[Name, ...]:
    """The names in a report, in the order in which they first stand, each with all its mentions.

    Args:
        report: the report; bylines, credits and furniture are left out, captions are read.

    Returns:
        Names with their fullest form. A description ("the Vermont senator") is a mention only where the report itself
        ties it to the name.

    >>> text = "Sen. Ana Roe of Vermont spoke. “No,” Roe said. The Vermont senator left for CNN."
    >>> [(n.name, n.kind, [m.evidence.exact for m in n.mentions]) for n in find_names(Report("a", "a", text))]
    [('Ana Roe', 'person', ['Ana Roe', 'Roe', 'The Vermont senator']), ('CNN', 'outlet', ['CNN'])]
    """
    sightings, titles = see_names(report)
    people = gather_people(sightings, report.text)
    ties, phrases = tie_roles(report.text, people.found)
    owners = {sighting.start: person for person in people.found for sighting in person.sightings}
    others: dict[int, list[Mention]] = {}
    for start, end, person in _in_titles(titles, people):
        others.setdefault(id(person), []).append(Mention("name", report.evidence(start, end)))
    for start, end, number in find_descriptions(report.text, people.found, ties):
        mention = Mention("description", report.evidence(start, end))
        others.setdefault(id(people.found[number]), []).append(mention)
    names = [
        _person_name(report, person, others.get(id(person), []), given)
        for person, given in zip(people.found, phrases, strict=True)
    ]
    names += [_body_name(report, body) for body in gather_bodies(sightings, owners)]
    return tuple(sorted((name for name in names if name.mentions), key=lambda name: name.mentions[0].evidence.start))


def _person_name(report: Report, person: Person, others: list[Mention], phrases: Iterable[str]) -> Name:
    """A person as a name with mentions in the order of the text; "Clinton's campaign" is none of Clinton.

    The other forms are those met, those with titles, and the roles by which the report calls the person.
    """
    text, shown = report.text, person.name
    mentions = [
        Mention("name", report.evidence(_with_particle(text, s), s.end)) for s in person.sightings if not s.body
    ]
    mentions += others
    mentions.sort(key=lambda mention: mention.evidence.start)
    titled = (" ".join(text[s.titled : s.end].split()) for s in person.sightings if s.titled < s.start)
    forms = dict.fromkeys([*(" ".join(form) for form in person.forms), *titled])
    also = [form for form in forms if form != shown][:ALSO_FORMS]
    return Name(shown, "person", tuple(mentions), tuple(dict.fromkeys([*also, *sorted(phrases)[:ALSO_FORMS]])))


def _body_name(report: Report, body: Body) -> Name:
    """An organisation as a name."""
    mentions = tuple(Mention("name", report.evidence(start, end)) for start, end in body.spans)
    return Name(body.name, body.kind, mentions, tuple(form for form in body.forms if form != body.name)[:ALSO_FORMS])


def _with_particle(text: str, sighting: Sighting) -> int:
    """Where a surname alone begins with its particle: "de Blasio"."""
    start = sighting.start
    if len(sighting.keys) > 1 or start < 3 or text[start - 1] != " ":
        return start
    before = text.rfind(" ", max(0, start - 5), start - 1) + 1
    return before if before and is_particle(text[before : start - 1]) and text[before : start - 1] != "la" else start


def _in_titles(titles: Iterable[Run], people: People) -> Iterator[tuple[int, int, Person]]:
    """Where lines in title case or capitals repeat the people of the body."""
    for run in titles:
        position = 0
        while position < len(run.keys):
            bearers = people.by_surname.get(surname_key(run.keys[position]), [])
            if len(bearers) != 1:
                position += 1
                continue
            first = position
            while first and run.keys[first - 1] in bearers[0].firsts:
                first -= 1
            yield run.starts[first], run.end_of(position + 1), bearers[0]
            position += 1
