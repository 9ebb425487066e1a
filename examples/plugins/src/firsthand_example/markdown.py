"""An exporter: stories as Markdown, to be read and pasted."""

from pathlib import Path

from firsthand import Tables


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``stories.md``: a line a story with how many articles and origins it has. It holds no texts."""
    del with_text  # there is none to leave out
    folder.mkdir(parents=True, exist_ok=True)
    counts = {count.subject: f"{count.low} to {count.high}" for count in tables.counts}
    lines = ["# Stories", ""]
    for story in sorted(tables.stories, key=lambda s: (s.first or "", s.id)):
        origins = counts.get(story.id, "uncounted")
        lines.append(f"- {escaped(story.headline)}: {len(story.articles)} articles, {origins} independent origins")
    (folder / "stories.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {"stories": len(tables.stories)}


def escaped(text: str) -> str:
    """Return text of an article as Markdown that means nothing: what it holds was written by others."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>()#+-.!|" else c for c in " ".join(text.split()))
