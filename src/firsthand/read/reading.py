"""One run over inputs: tells each one's format, has it read, and asks for the pages that lists name, if it may."""

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from firsthand import plugins
from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.read.archive import Whole, in_archive
from firsthand.read.detect import HEAD, detect, foreign
from firsthand.read.formats import NAMED
from firsthand.read.guarded import Guard, Item
from firsthand.read.listed import DEEPEST, Fetch, Fetched, Listed, Unfetched, addresses_only, too_many
from firsthand.read.readers import PLUGGED, is_guarded, reader
from firsthand.read.rejection import printable, rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

_log = logging.getLogger("firsthand")


class Reading:
    """What the inputs of one run share: the guarded process, and which addresses were asked for."""

    def __init__(self, config: ReadConfig, fetch: Fetch | None = None) -> None:
        """Take the bounds, and what asks for an address, None where none may be asked for."""
        self._config = config
        self._fetch = fetch
        self._guard = Guard(config)
        self._asked: set[str] = set()
        self._plugged = bool(plugins.names("reader"))

    def close(self) -> None:
        """End what was started for this run."""
        self._guard.close()

    def read(self, source: Source, depth: int = 0) -> Iterator[Document | Rejected]:
        """Yield what a source holds; ``depth`` counts the lists that led to it."""
        unasked = beyond = 0
        with_texts = False
        for item in self._items(source):
            if not isinstance(item, Listed):
                with_texts = with_texts or isinstance(item, Document)
                yield item
            elif self._fetch is None:
                unasked += 1
            elif item.url in self._asked:
                continue
            elif len(self._asked) >= self._config.max_fetched:
                beyond += 1
            else:
                self._asked.add(item.url)
                yield from self._page(item, self._fetch, depth)
        if unasked:
            yield _told(addresses_only(source.label, unasked, with_texts=with_texts))
        if beyond:
            yield _told(too_many(source.label, beyond, self._config.max_fetched))

    def ask(self, address: str) -> Iterator[Document | Rejected]:
        """Yield what an http(s) address holds that the user named: a page, or a list with its pages."""
        if self._fetch is not None:
            self._asked.add(address)
            yield from self._page(Listed(address, address, is_list=True), self._fetch, depth=-1)

    def _page(self, listed: Listed, fetch: Fetch, depth: int) -> Iterator[Document | Rejected]:
        if listed.is_list and depth + 1 >= DEEPEST:
            yield rejected(listed.input, "too-deep", f"{listed.url}: lists of lists are followed {DEEPEST} deep")
            return
        try:
            answer = fetch(listed.url)
        except Unfetched as e:
            yield rejected(listed.input, e.reason, f"{listed.url}: {e}")
            return
        source = _source_of(answer, listed, self._config)
        kinds = self.read(source, depth + 1) if listed.is_list else self._one_page(source)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for item in kinds:
            if isinstance(item, Document) and item.url is None:
                known: Any = {**listed.given, "url": listed.url, "fetched": now}
                item = replace(item, **known)
            yield item

    def _one_page(self, source: Source) -> Iterator[Document | Rejected]:
        """Yield what a page holds; a list behind an address that a list gave as a page's is not followed."""
        for item in self._items(source):
            if isinstance(item, Listed):
                yield rejected(source.label, "addresses-only", f"{source.label} is a list of addresses and no page")
                return
            yield item

    def _items(self, source: Source, *, nested: bool = False) -> Iterator[Item]:
        head = source.stream.peek(HEAD)
        if self._plugged and (plugin := self._claimed(source, head)):
            yield from self._guard.read(source, PLUGGED + plugin)
            return
        found = detect(head, source.file_name)
        if found == "foreign":
            yield rejected(source.label, "binary", f"{foreign(head)}, which is not read; give {NAMED}")
        elif found == "xml":
            yield rejected(source.label, "unknown-xml", "XML that is no feed, NewsML-G2, NITF, sitemap or XHTML")
        elif found == "zip":
            yield from self._archive(source, nested=nested)
        elif is_guarded(found):
            yield from self._guard.read(source, found)
        else:
            yield from reader(found)(source)

    def _archive(self, source: Source, *, nested: bool) -> Iterator[Item]:
        for member in in_archive(source, nested=nested):
            if isinstance(member, Rejected):
                yield member
            elif isinstance(member, Whole):
                yield from self._guard.read(member.source, member.reader)
            else:
                try:
                    yield from self._items(member, nested=True)
                except OSError as e:
                    yield rejected(member.label, "broken-zip", f"{e}: fetch the archive again")

    def _claimed(self, source: Source, head: bytes) -> str:
        """Return the plug-in that reads a source; those that hang or crash are asked no more in this run."""
        answer = self._guard.claimed(source, head)
        if isinstance(answer, str):
            return answer
        self._plugged = answer.reason == "plug-in"
        stopped = "" if self._plugged else "plug-ins for reading are left out of this run: asked what they read, they "
        plugins.tell(f"{stopped}{answer.detail}")
        return ""


def _source_of(answer: Fetched, listed: Listed, config: ReadConfig) -> Source:
    stream = Stream(io.BytesIO(answer.body), config)
    return Source(printable(listed.input), None, stream, config, charset=answer.charset)


def _told(found: Rejected) -> Rejected:
    """Say a rejection at once, as it asks whoever runs this to do something: a warning of the logger ``firsthand``."""
    _log.warning("firsthand: %s: %s", found.input, found.detail)
    return found
