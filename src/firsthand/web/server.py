"""Running the app: bound first, so that the address is known, then served until the user ends it."""

import gc
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import uvicorn

from firsthand.api import Corpus
from firsthand.errors import OutputError
from firsthand.web.app import Settings, create_app

# Ours: connections at one time, and seconds that one without a request is kept. A browser has six.
CONNECTIONS, IDLE = 100, 10
BACKLOG = 64


def serve(corpus: Corpus, settings: Settings, ready: Callable[[str], None], say: Callable[[str], None]) -> None:
    """Serve ``corpus`` until interrupted; ``ready`` is told the address, ``say`` what goes wrong beside the requests.

    A port of 0 is any free one. Raises CorpusFormat where there is no corpus, OutputError where the address is taken.
    """
    bound = _bound(settings)
    settings = replace(settings, port=bound.getsockname()[1])
    with bound:
        config = uvicorn.Config(
            create_app(corpus, settings, say),
            log_level="error",
            access_log=False,  # what somebody searches for is nobody's business
            server_header=False,
            date_header=False,
            proxy_headers=False,
            lifespan="on",
            ws="none",
            limit_concurrency=CONNECTIONS,
            timeout_keep_alive=IDLE,
            timeout_graceful_shutdown=5,
            h11_max_incomplete_event_size=16_384,
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        ready(f"http://{host}:{settings.port}/")
        # What is there now stays: without it the collector does not go through 100 MB whenever a large page is made.
        gc.collect()
        gc.freeze()
        # It ends in order and then raises the interrupt that it was told to end by, which is no error here.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[bound])


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as e:
        said = e.strerror if isinstance(e, OSError) and e.strerror else str(e)
        raise OutputError(f"{settings.host}, port {settings.port}: cannot be served from: {said}") from e
