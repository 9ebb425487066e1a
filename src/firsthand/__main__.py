"""``python -m firsthand``."""

import sys

from firsthand.cli import main

if __name__ == "__main__":
    sys.exit(main())
