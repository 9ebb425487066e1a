"""Stories while articles arrive: each is assigned once, in bounded time, and what proves wrong is repaired and told.

An arriving article is held against the articles that an index of rare terms proposes and against the spokesmen of
their stories, by the same model as in batch; it joins the story that it is on average most like, or begins one. As a
story grows, or where two compete for an article, the average link of batch mode is replayed over the few articles
concerned, and stories are split or merged where it parts them otherwise. Single-pass clustering with repairs is that
of Allan et al. 1998 (topic detection and tracking); the replay is ours.
"""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from firsthand.config import LinkConfig
from firsthand.link.stories.active import Frequencies, Index, heaviest, rows_of
from firsthand.link.stories.board import COMPETES, REPLAYED, SPOKESMEN, ActiveStory, Assignment, Board, Change, Node
from firsthand.link.stories.clusters import TOGETHER
from firsthand.link.stories.copies import REPRINT_SHARE, identity, share_matrix
from firsthand.link.stories.evidence import affinity, log_odds
from firsthand.link.stories.kinds import gathering
from firsthand.link.stories.profiles import days, profile, spans
from firsthand.link.stories.rows import hashed, row
from firsthand.link.stories.vectors import Floats, Vectors, assemble
from firsthand.model import Annotation, Article, Copy
from firsthand.text import short_hash

# Articles stay active so many days after the newest, and so many of them.
ACTIVE_DAYS, ACTIVE_ARTICLES = 90.0, 50_000
SAMPLE = 1_000  # times kept to tell how near any two are
RESTORED = 200  # articles that are taken up again at once
CENTRED = 200  # articles of a story, its latest, among which the central one is looked for


