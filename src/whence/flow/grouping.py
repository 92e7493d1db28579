"""The stage group over a corpus: reports that have not been grouped yet, in order of time, each put into its story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from whence.corpus.tables import day_path, read_day, read_days
from whence.flow.encoders import Encoder, encode_rows
from whence.flow.work import Told as Tell
from whence.records import Membership, Published, Report
from whence.stories.grouper import Grouper, Kin
from whence.stories.reasons import explain
from whence.stories.repair import repair
from whence.stories.story_weights import load_meaning_weights
from whence.stories.terms import read_terms

REPAIR_EVERY = 500  # reports
COLUMNS = ["id", "title", "text", "published", "grain", "claimed_by", "same_text_as"]
Shared = dict[str, list[tuple[str, int, float]]]


def group_new(out: Path, grouper: Grouper, tell: Tell, encoder: Encoder | None = None) -> Iterator[Membership]:
    """Put the reports of a corpus that are new to a stream into stories.

    Args:
        out: the folder of the tables of reports and pairs, complete.
        grouper: the stream; it is changed.
        tell: is told of progress.
        encoder: the one that the stream uses.

    Yields:
        Why each new report is where it is, as it is put there. Stories stand when the last one is out.
    """
    shared = _read_shared(out, grouper)
    texts: dict[str, int] = {}
    for count, (row, vector) in enumerate(encode_rows(_new_rows(out, grouper), encoder), 1):
        yield _add(grouper, row, texts, (shared.get(row["id"], []), vector))
        if count % REPAIR_EVERY == 0:
            repair(grouper)
            tell("group", count, None)
    repair(grouper)


def use_encoder(grouper: Grouper, encoder: Encoder | None) -> str | None:
    """Let a stream use an encoder, or go on without.

    Args:
        grouper: the stream as it was saved.
        encoder: if one is given.

    Returns:
        What to tell the user, where the stream was grouped otherwise so far: its vectors stay, by the encoder's name.
    """
    before = grouper.encoded.encoder if grouper.encoded is not None else None
    if encoder is None:
        return (
            before and f"grouped so far with the encoder {before}; without --encoder what new reports mean is not read"
        )
    grouper.use(encoder.name, load_meaning_weights())
    if before == encoder.name or not grouper.ids:
        return None
    how = f"with the encoder {before}" if before else "without an encoder"
    return f"grouped so far {how}; {encoder.name} compares only the reports that it has read"


def _add(
    grouper: Grouper, row: dict[str, Any], texts: dict[str, int], told: tuple[list[tuple[str, int, float]], Any]
) -> Membership:
    """Put one report into a story; `texts` leads from the first report of a text to the one that was grouped, `told` is
    what it shares and what it means."""
    shared, vector = told
    text = row["same_text_as"] or row["id"]
    original = grouper.numbers.get(text, texts.get(text))
    if original is not None:
        return explain(grouper, grouper.add_copy(row["id"], original))
    published = Published(row["published"], row["grain"], row["claimed_by"]) if row["published"] else None
    report = Report(row["id"], "", row["text"], title=row["title"], published=published)
    kin = [Kin(_first_of(grouper, name), words, cover) for name, words, cover in shared if name in grouper.numbers]
    placed = grouper.add(row["id"], read_terms(report), kin, vector)
    texts[text] = placed.report
    return explain(grouper, placed)


def _first_of(grouper: Grouper, name: str) -> int:
    """The number of the report whose text a report has."""
    number = grouper.numbers[name]
    return grouper.copy_of.get(number, number)


def _new_rows(out: Path, grouper: Grouper) -> Iterator[dict[str, Any]]:
    """The reports that are new, in order of time; undated ones last."""
    for day in read_days(out, "reports"):
        file = pq.ParquetFile(day_path(out, "reports", day))
        for group in range(file.num_row_groups):
            names = file.read_row_group(group, ["id"])["id"].to_pylist()
            new = [place for place, name in enumerate(names) if name not in grouper.numbers]
            if new:
                yield from file.read_row_group(group, COLUMNS).take(pa.array(new)).to_pylist()


def _read_shared(out: Path, grouper: Grouper) -> Shared:
    """For each new report the others it shares passages with: id, words of prose, the larger coverage of the two."""
    known = pa.array(list(grouper.numbers), pa.string())
    found: Shared = defaultdict(list)
    for day in read_days(out, "pairs"):
        table = read_day(out, "pairs", day)
        old = pc.and_(pc.is_in(table["a"], value_set=known), pc.is_in(table["b"], value_set=known))
        for row in table.filter(pc.invert(old)).to_pylist():
            said = row["words_outside_quotations"], max(row["coverage_a"], row["coverage_b"])
            found[row["a"]].append((row["b"], *said))
            found[row["b"]].append((row["a"], *said))
    return found
