"""Material from templates that we wrote: for every kind of story a file of sentences, and some that fit any story."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.corpus.lists import read_lines
from bench.corpus.material import SPEECH_WORDS, Material
from bench.corpus.recombined import REPORT_WORDS
from bench.corpus.templates import Cast, Template, expand, read_templates

STORIES = (
    "fire", "council", "court", "storm", "football", "election", "company", "strike", "hospital", "school", "science",
    "road", "museum",
)  # fmt: skip
ANY_STORY, SPEECH, VOCABULARY = "any_story", "speech", "vocabulary"
SPEECHES = 3


class Written:
    """Sentences from templates, new people, places and figures in every report."""

    name = "written"

    def __init__(self) -> None:
        general = read_templates(ANY_STORY)
        self._stories = [read_templates(name) + general for name in STORIES]
        self._speech = read_templates(SPEECH)
        self.vocabulary = read_lines(VOCABULARY)

    def materials(self, seed: int) -> Iterator[Material]:
        """Material for report after report; each uses a template at most once while there are others."""
        chance = Random(seed)
        while True:
            templates = self._stories[int(chance.random() * len(self._stories))]
            cast = Cast(chance)
            speeches = [self._speak(cast) for _ in range(SPEECHES)]
            spoken = sum(speech.count(" ") + 1 for speech in speeches)
            yield Material(_sentences(templates, cast, spoken), speeches)

    def _speak(self, cast: Cast) -> str:
        """Some sentences of speech, as many words as a quotation should have."""
        said, words = "", 0
        while words < SPEECH_WORDS[0]:
            more = expand(self._speech[int(cast.chance.random() * len(self._speech))], cast)
            size = more.count(" ") + 1
            if words + size <= SPEECH_WORDS[1]:
                said, words = f"{said} {more}" if said else more, words + size
        return said


def _sentences(templates: list[Template], cast: Cast, spoken: int) -> list[str]:
    """Sentences from templates in any order, as many words as a report has besides those spoken."""
    draw = cast.chance.random
    wanted = REPORT_WORDS[0] + int((draw() + draw()) / 2 * (REPORT_WORDS[1] - REPORT_WORDS[0]))
    unused = list(templates)
    sentences: list[str] = []
    words = spoken
    while words < wanted and unused:
        place = int(draw() * len(unused))
        unused[place], unused[-1] = unused[-1], unused[place]
        sentence = expand(unused.pop(), cast)
        sentences.append(sentence)
        words += sentence.count(" ") + 1
    return sentences
