"""How many origins stand behind one utterance: who was there, and who had it from whom."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Article, Count, Credit, Quotation
from tests.factories import annotation, article, credit, quotation
from tests.trace.counting import REPORTS, counted, ends, rules, utterance

SAID = "We shall have the lamp burning again before the first ships of the autumn fleet are due"
ALIKE = "The lamp will burn again in time for the autumn fleet, that much I can promise everybody here"
SHORT = "The lamp will burn again"
PAPERS = ("Orrin Post", "Valley Courier", "Hill Gazette", "Cape Herald")


Told = tuple[Article, Quotation, list[Credit]]


def telling(number: int, words: str, *, occasion: str | None = None, via: tuple[str, ...] = (), host: str = "") -> Told:
    """Return a report with Ilse Marran's words, the quotation, and the credit of who interviewed her if any."""
    heard = f"“{words},” Ilse Marran {occasion or 'said'}."
    text = article(f"t{number}", REPORTS[number], heard, publisher=PAPERS[number])
    named = [credit(text, f"told {host}", host, "interview")] if host else []
    return text, quotation(text, words, "Ilse Marran", occasion=occasion, via=via), named


def said(*tellings: Told) -> Count:
    notes = [annotation(text, spoken, *named) for text, spoken, named in tellings]
    statement = utterance(*(spoken for _, spoken, _ in tellings))
    return counted(*(text for text, _, _ in tellings), notes=notes, statements=[statement], subject="said")


def test_two_wordings_are_two_origins_and_it_is_said_why_they_are_not_one() -> None:
    """Each could have heard it."""
    count = said(telling(0, SAID), telling(1, ALIKE))
    assert ends(count) == (2, 2)
    assert [r.rule for r in count.apart] == ["other-words"]
    assert {p.article for p in count.apart[0].passages} == {"t0", "t1"}


def test_the_same_words_could_be_one_record_however_few() -> None:
    """Both are merged at the low end, few words with a reason of their own; nobody is said to have other words."""
    assert (ends(said(telling(0, SAID), telling(1, SAID)))) == (1, 2)
    count = said(telling(0, SHORT), telling(1, SHORT))
    assert (ends(count), rules(count), count.apart) == ((1, 2), ["same-words-too-few"], ())


def test_few_words_that_another_goes_on_from_could_be_of_one_record() -> None:
    """All of a short quotation stands in a longer one; without marks it would be no wording of the speaker's."""
    count = said(telling(0, SHORT), telling(1, ALIKE))
    assert (ends(count), rules(count), count.apart) == ((1, 2), ["same-words-too-few"], ())
    text, spoken, _ = telling(1, ALIKE)
    count = said(telling(0, SHORT), (text, replace(spoken, type="indirect"), []))
    assert (ends(count), [r.rule for r in count.apart]) == ((2, 2), ["other-words"])


@pytest.mark.parametrize("words", [SAID, f"In the evening it was heard that {SAID.lower()} at the cape"])
def test_the_same_words_without_marks_are_no_words_of_its_own(words: str) -> None:
    """An indirect telling that has what another quotes could be of the same record; one in other words is not."""
    text, spoken, _ = telling(1, words)
    count = said(telling(0, SAID), (text, replace(spoken, type="indirect"), []))
    assert (ends(count), rules(count), count.apart) == ((1, 2), ["same-words"], ())
    text, spoken, _ = telling(1, ALIKE)
    count = said(telling(0, SAID), (text, replace(spoken, type="indirect"), []))
    assert ends(count) == (2, 2)
    assert "in words of its own" in count.apart[0].text


def test_what_was_said_to_one_outlet_rests_on_it() -> None:
    """Who names the interview has it from there; who has the same words does too; who has others could."""
    named = telling(0, SAID, occasion="told CNN", host="CNN")
    assert said(named).origins == ("CNN",)
    same = said(named, telling(1, SAID))
    assert (ends(same), rules(same)) == ((1, 1), ["one-interview"])
    assert said(telling(0, SAID, occasion="told TASS", host="TASS"), telling(1, SAID)).origins == ("TASS",)
    other = said(named, telling(1, ALIKE))
    assert (ends(other), rules(other)) == ((1, 2), ["one-interview"])


def test_what_was_said_to_several_at_once_rests_on_none_of_them_alone() -> None:
    """An interview that two outlets were given is a public occasion."""
    several = telling(0, SAID, occasion="told CNN and the Hill Gazette", host="CNN")
    assert said(several).origins == ("Orrin Post",)


@pytest.mark.parametrize("occasion", ["tweeted", "in a written statement", "in a court filing", "wrote on her page"])
def test_what_was_put_out_as_a_text_anybody_could_have_taken(occasion: str) -> None:
    """A post, a release, a filing: one origin is enough for all, and nothing shows that there is but one."""
    count = said(telling(0, SAID, occasion=occasion), telling(1, ALIKE), telling(2, "It will be lit by the autumn"))
    assert ends(count) == (1, 3)
    assert rules(count) == ["one-public-statement", "one-public-statement"]


def test_at_a_press_conference_each_could_have_been() -> None:
    """What is spoken to many is heard by many: other words are another record."""
    assert ends(said(telling(0, SAID, occasion="told a press conference"), telling(1, ALIKE))) == (2, 2)


def test_the_chain_that_one_sentence_names_holds_for_all_that_an_article_has_of_the_utterance() -> None:
    """An utterance in two pieces was not had from two."""
    text, spoken, _ = telling(0, SAID, via=("RIA Novosti", "TASS"))
    piece = quotation(text, "the autumn fleet", "Ilse Marran")
    count = counted(
        text, notes=[annotation(text, spoken, piece)], statements=[utterance(spoken, piece)], subject="said"
    )
    assert (count.origins, ends(count)) == (("TASS",), (1, 1))


def test_of_several_outlets_that_an_article_rests_on_an_utterance_is_had_from_the_one_named_last() -> None:
    """A round of interviews gives each utterance to the broadcaster that stands before it."""
    lead = "The lamp will burn again, Ilse Marran told CNN, and Ada Holm told CBS News that nobody will pay for it."
    text = article("round", lead, f"“{SAID},” Ilse Marran said.", REPORTS[1], publisher="Orrin Post")
    spoken = quotation(text, SAID, "Ilse Marran")
    named = [credit(text, f"told {host}", host, "attribution") for host in ("CNN", "CBS News")]
    count = counted(text, notes=[annotation(text, spoken, *named)], statements=[utterance(spoken)], subject="said")
    assert count.origins == ("CBS News",)


TOLD = st.tuples(st.sampled_from((SAID, ALIKE, SHORT)), st.sampled_from((None, "told CNN", "tweeted")))


@settings(max_examples=40, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=4), st.randoms())
def test_the_order_of_quotations_does_not_matter(tellings: list[tuple[str, str | None]], random: Random) -> None:
    """The same tellings in any order give the same count; low is never above high."""
    made = [
        telling(k, words, occasion=occasion, host="CNN" if occasion == "told CNN" else "")
        for k, (words, occasion) in enumerate(tellings)
    ]
    shuffled = list(made)
    random.shuffle(shuffled)
    count = said(*made)
    assert count == said(*shuffled)
    assert 1 <= count.low <= count.high == len(count.origins)
