"""One name for each speaker over a story and over the corpus; every text and name is invented."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from firsthand.annotate import Annotate
from firsthand.link.statements.speakers import one_spelling, speaker_id
from firsthand.model import Annotation
from tests.factories import article

HOLM = "The talks ended on Monday. “We will come back,” Norlandic Foreign Minister Ada Holm said."


def speakers(*texts: str, stories: Sequence[str] = ()) -> list[list[str | None]]:
    """Return the speakers of each text's quotations in order; all texts are one story unless ``stories`` says."""
    articles = {f"a{n}": article(f"a{n}", text) for n, text in enumerate(texts)}
    annotations = {name: Annotate().annotate(a) for name, a in articles.items()}
    return _speakers(articles, annotations, {f"a{n}": story for n, story in enumerate(stories)})


def _speakers(
    articles: dict[str, object], annotations: dict[str, Annotation], stories: dict[str, str]
) -> list[list[str | None]]:
    story_of = {name: stories.get(name, "one") for name in articles}
    found = [(articles[n], q, story_of[n]) for n, a in annotations.items() for q in a.quotations]
    names = one_spelling(found, articles, annotations, story_of)  # type: ignore[arg-type]
    return [[names[q.id] for q in a.quotations] for a in annotations.values()]


def of_names(*names: str | None, stories: Sequence[str] = ()) -> list[str | None]:
    """Return the one spelling of speakers' names, each quoted in an article of its own that names nobody else."""
    text = "“Well, this is it,” somebody said."
    articles = {f"a{n}": article(f"a{n}", text) for n in range(len(names))}
    annotations = {}
    for key, name in zip(articles, names, strict=True):
        (said,) = Annotate().annotate(articles[key]).quotations
        spoken = replace(said, speaker=name, speaker_start=None, speaker_end=None)
        annotations[key] = Annotation(key, (), (), (), (spoken,))
    given = {f"a{n}": story for n, story in enumerate(stories)}
    return [row[0] for row in _speakers(articles, annotations, given)]  # type: ignore[arg-type]


# Names.


def test_the_spelling_of_most_articles_stands() -> None:
    """Spellings of one given name, with one surname, are one person, in all stories."""
    assert of_names("Sergei Malkov", "Sergey Malkov", "Sergey Malkov") == ["Sergey Malkov"] * 3
    assert of_names("Sergei Malkov", "Sergey Malkov", "Sergey Malkov", stories="xyz") == ["Sergey Malkov"] * 3


def test_umlauts_and_marks_are_one_spelling_everywhere() -> None:
    """However an outlet writes them."""
    assert len(set(of_names("Ada Müller", "Ada Mueller", "Ada Muller", stories="xyz"))) == 1


def test_romanisations_of_a_surname_meet_within_a_story_only() -> None:
    """The like sound of both names joins them in one story; in two stories they may be two people."""
    assert len(set(of_names("Yusuf Khaddari", "Yousef Haddari"))) == 1
    assert len(set(of_names("Yusuf Khaddari", "Yousef Haddari", stories="xy"))) == 2


def test_a_nickname_joins_within_its_story_and_leaks_into_no_other() -> None:
    """Bill Tarrow is William Tarrow where the story has both; elsewhere a Bill Tarrow may be somebody else."""
    found = of_names("William Tarrow", "William Tarrow", "Bill Tarrow", "Bill Tarrow", stories="xxxy")
    assert found == ["William Tarrow"] * 3 + ["Bill Tarrow"]


def test_two_given_names_are_two_people() -> None:
    """One surname is not one person."""
    assert of_names("Ilse Varga", "Bram Varga") == ["Ilse Varga", "Bram Varga"]


def test_a_surname_means_the_one_who_bears_it_in_the_story() -> None:
    """With one Varga in the story, "Varga" is she; with two it stays as it is; and another story does not count."""
    assert of_names("Ilse Varga", "Varga") == ["Ilse Varga", "Ilse Varga"]
    assert of_names("Ilse Varga", "Varga", "Bram Varga") == ["Ilse Varga", "Varga", "Bram Varga"]
    assert of_names("Ilse Varga", "Varga", stories="xy") == ["Ilse Varga", "Varga"]


def test_a_surname_in_another_romanisation_is_his_too() -> None:
    """ "Khaddari" is the story's Yousef Haddari."""
    assert of_names("Yousef Haddari", "Khaddari") == ["Yousef Haddari"] * 2


def test_a_surname_may_mean_someone_whom_the_story_only_mentions() -> None:
    """People named in the text count, though no quotation is theirs."""
    assert speakers("Ilse Varga came home.", "“I am home,” Varga said.")[1] == ["Ilse Varga"]
    assert speakers("Ilse Varga and Bram Varga came home.", "“I am home,” Varga said.")[1] == ["Varga"]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    """ "Minister Varga" is the one of them who is a minister."""
    told = "Finance Minister Ilse Varga came with her husband Bram Varga, a lawyer."
    assert speakers(told, "“It rained,” Finance Minister Varga said.")[1] == ["Ilse Varga"]


