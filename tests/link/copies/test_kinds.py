"""A shared quotation is not copying, and a public text is anybody's."""

from firsthand.link.copies.body import body
from firsthand.link.copies.passages import copies_of
from firsthand.link.copies.public import public_passages
from firsthand.model import Annotation, Copy, CopyKind, Quotation, Span
from firsthand.model.copies import Copies
from tests.link.copies.bodies import OTHER, PASSAGE, THIRD, article

SPOKEN = (
    "no ship will enter the northern basin before the quay is safe, and whoever tells you that the cranes can be "
    "saved has not been down there at night with a lamp"
)


def kinds(first: str, second: str, *annotations: Annotation) -> list[CopyKind]:
    return [copy.kind for copy in found(first, second, *annotations)]


def found(first: str, second: str, *annotations: Annotation) -> list[Copy]:
    noted = {a.article: a for a in annotations}
    return copies_of(body(article(first, "a"), noted.get("a")), body(article(second, "b"), noted.get("b")))


def said(name: str, start: int, end: int, cue: str = "said") -> Annotation:
    """An annotation with one direct quotation."""
    quotation = Quotation(
        "q" + name, name, "direct", start, end, (Span(start, end),), "Ada Holm", None, None, cue, None, None, None, ()
    )
    return Annotation(name, (), (), (), (quotation,))


def test_words_between_marks_on_both_sides_are_a_quotation() -> None:
    """Whether or not the annotation knows who said them."""
    assert kinds(f'{OTHER} "{SPOKEN}," Holm said.', f'{THIRD} Holm: "{SPOKEN}."') == ["quotation"]


def test_words_reported_on_one_side_only_are_prose() -> None:
    """One wrote them, the other put them into a mouth."""
    assert kinds(f'{OTHER} "{SPOKEN}."', f"{THIRD} {SPOKEN}.") == ["prose"]


def test_annotated_speech_counts_without_marks() -> None:
    """A quotation that runs over paragraphs has marks at its ends only."""
    notes = said("a", 0, len(SPOKEN)), said("b", 0, len(SPOKEN))
    assert kinds(SPOKEN, SPOKEN, *notes) == ["quotation"]


def test_the_speakers_name_does_not_make_it_prose() -> None:
    """Who said it, and when, comes with a quotation."""
    told = f'"{SPOKEN}," harbour master Ada Holm told the radio on Tuesday.'
    assert kinds(f"{OTHER} {told}", f"{THIRD} {told}") == ["quotation"]


def test_a_quotation_within_copied_prose_was_copied_with_it() -> None:
    """What stands before and behind it is the same too."""
    text = f'{PASSAGE} "{SPOKEN}," Holm said. {OTHER}'
    assert kinds(text, text) == ["prose"]


def test_a_long_quotation_at_the_end_of_copied_prose_stands_apart() -> None:
    """Both may have heard it; the prose was copied all the same, and the shares add up."""
    text = f'{PASSAGE} Holm said: "{SPOKEN}."'
    prose, quotation = found(text, text)
    assert (prose.kind, quotation.kind) == ("prose", "quotation")
    assert prose.words + quotation.words == len(text.split())
    assert prose.later_end < quotation.later_start
    assert abs(prose.later_share + quotation.later_share - 1) < 1e-9


def test_the_quotation_at_an_end_reaches_to_the_prose_before_it() -> None:
    """Not over it to the next quotation."""
    text = f'{PASSAGE} "{SPOKEN}," Holm said. {THIRD} "{" ".join(reversed(SPOKEN.split()))}," Holm said.'
    first, last = found(text, text)
    assert (first.kind, last.kind) == ("prose", "quotation")
    assert text[last.later_start :].startswith(SPOKEN.split()[-1])


def test_speech_is_public_where_either_side_says_where_it_stood() -> None:
    """The other may say only who said it."""
    assert kinds(f'{OTHER} "{SPOKEN}," Holm tweeted.', f'{THIRD} "{SPOKEN}," Holm said.') == ["public"]


def test_a_signed_post_is_public_however_the_other_side_gives_it() -> None:
    """Words that were taken from a post are not taken from a page that shows it."""
    post = f"{OTHER}\n\n{SPOKEN}!\n\n— Ada Holm (@holm) March 4, 2031"
    assert kinds(post, f"{THIRD}\n\n{SPOKEN}!") == ["public"]


def copy(first: str, second: str, start: int, end: int, kind: CopyKind) -> Copy:
    return Copy(first, start, end, second, start, end, end - start, kind)


def marked(*copies: Copy) -> Copies:
    return public_passages(Copies.of(copies))


def test_what_is_public_on_some_page_is_public_on_all() -> None:
    """A third page that shares the passage shares a public text."""
    out = marked(copy("a", "b", 0, 100, "public"), copy("b", "c", 5, 100, "prose"))
    assert [c.kind for c in out] == ["public", "public"]


def test_public_is_told_on_by_one_step_and_by_most_of_the_passage() -> None:
    """A mistake does not spread, and prose around a public text stays prose."""
    out = marked(copy("a", "b", 0, 100, "public"), copy("b", "c", 0, 100, "quotation"), copy("c", "d", 0, 100, "prose"))
    assert [c.kind for c in out] == ["public", "public", "prose"]
    out = marked(copy("a", "b", 0, 100, "public"), copy("b", "c", 0, 200, "prose"))
    assert [c.kind for c in out] == ["public", "prose"]


def test_prose_on_many_pages_is_not_public() -> None:
    """An agency's paragraph of background is on as many."""
    pages = [copy("a", f"p{k}", 0, 100, "prose") for k in range(50)]
    assert marked(*pages) == pages
