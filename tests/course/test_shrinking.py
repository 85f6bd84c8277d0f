"""Looking for a smaller failing case: bounded, repeatable, and never worse than what was found."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis.internal.conjecture import providers
from support.toy import VECTORS

from grader.course import shrinking
from grader.course.cases import realise
from grader.course.model import Case
from grader.course.shrinking import shrink


def large():
    (case,) = realise(VECTORS, [{"quarters": [8, 7, 6, 5, 4, 3]}])
    return case


def test_shrinking_finds_a_smaller_case_that_fails_too():
    smallest = shrink(VECTORS, large(), lambda case: case.arguments["x"].size >= 2)
    assert smallest.arguments["x"].tolist() == [0.0, 0.0]


def test_a_smaller_case_keeps_the_number_that_its_random_numbers_hang_on():
    found = Case(7, large().recipe, large().arguments)
    assert shrink(VECTORS, found, lambda case: True).number == 7


def test_the_found_case_stands_where_nothing_else_fails():
    found = large()
    assert shrink(VECTORS, found, lambda case: False) is found


def test_shrinking_never_shows_a_larger_case():
    (found,) = realise(VECTORS, [{"quarters": [0]}])
    assert shrink(VECTORS, found, lambda case: True) is found


def test_shrinking_tries_no_more_recipes_than_it_may(monkeypatch):
    monkeypatch.setattr(shrinking, "SHRINKS", 5)
    tried = []
    shrink(VECTORS, large(), lambda case: tried.append(case) or True)
    assert 1 <= len(tried) <= 5


def test_shrinking_asks_about_each_recipe_once():
    tried = []
    shrink(VECTORS, large(), lambda case: tried.append(str(case.recipe)) or case.arguments["x"].size >= 2)
    assert len(tried) == len(set(tried))


def test_the_best_so_far_is_shown_when_the_tries_are_used_up(monkeypatch):
    monkeypatch.setattr(shrinking, "SHRINKS", 3)
    tried = []
    smallest = shrink(VECTORS, large(), lambda case: tried.append(case) or True)
    assert smallest in tried


def test_the_found_case_stands_when_time_is_up(monkeypatch):
    monkeypatch.setattr(shrinking, "SHRINK_SECONDS", -1.0)
    found = large()
    assert shrink(VECTORS, found, lambda case: True) is found


def test_shrinking_gives_the_same_case_each_time():
    first, second = (shrink(VECTORS, large(), lambda case: case.arguments["x"].sum() > 1) for _ in range(2))
    assert first.recipe == second.recipe


def test_what_the_question_raises_ends_the_search():
    def fails(case):
        raise ConnectionError("ours")

    with pytest.raises(ConnectionError, match="ours"):
        shrink(VECTORS, large(), fails)


def test_shrinking_leaves_hypothesis_as_it_was():
    before = providers.HypothesisProvider._maybe_draw_constant
    shrink(VECTORS, large(), lambda case: True)
    assert providers.HypothesisProvider._maybe_draw_constant is before


def test_threads_that_shrink_at_the_same_time_leave_hypothesis_as_it_was():
    """The first thread leaves while the second is still at it."""
    provider = providers.HypothesisProvider
    before, seen = provider._maybe_draw_constant, []
    both, first_left = threading.Barrier(2, timeout=60), threading.Event()

    def first():
        fails = iter([both.wait])
        shrink(VECTORS, large(), lambda case: [meet() for meet in fails] != [])
        first_left.set()

    def second():
        fails = iter([lambda: (both.wait(), first_left.wait(60))])

        def asked(case):
            for meet in fails:
                meet()
            seen.append(provider._maybe_draw_constant is not before)
            return True

        shrink(VECTORS, large(), asked)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(first), threads.submit(second)]:
            done.result()
    assert seen
    assert all(seen)
    assert provider._maybe_draw_constant is before


def test_a_search_that_is_left_by_an_error_leaves_hypothesis_as_it_was():
    before = providers.HypothesisProvider._maybe_draw_constant

    def fails(case):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shrink(VECTORS, large(), fails)
    assert providers.HypothesisProvider._maybe_draw_constant is before


def test_only_the_seconds_of_the_given_clock_count():
    seconds = iter(range(0, 10**6, 2))
    found = large()

    def two(case):
        return case.arguments["x"].size >= 2

    assert shrink(VECTORS, found, two, lambda: float(next(seconds))) is found
    assert shrink(VECTORS, found, two, lambda: 0.0) is not found
