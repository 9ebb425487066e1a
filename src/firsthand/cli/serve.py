"""``firsthand serve``: the report in a browser, live, with a paste box and corrections."""

import argparse
import ipaddress
import sys
from pathlib import Path

from firsthand.cli.options import Commands, add_corpus, described, open_corpus

HOST, PORT = "127.0.0.1", 8000
# Ours: characters of a token; 16 of 64 different ones are not guessed.
SHORTEST, LONGEST = 16, 200


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("serve", help="show the report in a browser, live", description=described(__doc__))
    add_corpus(parser)
    parser.add_argument("--port", type=_port, default=PORT, help="default: %(default)s; 0 is any free one")
    parser.add_argument(
        "--host",
        default=HOST,
        help="the address to bind to (default: %(default)s, this machine only); there are no users and no passwords",
    )
    parser.add_argument("--read-only", action="store_true", help="show the corpus and take no corrections")
    parser.add_argument(
        "--token-file",
        metavar="FILE",
        type=Path,
        help="a file whose first line is the token with which the HTTP API takes corrections (default: it takes none)",
    )
    parser.add_argument("--allow-fetch", action="store_true", help="let the paste box fetch pages by their address")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from firsthand.cli.documents import write
    from firsthand.errors import MissingExtra
    from firsthand.present.safe import visible

    try:
        from firsthand.web.app import Settings
        from firsthand.web.server import serve
    except ModuleNotFoundError as e:
        if e.name is None or e.name.partition(".")[0] in ("firsthand",):
            raise
        raise MissingExtra(f"serving needs {e.name}: pip install 'firsthand[serve]'") from e

    def say(text: str) -> None:
        print(f"firsthand: {visible(text)}", file=sys.stderr, flush=True)

    def ready(address: str) -> None:
        write([f"Serving {visible(str(options.corpus))} at {address}\nEnd with Ctrl-C.\n"])
        if not _loopback(options.host):
            say("whoever reaches this address can read the corpus" + ("" if options.read_only else " and correct it"))

    token = _token(options.token_file) if options.token_file else ""
    settings = Settings(options.host, options.port, options.allow_fetch, not options.read_only, token)
    serve(open_corpus(options), settings, ready, say)
    return 0


def _token(path: Path) -> str:
    """Return the token in a file. Raises ConfigError."""
    from firsthand.errors import ConfigError

    try:
        with path.open(encoding="ascii") as file:
            token = file.readline(LONGEST + 2).strip()
    except (OSError, ValueError) as e:
        raise ConfigError(f"--token-file {path}: cannot be read: {e}") from e
    if not (SHORTEST <= len(token) <= LONGEST and token.isprintable() and " " not in token):
        raise ConfigError(f"--token-file {path}: the first line must be {SHORTEST} to {LONGEST} characters, no blanks")
    return token


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _port(given: str) -> int:
    port = int(given)
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError("0 to 65535")
    return port
