"""Reading what a request asks for: every parameter is checked against what its page says it may be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from whence.errors import UsageError
from whence.web.page import MOST_NUMBER, Asked, Parameter

_SPAN = re.compile(r"[0-9]{1,9}-[0-9]{1,9}")


def read_asked(
    path: str, numbers: Mapping[str, int], query: Mapping[str, str], parameters: Sequence[Parameter], longest: int
) -> Asked:
    """What a request asks of a page.

    Args:
        path: the path of the page.
        numbers: those in the path.
        query: the parameters as they were sent; those that the page does not know are left alone.
        parameters: what the page knows.
        longest: characters of the longest value.

    Raises:
        UsageError: a value is not what its parameter may be.

    >>> found = read_asked("/", {}, {"start": "20"}, [Parameter("start", "", "whole", "0")], 400)
    >>> found.whole("start"), found.link(start=0)
    (20, '/')
    """
    defaults = {parameter.name: parameter.default for parameter in parameters}
    values = {p.name: _checked(p, query[p.name], longest) if query.get(p.name) else p.default for p in parameters}
    return Asked(path, dict(numbers), values, defaults)


def fits(numbers: Mapping[str, int]) -> bool:
    """Whether the numbers of a path can be numbers of anything kept."""
    return all(0 <= number <= MOST_NUMBER for number in numbers.values())


def _checked(parameter: Parameter, value: str, longest: int) -> str:
    """One value as its parameter wants it."""
    if len(value) > longest:
        raise UsageError(f"{parameter.name}: longer than {longest} characters")
    if parameter.kind == "whole":
        return _whole(parameter, value)
    if parameter.kind == "choice" and value not in parameter.choices:
        raise UsageError(f"{parameter.name}: is none of {', '.join(filter(None, parameter.choices))}")
    if parameter.kind == "day" and not _is_day(value):
        raise UsageError(f"{parameter.name}: is no day; write it as 2024-11-29")
    if parameter.kind == "span" and not _SPAN.fullmatch(value):
        raise UsageError(f"{parameter.name}: is no span; write it as 120-140")
    return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _whole(parameter: Parameter, value: str) -> str:
    """A whole number within the bounds of its parameter."""
    if not (value.isascii() and value.isdigit() and len(value) <= 18):
        raise UsageError(f"{parameter.name}: is no whole number")
    if not parameter.least <= int(value) <= parameter.most:
        raise UsageError(f"{parameter.name}: is not between {parameter.least} and {parameter.most}")
    return str(int(value))


def _is_day(value: str) -> bool:
    """Whether a value is a day as ISO 8601 writes it in full."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
