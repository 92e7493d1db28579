"""What each edit is called, one example in words for each case that a fact-checker would want told apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from whence.changes.kinds import RANKS
from whence.text.marks import quoted_spans
from whence.text.words import split_words

from .stories import STORY, changes_between, edited_stories, edits, substance

# (kind, A, B): the first finding that is no style or punctuation must be of this kind.
EXAMPLES = [
    # altered speech
    (
        "quotation",
        "“We will never close the bridge to our farmers,” Mayor Feld said.",
        "“We will never close the bridge to our voters,” Mayor Feld said.",
    ),
    (
        "quotation",
        "“We do not expect any delays this year,” she said.",
        "“We do not expect delays this year,” she said.",
    ),
    (
        "quotation",
        "“We will not sell the harbor to anyone,” she said.",
        "“We will sell the harbor to anyone,” she said.",
    ),
    ("quotation", "“We lost 40 ships that night,” he said.", "“We lost 14 ships that night,” he said."),
    ("quotation", "“He told me ‘go away’ and I went,” she said.", "“He told me ‘go home’ and I went,” she said."),
    ("quotation", "He called it a “disaster” for the town.", "He called it a “success” for the town."),
    ("quotation", "“We need [the] port to live,” he said.", "“We need [the] dam to live,” he said."),
    ("quotation", '"They are ready for us," he said.', '"They\'re ready for us," he said.'),
    # figures
    ("figure", "The flood killed 12 people in the valley.", "The flood killed 14 people in the valley."),
    (
        "figure",
        "The flood killed 1,213 people in the valley.",
        "The flood killed more than a thousand people in the valley.",
    ),
    (
        "figure",
        "It came late in the 1,000-day war in the east.",
        "It came late in the more than two-year war in the east.",
    ),
    ("figure", "The repairs cost $4.7 million, auditors found.", "The repairs cost nearly $5 million, auditors found."),
    ("figure", "The repairs cost $4.7 million, auditors found.", "The repairs cost $4.7 billion, auditors found."),
    ("figure", "The repairs cost $40 million in all.", "The repairs cost £40 million in all."),
    ("figure", "Turnout fell by 12% in the north.", "Turnout fell by 21% in the north."),
    ("figure", "Police held eight men after the march.", "Police held several men after the march."),
    ("figure", "Police held 28 people after the march.", "Police held people after the march."),
    ("figure", "He spent three weeks in prison for fraud.", "He spent three months in prison for fraud."),
    ("figure", "A third of voters backed the plan.", "A quarter of voters backed the plan."),
    ("figure", "Many residents oppose the plan.", "All residents oppose the plan."),
    ("figure", "The quake killed 2,016 people there.", "The quake killed 1,950 people there."),
    ("figure", "Only one ship was seen off the coast.", "Only two ships were seen off the coast."),
    # who says it
    ("attribution", "The bridge is unsafe, officials said.", "The bridge is unsafe."),
    ("attribution", "Officials said the bridge is unsafe.", "The bridge is unsafe."),
    ("attribution", "According to police, the driver was drunk.", "The driver was drunk."),
    ("attribution", "The driver was drunk, according to a report seen by the Gazette.", "The driver was drunk."),
    ("attribution", "The bridge is unsafe.", "The bridge is unsafe, officials said."),
    ("attribution", "The bridge is unsafe, engineers said.", "The bridge is unsafe, protesters said."),
    ("attribution", "“It is a disaster,” a senior official said.", "“It is a disaster,” Voss said."),
    # turned round
    ("negation", "The mayor will not run again in the fall.", "The mayor will run again in the fall."),
    ("negation", "The mayor won’t run again in the fall.", "The mayor will run again in the fall."),
    ("negation", "The council did not approve the plan.", "The council approved the plan."),
    ("negation", "There is no evidence of fraud in the vote.", "There is evidence of fraud in the vote."),
    ("negation", "The mayor failed to answer the letter.", "The mayor answered the letter."),
    ("negation", "He left without paying the bill.", "He left after paying the bill."),
    ("negation", "Prices rose 4 percent last month.", "Prices fell 4 percent last month."),
    ("negation", "She left before the vote.", "She left after the vote."),
    # held back
    ("hedge", "The mayor reportedly took bribes from builders.", "The mayor took bribes from builders."),
    (
        "hedge",
        "The army sent an estimated 11,000 soldiers across the river.",
        "The army sent 11,000 soldiers across the river.",
    ),
    ("hedge", "The mayor took bribes from builders.", "The mayor allegedly took bribes from builders."),
    ("hedge", "The vaccine may cause headaches in children.", "The vaccine causes headaches in children."),
    ("hedge", "The plan could raise taxes next year.", "The plan will raise taxes next year."),
    ("hedge", "The alleged attacker fled the scene.", "The attacker fled the scene."),
    ("hedge", "About 40 people were hurt in the crash.", "40 people were hurt in the crash."),
    ("hedge", "Up to 12 people died in the fire.", "At least 12 people died in the fire."),
    # when
    ("date", "The vote was held on Monday in the old hall.", "The vote was held on Tuesday in the old hall."),
    ("date", "The dam was built in 1967 by the state.", "The dam was built in 1976 by the state."),
    ("date", "The dam burst on March 4, engineers said.", "The dam burst on March 14, engineers said."),
    ("date", "The vote was held on Monday in the old hall.", "The vote was held in the old hall."),
    ("date", "The blaze started at 3:15 a.m. in the attic.", "The blaze started at 5:13 a.m. in the attic."),
    ("date", "It began at 3 a.m. local time.", "It began at 3 p.m. local time."),
    ("date", "In May, the council may vote on the plan.", "In June, the council may vote on the plan."),
    # who
    ("name", "Troops withdrew from Mariupol overnight.", "Troops withdrew from Melitopol overnight."),
    ("name", "Carl Voss opened the meeting with a prayer.", "Karl Voss opened the meeting with a prayer."),
    ("name", "The report by Amnesty International was leaked.", "The report by Human Rights Watch was leaked."),
    # how it was said
    (
        "cue",
        "He vowed to continue fighting until the river is clean.",
        "He has been adamant about continuing to fight until the river is clean.",
    ),
    ("cue", "Voss said the river was clean.", "Voss claimed the river was clean."),
    ("negation", "Voss denied taking the money.", "Voss admitted taking the money."),
    ("cue", "“It is over,” Voss said.", "“It is over,” Voss shouted."),
    # left out, put in, moved
    (
        "dropped",
        "The plan failed. It was too costly by half, the board found. Nobody was surprised.",
        "The plan failed. Nobody was surprised.",
    ),
    (
        "added",
        "The plan failed. Nobody was surprised.",
        "The plan failed. It was too costly by half, the board found. Nobody was surprised.",
    ),
    (
        "dropped",
        "The plan, which had been drawn up in secret by two consultants, failed last week.",
        "The plan failed last week.",
    ),
    ("dropped", "He will give up land if it means ending the war.", "He will give up land."),
    ("dropped", "“We will defend the port, whatever it may cost us,” he said.", "“We will defend the port,” he said."),
    ("dropped", "Voss took the money, prosecutors said, which he denies.", "Voss took the money, prosecutors said."),
    (
        "moved",
        "The plan failed last week after a long debate. Critics rejoiced loudly. Nobody was surprised by it.",
        "The plan failed last week after a long debate. Nobody was surprised by it. Critics rejoiced loudly.",
    ),
    # wording
    ("wording", "The mayor quickly left the crowded hall.", "The mayor swiftly left the crowded hall."),
    (
        "wording",
        "“We will defend port to the end,” the minister said.",
        "“We will defend [the] port to the end,” the minister said.",
    ),
    (
        "wording",
        "“We will defend it to the end,” the minister said.",
        "“We will defend [the port] to the end,” the minister said.",
    ),
    (
        "wording",
        "“We will defend the port, whatever the cost, to the end,” he said.",
        "“We will defend the port ... to the end,” he said.",
    ),
    ("wording", "“We need [the] port to live,” he said.", "“We need the port to live,” he said."),
    (
        "wording",
        "He called the plan a gift to developers on Monday.",
        "He called the plan “a gift to developers” on Monday.",
    ),
    (
        "wording",
        "Police arrested the driver after a short chase.",
        "The driver was arrested by police after a short chase.",
    ),
]

# The same words to a reader: nothing but house style and punctuation.
SAME = [
    ("Both sides agreed to a cease-fire.", "Both sides agreed to a ceasefire."),
    ("The U.S. sent two ships to the bay.", "The US sent two ships to the bay."),
    ("The American ships left the bay.", "The U.S. ships left the bay."),
    ("Police held eight men after the march.", "Police held 8 men after the march."),
    ("Twenty-five people marched.", "25 people marched."),
    ("It was the third march this year.", "It was the 3rd march this year."),
    ("The march was organised by students.", "The march was organized by students."),
    ("Turnout fell by 12 percent in the north.", "Turnout fell by 12 per cent in the north."),
    ("Turnout fell by 12 percent in the north.", "Turnout fell by 12% in the north."),
    ("It cost 4.7 million dollars to repair.", "It cost $4.7 million to repair."),
    ("It cost $3 million to build.", "It cost $3m to build."),
    ("The march began at 8 p.m. near the gate.", "The march began at 8pm near the gate."),
    ("The dam burst on Feb. 4, he said.", "The dam burst on February 4, he said."),
    ("Gov. Ann Lee signed the bill.", "Governor Ann Lee signed the bill."),
    ("Rockets fell on Kyiv overnight.", "Rockets fell on Kiev overnight."),
    ("They do not know the cause.", "They don’t know the cause."),
    ("The café in Kraków was shut.", "The cafe in Krakow was shut."),
    ("“We can’t go on,” he said.", '"We can\'t go on," he said.'),
    ("“We can’t go on”, he said of it.", "“We can’t go on,” he said of it."),
    ("“We favour the march,” he said.", "“We favor the march,” he said."),
    ("The mayor, who is 61, left — at once.", "The mayor who is 61 left, at once."),
    ("The Mayor left early.", "The mayor left early."),
    ("The CDC warned the city twice.", "The Centers for Disease Control warned the city twice."),
]

# (kind that must not be told, A, B)
NEVER = [
    ("attribution", "“We will defend the port,” the minister said.", "The minister said they would defend the port."),
    ("attribution", "Voss said: “It is over.”", "“It is over,” Voss said."),
    (
        "attribution",
        "“We will go,” he said, “and we will not return.”",
        "“We will go and we will not return,” he said.",
    ),
    ("attribution", "Police said the bridge is unsafe.", "The bridge is unsafe, police said."),
    ("attribution", "The bridge is unsafe, police said.", "The bridge is unsafe, according to police."),
    ("attribution", "He was born in the United States in 1950.", "He was born in 1950."),
    ("attribution", "The bridge is owned by the state and two banks.", "The bridge is owned by two banks."),
    ("attribution", "Voss lost the vote and claimed fraud.", "Voss lost the vote."),
    ("attribution", "Voss took the money, which he denies.", "Voss took the money."),
    ("attribution", "The so-called peace plan was signed.", "The peace plan was signed."),
    ("attribution", "The bridge is unsafe, the minister said.", "The bridge is unsafe, she said."),
    ("date", "“We will defend the port, whatever it may cost us,” he said.", "“We will defend the port,” he said."),
    ("date", "The vaccine may cause headaches.", "The vaccine causes headaches."),
    ("date", "Police let the march pass.", "Police let the parade pass."),
    (
        "date",
        "Voss left the party in 2010. He founded his own movement two years later.",
        "Voss, who founded his own movement two years later, left the party in 2010.",
    ),
    ("quotation", "“We will go,” he said. “We will not return.”", "“We will go. We will not return,” he said."),
    ("quotation", "He called it “a gift to us” on Monday.", "He called it a gift to us on Monday."),
    ("quotation", "“This is a gift to us,” he said.", "“This is a gift to [the city],” he said."),
    (
        "dropped",
        "The plan failed last week. It was too costly, the board found.",
        "The plan failed last week, and it was too costly, the board found.",
    ),
    (
        "added",
        "The plan failed last week, and it was too costly, the board found.",
        "The plan failed last week. It was too costly, the board found.",
    ),
    ("dropped", "“It is over,” said Voss.", "“It is over,” Voss said."),
    (
        "dropped",
        "The plan failed after a long debate. Critics rejoiced loudly. Nobody was surprised by the vote.",
        "The plan failed after a long debate. Nobody was surprised by the vote. Critics rejoiced loudly.",
    ),
    ("name", "The council met again on Monday.", "The council met again on Tuesday."),
    (
        "negation",
        "“Not now,” he said. It was late. Nobody answered him that night.",
        "“Not now,” he said. Nobody answered him that night.",
    ),
]


@pytest.mark.parametrize(("kind", "a", "b"), EXAMPLES)
def test_the_first_finding_is_of_the_kind_that_an_editor_would_name(kind: str, a: str, b: str) -> None:
    found = [change for change in edits(a, b) if change.kind not in ("house style", "punctuation")]
    assert found[0].kind == kind, found


@pytest.mark.parametrize(("kind", "a", "b"), EXAMPLES)
def test_what_is_found_from_a_to_b_is_found_from_b_to_a(kind: str, a: str, b: str) -> None:
    opposite = {"dropped": "added", "added": "dropped"}
    assert opposite.get(kind, kind) in {change.kind for change in edits(b, a)}


@pytest.mark.parametrize(("a", "b"), SAME)
def test_house_style_and_punctuation_are_no_findings(a: str, b: str) -> None:
    assert substance(a, b) == []
    assert substance(b, a) == []


@pytest.mark.parametrize(("kind", "a", "b"), NEVER)
def test_what_is_not_so_is_not_told(kind: str, a: str, b: str) -> None:
    assert kind not in {change.kind for change in edits(a, b)}


def test_a_figure_made_vaguer_says_so() -> None:
    (change,) = [c for c in edits("It was a 1,000-day war.", "It was a more than two-year war.") if c.kind == "figure"]
    assert change.before == "1,000-day war"
    assert change.after == "more than two-year war"
    assert "more than" in change.says


def test_an_attribution_dropped_says_that_a_claim_became_a_fact() -> None:
    (change,) = [c for c in edits("It is unsafe, officials said.", "It is unsafe.") if c.kind == "attribution"]
    assert (change.before, change.after) == ("officials said", "")
    assert "became a fact" in change.says


def test_a_hedge_dropped_is_named() -> None:
    (change,) = [c for c in edits("He reportedly left the hall.", "He left the hall.") if c.kind == "hedge"]
    assert "reportedly" in change.says


def test_several_edits_of_one_sentence_are_told_apart() -> None:
    found = substance(
        "The minister reportedly said on Monday that 40 people were killed.",
        "The minister said on Tuesday that 14 people were killed.",
    )
    assert found == [("figure", "40 people", "14 people"), ("hedge", "reportedly", ""), ("date", "Monday", "Tuesday")]


def test_every_kind_has_a_rank_and_altered_speech_comes_first() -> None:
    assert sorted(RANKS.values()) == list(range(1, len(RANKS) + 1))
    assert min(RANKS, key=lambda kind: RANKS[kind]) == "quotation"


@given(edited_stories())
def test_a_quotation_is_never_called_altered_where_its_words_are_the_same(edited: str) -> None:
    for change in changes_between(STORY, edited).changes:
        if change.kind == "quotation":
            keys_a, keys_b = split_words(change.before).keys, split_words(change.after).keys
            assert keys_a != keys_b
            assert change.a is None or any(span.covers(change.a.span) for span in quoted_spans(STORY))
            assert change.b is None or any(span.covers(change.b.span) for span in quoted_spans(edited))
