"""`python -m physioplan`: without words it opens the window, with words it is the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the window or the command line, and return the exit code."""
    if len(sys.argv) > 1:
        from physioplan.cli import main as command_line

        return command_line()
    from physioplan.app import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
