"""Reports of made-up events, several wordings each."""

from __future__ import annotations

from collections.abc import Sequence

from whence.records import Published, Report
from whence.stories.grouper import Grouper, Placed
from whence.stories.story_weights import load_story_weights
from whence.stories.terms import read_terms

FERRY = (
    (
        "Ferry runs aground off Port Ellery with 212 aboard",
        "A ferry carrying 212 people ran aground off Port Ellery on Tuesday in thick fog. The Marigold Star struck a "
        "sandbank near the Corrin lighthouse, the coastguard said, and eleven passengers were treated for bruises. "
        "Captain Hanne Weller said the engines had failed minutes before.",
    ),
    (
        "Passengers rescued after Marigold Star hits sandbank",
        "Lifeboats took all 212 passengers and crew off the Marigold Star on Tuesday after it hit a sandbank by the "
        "Corrin lighthouse. Eleven people were hurt, none badly. Hanne Weller, who commands the ferry, blamed a loss "
        "of power as it came into Port Ellery.",
    ),
    (
        "Fog and engine failure blamed for Port Ellery grounding",
        "Investigators boarded the stranded ferry Marigold Star off Port Ellery to find why its engines stopped. The "
        "212 people aboard were brought ashore on Tuesday, eleven of them with bruises, the coastguard said, after the "
        "vessel struck a sandbank near the Corrin lighthouse.",
    ),
)
MERGER = (
    (
        "Tollbrook Foods to buy rival Hanley Mills for $840 million",
        "Tollbrook Foods said on Tuesday it would buy Hanley Mills, a maker of flour, for $840 million in cash. Petra "
        "Sund, who runs Tollbrook, said the bakers would save $60 million a year. Shares of Hanley Mills rose 31 "
        "percent.",
    ),
    (
        "Flour maker Hanley Mills agrees to $840 million sale",
        "The board of Hanley Mills has accepted an offer of $840 million from Tollbrook Foods, both companies said. "
        "Petra Sund, the chief executive of Tollbrook Foods, expects to save $60 million a year. Hanley Mills rose 31 "
        "percent in early trading on Tuesday.",
    ),
)
ROUND_UP = (
    "Tuesday briefing",
    "What you need to know today. A ferry, the Marigold Star, ran aground off Port Ellery. Tollbrook Foods will buy "
    "Hanley Mills for $840 million. The senate of Norvale votes on the water bill. Rain is expected in the south, and "
    "the Ostby Rovers play the second leg of the cup. Our columnist Lars Timm writes about the price of bread.",
)
TEMPLATES = (  # not those that the weights were trained on
    (
        "Tomorrow in {town}: {high} degrees, wind from the {wind}",
        "The day begins at {low} degrees in {town} and warms to {high} after lunch, forecasters expect. Between {near} "
        "and the coast up to {rain} millimetres may fall before evening. A breeze of {speed} kilometres an hour comes "
        "from the {wind}. The risk of thunder is put at {chance} percent. Allergy sufferers should keep their windows "
        "shut at night.",
    ),
    (
        "{firm} lifts sales to {high} million",
        "Sales at {firm}, of {town}, came to {high}.{low} million in the three months to the end of last month, "
        "against {speed} million a year before. Net income was {chance} cents for each share. Chief executive {name} "
        "pointed to lower costs and kept the forecast for the year unchanged. The stock closed {hour} cents higher.",
    ),
    (
        "Late goal sees {town} past {near}",
        "A goal by {name} in the {speed}th minute gave {town} a {hour}-{low} win against {near} in front of {rain}00 "
        "spectators on {day}. {other} had put the guests ahead before the break. {town} are now {chance} points clear "
        "of the drop, and travel to the coast at the weekend.",
    ),
    (
        "{trade} {name} dead at {age}",
        "{name}, who was known in {town} as a {trade}, has died after a short illness, the family said on {day}. "
        "{name}, {age}, grew up in {near} and moved here {rain} years ago. Friends remember a quiet neighbour who "
        "never missed a market day. {other}, a cousin, said there would be a small gathering in the chapel.",
    ),
)


def report(name: str, told: tuple[str, str], published: str | None = "2024-03-12", outlet: str | None = None) -> Report:
    """A report of one wording."""
    when = Published(published, "day", "record") if published else None
    return Report(name, "", told[1], title=told[0], published=when, outlet=outlet)


def group(reports: Sequence[Report]) -> tuple[Grouper, list[Placed]]:
    """Reports put into stories as they come."""
    grouper = Grouper(load_story_weights())
    return grouper, [grouper.add(one.id, read_terms(one)) for one in reports]


def stories_of(grouper: Grouper) -> list[set[str]]:
    """The ids of the reports of each story, in the order in which stories began."""
    found: dict[int, set[str]] = {}
    for number, name in enumerate(grouper.ids):
        found.setdefault(grouper.story(number), set()).add(name)
    return [found[story] for story in sorted(found)]
