"""Reports of the tests' own about one invented port, and stores that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from whence.corpus.kernels import choose_kernels
from whence.flow.adding import Added, Adder
from whence.flow.desk import Desk
from whence.flow.read import read
from whence.reading.plain import read_text
from whence.records import Reject, Report
from whence.store.sql_store import SqlStore, open_store

OUTLETS = {
    "courier.txt": "Halvern Courier",
    "meridian.html": "Meridian Post",
    "coast-daily.txt": "Coast Daily",
    "courier-update.txt": "Halvern Courier",
    "coast-daily-agency.txt": "Coast Daily",
    "meridian-agency.txt": "Meridian Post",
}


def demo_reports() -> list[Report]:
    """The six reports of the built-in example, with their outlets, named by their files."""
    with as_file(files("whence.resources").joinpath("demo")) as folder:
        return [
            replace(read(str(folder / name), outlet=outlet), id=name, source=name) for name, outlet in OUTLETS.items()
        ]


def weather(day: int) -> Report:
    """A short report of an invented day's weather."""
    text = (
        f"Storm number {day} reaches Halvern\n\n"
        f"HALVERN, March {day % 28 + 1} — A storm with gusts of {60 + day} km an hour tore the roofs off {day + 3} "
        f"sheds on Cooper Street, said Mayor Ilse Varga. “We have counted {day + 3} roofs, and we will count again "
        f"tomorrow,” Varga told reporters at the town hall on quay {day}."
    )
    return read_text(text)


def add(store: SqlStore, reports: Iterable[Report | Reject]) -> Added:
    """Add reports as a new writer does."""
    return Adder(store, choose_kernels(0), lambda *_: None).add(reports)


@contextmanager
def desk_of(reports: Iterable[Report], folder: Path) -> Iterator[Desk]:
    """The desk of a store that holds some reports.

    Args:
        reports: in the order of their numbers, from 1.
        folder: where the store is made.
    """
    with open_store(str(folder / "kept.db"), make=True) as store:
        add(store, reports)
        yield Desk(store)
