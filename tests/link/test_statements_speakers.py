"""One spelling of each speaker over all articles."""

from firsthand.link.statements.names import name_words, spelling_key
from firsthand.link.statements.speakers import Spoken, one_spelling, speaker_id


def spoken(number: int, speaker: str | None, story: str = "one", mention: str = "", title: str = "") -> Spoken:
    """Return what a quotation of its own article says of its speaker."""
    words = frozenset(mention.lower().split()) - {"the", "top"}
    return Spoken(f"q{number}", f"article{number}", story, speaker, words, frozenset(title.lower().split()))


def spellings(*names: str | None) -> list[str | None]:
    """Return the one spelling of each of the names, all quoted in one story, each in its own article."""
    said = [spoken(number, name) for number, name in enumerate(names)]
    found = one_spelling(said, {})
    return [found[s.quotation] for s in said]


def test_the_spelling_of_most_articles_stands() -> None:
    """Spellings of one given name, with one surname, are one person."""
    assert spellings("Sergei Malkov", "Sergey Malkov", "Sergey Malkov") == ["Sergey Malkov"] * 3


def test_romanisations_of_a_surname_meet_within_a_story() -> None:
    """The like sound of both names joins them in one story, and not across stories."""
    assert len(set(spellings("Yusuf Khaddari", "Yousef Haddari"))) == 1
    apart = one_spelling([spoken(0, "Yusuf Khaddari", "one"), spoken(1, "Yousef Haddari", "two")], {})
    assert len(set(apart.values())) == 2


def test_two_given_names_are_two_people() -> None:
    """One surname is not one person."""
    assert spellings("Ilse Varga", "Bram Varga") == ["Ilse Varga", "Bram Varga"]


def test_a_surname_means_the_one_who_bears_it_in_the_story() -> None:
    """With one Varga in the story, "Varga" is she; with two it stays as it is; and another story does not count."""
    assert spellings("Ilse Varga", "Varga") == ["Ilse Varga", "Ilse Varga"]
    assert spellings("Ilse Varga", "Varga", "Bram Varga") == ["Ilse Varga", "Varga", "Bram Varga"]
    apart = one_spelling([spoken(0, "Ilse Varga", "one"), spoken(1, "Varga", "two")], {})
    assert apart == {"q0": "Ilse Varga", "q1": "Varga"}


def test_a_surname_may_mean_someone_whom_the_story_only_mentions() -> None:
    """People named in the text count, though no quotation is theirs by full name."""
    assert one_spelling([spoken(0, "Varga")], {"one": ["Ilse Varga"]}) == {"q0": "Ilse Varga"}
    assert one_spelling([spoken(0, "Varga")], {"one": ["Ilse Varga", "Bram Varga"]}) == {"q0": "Varga"}


def test_initials_and_middle_names_are_no_other_person() -> None:
    """Middle initials, "Jr." and an initial for the given name do not part a person in a story."""
    assert len(set(spellings("Odell J. Marsh", "Odell Marsh", "O. Marsh", "Odell Marsh Jr."))) == 1


def test_an_organisation_is_one_with_and_without_the_article() -> None:
    """ "The" and case make no other organisation."""
    assert len(set(spellings("the White Harbour", "White Harbour", "White harbour"))) == 1


def test_anonymous_and_unresolved_are_nobody() -> None:
    """They keep their values, and have no id."""
    assert spellings("anonymous", None, "Ilse Varga") == ["anonymous", None, "Ilse Varga"]
    assert speaker_id("anonymous") is None
    assert speaker_id(None) is None
    assert speaker_id("Ilse Varga") == speaker_id("ILSE VARGA") != speaker_id("Bram Varga")


def test_a_title_means_its_one_bearer_in_the_story() -> None:
    """ "The foreign minister", left open in one article, is named by another; two ministers leave it open."""
    bearer = spoken(0, "Ilse Varga", title="Norlandic Foreign Minister")
    other = spoken(1, "Bram Okoro", title="Defence Minister")
    full = spoken(2, None, mention="the foreign minister")
    short = spoken(3, None, mention="the minister")
    pronoun = spoken(4, None, mention="she")
    found = one_spelling([bearer, other, full, short, pronoun], {})
    assert [found[f"q{n}"] for n in (2, 3, 4)] == ["Ilse Varga", None, None]


def test_name_words_leave_out_what_is_no_name() -> None:
    """Articles, middle initials, suffixes, accents and case are no part of a name's words."""
    assert name_words("Zoë K. Öberg Jr.") == ("zoe", "oberg")
    assert name_words("the White Harbour") == ("white", "harbour")
    assert name_words("") == ()


def test_like_sounds_share_a_key() -> None:
    """Romanisations meet, other names do not."""
    assert spelling_key("mikhail zelenskiy") == spelling_key("mihail zelensky")
    assert spelling_key("anna berg") != spelling_key("hanna borg")
