"""What the tests of this folder share."""

import pytest
from support.restricted import RestrictedWarm


@pytest.fixture(scope="session")
def unlocked():
    """A warm process in a system where workers cannot be locked: what they do there must be cleared away."""
    with RestrictedWarm("nothing") as process:
        yield process
