"""About the method: what each number means, and how often it is wrong, measured on which data."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.web.page import Asked, Found, Page


class Measure(NamedTuple):
    """A number that pages show: what it means, how it was measured, on what, and where it is weak."""

    name: str
    means: str
    measured: str
    data: str
    weak: str


MEASURES = (
    Measure(
        "That one report is copied from another",
        "The probability of the direction, if the kind of relation is right. From .90 on pages say “copied from”, from "
        ".65 “probably copied from”; below, “not decidable”. A claimed time alone never decides.",
        "Probabilities of the kind are true to .014 on average: of what is said at .85, 84 % hold. Of directions of "
        "copies said at .85, .87 hold; below .8 they are not to be relied on (said .73, holds .53).",
        "569 pairs of real reports, each labelled by one or two careful readers, cross-validated.",
        "The clues were chosen while looking at errors on these pairs: pairs of another source will score lower. A "
        "reprint of an agency’s text without credit looks like a copy of another reprint.",
    ),
    Measure(
        "The parent in a family tree",
        "The exact share of an edge among all trees that the family could have.",
        "The parent is right in .80 to .85 of versions without times, .86 to .91 with times to the minute; "
        "probabilities are true to .05, in families of up to 200 to .09.",
        "420 generated families of known truth, from seeds never looked at.",
        "Generated desks change words at random and never lie about time; real ones paraphrase. The figures are an "
        "upper bound for real families, of which nobody has a truth.",
    ),
    Measure(
        "Independent sources",
        "The expected number of reports that came from none of the others, with the ends of the 90 % interval.",
        "The true number lies inside the interval in .94 of families or more.",
        "The same generated families.",
        "Of several lost sources in one family only one is rebuilt.",
    ),
    Measure(
        "Own words",
        "The share of a report’s prose that the report it has its text from does not have: counted, not estimated.",
        "Every passage is exact; every kind of copy is found in 100,000 generated reports (recall 1.000; .967 where "
        "30 % of the words were replaced).",
        "Generated reports of known truth.",
        "A paraphrase that shares no three words in a row counts as own words.",
    ),
    Measure(
        "Who said it",
        "The calibrated probability that an attribution is right: its content, its source, and their link.",
        "Attribution F1 is 78 on reports that the tagger has not seen; two annotators among themselves reach 78.5.",
        "840 labelled reports of US political news.",
        "English only; other kinds of news were not measured.",
    ),
    Measure(
        "Figures that disagree",
        "A conflict is called only where no number fits both wordings: “more than 40” and “43” do not disagree.",
        "Times are read with F1 82.6 and 78.1; on texts whose errors were never looked at expect 74 to 78.",
        "TimeBank and AQUAINT, two labelled collections of news.",
        "What two figures are about is found by the words around them, and may be taken for one thing when it is two.",
    ),
    Measure(
        "Which reports tell one story",
        "A report joins a story that shares its text, or that is as like it with a probability of .5 or more.",
        "B-cubed F1 is 90.8, 93.9 and 97.8, each half judged by weights trained on the other.",
        "AllSides (1,699 reports), shootings of the Gun Violence Archive (2,698), BASIL’s triplets.",
        "English only. Busy days are harder (85.5 and 89.1). A round-up of the day joins one of the stories it tells.",
    ),
)
"""As docs/explanation tells them; a test holds the two together."""


def look_up(_desk: Desk, _asked: Asked) -> Found:
    """The measures: they are of whence, not of what the store holds."""

    def document() -> Json:
        return {"schema": "whence.method/1", "measures": [one._asdict() for one in MEASURES]}

    return Found(lambda: {"measures": MEASURES}, document)


PAGE = Page("method", "/about/method", "What each number means, and how often it is wrong", "method.html", look_up)
