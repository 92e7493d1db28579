"""All pages, in the order of their paths. To add one: write its file, and add it here."""

from __future__ import annotations

from whence.web.page import Page
from whence.web.pages import (
    comparison,
    home,
    method,
    paste,
    quote,
    quotes,
    report,
    search,
    speaker,
    speakers,
    stories,
    story,
    story_tree,
)

PAGES: tuple[Page, ...] = (
    home.PAGE,
    paste.PAGE,
    stories.PAGE,
    story_tree.PAGE,
    story.PAGE,
    comparison.PAGE,
    quotes.PAGE,
    quote.PAGE,
    speakers.PAGE,
    speaker.PAGE,
    report.PAGE,
    search.PAGE,
    method.PAGE,
)
FORMS = (paste.add_form, search.add_form)
"""What adds the routes by which a form of a page is sent."""
