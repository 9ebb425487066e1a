"""Chromium for tests: whether it is there, and a page that tells what it hears."""

import shutil
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")
# The marks of a module of tests that need it.
IN_BROWSER = [pytest.mark.browser, NEEDS_CHROMIUM]


def listening(page: Any, *, requests: bool = False) -> None:
    """Let a page note in ``heard`` what its console says, errors of scripts, and what the policy refuses; with
    ``requests`` also every request that is not for a file.
    """
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    if requests:
        page.on("request", lambda r: None if r.url.startswith("file:") else page.heard.append(r.url))
