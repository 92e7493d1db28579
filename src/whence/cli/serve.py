"""`whence serve`: the pages and the API of a store, on this machine."""

from __future__ import annotations

import threading
import time
import webbrowser
from typing import Any

import click

from whence.cli.stores import db_option, opened
from whence.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORT = 8477


@click.command("serve")
@db_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; any but loopback needs --token."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--token", envvar="WHENCE_TOKEN", help="Who sends it as a bearer token may add reports (WHENCE_TOKEN).")
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A name that the server is reached by, beside localhost."
)
@click.option("--open", "open_page", is_flag=True, help="Open the first page in a browser.")
def command(**options: Any) -> None:
    """Show a store: stories, who copied whom, what changed, who said what; every number opens to its words."""
    raise click.exceptions.Exit(_run(**options))


def _run(
    *, db: str | None, host: str, port: int, token: str | None, allow_host: tuple[str, ...], open_page: bool
) -> int:
    """Serve until interrupted."""
    if host not in LOOPBACK and not token:
        raise UsageError(f"--host {host}: others could reach it; say --token WORDS too, or leave it on 127.0.0.1")
    import socket

    import uvicorn

    from whence.flow.desk import Desk
    from whence.web.app import create_app
    from whence.web.options import WebOptions

    with opened(db) as store:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        port = listening.getsockname()[1]
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        hosts = (*LOOPBACK, host, *allow_host)
        app = create_app(Desk(store), WebOptions(hosts=hosts, token=token), adder=_adder(store) if token else None)
        click.echo(f"{store.where()} at {address} (stop with Ctrl-C)", err=True)
        if open_page:
            threading.Thread(target=_open, args=(address,), daemon=True).start()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
        uvicorn.Server(config).run(sockets=[listening])
    return 0


def _open(address: str) -> None:
    """Open a page when the server is there to answer."""
    time.sleep(0.5)
    webbrowser.open(address)


def _adder(store: Any) -> Any:
    """What adds reports that the API is sent."""
    from whence.flow.receiving import Receiver

    return Receiver(store)
