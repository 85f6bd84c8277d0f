"""What the sealed form stops on systems that allow less: the same submissions, the same verdicts.

Here the attacks that would profit most; all of them by ``python -m support.restricted SYSTEM python -m
support.hostile``.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.restricted import SAFE

TESTS = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "support.hostile", "stealing"]


@pytest.mark.parametrize("system", SAFE)
def test_nothing_is_stolen_where_less_is_allowed(system):
    environment = os.environ | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"}
    done = subprocess.run(
        [sys.executable, "-m", "support.restricted", system, *COMMAND],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " attacks, 0 not as they must be." in done.stdout
