"""Normal forms: what is compared is the same however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text import host, norm_hashes, plain, shingles, tokens, word_hashes, words


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("The Ferry's STOP, 2031!", ["the", "ferry's", "stop", "2031"]),
        ("L’Élysée — straße", ["l'elysee", "strasse"]),
        ("", []),
    ],
)
def test_words_have_neither_case_nor_accents(text: str, norms: list[str]) -> None:
    """And apostrophes are straight."""
    assert words(text) == norms


@given(st.text())
def test_words_are_the_normal_forms_of_the_tokens(text: str) -> None:
    """The quick way for plain letters is no other way."""
    assert words(text) == [t.norm for t in tokens(text)] == [plain(text[t.start : t.end]) for t in tokens(text)]


ODD = st.text(st.sampled_from("aAéß’'ʼ_ \n.१ŉªﬁÅ½ͺ漢́ʰǅ😀İıςΣ²ⅷ"), max_size=12)


@given(st.lists(st.one_of(ODD, st.text(max_size=12)), max_size=5))
def test_hashes_of_texts_are_those_of_their_words(texts: list[str]) -> None:
    """Found in an array of characters or made one by one, in whatever script: the same."""
    hashes, counts = word_hashes(texts)
    assert counts.tolist() == [len(words(text)) for text in texts]
    assert hashes.tolist() == norm_hashes([word for text in texts for word in words(text)]).tolist()


def test_hashes_are_the_same_everywhere() -> None:
    """They are stored: a change needs a new scheme of the index."""
    assert [hex(h) for h in norm_hashes(["ferry", "l'elysee"]).tolist()] == ["0xa41965943fd24979", "0xc39ab492fca591da"]
    assert [hex(h) for h in shingles(["the", "ferry", "stops"], 3).tolist()] == ["0x21c25c1359ae9256"]


@given(st.lists(st.sampled_from(["a", "b", "cc"]), max_size=8), st.integers(1, 4))
def test_equal_runs_have_equal_hashes_and_others_do_not(norms: list[str], n: int) -> None:
    """One hash for each run of n words, in order."""
    runs = [tuple(norms[k : k + n]) for k in range(len(norms) - n + 1)]
    hashes = shingles(norms, n).tolist()
    assert len(hashes) == len(runs)
    assert len(set(hashes)) == len(set(runs)) == len(set(zip(hashes, runs, strict=True)))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.Echo.example:8080/a?b", "www.echo.example"),
        ("echo.example/news", "echo.example"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_with_or_without_a_scheme(address: str, found: str) -> None:
    assert host(address) == found
