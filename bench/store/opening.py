"""How soon a store can be read: from `whence serve` to the first story page, in a new process.

python -m bench.store.opening STORE [--runs 3]

The first run after an install also compiles what it imports. PYTHONDONTWRITEBYTECODE, by which every run does, is
taken away here: users do not have it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PORT = 8498


def main() -> None:
    """Print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for run in range(options.runs):
        wall, cpu, size = opened(options.store, PORT + run)
        print(f"the first story page after {wall:.2f} s, {cpu:.2f} s CPU; {size:,} bytes", flush=True)


def opened(store: Path, port: int) -> tuple[float, float, int]:
    """Seconds until the page is there, seconds of CPU of the server until it ends, bytes of the page."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "whence", "serve", "--db", str(store), "--port", str(port)]
    before, start = spent(), time.monotonic()
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        size = len(page_of(f"http://127.0.0.1:{port}/story/1", server))
        wall = time.monotonic() - start
    finally:
        server.terminate()
        server.wait()
    return wall, spent() - before, size


def page_of(address: str, server: subprocess.Popen[bytes]) -> bytes:
    """A page, as soon as somebody answers."""
    while server.poll() is None:
        try:
            with urlopen(address, timeout=10) as answer:
                body: bytes = answer.read()
                return body
        except (URLError, HTTPException, ConnectionError):
            time.sleep(0.02)
    raise SystemExit("the server ended before it answered")


def spent() -> float:
    """Seconds of CPU of processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
