"""What a page is: one record that says where it stands, what it can be asked and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk

ParameterKind = Literal["text", "whole", "day", "choice", "span"]
MOST_NUMBER = 2**63 - 1  # what a database keeps as a whole number
View = dict[str, object]


class Parameter(NamedTuple):
    """One parameter of a query: its name, what it asks for, what it may be; left out, it is `default`."""

    name: str
    about: str
    kind: ParameterKind = "text"
    default: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = MOST_NUMBER


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks of a page: the numbers of its path, and its parameters, checked, the defaults among them."""

    path: str
    numbers: Mapping[str, int]
    values: Mapping[str, str]
    defaults: Mapping[str, str]

    def text(self, name: str) -> str:
        """A parameter as it was sent, or its default."""
        return self.values[name]

    def whole(self, name: str) -> int:
        """A parameter that is a whole number."""
        return int(self.values[name])

    def link(self, **changed: str | int) -> str:
        """The address of this page with some parameters changed; those at their default are left out."""
        values = {**self.values, **{name: str(value) for name, value in changed.items()}}
        query = urlencode({name: value for name, value in values.items() if value != self.defaults.get(name)})
        return f"{self.path}?{query}" if query else self.path


class Found(NamedTuple):
    """What a page found: how to show it, and how to write it as JSON, both from the same records."""

    view: Callable[[], View]
    document: Callable[[], Json]


class Moved(NamedTuple):
    """That what was asked for stands elsewhere."""

    path: str


class Page(NamedTuple):
    """A page: `path` with its numbers, `look_up` for what it shows. `revision` is cheap and changes whenever what the
    page shows does; a page without it is rendered anew each time."""

    name: str
    path: str
    about: str
    template: str
    look_up: Callable[[Desk, Asked], Found | Moved | None]
    parameters: tuple[Parameter, ...] = ()
    revision: Callable[[Desk, Asked], str | None] | None = None


def start_and_limit(usual: int) -> tuple[Parameter, Parameter]:
    """The parameters of a list that is shown in pages."""
    return (
        Parameter("start", "how many to pass over", "whole", "0", most=1_000_000),
        Parameter("limit", "how many to show", "whole", str(usual), least=1, most=500),
    )


class Turns(NamedTuple):
    """Links to the page before and after this one of a list; empty where there is none."""

    before: str
    after: str
    first: int
    last: int


def turn_pages(asked: Asked, shown: int, *, more: bool, step: int | None = None) -> Turns:
    """Where the reader of a list can go.

    Args:
        asked: the request, with `start` and `limit`.
        shown: how many are on this page.
        more: whether others follow.
        step: how far the next page starts from this one; by default the limit.
    """
    start, limit = asked.whole("start"), asked.whole("limit")
    before = asked.link(start=max(0, start - limit)) if start else ""
    return Turns(
        before,
        asked.link(start=start + (limit if step is None else step)) if more else "",
        start + 1 if shown else start,
        start + shown,
    )
