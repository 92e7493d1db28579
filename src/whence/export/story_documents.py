"""A story as JSON: families with every edge, its probability and its clues."""

from __future__ import annotations

from whence.export.json_documents import change_document, report_document
from whence.export.quotes_documents import Json
from whence.records import Carried, Clue, Edge, Evidence, Family, Origin, Root, SourceCount, SpokenOrigin, Story


def story_document(story: Story, carried: Carried | None = None) -> Json:
    """A story as `whence.story/1`; spans are half-open code points of the named report's text.

    Args:
        story: the story.
        carried: who still carries a wording, where that was asked.

    >>> story_document(Story((), (), (), (), SourceCount(0.0, 0, 0), "0 reports."))["independent_sources"]
    {'expected': 0.0, 'low': 0, 'high': 0}
    """
    document: Json = {
        "schema": "whence.story/1",
        "summary": story.summary,
        "independent_sources": count_document(story.sources),
        "reports": [report_document(report) for report in story.reports],
        "families": [_family(family) for family in story.families],
        "hops": [
            {"parent": hop.parent, "child": hop.child, "changes": [change_document(change) for change in hop.changes]}
            for hop in story.hops
        ],
        "quotations": [_spoken(one) for one in story.spoken],
    }
    if carried:
        document["carried"] = {
            "words": carried.words,
            "carriers": [_evidence(one) for one in carried.carriers],
            "lost_on": [{"parent": parent, "child": child} for parent, child in carried.lost_on],
        }
    return document


def count_document(count: SourceCount) -> Json:
    """A number of sources with its interval."""
    return {"expected": count.expected, "low": count.low, "high": count.high}


def _family(family: Family) -> Json:
    """A family."""
    return {
        "id": family.id,
        "independent_sources": count_document(family.sources),
        "versions": [{"id": version.id, "reports": list(version.reports)} for version in family.versions],
        "origins": [_origin(origin) for origin in family.origins],
        "roots": [_root(root) for root in family.roots],
        "edges": [_edge(edge) for edge in family.edges],
        "trust_in_times": _clue(family.trust) if family.trust else None,
    }


def _origin(origin: Origin) -> Json:
    """A source outside the reports."""
    return {
        "id": origin.id,
        "kind": origin.kind,
        "name": origin.name,
        "probability": origin.probability,
        "marks": [_evidence(mark) for mark in origin.marks],
        "passages": [_evidence(passage) for passage in origin.passages],
    }


def _root(root: Root) -> Json:
    """How likely a version came from none of the others."""
    clues = [_clue(clue) for clue in root.clues]
    return {"version": root.version, "probability": root.probability, "shown": root.shown, "clues": clues}


def _edge(edge: Edge) -> Json:
    """An edge with its clues."""
    return {
        "parent": edge.parent,
        "child": edge.child,
        "kind": edge.kind,
        "probability": edge.probability,
        "shown": edge.shown,
        "mosaic": edge.mosaic,
        "words": edge.words,
        "clues": [_clue(clue) for clue in edge.clues],
    }


def _clue(clue: Clue) -> Json:
    """A clue."""
    evidence = [_evidence(one) for one in clue.evidence]
    return {"name": clue.name, "says": clue.says, "weight": clue.weight, "evidence": evidence}


def _spoken(one: SpokenOrigin) -> Json:
    """Words that several reports quote."""
    return {
        "words": _evidence(one.words),
        "speaker": one.speaker,
        "reports": list(one.reports),
        "first": one.first,
        "name": one.name,
        "evidence": [_evidence(each) for each in one.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    """Words of a report."""
    return {"report": evidence.report_id, "start": evidence.start, "end": evidence.end, "text": evidence.exact}
