"""One story: a sentence, family tree, reports by time, figures that disagree, quotations, what changed on the way."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.kept_documents import kept_story_document
from whence.export.quotes_documents import Json
from whence.export.story_words import spoken_in_words
from whence.flow.desk import Desk
from whence.records import Evidence, KeptStory, ReportLine
from whence.web.figures_table import lay_figures
from whence.web.members import Members, Words, name_story, tell_hops, words_of
from whence.web.page import Asked, Found, Moved, Page, View
from whence.web.revisions import moved_story, story_revision
from whence.web.tree_inline import inline_tree
from whence.web.wording import parent_words

HOPS_SHOWN, SPOKEN_SHOWN, REPORTS_SHOWN = 8, 12, 100
TREE_DRAWN = 60  # reports; a larger tree is drawn on its own page alone


class ReportTold(NamedTuple):
    """A report in the table: its line, its name, what it has its text from, and the link to the two compared."""

    line: ReportLine
    name: str
    parent: str
    compare: str
    credited: str


class SpokenTold(NamedTuple):
    """Words that several reports quote: as the fullest has them, what is known, their own page, what says so."""

    words: Words
    told: str
    reports: int
    page: str
    variants: tuple[Words, ...]


def look_up(desk: Desk, asked: Asked) -> Found | Moved | None:
    """A story with everything in it; where it was merged, the one that it went into."""
    moved = moved_story(desk, asked)
    kept = None if moved else desk.story(asked.numbers["number"])
    return moved if kept is None else _found(desk, kept)


def _found(desk: Desk, kept: KeptStory) -> Found:
    """The story as page and document."""
    groups = desk.figures(kept)

    def view() -> View:
        members = name_story(kept)
        hops = tell_hops(kept.story.hops, members)
        drawn = len(kept.lines) <= TREE_DRAWN
        return {
            "story": kept.story, "line": kept.line,
            "tree": inline_tree(kept.story, members.numbers, members.names) if drawn and len(kept.lines) > 1 else "",
            "reports": [_report(line, members) for line in kept.lines[:REPORTS_SHOWN]],
            "figures": lay_figures(groups, members),
            "spoken": [_spoken(place, kept, members) for place in range(len(kept.story.spoken))][:SPOKEN_SHOWN],
            "hops": hops[:HOPS_SHOWN], "more_hops": len(hops[HOPS_SHOWN:]),
        }  # fmt: skip

    def document() -> Json:
        return kept_story_document(kept, groups)

    return Found(view, document)


def _report(line: ReportLine, members: Members) -> ReportTold:
    """A row of the table."""
    by_number = {number: name for name, number in members.numbers.items()}
    parent = members.names.get(by_number.get(line.parent or 0, ""), "") or f"report {line.parent}"
    compare = f"/compare/{line.parent}/{line.number}" if line.parent is not None else ""
    credited = ", ".join(line.credits)
    told = parent_words(line, parent)
    if line.same_text_as is not None:
        same = members.names.get(by_number.get(line.same_text_as, ""), f"report {line.same_text_as}")
        told, compare = f"the same text as {same}, to the letter", f"/compare/{line.same_text_as}/{line.number}"
    return ReportTold(line, members.names[by_number[line.number]], told, compare, credited)


def _spoken(place: int, kept: KeptStory, members: Members) -> SpokenTold:
    """A quotation that several reports carry."""
    one = kept.story.spoken[place]
    variants = dict.fromkeys(words_of(evidence, members) for evidence in one.evidence)
    told = spoken_in_words(one, members.names)
    return SpokenTold(words_of(one.words, members), told, len(one.reports), _page_of(one.words, kept), tuple(variants))


def _page_of(words: Evidence, kept: KeptStory) -> str:
    """The page of the quote that some words stand in; empty where they are in none."""
    number = next((line.number for line in kept.lines if line.id == words.report_id), 0)
    for found in kept.found:
        if found.report.id == words.report_id:
            for place, quote in enumerate(found.quotes):
                if any(piece.span.overlaps(words.span) for piece in quote.content):
                    return f"/quote/{number}/{place}"
    return ""


PAGE = Page("story", "/story/{number:int}", "One story: who copied whom, what changed, who said what", "story.html",
            look_up, revision=story_revision)  # fmt: skip
