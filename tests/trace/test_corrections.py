"""The user's word on texts and origins wins over what is inferred, and is said."""

from dataclasses import replace

import pytest

from firsthand.link.copies import find_copies
from firsthand.model import Article, Correction, PageKind, Relation, Story, Verb
from firsthand.trace import Trace, trace
from tests.factories import annotation, article
from tests.trace.pages import text
from tests.trace.test_trace import LEAD, MORE, OWN, count, edges, of, the_agency_page

# A text of some pages in which nobody speaks.
LONG = tuple(text(seed, 4) for seed in range(3))
TIME = "2031-03-05T08:00:00+00:00"
HAND = "corrected by hand on 5 March 2031"


def said(verb: Verb, *articles: str, number: int = 1, note: str | None = None) -> Correction:
    return Correction(number, TIME, verb, "text", articles, tuple((a,) for a in articles), note=note)


def origin(article: str, name: str, relation: Relation | None = None, number: int = 1) -> Correction:
    return Correction(number, TIME, "origin", "text", (article,), ((article,),), name, relation)


def run(articles: tuple[Article, ...], *corrections: Correction) -> Trace:
    notes = {a.id: annotation(a) for a in articles}
    story = Story("story", "Headline", tuple(a.id for a in articles), None, None)
    copies = find_copies(articles, notes)
    return trace({a.id: a for a in articles}, notes, copies, [story], [], [], [], corrections)


def reprinted() -> tuple[Article, ...]:
    """An agency's page and two papers with its text."""
    return (
        the_agency_page(),
        article("paper", LEAD, *MORE, publisher="The Orrin Post", published="2031-03-04T09:00:00Z"),
        article("late", LEAD, *MORE, publisher="Valley News", published="2031-03-04T10:00:00Z"),
    )


def apart() -> tuple[Article, ...]:
    """Two outlets in words of their own."""
    return (
        the_agency_page(),
        article("own", *OWN, publisher="The Orrin Post", published="2031-03-04T09:00:00Z"),
    )


def test_without_corrections_nothing_is_said_of_any() -> None:
    """No reason, no edge."""
    result = run(reprinted())
    assert not [r for line in result.lineages for r in line.reasons if r.rule == "corrected"]
    assert count(result).high == 1


def test_texts_that_are_one_count_once() -> None:
    """The agency leads; the reason and the arrow say that it was the user."""
    result = run(apart(), said("merge", "own", "agency", note="same dispatch"))
    line = of(result, "own")
    assert (line.origin, line.relation, line.authorship) == ("Associated Press", "verbatim", "wire")
    assert line.rests_on == ("Associated Press",)
    assert line.family == of(result, "agency").family is not None
    assert f"{HAND}, with the note “same dispatch”" in line.reasons[-1].text
    assert of(result, "agency").relation == "original"
    assert (count(result).low, count(result).high) == (1, 1)
    assert count(result).reasons[-1].text.startswith(HAND)
    assert edges(result) == {("agency", "own", "corrected")}


def test_texts_that_are_not_one_share_nothing() -> None:
    """What stays with the first is still the agency's."""
    result = run(reprinted(), said("split", "agency", "paper"))
    assert (of(result, "paper").origin, of(result, "paper").relation) == ("own", "independent")
    assert of(result, "late").origin == "Associated Press"
    assert count(result).high == 2
    assert count(result).reasons[-1].text.startswith(HAND)


def test_the_first_page_of_a_text_may_be_the_one_that_is_taken_out() -> None:
    """Those that are left are traced among each other."""
    result = run(reprinted(), said("split", "paper", "agency"))
    assert of(result, "agency").relation == "independent"
    assert of(result, "paper").family == of(result, "late").family is not None
    assert "Associated Press" not in of(result, "late").rests_on


def test_an_origin_wins_over_the_shared_text() -> None:
    """Own words: the article rests on nobody else."""
    result = run(reprinted(), origin("paper", "own"))
    line = of(result, "paper")
    assert (line.origin, line.relation, line.rests_on, line.authorship) == (
        "own", "independent", ("The Orrin Post",), "own",
    )  # fmt: skip
    assert line.reasons[0].text == f"the user says that its words are the outlet’s own ({HAND})"
    assert count(result).high == 2


