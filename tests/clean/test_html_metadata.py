"""What a page says of itself, by the better witness first."""

import pytest

from firsthand.clean import metadata
from firsthand.clean.markup import parse
from firsthand.clean.metadata import Metadata

P = "<p>The river rose by two metres on Monday.</p>"


def read(markup: str, url: str | None = None, fetched: str | None = None) -> Metadata:
    return metadata.read(parse(markup + P, 1000), url, fetched)


def ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("markup", "headline"),
    [
        ("<title>Flood in Riverton - The Daily Example</title>", "Flood in Riverton"),
        ("<title>Flood in Riverton</title><h1>Flood in Riverton</h1>", "Flood in Riverton"),
        ("<title>Daily Example: Flood in Riverton</title><h1>Menu</h1><h1>Flood in Riverton</h1>", "Flood in Riverton"),
        ("<meta property='og:title' content='Flood'><h1>The Daily Example</h1>", "Flood"),
        ("<meta property='og:site_name' content='Ex'><title>Ex | Flood in Riverton</title>", "Flood in Riverton"),
        (ld('{"@type": "NewsArticle", "headline": "Flood &amp; fire"}'), "Flood & fire"),
        (ld('{"@type": "NewsArticle", "headline": "Flood | Example"}') + "<h1>Flood</h1>", "Flood"),
        (
            ld('[{"@type": "NewsArticle", "headline": "Fire"}, {"@type": "NewsArticle", "headline": "Flood"}]')
            + "<title>Flood</title>",
            "Flood",
        ),
        (ld('<!-- {"@graph": [{"@type": ["Thing", "schema:NewsArticle"], "headline": "Flood"}]} -->'), "Flood"),
        (
            ld('{"@type": "NewsArticle", "headline": "Riverton: Flood closes bridges"}')
            + "<meta property='og:title' content='Flood closes bridges'>",
            "Flood closes bridges",
        ),
        (
            ld('{"@type": "NewsArticle", "headline": "River rises fast"}') + "<title>River rises fast - Ex</title>"
            "<meta property='og:title' content='Flood closes bridges'><h1>Flood closes bridges</h1>",
            "Flood closes bridges",
        ),
        (
            ld('{"@type": "NewsArticle", "headline": "River rises fast"}')
            + "<meta property='og:title' content='Flood: what we know'><h1>What now</h1>",
            "River rises fast",
        ),
        ("", None),
    ],
)
def test_headline(markup: str, headline: str | None) -> None:
    assert read(markup).headline == headline


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        (ld('{"@type": "Article", "author": "By Jane Roe and John Doe"}'), ("Jane Roe", "John Doe")),
        (ld('{"@type": "Article", "author": {"name": ["Jane Roe", "John Doe"]}}'), ("Jane Roe", "John Doe")),
        (ld('{"@type": "Article", "author": {"name": "https://a.example/jane"}}'), ()),
        ('<meta name="author" content="Jane Roe">', ("Jane Roe",)),
        ('<meta name="author" content="admin"><a rel="author">Jane Roe</a>', ("Jane Roe",)),
        ('<div class="byline">By Jane Roe</div>', ("Jane Roe",)),
        (
            '<meta property="og:site_name" content="Example"><meta name="author" content="Example">'
            '<span class="author">Jane Roe</span>',
            ("Jane Roe",),
        ),
        ('<meta property="og:site_name" content="Example"><meta name="author" content="Example">', ("Example",)),
        (
            ld('{"@type": "Article", "author": [{"name": "Jane Roe"}, [{"name": "John Doe"}]]}'),
            ("Jane Roe", "John Doe"),
        ),
        (
            ld(
                '{"@graph": [{"@type": "Article", "headline": "Flood", "author": {"@id": "#p1"}}, '
                '{"@type": "Person", "@id": "#p1", "name": "Jane Roe"}]}'
            ),
            ("Jane Roe",),
        ),
        ('<ul class="metaAuthorsList"><li class="authorsList-item">Jane Roe</li></ul>', ("Jane Roe",)),
        ('<p>by <a href="https://a.example/authors/jane-roe/">Jane Roe</a></p>', ("Jane Roe",)),
        ('<p class="author-bio">Jane Roe</p><a href="/authors/">All Authors</a>', ()),
        (
            '<meta property="og:site_name" content="Example"><div class="byline">By Jane Roe, Example North</div>',
            ("Jane Roe",),
        ),
        ('<div class="author">Jane Roe writes about rivers, bridges and whatever floats on them.</div>', ()),
    ],
)
def test_authors(markup: str, authors: tuple[str, ...]) -> None:
    assert read(markup).authors == authors


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        (ld('{"@type": "Article", "datePublished": "2021-05-04T03:02Z"}'), ("2021-05-04T03:02+00:00", "minute")),
        ('<meta property="article:published_time" content="2021-05-04">', ("2021-05-04", "day")),
        ('<time datetime="2021-05-04T03:02:01">yesterday</time>', ("2021-05-04T03:02:01", "second")),
        ('<span class="date">May 4, 2021</span>', ("2021-05-04", "day")),
        ("<title>Flood | Example | 04.05.2021</title><p>On 1 May 2021 it rained.</p>", ("2021-05-04", "day")),
    ],
)
def test_time_of_publication(markup: str, published: tuple[str, str]) -> None:
    assert read(markup).published == published


