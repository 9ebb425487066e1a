"""Threads as the usual renderers flatten them: trafilatura, lynx, html2text, copying from a browser. All invented."""

import pytest

from firsthand.clean import Clean
from firsthand.model import Article, Document
from tests.clean.test_comments import REPORT, body

STAY, MORE = "Stay safe, all of you out there!", "And keep the cellars empty."
TRY, TOO = "We try, Ann, but the pump is broken.", "Is the school closed too?"
AT = ("2021-05-04T17:00", "2021-05-04T17:10", "2021-05-04T17:30")

DASHES = f"""Comments
- Ann Poe says:
May 4, 2021 at 5:00 pm
{STAY}
{MORE}
- river_rat says:
May 4, 2021 at 5:10 pm
{TRY}
- Cy Moe says:
May 4, 2021 at 5:30 pm
{TOO}
"""
LYNX = f"""3 Responses to "Ferry"

    1. Ann Poe says:
       [12]May 4, 2021 at 5:00 pm
       {STAY}
       {MORE}
       [13]Reply
          + river_rat says:
            [14]May 4, 2021 at 5:10 pm
            {TRY}
            [15]Reply
    2. Cy Moe says:
       [16]May 4, 2021 at 5:30 pm
       {TOO}
       [17]Reply

Leave a Reply
"""
LYNX_LISTS = f"""3 Comments

     * Ann Poe
       May 4, 2021 at 5:00 pm

       {STAY}

       {MORE}

       [13]Reply
          + river_rat
            May 4, 2021 at 5:10 pm

            {TRY}

               o Cy Moe
                 May 4, 2021 at 5:30 pm

                 {TOO}
"""
HTML2TEXT = f"""### 3 Comments

  1. **Ann Poe** says:

[May 4, 2021 at 5:00 pm](https://gazette.example/1#comment-1)

{STAY}

{MORE}

[Reply](https://gazette.example/1?replytocom=1)

     * **river_rat** says:

[May 4, 2021 at 5:10 pm](https://gazette.example/1#comment-2)

{TRY}

[Reply](https://gazette.example/1?replytocom=2)

  2. **Cy Moe** says:

[May 4, 2021 at 5:30 pm](https://gazette.example/1#comment-3)

{TOO}
"""
MARKDOWN = f"""## Comments (3)

* **Ann Poe** · May 4, 2021 at 5:00 pm

  {STAY}

  {MORE}

  * **river_rat** · May 4, 2021 at 5:10 pm

    {TRY}

* **Cy Moe** · May 4, 2021 at 5:30 pm

  {TOO}
"""
PASTED = f"""3 Comments
AP
Ann Poe
May 4, 2021 at 5:00 pm
{STAY}
{MORE}
3
0
Reply
R
river_rat
May 4, 2021 at 5:10 pm
{TRY}
Reply
CM
Cy Moe
May 4, 2021 at 5:30 pm
{TOO}
Reply
"""
QUOTED = f"""## Comments

**Ann Poe** wrote on May 4, 2021 at 5:00 pm:

{STAY}

{MORE}

> **river_rat** wrote on May 4, 2021 at 5:10 pm:
>
> {TRY}
>
> > **Cy Moe** wrote on May 4, 2021 at 5:30 pm:
> >
> > {TOO}
"""
FLAT, NESTED, DEEP = (0, 0, 0), (0, 1, 0), (0, 1, 2)


def clean(text: str, fetched: str | None = None) -> Article:
    """Return the article of a report with a thread below it."""
    article = Clean().clean(Document(input="page", kind="text", content=REPORT + text, fetched=fetched))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        (DASHES, FLAT),
        (LYNX, NESTED),
        (LYNX_LISTS, DEEP),
        (HTML2TEXT, NESTED),
        (MARKDOWN, NESTED),
        (PASTED, FLAT),
        (QUOTED, DEEP),
    ],
    ids=["dashes", "lynx", "lynx-lists", "html2text", "markdown", "pasted", "quoted"],
)
def test_author_depth_words_and_time(text: str, depths: tuple[int, ...]) -> None:
    """Marks, link numbers, initials and buttons are no part of any; nothing is left in the body."""
    article = clean(text)
    assert [c.author for c in article.comments] == ["Ann Poe", "river_rat", "Cy Moe"]
    assert tuple(c.depth for c in article.comments) == depths
    words = [" ".join(article.text[c.start : c.end].strip("> \n").split()) for c in article.comments]
    assert words == [f"{STAY} {MORE}", TRY, TOO]
    assert tuple(c.published for c in article.comments) == AT
    assert all(line not in body(article) for line in (STAY, MORE, TRY, TOO))


def test_an_age_is_no_time() -> None:
    """When "2 hours ago" was depends on when somebody looked."""
    article = clean(f"2 Comments\n\nAnn Poe · 2 hours ago\n\n{STAY}\n\nLike Reply 3\n\nCy Moe · 4 May 2021\n\n{TOO}\n")
    assert [(c.author, c.published, c.published_precision) for c in article.comments] == [
        ("Ann Poe", None, None),
        ("Cy Moe", "2021-05-04", "day"),
    ]


def test_a_list_in_a_report_whose_marks_look_like_lynx() -> None:
    """Inner lists of things are no replies."""
    text = (
        "What will change:\n\n  * The prices\n      + A ticket: five crowns\n      + A bicycle: one crown\n  * The "
        "boat\n"
    )
    assert clean(text).comments == ()
