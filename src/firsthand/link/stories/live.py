"""Stories while articles arrive: each is assigned once, in bounded time, and what proves wrong is repaired and told.

An arriving article is held against the articles that share rare terms with it, or mean much the same, and against the
spokesmen of their stories, by the same model as in batch; it joins the story that it is on average most like, or begins
one. Then its neighbourhood (``regions``) is clustered anew by the code of batch mode, if enough of it is new, and
stories are split or merged where that parts them otherwise. Single-pass clustering with repairs is that of Allan et
al. 1998 (topic detection and tracking); the replay is ours.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from firsthand.config import LinkConfig
from firsthand.link.stories.board import SPOKESMEN, Assignment, Board, Change, Node
from firsthand.link.stories.clusters import TOGETHER
from firsthand.link.stories.copies import REPRINT_SHARE, arriving_shares, characters, identity
from firsthand.link.stories.profiles import order
from firsthand.link.stories.reading import Afresh, Reading
from firsthand.link.stories.rows import hashed, row
from firsthand.link.stories.weighing import Weighing
from firsthand.model import Annotation, Article, Copy

# Articles stay active so many days after the newest, and so many of them.
ACTIVE_DAYS, ACTIVE_ARTICLES = 90.0, 50_000
# Affinities are worked out again once so small a share of the articles had been seen when they last were. With 0.5 the
# pages of lineage agree with a reading at once to ARI .76, with 0.75 to .81, with 0.9 to .91.
STALE = 0.9
# While the first so many are read, all are looked at again whenever as many have come as were there. What they tell of
# what is rare is enough: articles of later are not looked at again.
FIRST = 4_096
RESTORED = 200  # articles that are taken up again at once
CENTRED = 200  # articles of a story, its latest, among which the central one is looked for


class LiveStories:
    """Stories of articles that arrive one by one. Memory is bounded by the articles that are active."""

    def __init__(
        self,
        config: LinkConfig,
        active_days: float = ACTIVE_DAYS,
        active_articles: int = ACTIVE_ARTICLES,
        read: Reading | None = None,
    ) -> None:
        """Start without articles; those older than ``active_days``, or beyond ``active_articles``, are let go.

        ``read`` is what reads them, where what it finds is of use to others too.
        """
        self._days, self._most, self._read = active_days, active_articles, read or Afresh()
        self._board = Board(self._weigh)
        self._weighing = Weighing(config, self._board.nodes)
        self._number: dict[str, int] = {}  # of active articles and their reprints
        self._texts: dict[str, int] = {}
        self._next, self._oldest, self._reviewed = 0, 0, 1
        self._now: float | None = None

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
        shares = self._shares(articles, copies)
        fresh: dict[int, int] = {}
        for at, article in enumerate(articles):
            if known := self._known(article, annotations.get(article.id), shares):
                out[at] = known
                continue
            fresh[at] = self._enter(article, annotations.get(article.id))
        self._compare(list(fresh.values()), [articles[at] for at in fresh], shares)
        for at, number in fresh.items():
            out[at] = self._assign(number)
            self._board.repair(number, self._refresh)
        self._review()
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
        told: dict[int, str] = {}  # all but reprints
        shares: dict[tuple[str, str], float] = {}
        for start in range(0, len(articles), RESTORED):
            batch = articles[start : start + RESTORED]
            shares |= self._shares(batch, list({id(c): c for a in batch for c in among.get(a.id, ())}.values()))
            for article in batch:
                first = self._texts.get(identity(article))
                if first is not None and told[first] == stories[article.id]:
                    self._board.nodes[first].reprints.append(article.id)
                    self._number[article.id] = first
                    continue
                number = self._enter(article, annotations.get(article.id))
                told[number] = stories[article.id]
        # All are counted before any is looked up, so that nothing has to be looked at again.
        fresh, own = list(told), [a for a in articles if self._is_own(a)]
        self._weighing.count(fresh)
        self._note(shares)
        for start in range(0, len(fresh), RESTORED):
            part = slice(start, start + RESTORED)
            self._weighing.encode(fresh[part], own[part])
            for number in fresh[part]:
                self._board.put(number, told[number])
            self._look_up(fresh[part])
        self._reviewed = max(1, self._next)
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
        space = self._weighing.space(members)
        total = np.asarray(space.words.sum(axis=0)).ravel()
        nearness = np.asarray(space.words @ total).ravel()
        order = sorted(range(len(members)), key=lambda k: (-round(float(nearness[k]), 9), k))
        nodes = (self._board.nodes[members[k]] for k in order)
        return [a for node in nodes for a in (node.id, *node.reprints)]

    def neighbours(self, articles: Iterable[str]) -> list[str]:
        """Return the active articles that share rare terms with the given ones, these left out."""
        asked = {self._number[a] for a in articles if a in self._number}
        near = self._weighing.nearest(sorted(asked))
        return [self._board.nodes[n].id for n in sorted(near - asked)]

    def _known(
        self, article: Article, annotation: Annotation | None, shares: Mapping[tuple[str, str], float]
    ) -> Assignment | None:
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
        self._number[article.id] = first
        story, like = node.story, node.id  # as it is before any repair
        self._reprint(first, article, annotation)
        how = f"shares {share:.0%} of its text with" if share >= REPRINT_SHARE else "has the very words of"
        return Assignment(article.id, story, "reprint", f"The article {how} {like}")

    def _reprint(self, number: int, article: Article, annotation: Annotation | None) -> None:
        """Note another article with the words of one; what it changes for their story is repaired at once.

        The earliest stands for all of them, as in batch. They are a roundup only if each page has them as one, and a
        story that several tell.
        """
        node = self._board.nodes[number]
        report = node.wide and self._read.gathering(article) is None
        earlier = order(article) < node.when
        node.wide = node.wide and not report
        node.reprints.append(article.id)
        if earlier:
            node.reprints[-1], node.id = node.id, article.id
            node.row, node.when, node.weighed = row(self._read.profile(article, annotation), hashed), order(article), 0
        if report or earlier or len(node.reprints) == 1:
            self._board.touch(number)
            self._board.repair(number, self._refresh)

    def _enter(self, article: Article, annotation: Annotation | None) -> int:
        number = self._next
        self._next += 1
        told = row(self._read.profile(article, annotation), hashed)
        size = characters(article)
        text = identity(article)
        self._board.nodes[number] = Node(
            article.id, told, size, order(article), text, wide=self._read.gathering(article) is not None
        )
        self._number[article.id] = number
        self._texts.setdefault(text, number)
        if (day := self._board.nodes[number].day) is not None:
            self._now = day if self._now is None else max(self._now, day)
        return number

    def _is_own(self, article: Article) -> bool:
        """Tell whether an active article is no reprint."""
        return self._board.nodes[self._number[article.id]].id == article.id

    def _shares(self, articles: Iterable[Article], copies: Sequence[Copy]) -> dict[tuple[str, str], float]:
        """Return the share of both texts that an arriving article has in common with an active one."""
        arriving = {a.id: characters(a) for a in articles} if copies else {}
        known = {name for c in copies for name in (c.earlier, c.later)} & self._number.keys()
        active = {name: self._board.nodes[self._number[name]].size for name in known}
        return arriving_shares(arriving, active, copies)

    def _compare(
        self, fresh: Sequence[int], articles: Sequence[Article], shares: Mapping[tuple[str, str], float]
    ) -> None:
        """Work out the affinities of arriving articles to whatever they may belong to."""
        if not fresh:
            return
        self._weighing.enter(fresh, articles)
        self._note(shares)
        self._look_up(fresh)

    def _note(self, shares: Mapping[tuple[str, str], float]) -> None:
        """Note how much of their texts active articles have in common."""
        for (a, b), share in shares.items():
            if a in self._number and b in self._number and (one := self._number[a]) != (other := self._number[b]):
                first, second = self._board.nodes[one], self._board.nodes[other]
                first.shares[other] = second.shares[one] = max(share, first.shares.get(other, 0.0))

    def _refresh(self, numbers: Sequence[int]) -> None:
        """Look again at articles of a time when less was known of what is rare, and little altogether."""
        early = [n for n in numbers if self._board.nodes[n].weighed <= STALE * min(self._next, FIRST)]
        for start in range(0, len(early), RESTORED):
            self._look_up(early[start : start + RESTORED])

    def _review(self) -> None:
        """Look at all again while little is known: what came first was weighed by next to nothing, and may stay alone.

        Each time twice as many have been read as the last time, so that it costs each of the first a few looks.
        """
        if self._next < 2 * self._reviewed or self._reviewed >= STALE * FIRST:
            return
        self._reviewed = max(1, self._next)
        latest = max(self._board.nodes, default=0)
        done: set[int] = set()  # a neighbourhood is replayed once, not for each of its articles
        for number in sorted(self._board.nodes):
            if number not in done and self._board.nodes[number].weighed < self._next:
                self._board.touch(number)
                done.update(self._board.repair(number, self._refresh, latest))

    def _look_up(self, numbers: Sequence[int]) -> None:
        """Weigh articles against those near them, those that speak for their stories, and those met before."""
        nodes, stories = self._board.nodes, self._board.stories
        pairs: set[tuple[int, int]] = set()
        for number, near in zip(numbers, self._weighing.candidates(numbers), strict=True):
            names = dict.fromkeys(nodes[n].story for n in near)
            spokesmen = [n for name in list(names)[:SPOKESMEN] if name for n in stories[name].spokesmen]
            met = {*near, *spokesmen, *nodes[number].shares, *nodes[number].near} - {number}
            pairs.update((min(n, number), max(n, number)) for n in met)
            nodes[number].weighed = self._next
        self._weigh(sorted(pairs))

    def _weigh(self, pairs: Sequence[tuple[int, int]]) -> None:
        self._weighing.weigh(pairs)

    def _assign(self, number: int) -> Assignment:
        node = self._board.nodes[number]
        near = [(value, n) for n, value in node.near.items() if value > 0]
        names = sorted({self._board.nodes[n].story for _, n in near} - {""})
        likeness = sorted(((round(self._board.average([number], name), 9), name) for name in names), reverse=True)
        if not likeness or likeness[0][0] < TOGETHER:
            self._board.put(number, self._board.new_name(number))
            nearest = f", {likeness[0][0]:.2f} at most" if likeness else ""
            return Assignment(node.id, node.story, "new", f"No active story is near enough{nearest}")
        value, name = likeness[0]
        others = len(self._board.stories[name].members)
        self._board.put(number, name)
        nearest_article = self._board.nodes[max(near)[1]].id
        reason = f"Average affinity {value:.2f} to {others} articles, the nearest {nearest_article}"
        return Assignment(node.id, name, "joined", reason)

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
        node = self._board.nodes[number]
        self._board.remove(number)
        self._weighing.remove(number, node)
        for article in (node.id, *node.reprints):
            self._number.pop(article, None)
        if self._texts.get(node.text) == number:
            del self._texts[node.text]