def test_a_name_is_written_as_lists_and_corpus_write_it() -> None:
    """And that of the outlet itself is its own."""
    assert of(run(apart(), origin("own", "ASSOCIATED press")), "own").origin == "Associated Press"
    assert of(run(apart(), origin("own", "valley NEWS")), "own").origin == "valley NEWS"
    assert of(run(apart(), origin("own", "the orrin post")), "own").origin == "own"


def test_those_who_carry_a_page_follow_it() -> None:
    """The page that was taken for the first has its words from somebody else."""
    papers = reprinted()[1:]
    assert of(run(papers), "late").rests_on == ("The Orrin Post",)
    result = run(papers, origin("paper", "Reuters"))
    assert {(line.origin, line.rests_on) for line in result.lineages} == {("Reuters", ("Reuters",))}
    assert (count(result).low, count(result).high) == (1, 1)


def test_news_that_is_another_s_rests_on_the_other() -> None:
    """In its own words: the origin of these stays."""
    line = of(run(apart(), origin("own", "Associated Press", "cites")), "own")
    assert (line.origin, line.relation, line.rests_on) == ("own", "cites", ("Associated Press",))
    partly = of(run(apart(), origin("own", "Associated Press", "partial")), "own")
    assert partly.rests_on == ("Associated Press", "The Orrin Post")


def test_unknown_is_a_value() -> None:
    """Nothing is made up in its place."""
    line = of(run(apart(), origin("own", "unknown")), "own")
    assert (line.origin, line.relation, line.draws_on, line.rests_on) == ("unknown", "verbatim", (), ())


def test_the_later_one_wins_and_counts_speak_of_it_alone() -> None:
    """Of two on one article, and of a merge and a split."""
    result = run(apart(), origin("own", "Reuters"), origin("own", "own", number=2))
    assert of(result, "own").origin == "own"
    assert [r.text for r in count(result).reasons if r.rule == "corrected"] == [
        f"{HAND}: the words of The Orrin Post are its own"
    ]
    result = run(apart(), said("merge", "own", "agency"), said("split", "own", "agency", number=2))
    assert count(result).high == 2
    assert [r.text for r in count(result).reasons if r.rule == "corrected"] == [
        f"{HAND}: The Orrin Post, Associated Press do not carry one text"
    ]


def test_an_origin_and_a_merge_hold_both_whichever_came_first() -> None:
    """The origin of one is that of the whole text that the user has made of it and another."""
    for numbers in ((1, 2), (2, 1)):
        told = origin("own", "Reuters", number=numbers[0]), said("merge", "own", "agency", number=numbers[1])
        result = run(apart(), *told)
        assert {(line.origin, line.rests_on) for line in result.lineages} == {("Reuters", ("Reuters",))}
        assert of(result, "own").family == of(result, "agency").family is not None
        assert (count(result).low, count(result).high) == (1, 1)
        told = origin("own", "own", number=numbers[0]), said("merge", "own", "agency", number=numbers[1])
        result = run(apart(), *told)
        assert (of(result, "own").origin, of(result, "own").relation) == ("own", "original")
        assert (of(result, "agency").origin, of(result, "agency").relation) == ("The Orrin Post", "verbatim")


def test_of_two_origins_in_one_text_each_stays_and_the_rest_goes_with_the_later_one() -> None:
    """The user has said different things of two articles: a merge does not make them one."""
    papers = (*apart(), article("third", *LONG, publisher="Valley News", published="2031-03-04T11:00:00Z"))
    merge = said("merge", "own", "agency", "third", number=1)
    result = run(papers, origin("own", "Reuters", number=2), origin("agency", "TASS", number=3), merge)
    assert [of(result, key).origin for key in ("own", "agency", "third")] == ["Reuters", "TASS", "TASS"]
    assert of(result, "third").family == of(result, "agency").family != of(result, "own").family


