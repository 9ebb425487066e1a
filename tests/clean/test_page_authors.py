"""Who a page says wrote it, by its machine-readable fields and by what it marks as byline."""

import pytest

from firsthand.clean import page_authors
from firsthand.clean.markup import parse

BODY = "<p>The river rose by two metres on Monday.</p>"


def authors(markup: str, **metas: str) -> tuple[str, ...]:
    """Return the authors of a page without JSON-LD."""
    shown = page_authors.marked(parse(markup + BODY, 1000))
    return page_authors.read({}, [], metas, shown, "example.com")


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            '<div class="byline">By <a href="/x">Jane Roe</a> and <a href="/y">John Doe</a></div>',
            ("Jane Roe", "John Doe"),
        ),
        ('<p class="byline">By <span class="byline__name">Jane Roe</span><br>Political editor</p>', ("Jane Roe",)),
        ('<div class="article-byline">By Jane Roe, Associated Press</div>', ("Jane Roe",)),
        ('<div class="article-byline">By The Associated Press</div>', ("The Associated Press",)),
        ('<span itemprop="author">Jane Roe</span> <span itemprop="author">John Doe</span>', ("Jane Roe", "John Doe")),
        ('<a rel="author" href="/a">Jane Roe</a>, <a rel="author" href="/b">John Doe</a>', ("Jane Roe", "John Doe")),
        (
            '<ul><li><a rel="author" href="/a">Jane Roe</a></li><li><a rel="author" href="/b">John Doe</a></li></ul>',
            ("Jane Roe", "John Doe"),
        ),
        ('<div class="byline">Jane Roe in Berlin</div>', ("Jane Roe",)),
        ('<div class="author">Von Jane Roe, dpa</div>', ("Jane Roe",)),
        ('<div class="author">Par Jane Roe avec AFP</div>', ("Jane Roe",)),
        ('<span class="author">Reuters</span>', ("Reuters",)),
        ('<span class="author">AFP, Manila</span>', ("AFP",)),
        ('<div class="byline">By Jane Roe @janeroe</div>', ("Jane Roe",)),
        ('<div class="byline">Story by Jane Roe; photographs by John Doe</div>', ("Jane Roe",)),
        ('<div class="byline">Written by<a href="/x">Jane Roe</a></div>', ("Jane Roe",)),
        ('<div class="photo-byline">Photo: John Doe</div>', ()),
        ('<div class="byline">Photo by John Doe</div>', ()),
    ],
)
def test_what_pages_mark(markup: str, names: tuple[str, ...]) -> None:
    """People without roles, places and addresses; the agency where nobody else signed."""
    assert authors(markup) == names


@pytest.mark.parametrize(
    ("label", "names"), [("Written by", ("Jane Roe",)), ("Verfasst von", ("Jane Roe",)), ("Est. reading time", ())]
)
def test_cards_for_social_media(label: str, names: tuple[str, ...]) -> None:
    """Blog software labels what its cards show."""
    assert authors("", **{"twitter:label1": label, "twitter:data1": "Jane Roe"}) == names


def test_who_took_a_picture_did_not_write_the_report() -> None:
    """A mark within a figure names the photographer."""
    figure = '<figure><figcaption>A crane.<span class="author">John Doe</span></figcaption></figure>'
    assert authors(figure) == ()
    assert authors(f'{figure}<p class="author">By Jane Roe</p>') == ("Jane Roe",)


def test_marks_beside_the_report_give_way_to_its_own() -> None:
    """Cards of other reports name their authors too."""
    card = '<aside><a href="/x">Tram saved</a><span class="author">John Doe</span></aside>'
    assert authors(f'{card}<p class="author">By Jane Roe</p>') == ("Jane Roe",)
