"""From what was asked for to HTML: the report's pages, and those that only a server has."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from starlette.responses import HTMLResponse, Response

from firsthand.api import Corpus
from firsthand.present.catalog import Catalog
from firsthand.present.report.environment import Served
from firsthand.present.report.pages import Page
from firsthand.web.assets import Asset, assets
from firsthand.web.children import Child, Undone
from firsthand.web.current import Current
from firsthand.web.jobs import Jobs
from firsthand.web.kept import Kept, encoded, made
from firsthand.web.security import Session
from firsthand.web.tasks import MakePage

# How soon a page that waits for something asks again, in seconds.
REFRESH = "2"


@dataclass(frozen=True, slots=True)
class Site:
    """What all requests share."""

    corpus: Corpus
    current: Current
    checker: Child
    jobs: Jobs
    may_fetch: bool
    may_correct: bool
    session: Session = field(default_factory=Session)
    kept: Kept = field(default_factory=Kept)
    files: Mapping[str, Asset] = field(default_factory=assets)

    @property
    def served(self) -> Served:
        """What pages are told of the server."""
        return Served(self.session.token, self.may_fetch, self.may_correct)


def show(site: Site, found: Page, path: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a page as an answer."""
    return HTMLResponse(encoded(found, path, site.served), status, dict(headers or {}))


def show_path(site: Site, path: str, asked: Mapping[str, str]) -> Response:
    """Return the report's page at ``path``, or that there is none, or that the catalog is being built."""
    catalog = site.current.catalog
    if catalog is None:
        return message(
            site,
            "Getting ready",
            "The catalog of this corpus is being built: seconds for thousands of articles, minutes for a hundred "
            "thousand. This page comes back by itself.",
            503,
            {"Refresh": REFRESH, "Retry-After": REFRESH},
            path,
        )
    html = site.kept.get(catalog.path.stem, path, asked, lambda: made(catalog, path, asked, site.served))
    if html is None:
        gone = "This corpus has no such page. It may have had one: stories change as it grows."
        return message(site, "Not here", gone, 404, path=path)
    return HTMLResponse(html)


@contextmanager
def making_ahead(site: Site, catalog: Catalog) -> Iterator[Callable[[str], None]]:
    """Give what makes pages of a catalog that nobody has asked for yet, and keeps them.

    That is done in a process of its own, so that nobody waits for the interpreter meanwhile. What fails there is made
    when somebody asks for it.
    """
    with Child(site.corpus, behind=True) as child:

        def make(path: str) -> None:
            with suppress(Undone):
                site.kept.get(catalog.path.stem, path, {}, lambda: child.ask(MakePage(catalog.path, path, site.served)))

        yield make


def message(
    site: Site, title: str, text: str, status: int, headers: Mapping[str, str] | None = None, path: str = ""
) -> Response:
    """Return a page that says something and shows nothing. ``path`` is where it stands, for its links."""
    return show(site, Page("message.html", {"title": title, "text": text}), path, status, headers)
