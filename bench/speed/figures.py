"""How fast times and figures are found and compared, on one core: a report, a megabyte, growth, texts made to break it.

python -m bench.speed.figures

CPU seconds, the least of a few runs. Growth is told as an exponent: time is length to this power, 1.0 is linear.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import log

from bench.quality.shared_data import DATA, lines
from whence.agreement.joint import read_jointly
from whence.agreement.matching import Told, match_figures
from whence.certainty.find import find_certainty
from whence.figures.find import find_figures
from whence.records import Published, Report
from whence.times.find import find_times
from whence.tolls.find import find_tolls

RUNS = 3
MEGABYTE = 1_000_000
LENGTHS = (50_000, 100_000, 200_000, 400_000, 800_000, 1_600_000)
LENGTHS_COMPARED = (25_000, 50_000, 100_000, 200_000)
HOSTILE_LENGTHS = (25_000, 100_000)  # n and 4n: at 4.0 time keeps in step
HOSTILE_LENGTHS_COMPARED = (2_000, 8_000)
SHOWN = 8  # of the hostile texts, the slowest
HOSTILE = (
    "7 ", "1,", "1-", "1/", "1.", "12:", "9", "$", "$5 ", "5%", "to ", "10 to ", "between 5 and ", "one hundred and ",
    "twenty-", "half a ", "million ", "dozens of ", "more than ", "an estimated about ", "year ", "5-year-old ",
    "three years ago ", "last ", "Friday ", "May ", "May 5, ", "every ", "the end of the ", "two days before ",
    "big red North Korean ", "of the ", "killed 5 and wounded 6, ", "12 miners, 13 miners and 14 miners, ",
    "A blast killed 12 miners at Gorse on Friday. ", "(5 ", "5\n", "5people", "5\u200b",
)  # fmt: skip
Step = Callable[[Sequence[Report]], object]


def main() -> None:
    """Print milliseconds a report, seconds a megabyte, growth and the worst of the hostile texts."""
    corpora = {name: list(_reports_of(name)) for name in ("basil", "timebank", "aquaint")}
    if not all(corpora.values()):
        print(f"no reports at {DATA}: nothing measured")
        return
    for name, reports in corpora.items():
        for label, step in STEPS.items():
            print(f"{name:9s} {label:13s} {1000 * best(partial(step, reports)) / len(reports):7.2f} ms a report")
    news = "\n\n".join(report.text for report in corpora["basil"])
    for label, step in STEPS.items():
        _show_growth(f"news, {label}", news, step, LENGTHS)
    _show_growth("news, match figures", news, _match, LENGTHS_COMPARED)
    _show_growth("news, read jointly", news, _join, LENGTHS_COMPARED)
    for label, step in STEPS.items():
        _show_hostile(label, step, HOSTILE_LENGTHS)
    _show_hostile("match figures", _match, HOSTILE_LENGTHS_COMPARED)
    _show_hostile("read jointly", _join, HOSTILE_LENGTHS_COMPARED)


def best(run: Callable[[], object], runs: int = RUNS) -> float:
    """The least CPU seconds of a few runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def report_with(text: str, name: str = "a") -> Report:
    """A text as a report of a day that is known."""
    return Report(name, name, text, published=Published("2024-11-29", "day", "caller"))


def _reports_of(name: str) -> Iterator[Report]:
    """The reports of a corpus with their days; none where it is absent."""
    path = DATA / "basil" / "articles.jsonl.gz" if name == "basil" else DATA / "tempeval3" / f"{name}.jsonl.gz"
    for row in lines(path) if path.is_file() else ():
        text = row.get("text") or "\n\n".join(row["paragraphs"])
        day = str(row.get("date") or row["dct"])[:10]
        yield Report(row["id"], row["id"], text, published=Published(day, "day", "record"))


def _find_times(reports: Sequence[Report]) -> None:
    for report in reports:
        find_times(report)


def _find_figures(reports: Sequence[Report]) -> None:
    for report in reports:
        find_figures(report)


def _find_both(reports: Sequence[Report]) -> None:
    for report in reports:
        find_figures(report, find_times(report))


def _find_hedges(reports: Sequence[Report]) -> None:
    for report in reports:
        find_certainty(report)


def _find_tolls(reports: Sequence[Report]) -> None:
    for report in reports:
        find_tolls(report)


STEPS: dict[str, Step] = {
    "times": _find_times, "figures": _find_figures, "both": _find_both, "hedges": _find_hedges, "tolls": _find_tolls,
}  # fmt: skip


def _told(text: str, name: str) -> Told:
    """A text with its figures and times."""
    report = report_with(text, name)
    times = find_times(report)
    return Told(report, (*find_figures(report, times), *times))


def _match(reports: Sequence[Report]) -> None:
    """Each report against one in which every 5 has become a 6; finding is part of it."""
    for report in reports:
        match_figures(_told(report.text, "a"), _told(report.text.replace("5", "6"), "b"))


def _join(reports: Sequence[Report]) -> None:
    """Each report with two that are all but the same; finding is part of it."""
    for report in reports:
        read_jointly([_told(report.text.replace("5", digit), digit) for digit in "567"])


def _show_growth(name: str, text: str, step: Step, lengths: Sequence[int]) -> None:
    """Seconds for a text that is cut or repeated to ever greater lengths, and the exponent of their growth."""
    taken = [best(partial(step, [report_with(_of_length(text, length))]), 1) for length in lengths]
    seconds = "  ".join(f"{length // 1000} kB {one:.2f}" for length, one in zip(lengths, taken, strict=True))
    exponent = log(taken[-1] / taken[0]) / log(lengths[-1] / lengths[0])
    print(f"{name:22s} {taken[-1] * MEGABYTE / lengths[-1]:6.2f} s a MB, growth {exponent:.2f}: {seconds}", flush=True)


def _show_hostile(name: str, step: Step, lengths: Sequence[int]) -> None:
    """The slowest of the hostile texts, in seconds for the longer one, and how many times those for the shorter."""
    measured = []
    for words in HOSTILE:
        short, long = (best(partial(step, [report_with(_of_length(words, length))]), 1) for length in lengths)
        measured.append((long, long / max(short, 1e-4), words))
    for seconds, ratio, words in sorted(measured, reverse=True)[:SHOWN]:
        print(f"hostile {name:13s} {lengths[-1] // 1000:4d} kB {seconds:6.2f} s, {ratio:4.1f} times n/4: {words!r}")
    steepest = max((one for one in measured if one[0] > 0.1), key=lambda one: one[1], default=None)
    if steepest:
        print(f"hostile {name:13s} steepest: {steepest[1]:.1f} times n/4: {steepest[2]!r}", flush=True)


def _of_length(text: str, length: int) -> str:
    """A text cut or repeated to a length."""
    return (text * (length // len(text) + 1))[:length]


if __name__ == "__main__":
    main()
