"""Statements over a corpus: what belongs together, what does not, and what is said of both."""

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.config import LinkConfig
from firsthand.link.statements import StatementLinks, link_statements
from firsthand.model import Annotation, Article, Mention, Quotation, QuotationType, Span, Story

MINISTER = "Norlandic Foreign Minister Ilse Varga"
TALKS = "We are ready to sit down at the negotiating table without any preconditions,"


class Corpus:
    """Builds articles of quotations: ``say`` adds one to an article, ``link`` runs the room."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.quotations: dict[str, list[Quotation]] = {}
        self.published: dict[str, str | None] = {}
        self.stories: dict[str, list[str]] = {}
        self.mentions: dict[str, list[Mention]] = {}

    def article(self, name: str, *, story: str | None = "story", published: str | None = "2031-05-04T10:00:00") -> None:
        """Add an article without quotations."""
        self.texts[name], self.quotations[name], self.published[name] = "", [], published
        self.mentions[name] = []
        if story is not None:
            self.stories.setdefault(story, []).append(name)

    def say(
        self,
        name: str,
        words: str,
        kind: QuotationType = "direct",
        speaker: str | None = "Ilse Varga",
        mention: str | None = None,
        cue: str | None = "said",
        occasion: str | None = None,
    ) -> str:
        """Add a quotation to an article and return its id."""
        before = self.texts[name]
        mention_start = len(before) if mention else None
        mention_end = len(before) + len(mention) if mention else None
        start = len(before) + len(mention or "") + 1
        self.texts[name] = f"{before}{mention or ''} {words}\n"
        end = start + len(words)
        number = f"{name}-{len(self.quotations[name])}"
        self.quotations[name].append(
            Quotation(
                *(number, name, kind, start, end, (Span(start, end),), speaker),
                *(mention_start, mention_end, cue, None, None, occasion, ()),
            )
        )
        return number

    def link(self, order: random.Random | None = None) -> StatementLinks:
        """Link it, in an order of our own if ``order`` is given."""
        names = list(self.texts)
        stories = [Story(key, "headline", tuple(members), None, None) for key, members in self.stories.items()]
        if order is not None:
            order.shuffle(names)
            order.shuffle(stories)
        articles = {name: self._article(name) for name in names}
        annotations = {
            name: Annotation(name, tuple(self.mentions[name]), (), (), tuple(self.quotations[name])) for name in names
        }
        return link_statements(articles, annotations, stories, LinkConfig())

    def _article(self, name: str) -> Article:
        return Article(
            *(name, None, f"{name}.txt", None, None, None, self.texts[name], None, None, (), None),
            *(self.published[name], "second", None, "en", "", "article", (), ()),
        )


def together(links: StatementLinks, *quotations: str) -> bool:
    """Tell whether all the quotations belong to one statement."""
    return len({a.statement for a in links.attributions if a.quotation in quotations}) == 1


def two_articles() -> Corpus:
    """Return a corpus of one story with the articles "a" and "b"."""
    corpus = Corpus()
    corpus.article("a")
    corpus.article("b", published="2031-05-04T12:00:00")
    return corpus


def test_no_quotations_give_nothing() -> None:
    """An empty corpus, and one whose articles quote nobody, give three empty lists."""
    assert link_statements({}, {}, [], LinkConfig()) == StatementLinks([], [], [])
    assert two_articles().link() == StatementLinks([], [], [])


def test_the_same_words_in_two_articles_are_one_statement() -> None:
    """Marks, case and bracketed insertions make no other wording."""
    corpus = two_articles()
    first = corpus.say("a", "They [the rebels] left the valley long ago and live abroad,")
    second = corpus.say("b", "They [The Rebels] left the valley long ago and live abroad.")
    links = corpus.link()
    assert together(links, first, second)
    (statement,) = links.statements
    assert statement.quotations == (first, second)
    assert statement.wordings == 1
    assert [d.kinds for d in links.differences] == [("editorial brackets",)]


def test_a_retelling_and_the_direct_quotation_are_one_statement() -> None:
    """The indirect lead and the direct quotation below it report one utterance, and its words stand for it."""
    corpus = two_articles()
    lead = corpus.say("a", "Norland is ready to return to the negotiating table without preconditions", "indirect")
    direct = corpus.say("a", TALKS)
    links = corpus.link()
    assert together(links, lead, direct)
    assert links.statements[0].wording == TALKS
    assert links.differences[0].kinds[0] == "direct to indirect"


def test_two_translations_are_one_statement() -> None:
    """Another outlet's English for the same foreign words joins, and the difference says so."""
    corpus = two_articles()
    one = corpus.say("a", "We do not intend to hold joint naval exercises with the French and the Italians this year")
    two = corpus.say("b", "Joint naval drills with France and Italy are not something that we intend to do this year")
    links = corpus.link()
    assert together(links, one, two)
    assert links.differences[0].kinds == ("other translation",)


