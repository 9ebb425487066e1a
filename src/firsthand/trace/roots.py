"""What the news in an article goes back to: its lineage followed to the end."""

from collections.abc import Mapping

from firsthand.trace.origins import UNKNOWN, Draft


class Roots:
    """Follows drafts to the origins that they rest on; a circle of citations ends where it closes."""

    def __init__(self, drafts: Mapping[str, Draft], story_of: Mapping[str, str]) -> None:
        """Follow ``drafts``; a cited outlet's own page counts only within the same story."""
        self._drafts = drafts
        self._pages: dict[tuple[str, str], str] = {}
        for key in sorted(drafts, key=lambda k: drafts[k].telling.order):
            draft = drafts[key]
            if draft.relation in ("original", "independent", "cites"):
                self._pages.setdefault((story_of[key], draft.telling.label), key)
        self._story_of = story_of
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, article: str) -> tuple[str, ...]:
        """Return the names of the origins that the article's news rests on, sorted."""
        if article not in self._known:
            self._known[article] = tuple(sorted(self._follow(article, {article})))
        return self._known[article]

    def _follow(self, article: str, seen: set[str]) -> set[str]:
        draft = self._drafts[article]
        if draft.origin == UNKNOWN:
            return set()
        if draft.relation in ("independent", "original"):
            return {draft.telling.label}
        cited = (self.page(article, name) for name in draft.draws_on)
        out: set[str] = set()
        for page in draft.sources or cited:
            if page is not None and page not in seen:
                out |= self._follow(page, seen | {page})
        if not draft.sources or draft.relation == "partial":
            out.update(n for n in draft.draws_on if self.page(article, n) is None)
        if draft.relation == "partial":
            out.add(draft.telling.label)
        return out or {draft.origin if draft.origin != "own" else draft.telling.label}

    def page(self, article: str, name: str) -> str | None:
        """Return the page in the article's story that ``name`` published in its own words, if there is one."""
        page = self._pages.get((self._story_of[article], name))
        return page if page != article else None
