"""Threads of the bigger kinds of software are read with author, depth and parent, and taken out of the page."""

from firsthand.clean.markup import parse
from firsthand.clean.page_comments import take

Row = tuple[str | None, int, int | None, str]


def thread(markup: str, described: list[dict[str, object]] | None = None, limit: int = 100) -> list[Row]:
    tree = parse(f"<h1>Flood</h1><p>The river rose.</p>{markup}", 1000)
    entries = take(tree, described or [], limit)
    assert "Stay safe" not in str(tree.text_content())
    assert "The river rose." in str(tree.text_content())
    return [(e.author, e.depth, e.parent, " / ".join(e.paragraphs)) for e in entries]


NESTED = [("Ann", 0, None, "Stay safe."), ("Bob", 1, 0, "We try."), ("Cy", 0, None, "Me too.")]


def test_wordpress_with_an_article_in_each_list_item() -> None:
    def comment(name: str, words: str, depth: int, replies: str = "") -> str:
        return (
            f'<li class="comment byuser depth-{depth}"><article class="comment-body"><footer class="comment-meta">'
            f'<div class="comment-author vcard"><b class="fn">{name}</b> <span class="says">says:</span></div>'
            f'<div class="comment-metadata"><a href="#">May 4, 2021 at 5:00 pm</a></div></footer>'
            f'<div class="comment-content"><p>{words}</p></div><div class="reply"><a>Reply</a></div></article>'
            f"{replies}</li>"
        )

    reply = f'<ol class="children">{comment("Bob", "We try.", 2)}</ol>'
    markup = comment("Ann", "Stay safe.", 1, reply) + comment("Cy", "Me too.", 1)
    assert thread(f'<ol class="comment-list">{markup}</ol>') == NESTED


def test_flat_comments_whose_class_states_the_depth() -> None:
    def comment(name: str, words: str, depth: int) -> str:
        return f'<div class="comment depth-{depth}"><cite>{name}</cite><p>{words}</p></div>'

    assert (
        thread(comment("Ann", "Stay safe.", 1) + comment("Bob", "We try.", 2) + comment("Cy", "Me too.", 1)) == NESTED
    )


def test_a_wrapper_that_is_no_comment_itself() -> None:
    def comment(name: str, words: str) -> str:
        return f'<div class="comment"><span class="author">{name}</span><div class="comment-text">{words}</div></div>'

    inner = f'<div class="comment-wrapper">{comment("Ann", "Stay safe.")}<ul>{comment("Bob", "We try.")}</ul></div>'
    assert thread(inner + comment("Cy", "Me too.")) == NESTED


def test_disqus_as_it_is_saved() -> None:
    def post(name: str, words: str, replies: str = "") -> str:
        return (
            f'<li class="post"><div class="post-content"><span class="author">{name}</span>'
            f'<div class="post-message"><p>{words}</p></div></div><ul class="children">{replies}</ul></li>'
        )

    posts = post("Ann", "Stay safe.", post("Bob", "We try.")) + post("Cy", "Me too.")
    assert thread(f'<div id="disqus_thread"><ul class="post-list">{posts}</ul></div>') == NESTED


def test_schema_org_comments_in_the_markup() -> None:
    markup = (
        '<div itemscope itemtype="https://schema.org/Comment"><span class="username">Ann</span>'
        '<div class="text">Stay safe.</div></div>'
    )
    assert thread(markup) == [("Ann", 0, None, "Stay safe.")]


def test_old_blogger_definition_lists() -> None:
    markup = (
        '<dl id="comments-block"><dt class="comment-author">Ann said...</dt><dd class="comment-body"><p>Stay safe.</p>'
        '</dd><dt class="comment-author">Cy said...</dt><dd class="comment-body"><p>Me too.</p></dd></dl>'
    )
    assert thread(markup) == [("Ann", 0, None, "Stay safe."), ("Cy", 0, None, "Me too.")]


def test_comments_that_only_json_ld_has() -> None:
    told = [
        {"author": {"name": "Ann"}, "text": "Stay safe.", "comment": [{"author": {"name": "Bob"}, "text": "We try."}]},
        {"author": "Cy", "text": "Me too."},
        {"author": "Dee", "text": ""},
    ]
    assert thread("", told) == NESTED


def test_a_deleted_comment_keeps_its_replies_in_place() -> None:
    markup = (
        '<ol><li class="comment"><cite class="fn">Ann</cite><ol class="children"><li class="comment">'
        '<cite class="fn">Bob</cite><p>We try.</p></li></ol></li></ol>'
    )
    assert thread(markup) == [("Ann", 0, None, ""), ("Bob", 1, 0, "We try.")]


def test_a_time_without_a_year_needs_the_time_of_fetching() -> None:
    markup = '<div class="comment"><cite>Ann</cite><span class="date">May 4, 5:00 pm</span><p>We try.</p></div>'
    whole = f"<h1>Flood</h1>{markup}"
    assert take(parse(whole, 100), [], 9)[0].published is None
    assert take(parse(whole, 100), [], 9, "2021-06-01T10:00")[0].published == "2021-05-04T17:00"


def test_a_time_within_what_is_named_like_the_words() -> None:
    head = '<div class="comment-author"><strong>Ann</strong> on <a href="#c">May 4, 2021 at 5:00 pm</a> said:</div>'
    markup = f'<li class="comment"><div class="comment-body">{head}<p>We try.</p></div></li>'
    entry = take(parse(f"<h1>Flood</h1><ul>{markup}</ul>", 100), [], 9)[0]
    assert (entry.author, entry.published, entry.paragraphs) == ("Ann", "2021-05-04T17:00", ("We try.",))


def test_an_age_is_no_time() -> None:
    markup = '<div class="comment"><cite>Ann</cite><span class="date" title="2 hours ago">2h</span><p>We try.</p></div>'
    entry = take(parse(f"<h1>Flood</h1>{markup}", 100), [], 9, "2021-06-01T10:00")[0]
    assert (entry.published, entry.published_precision) == (None, None)


def test_comments_past_the_bound_leave_the_page_too() -> None:
    tree = parse("<h1>Flood</h1>" + '<div class="comment"><cite>Ann</cite><p>Stay safe.</p></div>' * 9, 100)
    assert len(take(tree, [], 2)) == 2
    assert "Stay safe" not in str(tree.text_content())


def test_a_moderated_comment_keeps_its_replies() -> None:
    reply = '<ol class="children"><li class="comment" id="comment-2"><cite>Bob</cite><p>We try.</p></li></ol>'
    gone = '<li class="comment" id="comment-1"><div class="comment-content">Comment removed.</div>'
    assert thread(f"<ol>{gone}{reply}</li></ol>") == [
        (None, 0, None, "Comment removed."),
        ("Bob", 1, 0, "We try."),
    ]


def test_no_more_comments_than_the_bound() -> None:
    markup = '<div class="comment"><cite>Ann</cite><p>Stay safe.</p></div>' * 9
    assert len(thread(markup, limit=5)) == 5


def test_an_article_in_an_element_called_comment_is_no_comment() -> None:
    tree = parse('<div class="comment"><h1>Flood</h1><cite>Ann</cite><p>The river rose.</p></div>', 1000)
    assert take(tree, [], 10) == []
    assert "The river rose." in str(tree.text_content())