def test_a_cut_quotation_joins_the_whole_one() -> None:
    """One sentence of a longer quotation is the same utterance cut short."""
    corpus = two_articles()
    whole = corpus.say("a", "The probe was sound. Nobody at the centre expected ice where the drill went in.")
    part = corpus.say("b", "Nobody at the centre expected ice where the drill went in,")
    links = corpus.link()
    assert together(links, whole, part)
    assert links.differences[0].kinds == ("dropped clause",)


def test_words_left_out_inside_are_the_same_quotation_cut() -> None:
    """Even where the one whose speaker is unresolved has only the words around the gap."""
    corpus = two_articles()
    whole = corpus.say(
        "a", "The town has waited for nine winters, and we owe it a bridge, a lit road and a ferry bell,"
    )
    cut = corpus.say("b", "The town has waited for nine winters, and we owe it a ferry bell.", speaker=None)
    links = corpus.link()
    assert together(links, whole, cut)
    assert links.differences[0].kinds == ("dropped clause",)


def test_a_number_that_only_the_longer_one_counts_is_no_contradiction() -> None:
    """A year in a second sentence, and the two countries in a retelling of the first."""
    corpus = two_articles()
    corpus.say("a", "the Harwick canal was dug in the interest of the two countries", "indirect")
    corpus.say("a", "The Harwick canal was dug for both countries. Nobody has read the charter of 1874 to the end,")
    assert len(corpus.link().statements) == 1


def test_one_outlet_splits_what_another_quotes_whole() -> None:
    """Both halves belong with the whole although they have no word in common."""
    corpus = two_articles()
    whole = corpus.say("b", "The harbour stays closed until Monday. Every ferry captain was told to anchor offshore.")
    left = corpus.say("a", "The harbour stays closed until Monday,")
    right = corpus.say("a", "Every ferry captain was told to anchor offshore.")
    assert together(corpus.link(), whole, left, right)


def test_two_utterances_on_one_matter_stay_two() -> None:
    """Shared topic words do not make an utterance."""
    corpus = two_articles()
    one = corpus.say("a", "The truce is holding in most of the south,")
    two = corpus.say("b", "In the south some villages have had no water since the truce began.")
    assert not together(corpus.link(), one, two)


def test_the_same_words_of_two_people_are_two_statements() -> None:
    """Who speaks is part of the statement."""
    corpus = two_articles()
    one = corpus.say("a", TALKS, speaker="Ilse Varga")
    two = corpus.say("b", TALKS, speaker="Bram Okoro")
    assert not together(corpus.link(), one, two)


def test_an_opposite_is_another_statement() -> None:
    """A short sentence and its negation are two utterances."""
    corpus = two_articles()
    yes = corpus.say("a", "We will sell the Harwick plant.")
    no = corpus.say("b", "We will not sell the plant at Harwick,")
    assert not together(corpus.link(), yes, no)


def test_a_denial_is_negative() -> None:
    """What someone denied is the utterance that says it is not so."""
    corpus = two_articles()
    direct = corpus.say("a", "We have not held any secret talks with the Orvane Bank about a merger,")
    denied = corpus.say("b", "it had held secret merger talks with the Orvane Bank", "indirect", cue="denied that")
    assert together(corpus.link(), direct, denied)


def test_other_amounts_are_other_statements() -> None:
    """Two figures for one thing in short sentences are two utterances."""
    corpus = two_articles()
    one = corpus.say("a", "At least 14 people are missing,")
    two = corpus.say("b", "Now 41 people are missing.")
    assert not together(corpus.link(), one, two)