def test_initials_middle_names_and_suffixes() -> None:
    """Left out they part nobody; a form that fits two people joins neither."""
    assert len(set(of_names("Odell J. Marsh", "Odell Marsh", "O. Marsh", "Odell Marsh Jr."))) == 1
    assert len(set(of_names("Odell Marsh", "Orla Marsh", "O. Marsh"))) == 3
    assert len(set(of_names("Odell Marsh Sr.", "Odell Marsh Jr.", "Odell Marsh"))) == 3
    assert len(set(of_names("Odell H. Marsh", "Odell W. Marsh"))) == 2


def test_the_ids_of_two_people_with_like_names_differ() -> None:
    """As does the spelling that stands for each."""
    one, other = of_names("Odell H. Marsh", "Odell W. Marsh")
    assert speaker_id(one) != speaker_id(other)
    assert speaker_id("Ilse Varga") == speaker_id("ILSE VARGA") != speaker_id("Bram Varga")


def test_anonymous_and_unresolved_are_nobody() -> None:
    """They keep their values, and have no id."""
    assert of_names("anonymous", None, "Ilse Varga") == ["anonymous", None, "Ilse Varga"]
    assert speaker_id("anonymous") is None
    assert speaker_id(None) is None


# Titles and descriptions.


@pytest.mark.parametrize(
    "description",
    [
        "the top diplomat",
        "the foreign minister",
        "the minister",
        "the Norlandic top diplomat",
        "Norlandic top diplomat",
        "the Norlandic minister of foreign affairs",
        "the Norlandian top diplomat",
    ],
)
def test_a_description_means_its_one_bearer_in_the_story(description: str) -> None:
    """Whatever the other article calls her by."""
    assert speakers(HOLM, f"The talks ended. “It went well,” said {description}.")[1] == ["Ada Holm"]


@pytest.mark.parametrize(
    "description",
    [
        "the former foreign minister",
        "the acting foreign minister",
        "the deputy foreign minister",
        "the shadow foreign minister",
        "the finance minister",
        "the Bolgravian foreign minister",
        "the prime minister",
        "its foreign minister",
        "the mayor",
        "she",
    ],
)
def test_a_description_that_says_more_than_the_story_is_left_open(description: str) -> None:
    """Acting, former and deputy ones are others, and so are those of other countries and offices."""
    assert speakers(HOLM, f"The talks ended. “It went well,” said {description}.")[1] == [None]


def test_somebody_of_an_office_stays_anonymous() -> None:
    """ "A foreign minister" may be any."""
    assert speakers(HOLM, "The talks ended. “It went well,” said a senior minister.")[1] == ["anonymous"]


def test_two_bearers_leave_a_description_open() -> None:
    """And the country tells them apart."""
    told = "France's top diplomat, Ada Holm, met German Foreign Minister Bram Okoro in Vienna."
    assert speakers(told, "“We agree,” said the foreign minister.")[1] == [None]
    assert speakers(told, "“We agree,” said the French foreign minister.")[1] == ["Ada Holm"]
    assert speakers(told, "“We agree,” the German top diplomat said.")[1] == ["Bram Okoro"]


def test_a_short_description_goes_back_to_the_fuller_one_before_it() -> None:
    """ "The minister" after "the Bolgravian minister" is no Norlandic one, and after two of them nobody can tell."""
    assert speakers(HOLM, "The Bolgravian foreign minister left. “It went well,” said the minister.")[1] == [None]
    told = "Ada Holm, the French foreign minister, met German Foreign Minister Bram Okoro."
    assert speakers(told, "The French minister left. “We agree,” said the minister.")[1] == ["Ada Holm"]
    other = "The French foreign minister left, the German top diplomat stayed. “We agree,” said the foreign minister."
    assert speakers(told, other)[1] == [None]
    both = "The French minister left, the German minister stayed. “We agree,” said the minister."
    assert speakers(told, both)[1] == [None]


