"""Walking: from an attribution's source and cue through the words around them that tell its setting."""

from __future__ import annotations

from collections.abc import Mapping

from whence.quotes.addressees import bears_out, is_audience, may_take_addressee, takes_addressee
from whence.quotes.cues import is_cue
from whence.quotes.noun_phrases import PHRASE_TOKENS, PUBLISHED, phrase_end
from whence.quotes.scene import Scene
from whence.quotes.venues import Found, find_outlet, find_place, find_platform, find_venue_noun
from whence.records import Time
from whence.text.wordlists import read_word_list

STEPS = 40  # a bound for hostile text: over 9,720 attributions of PolNeAR train, 12 to 80 give the same settings
_ON_TIME = frozenset(["on", "in", "at", "during", "over", "back"])
_NEAR_TIME = frozenset(["late", "early", "earlier", "later", "just", "again", "as", "only", "even"])
_AT_PLACE = frozenset(["in", "at", "from", "outside", "inside", "near"])
_VENUE_LEADS = frozenset(
    ["in", "at", "on", "during", "via", "from", "through", "over", "with", "to", "before", "by", "outside", "inside",
     "near", "of", "for", "after", "as", "into"]
)  # fmt: skip
_SPEAKING = frozenset(
    ["speaking", "appearing", "testifying", "writing", "talking", "campaigning", "addressing", "appeared", "spoke",
     "speech", "remarks", "comments"]
)  # fmt: skip
_SPEAKING_TO = frozenset([
    "speaking", "talking", "spoke", "said", "says", "wrote", "writing", "explained", "boasted", "complained",
    "admitted", "confided", "remarked", "testified", "testifying", "apologized", "announced", "confirmed",
    "suggested", "replied", "insisted", "repeated", "acknowledged", "emailed", "saying", "hinted", "joked",
    "pleaded", "appealed", "argued",
])  # fmt: skip
_SKIPPED = frozenset([
    ",", "also", "then", "again", "once", "later", "further", "too", "has", "had", "have", "is", "was", "who", "and",
    "–", "—", "-", "(", ")", "just", "even", "still", "would", "not", "did", "never", "now", "live", "earlier",
    "first",
])  # fmt: skip
_CARRIERS = frozenset(read_word_list("message_carriers"))
_LANGUAGES = frozenset(read_word_list("languages"))
_THROUGH = frozenset(["through", "via", "by"])
_TELLABLE = frozenset(
    ["story", "stories", "tale", "tales", "truth", "joke", "jokes", "lie", "lies", "anecdote", "time"]
)
_SAYINGS = frozenset([
    ("on", "note"), ("to", "note"), ("on", "message"), ("on", "report"), ("from", "interview"), ("in", "event"),
])  # fmt: skip
_REPLYING = frozenset(["responded", "replied", "responding", "replying", "reacted", "reacting"])
_REPLIED_TO = frozenset(["question", "questions", "request", "requests", "inquiry", "criticism", "news", "attack"])
_EVENT_OBJECTS = frozenset(["addressing"])
Range = tuple[int, int]


