"""Fingerprints are the smallest n-gram of each window: what that promises, and that it is so however they are made."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.copies.fingerprints import BATCH, GRAM, WINDOW, fingerprints, grams, own_words
from firsthand.text import shingles, words
from tests.link.copies.test_candidates import prose, text
from tests.link.copies.test_copies import article

WORDS = st.lists(st.sampled_from(["storm", "Ferry", "öl", "ﬁn", "9"]), max_size=30).map(" ".join)


@given(st.lists(WORDS, max_size=6))
def test_of_every_window_the_smallest_is_kept(texts: list[str]) -> None:
    """The definition, word for word; a text shorter than a window has one."""
    found = fingerprints(texts)
    for k, one in enumerate(texts):
        hashes = shingles(words(one), GRAM).tolist()
        windows = [hashes[at : at + WINDOW] for at in range(max(1, len(hashes) - WINDOW + 1))]
        assert found.hashes[found.owners == k].tolist() == sorted({min(w) for w in windows if w})


@given(st.lists(WORDS, max_size=6))
def test_grams_are_all_there_are(texts: list[str]) -> None:
    """Each once a text, sorted."""
    found = grams(texts)
    for k, one in enumerate(texts):
        assert found.hashes[found.owners == k].tolist() == sorted(set(shingles(words(one), GRAM).tolist()))


@settings(max_examples=50)
@given(st.integers(0, 10_000), st.integers(0, 30), st.integers(0, 30))
def test_a_run_of_eleven_words_leaves_two_in_common(seed: int, before: int, after: int) -> None:
    """Whatever stands around it."""
    copy = prose(GRAM + 2 * WINDOW - 1, seed)
    found = fingerprints([text(prose(before, seed + 1), copy), text(copy, prose(after, seed + 2))])
    first, second = (set(found.hashes[found.owners == k].tolist()) for k in (0, 1))
    assert len(first & second) >= 2


def test_two_in_five_n_grams_are_kept() -> None:
    """What the index has to hold."""
    one = text(prose(20_000, 1))
    assert 0.38 < len(fingerprints([one]).hashes) / len(grams([one]).hashes) < 0.42


def test_texts_do_not_run_into_each_other() -> None:
    """Beside any others and in whichever batch: the same fingerprints."""
    texts = [text(prose(k % 40, k)) for k in range(2 * BATCH + 3)]
    together = fingerprints(texts)
    for k in (0, 5, BATCH - 1, BATCH, 2 * BATCH + 2):
        assert together.hashes[together.owners == k].tolist() == fingerprints([texts[k]]).hashes.tolist()


def test_only_the_article_s_own_words_count() -> None:
    """Not what readers write, nor boilerplate."""
    page = article("a", "One two three.", "Four five.", "Six seven.", kinds=("headline", "comment", "body"))
    assert words(own_words(page)) == ["one", "two", "three", "six", "seven"]