class LiveStories:
    """Stories of articles that arrive one by one. Memory is bounded by the articles that are active."""

    def __init__(
        self, config: LinkConfig, active_days: float = ACTIVE_DAYS, active_articles: int = ACTIVE_ARTICLES
    ) -> None:
        """Start without articles; those older than ``active_days``, or beyond ``active_articles``, are let go."""
        self._config, self._days, self._most = config, active_days, active_articles
        self._board = Board(self._refresh)
        self._number: dict[str, int] = {}  # of active articles and their reprints
        self._texts: dict[str, int] = {}
        self._index, self._frequencies = Index(), Frequencies()
        self._next, self._oldest = 0, 0
        self._now: float | None = None
        self._times: list[tuple[str, float]] = []

    def __len__(self) -> int:
        """Return the number of active articles, reprints aside."""
        return len(self._board.nodes)

    @property
    def stories(self) -> dict[str, tuple[str, ...]]:
        """Return the active stories and their active articles."""
        return {
            name: tuple(a for n in story.members for a in (self._board.nodes[n].id, *self._board.nodes[n].reprints))
            for name, story in self._board.stories.items()
        }

    def changes(self) -> list[Change]:
        """Return the changes since this was last asked, in their order, and forget them."""
        out, self._board.changes = self._board.changes, []
        return out

    def add(self, article: Article, annotation: Annotation | None = None, copies: Sequence[Copy] = ()) -> Assignment:
        """Assign one article; ``copies`` are those it shares with earlier ones. An article known is not added again."""
        (assignment,) = self.add_all([article], {article.id: annotation} if annotation else {}, copies)
        return assignment

    def add_all(
        self, articles: Sequence[Article], annotations: Mapping[str, Annotation], copies: Sequence[Copy] = ()
    ) -> list[Assignment]:
        """Assign articles in their order: the same as one by one, but that they share the work of comparing."""
        out: dict[int, Assignment] = {}
        fresh: list[tuple[int, int]] = []
        shares = self._shares(articles, copies)
        for at, article in enumerate(articles):
            if known := self._known(article, shares):
                out[at] = known
                continue
            fresh.append((at, self._enter(article, annotations.get(article.id))))
        self._compare([n for _, n in fresh], shares)
        for at, number in fresh:
            out[at] = self._assign(number)
        self._expire()
        return [out[at] for at in range(len(articles))]

    def restore(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Annotation],
        copies: Sequence[Copy],
        stories: Mapping[str, str],
    ) -> None:
        """Take up stories that were told before: as if the articles, in order of time, had come to be in ``stories``.

        Nothing is told of it. The work is that of reading the articles, less the assigning.
        """
        among: dict[str, list[Copy]] = {}
        for copy in copies:
            for name in (copy.earlier, copy.later):
                among.setdefault(name, []).append(copy)
        for start in range(0, len(articles), RESTORED):
            batch = articles[start : start + RESTORED]
            shares = self._shares(batch, list({id(c): c for a in batch for c in among.get(a.id, ())}.values()))
            fresh = []
            for article in batch:
                first = self._texts.get(identity(article))
                if first is not None and self._board.nodes[first].story == stories[article.id]:
                    self._board.nodes[first].reprints.append(article.id)
                    self._number[article.id] = first
                    continue
                number = self._enter(article, annotations.get(article.id))
                self._board.put(number, stories[article.id])
                fresh.append(number)
            self._compare(fresh, shares)
        self._board.settle()
        self._expire()

    def forget(self, article: str) -> None:
        """Let go of an article; of several with its text the next one stands for them."""
        number = self._number.pop(article, None)
        if number is None:
            return
        node = self._board.nodes[number]
        if article in node.reprints:
            node.reprints.remove(article)
        elif node.reprints:
            node.id = node.reprints.pop(0)
        else:
            self._forget(number)

    def central(self, story: str) -> list[str]:
        """Return the active articles of an active story, the one nearest to its centre first; none of another."""
        if story not in self._board.stories:
            return []
        members = self._board.stories[story].members[-CENTRED:]
        space = self._space(members)
        total = np.asarray(space.words.sum(axis=0)).ravel()
        nearness = np.asarray(space.words @ total).ravel()
        order = sorted(range(len(members)), key=lambda k: (-round(float(nearness[k]), 9), k))
        nodes = (self._board.nodes[members[k]] for k in order)
        return [a for node in nodes for a in (node.id, *node.reprints)]

    def neighbours(self, articles: Iterable[str]) -> list[str]:
        """Return the active articles that share rare terms with the given ones, these left out."""
        asked = {self._number[a] for a in articles if a in self._number}
        near = {n for number in sorted(asked) for n in self._index.nearest(self._board.nodes[number].terms)}
        return [self._board.nodes[n].id for n in sorted(near - asked)]

    def _known(self, article: Article, shares: Mapping[tuple[str, str], float]) -> Assignment | None:
        """Return the assignment of an article that is here already, as itself or as the text of another."""
        number = self._number.get(article.id)
        if number is not None and number in self._board.nodes:
            return Assignment(article.id, self._board.nodes[number].story, "joined", "The article is here already")
        text = identity(article)
        copied = [
            (share, other) for (one, other), share in shares.items() if one == article.id and other in self._number
        ]
        share, other = max(copied, default=(0.0, ""))
        first = self._texts.get(text) if share < REPRINT_SHARE else self._number[other]
        # within one call the original may not have a story yet: then both are compared like any others
        if first is None or not self._board.nodes[first].story:
            return None
        node = self._board.nodes[first]
        node.reprints.append(article.id)
        self._number[article.id] = first
        how = f"shares {share:.0%} of its text with" if share >= REPRINT_SHARE else "has the very words of"
        return Assignment(article.id, node.story, "reprint", f"The article {how} {node.id}")

    def _enter(self, article: Article, annotation: Annotation | None) -> int:
        number = self._next
        self._next += 1
        told = row(profile(article, annotation), hashed)
        day = days(article.published) or days(article.fetched)
        size = sum(end - start for start, end, _ in spans(article))
        text = identity(article)
        self._board.nodes[number] = Node(article.id, told, size, day, text, wide=gathering(article) is not None)
        self._number[article.id] = number
        self._texts.setdefault(text, number)
        self._frequencies.add(told)
        if day is not None:
            self._now = day if self._now is None else max(self._now, day)
            insort(self._times, (short_hash(article.id), day))
            del self._times[SAMPLE:]
        return number

    def _shares(self, articles: Iterable[Article], copies: Sequence[Copy]) -> dict[tuple[str, str], float]:
        """Return the share of both texts that an arriving article has in common with an active one."""
        arriving = {a.id: max(1, sum(end - start for start, end, _ in spans(a))) for a in articles} if copies else {}
        characters: dict[tuple[str, str], int] = {}
        for copy in copies:
            for one, other in ((copy.earlier, copy.later), (copy.later, copy.earlier)):
                if copy.kind == "prose" and one in arriving and one != other:
                    characters[one, other] = characters.get((one, other), 0) + copy.characters
        out = {}
        for (one, other), count in sorted(characters.items()):
            size = arriving.get(other) or (self._board.nodes[self._number[other]].size if other in self._number else 0)
            if size:
                out[one, other] = (min(1.0, count / arriving[one]) * min(1.0, count / size)) ** 0.5
        return out

    def _compare(self, fresh: Sequence[int], shares: Mapping[tuple[str, str], float]) -> None:
        """Work out the affinities of arriving articles to whatever they may belong to."""
        if not fresh:
            return
        own = assemble([self._board.nodes[n].row for n in fresh], self._frequencies.rarity, self._config.story_days)
        pairs: set[tuple[int, int]] = set()
        for number, (columns, values) in zip(fresh, rows_of(own.words), strict=True):
            node = self._board.nodes[number]
            node.terms = heaviest(columns, values)
            near = self._index.nearest(node.terms)
            pairs.update((n, number) for n in near)
            names = dict.fromkeys(self._board.nodes[n].story for n in near)
            for name in list(names)[:SPOKESMEN]:
                spokesmen = self._board.stories[name].spokesmen if name else ()
                pairs.update((min(n, number), max(n, number)) for n in spokesmen if n != number)
            self._index.add(number, node.terms)
        arrived = set(fresh)
        for (a, b), share in shares.items():
            if a in self._number and b in self._number and (one := self._number[a]) != (other := self._number[b]):
                first, second = self._board.nodes[one], self._board.nodes[other]
                first.shares[other] = second.shares[one] = max(share, first.shares.get(other, 0.0))
                if one in arrived or other in arrived:
                    pairs.add((min(one, other), max(one, other)))
        self._weigh(sorted(pairs))

    def _refresh(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Work out affinities that lack, and those of a time when half as much was known of what is rare."""
        early = self._next // 2
        nodes = self._board.nodes
        self._weigh([(a, b) for a, b in pairs if b < early or b not in nodes[a].near])

    def _weigh(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Work out the affinities of pairs by what is known of the rarity of words today."""
        for (a, b), value in zip(pairs, self._affinities(pairs).tolist(), strict=True):
            self._board.nodes[a].near[b] = self._board.nodes[b].near[a] = value

    def _affinities(self, pairs: Sequence[tuple[int, int]]) -> Floats:
        if not pairs:
            return np.zeros(0)
        numbers = sorted({n for pair in pairs for n in pair})
        at = {n: k for k, n in enumerate(numbers)}
        space = self._space(numbers)
        left, right = (np.array([at[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
        here = {(at[a], at[b]): share for a, b in pairs if (share := self._board.nodes[a].shares.get(b))}
        return affinity(log_odds(space, share_matrix(here, range(len(at)), {k: k for k in at.values()}), left, right))

    def _space(self, numbers: Sequence[int]) -> Vectors:
        times = np.array([day for _, day in self._times], dtype=np.float64)
        rows = [self._board.nodes[n].row for n in numbers]
        return assemble(rows, self._frequencies.rarity, self._config.story_days, times)

    def _assign(self, number: int) -> Assignment:
        node = self._board.nodes[number]
        near = [(value, n) for n, value in node.near.items() if value > 0]
        names = sorted({self._board.nodes[n].story for _, n in near} - {""})
        likeness = sorted(((round(self._board.average([number], name), 9), name) for name in names), reverse=True)
        if not likeness or likeness[0][0] < TOGETHER:
            node.story = self._board.new_name(number)
            self._board.stories[node.story] = ActiveStory([number], [number])
            nearest = f", {likeness[0][0]:.2f} at most" if likeness else ""
            told = Assignment(node.id, node.story, "new", f"No active story is near enough{nearest}")
        else:
            value, node.story = likeness[0]
            story = self._board.stories[node.story]
            self._board.join(number, story)
            nearest_article = self._board.nodes[max(near)[1]].id
            reason = f"Average affinity {value:.2f} to {len(story.members) - 1} articles, the nearest {nearest_article}"
            told = Assignment(node.id, node.story, "joined", reason)
        rivals = [name for value, name in likeness if value >= COMPETES and name != node.story]
        self._board.repair(number, rivals)
        return told

    def _expire(self) -> None:
        """Let go of articles that are too old or too many, in the order in which they came."""
        while self._board.nodes:
            if (node := self._board.nodes.get(self._oldest)) is None:  # it was let go before its time
                self._oldest += 1
                continue
            late = self._now is not None and node.day is not None and node.day < self._now - self._days
            if not late and len(self._board.nodes) <= self._most:
                return
            self._forget(self._oldest)
            self._oldest += 1

    def _forget(self, number: int) -> None:
        node = self._board.nodes.pop(number)
        self._index.remove(number, node.terms)
        for other in node.near:
            if other in self._board.nodes:
                self._board.nodes[other].near.pop(number, None)
                self._board.nodes[other].shares.pop(number, None)
        for article in (node.id, *node.reprints):
            self._number.pop(article, None)
        if self._texts.get(node.text) == number:
            del self._texts[node.text]
        story = self._board.stories[node.story]
        story.members.remove(number)
        if not story.members:
            del self._board.stories[node.story]
        elif number in story.spokesmen:
            story.spokesmen = self._board.central(story.members[:REPLAYED])
