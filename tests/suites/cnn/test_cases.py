"""Every recipe builds the arguments that its exercise takes, in the ranges that its strategy promises."""

import functools
import json
import subprocess
import sys

import numpy as np
import pytest

from grader.course.cases import Kept
from grader.course.drawing import draw
from grader.course.factors import combined, levels_of, possible
from grader.course.load import load
from grader.course.model import Exercise, Inputs
from grader.suites.cnn import SUITE, oracles
from grader.suites.cnn.values import distinct, numbers, symmetric

SHIPPED = Kept(load("cnn").cases)
ALL = {
    prop.inputs.key: (exercise, prop.inputs) for exercise in SUITE.exercises for prop in exercise.properties
}
each_inputs = pytest.mark.parametrize(("exercise", "inputs"), ALL.values(), ids=ALL)


def varies_freely(key: str) -> bool:
    """Tell the inputs of definitions, and those of caches that are drawn alike."""
    return bool(ALL[key][1].factors) or key.endswith("draw_cached")


DEFINITIONS = {exercise.name: exercise.definition.inputs for exercise in SUITE.exercises}
one_factor = pytest.mark.parametrize(
    ("exercise", "inputs"),
    [pair for key, pair in ALL.items() if not varies_freely(key)],
    ids=[key for key in ALL if not varies_freely(key)],
)


@functools.cache
def drawn(key: str, seed: int) -> list[dict[str, object]]:
    """Draw the recipes of one Inputs; of those that cover factors, take the shipped ones: drawing is slow."""
    inputs = ALL[key][1]
    if inputs.factors:
        return [case.recipe for case in SHIPPED.cases(inputs, 0)]
    return draw(inputs, seed)


def test_importing_the_suite_does_not_import_hypothesis() -> None:
    code = "import grader.suites.cnn, sys; assert 'hypothesis' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_inputs_has_a_name_of_its_own() -> None:
    found = {id(prop.inputs): prop.inputs.key for exercise in SUITE.exercises for prop in exercise.properties}
    assert len(set(found.values())) == len(found)


@each_inputs
def test_recipes_are_plain(exercise: Exercise, inputs: Inputs) -> None:
    for recipe in drawn(inputs.key, 1):
        assert json.loads(json.dumps(recipe)) == recipe


@each_inputs
def test_arguments_are_those_of_the_signature_in_order(exercise: Exercise, inputs: Inputs) -> None:
    for recipe in drawn(inputs.key, 2):
        arguments = inputs.build(**recipe)
        names = list(exercise.signature.parameters)
        assert list(arguments) == (names[: len(arguments)] if varies_freely(inputs.key) else names)
        for value in arguments.values():
            if isinstance(value, np.ndarray):
                assert value.dtype == np.float64 or (varies_freely(inputs.key) and value.dtype == np.int64)


@each_inputs
def test_building_twice_gives_the_same(exercise: Exercise, inputs: Inputs) -> None:
    recipe = drawn(inputs.key, 3)[-1]
    first, second = inputs.build(**recipe), inputs.build(**recipe)
    for one, other in zip(_arrays(first), _arrays(second), strict=True):
        assert np.array_equal(one, other)


@one_factor
def test_numbers_are_small_multiples_so_that_sums_are_exact(exercise: Exercise, inputs: Inputs) -> None:
    # LeNet's weights are finer: its probabilities are compared with a tolerance.
    finest = 4 if not exercise.name.startswith("lenet") else 2**20
    for recipe in drawn(inputs.key, 4):
        for array in _arrays(inputs.build(**recipe)):
            assert np.array_equal(array * finest, np.round(array * finest))
            assert np.abs(array).max(initial=0) < 2**17


@each_inputs
def test_filters_fit_into_the_image(exercise: Exercise, inputs: Inputs) -> None:
    for recipe in drawn(inputs.key, 5):
        if "f" in recipe and "n_H" in recipe:
            pad = recipe.get("pad", 0)
            for n in (recipe["n_H"], recipe["n_W"]):
                assert oracles.output_size(n, recipe["f"], recipe["stride"], pad) >= 1


def of(*exercises: str) -> dict[str, Inputs]:
    """Return the inputs of exercises by the names of their strategies, without ``draw_``."""
    found = {
        f"{exercise.name}.{inputs.draw.__qualname__.removeprefix('draw_')}": inputs
        for exercise, inputs in ALL.values()
        if exercise.name in exercises
    }
    assert len(found) > len(exercises)
    return found


@pytest.mark.parametrize("exercise", DEFINITIONS)
def test_the_cases_of_a_definition_have_every_pair_of_levels(exercise: str) -> None:
    inputs = DEFINITIONS[exercise]
    cases = [levels_of(inputs.factors, case.arguments) for case in SHIPPED.cases(inputs, 0)]
    assert possible(inputs.factors, inputs.impossible, 2) <= combined(inputs.factors, cases, 2)


@pytest.mark.parametrize("exercise", DEFINITIONS)
def test_the_smallest_case_of_a_definition_can_be_checked_by_head(exercise: str) -> None:
    first = SHIPPED.cases(DEFINITIONS[exercise], 0)[0]
    numbers = [array for array in _arrays(first.arguments) if not exercise.startswith("lenet")]
    assert sum(array.size for array in numbers) <= 16


def test_rungs_leave_the_corners_to_their_own_properties() -> None:
    corners = {"strided": "stride", "batch": "m", "padded": "pad"}
    for name, inputs in of("conv_forward", "pool_forward").items():
        if any(word in name for word in ("together", "shapes", "lenet", "free", "cached", "unknown")):
            continue
        for recipe in drawn(inputs.key, 7):
            for corner, what in corners.items():
                if corner not in name and what in recipe:
                    assert recipe[what] == (0 if what == "pad" else 1), (name, what)
            assert (recipe["n_H"] == recipe["n_W"]) != ("not_square" in name)


def test_backward_cases_are_padded_but_for_the_corner() -> None:
    for name, inputs in of("conv_backward").items():
        if "together" not in name and "free" not in name:
            assert {recipe["pad"] > 0 for recipe in drawn(inputs.key, 8)} == {"unpadded" not in name}


def test_lenet_is_asked_few_questions() -> None:
    for name, inputs in of("lenet_forward").items():
        assert len(drawn(inputs.key, 9)) <= (80 if "free" in name else 6)


@pytest.mark.parametrize("kind", ["signed", "positive", "negative", "large", "whole"])
def test_no_number_is_zero(kind: str) -> None:
    assert np.all(numbers(np.random.default_rng(0), (1000,), kind))


@pytest.mark.parametrize("kind", ["signed", "positive", "negative", "large", "whole"])
def test_distinct_numbers_are_distinct(kind: str) -> None:
    drawn = distinct(np.random.default_rng(0), (5, 6, 7), kind)
    assert np.unique(drawn).size == drawn.size
    assert (drawn.min() > 0) == (kind == "positive")
    assert (drawn.max() < 0) == (kind in {"negative", "large"})


@pytest.mark.parametrize("f", [1, 2, 3, 4, 5])
def test_symmetric_filters_look_the_same_from_all_sides(f: int) -> None:
    W = symmetric(numbers(np.random.default_rng(f), (f, f, 2, 3), "signed"))
    for turned in (W[::-1], W[:, ::-1], W.transpose(1, 0, 2, 3)):
        assert np.array_equal(turned, W)


def _arrays(value: object) -> list[np.ndarray]:
    if isinstance(value, dict):
        return [array for item in value.values() for array in _arrays(item)]
    if isinstance(value, tuple):
        return [array for item in value for array in _arrays(item)]
    return [value] if isinstance(value, np.ndarray) else []
