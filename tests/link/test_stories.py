"""Stories: articles that report one event. All news here is invented."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.config import LinkConfig
from firsthand.link.stories import link_stories
from firsthand.model import Annotation, Article, Copy, Mention, Story
from firsthand.text import short_hash
from tests.factories import article, quotation

FIRE = (
    "A fire destroyed the covered market of Tolvik early on Monday, killing three traders and injuring eleven people, "
    "the fire brigade said. Chief fire officer Ragna Oster said the flames had spread from a bakery in Salt Street.",
    "Three traders died and eleven other people were hurt when flames swept through Tolvik's covered market before "
    "dawn on Monday. The fire began in a bakery on Salt Street, according to Ragna Oster, who heads the brigade.",
    "Investigators in Tolvik are looking at an oven in a Salt Street bakery after Monday's blaze in the covered "
    "market, in which three traders were killed. Ragna Oster of the fire brigade said eleven people were in hospital.",
)
OTHER_FIRE = (
    "A fire destroyed the covered market of Brandsund early on Thursday, killing two traders and injuring nine people, "
    "the fire brigade said. Chief fire officer Pavel Lindqvist said the flames had spread from a workshop in Mill "
    "Lane.",
    "Two traders died and nine other people were hurt when flames swept through Brandsund's covered market before dawn "
    "on Thursday. The fire began in a workshop on Mill Lane, according to Pavel Lindqvist, who heads the brigade.",
)
ELECTION = (
    "Voters in Ostermark chose Ilse Marwitz as their first woman governor on Sunday, giving the Harbour Union 54 "
    "percent of the vote. Her rival Jonas Thelander conceded at midnight in a hotel in Grauhafen.",
    "Ilse Marwitz of the Harbour Union will be governor of Ostermark after winning 54 percent on Sunday. Jonas "
    "Thelander, whom she beat, telephoned her from a Grauhafen hotel shortly before midnight.",
)


def stories(articles: Sequence[Article], copies: Sequence[Copy] = (), *annotations: Annotation) -> list[Story]:
    return link_stories(articles, {a.article: a for a in annotations}, copies, LinkConfig())


def named(prefix: str, texts: Sequence[str], published: str | None = None) -> list[Article]:
    return [article(f"{prefix}{k}", text, published=published) for k, text in enumerate(texts)]


def groups(found: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in found}


def test_one_event_in_other_words_is_one_story() -> None:
    """Three accounts of one fire, none copied, are one story."""
    assert groups(stories(named("fire", FIRE))) == {frozenset({"fire0", "fire1", "fire2"})}


def test_different_events_are_different_stories() -> None:
    """A fire and an election share nothing."""
    found = groups(stories(named("fire", FIRE) + named("vote", ELECTION)))
    assert found == {frozenset({"fire0", "fire1", "fire2"}), frozenset({"vote0", "vote1"})}


def test_look_alike_events_in_other_towns_are_two_stories() -> None:
    """The same kind of event told in the same phrases, with other towns, people and numbers."""
    found = groups(stories(named("here", FIRE) + named("there", OTHER_FIRE)))
    assert found == {frozenset({"here0", "here1", "here2"}), frozenset({"there0", "there1"})}


TALKS = article(
    "talks",
    "Ilse Marwitz, the harbour minister, and Jonas Thelander of the dockers met at Lake Sorven on March 3 over night "
    'shifts in Grauhafen. "Nobody leaves this table before the cranes turn again," Marwitz told reporters.',
    published="2031-03-03",
)
ACCORD = article(
    "accord",
    "Ilse Marwitz, the harbour minister, and Jonas Thelander of the dockers signed an accord at Lake Sorven on March "
    '16 on night shifts in Grauhafen. "Both signatures are dry, and wages rise next winter," Marwitz announced.',
    published="2031-03-16",
)


def test_the_same_people_two_weeks_later_are_another_story() -> None:
    """Far apart in time, with other days and other words in the text: two events, however alike they are told."""
    assert len(stories([TALKS, ACCORD])) == 2


def test_time_alone_parts_nothing() -> None:
    """The same facts told three weeks later are the same story."""
    late = replace(TALKS, id="late", published="2031-03-24", text=TALKS.text.replace("met at", "sat down at"))
    assert len(stories([TALKS, late])) == 1


def test_how_long_an_event_is_reported_is_a_setting() -> None:
    """Within ``story_days``, and without times, the same differences part nothing."""
    assert len(link_stories([TALKS, ACCORD], {}, (), LinkConfig(story_days=30.0))) == 1
    assert len(stories([replace(a, published=None) for a in (TALKS, ACCORD)])) == 1


def test_a_roundup_does_not_glue_the_stories_it_sums_up() -> None:
    """A digest may join one of the stories it tells, the stories stay apart."""
    digest = article("digest", FIRE[0] + " " + ELECTION[0])
    found = stories([*named("fire", FIRE), *named("vote", ELECTION), digest])
    assert not any({"fire0", "vote0"} <= set(s.articles) for s in found)


def test_the_tiniest_roundup_does_not_glue_two_articles() -> None:
    """Even where each story has one article only."""
    digest = article("digest", FIRE[0] + " " + ELECTION[0])
    found = stories([article("fire", FIRE[1]), article("vote", ELECTION[1]), digest])
    assert not any({"fire", "vote"} <= set(s.articles) for s in found)


def test_one_speaker_on_two_occasions_is_two_stories() -> None:
    """Leads that report one person's words, with no utterance in common, tell of two events."""
    first = article(
        "may",
        'The docks of Grauhafen will stay public, Governor Ilse Marwitz said. "No crane on this waterfront will ever '
        'be sold to foreign brokers," Marwitz told the chamber. "Harbours are the lungs of Ostermark, and lungs have '
        'no price," she said.',
    )
    second = article(
        "june",
        'Ships of 14 metres draught need a deeper channel to Grauhafen, Governor Ilse Marwitz said. "Dredging begins '
        'when the winter storms have passed," Marwitz told engineers. "Every metre of depth brings another shipping '
        'line," she said.',
    )
    kept = [
        (
            first,
            "crane on this waterfront will ever be sold to foreign brokers,",
            "lungs of Ostermark, and lungs have no price,",
        ),
        (second, "Dredging begins when the winter storms have passed,", "metre of depth brings another shipping line,"),
    ]
    notes = []
    for told, *words in kept:
        start = told.text.index("Ilse")
        mention = Mention(start, start + len("Ilse Marwitz"), "person", "Ilse Marwitz", "ilse marwitz")
        said = tuple(quotation(told, w, "Ilse Marwitz") for w in words)
        notes.append(Annotation(told.id, (mention,), (), (), said))
    assert len(stories([first, second])) == 1, "alike in all but what was said"
    assert len(stories([first, second], (), *notes)) == 2