def test_a_long_sentence_with_one_changed_figure_is_a_changed_report() -> None:
    """Where all else is the same, a number or a "not" that differs is a difference within the statement."""
    start = "The dam was inspected by three engineers in the spring and they found"
    corpus = two_articles()
    one = corpus.say("a", f"{start} 14 faults in the northern wall of it,")
    two = corpus.say("b", f"{start} 40 faults in the northern wall of it,")
    links = corpus.link()
    assert together(links, one, two)
    assert "changed number" in links.differences[0].kinds
    corpus = two_articles()
    start = "The dam was inspected by our engineers in the spring and it was"
    one = corpus.say("a", f"{start} found to be in danger of failing,")
    two = corpus.say("b", f"{start} not found to be in danger of failing,")
    links = corpus.link()
    assert together(links, one, two)
    assert "changed negation" in links.differences[0].kinds


def test_nothing_joins_through_a_third() -> None:
    """A wording that is like two unlike ones does not make the three one statement."""
    corpus = two_articles()
    corpus.article("c")
    one = corpus.say("a", "Wind gave us more electricity in March than coal did all winter.")
    corpus.say("b", "Wind gave us more electricity in March, and the schools must have new roofs before the autumn.")
    two = corpus.say("c", "Pupils need their roofs mended: the schools must have new roofs before the autumn.")
    three = corpus.say("c", "Nobody reads the reviews that my mother reads to me over the phone.")
    links = corpus.link()
    assert not together(links, one, three)
    assert not together(links, two, three)


def test_what_one_article_quotes_twice_is_said_twice() -> None:
    """Two direct quotations of one article are two utterances, however like, if neither is within the other."""
    corpus = two_articles()
    one = corpus.say("a", "I have never asked the club for a new contract,")
    two = corpus.say("a", "I am not asking the club for any new contract now.")
    assert not together(corpus.link(), one, two)


def test_an_unresolved_speaker_joins_by_the_same_words() -> None:
    """The quotation takes the statement's speaker; other unresolved ones keep None."""
    corpus = two_articles()
    named = corpus.say("a", TALKS)
    unresolved = corpus.say("b", TALKS, speaker=None)
    other = corpus.say("b", "The valley is a matter for its own council and for nobody else.", speaker=None)
    links = corpus.link()
    assert together(links, named, unresolved)
    speakers = {a.quotation: (a.speaker, a.speaker_id) for a in links.attributions}
    assert speakers[unresolved] == speakers[named]
    assert speakers[other] == (None, None)


def test_an_unresolved_speaker_of_words_that_two_people_said_stays_unresolved() -> None:
    """Unknown is a value."""
    corpus = two_articles()
    corpus.article("c")
    corpus.say("a", TALKS, speaker="Ilse Varga")
    corpus.say("b", TALKS, speaker="Bram Okoro")
    unresolved = corpus.say("c", TALKS, speaker=None)
    assert {a.quotation: a.speaker for a in corpus.link().attributions}[unresolved] is None


def test_anonymous_never_becomes_a_person() -> None:
    """The same words of an unnamed speaker are another statement, with no speaker's id."""
    corpus = two_articles()
    named = corpus.say("a", TALKS)
    unnamed = corpus.say("b", TALKS, speaker="anonymous")
    links = corpus.link()
    assert not together(links, named, unnamed)
    assert {a.quotation: a.speaker_id for a in links.attributions}[unnamed] is None


def test_across_stories_only_the_same_words_within_days_join() -> None:
    """A slogan said again a month later is another statement, and so is another wording in another story."""
    corpus = Corpus()
    corpus.article("a", story="one", published="2031-05-04")
    corpus.article("b", story="two", published="2031-05-08")
    corpus.article("c", story="three", published="2031-06-20")
    corpus.article("d", story=None, published="2031-05-05")
    first, second, third = (corpus.say(name, TALKS) for name in "abc")
    loose = corpus.say("d", TALKS)
    retold = corpus.say("b", "Norland is ready to return to the negotiating table without preconditions", "indirect")
    links = corpus.link()
    assert together(links, first, second, loose)
    assert not together(links, first, third)
    assert together(links, second, retold)


def test_a_clock_that_cannot_be_right_parts_no_statement() -> None:
    """A page dated sixteen years before all others has the words of the same days, and does not come first."""
    corpus = Corpus()
    corpus.article("a", story="one", published="2031-05-04")
    corpus.article("b", story="two", published="2031-05-05")
    corpus.article("c", story="three", published="2015-05-05")
    said = [corpus.say(name, TALKS) for name in "abc"]
    (statement,) = corpus.link().statements
    assert statement.quotations == tuple(said)


