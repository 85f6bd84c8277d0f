"""``python -m fuzz.guided TARGET [libFuzzer options]``: a coverage-guided run with Atheris, which is not a
dependency: ``pip install atheris`` first. Options such as ``-runs=1000000`` or ``-max_total_time=3600``
and a folder for what it finds worth keeping are libFuzzer's own; what breaks is written to ``crash-*``.
"""

import sys
import tempfile
from pathlib import Path


def main(target: str, *options: str) -> None:
    """Hand the target over to Atheris."""
    import atheris

    with atheris.instrument_imports(include=["grader"]):
        from fuzz.targets import TARGETS, corpus

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(corpus(target)):
            (Path(folder) / str(number)).write_bytes(data)
        atheris.Setup([sys.argv[0], *options, folder], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
