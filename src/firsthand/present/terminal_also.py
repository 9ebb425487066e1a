"""Articles of several events: what tells a story besides its articles, and what an article tells besides its story."""

from firsthand.model import Article, Story
from firsthand.present.console import Lines, line, title
from firsthand.present.labels import outlet, shorten
from firsthand.present.views.index import Index
from firsthand.present.views.story import also_told
from firsthand.text import squeeze

_QUOTED = 160  # characters of a part that are shown


def also_told_by(index: Index, story: Story) -> Lines:
    """Yield the parts of articles at home in other stories that tell ``story`` too."""
    known = also_told(index, story)
    if known:
        yield from title("Also told, in part, by (counted for no origin)")
    for part, article in known:
        yield line(f"{outlet(article)} · {shorten(article.headline or '(no headline)', 120)}")
        yield line(f"“{shorten(squeeze(article.text[part.start : part.end]), _QUOTED)}”", "", 2)
        yield line(part.reason.text, "", 2)
        yield line(f"{index.name(article.id)} {part.start}–{part.end}", "dim", 2)


def also_tells(index: Index, article: Article) -> Lines:
    """Yield the further stories that a part of ``article`` tells."""
    stories = sorted(index.stories.values(), key=lambda s: (s.first or "", s.id))
    found = [(story, part) for story in stories for part in story.also if part.article == article.id]
    if found:
        yield from title("Also tells, in part (counted for no origin there)")
    for story, part in found:
        yield line(shorten(story.headline, 200) or "(no headline)")
        yield line(part.reason.text, "", 2)
        yield line(f"{story.id} · {part.start}–{part.end} of this article", "dim", 2)
