"""How the docs become a site: ``python3 dev.py docs``. Nothing is loaded from elsewhere, when it is built or read."""

import re
from pathlib import Path
from typing import Any

project = "firsthand"
author = "The firsthand project"
extensions = ["myst_parser"]
exclude_patterns = ["images/README.md"]
smartquotes = False  # a page says what its file says

myst_heading_anchors = 4
suppress_warnings = ["misc.highlighting_failure"]  # csv has no colours

html_theme = "furo"
html_title = "firsthand"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

HERE = Path(__file__).parent
_LINK = re.compile(r"(?<!!)\[([^\]\[]+)\]\(((?:\.\./)+[^)\s#]+)(?:#[^)\s]*)?\)")


def setup(app: Any) -> None:
    """Have each page's text seen before it is parsed."""
    app.connect("source-read", name_files_elsewhere)


def name_files_elsewhere(_app: Any, page: str, content: list[str]) -> None:
    """Turn links to files of the project that are no pages into their names: the site does not have these files."""
    folder = (HERE / page).parent

    def named(link: re.Match[str]) -> str:
        to = (folder / link[2]).resolve()
        if to.is_relative_to(HERE) or not to.exists():
            return link[0]
        path = to.relative_to(HERE.parent).as_posix()
        return f"{link[1]} (`{path}`)" if path not in link[1] else link[1]

    content[0] = _LINK.sub(named, content[0])
