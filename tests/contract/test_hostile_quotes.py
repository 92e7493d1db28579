"""Texts made to break the finding of quotes, the whole stage: no crash, every span slices.

Small texts are read with the weights that ship, large ones with a few random cells: what is large is the text, and all
but the size of the matrices is the same. Nothing is timed; a part whose time grows faster than its text would keep
the whole suite waiting.
"""

from __future__ import annotations

import pytest
from tests.quotes.small_weights import small_weights

from whence.flow.find import find
from whence.quotes.weights import TaggerWeights, load_tagger
from whence.reading.plain import read_text
from whence.records import Evidence, Findings, Reject, Report, Setting

LONG = 100_000
ONE_LINE = 300_000
SAID = "“We will open the bridge,” Mayor Jane Roe said. "

SMALL_TEXTS = {
    "empty": "",
    "white space": " \n\t\n\r\n \u2028",
    "one mark": "“",
    "one closing mark": "”",
    "marks alone": "“”" * 50,
    "never closed": "“We will go and we will not come back before the morning, Roe said.\n\nIt rained.",
    "never opened": "We will go,” Mayor Jane Roe said. It rained. He left.”",
    "the wrong way round": "”We will go,“ Mayor Jane Roe said. ”No,“ he added.",
    "of every kind": "“We «will „go‘ now” then» he” 'said' ``so'' \"and\" ＂left＂.",
    "nested": "“He said ‘she said “they said ‘no’ to us” twice’ and left,” Mayor Jane Roe said.",
    "nested fifty deep": "“‘" * 50 + "no" + "’”" * 50 + " Roe said.",
    "closed in another paragraph": "“We will go\n\nand stay,” Mayor Jane Roe said.\n\n“Never.",
    "right to left": "قال رئيس البلدية: «سنفتح الجسر غدا» وقال أيضا “لا”.\n\n\u202e“og lliw eW” Roe said.\u202c",
    "zero width": "“We\u200b will\u200d go\ufeff,” May\u00ador Ja\u200bne Roe sa\u200bid\u200b.",
    "combining": "“Ne\u0301e a\u0308ndern\u0338,” Zoe\u0308 Ro\u0301e said. “" + "a" + "\u0301" * 2_000 + "” she said.",
    "beyond the first plane": "“😀😀 we will go 𝒯𝑜𝒹𝒶𝓎,” Mayor Jane Roe said. 👩‍👩‍👧 “🚢”",
    "control characters": "“We\x00will\x1bgo,”\x07 Mayor\x08 Jane Roe\x7f said.\x85“No.”",
    "line ends": "“We will go,”\rMayor Jane Roe said.\r\n\r\n“No,”\x0bhe said.\x0c“Yes.”\u2029“So.”",
    "capitals": "“WE WILL GO,” MAYOR JANE ROE SAID. “NO,” SHE SAID.",
    "no spaces": "“We”said“Roe”“No”he“said”:“Yes”",
    "markup": "<p>&ldquo;We will go,&rdquo; <b>Mayor Jane Roe</b> said.</p><!-- “no” she said -->",
    "a transcript of colons": "A:\n:\nROE::\nROE: : :\nROE:\nLUND: \n: ROE",
    "dashes": "—\n“No.” —\n— —\n“Yes.” -- \n-\n— Roe",
}
LARGE_TEXTS = {
    "one hundred thousand opening marks": "“" * 100_000,
    "one hundred thousand straight marks": '" ' * 100_000,
    "one hundred thousand single marks": "‘a’ " * 50_000,
    "twenty thousand marks, a line each": '“\n"\n' * 10_000,
    "one line": SAID * (ONE_LINE // len(SAID)),
    "a line of nothing but said": "said " * (LONG // 5),
    "one word": "a" * ONE_LINE,
    "a quotation without end": "“" + "we will go " * (LONG // 11),
    "a paragraph each that reopens its mark": "“We will go and we will stay.\n\n" * (LONG // 31),
    "brackets": "“" + "[(" * (LONG // 2) + "” Roe said.",
    "turns": "JANE ROE: We will go.\n" * (LONG // 22),
    "signatures": "“We will go.” — Jane Roe\n" * (LONG // 25),
    "pronouns": "He said he said she said that they said it. " * (LONG // 44),
    "names": " ".join(f"Jane{chr(97 + k % 26)} Roe{chr(97 + k // 26 % 26)}{chr(97 + k // 676 % 26)} said so."
                      for k in range(10_000)),
    "right to left": "قال روي «سنفتح الجسر» " * (LONG // 22),
    "zero width": "\u200b" * (LONG // 2) + SAID,
    "line ends": "\r\n\u2028\x0b" * (LONG // 8) + SAID,
}  # fmt: skip


@pytest.fixture(scope="module")
def weights() -> TaggerWeights:
    """The weights that ship with whence, loaded once."""
    return load_tagger()


def check(text: str, weights: TaggerWeights) -> Findings:
    """Find the quotes of a text; every span must slice."""
    report = read_text(text)
    (found,) = find([report], weights=weights, everything=True)
    assert isinstance(found, Findings)
    for quote in found.quotes:
        assert quote.content and all(piece.exact.strip() for piece in quote.content)
        assert 0 <= quote.confidence <= 1
        spoken = [e for one in quote.speakers for e in one.evidence]
        for one in (*quote.content, *quote.source, *quote.cue, *spoken, *evidence_of(quote.setting)):
            assert slices(report, one)
    assert all(slices(report, mention.evidence) for name in found.names for mention in name.mentions)
    assert all(slices(report, days.evidence) for days in found.times)
    return found


def evidence_of(setting: Setting) -> list[Evidence]:
    """Every evidence of a setting."""
    found = [setting.addressee, setting.through]
    found.append(setting.venue.evidence if setting.venue else None)
    found.append(setting.said_on.evidence if setting.said_on else None)
    return [one for one in found if one is not None]


def slices(report: Report, one: Evidence) -> bool:
    """The law of evidence."""
    return 0 <= one.start < one.end <= len(report.text) and report.text[one.start : one.end] == one.exact


@pytest.mark.parametrize("text", SMALL_TEXTS.values(), ids=SMALL_TEXTS)
def test_a_hostile_text_is_read(text: str, weights: TaggerWeights) -> None:
    check(text, weights)


@pytest.mark.parametrize("text", SMALL_TEXTS.values(), ids=SMALL_TEXTS)
def test_a_hostile_text_beside_a_plain_one_changes_nothing_there(text: str, weights: TaggerWeights) -> None:
    plain = read_text(SAID)
    (alone,) = find([plain], weights=weights)
    beside = list(find([read_text(text), plain, read_text(text)], weights=weights))[1]
    assert isinstance(alone, Findings) and isinstance(beside, Findings)
    assert [quote.content for quote in beside.quotes] == [quote.content for quote in alone.quotes]
    assert [[speaker.name for speaker in quote.speakers] for quote in beside.quotes] == [["Jane Roe"]]


@pytest.mark.parametrize("text", LARGE_TEXTS.values(), ids=LARGE_TEXTS)
def test_a_large_hostile_text_is_read(text: str) -> None:
    check(text, small_weights(11))  # labels next to nothing: the load is on all around the tagger


def test_an_empty_text_has_no_findings(weights: TaggerWeights) -> None:
    found = check("", weights)
    assert (found.names, found.times, found.quotes) == ((), (), ())


def test_rejects_among_hostile_texts_pass_through(weights: TaggerWeights) -> None:
    reject = Reject("a", "line 1", "bad_json", "is no JSON")
    items: list[Report | Reject] = [reject, read_text("“" * 500), reject, read_text(""), reject]
    assert [item is reject for item in find(items, weights=weights)] == [True, False, True, False, True]
