"""Stories made by hand for the tests of what is shown: invented outlets, invented texts."""

from __future__ import annotations

from random import Random

from whence.records import (
    Change,
    Clue,
    Edge,
    Evidence,
    Family,
    Grain,
    Hop,
    Origin,
    Published,
    Report,
    Root,
    SourceCount,
    SpokenOrigin,
    Story,
    Version,
)

OUTLETS = (
    "Harle Courier",
    "Port Gazette",
    "Dockside Notes",
    "Evening Ledger",
    "Radio Skarvik",
    "The Northern Observer",
)
SPEECH = "“We could not let another lorry cross while we do not know how deep these cracks go,”"
TEXT = f"HARLE (AP) — Engineers closed the bridge; 41 welds are cracked. {SPEECH} said Oda Brandt."


def a_report(name: str, outlet: str | None, published: str | None, text: str = TEXT) -> Report:
    """A report; a time with a zone is to the minute, a day is a day."""
    grain: Grain = "minute" if published and "T" in published else "day"
    claim = Published(published, grain, "text") if published else None
    return Report(
        name, name, text, source=f"{name}.txt", outlet=outlet, title=f"Bridge closed ({name})", published=claim
    )


def words_of(report: Report, words: str) -> Evidence:
    """Some words of a report, as evidence."""
    start = report.text.index(words)
    return Evidence(report.id, start, start + len(words), words)


def a_family(edges: tuple[Edge, ...], names: tuple[str, ...], *origins: Origin, roots: tuple[str, ...] = ()) -> Family:
    """A family in which every version is printed by one report."""
    versions = tuple(Version(name, (name,)) for name in names)
    count = SourceCount(float(max(1, len(roots))), max(1, len(roots)), max(1, len(roots)) + 1)
    return Family(names[0], versions, origins, edges, tuple(Root(name, 0.97, True) for name in roots), count)


def a_pair() -> Story:
    """A copy and its parent, nothing else."""
    one, two = a_report("one", "Harle Courier", "2024-03-12T07:10+00:00"), a_report("two", "Port Gazette", None)
    family = a_family((Edge("one", "two", "copy", 0.95, True, words=88),), ("one", "two"), roots=("one",))
    return Story((one, two), (family,), (), (), SourceCount(1.0, 1, 1), "2 reports, 1 independent source.")


def the_bridge() -> Story:
    """Seven reports: an agency that is not among them, a copy of a copy, text from two sources, one quoted alone."""
    reports = (
        a_report("wire", "Northern Wire", "2024-03-12T06:05+00:00"),
        a_report("courier", "Harle Courier", "2024-03-12T07:10+00:00"),
        a_report("gazette", "Port Gazette", "2024-03-12T09:40+00:00"),
        a_report("blog", "Dockside Notes", "2024-03-12T16:30+00:00"),
        a_report("reprint", "The Northern Observer", "2024-03-12T09:00+00:00"),
        a_report("evening", "Evening Ledger", None),
        a_report("radio", "Radio Skarvik", "2024-03-13T08:00+00:00", f"{SPEECH} said the engineer. “More,” she said."),
    )
    wire, courier, gazette, blog = reports[:4]
    agency = Origin("origin:AP", "agency", "AP", 0.97, (words_of(wire, "(AP)"), words_of(courier, "(AP)")))
    rare = Clue("rare_wording", "31 words in both that hardly another has", 1.9, (words_of(gazette, "41 welds"),))
    edges = (
        Edge("origin:AP", "wire", "common", 0.96, True, words=149),
        Edge("origin:AP", "courier", "common", 0.84, True, words=125),
        Edge("courier", "gazette", "copy", 0.93, True, words=90, clues=(rare,)),
        Edge("gazette", "blog", "copy", 0.72, True, words=57, clues=(rare,)),
        Edge("courier", "evening", "copy", 0.55, True, words=27),
        Edge("wire", "evening", "copy", 0.40, words=27),
        Edge("wire", "blog", "copy", 0.88, mosaic=True, words=40),
    )
    versions = (
        Version("wire", ("wire",)), Version("courier", ("courier", "reprint")), Version("gazette", ("gazette",)),
        Version("blog", ("blog",)), Version("evening", ("evening",)),
    )  # fmt: skip
    trust = Clue("claimed_times", "3 of 3 edges agree with the claimed times", 0.7)
    family = Family("wire", versions, (agency,), edges, (), SourceCount(1.1, 1, 2), trust)
    alone = a_family((), ("radio",), roots=("radio",))
    changes = (
        Change("cue", 8, words_of(gazette, "said"), words_of(blog, "closed")),
        Change("figure", 2, words_of(gazette, "41 welds"), words_of(blog, "welds"), "made vaguer"),
        Change("hedge", 5, words_of(gazette, "could"), words_of(blog, "let")),
        Change("dropped", 9, words_of(gazette, "HARLE (AP)"), None),
        Change("quotation", 1, words_of(gazette, "do not"), words_of(blog, "not"), "words inside were altered"),
    )
    spoken = SpokenOrigin(
        words_of(wire, SPEECH), "Oda Brandt", tuple(report.id for report in reports), "wire", "a news conference"
    )
    return Story(
        reports, (family, alone), (Hop("gazette", "blog", changes),), (spoken,), SourceCount(2.1, 2, 3),
        "7 reports, 2 independent sources (90 % interval 2–3). Text of AP stands behind them.",
    )  # fmt: skip


def a_large_story(size: int, seed: int = 1, *, timed: float = 0.95) -> Story:
    """A family of many: most copy one of the earlier ones, some have text of a second, some claim no time."""
    chance = Random(seed)
    names = [f"r{number:03d}" for number in range(size)]
    minutes = sorted(chance.randrange(3 * 1440) for _ in names)
    reports, edges = [], []
    for number, name in enumerate(names):
        day, rest = divmod(minutes[number], 1440)
        clock = f"2024-03-{12 + day}T{rest // 60:02d}:{rest % 60:02d}+00:00" if chance.random() < timed else None
        reports.append(a_report(name, f"{chance.choice(OUTLETS)} {number}", clock))
        if number:
            parent = names[min(int(chance.expovariate(0.12)), number - 1)]
            kept = round(chance.uniform(0.4, 1.0), 2)
            edges.append(Edge(parent, name, "copy", kept, True, words=chance.randrange(20, 400)))
        if number > 4 and chance.random() < 0.06:
            second = names[chance.randrange(number)]
            edges.append(Edge(second, name, "copy", 0.8, mosaic=True, words=40))
    family = a_family(tuple(edges), tuple(names), roots=(names[0],))
    summary = f"{size} reports, 1 independent source."
    return Story(tuple(reports), (family,), (), (), SourceCount(1.0, 1, 1), summary)
