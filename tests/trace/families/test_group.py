"""Families: one text in any version, without closure over pages that hold pieces of several."""

from dataclasses import replace
from itertools import pairwise

from firsthand.model import Copy
from firsthand.trace.evidence.gather import gather
from firsthand.trace.families.group import families
from firsthand.trace.origins.drafting import drafts, seen
from tests.factories import annotation
from tests.trace.pages import Page, copies_of, page, tellings, text

STORM = [text(k) for k in range(12)]
FERRY = [text(k) for k in range(20, 28)]
OWN = [text(k) for k in range(40, 48)]
AP = (("(AP)", "Associated Press", "dateline"),)
LONG = "x" * 400


def groups(*pages: Page) -> list[set[str]]:
    return [set(f.members) for f in families(tellings(*pages), copies_of(*pages))]


def index(name: str, *paragraphs: str, publisher: str) -> Page:
    made = page(name, *paragraphs, publisher=publisher)
    return Page(replace(made.article, page="index"), made.annotation)


def by_agency(name: str, *paragraphs: str, publisher: str, published: str, headline: str | None = None) -> Page:
    first, *rest = paragraphs
    lines = (f"HALDEN (AP) — {first}", first, *rest)
    return page(name, *lines, publisher=publisher, published=published, headline=headline, credited=AP)


def test_half_of_the_shorter_text_makes_a_family() -> None:
    """A cut is its text's; a page with a third of it is not."""
    whole = page("whole", *STORM[:8], publisher="Orrin Post")
    cut = page("cut", *STORM[:3], publisher="Valley News")
    third = page("third", *STORM[4:6], *OWN[:4], publisher="Hill Gazette")
    assert groups(whole, cut, third) == [{"whole", "cut"}]


def test_versions_of_a_running_story_are_one_family_though_its_ends_share_nothing() -> None:
    """Ten versions, each with most of the one before: the first and the last have no paragraph in common."""
    versions = [
        page(
            f"v{k}",
            *[text(100 + k + i) for i in range(5)],
            publisher="Associated Press",
            published=f"2031-03-04T{k:02d}:00Z",
        )
        for k in range(10)
    ]
    assert copies_of(versions[0], versions[-1]) == []
    assert groups(*versions) == [{f"v{k}" for k in range(10)}]


def test_a_cut_of_a_late_version_belongs_to_the_running_story() -> None:
    """It shares nothing with the version that leads the family."""
    versions = [
        page(
            f"v{k}",
            *[text(100 + k + i) for i in range(5)],
            publisher="Associated Press",
            published=f"2031-03-04T{k:02d}:00Z",
        )
        for k in range(8)
    ]
    cut = page("cut", text(110), text(111), publisher="Valley News", published="2031-03-04T09:00Z")
    assert groups(*versions, cut) == [{"cut", *(f"v{k}" for k in range(8))}]


def test_a_roundup_of_two_agencies_texts_joins_neither_to_the_other() -> None:
    """Both stand whole in it, one after the other: it is a collection, and nobody's version."""
    storm = page("storm", *STORM[:4], publisher="Associated Press", published="2031-03-04T06:00Z")
    copy = page("copy", *STORM[:4], publisher="Valley News", published="2031-03-04T07:00Z")
    ferry = page("ferry", *FERRY[:4], publisher="Reuters", published="2031-03-04T06:00Z")
    other = page("other", *FERRY[:4], publisher="Hill Gazette", published="2031-03-04T07:00Z")
    roundup = page("roundup", *STORM[:4], *FERRY[:4], *OWN[:4], publisher="Orrin Post", published="2031-03-04T09:00Z")
    assert groups(storm, copy, ferry, other, roundup) == [{"storm", "copy"}, {"ferry", "other"}]


def test_two_texts_of_one_agency_that_repeat_their_background_are_two_families() -> None:
    """A third of a short report may be background that stands in all the agency's reports on the matter."""
    one = by_agency("one", *STORM[:4], *OWN[:2], publisher="Orrin Post", published="2031-03-04T06:00Z")
    two = by_agency("two", *FERRY[:4], *OWN[:2], publisher="Valley News", published="2031-03-04T07:00Z")
    assert groups(one, two) == []


def test_versions_of_one_agency_share_less_than_half() -> None:
    """Of one hand two fifths will do; of two outlets that credit nobody they will not."""
    late = [*STORM[3:6], *FERRY[:4]]
    one = by_agency("one", *STORM[:6], publisher="Orrin Post", published="2031-03-04T06:00Z")
    two = by_agency("two", *late, publisher="Valley News", published="2031-03-04T12:00Z")
    assert groups(one, two) == [{"one", "two"}]
    assert groups(page("a", *STORM[:7], publisher="Orrin Post"), page("b", *late, publisher="Valley News")) == []


