"""What the news in an article goes back to: its lineage followed to the end."""

from collections.abc import Iterable, Mapping

from firsthand.trace.origins.drafts import UNKNOWN, Draft

# Articles followed for one: a chain of write-ups is short, a corpus of machine-made ones need not be. Ours.
_MOST_FOLLOWED = 200


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
            self._known[article] = tuple(sorted(self._follow(article)))
        return self._known[article]

    def page(self, article: str, name: str) -> str | None:
        """Return the page in the article's story that ``name`` published in its own words, if there is one."""
        page = self._pages.get((self._story_of[article], name))
        return page if page != article else None

    def _follow(self, article: str) -> set[str]:
        out: set[str] = set()
        seen, waiting, last = {article}, [article], article
        while waiting and len(seen) < _MOST_FOLLOWED:
            last = waiting.pop()
            names, pages = self._step(last)
            out |= names
            waiting.extend(page for page in dict.fromkeys(pages) if page not in seen)
            seen.update(pages)
        draft = self._drafts[last]
        if not out and draft.origin != UNKNOWN:
            return {draft.telling.label if draft.origin == "own" else draft.origin}
        return out

    def _step(self, article: str) -> tuple[set[str], list[str]]:
        """Return the origins that an article rests on by itself, and the pages that it rests on further."""
        draft = self._drafts[article]
        if draft.relation in ("independent", "original"):
            return {draft.telling.label}, []
        if draft.relation == "cites":
            return self._named(article, draft.cited or draft.draws_on)
        if draft.relation == "partial":
            names, pages = self._named(article, draft.cited if draft.sources else draft.draws_on)
            own = draft.telling.label if draft.origin in ("own", UNKNOWN) else draft.origin
            return names | {own}, [*pages, *draft.sources]
        # Whose text writes up another's report rests on that other, whoever carries the text.
        if draft.cited:
            return self._named(article, draft.cited)
        if draft.sources or draft.origin == UNKNOWN:
            return set(), [*draft.sources, *draft.stitched]
        return {draft.origin}, draft.stitched

    def _named(self, article: str, names: Iterable[str]) -> tuple[set[str], list[str]]:
        """Part names into those that have a page of their own in the story, which is followed, and the others."""
        pages = {name: self.page(article, name) for name in names}
        return {name for name, page in pages.items() if page is None}, [p for p in pages.values() if p is not None]
