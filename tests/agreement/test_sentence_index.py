"""Sentences by their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.agreement.contexts import NUMBER, Sentence
from whence.agreement.sentence_index import MOST_LIKE, MOST_POSTED, SentenceIndex, weigh_words

WORDS = st.frozensets(st.sampled_from(["fire", "mill", "dam", "boat", "port", "rain", "road"]), min_size=1)


def _sentence(words: str, names: str = "") -> Sentence:
    return Sentence(frozenset(words.split()), frozenset(names.split()))


def _index(*sentences: Sentence) -> SentenceIndex:
    index = SentenceIndex(weigh_words(sentences))
    for number, sentence in enumerate(sentences):
        index.add(number, sentence)
    return index


def test_the_sentence_with_the_rarest_words_in_common_is_the_most_like() -> None:
    index = _index(_sentence("fire dam road"), _sentence("fire mill road"), _sentence("fire rain road"))
    assert index.like(_sentence("fire mill boat"))[0].number == 1


def test_a_name_in_common_says_more_than_a_word() -> None:
    sentences = _sentence("wanda road", "wanda"), _sentence("mill rain")
    weights = weigh_words(sentences)
    assert weights["wanda"] > weights["mill"]


def test_a_number_in_common_speaks_for_likeness_and_another_does_not_speak_against_it() -> None:
    plain, same, other = _sentence("fire mill"), _sentence(f"fire dam {NUMBER}9"), _sentence(f"fire dam {NUMBER}7")
    index = _index(plain, same, other)
    like = {one.number: one.likeness for one in index.like(_sentence(f"fire rain {NUMBER}9"))}
    assert like[1] > like[2]


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_sentence_is_most_like_itself(contents: list[frozenset[str]]) -> None:
    sentences = [Sentence(content, frozenset()) for content in contents]
    index = _index(*sentences)
    for sentence in sentences:
        best = index.like(sentence)[0]
        assert best.likeness > 0.999
        assert len(index.like(sentence)) <= MOST_LIKE


def test_a_word_of_very_many_sentences_is_looked_up_in_the_latest() -> None:
    index = _index(*[_sentence("fire")] * (3 * MOST_POSTED))
    assert min(one.number for one in index.like(_sentence("fire"))) >= 2 * MOST_POSTED
