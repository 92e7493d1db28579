"""Reports of the tests' own about one invented port, as a store takes them in."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from whence.flow.read import read
from whence.records import Report

OUTLETS = {
    "courier.txt": "Halvern Courier",
    "courier-update.txt": "Halvern Courier",
    "coast-daily.txt": "Coast Daily",
    "coast-daily-agency.txt": "Coast Daily",
    "meridian.html": "Meridian Post",
    "meridian-agency.txt": "Meridian Post",
}


def demo_reports() -> list[Report]:
    """The six reports of the built-in example, with their outlets."""
    with as_file(files("whence.resources").joinpath("demo")) as folder:
        return [read(str(Path(folder) / name), outlet=outlet) for name, outlet in OUTLETS.items()]


def weather(day: int) -> Report:
    """A short report of an invented day's weather."""
    from whence.reading.plain import read_text

    text = (
        f"Storm number {day} reaches Halvern\n\n"
        f"HALVERN, March {day % 28 + 1} — A storm with gusts of {60 + day} km an hour tore the roofs off {day + 3} "
        f"sheds on Cooper Street, said Mayor Ilse Varga. “We have counted {day + 3} roofs, and we will count again "
        f"tomorrow,” Varga told reporters at the town hall on quay {day}."
    )
    return read_text(text)
