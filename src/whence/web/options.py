"""What a server may be told: which hosts it answers to, who may write, how much it takes."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class WebOptions:
    """The options of a server; built by the command line.

    `hosts` are the names, without port, that a request may ask for: any other is refused, so that no page of somebody
    else's can reach this server by pointing a name of its own at it. Without a `token` nothing can be written. The
    limits are promises of docs/how-to/serve.md.
    """

    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None
    body_bytes: int = 2_000_000
    query_characters: int = 400
    page_size: int = 500
    pasted_characters: int = 200_000  # of each text: two of this length compare in seconds
    cached_bytes: int = 16_000_000  # of rendered pages that are kept
