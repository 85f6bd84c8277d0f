"""Five levels, each by what it must block."""

import itertools

import pytest

from grader.levels import BLOCKS, FILES, LEVELS, MEANINGS, PROBES, at_least, level_of

STOPPED = {name: True for names in BLOCKS.values() for name in names}


def test_where_everything_is_blocked_it_is_sealed():
    assert level_of(STOPPED) == "sealed"


def test_where_nothing_is_blocked_it_is_a_process_only():
    assert level_of({}) == "process only"


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_reached_by_blocking_what_it_must(level):
    assert level_of({name: name in BLOCKS[level] for name in STOPPED}) == level


@pytest.mark.parametrize("level", LEVELS)
def test_one_probe_that_gets_through_costs_the_level(level):
    for name in BLOCKS[level]:
        assert LEVELS.index(level_of(STOPPED | {name: False})) > LEVELS.index(level), name


def test_what_was_not_tried_was_not_blocked():
    assert level_of({name: True for name in STOPPED if name != "open_ring"}) == "partial"


def test_a_better_level_blocks_all_that_a_weaker_one_does():
    for better, weaker in itertools.pairwise(LEVELS):
        assert set(BLOCKS[weaker]) < set(BLOCKS[better])


def test_every_probe_counts_for_sealed():
    assert set(PROBES) <= set(BLOCKS["sealed"])
    assert set(FILES) <= set(PROBES)


def test_every_level_is_explained():
    assert list(MEANINGS) == list(LEVELS)
    assert all(text.startswith(level) for level, text in MEANINGS.items())


def test_levels_can_be_compared():
    assert at_least("sealed", "partial")
    assert at_least("partial", "partial")
    assert not at_least("weak", "partial")
