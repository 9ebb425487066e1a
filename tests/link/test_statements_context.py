"""What the company of other utterances tells of two wordings that have little in common."""

import random

from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.statements.context import ACCOUNTS, UTTERANCES, Account, account, joined, likeness
from tests.link.test_statements import Corpus, together, two_articles


def both_ways(scores: dict[tuple[int, int], float]) -> dict[int, dict[int, float]]:
    """Return likeness as ``joined`` takes it."""
    out: dict[int, dict[int, float]] = {}
    for (one, other), score in scores.items():
        out.setdefault(one, {})[other] = score
        out.setdefault(other, {})[one] = score
    return out


def told(*groups: int) -> Account:
    """Return an account of these groups, all of them word by word."""
    return Account(groups, frozenset(groups))


def test_an_account_keeps_the_order_of_the_text() -> None:
    """Each group once, where it stands first."""
    assert account([(90, 2, True), (10, 1, False), (50, 0, True), (70, 1, True)]) == Account(
        (1, 0, 2), frozenset({0, 1, 2})
    )


def test_likeness_of_groups_is_the_mean_of_what_is_best() -> None:
    """Over the smaller group's wordings."""
    alike = likeness([[0, 1], [2]], [{2: 0.2}, {2: 0.3}, {0: 0.2, 1: 0.3}])
    assert alike == {0: {1: 0.3}, 1: {0: 0.3}}


def test_more_in_common_needs_less_likeness() -> None:
    """A match that says too little alone is enough between two utterances that both accounts have."""
    alike = both_ways({(2, 3): 0.15})
    assert joined([told(2), told(3)], alike) == {}
    assert joined([told(0, 2), told(0, 3)], alike) == {}
    assert joined([told(0, 2, 1), told(0, 3, 1)], alike) == {3: 2}


def test_the_best_match_must_be_clear_and_mutual() -> None:
    """Not where a second is nearly as like, nor where the other side has a better one."""
    assert joined([told(0, 1, 2), told(0, 1, 3, 4)], both_ways({(2, 3): 0.3, (2, 4): 0.25})) == {}
    alike = both_ways({(2, 4): 0.2, (3, 4): 0.35})
    assert joined([told(0, 1, 2, 3), told(0, 1, 4)], alike) == {4: 3}


def test_order_against_what_both_have_parts_a_weak_match() -> None:
    """Before the shared utterance in one account and after it in the other."""
    alike = both_ways({(2, 3): 0.25})
    assert joined([told(0, 1, 2), told(0, 3, 1)], alike) == {}
    assert joined([told(0, 1, 2), told(0, 1, 3)], alike) == {3: 2}


def test_nothing_joins_through_a_third_group() -> None:
    """What has joined takes in nothing, and a hub takes in only its own matches."""
    alike = both_ways({(0, 1): 0.48, (1, 2): 0.45})
    assert joined([told(0), told(1), told(2)], alike) == {1: 0}
    assert joined([told(0), told(1), told(2)], both_ways({(0, 1): 0.48, (0, 2): 0.45})) == {1: 0, 2: 0}


def test_a_hub_takes_in_no_two_that_one_article_quotes() -> None:
    """Two direct quotations of one account stay two."""
    accounts = [told(0), told(1, 3, 4), told(2, 3, 4), told(1, 2)]
    assert joined(accounts, both_ways({(0, 1): 0.48, (0, 2): 0.43})) in ({1: 0}, {2: 0})


def test_work_is_bounded() -> None:
    """However many accounts and utterances, so many are held together."""
    size = 2 * UTTERANCES
    accounts = [told(*range(n * size, (n + 1) * size)) for n in range(3 * ACCOUNTS)]
    alike = {n: {(n + size) % (len(accounts) * size): 0.39} for n in range(len(accounts) * size)}
    assert len(joined(accounts, alike)) <= ACCOUNTS * UTTERANCES


@given(
    st.lists(st.lists(st.integers(0, 9), unique=True, max_size=6), max_size=6),
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0.01, 1.0), max_size=30),
    st.randoms(use_true_random=False),
)
def test_stars_only_and_the_order_given_is_no_matter(
    groups: list[list[int]], scores: dict[tuple[int, int], float], order: random.Random
) -> None:
    """What is joined to is joined to nothing, was alike, and no account has both word by word."""
    accounts = [told(*g) for g in groups]
    alike = both_ways({pair: score for pair, score in sorted(scores.items()) if pair[0] < pair[1]})
    into = joined(accounts, alike)
    assert not set(into) & set(into.values())
    assert all(hub in alike[other] for other, hub in into.items())
    assert not any(other in a.direct and hub in a.direct for a in accounts for other, hub in into.items())
    order.shuffle(accounts)
    assert joined(accounts, alike) == into


def speech(speaker: str) -> tuple[Corpus, list[str], list[str]]:
    """Return two translations of three sentences, of which the middle ones have little in common."""
    corpus = two_articles()
    one = (
        "The lighthouse at Corran will be lit again before the herring come,",
        "No keeper of ours shall sleep on straw while admirals sleep on feathers,",
        "We shall pay for the lamp oil from the harbour dues,",
    )
    other = (
        "The lighthouse at Corran is to be lit again before the herring come.",
        "Our keepers will not lie on straw for as long as the navy has soft beds.",
        "The lamp oil for it will be paid for from the harbour dues.",
    )
    told = [[corpus.say(name, words, speaker=speaker) for words in said] for name, said in (("a", one), ("b", other))]
    return corpus, told[0], told[1]


def test_two_translations_of_a_speech_meet_in_its_order() -> None:
    """What stands before and after the weak match shows that both render one speech; each sentence stays its own."""
    corpus, one, other = speech("Ilse Varga")
    links = corpus.link()
    assert all(together(links, *pair) for pair in zip(one, other, strict=True))
    assert len(links.statements) == len(one)


def test_a_weak_match_without_company_stays_two() -> None:
    """The middle sentences alone."""
    corpus = two_articles()
    corpus.say("a", "No keeper of ours shall sleep on straw while admirals sleep on feathers,")
    corpus.say("b", "Our keepers will not lie on straw for as long as the navy has soft beds.")
    assert len(corpus.link().statements) == 2


def test_context_never_joins_unnamed_speakers() -> None:
    """They may be several people."""
    corpus, one, other = speech("anonymous")
    assert not together(corpus.link(), one[1], other[1])


def test_a_retelling_in_synonyms_meets_its_direct_quotation() -> None:
    """Accord and treaty, frontier and border; not where other words stand in their place."""
    cases = (("sign", "treaty", "border", True), ("pack", "picnic", "orchard", False))
    for sign, treaty, border, one_utterance in cases:
        corpus = two_articles()
        one = corpus.say("a", "We shall not sign this accord while the frontier is closed,")
        two = corpus.say("b", f"she would not {sign} the {treaty} with a shut {border}", "indirect")
        assert together(corpus.link(), one, two) == one_utterance
