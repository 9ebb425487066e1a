"""A process that does tasks: ``python -m firsthand.web.child``, fed by the server that started it and nothing else.

With ``behind`` as its argument it gives way to all others.
"""

import logging
import os
import signal
import sys
from typing import Any

from firsthand.engine.children import bound_memory, give_way
from firsthand.engine.frames import receive, send
from firsthand.errors import FirsthandError

BEHIND = "behind"


def main() -> None:
    """Answer until the server closes the pipe."""
    if sys.argv[1:] == [BEHIND]:
        give_way()  # before the corpus is received, which loads half of firsthand
    # What a library prints must not get between the frames: keep the pipe, and send standard output to standard error.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    logging.disable(logging.CRITICAL)
    # The terminal's interrupt is for the server; a correction that is under way comes to its end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        corpus, megabytes = receive(sys.stdin.buffer)
        bound_memory(megabytes)
        while True:
            send(answers, _answered(receive(sys.stdin.buffer), corpus))
    except (EOFError, BrokenPipeError):
        return


def _answered(task: Any, corpus: Any) -> tuple[bool, Any]:
    """Return whether the task was done, and its result or what to say to the user."""
    try:
        return True, task.run(corpus)
    except FirsthandError as e:
        return False, str(e)
    except MemoryError:
        return False, "That needs more memory than is given to it."
    except Exception as e:  # one text must never cost the others, whatever went wrong with it
        return False, f"It failed, which is firsthand's fault: {type(e).__name__}. Please report it with the text."


if __name__ == "__main__":
    main()
