"""``python -m support.hostile [FAMILY...]``: grade the attacks and print what is not as it must be.

The exit status is 1 if there is any.
"""

import sys
import tempfile
from pathlib import Path

from support.hostile import ATTACKS, run_all


def main(*families: str) -> int:
    """Run the attacks of these families, or all."""
    names = [name for name in ATTACKS if not families or name.partition("/")[0] in families]
    with tempfile.TemporaryDirectory(prefix="hostile-") as root:
        failures = run_all(Path(root), names).failures
    for name, wrong in failures.items():
        for each in wrong:
            sys.stdout.write(f"{name}: {each}\n")
    sys.stdout.write(f"{len(names)} attacks, {len(failures)} not as they must be.\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