def test_a_day_after_the_page_was_fetched_is_not_believed() -> None:
    assert read('<span class="date">May 9, 2021</span>', fetched="2021-05-05T00:00:00").published != (
        "2021-05-09",
        "day",
    )


def test_address_and_language() -> None:
    page = read(
        '<html lang="pt_BR"><link rel="canonical" href="/x"><meta property="og:url" content="https://a.example/x">'
    )
    assert (page.url, page.language) == ("https://a.example/x", "pt")


@pytest.mark.parametrize(
    "data", ["{", "[" * 5000, "null", '"x"', '{"@type": 5, "author": [[["x"]]]}', '{"author": {"name": {}}}']
)
def test_broken_json_ld_is_passed_over(data: str) -> None:
    assert read(ld(data) + "<h1>Flood</h1>").headline == "Flood"


def test_descriptions_are_all_that_the_page_gives_each_once() -> None:
    page = read(
        ld('{"@type": "Article", "headline": "Flood", "description": "A boat on Main Street"}')
        + '<meta name="description" content="Both '
        'bridges closed"><meta property="og:description" content="Both bridges closed">'
    )
    assert page.descriptions == ("A boat on Main Street", "Both bridges closed")


@pytest.mark.parametrize(
    ("markup", "headline"),
    [
        (
            "<title>Flood in Riverton | Daily Example</title><h1>Daily Example</h1><h1>Flood in Riverton</h1>",
            "Flood in Riverton",
        ),
        (
            "<title>Flood in Riverton | Daily Example</title><h1>Daily Example</h1><h2>Flood in Riverton</h2>",
            "Flood in Riverton",
        ),
        (
            "<title>Daily Example</title><h1 class=logo>Daily Example</h1><h2>Flood closes all bridges</h2>",
            "Flood closes all bridges",
        ),
        (
            "<title>Daily Example</title><h1><a href='/'>Daily Example</a></h1><h2>Flood closes all bridges</h2>",
            "Flood closes all bridges",
        ),
        # Nothing tells here that the heading is a site's: the second may be the report's dek.
        ("<title>Flood closes</title><h1>Flood closes</h1><h2>The river rose by a metre</h2>", "Flood closes"),
        # Several may be a front page's.
        (
            "<title>Ex</title><h1 class=logo>Ex</h1><h2>Flood closes all bridges</h2><h2>Torrin saves its tram</h2>",
            "Ex",
        ),
    ],
)
def test_the_sites_name_in_a_heading_is_no_headline(markup: str, headline: str) -> None:
    """Old templates and blogs set it as the page's first heading."""
    assert read(markup).headline == headline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>By Jane Roe</div>", ("Jane Roe",)),
        ("<div class=meta>Posted by Jane Roe on March 4, 2031</div>", ("Jane Roe",)),
        ("<div><i>By Jane Roe, Staff Writer<br>March 4, 2031</i></div>", ("Jane Roe",)),
        ("<div>Jane Roe</div>", ()),
        ("<div class=byline>By John Doe</div><div>By Jane Roe</div>", ()),
    ],
)
def test_a_byline_below_the_headline_that_nothing_marks(line: str, names: tuple[str, ...]) -> None:
    """It must say so, and counts only where no name is marked."""
    assert read(f"<h1>Flood in Riverton</h1>{line}").signed == names


def test_the_sites_own_name_before_a_byline_is_no_author() -> None:
    """By its ``WebSite`` object too: the person that the page shows goes before it."""
    site = '{"@type": "WebSite", "name": "Daily Example"}'
    article = '{"@type": "NewsArticle", "headline": "Flood", "author": {"name": "Daily Example"}}'
    shown = "<div class=byline>By Jane Roe</div>"
    assert read(ld(f"[{site}, {article}]") + shown).authors == ("Jane Roe",)
