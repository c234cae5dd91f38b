"""How a check ends: what it found on standard error, a line each, and an exit code that says whether that was anything."""

import sys


def report(found):
    """Never returns. `found` is any number of lines."""
    count = 0
    for line in found:
        print(line, file=sys.stderr)
        count += 1
    sys.exit(1 if count else 0)
