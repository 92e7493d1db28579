"""Templates of pages: one environment, which escapes everything and refuses what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence import __version__
from whence.export.html_visible import visible, visible_space
from whence.export.html_wording import counted

if TYPE_CHECKING:  # half of what a page costs to start
    from jinja2 import Environment


def open_templates(*packages: str) -> Environment:
    """An environment for the templates of this package, and before them those of others.

    Args:
        packages: whose templates are found too, as `whence.web`.

    >>> open_templates().from_string("{{ 'a<b' | visible }}, {{ 2 | counted('word') }}").render()
    'a&lt;b, 2 words'
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "whence.export")]),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"visible": visible, "visible_space": visible_space, "counted": counted}
    templates.globals |= {"version": __version__}
    return templates
