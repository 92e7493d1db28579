"""Which version of a package is installed."""

from __future__ import annotations

from importlib import metadata


def installed(package: str) -> str | None:
    """The version of a package, or None where it is not installed.

    >>> installed("no-such-package-at-all") is None
    True
    """
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