def test_a_later_report_of_one_outlet_that_repeats_background_is_no_version() -> None:
    """The sentence, months after the indictment; the next day it would be a version."""
    one = page("one", *STORM[:7], publisher="Orrin Post", published="2031-03-04T06:00Z")
    for published, found in (("2031-03-05T06:00Z", [{"one", "two"}]), ("2031-07-04T06:00Z", [])):
        two = page("two", *STORM[4:7], *FERRY[:4], publisher="Orrin Post", published=published)
        assert groups(one, two) == found


def test_a_log_and_an_article_of_one_agency_are_two_families() -> None:
    """They share paragraphs; two states of the log are one text though little of the first is left in the second."""
    article = by_agency("article", *STORM[:6], publisher="Orrin Post", published="2031-03-04T08:00Z")
    again = by_agency("again", *STORM[:6], publisher="Hill Gazette", published="2031-03-04T08:30Z")
    log = by_agency(
        "log",
        *STORM[:4],
        *FERRY[:3],
        publisher="Valley News",
        published="2031-03-04T09:00Z",
        headline="The Latest: Light fails",
    )
    later = by_agency(
        "later",
        *OWN,
        *FERRY[:3],
        publisher="Orrin Post",
        published="2031-03-04T15:00Z",
        headline="The Latest: Light lit again",
    )
    assert groups(article, again, log, later) in (
        [{"article", "again"}, {"log", "later"}],
        [{"log", "later"}, {"article", "again"}],
    )


def test_one_page_read_again_is_one_family_even_of_a_page_that_collects() -> None:
    """An index page holds whole texts of others; only a page like itself is its family."""
    one, two = (index(name, *STORM[:6], *FERRY[:6], publisher="Orrin Post") for name in ("one", "two"))
    article = page("article", *STORM[:6], publisher="Valley News")
    assert groups(one, two, article) == [{"one", "two"}]


def test_what_is_only_quoted_makes_no_family() -> None:
    """Two reporters may have heard one speech."""
    speech = [f"“{p}”" for p in STORM[:5]]
    assert groups(page("a", *speech, OWN[0], publisher="A Post"), page("b", *speech, OWN[1], publisher="B Post")) == []


def test_captions_without_a_body_join_the_page_that_has_their_headline() -> None:
    """The body was lost; the title line and the agency of its pictures are left."""
    article = by_agency(
        "article",
        *STORM[:6],
        publisher="Valley News",
        published="2031-03-04T08:00Z",
        headline="The old light of Halden fails again",
    )
    kinds = ("boilerplate", "caption", "caption")
    bare = page(
        "bare", "The old light of Halden fails again", f"{text(70)} (AP Photo/Ada Holm)", text(71), kinds=kinds,
        publisher="Orrin Post", credited=(("AP Photo", "Associated Press", "photo"),),
    )  # fmt: skip
    assert groups(article, bare) == [{"article", "bare"}]


def test_captions_without_a_body_join_each_other_by_their_captions() -> None:
    """Most of the captions are the same, whatever headline the page got."""
    pictures = [text(k) for k in range(80, 86)]
    one = page("one", "Light of Halden fails in storm", *pictures, kinds=("headline", *["caption"] * 6))
    two = page("two", "Keepers wait for the ferry boat", *pictures[:5], text(90), kinds=("headline", *["caption"] * 6))
    other = page(
        "other",
        "Orchard opens to all visitors",
        *[text(k) for k in range(91, 97)],
        kinds=("headline", *["caption"] * 6),
    )
    assert groups(one, two, other) == [{"one", "two"}]


def test_thousands_of_copies_of_one_text_are_one_family() -> None:
    """Joined by a star or a chain of pairs; no member is held against every other, and without times none is first."""
    count = 3_000
    body = page("p", LONG).article
    made = {f"{k:05d}": body for k in range(count)}
    articles = {key: page(key, LONG, publisher=f"Paper {key}").article for key in made}
    keys = sorted(articles)
    star = [Copy(keys[0], 0, 400, key, 0, 400, 400, "prose") for key in keys[1:]]
    chain = [Copy(a, 0, 400, b, 0, 400, 400, "prose") for a, b in pairwise(keys)]
    for copies in (star, chain):
        known = gather(articles, {k: annotation(a) for k, a in articles.items()}, copies)
        found = families(known, copies)
        sizes = [len(f.members) for f in found]
        assert sizes == [count]
        origins = {draft.origin for draft in drafts(seen(known, found), found).values()}
        assert origins == {"unknown"}


def test_a_feed_s_page_that_holds_one_text_s_beginning_alone_is_its_text_s() -> None:
    """A page that holds pieces of two is nobody's."""
    whole = page("whole", *STORM[:8], publisher="Orrin Post")
    other = page("other", *FERRY[:6], publisher="Valley News")
    assert groups(whole, other, index("cut", *STORM[:2], publisher="Feed")) == [{"whole", "cut"}]
    assert groups(whole, other, index("both", *STORM[:2], *FERRY[:2], publisher="Feed")) == []
