"""What a figure counts or measures."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, head_of, the_figure


@pytest.mark.parametrize(
    ("text", "head", "modifiers"),
    [
        ("an estimated 11,000 North Korean soldiers, he said", "soldiers", ["North Korean"]),
        ("eight U.S. supplied long-range missiles", "missiles", ["U.S.", "supplied", "long-range"]),
        ("eight American-supplied missiles into the town", "missiles", ["American-supplied"]),
        ("the 1,000-day war", "war", []),
        ("30 percent of likely voters", "voters", ["likely"]),
        ("$300 million in damages", "damages", []),
        ("$5 million worth of copper", "copper", []),
        ("12 more people", "people", []),
        ("three of the six boats", "boats", []),
        ("a 1,400-room hotel", "room", []),
        ("12 injured", "injured", []),
        ("a 10 percent rise on Friday", "rise", []),
        ("10 years in prison", "prison", []),
        ("146 votes to sustain it", "votes", []),
        ("one woman", "woman", []),
        ("100 confirmation votes", "votes", ["confirmation"]),
        ("20 summer analysts", "analysts", ["summer"]),
        ("one person familiar with it", "person", []),
        ("40 of Ms. Kerr's old boats", "boats", ["Ms. Kerr's", "old"]),
        ("two of Mr Kerr's boats", "boats", ["Mr Kerr's"]),
        ("12 North side residents", "residents", ["North", "side"]),
        ("half the participants", "participants", []),
        ("5,900 have been injured", "injured", []),
        ("the third attack", "attack", []),
    ],
)
def test_the_head_stands_after_the_number(text: str, head: str, modifiers: list[str]) -> None:
    figure = figures_of(text)[0]
    assert (head_of(figure), [modifier.exact for modifier in figure.modifiers]) == (head, modifiers)


@pytest.mark.parametrize("text", ["It took 90 square miles in the north.", "$10 million opposing it", "He won 12."])
def test_where_no_noun_follows_there_is_no_head(text: str) -> None:
    assert head_of(the_figure(text)) == ""


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("They spent $60,000 on videos.", "videos"),
        ("Congress gave $1.4 billion for a barrier.", "barrier"),
        ("They face a 366 percent hike.", "hike"),
        ("Roe had 38 percent support.", "support"),
        ("They asked for less than $200 in order to hide it.", ""),
        ("He paid $15 for two years.", ""),
    ],
)
def test_money_and_shares_lead_on_to_what_they_are_for(text: str, head: str) -> None:
    assert head_of(figures_of(text)[0]) == head
