"""Copies are passages with spans on both sides, found whatever surrounds them, and only in articles' own text."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.copies import find_copies
from firsthand.model import Annotation, Article, Copy, Quotation, Segment, Span
from firsthand.text import words

PASSAGE = (
    "The harbour master of Port Halden closed the northern basin on Tuesday after two cranes were found "
    "leaning over the quay, and engineers said that the foundations had been washed out by the winter storms."
)
OTHER = (
    "Ticket prices on the island ferries will rise by a tenth in spring, the company told its customers in a letter."
)
THIRD = "A choir from the upper valley has won the national contest for the fourth time with a song about bread."


def article(name: str, *paragraphs: str, published: str | None = None, kinds: Sequence[str] = ()) -> Article:
    """An article of paragraphs; each is body unless ``kinds`` says otherwise."""
    text = "\n\n".join(paragraphs)
    segments, start = [], 0
    for k, paragraph in enumerate(paragraphs):
        segments.append(Segment(kinds[k] if k < len(kinds) else "body", start, start + len(paragraph)))  # type: ignore[arg-type]
        start += len(paragraph) + 2
    return Article(
        id=name, external_id=None, input=name, url=None, path=None, publisher=name, text=text, headline=None, dek=None,
        bylines=(), dateline=None, published=published, published_precision=None, fetched=None, language="en",
        sha256="", page="article", segments=tuple(segments), comments=(),
    )  # fmt: skip


def said(name: str, start: int, end: int, cue: str = "said") -> Annotation:
    """An annotation with one direct quotation."""
    quotation = Quotation(
        "q" + name, name, "direct", start, end, (Span(start, end),), "Ada Holm", None, None, cue, None, None, None, ()
    )
    return Annotation(name, (), (), (), (quotation,))


def copies(*articles: Article, annotations: Sequence[Annotation] = ()) -> list[Copy]:
    return find_copies(articles, {a.article: a for a in annotations})


def test_a_shared_passage_is_found_with_its_span_on_both_sides() -> None:
    """The spans cover the shared words exactly, in each article's own text."""
    a, b = article("a", OTHER, PASSAGE), article("b", PASSAGE, THIRD)
    (copy,) = copies(a, b)
    assert a.text[copy.earlier_start : copy.earlier_end] == PASSAGE[:-1]
    assert b.text[copy.later_start : copy.later_end] == PASSAGE[:-1]
    assert copy.kind == "prose"


def test_the_earlier_article_is_the_one_published_first() -> None:
    """Time decides which side is called earlier, whatever the order of the input."""
    a = article("a", PASSAGE, published="2031-03-04T10:00:00Z")
    b = article("b", PASSAGE, published="2031-03-04T09:00:00Z")
    assert [(c.earlier, c.later) for c in copies(a, b)] == [("b", "a")]


def test_an_article_without_a_time_is_the_later_one() -> None:
    """An unknown time is no claim to be first."""
    a, b = article("a", PASSAGE), article("b", PASSAGE, published="2031-03-04")
    assert [(c.earlier, c.later) for c in copies(a, b)] == [("b", "a")]


def test_a_lightly_edited_passage_is_one_passage() -> None:
    """A changed word does not cut a passage in two, and the changed words do not count."""
    edited = PASSAGE.replace("on Tuesday", "late on Tuesday evening").replace("two cranes", "three cranes")
    (copy,) = copies(article("a", PASSAGE), article("b", edited))
    assert copy.characters < copy.later_end - copy.later_start


def test_passages_in_another_order_are_found_each() -> None:
    """Reordering paragraphs hides nothing."""
    a = article("a", PASSAGE, THIRD, OTHER)
    b = article("b", OTHER, "A sentence of its own stands between the two here, longer than a gap.", PASSAGE)
    found = {b.text[c.later_start : c.later_end] for c in copies(a, b)}
    assert found == {PASSAGE[:-1], OTHER[:-1]}


def test_curly_marks_case_and_blanks_do_not_matter() -> None:
    """Typography is not editing."""
    a = article(
        "a", "The harbour master’s office said “no ship will enter the basin” until the quay is safe again for crews."
    )
    b = article(
        "b", 'The Harbour Master\'s office  said "no ship will enter the basin" until the quay is safe again for crews.'
    )
    assert len(copies(a, b)) == 1