def test_days_do_not_add_up() -> None:
    """Words repeated every five days are not one statement for ever: each joins the first or starts another."""
    corpus = Corpus()
    days = ("2031-05-01", "2031-05-06", "2031-05-11", "2031-05-16")
    said = []
    for day in days:
        corpus.article(day, story=None, published=day)
        said.append(corpus.say(day, TALKS))
    links = corpus.link()
    assert together(links, *said[:2])
    assert together(links, *said[2:])
    assert len(links.statements) == 2


def test_a_statement_carries_its_occasion_and_counts_its_wordings() -> None:
    """The most frequent occasion stands; the wording that most articles carry stands for the statement."""
    corpus = two_articles()
    corpus.article("c")
    corpus.say("a", TALKS + " the minister told us", occasion=None)
    corpus.say("b", TALKS, occasion="news conference in Tarn")
    corpus.say("c", TALKS, occasion="news conference in Tarn")
    (statement,) = corpus.link().statements
    assert (statement.wording, statement.occasion, statement.wordings) == (TALKS, "news conference in Tarn", 2)


POOL = (
    *("We will strike on Friday unless a better offer comes,", "Staff would walk out on Friday without a better offer"),
    *("We will not strike on Friday.", "At least 14 people are still missing in the valley", "At least 41 are missing"),
    *("The pilot reported smoke in the cabin", "smoke had been reported in the cabin by the pilot", "No", "…", "[sic]"),
)
SPEAKERS = ("Ilse Varga", "Ilza Varga", "Varga", "anonymous", None, "the White Harbour", "foreign minister")


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Return a corpus of up to five articles that draw words and speakers from small pools, or any text."""
    corpus = Corpus()
    for number in range(draw(st.integers(0, 5))):
        name = f"article{number}"
        day = draw(st.sampled_from((None, "2031-05-04", "2031-05-06", "2031-07", "not a date")))
        corpus.article(name, story=draw(st.sampled_from((None, "one", "two"))), published=day)
        for _ in range(draw(st.integers(0, 4))):
            words = draw(st.one_of(st.sampled_from(POOL), st.text(max_size=40)))
            kind: QuotationType = draw(st.sampled_from(("direct", "indirect", "mixed")))
            mention = draw(st.sampled_from((None, MINISTER, "he")))
            corpus.say(name, words, kind, draw(st.sampled_from(SPEAKERS)), mention)
    return corpus


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_every_quotation_has_one_attribution_and_one_statement(corpus: Corpus, order: random.Random) -> None:
    """Nothing is lost or doubled, differences lead from the wording to each other quotation, and order is no matter."""
    links = corpus.link()
    assert corpus.link(order) == links
    ids = sorted(q.id for quotations in corpus.quotations.values() for q in quotations)
    assert sorted(a.quotation for a in links.attributions) == ids
    assert sorted(q for s in links.statements for q in s.quotations) == ids
    of = {q: s.id for s in links.statements for q in s.quotations}
    assert all(a.statement == of[a.quotation] for a in links.attributions)
    assert len({s.id for s in links.statements}) == len(links.statements)
    others = Counter(d.statement for d in links.differences)
    assert all(others[s.id] == len(s.quotations) - 1 for s in links.statements)
    assert all(d.kinds and of[d.quotation] == of[d.other] == d.statement for d in links.differences)
    named = {a.speaker for a in links.attributions if a.statement == a.statement and a.speaker}
    assert named <= {*SPEAKERS}


def test_of_wordings_as_well_attested_the_one_nearest_to_the_others_stands() -> None:
    """A lone longer rendering does not stand for the statement."""
    near = "The northern ferry will sail again on Monday, with or without a pilot,"
    corpus = Corpus()
    for name, text in (
        ("a", "With a pilot or without a pilot, on Monday the northern ferry will once again be able to sail again,"),
        ("b", near),
        ("c", "The northern ferry will sail again Monday, with or without pilots,"),
    ):
        corpus.article(name)
        corpus.say(name, text)
    (statement,) = corpus.link().statements
    assert statement.wordings == 3
    assert statement.wording == near
