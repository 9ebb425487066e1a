"""Comment services, forums and content systems: each family's markup, invented, as ``test_html_comment_families``."""

from collections.abc import Callable

import pytest

from tests.clean.test_html_comment_families import BODY, DAY, MORE, STAY, TOO, TRY, clean, rows

EXACT, UTC, MINUTE = f"{DAY}T17:00:00+02:00", f"{DAY}T17:00:00+00:00", f"{DAY}T17:00"
INDENTED, CLOSED = "<div class='indented'>", "</div>"
ISO = f'datetime="{EXACT}"'


def named(value: object) -> str:
    """Return a function's name, for a test's id."""
    return getattr(value, "__name__", "")


def nest(one: Callable[[str, str, str], str], opens: str = "", closes: str = "") -> str:
    """Return Ann with Bob's reply within her element, and Cy."""
    return one("Ann", f"{STAY}</p><p>{MORE}", opens + one("Bob", TRY, "") + closes) + one("Cy", TOO, "")


def facebook() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            '<div class="UFIComment _3-8y clearfix"><div class="UFIImageBlockContent"><span '
            f'class="UFICommentActorName">{name}'
            f'</span><div class="_30o4"><span class="UFICommentBody _5mdd"><p>{words}</p></span></div><div '
            'class="_2vq9 fsm">'
            '<a>Like</a> · <a>Reply</a> · <abbr class="livetimestamp" data-utime="1620147600" title="x">4y</abbr>'
            "</div>"
            f'<div class="UFIReplyList replies">{replies}</div></div></div>'
        )

    return f'<div class="fb_iframe_widget">{nest(one)}</div>'


def old_facebook() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<li class="fbFeedbackPost"><div class="postContainer"><a class="profileName">{name}</a> · <span '
            'class="fcg">Top '
            f'Commenter</span><div class="postText"><p>{words}</p></div><div class="actions">Reply · Like · <abbr '
            f'data-utime="1620147600">May 4 at 5:00pm</abbr></div></div><ul class="fbFeedbackReplies">{replies}</ul>'
            "</li>"
        )

    return f'<ul class="fbFeedbackPosts">{nest(one)}</ul>'


def coral() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<div class="coral coral-comment coral-comment-level-{int(name == "Bob")}" id="comment-{len(words)}">'
            "<button "
            f'class="coral coral-username coral-comment-username">{name}</button><time class="coral-timestamp" '
            f"{ISO}>4 years "
            f'ago</time><div class="coral coral-content coral-comment-content"><p>{words}</p></div><div '
            'class="coral-comment-'
            f'actions"><button>Respect</button></div></div>{replies}'
        )

    return f'<div id="coral_thread" class="coral-stream">{nest(one)}</div>'


def viafoura() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            '<article class="vf3-comment"><header class="vf3-comment__header"><a '
            f'class="vf3-comment__user-name">{name}</a><time '
            f'{ISO}>2 h</time></header><div class="vf3-comment__content"><p>{words}</p></div><div '
            'class="vf3-comment__actions">'
            f'Like</div><div class="vf3-comment-replies">{replies}</div></article>'
        )

    return f'<section class="vf-comments">{nest(one)}</section>'


def hyvor() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<div class="ht-comment-wrap"><div class="ht-comment"><div class="ht-comment-user-name">{name}</div><span '
            'class="ht-comment-date" title="May 4, 2021 5:00 PM">4y</span><div class="ht-comment-content">'
            f"<p>{words}</p></div>"
            f'</div><div class="replies">{replies}</div></div>'
        )

    return f'<div id="hyvor-talk-view" class="hyvor-talk-view">{nest(one)}</div>'


def livefyre() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            '<article class="fyre-comment-article" data-author-id="7"><div class="fyre-comment-wrapper"><section '
            'class="fyre-'
            f'comment-head"><a class="fyre-comment-username"><span itemprop="name">{name}</span></a><time '
            'class="fyre-comment-'
            f'date" {ISO}>May 4</time></section><section class="fyre-comment-body"><div class="fyre-comment">'
            f"<p>{words}</p></div>"
            f'</section></div><div class="fyre-comment-replies">{replies}</div></article>'
        )

    return f'<div id="livefyre" class="fyre">{nest(one)}</div>'


def guardian() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<li class="d-comment" id="comment-{len(words)}" data-comment-author="{name}" '
            f'data-comment-timestamp="{EXACT}"><div '
            f'class="d-comment__inner"><div class="d-comment__meta"><a class="d-comment__author">{name}</a><time>4 '
            "May 2021"
            f'</time></div><div class="d-comment__main"><div class="d-comment__body"><p>{words}</p></div></div><div '
            'class="'
            f'd-comment__actions">Report</div></div><ul class="d-thread d-thread--responses">{replies}</ul></li>'
        )

    return f'<ul class="d-thread">{nest(one)}</ul>'