def test_comments_and_boilerplate_match_nothing() -> None:
    """What readers write and what every page repeats is not the article's text."""
    a = article("a", OTHER, PASSAGE, kinds=("body", "comment"))
    b = article("b", THIRD, PASSAGE, kinds=("body", "boilerplate"))
    c = article("c", PASSAGE)
    assert copies(a, b, c) == []


def test_a_shared_quotation_is_not_a_copy_of_prose() -> None:
    """Words that both articles give as the same speaker's are marked as a quotation."""
    a, b = article("a", OTHER + " " + PASSAGE), article("b", PASSAGE + " " + THIRD)
    start = len(OTHER) + 1
    notes = [said("a", start, start + len(PASSAGE)), said("b", 0, len(PASSAGE))]
    assert [c.kind for c in copies(a, b, annotations=notes)] == ["quotation"]


def test_words_posted_in_public_are_marked_as_public() -> None:
    """A tweet is there for all."""
    a, b = article("a", PASSAGE), article("b", PASSAGE)
    notes = [said("a", 0, len(PASSAGE), "tweeted"), said("b", 0, len(PASSAGE), "tweeted")]
    assert [c.kind for c in copies(a, b, annotations=notes)] == ["public"]


def test_words_quoted_on_one_side_only_are_prose() -> None:
    """What one outlet wrote and the other puts in someone's mouth is shared prose."""
    assert [
        c.kind for c in copies(article("a", PASSAGE), article("b", PASSAGE), annotations=[said("a", 0, len(PASSAGE))])
    ] == ["prose"]


def test_independent_texts_share_nothing() -> None:
    """A common name and a set phrase are no passage."""
    a = article("a", "The harbour master of Port Halden said on Tuesday that a crane had moved.")
    b = article("b", "Two cranes are leaning, the harbour master of Port Halden said on Tuesday at noon.")
    assert copies(a, b) == []


def test_a_text_on_thousands_of_pages_stays_linear() -> None:
    """Every reprint is tied to the first, without every pair among them."""
    pages = [article(f"p{k:05}", PASSAGE, published=f"2031-03-04T{k // 60 % 24:02}:{k % 60:02}") for k in range(2_000)]
    found = copies(*pages)
    assert {c.later for c in found} | {found[0].earlier} == {p.id for p in pages}
    assert len(found) < 3 * len(pages)


def test_one_sentence_repeated_is_linear() -> None:
    """A page of one sentence again and again aligns with another such page in bounded time."""
    assert copies(article("a", THIRD * 2_000), article("b", THIRD * 2_000))


SENTENCES = [
    PASSAGE,
    OTHER,
    THIRD,
    "Nothing else is known.",
    "It rained on the day of the vote, as it had all week long.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=6), min_size=2, max_size=4))
def test_spans_lie_within_the_texts_and_cover_mostly_equal_words(texts: list[list[str]]) -> None:
    """For all texts: spans are within bounds, not empty, and the count of characters is not more than the span."""
    articles = {f"a{k}": article(f"a{k}", " ".join(t)) for k, t in enumerate(texts)}
    for copy in copies(*articles.values()):
        earlier, later = articles[copy.earlier].text, articles[copy.later].text
        assert 0 <= copy.earlier_start < copy.earlier_end <= len(earlier)
        assert 0 <= copy.later_start < copy.later_end <= len(later)
        assert 0 < copy.characters <= copy.later_end - copy.later_start
        shared = set(words(earlier[copy.earlier_start : copy.earlier_end]))
        assert len(shared & set(words(later[copy.later_start : copy.later_end]))) >= 0.5 * len(shared)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=5), min_size=2, max_size=5), st.randoms())
def test_the_order_of_the_input_does_not_matter(texts: list[list[str]], random: object) -> None:
    """The same articles in another order give the same copies."""
    articles = [article(f"a{k}", " ".join(t)) for k, t in enumerate(texts)]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert copies(*articles) == copies(*shuffled)
