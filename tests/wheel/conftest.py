"""The wheel of this checkout, and an environment with it."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.wheel import Environment

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture
def environment(wheel, tmp_path):
    """A new environment with the wheel in it."""
    made = Environment(tmp_path / "environment")
    made.install(str(wheel))
    return made