def test_a_merge_names_what_the_user_named() -> None:
    """Of a family that comes along it is only said that there is more."""
    papers = (*reprinted(), article("own", *OWN, publisher="Cape Herald", published="2031-03-04T11:00:00Z"))
    one = "the user says that Cape Herald, Associated Press carry one text"
    assert of(run(papers, said("merge", "own", "agency")), "own").reasons[0].text == (
        f"{one}, with the texts that these were joined to ({HAND})"
    )
    assert of(run(apart(), said("merge", "own", "agency")), "own").reasons[0].text.endswith(f"carry one text ({HAND})")


def second(*paragraphs: str, publisher: str, page: PageKind = "article") -> Article:
    return replace(article("second", *paragraphs, publisher=publisher, published="2031-03-04T09:00:00Z"), page=page)


@pytest.mark.parametrize(
    ("first", "other", "rule"),
    [
        ("Associated Press", second(*LONG, publisher="Valley News"), "nobody-heard"),
        ("Associated Press", second(OWN[0], publisher="Valley News"), "too-short"),
        ("Associated Press", second(*OWN, publisher="Valley News", page="opinion"), "not-reporting"),
        ("CNN", second(*OWN, publisher="WJXT"), "carried"),
        ("Arizona Republic", second(*OWN, publisher="Indianapolis Star"), "same-owner"),
    ],
)
def test_what_the_user_says_is_its_own_is_not_taken_for_another_s(first: str, other: Article, rule: str) -> None:
    """No rule of the low end that speaks of the text merges it any more."""
    both = article("first", LEAD, *MORE, publisher=first), other
    before, after = count(run(both)), count(run(both, origin("second", "own")))
    assert (before.low, before.high, rule in [r.rule for r in before.reasons]) == (1, 2, True)
    assert (after.low, after.high) == (2, 2)


def test_the_same_words_are_kept_apart_by_the_user_s_word_and_counted_once() -> None:
    """One of three identical pages: as many characters as the page has, and who keeps them apart."""
    result = run(reprinted(), origin("paper", "own"))
    (reason,) = [r for r in count(result).apart if "characters of prose" in r.text]
    length = len(reprinted()[1].text)
    shared = int("".join(c for c in reason.text.split(" characters")[0] if c.isdigit()))
    assert length / 2 < shared <= length
    assert reason.text.endswith(f"but the user says whose words The Orrin Post has ({HAND})")
    assert reason.rule == "corrected"


def test_stories_that_were_made_one_or_parted_are_said_so() -> None:
    """In words of what linking had."""
    groups = (("agency",), ("own",))
    merge = Correction(1, TIME, "merge", "story", ("a", "b"), groups)
    assert count(run(apart(), merge)).reasons[-1].text == f"{HAND}: 2 stories that were linked apart are one story"
    split = Correction(1, TIME, "split", "story", ("a", "x"), (("agency", "own"), ("x",)))
    assert (
        count(run(apart(), split)).reasons[-1].text == f"{HAND}: articles that were linked as one story are not of one"
    )


def test_what_is_not_in_the_corpus_changes_nothing() -> None:
    """Articles may have gone."""
    bare = run(reprinted())
    gone = run(reprinted(), said("merge", "paper", "x"), said("split", "agency", "y"), origin("z", "own"))
    assert (gone.lineages, gone.edges, gone.counts) == (bare.lineages, bare.edges, bare.counts)


def test_what_was_taken_back_changes_nothing() -> None:
    """It is still in the list."""
    undone = Correction(1, TIME, "split", "text", ("agency", "paper"), (("agency",), ("paper",)), undone=TIME)
    assert run(reprinted(), undone).counts == run(reprinted()).counts


def test_whose_a_copy_is_by_the_user_s_word_could_not_be_an_agency_s() -> None:
    """Without it nothing but time would tell, and an agency of the story could have had the text first."""
    issued = article("issued", *OWN, publisher="Halden Lamps", published="2031-03-04T07:00:00Z")
    printed = article("printed", *OWN, publisher="Valley News", published="2031-03-04T09:00:00Z")
    pages = (the_agency_page(), issued, printed)
    assert "uncredited" in [r.rule for r in count(run(pages)).reasons]
    told = count(run(pages, origin("printed", "Halden Lamps")))
    assert "uncredited" not in [r.rule for r in told.reasons]
    assert told.high == count(run(pages)).high
