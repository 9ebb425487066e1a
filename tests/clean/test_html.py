"""Pages become firsthand's rendering, with every part labelled; hostile ones are rejected in time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.clean import html
from firsthand.clean.rendered import Rendered
from firsthand.config import CleanConfig
from firsthand.model import Document, Rejected

BODY = [
    "RIVERTON (AP) — The river rose by two metres on Monday night and closed both bridges of the town, officials said.",
    "“We have never seen anything like it,” said Mayor Ada Brook, who spent the night in the town hall with her staff.",
    "The water is expected to fall by Wednesday, and the schools will stay closed until then, the council decided.",
]
PAGE = f"""<!doctype html><html lang="en-GB"><head>
<title>River floods town | The Daily Example</title>
<meta property="og:title" content="River floods town"><meta property="og:site_name" content="The Daily Example">
<meta name="description" content="Both bridges closed as the water rises">
<link rel="canonical" href="https://daily.example/flood">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "River floods town", "datePublished": "2021-05-04T03:02:01+01:00",
"author": [{{"@type": "Person", "name": "Jane Roe"}}, {{"name": "John Doe"}}],
"publisher": {{"@type": "Organization", "name": "The Daily Example"}}}}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
<main><article><h1>River floods town</h1><p class="standfirst">Both bridges closed as the water rises</p>
<div class="byline">By Jane Roe and John Doe</div>
<div class="content"><p>{BODY[0]}</p><figure><img src="a.jpg"><figcaption>Main Street under water. AP Photo/Max Lens
</figcaption></figure><p>{BODY[1]}</p><h2>What comes next</h2><p>{BODY[2]}</p></div></article></main>
<ol class="comment-list"><li class="comment depth-1"><cite class="fn">Ann</cite> <span class="says">says:</span>
<div class="comment-content"><p>Stay safe.</p><p>All of you.</p></div>
<ol class="children"><li class="comment depth-2"><cite class="fn">Bob</cite>
<div class="comment-content"><p>We try.</p></div></li></ol></li></ol>
<footer>All rights reserved</footer></body></html>"""


def render(markup: str, **fields: str) -> Rendered:
    result = html.render(Document("page.html", "html", markup, **fields), CleanConfig())  # type: ignore[arg-type]
    assert isinstance(result, Rendered)
    return result


def rejected(markup: str, config: CleanConfig | None = None) -> Rejected:
    result = html.render(Document("page.html", "html", markup), config or CleanConfig())
    assert isinstance(result, Rejected)
    assert result.stage == "clean" and 0 < len(result.detail) <= 200 and result.detail.isprintable()
    return result


def test_the_rendering_is_head_body_with_captions_in_place_and_comments() -> None:
    page = render(PAGE)
    assert [(s.kind, page.text[s.start : s.end]) for s in page.segments] == [
        ("headline", "River floods town"),
        ("dek", "Both bridges closed as the water rises"),
        ("byline", "By Jane Roe and John Doe"),
        ("dateline", "RIVERTON (AP) — "),
        ("body", BODY[0].removeprefix("RIVERTON (AP) — ")),
        ("caption", "Main Street under water. AP Photo/Max Lens"),
        ("body", BODY[1]),
        ("subheading", "What comes next"),
        ("body", BODY[2]),
        ("comment", "Ann\n\nStay safe.\n\nAll of you."),
        ("comment", "Bob\n\nWe try."),
    ]


def test_fields_are_what_the_page_says_of_itself() -> None:
    page = render(PAGE)
    assert (page.headline, page.dek) == ("River floods town", "Both bridges closed as the water rises")
    assert (page.bylines, page.dateline) == (("Jane Roe", "John Doe"), "RIVERTON")
    assert (page.published, page.published_precision) == ("2021-05-04T03:02:01+01:00", "second")
    assert (page.publisher, page.url) == ("The Daily Example", "https://daily.example/flood")
    assert (page.language, page.page) == ("en", None)


def test_comments_span_their_words_without_the_author_line() -> None:
    page = render(PAGE)
    assert [(c.number, c.parent, c.depth, c.author, page.text[c.start : c.end]) for c in page.comments] == [
        (0, None, 0, "Ann", "Stay safe.\n\nAll of you."),
        (1, 0, 1, "Bob", "We try."),
    ]


def test_a_fragment_from_a_feed_is_rendered_under_the_title_that_came_with_it() -> None:
    page = render("<p>The river rose.</p><p>Two roads closed.</p>", title="Flood", fetched="2021-05-04")
    assert page.text == "Flood\n\nThe river rose.\n\nTwo roads closed."
    assert [s.kind for s in page.segments] == ["headline", "body", "body"]


def test_text_hidden_behind_a_paywall_is_taken_from_json_ld() -> None:
    told = " ".join(BODY)
    page = render(f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Flood", '
                  f'"articleBody": "{told}"}}</script><h1>Flood</h1><p>Subscribe to read this.</p>')  # fmt: skip
    assert told.partition(" — ")[2] in page.text


def test_types_tell_live_blogs_and_opinion() -> None:
    for kind, found in (("LiveBlogPosting", "liveblog"), ("OpinionNewsArticle", "opinion"), ("NewsArticle", None)):
        data = f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Flood"}}</script>'
        assert render(f"{data}<p>{BODY[1]}</p>").page == found


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "no-text"),
        ("\0\0", "no-text"),
        ("<!--" * 1000, "no-text"),
        ("<html><frameset><frame src=a></frameset></html>", "frames"),
        ('<meta http-equiv="refresh" content="0;url=https://a.example">', "redirect"),
        ("<div>" * 100_000 + "<p>Deep.</p>", "too-deep"),
        ("<div>" * 1500 + "<b>w</b>" * 5000, "too-deep"),
        ("<b></b>" * 1_000_000, "too-many-elements"),
    ],
)
def test_pages_that_cannot_be_rendered_are_rejected_with_the_reason(markup: str, reason: str) -> None:
    assert rejected(markup).reason == reason


def test_the_bound_on_depth_is_the_users() -> None:
    assert rejected("<div>" * 30 + "<p>Deep.</p>", CleanConfig(max_html_depth=20)).reason == "too-deep"


@pytest.mark.parametrize(
    "markup",
    [
        "<" * 1_000_000,
        "&amp;" * 300_000,
        "<p>" + "w" * 3_000_000,
        "<p>" + "<span>w </span>" * 40_000,
        "<p class='" + "comment " * 100_000 + "'>x",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><p>&b;&b;',
        '<script type="application/ld+json">' + '{"a":' * 100_000 + "</script><p>Text.</p>",
        "<ol>" + '<li class="comment"><cite>A</cite><p>w</p></li>' * 8_000 + "</ol><p>Text.</p>",
        '<div class="comment"><ol>' + '<li class="comment"><cite>A</cite><p>w</p></li>' * 8_000 + "</ol></div><p>Text.",
        '<div class="comment">' * 400 + "<p>Text.</p>",
    ],
)
def test_a_hostile_page_takes_no_longer_than_ten_seconds(markup: str) -> None:
    start = time.process_time()
    html.render(Document("page.html", "html", markup), CleanConfig())
    assert time.process_time() - start < 10


def test_control_characters_and_lone_surrogates_do_not_reach_the_text() -> None:
    page = render("<p>The river\0 rose \ud800 high.</p>")
    assert page.text == "The river rose high."


_TAGS = st.sampled_from(
    ["p", "div class=comment", "div class=caption", "h1", "h2", "li", "ul", "table", "td", "br", "script", "figcaption",
     "cite", "article", "span class=byline", "p class=dek", "a", "dt class=comment-author", "dd class=comment-body"]
)  # fmt: skip
_MARKUP = st.lists(
    st.one_of(_TAGS.map(lambda t: f"<{t}>"), _TAGS.map(lambda t: f"</{t.split()[0]}>"), st.text(max_size=30)),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), _MARKUP))
def test_segments_are_sorted_disjoint_and_cover_the_text(markup: str) -> None:
    """Whatever the page is, it is rejected with a reason, or every non-blank character of its text has one label."""
    result = html.render(Document("page.html", "html", markup), CleanConfig())
    if isinstance(result, Rejected):
        return
    at = 0
    for segment in result.segments:
        assert at <= segment.start < segment.end <= len(result.text)
        assert not result.text[at : segment.start].strip()
        at = segment.end
    assert not result.text[at:].strip()
    for number, comment in enumerate(result.comments):
        assert comment.number == number
        assert comment.parent is None or comment.parent < number
        assert 0 <= comment.start <= comment.end <= len(result.text)
    result.text.encode()


def test_a_dateline_below_a_press_releases_contacts() -> None:
    """Paragraphs may stand above it, and it dates a page that nothing else dates."""
    lead = BODY[0].replace("RIVERTON (AP)", "RIVERTON, May 4, 2021 /PRNewswire/")
    paragraphs = "".join(f"<p>{p}</p>" for p in ("The town of Riverton has a press office.", lead, *BODY[1:]))
    content = f"<title>River floods town</title><h1>River floods town</h1>{paragraphs}"
    rendered = html.render(Document(input="page", kind="html", content=content), CleanConfig())
    assert isinstance(rendered, Rendered)
    assert (rendered.dateline, rendered.published) == ("RIVERTON, May 4, 2021", "2021-05-04")
