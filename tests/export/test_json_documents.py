"""The JSON of a comparison holds who said what, with spans that slice."""

from __future__ import annotations

import json

from whence.export.json_documents import comparison_document

from .quoted_pair import A, B, quoted_pair


def test_attributions_are_side_by_side_with_what_differs() -> None:
    pairs = json.loads(json.dumps(comparison_document(quoted_pair())))["quotes"]
    assert [pair["differs"] for pair in pairs] == [["cue", "venue"], ["attribution"], ["speaker"], ["content"], [], []]
    assert [pair["b"] is None for pair in pairs] == [False, True, False, True, False, False]
    assert (pairs[2]["a"]["speaker"], pairs[2]["b"]["speaker"]) == ("Tom Brandt", "Paul Hale")
    assert pairs[0]["a"]["said_on"]["date"] == "2024-03-11"


def test_every_span_of_an_attribution_slices_to_its_words() -> None:
    pairs = json.loads(json.dumps(comparison_document(quoted_pair())))["quotes"]
    for side, text in (("a", A), ("b", B)):
        for quote in filter(None, (pair[side] for pair in pairs)):
            for span in (*quote["content"], *quote["source"], *quote["cue"]):
                assert text[span["start"] : span["end"]] == span["text"]