def zeit() -> str:
    def one(name: str, words: str, replies: str) -> str:
        indented = "comment comment--indented" if name == "Bob" else "comment"
        return (
            f'<article class="{indented}" id="cid-{len(words)}"><div class="comment__container"><div '
            'class="comment-meta"><div '
            f'class="comment-meta__name"><a>{name}</a></div><a class="comment-meta__date">#1 — 4. Mai 2021 um 17:00 '
            "Uhr</a>"
            f'</div><div class="comment__body"><p>{words}</p></div><div class="comment__reactions reply">Antworten'
            "</div></div>"
            f"</article>{replies}"
        )

    return f'<section class="comment-section" id="comments">{nest(one)}</section>'


def substack() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<div class="comment"><div id="comment-{len(words)}" class="comment-anchor"></div><table '
            'class="comment-content"><tr><td '
            'class="comment-head"></td><td class="comment-rest"><div class="comment-meta"><span '
            f'class="commenter-name"><a>{name}</a>'
            '</span><a class="comment-timestamp" title="May 4, 2021, 5:00 PM">May 4</a></div><div '
            f'class="comment-body"><p>{words}'
            f'</p></div><div class="comment-actions">Like Reply</div></td></tr></table><div class="comment-list"><div '
            f'class="comment-list-items replies">{replies}</div></div></div>'
        )

    return (
        f'<div class="comments-page"><div class="comment-list"><div class="comment-list-items">{nest(one)}</div>'
        "</div></div>"
    )


def reddit() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<div class="thing noncollapsed comment" data-author="{name}"><div class="entry"><p class="tagline"><a '
            'class="author">'
            f'{name}</a> <span class="score">3 points</span> <time title="Tue May 4" {ISO}>4 years ago</time></p><form '
            f'class="usertext"><div class="usertext-body"><div class="md"><p>{words}</p></div></div></form><ul '
            'class="flat-list '
            f'buttons"><li>permalink</li></ul></div><div class="child"><div class="sitetable listing">{replies}'
            "</div></div></div>"
        )

    return f'<div class="commentarea"><div class="sitetable nestedlisting">{nest(one)}</div></div>'


def new_reddit() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<shreddit-comment author="{name}" depth="{int(name == "Bob")}" created-timestamp="{EXACT}" '
            f'thingid="t1_{name}"><div '
            f'slot="comment"><p>{words}</p></div>{replies}</shreddit-comment>'
        )

    return f"<shreddit-comment-tree>{nest(one)}</shreddit-comment-tree>"


def drupal() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            f'<a id="comment-{len(words)}"></a><div class="comment comment-by-viewer clearfix"><h3 class="title"><a '
            'href="/comment/'
            f'{len(words)}#comment-1">Flood</a></h3><div class="submitted">Submitted by <span '
            f'class="username">{name}</span> on Tue, '
            f'May 4, 2021 - 17:00</div><div class="content"><p>{words}</p></div><ul class="links"><li>reply</li>'
            f"</ul></div>{replies}"
        )

    return f'<div id="comments"><h2>Comments</h2>{nest(one, INDENTED, CLOSED)}</div>'


def newer_drupal() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            '<article class="comment js-comment"><footer class="comment__meta"><p class="comment__author">'
            f"<span>{name}</span></p><p "
            'class="comment__time">Tue, May 4, 2021 - 17:00</p><p class="comment__permalink">Permalink</p></footer>'
            '<div class="comment'
            f'__content"><div class="text-formatted field--name-comment-body"><p>{words}</p></div><ul class="links">'
            "<li>Reply</li></ul>"
            f"</div></article>{replies}"
        )

    return f'<section class="comments">{nest(one, INDENTED, CLOSED)}</section>'


def hacker_news() -> str:
    def one(name: str, words: str, replies: str) -> str:
        return (
            '<tr class="athing comtr"><td><table><tr><td class="ind"><img src="s.gif" '
            f'width="{40 * (name == "Bob")}"></td><td '
            f'class="default"><div><span class="comhead"><a class="hnuser">{name}</a> <span class="age" '
            'title="2021-05-04T17:00:00">'
            f'<a>4 years ago</a></span></span></div><div class="comment"><div class="commtext c00"><p>{words}</p>'
            "</div><div "
            f'class="reply">reply</div></div></td></tr></table></td></tr>{replies}'
        )

    return f'<table class="comment-tree"><tbody>{nest(one)}</tbody></table>'


NESTED = [
    (facebook, UTC), (old_facebook, UTC), (coral, EXACT), (viafoura, EXACT), (hyvor, MINUTE), (livefyre, EXACT),
    (guardian, EXACT), (zeit, MINUTE), (substack, MINUTE), (reddit, EXACT), (new_reddit, EXACT), (drupal, MINUTE),
    (newer_drupal, MINUTE), (hacker_news, f"{DAY}T17:00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("thread", "time"), NESTED, ids=named)
def test_a_reply_is_nested_below_what_it_answers(thread: Callable[[], str], time: str) -> None:
    """Author, depth, parent, paragraphs and time."""
    article = clean(thread())
    assert rows(article) == [
        ("Ann", 0, None, [STAY, MORE], time),
        ("Bob", 1, 0, [TRY], time),
        ("Cy", 0, None, [TOO], time),
    ]
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]
