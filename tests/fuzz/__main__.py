"""``python -m fuzz [TARGET] [COUNT] [SEED]``: so many mutated inputs; prints each that breaks something."""

import sys
import traceback

from fuzz.mutations import mutated
from fuzz.targets import TARGETS, corpus

LONGEST = 300  # bytes of an input that are printed


def broken(target: str, count: int, seed: int = 0) -> list[bytes]:
    """Run a target on mutated inputs; return those that it raises for."""
    found = []
    for data in mutated(corpus(target), count, seed, frames=target != "notebook"):
        try:
            TARGETS[target](data)
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            sys.stderr.write(f"{traceback.format_exc()}{data[:LONGEST]!r}\n")
            found.append(data)
    return found


def main(target: str = "message", count: str = "1000000", seed: str = "0") -> int:
    """Say how it went; 1 if anything broke."""
    found = broken(target, int(count), int(seed))
    sys.stdout.write(f"{target}: {int(count):,} inputs of seed {seed}, {len(found)} broke something.\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
