"""Each family of comment markup: author, time, depth, parent and words are read, and none of it is left in the body.

Every page is invented. Ann writes at 17:00 on May 4, 2021, Bob answers her, Cy writes a comment of his own.
"""

from collections.abc import Callable

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document

BODY = (
    "The river rose by two metres on Monday night and closed both bridges of the town, the council said.",
    "The water is expected to fall by Wednesday, and the schools will stay closed until then, it added.",
    "Forty households were taken to the gymnasium, where the night was quiet, a spokesman said on Tuesday.",
)
STAY, TRY, TOO = "Stay safe, all of you!", "We try, Ann.", "Is the school closed too?"
MORE = "And keep the cellars empty."
DAY = "2021-05-04"
Row = tuple[str | None, int, int | None, list[str], str | None]


def clean(thread: str) -> Article:
    """Return the article of a page with a thread below its report."""
    report = "".join(f"<p>{line}</p>" for line in BODY)
    page = (
        "<html><head><title>River floods the town</title></head><body><header><h1>River floods the town</h1></header>"
        f'<div id="story">{report}</div>{thread}<footer>Harbour Gazette</footer></body></html>'
    )
    article = Clean().clean(Document(input="page", kind="html", content=page))
    assert isinstance(article, Article)
    return article


def rows(article: Article) -> list[Row]:
    """Return author, depth, parent, paragraphs and time of each comment."""
    return [
        (c.author, c.depth, c.parent, [article.text[p.start : p.end] for p in article.paragraphs(c.start, c.end)],
         c.published)
        for c in article.comments
    ]  # fmt: skip


def wordpress() -> str:
    def one(name: str, words: str, depth: int, replies: str = "") -> str:
        return (
            f'<li class="comment byuser even depth-{depth}" id="comment-{len(words)}"><article class="comment-body">'
            '<footer class="comment-meta"><div class="comment-author vcard"><img class="avatar" alt=""><b '
            f'class="fn">{name}'
            '</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="#"><time '
            'datetime="2021-05-04T17:00:00+02:00">May 4, 2021 at 5:00 pm</time></a></div></footer>'
            f'<div class="comment-content"><p>{words}</p></div><div class="reply"><a>Reply</a></div>'
            f"</article>{replies}</li>"
        )

    inner = f'<ol class="children">{one("Bob", TRY, 2)}</ol>'
    listed = one("Ann", f"{STAY}</p><p>{MORE}", 1, inner) + one("Cy", TOO, 1)
    return (
        f'<div id="comments"><h2>3 thoughts</h2><ol class="comment-list">{listed}</ol><div id="respond">Leave</div>'
        "</div>"
    )


def kubrick() -> str:
    def one(number: int, name: str, words: str) -> str:
        return (
            f'<li class="alt" id="comment-{number}"><cite>{name}</cite> Says:<br><small class="commentmetadata">'
            f'<a href="#comment-{number}">May 4th, 2021 at 5:00 pm</a></small><p>{words}</p></li>'
        )

    listed = one(1, "Ann", f"{STAY}</p><p>{MORE}") + one(2, "Bob", TRY) + one(3, "Cy", TOO)
    return f'<h3 id="comments">3 Responses to “River”</h3><ol class="commentlist">{listed}</ol>'


def wordpress_blocks() -> str:
    def one(name: str, words: str, replies: str = "") -> str:
        return (
            '<li class="comment even"><div class="wp-block-columns"><div class="wp-block-comment-author-name"><a>'
            f'{name}</a></div><div class="wp-block-comment-date"><time datetime="2021-05-04T17:00:00+02:00"><a>4 May'
            "</a>"
            f'</time></div><div class="wp-block-comment-content"><p>{words}</p></div><div '
            'class="wp-block-comment-reply-'
            f'link"><a>Reply</a></div></div>{replies}</li>'
        )

    inner = f'<ol class="wp-block-comment-template">{one("Bob", TRY)}</ol>'
    listed = one("Ann", f"{STAY}</p><p>{MORE}", inner) + one("Cy", TOO)
    return f'<div class="wp-block-comments"><ol class="wp-block-comment-template">{listed}</ol></div>'


def wpdiscuz() -> str:
    def one(name: str, words: str, level: int, replies: str = "") -> str:
        return (
            f'<div class="comment wpd-comment wpd_comment_level-{level}"><div class="wpd-comment-wrap"><div '
            f'class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">{name}</div>'
            '<div class="wpd-comment-date" title="May 4, 2021 5:00 pm">4 years ago</div></div><div '
            f'class="wpd-comment-text"><p>{words}</p></div><div class="wpd-comment-footer">Reply</div></div>'
            f"</div>{replies}</div>"
        )

    return one("Ann", f"{STAY}</p><p>{MORE}", 1, one("Bob", TRY, 2)) + one("Cy", TOO, 1)


def genesis() -> str:
    def one(name: str, words: str, replies: str = "") -> str:
        return (
            '<li class="comment"><article itemprop="comment" itemscope itemtype="https://schema.org/Comment"><header '
            f'class="comment-header"><p class="comment-author" itemprop="author"><span itemprop="name">{name}'
            "</span> <span "
            'class="says">says</span></p><p class="comment-meta"><time class="comment-time" datetime="2021-05-04T17:00'
            f':00+02:00">May 4</time></p></header><div class="comment-content" itemprop="text"><p>{words}</p></div>'
            "</article>"
            f"{replies}</li>"
        )

    inner = f'<ul class="children">{one("Bob", TRY)}</ul>'
    return f'<ol class="comment-list">{one("Ann", f"{STAY}</p><p>{MORE}", inner)}{one("Cy", TOO)}</ol>'


