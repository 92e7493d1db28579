"""Take the pictures of docs/screenshots: the built-in example in a browser, light, dark and on a phone.

    python -m bench.screens.take [--out docs/screenshots]

Needs playwright and a Chromium.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Literal, NamedTuple

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from tests.store.made_up_reports import demo_reports, desk_of

from whence.web.app import create_app

CHROMIUM = "/usr/bin/chromium"
MOST_BYTES = 250_000


class Shot(NamedTuple):
    """A picture: its name, the page, where on the page it begins, and how high it is (pixels)."""

    name: str
    address: str
    top: str
    height: int


class Look(NamedTuple):
    """How a picture looks: light or dark, wide or narrow (pixels)."""

    name: str
    scheme: Literal["light", "dark"]
    width: int


SHOTS = (
    Shot("story", "/story/1", "", 1000),
    Shot("tree", "/story/1/tree", "", 1000),
    Shot("compare", "/compare/1/2", "#rows", 1000),
    Shot("report", "/report/2", "", 900),
)
LOOKS = (Look("light", "light", 1200), Look("dark", "dark", 1200), Look("phone", "light", 390))


def main() -> None:
    """Serve the example, and take every picture in every look."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with serving() as site, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for look in LOOKS:
            for shot in SHOTS:
                take(browser, site, (shot, look), out)
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server of a store that holds the example."""
    with tempfile.TemporaryDirectory() as folder, desk_of(demo_reports(), Path(folder)) as desk:
        server = uvicorn.Server(uvicorn.Config(create_app(desk), host="127.0.0.1", port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.05)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()


def take(browser: Browser, site: str, wanted: tuple[Shot, Look], out: Path) -> None:
    """Take one picture."""
    shot, look = wanted
    page = browser.new_page(viewport={"width": look.width, "height": shot.height}, color_scheme=look.scheme)
    page.goto(site + shot.address + shot.top)
    path = out / f"{shot.name}-{look.name}.png"
    page.screenshot(path=path)
    page.close()
    size = path.stat().st_size
    print(f"{path}: {size:,} bytes")
    if size > MOST_BYTES:
        raise SystemExit(f"{path} is larger than {MOST_BYTES:,} bytes")


if __name__ == "__main__":
    main()
