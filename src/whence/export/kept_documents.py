"""What a store gives back, as JSON: stories, lines of lists, search hits. Pages and commands write the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.agreement.joint import FigureGroup
from whence.export.figures_documents import group_document
from whence.export.quotes_documents import Json
from whence.export.story_documents import count_document, story_document
from whence.export.story_tables import membership_document, story_rows
from whence.records import Hits, KeptStory, ReportLine, StoryLine


def kept_story_document(kept: KeptStory, figures: Sequence[FigureGroup]) -> Json:
    """A story of a store as `whence.story/1`, with what a store knows beside: its place, and why each report is in it.

    Args:
        kept: the story.
        figures: what its reports state about one thing.
    """
    document = story_document(kept.story)
    document["story"] = story_line_document(kept.line)
    document["lines"] = list(story_rows(kept.lines))
    document["memberships"] = [membership_document(one) for one in kept.memberships]
    document["figures"] = [group_document(group) for group in figures]
    return document


def story_line_document(line: StoryLine) -> Json:
    """A story in a list."""
    return {
        "number": line.number,
        "id": line.id,
        "title": line.title,
        "first": line.first,
        "last": line.last,
        "reports": line.reports,
        "outlets": list(line.outlets),
        "names": list(line.names),
        "places": list(line.places),
        "days": list(line.days),
        "merged": list(line.merged),
        "independent_sources": count_document(line.sources),
        "copied": line.copied,
        "figures_changed": line.figures,
        "quotations_altered": line.quotations,
    }


def report_line_document(line: ReportLine) -> Json:
    """A report in a list."""
    [row] = story_rows([line])
    del row["copied_from"], row["same_text_as"]
    return {"number": line.number, "story": line.story, **row, "source": line.source}


def hits_document(hits: Hits) -> Json:
    """What a search found."""
    return {
        "understood": hits.understood,
        "total": hits.total,
        "more": hits.more,
        "reports": [
            {
                **report_line_document(hit.line),
                "snippets": [
                    {"start": s.start, "text": s.text, "hits": [list(place) for place in s.hits]} for s in hit.snippets
                ],
            }
            for hit in hits.hits
        ],
    }


def stories_document(stories: Iterable[StoryLine]) -> Json:
    """Stories as `whence.stories/1`."""
    return {"schema": "whence.stories/1", "stories": [story_line_document(line) for line in stories]}
