"""Names of one person and of two, in one story; every name is invented."""

import pytest
from benchmarks.speakers.names import Pair, pairs, wrong
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.statements.speakers.letters import skeleton, sounds
from firsthand.link.statements.speakers.names import Name, everywhere, one_person, parse, shortens
from firsthand.link.statements.speakers.people import People

PAIRS = pairs()
GIVEN, SURNAMES = ("Ada", "Adam", "Bram", "A.", "Sergei", "Sergey", "Bill", "William"), ("Holm", "Holmberg", "van Dorn")
NAMES = st.builds("{} {}{}".format, st.sampled_from(GIVEN), st.sampled_from(SURNAMES), st.sampled_from(["", " Jr."]))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.one} / {pair.other}")
def test_every_pair_of_the_table_is_told_right(pair: Pair) -> None:
    """Spelling variants are one person, people with like names are two (benchmarks/speakers/names.csv)."""
    assert list(wrong([pair])) == []


def test_the_table_holds_enough_of_both() -> None:
    """Each pair once."""
    assert len({frozenset((p.one, p.other)) for p in PAIRS}) == len(PAIRS) >= 150
    assert min(sum(p.same is same for p in PAIRS) for same in (True, False)) >= 50


def test_a_name_is_its_words() -> None:
    """Articles, honorifics, particles, points and possessives are no part of it; a suffix is kept apart."""
    assert parse("Dr. Zoë K. Öberg, Jr.") == Name(("zoë", "k", "öberg"), "jr")
    assert parse("the White Harbour's") == Name(("white", "harbour"))
    assert parse("Yusuf al-Hadri") == parse("Yusuf Al Hadri") == Name(("yusuf", "hadri"))
    assert parse("") == Name(())


def test_a_surname_shortens_a_full_name() -> None:
    """With what belongs to it; a given name does not, but where it is a surname that stands first."""
    assert shortens(parse("Holm"), parse("Ada Holm"))
    assert shortens(parse("van der Haag"), parse("Ludo van der Haag"))
    assert shortens(parse("Kim"), parse("Kim Do-yun"))
    assert shortens(parse("Van Dorn"), parse("Ludo van Dorn"))
    assert not shortens(parse("Ada"), parse("Ada Holm"))
    assert not shortens(parse("Ada Holm"), parse("Ada Holm"))
    assert not shortens(parse(""), parse("Ada Holm"))


def test_the_key_of_the_corpus_knows_spellings_of_given_names_only() -> None:
    """Nicknames and like-sounding surnames may be somebody else's in another story."""
    assert everywhere(parse("Sergei O. Malkov")) == everywhere(parse("Sergey Malkov"))
    assert everywhere(parse("Bill Tarrow")) != everywhere(parse("William Tarrow"))
    assert everywhere(parse("Ada Khaddari")) != everywhere(parse("Ada Haddari"))


def test_like_sounds_share_a_key_and_other_words_do_not() -> None:
    """In Latin letters by sounds, across scripts by consonants."""
    assert sounds("zelenskiy") & sounds("zelensky")
    assert not sounds("berg") & sounds("borg")
    assert skeleton("محمد") == skeleton("muhammad") == skeleton("mohamed") == "mhmd"


@given(NAMES, NAMES)
def test_one_person_is_told_alike_both_ways(one: str, other: str) -> None:
    """The order of two names does not matter."""
    assert one_person(parse(one), parse(other)) == one_person(parse(other), parse(one))


@given(st.lists(NAMES, max_size=8), st.randoms())
def test_people_do_not_depend_on_the_order_and_lose_no_name(names: list[str], order: object) -> None:
    """Every full name is one person's, and no two of one person contradict each other."""
    turned = list(names)
    order.shuffle(turned)  # type: ignore[attr-defined]
    people = People(names)
    assert people.spellings == People(turned).spellings
    assert sorted(n for group in people.spellings for n in group) == sorted(set(names))
    for group in people.spellings:
        assert all(one_person(parse(a), parse(b)) for a in group for b in group)


@given(st.text())
def test_any_text_is_a_name_of_some_sort(text: str) -> None:
    """Documents are hostile: nothing fails on odd letters, and a name is its own person."""
    name = parse(text)
    assert one_person(name, name)
    assert len(People([text, text]).spellings) <= 1