def test_copied_prose_is_strong_evidence() -> None:
    """Two texts that would not be taken for one event are one when half of both is copied."""
    a, b = article("a", FIRE[0]), article("b", OTHER_FIRE[0])
    copy = Copy("a", 0, len(FIRE[0]), "b", 0, len(OTHER_FIRE[0]), int(0.7 * len(OTHER_FIRE[0])), "prose")
    assert len(stories([a, b])) == 2
    assert len(stories([a, b], [copy])) == 1


def test_a_shared_quotation_is_no_copy() -> None:
    """A copy of kind quotation says nothing of the prose."""
    a, b = article("a", FIRE[0]), article("b", OTHER_FIRE[0])
    copy = Copy("a", 0, len(FIRE[0]), "b", 0, len(OTHER_FIRE[0]), len(OTHER_FIRE[0]), "quotation")
    assert len(stories([a, b], [copy])) == 2


def test_reprints_count_once() -> None:
    """Forty reprints of one account do not drag a look-alike event into their story."""
    reprints = [article(f"reprint{k:02}", FIRE[0]) for k in range(40)]
    found = groups(stories([*reprints, *named("here", FIRE[1:]), *named("there", OTHER_FIRE)]))
    assert frozenset({"there0", "there1"}) in found
    assert len(found) == 2


