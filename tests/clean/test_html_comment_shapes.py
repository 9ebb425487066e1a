"""Threads of markup that nobody knows, found by their shape; and lists of other things, which are none."""

import pytest

from tests.clean.test_html_comment_families import BODY, DAY, MORE, STAY, TOO, TRY, clean, rows

MINUTE = f"{DAY}T17:00"
WROTE = (("Ann Poe", f"{STAY}</p><p>{MORE}"), ("river_rat", TRY), ("Cy Moe", TOO))
THREE = [
    ("Ann Poe", 0, None, [STAY, MORE], MINUTE),
    ("river_rat", 0, None, [TRY], MINUTE),
    ("Cy Moe", 0, None, [TOO], MINUTE),
]


def test_elements_of_one_shape_below_a_heading() -> None:
    """Class names tell nothing; each has a name, a time and words."""
    one = (
        '<div class="x{2}"><i class="q">{0}</i><div class="z">May 4, 2021, 5:00 pm</div><section><p>{1}</p>'
        "</section><u>Reply</u></div>"
    )
    listed = "".join(one.format(name, words, n % 2) for n, (name, words) in enumerate(WROTE))
    article = clean(f"<div><h3>3 Comments</h3>{listed}</div>")
    assert rows(article) == THREE
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]


def test_replies_of_the_same_shape_within() -> None:
    """Elements of the shape nest as comments do."""
    one = '<li class="row"><i>{0}</i> <time datetime="2021-05-04T17:00">4 May</time><p>{1}</p>{2}</li>'
    reply = one.format("river_rat", TRY, "")
    listed = one.format("Ann Poe", f"{STAY}</p><p>{MORE}", f"<ul>{reply}</ul>") + one.format("Cy Moe", TOO, "")
    assert [row[:3] for row in rows(clean(f'<div id="user-comments"><ul>{listed}</ul></div>'))] == [
        ("Ann Poe", 0, None),
        ("river_rat", 1, 0),
        ("Cy Moe", 0, None),
    ]


def test_rows_of_a_table() -> None:
    """An author's row, then one with the words."""
    one = "<tr><td>{0} wrote on May 4, 2021 5:00 pm:</td></tr><tr><td><p>{1}</p></td></tr>"
    listed = "".join(one.format(*wrote) for wrote in WROTE)
    assert rows(clean(f'<table class="discussion"><tbody>{listed}</tbody></table>')) == THREE


def test_author_lines_between_paragraphs() -> None:
    """Nothing but paragraphs in a row."""
    listed = "".join(f"<p><b>{name}</b> - May 4, 2021 5:00 pm</p><p>{words}</p>" for name, words in WROTE)
    article = clean(f"<div><h3>Readers' comments</h3>{listed}</div>")
    assert rows(article) == THREE
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]


HEADED = "<div><h3>3 Comments</h3>{}</div>"
OTHER = {
    "teasers": '<div class="x"><h4><a href="/a{0}">Bridge {0} opens again</a></h4><span>Ann Poe</span><time>4 May '
    "2021</time><p>It was "
    "closed for {0} days, the council said.</p></div>",
    "search results": '<div class="x"><a href="/a{0}">Bridge {0} opens again after a long time of waiting</a>'
    "<span>Ann{0} Poe</span>"
    "<span>May 4, 2021</span><p>It opens.</p></div>",
    "a live blog": '<div class="x"><b>Ann Poe</b><div>5:0{0} pm</div><p>Bridge {0} has just been opened again, and '
    "people cross it.</p>"
    "</div>" * 3,
    "reviews": '<div class="x"><i>Ann{0} Poe</i><div>May 4, 2021</div><span class="star-rating">*****</span>'
    "<p>The boots are dry, {0} "
    "of 5.</p></div>",
    "notices": '<div class="x"><i>Opening hours of hall {0}</i><p>five to six, Mondays from six to nine.</p></div>',
}


@pytest.mark.parametrize("kind", OTHER)
def test_what_repeats_is_not_always_a_thread(kind: str) -> None:
    """Even below a heading that announces comments."""
    assert clean(HEADED.format("".join(OTHER[kind].format(n) for n in range(3)))).comments == ()


def test_without_a_heading_or_a_name_nothing_is_looked_for() -> None:
    """Signed and dated blocks may be a live blog, a chronicle, a list of letters."""
    one = '<div class="x"><i>{0}</i><div>May 4, 2021, 5:00 pm</div><p>{1}</p></div>'
    assert clean("".join(one.format(*wrote) for wrote in WROTE)).comments == ()


@pytest.mark.parametrize(
    "markup",
    [
        (
            '<div class="comment"><h3><a href="/opinion/1">We need a dam</a></h3><span class="author">Ann Poe</span>'
            "<p>She means it.</p></div>"
        ),
        (
            '<div class="comment" itemscope itemtype="http://schema.org/Review"><span class="author">Ann</span><p>Dry '
            "boots.</p></div>"
        ),
        (
            '<ol class="commentlist"><li class="pingback" id="comment-1"><cite class="fn">Other page</cite><p>[…] '
            "[…]</p></li></ol>"
        ),
        (
            '<div id="comments" class="comment"><form><label class="name">Name *</label><textarea></textarea><p>Be so '
            "</p></form></div>"
        ),
        '<span class="comment"><a class="author">3 comments</a></span>',
    ],
    ids=["column", "review", "pingback", "form", "count"],
)
def test_what_is_called_a_comment_is_not_always_one(markup: str) -> None:
    """A column, a review, another page's link, the form to write one."""
    assert clean(markup * 2).comments == ()
