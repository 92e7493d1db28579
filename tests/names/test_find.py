"""What a report names: people with all their mentions, bodies, metonyms, and what is nobody's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.names.find import find_names
from whence.records import Name, Part, Report


def names(text: str, *parts: Part) -> dict[str, Name]:
    return {name.name: name for name in find_names(Report("a", "a", text, parts=parts))}


def mentions(text: str, name: str) -> list[str]:
    return [mention.evidence.exact for mention in names(text)[name].mentions]


def test_a_surname_alone_joins_its_full_name() -> None:
    assert mentions("Ana Roe spoke. Later Roe left.", "Ana Roe") == ["Ana Roe", "Roe"]


def test_a_possessive_is_a_mention_of_the_name_alone() -> None:
    assert mentions("Ana Roe spoke. Roe’s plan failed.", "Ana Roe") == ["Ana Roe", "Roe"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Donald J. Marsh came. Donald Marsh left.", "Donald J. Marsh"),
        ("Bill Marsh came. William Marsh left.", "Bill Marsh"),
        ("Olena Zorenskyy spoke. Olena Zorensky left.", "Olena Zorenskyy"),
        ("José Peña spoke. Jose Pena left.", "José Peña"),
    ],
)
def test_spellings_of_one_name_are_one_person(text: str, shown: str) -> None:
    assert list(names(text)) == [shown]


def test_father_and_son_are_two() -> None:
    assert len(names("John Marsh Jr. came. John Marsh Sr. left.")) == 2


def test_titles_are_no_part_of_the_name_but_kept_as_another_form() -> None:
    found = names(
        "On that day White House Press Secretary Jane Lee spoke, and later Secretary of State John Poe left too."
    )
    assert {"Jane Lee", "John Poe"} <= set(found)
    assert "Secretary of State John Poe" in found["John Poe"].also


def test_particles_belong_to_the_surname() -> None:
    assert mentions("Mayor Bill de Lario spoke. Then de Lario left.", "Bill de Lario") == ["Bill de Lario", "de Lario"]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Ukrainian President Olena Zoren spoke. The Ukrainian president left.", "The Ukrainian president"),
        ("Sen. Ana Roe of Vermont spoke, but the Vermont senator left.", "the Vermont senator"),
        ("Ana Roe (D-Vt.), a senator, spoke, but the Vermont senator left.", "the Vermont senator"),
        ("Fed Chair Janet Lowe spoke. Then the chair left.", "the chair"),
        ("Kevin Poe, a Republican communications strategist, spoke. The strategist left.", "The strategist"),
    ],
)
def test_a_description_is_tied_by_the_report_itself(text: str, description: str) -> None:
    tied = [m.evidence.exact for name in find_names(Report("a", "a", text)) for m in name.mentions if m.form != "name"]
    assert tied == [description]


def test_a_role_of_another_place_is_not_tied() -> None:
    assert mentions("Sen. Ana Roe of Vermont spoke, but the Texas senator left.", "Ana Roe") == ["Ana Roe"]


def test_a_campaign_is_a_body_and_not_its_candidate() -> None:
    found = names("Ana Roe spoke. Roe’s campaign left. The Roe campaign won.")
    assert found["Roe campaign"].kind == "organisation"
    assert [mention.evidence.exact for mention in found["Ana Roe"].mentions] == ["Ana Roe"]


def test_a_title_tells_which_bearer_of_a_surname_is_meant() -> None:
    text = "John Marsh came with Jane Marsh. Mrs. Marsh spoke. Mr. Marsh left."
    assert mentions(text, "Jane Marsh") == ["Jane Marsh", "Marsh"]
    assert mentions(text, "John Marsh") == ["John Marsh", "Marsh"]


def test_a_bare_surname_is_the_bearer_named_in_full_most_often() -> None:
    text = "John Marsh came. John Marsh spoke. Jane Marsh left. Marsh won."
    assert mentions(text, "John Marsh")[-1] == "Marsh"


def test_a_bare_surname_of_two_equals_joins_neither() -> None:
    text = "John Marsh came. Paul Marsh left. Marsh won."
    assert [len(name.mentions) for name in names(text).values()] == [1, 1]


def test_kinds_of_bodies() -> None:
    found = names("The Kremlin told CNN and Reuters that the Department of Justice erred.")
    assert {name: found[name].kind for name in found} == {
        "Kremlin": "metonym", "CNN": "outlet", "Reuters": "agency", "Department of Justice": "organisation",
    }  # fmt: skip


def test_an_acronym_joins_the_name_that_it_stands_for() -> None:
    assert mentions("The Bureau of River Inspection met. The BRI won.", "Bureau of River Inspection")[-1] == "BRI"


@pytest.mark.parametrize(
    "text", ["Monday in January.", "The Russian said.", "In Ohio, Meanwhile.", "Critics said so.", ""]
)
def test_days_places_peoples_and_openers_are_nobody(text: str) -> None:
    assert [name for name in names(text).values() if name.kind == "person"] == []


def test_headlines_repeat_names_and_make_none() -> None:
    text = "MARSH Wins Big Vote In Harbor Town\n\nAna Marsh won."
    assert mentions(text, "Ana Marsh") == ["MARSH", "Ana Marsh"]
    assert len(names(text)) == 1


def test_a_byline_names_nobody_in_the_report() -> None:
    text = "By Jane Poe\n\nAna Roe spoke."
    assert list(names(text, Part("byline", 0, 11))) == ["Ana Roe"]


def test_a_leader_named_by_surname_only_has_the_listed_name() -> None:
    assert list(names("They met Putin there.")) == ["Vladimir Putin"]
    assert list(names("Ivan Putin sells boats. Putin left.")) == ["Ivan Putin"]


@given(st.text(alphabet=st.sampled_from("AbcR .,’'\n“”-JMrsaid"), max_size=300))
def test_every_mention_slices_and_stands_in_order(text: str) -> None:
    report = Report("a", "a", text)
    for name in find_names(report):
        places = [mention.evidence.start for mention in name.mentions]
        assert places == sorted(places)
        for mention in name.mentions:
            assert report.text[mention.evidence.start : mention.evidence.end] == mention.evidence.exact


@pytest.mark.parametrize(
    "text", ["A" * 300_000, "Ab " * 100_000, "“" * 300_000, "J. " * 100_000, "Jo Roe (" * 40_000, "A-a" * 100_000]
)
def test_hostile_capitals_end(text: str) -> None:
    assert len(find_names(Report("a", "a", text))) <= 1


def test_a_hundred_thousand_names_end() -> None:
    words = (f"John Q{a}{b}{c} said." for a in "abcdefghij" for b in "klmnopqrst" for c in "abcdefghijklmnopqrstuvwxyz")
    assert len(find_names(Report("a", "a", " ".join(words)))) > 2_000
