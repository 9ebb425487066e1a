"""A story in sentences of its articles. All news here is invented."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.summaries.sentences import summary
from firsthand.model import Article
from tests.factories import article

HEADLINE = "Ferry runs aground off Tolvik"
TOLD = "The ferry Alma Brenner ran aground off Tolvik on Monday with 212 passengers aboard, the coastguard said."


def sentences(*articles: Article, headline: str = HEADLINE) -> list[str]:
    texts = {a.id: a.text for a in articles}
    return [texts[p.article][p.start : p.end] for p in summary(headline, articles)]


def test_the_sentence_that_says_what_most_say() -> None:
    """From whichever article it is; what leans on another sentence is left."""
    told = sentences(
        article("a", "Nobody in Grauhafen slept much. " + TOLD),
        article("b", "It was a night of fog. The ferry Alma Brenner ran aground off Tolvik with passengers aboard."),
        article("c", "They all came ashore, the 212 of the ferry Alma Brenner that ran aground off Tolvik on Monday."),
    )
    assert told[0] in (TOLD, "The ferry Alma Brenner ran aground off Tolvik with passengers aboard.")


def test_an_abbreviation_ends_no_sentence() -> None:
    """Neither a title nor an initial."""
    text = "The ferry ran aground off St. Tolvik under Capt. R. Oster on Monday, the coastguard said. Fog was thick."
    assert sentences(article("a", text)) == [text.removesuffix(" Fog was thick.")]


def test_captions_comments_and_boilerplate_tell_nothing() -> None:
    """Only the body does."""
    caption = "The ferry Alma Brenner aground off Tolvik on Monday with its passengers still aboard."
    assert sentences(article("a", caption, TOLD, kinds=("caption", "body"))) == [TOLD]


def test_a_roundups_sentence_only_where_there_is_no_other() -> None:
    """As for headlines."""
    roundup = article("a", TOLD, headline="Morning briefing")
    report = article("b", "A ferry with 212 passengers hit Kessel Rock near Tolvik at dawn.", headline=HEADLINE)
    assert sentences(roundup) == [TOLD]
    assert sentences(roundup, report) == ["A ferry with 212 passengers hit Kessel Rock near Tolvik at dawn."]


def test_a_second_sentence_adds_what_the_first_leaves_out() -> None:
    """And the whole stays a line."""
    other = "Prosecutors charged captain Ragna Oster with leaving the bridge to telephone her bank."
    assert sentences(article("a", TOLD + " " + other)) == [TOLD, other]
    assert sum(map(len, sentences(article("a", " ".join([TOLD, other, *[other] * 9]))))) < 320


def test_no_sentence_no_summary() -> None:
    """Headlines, lists and fragments give none."""
    assert sentences(article("a", "Ferry aground", "- one\n- two")) == []
    assert sentences() == []


@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_text_gives_sentences_within_it(texts: list[str]) -> None:
    """Spans lie in their article, and hold no line end."""
    articles = [article(str(n), text) for n, text in enumerate(texts)]
    for sentence in sentences(*articles):
        assert sentence.strip() == sentence != "" and "\n" not in sentence
