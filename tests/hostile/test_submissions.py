"""Every hostile submission comes out as it must; nothing is taken, changed or left behind."""

from collections import Counter

import pytest
from support.hostile import ATTACKS, WHOLE, run_all

FAMILIES = {"forging", "stealing", "denial", "injection", "faking"}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """All attacks, graded once for all tests, in classes with innocents."""
    return run_all(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_its_verdict_and_nothing_else(outcome, name):
    assert outcome.failures.get(name, []) == []


def test_no_innocent_is_graded_otherwise_and_nothing_is_left_behind(outcome):
    assert outcome.failures.get(WHOLE, []) == []


def test_there_are_a_hundred_attacks_of_all_families():
    families = Counter(name.partition("/")[0] for name in ATTACKS)
    assert set(families) == FAMILIES
    assert min(families.values()) >= 10
    assert families.total() >= 110