def test_boilerplate_and_comments_do_not_match() -> None:
    """Two articles that share their page furniture and a reader's comment only are two stories."""
    furniture = FIRE[0]
    a = article("a", ELECTION[0], furniture, kinds=("body", "boilerplate"))
    b = article("b", OTHER_FIRE[0], furniture, kinds=("body", "comment"))
    assert len(stories([a, b])) == 2


def test_a_story_is_ordered_and_named_by_its_first_article() -> None:
    """Articles come by time, unknown times last; the id is that of the first; first and last are times."""
    late = article("late", FIRE[0], published="2031-03-04T18:00:00Z", headline="Market fire kills three in Tolvik")
    early = article("early", FIRE[1], published="2031-03-04T09:00:00+02:00")
    (story,) = stories([late, early])
    assert story.articles == ("early", "late")
    assert story.id == short_hash("story", "early")
    assert (story.first, story.last) == ("2031-03-04T09:00:00+02:00", "2031-03-04T18:00:00Z")
    assert story.headline == "Market fire kills three in Tolvik"
    (undated,) = stories([*named("no", FIRE[2:]), late])
    assert undated.articles == ("late", "no0")


def test_headline_falls_back_to_the_first_words() -> None:
    """A story has a headline even where no article has one."""
    (story,) = stories([article("a", FIRE[0])])
    assert story.headline and FIRE[0].startswith(story.headline)


def test_input_order_does_not_matter() -> None:
    """Any order of articles gives the same stories."""
    articles = named("f", FIRE) + named("o", OTHER_FIRE) + named("e", ELECTION, "2031-03-02")
    expected = stories(articles)
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert stories(shuffled) == expected


def test_months_and_nonsense_are_times_that_do_no_harm() -> None:
    """A time as precise as a month, and one that is none, are both taken."""
    found = stories([article("a", FIRE[0], published="2031-03"), article("b", FIRE[1], published="yesterday")])
    assert groups(found) == {frozenset({"a", "b"})}


def test_text_without_words_or_with_one_is_no_event() -> None:
    """Empty texts, marks and one-word stubs stay alone, however many are alike."""
    odd = ["", "...", "Photos", "Photos", "写真", "\u0301", "😀 😀", "İ", "ﬁ"]
    assert len(stories(named("x", odd))) == len(odd)


def test_scripts_without_blanks_are_compared() -> None:
    """Two Chinese accounts of one event are nearer to each other than to another."""
    a = "周一凌晨，托尔维克的有顶市场发生火灾，三名商贩死亡，十一人受伤，消防队表示火势从盐街一家面包店蔓延。"
    b = "托尔维克有顶市场周一凌晨失火，造成三名商贩死亡，十一人受伤。消防队称，火势起于盐街一家面包店。"
    c = "奥斯特马克选民周日选出首位女州长，港口联盟获得百分之五十四的选票，她的对手在格劳港承认败选。"
    assert groups(stories(named("z", [a, b, c]))) == {frozenset({"z0", "z1"}), frozenset({"z2"})}


def test_ten_thousand_identical_texts_are_one_story_at_once() -> None:
    """No work grows with the square of the reprints."""
    assert len(stories([article(f"r{k}", FIRE[0]) for k in range(10_000)])) == 1


WORDS = [
    "fire",
    "Tolvik",
    "market",
    "Brandsund",
    "three",
    "killed",
    "Oster",
    "vote",
    "said",
    "on",
    "Monday",
    "市场",
    "12",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=12), st.randoms())
def test_every_article_is_in_exactly_one_story(texts: list[str], rng: random.Random) -> None:
    """Whatever the texts, stories partition the articles, in any order of input."""
    articles = named("a", texts)
    found = stories(articles)
    assert sorted(a for s in found for a in s.articles) == sorted(a.id for a in articles)
    assert len({s.id for s in found}) == len(found)
    rng.shuffle(articles)
    assert stories(articles) == found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_any_text_is_taken(texts: list[str]) -> None:
    """No text, of any script or none, breaks the linking."""
    assert sum(len(s.articles) for s in stories(named("t", texts))) == len(texts)
