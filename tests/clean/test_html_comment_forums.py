"""Forum posts and threads without an element of their own for each comment, all invented."""

from collections.abc import Callable

import pytest

from firsthand.clean.markup import parse
from firsthand.clean.page_comments import take
from tests.clean.test_html_comment_families import BODY, DAY, MORE, STAY, TOO, TRY, clean, rows

MINUTE = f"{DAY}T17:00"
WROTE = [("Ann", f"{STAY}</p><p>{MORE}"), ("Bob", TRY), ("Cy", TOO)]


def named(value: object) -> str:
    """Return a function's name, for a test's id."""
    return getattr(value, "__name__", "")


def vbulletin(number: int, name: str, words: str) -> str:
    return (
        f'<li class="postbitlegacy postbitim postcontainer" id="post_{number}"><div class="posthead"><span '
        'class="postdate"><span '
        f'class="date">May 4, 2021, 5:00 PM</span></span></div><div class="userinfo"><a class="username">{name}</a>'
        "<div>Posts 7</div>"
        f'</div><blockquote class="postcontent restore"><p>{words}</p></blockquote><div class="signature">Be kind.'
        "</div></li>"
    )


def phpbb(number: int, name: str, words: str) -> str:
    return (
        f'<div id="p{number}" class="post has-profile bg2"><dl class="postprofile"><dt><a class="username">{name}'
        "</a></dt><dd>Posts: 7"
        f'</dd></dl><div class="postbody"><p class="author">by <strong><a class="username">{name}</a></strong> » '
        "Tue May 4, 2021 5:00 "
        f'pm</p><div class="content"><p>{words}</p></div><div class="signature">Be kind.</div></div></div>'
    )


def discourse(number: int, name: str, words: str) -> str:
    return (
        f'<div id="post_{number}" class="topic-body crawler-post"><div class="crawler-post-meta"><span '
        'class="creator"><a><span '
        f'itemprop="name">{name}</span></a></span><span class="crawler-post-infos"><time '
        'datetime="2021-05-04T17:00" class="post-time">'
        f'May 4</time><span>{number}</span></span></div><div class="post" itemprop="text"><p>{words}</p></div></div>'
    )


def xenforo(number: int, name: str, words: str) -> str:
    return (
        f'<article class="message message--post js-post" data-author="{name}" id="js-post-{number}"><div '
        'class="message-user"><h4 '
        f'class="message-name"><a href="/members/{number}/" class="username">{name}</a></h4><h5>Member</h5></div>'
        '<header class="message-'
        'attribution"><time datetime="2021-05-04T17:00">May 4</time></header><div class="message-content"><div '
        'class="bbWrapper"><p>'
        f"{words}</p></div></div></article>"
    )


def movable_type(number: int, name: str, words: str) -> str:
    return (
        f'<div class="comment" id="comment-{number}"><div class="comment-content"><p>{words}</p></div><p '
        'class="comment-footer">Posted '
        f'by: <a>{name}</a> | <a href="#c">May 04, 2021 at 05:00 PM</a></p></div>'
    )


def old_movable_type(number: int, name: str, words: str) -> str:
    return (
        f'<a id="{number}"></a><div class="comments-body"><p>{words}</p><span class="comments-post">Posted by: '
        f"<a>{name}</a> at May 4, "
        f"2021 5:00 PM</span></div>"
    )


def table(_number: int, name: str, words: str) -> str:
    return (
        f'<table class="comment" width="100%"><tr><td><b>{name}</b> wrote on May 4, 2021 5:00 PM:</td></tr><tr><td>'
        f"<p>{words}</p></td>"
        f"</tr></table>"
    )


def spiegel(_number: int, name: str, words: str) -> str:
    return (
        f'<div class="article-comment-user"><a><b>{name}</b></a> 04.05.2021, 17:00 Uhr</div><div '
        f'class="article-comment-text"><p>{words}'
        "</p></div>"
    )


def thesis(_number: int, name: str, words: str) -> str:
    return (
        f'<dt class="comment"><span class="comment_author">{name}</span> <span class="comment_time">May 4, 2021 at '
        "5:00 pm</span></dt>"
        f'<dd class="comment"><div class="format_text"><p>{words}</p></div></dd>'
    )


