"""Add reports to a store at a steady rate, until stopped; the last line says how many.

python -m bench.store.feed STORE REPORTS.jsonl PER_SECOND
"""

from __future__ import annotations

import sys
import time
from itertools import islice

from whence.corpus.kernels import choose_kernels
from whence.flow.adding import Adder
from whence.flow.read import given
from whence.reading.given import Limits
from whence.reading.readers import read_source
from whence.store.sql_store import open_store


def main() -> None:
    """Add."""
    path, source, rate = sys.argv[1], sys.argv[2], float(sys.argv[3])
    with open_store(path, make=True) as store:
        adder = Adder(store, choose_kernels(None), lambda *_: None)
        reports = read_source(source, given=given(), limits=Limits())
        adder.add(islice(reports, 20))  # kernels are loaded
        print("ready", flush=True)
        start, cpu, added = time.monotonic(), time.process_time(), 0
        while lot := list(islice(reports, max(1, round(rate)))):
            new = adder.add(lot).added
            if not new:
                raise SystemExit("the store has these reports already; give others")
            added += new
            seconds, used = time.monotonic() - start, time.process_time() - cpu
            print(f"{added} reports, {added / seconds:.1f} a second, {1000 * used / added:.0f} ms CPU each", flush=True)
            time.sleep(max(0.0, start + added / rate - time.monotonic()))


if __name__ == "__main__":
    main()
