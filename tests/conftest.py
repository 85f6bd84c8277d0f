"""What the tests share; the toy course and the builders are in ``support``."""

import pytest
from hypothesis import settings
from support.toy import TOY

from grader.course.cases import Kept
from grader.sandbox import Limits, WarmProcess

settings.register_profile("promises", database=None, deadline=None, derandomize=True)
settings.load_profile("promises")


@pytest.fixture(scope="session")
def warm():
    """A process that lends workers; its own end is a promise of tests/sandbox."""
    with WarmProcess() as process:
        yield process


@pytest.fixture(scope="session")
def limits():
    """Limits that no honest toy function meets, even on a busy machine."""
    return Limits(cpu_seconds=10.0, wall_seconds=60.0, reply_bytes=2**20, output_bytes=1000)


@pytest.fixture(scope="session")
def toy():
    return TOY


@pytest.fixture(scope="session")
def kept():
    """The toy course's cases, drawn once for all tests."""
    return Kept()
