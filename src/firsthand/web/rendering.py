"""From what was asked for to HTML: the report's pages, and those that only a server has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import HTMLResponse, Response

from firsthand.api import Corpus
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import Page, page
from firsthand.web.assets import Asset, assets
from firsthand.web.children import Child
from firsthand.web.current import Current
from firsthand.web.jobs import Jobs
from firsthand.web.kept import Kept, Made
from firsthand.web.security import Session

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
    """Return a page as an answer. Lone surrogates in documents become question marks."""
    return HTMLResponse(_html(site, found, path), status, dict(headers or {}))


def _html(site: Site, found: Page, path: str) -> bytes:
    return rendered(found, path, site.served).encode("utf-8", "replace")


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

    def make() -> Made | None:
        noting = catalog.noting()
        # The first page has two addresses, so that the links of both lead on.
        found = page(noting, path or "index.html", asked)
        return None if found is None else (_html(site, found, path), noting.asked)

    html = site.kept.get(catalog.path.stem, path, asked, make)
    if html is None:
        gone = "This corpus has no such page. It may have had one: stories change as it grows."
        return message(site, "Not here", gone, 404, path=path)
    return HTMLResponse(html)


def message(
    site: Site, title: str, text: str, status: int, headers: Mapping[str, str] | None = None, path: str = ""
) -> Response:
    """Return a page that says something and shows nothing. ``path`` is where it stands, for its links."""
    return show(site, Page("message.html", {"title": title, "text": text}), path, status, headers)
