"""A PostgreSQL of the tests' own: a cluster in a passing folder, on loopback, gone with the run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql", "/opt/homebrew/opt")
USERS = ("postgres", "nobody")  # the server refuses to run as root


def find_binaries() -> Path | None:
    """The folder of initdb and pg_ctl; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    for place in PLACES:
        for initdb in sorted(Path(place).glob("*/bin/initdb"), reverse=True):
            return initdb.parent
    return None


@contextmanager
def running() -> Iterator[str | None]:
    """The address of a server that runs as long as this does; None where none can be had."""
    binaries = find_binaries()
    if binaries is None:
        yield None
        return
    user = next((name for name in USERS if _exists(name)), None) if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        _run(user, binaries / "initdb", "-D", data, "-U", "whence", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        _run(user, binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://whence@127.0.0.1:{port}/postgres"
        finally:
            _run(user, binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *command: str | Path) -> None:
    """Run a program as somebody."""
    subprocess.run(
        [str(word) for word in command], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, timeout=120
    )


def _exists(user: str) -> bool:
    """Whether there is such a user."""
    import pwd

    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
