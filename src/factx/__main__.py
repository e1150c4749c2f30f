"""``factx`` and ``python -m factx``: the command line, which an interrupt may end while it is loaded."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""Exit code of shells for what an interrupt has ended."""


def main() -> int:
    """Load the command line and run it; an interrupt before a command begins is one line, as later."""
    try:
        from factx import cli

        return cli.main()
    except KeyboardInterrupt:
        print("factx: interrupted", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main())