class Walk:
    """What has been found for one attribution so far, and where its own pieces stand in the sentence.

    Attributes:
        venues: the venues met, in the order met.
        addressee: the tokens of who is spoken to.
        days: the phrase of time of the speaking.
        through: the tokens of who or what stands between.
    """

    __slots__ = ("_cue", "_foreign", "_met", "_owned", "_scene", "addressee", "days", "through", "venues")

    def __init__(self, scene: Scene, owned: Mapping[int, int], cue: frozenset[int], foreign: frozenset[int]) -> None:
        """Begin.

        Args:
            scene: the sentence.
            owned: the first token of each piece of source and content, with the token after the piece.
            cue: the tokens of the cue.
            foreign: the tokens at which the content of another attribution begins.
        """
        self._scene, self._owned, self._cue, self._foreign = scene, owned, cue, foreign
        self._met: set[int] = set()
        self.venues: list[Found] = []
        self.addressee: Range | None = None
        self.days: Time | None = None
        self.through: Range | None = None

    def go(self, token: int, *, stop: int | None = None) -> int:
        """Walk on from a token; the token at which the walk ended, `stop` at the latest.

        Words met before are not read twice, so that two walks may cross.
        """
        scene, end = self._scene, len(self._scene.keys) if stop is None else stop
        verb = -1
        for _ in range(STEPS):
            if token >= end or token in self._met or (token in self._foreign and token not in self._owned):
                break
            self._met.add(token)
            if token in self._owned:
                token = self._owned[token]
                continue
            after = self._take(token, verb)
            if after is None:
                key = scene.keys[token]
                if key in _SPEAKING or token in self._cue or is_cue(key):
                    verb = token
                elif (key == "and" and scene.key(token + 1) in _VENUE_LEADS) or not (
                    key in _SKIPPED or key in PUBLISHED or (key.endswith("ly") and key != "only")
                ):
                    break
                after = token + 1
            token = after
        return token

    def fork(self) -> Walk:
        """A walk over the same ground that has found nothing yet."""
        return Walk(self._scene, self._owned, self._cue, self._foreign)

    def join(self, other: Walk) -> None:
        """Take what another walk found, where this one found nothing."""
        self.venues += other.venues
        self.addressee = self.addressee or other.addressee
        self.days = self.days or other.days
        self.through = self.through or other.through

    def _limit(self, token: int) -> int:
        """The first token from here on that begins a content or a source."""
        for one in range(token, token + PHRASE_TOKENS):
            if one in self._owned or one in self._foreign:
                return one
        return len(self._scene.keys)

    def _take(self, token: int, verb: int) -> int | None:
        """Take the circumstance that begins at a token: the token after it; None where none begins."""
        scene, key = self._scene, self._scene.keys[token]
        if token in scene.days:
            return self._take_time(token)
        if key in _NEAR_TIME and token + 1 in scene.days:
            return self._take_time(token + 1)
        if key in _ON_TIME:
            at = token + 1
            at += at not in scene.days and scene.key(at) in ("late", "early", "the")
            if at in scene.days and scene.key(scene.days[at][1]) != "'s":
                return self._take_time(at)
        if token == verb + 1 and verb >= 0 and key not in _VENUE_LEADS:
            return self._take_told(token, verb)
        if key in _VENUE_LEADS:
            return self._take_phrase(token, verb)
        return None

    def _take_time(self, token: int) -> int | None:
        """A phrase of time; "Monday's" begins something else."""
        days, end = self._scene.days[token]
        if self._scene.key(end) in ("'s", "’", "'"):
            return None
        self.days = self.days or days
        return end

    def _take_told(self, token: int, verb: int) -> int | None:
        """Who is told, directly after the verb."""
        scene = self._scene
        limit = self._limit(token)
        sure = takes_addressee(scene, verb)
        if not sure and not may_take_addressee(scene, verb) and scene.keys[verb] not in _EVENT_OBJECTS:
            return None
        end, days = phrase_end(scene, token, limit)
        if end == token or scene.keys[end - 1] in _TELLABLE:
            return None
        if not (sure or is_audience(scene, token, end) or bears_out(scene, end, limit)):
            return None
        self._address(token, end)
        self.days = self.days or days
        return end

    def _address(self, first: int, last: int) -> None:
        """Note who is spoken to; an outlet is the venue too, and a rally that is told something is where it is said."""
        outlet = find_outlet(self._scene, first, last)
        venue = outlet or find_venue_noun(self._scene, first, last)
        if venue and (outlet or venue.kind == "event"):
            self.venues.append(venue)
        if self.addressee is None:
            self.addressee = (first, last)

    def _take_phrase(self, token: int, verb: int) -> int | None:
        """A preposition and the noun phrase after it, where it is a circumstance of speaking."""
        scene, lead = self._scene, self._scene.keys[token]
        first = token + 1
        end, days = phrase_end(scene, first, self._limit(first))
        if end == first:
            return None
        if lead in _THROUGH and scene.keys[end - 1] in _CARRIERS:
            self.through = self.through or (first, end)
            return end
        if lead == "in" and end == first + 1 and scene.words[first] in _LANGUAGES:
            self.through = self.through or (first, end)
            return end
        if lead == "to" and verb >= 0 and scene.keys[verb] in _REPLYING and scene.keys[end - 1] in _REPLIED_TO:
            return end
        if self._take_venue(lead, first, end) or self._take_audience(lead, first, end, verb):
            self.days = self.days or days
            return end
        return None

    def _take_venue(self, lead: str, first: int, end: int) -> bool:
        """Note the venue that a phrase names; whether there is one."""
        scene = self._scene
        if lead in ("after", "as", "into") or scene.keys[first] in ("any", "no", "every", "each"):
            return False
        found = find_outlet(scene, first, end)
        if found is None and lead not in ("with", "to", "before", "of", "for", "by"):
            found = find_platform(scene, first, end) or find_venue_noun(scene, first, end)
            if found and (lead, found.name) in _SAYINGS:
                return False
            if found is None and lead in _AT_PLACE:
                found = find_place(scene, first, end)
        if found is None:
            return False
        self.venues.append(found)
        if lead in ("with", "to") and found.kind == "outlet":
            self.addressee = self.addressee or (first, end)
        return True

    def _take_audience(self, lead: str, first: int, end: int, verb: int) -> bool:
        """Note who is spoken to after "to" or "with"; whether the phrase belongs to the speaking at all."""
        scene = self._scene
        somebody = is_audience(scene, first, end) or (lead != "before" and scene.capital(end - 1))
        if not somebody:
            return False
        met = bool(self.venues) and self.venues[-1].last == first - 1
        governor = scene.key(first - 2)
        if lead in ("by", "of", "for"):
            return met or governor in PUBLISHED
        if lead not in ("to", "with", "before"):
            return False
        spoken = lead == "to" and verb >= 0 and scene.keys[verb] in _SPEAKING_TO
        if spoken or met or (lead == "to" and is_audience(scene, first, end)):
            self.addressee = self.addressee or (first, end)
            return True
        return False
