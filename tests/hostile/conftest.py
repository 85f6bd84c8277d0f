"""Verdicts of the hostile submissions are those of a sealed worker, and only Linux can seal one."""

import sys

import pytest


@pytest.fixture(autouse=True, scope="session")
def linux():
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be sealed")