FLAT = [vbulletin, phpbb, discourse, xenforo, movable_type, old_movable_type, table, spiegel, thesis]


def listed(one: Callable[[int, str, str], str]) -> str:
    """Return three comments, in what holds them."""
    holder = {"thesis": "dl", "vbulletin": "ol"}.get(one.__name__, "div")
    return f"<{holder}>{''.join(one(n + 1, name, words) for n, (name, words) in enumerate(WROTE))}</{holder}>"


@pytest.mark.parametrize("one", FLAT, ids=named)
def test_flat_threads(one: Callable[[int, str, str], str]) -> None:
    """Author, paragraphs and time of each; signatures and counts of posts are none of the words."""
    article = clean(listed(one))
    assert rows(article) == [
        ("Ann", 0, None, [STAY, MORE], MINUTE),
        ("Bob", 0, None, [TRY], MINUTE),
        ("Cy", 0, None, [TOO], MINUTE),
    ]
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]


@pytest.mark.parametrize("one", [vbulletin, phpbb, discourse, xenforo], ids=named)
def test_the_first_post_of_a_page_without_an_article_is_the_article(one: Callable[[int, str, str], str]) -> None:
    """The others answer it."""
    tree = parse(f"<h1>Flood</h1>{listed(one)}", 1000)
    assert [entry.author for entry in take(tree, [], 10)] == ["Bob", "Cy"]
    assert STAY in str(tree.text_content())


def test_an_answer_names_its_parent() -> None:
    """An id or a name, where all comments lie flat."""

    def one(number: int, name: str, words: str, parent: str, answers: str = "") -> str:
        return (
            f'<div class="comment" data-id="{number}" data-parent-id="{parent}"><span class="author">{name}'
            f"</span>{answers}<div "
            f'class="comment-text">{words}</div></div>'
        )

    replying = '<a class="in-reply-to">In reply to Bob</a>'
    article = clean(
        one(1, "Ann", STAY, "") + one(2, "Cy", TOO, "") + one(3, "Bob", TRY, "1") + one(4, "Ann", MORE, "", replying)
    )
    assert [row[:3] for row in rows(article)] == [("Ann", 0, None), ("Cy", 0, None), ("Bob", 1, 0), ("Ann", 2, 2)]


def test_a_margin_nests_tables() -> None:
    """As pages were built before there were style sheets to speak of."""
    markup = "".join(
        f'<div style="margin-left: {pixels}px">{table(1, name, words)}</div>'.replace(
            "<table ", f'<table style="margin-left: {pixels}px" '
        )
        for (name, words), pixels in zip(WROTE, (0, 25, 0), strict=True)
    )
    assert [row[:3] for row in rows(clean(markup))] == [("Ann", 0, None), ("Bob", 1, 0), ("Cy", 0, None)]


def test_five_hundred_levels() -> None:
    """Parents are right all the way down, and nothing is left in the page."""
    one = '<li class="comment"><cite>Ann {0}</cite><p>Stay safe, {0}.</p><ul class="children">'
    tree = parse(f"<h1>Flood</h1><ol>{''.join(one.format(n) for n in range(500))}", 2000)
    entries = take(tree, [], 10_000)
    assert [(e.author, e.depth, e.parent) for e in entries] == [
        (f"Ann {n}", n, n - 1 if n else None) for n in range(500)
    ]
    assert "Stay safe" not in str(tree.text_content())


def test_deeper_replies_answer_the_deepest_that_may_be_answered() -> None:
    """Past 500 levels all are on one level; none is lost."""
    one = '<div class="comment"><cite>Ann</cite><p>Stay safe, {0}.</p>'
    tree = parse(f"<h1>Flood</h1>{''.join(one.format(n) for n in range(600))}", 2000)
    entries = take(tree, [], 10_000)
    assert [e.depth for e in entries] == [min(n, 500) for n in range(600)]
    assert {e.parent for e in entries[500:]} == {499}
    assert "Stay safe" not in str(tree.text_content())
