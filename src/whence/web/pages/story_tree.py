"""The family tree of a story: drawn, and every edge of it in words with its probability and its reasons."""

from __future__ import annotations

from whence.export.quotes_documents import Json
from whence.export.story_documents import story_document
from whence.flow.desk import Desk
from whence.records import KeptStory
from whence.web.members import name_story, tell_family
from whence.web.page import Asked, Found, Moved, Page, View
from whence.web.revisions import moved_story, story_revision
from whence.web.tree_inline import inline_tree

FAMILIES_TOLD = 40  # those of several reports come first


def look_up(desk: Desk, asked: Asked) -> Found | Moved | None:
    """The families of a story."""
    moved = moved_story(desk, asked, "/tree")
    kept = None if moved else desk.story(asked.numbers["number"])
    return moved if kept is None else _found(kept)


def _found(kept: KeptStory) -> Found:
    """The tree as page and document."""

    def view() -> View:
        members = name_story(kept)
        return {
            "story": kept.story,
            "line": kept.line,
            "tree": inline_tree(kept.story, members.numbers, members.names),
            "families": [tell_family(family, members) for family in kept.story.families[:FAMILIES_TOLD]],
        }

    def document() -> Json:
        told = story_document(kept.story)
        wanted = ("summary", "independent_sources", "families")
        return {"schema": "whence.story_tree/1", "number": kept.line.number, **{name: told[name] for name in wanted},
                "numbers": name_story(kept).numbers}  # fmt: skip

    return Found(view, document)


PAGE = Page("story_tree", "/story/{number:int}/tree", "The family tree of a story, every edge with its reasons",
            "story_tree.html", look_up, revision=story_revision)  # fmt: skip