def disqus() -> str:
    def one(name: str, words: str, answers: str = "", replies: str = "") -> str:
        return (
            f'<li class="post"><div class="post-content"><header class="post-byline"><span class="author"><a>{name}'
            "</a></span>"
            f'{answers}<a class="time-ago" title="Tuesday, May 4, 2021 5:00 PM">4 years ago</a></header><div '
            'class="post-body">'
            f'<div class="post-message"><p>{words}</p></div></div><footer class="comment__footer">1 • Reply</footer>'
            "</div><ul "
            f'class="children">{replies}</ul></li>'
        )

    bob = one("Bob", TRY, '<a class="parent-link"><i class="icon"></i> Ann</a>')
    posts = one("Ann", f"{STAY}</p><p>{MORE}", "", bob) + one("Cy", TOO)
    return f'<div id="disqus_thread"><section><ul class="post-list">{posts}</ul></section></div>'


def disqus_without_scripts() -> str:
    def one(number: int, name: str, words: str, replies: str = "") -> str:
        return (
            f'<li id="dsq-comment-{number}" class="dsq-comment"><div class="dsq-comment-header"><cite '
            f'id="dsq-cite-{number}">'
            f'<span id="dsq-author-user-{number}">{name}</span></cite> <span class="dsq-time" title="2021-05-04 '
            '17:00">4 '
            f'years</span></div><div class="dsq-comment-body"><div class="dsq-comment-message"><p>{words}</p></div>'
            "</div><ul "
            f'class="children">{replies}</ul></li>'
        )

    listed = one(1, "Ann", f"{STAY}</p><p>{MORE}", one(2, "Bob", TRY)) + one(3, "Cy", TOO)
    return f'<div id="dsq-content"><ul id="dsq-comments">{listed}</ul></div>'


def blogger() -> str:
    def one(name: str, words: str, replies: str = "") -> str:
        return (
            '<li class="comment" id="c55"><div class="avatar-image-container"></div><div class="comment-block"><div '
            f'class="comment-header"><cite class="user"><a>{name}</a></cite><span class="icon user"></span><span '
            'class="datetime secondary-text"><a href="#">May 4, 2021 at 5:00 PM</a></span></div><p '
            'class="comment-content">'
            f'{words}</p><span class="comment-actions"><a>Reply</a></span></div><div class="comment-replies"><div '
            f'class="comment-thread inline-thread"><ol class="thread-chrome">{replies}</ol></div></div></li>'
        )

    listed = one("Ann", f"{STAY}<br><br>{MORE}", one("Bob", TRY)) + one("Cy", TOO)
    return f'<div class="comments" id="comments"><h4>3 comments:</h4><ol>{listed}</ol></div>'


def old_blogger() -> str:
    def one(name: str, words: str) -> str:
        return (
            f'<dt class="comment-author"><a>{name}</a> said...</dt><dd class="comment-body"><p>{words}</p></dd><dd '
            'class="comment-footer"><span class="comment-timestamp"><a>May 4, 2021 at 5:00 PM</a></span></dd>'
        )

    listed = one("Ann", f"{STAY}<br><br>{MORE}") + one("Bob", TRY) + one("Cy", TOO)
    return f'<div id="comments"><h4>3 comments:</h4><dl id="comments-block">{listed}</dl></div>'


def microdata() -> str:
    def one(name: str, words: str, replies: str = "") -> str:
        return (
            '<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author" itemscope>'
            f'<span itemprop="name">{name}</span></span><meta itemprop="dateCreated" '
            'content="2021-05-04T17:00:00+02:00">'
            f'<div itemprop="text"><p>{words}</p></div>{replies}</div>'
        )

    return one("Ann", f"{STAY}</p><p>{MORE}", one("Bob", TRY)) + one("Cy", TOO)


def json_ld() -> str:
    import json

    def one(name: str, words: str, *replies: object) -> object:
        return {"@type": "Comment", "author": {"@type": "Person", "name": name}, "text": words,
                "dateCreated": "2021-05-04T17:00:00+02:00", "comment": [*replies]}  # fmt: skip

    told = [one("Ann", f"{STAY}\n\n{MORE}", one("Bob", TRY)), one("Cy", TOO)]
    data = {"@type": "NewsArticle", "headline": "River floods the town", "comment": told}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


EXACT, MINUTE = f"{DAY}T17:00:00+02:00", f"{DAY}T17:00"
NESTED = [
    (wordpress, EXACT), (wordpress_blocks, EXACT), (wpdiscuz, MINUTE), (genesis, EXACT), (disqus, MINUTE),
    (disqus_without_scripts, MINUTE), (blogger, MINUTE), (microdata, EXACT), (json_ld, EXACT),
]  # fmt: skip


@pytest.mark.parametrize(("thread", "time"), NESTED, ids=lambda v: getattr(v, "__name__", ""))
def test_a_reply_is_nested_below_what_it_answers(thread: Callable[[], str], time: str) -> None:
    """Author, depth, parent, paragraphs and time."""
    article = clean(thread())
    assert rows(article) == [
        ("Ann", 0, None, [STAY, MORE], time),
        ("Bob", 1, 0, [TRY], time),
        ("Cy", 0, None, [TOO], time),
    ]
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]


@pytest.mark.parametrize(
    ("thread", "time"), [(kubrick, MINUTE), (old_blogger, MINUTE)], ids=lambda v: getattr(v, "__name__", "")
)
def test_old_threads_lie_flat(thread: Callable[[], str], time: str) -> None:
    """Author, paragraphs and time."""
    article = clean(thread())
    assert rows(article) == [
        ("Ann", 0, None, [STAY, MORE], time),
        ("Bob", 0, None, [TRY], time),
        ("Cy", 0, None, [TOO], time),
    ]
    assert [article.text[s.start : s.end] for s in article.parts("body")] == [*BODY]
