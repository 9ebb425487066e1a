"""A site to ask."""

from collections.abc import Iterator

import pytest

from tests.watch.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running