@pytest.mark.parametrize(
    ("told", "description"),
    [
        ("Ada Holm, head of the harbour office, came.", "the harbour office head"),
        ("Ada Holm, who heads the harbour office, came.", "the head of the harbour office"),
        ("The head of the harbour office, Ada Holm, came.", "the harbour office chief"),
        ("Halden Police Chief Ada Holm came.", "the chief of police"),
        ("Police commissioner Ada Holm came.", "the police chief"),
        ("Premier Ada Holm came.", "the prime minister"),
        ("Norlandia's prime minister, Ada Holm, came.", "the head of government"),
        ("Norlandia's prime minister, Ada Holm, came.", "the Norlandian leader"),
        ("Ada Holm, the mayor of Halden, came.", "the Halden mayor"),
        ("Chief executive Ada Holm came.", "the CEO"),
        ("Police spokeswoman Ada Holm came.", "the police spokesperson"),
        ("Defence Secretary Ada Holm came.", "the defense minister"),
        ("Former president Ada Holm came.", "the ex-president"),
    ],
)
def test_offices_have_several_names(told: str, description: str) -> None:
    """Appositives and titles on either side of a name are read, and synonyms known."""
    assert speakers(told, f"“We are open,” {description} said.")[1] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("told", "description"),
    [
        ("A spokesman for President Ada Holm came.", "the spokesman"),
        ("A lawyer for the mayor, Ada Holm, came.", "the mayor"),
        ("Ada Holm, said the council leader, came.", "the council leader"),
        ("The prosecutor in Brenn said that a sailor, Ada Holm, came.", "the Brenn prosecutor"),
        ("Prime Minister Ada Holm came.", "the minister"),
        ("Attorney General Ada Holm came.", "the general"),
        ("Ambassador Ada Holm came.", "the top diplomat"),
        ("Spokeswoman Ada Holm came.", "the spokeswoman"),
        ("Ada Holm, a lawyer, came.", "the lawyer"),
        ("The boy Ada Holm came.", "the boy"),
        ("Ottawa Mayor Ada Holm came.", "the Canadian mayor"),
    ],
)
def test_titles_of_others_are_not_hers(told: str, description: str) -> None:
    """Words near a name may be about somebody else; a whole office is not called by its last word; of some callings a
    story has many.
    """
    assert speakers(told, f"“We are open,” {description} said.")[1] == [None]


def test_another_story_names_nobody() -> None:
    """What "the minister" means is settled within the story."""
    assert speakers(HOLM, "“It went well,” said the minister.", stories="xy")[1] == [None]


# Organisations.


def test_an_organisation_is_one_with_and_without_the_article() -> None:
    """ "The" and case make no other organisation."""
    assert len(set(of_names("the White Harbour", "White Harbour", "White harbour"))) == 1


def test_a_short_form_is_its_organisation() -> None:
    """Explained in brackets, or by its letters where one body of the story has them."""
    told = "The World Grain Council (WGC) met. The World Grain Council said that prices would fall."
    assert speakers(told, "The WGC said that prices would fall.")[1] == ["World Grain Council"]
    assert of_names("World Grain Council", "WGC", stories="xy") == ["World Grain Council", "WGC"]


def test_a_ministry_is_the_storys_one() -> None:
    """ "The ministry" is named by another article; with two ministries it is left open."""
    told = "The Norlandic Foreign Ministry said on Monday that the talks had failed."
    assert speakers(told, "The ministry said that it would try again.")[1] == ["Norlandic Foreign Ministry"]
    two = told + " The Finance Ministry paid."
    assert speakers(two, "The ministry said that it would try again.")[1] == [None]


@pytest.mark.parametrize(
    ("told", "description"),
    [
        ("The Harbour Action Group said that it rained.", "the group"),
        ("The Royal Canadian Mounted Police said that it rained.", "the Ottawa police"),
        ("The Halden Police Department said that it rained.", "the Brenn police"),
        ("The Federal Government of Norlandia said that it rained.", "the government"),
    ],
)
def test_a_body_is_not_meant_by_a_word_for_many(told: str, description: str) -> None:
    """Nor by a description of another place; a capital is not its country."""
    named = speakers(told, f"{description.capitalize()} said that it rained.")
    assert named[0][0] is not None
    assert named[1][0] != named[0][0]


def test_an_outlet_whose_name_is_a_calling_is_nobody() -> None:
    """ "The Economist" is not the story's one economist."""
    assert speakers("Yale economist Ada Holm came.", "The Economist said that prices rose.")[1] == ["Economist"]


def test_what_the_article_resolved_stays() -> None:
    """ "The group", which one article names, is not another group that the story names."""
    told = "The Harbour Action Group said that it rained."
    here = "The Norlandic Seal Club said that it rained. The club said that it snowed."
    assert speakers(told, here)[1] == ["Norlandic Seal Club"] * 2


def test_two_countries_ministries_are_two_speakers() -> None:
    """Though both are called the Foreign Ministry."""
    french = "France's Foreign Ministry said that the talks had failed."
    german = "Germany's Foreign Ministry said that the talks had failed."
    assert speakers(french, german)[0] != speakers(french, german)[1]


def test_groups_and_people_who_speak_together_keep_their_words() -> None:
    """Police of one town are not those of another for being in one story."""
    assert of_names("police", "Ada Quell and Tom Brand") == ["police", "Ada Quell and Tom Brand"]
