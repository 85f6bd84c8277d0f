"""Cases are drawn once, kept, and replayed: the same for everyone with the same seed."""

import importlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from support.toy import CUTS, DOUBLE, SPLIT, VECTORS, build_vector, draw_vector

from grader.course import cases
from grader.course.authoring import Inputs, strategies
from grader.course.cases import Kept, generator, realise, stale
from grader.course.drawing import draw
from grader.errors import SuiteError

PLACES = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]


def draw_many(draw):
    return {"quarters": draw(strategies.lists(strategies.integers(0, 9999), min_size=8, max_size=8))}


def draw_badly(draw):
    return {"quarters": [draw(strategies.integers(1, 2)) / 0]}


def draw_sets(draw):
    return {"quarters": {draw(strategies.integers(1, 2))}}


def draw_tuples(draw):
    return {"quarters": draw(strategies.tuples(strategies.integers(0, 9), strategies.integers(0, 9)))}


def build_nothing(quarters):
    raise KeyError(quarters)


def build_list(quarters):
    return [quarters]


def build_misnamed(quarters):
    return {"vector": np.array(quarters) / 4}


@pytest.fixture(scope="module")
def recipes():
    return draw(VECTORS, 0)


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def file_in(folder):
    (path,) = folder.rglob("*.json")
    return path


def ship(folder, *exercises):
    """Write the recipes that a course of these exercises ships; return the first one's file."""
    Kept(folder).write(exercises, 0)
    return folder / f"seed-0/{exercises[0].name}.json"


def tamper(path, change):
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")


def test_the_same_seed_draws_the_same_recipes(recipes):
    assert draw(VECTORS, 0) == recipes


def test_another_seed_draws_other_recipes(recipes):
    assert draw(VECTORS, 1) != recipes


def test_recipes_are_distinct(recipes):
    assert [recipe for recipe in recipes if recipes.count(recipe) > 1] == []


def test_the_pinned_recipes_are_among_them(recipes):
    assert VECTORS.pinned[0] in recipes


def test_as_many_are_drawn_as_asked_for_beside_the_pinned(recipes):
    assert len(draw(CUTS, 0, 7)) == 7


def test_the_smallest_come_first(recipes):
    sizes = [(len(recipe["quarters"]), sum(map(abs, recipe["quarters"]))) for recipe in recipes]
    assert sizes == sorted(sizes)


def test_a_profile_of_the_environment_changes_nothing(recipes):
    settings.register_profile("odd", max_examples=1, derandomize=False, deadline=1)
    settings.load_profile("odd")
    try:
        assert draw(VECTORS, 0) == recipes
    finally:
        settings.load_profile("promises")


def test_the_source_of_imported_modules_changes_nothing(tmp_path, monkeypatch):
    before = draw(Inputs(draw_many, build_vector), 0)
    (tmp_path / "constants_of_a_checkout.py").write_text("X = [1234, 2345, 3456, 4567]\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "constants_of_a_checkout", raising=False)
    importlib.import_module("constants_of_a_checkout")
    assert draw(Inputs(draw_many, build_vector), 0) == before


def test_recipes_are_the_same_before_and_after_they_were_kept():
    assert draw(Inputs(draw_tuples, build_vector), 0, 1)[0]["quarters"].__class__ is list


def test_a_strategy_may_have_one_recipe_only():
    assert draw(Inputs(lambda _draw: {"quarters": [4]}, build_vector), 0) == [{"quarters": [4]}]


def test_a_strategy_that_fails_is_named_with_the_authors_line():
    with pytest.raises(SuiteError, match=r"the strategy draw_badly failed \(ZeroDivisionError") as caught:
        draw(Inputs(draw_badly, build_vector), 0)
    assert caught.value.where.startswith("test_cases.py:")


def test_a_builder_that_fails_is_named_and_not_the_strategy():
    with pytest.raises(
        SuiteError, match=r"build_nothing, which builds the arguments of .* failed \(KeyError"
    ):
        draw(Inputs(draw_vector, build_nothing), 0)


def test_a_builder_that_returns_no_dict_is_told_what_to_return():
    with pytest.raises(SuiteError, match="build_list returns list") as caught:
        draw(Inputs(draw_vector, build_list), 0)
    assert "as a dict" in caught.value.remedy


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (draw_sets, r"has an entry 'quarters' that cannot be kept \(Object of type set is not JSON"),
        (lambda draw: {"x": np.zeros(draw(strategies.integers(1, 3)))}, r"entry 'x' .*type ndarray"),
        (lambda draw: np.zeros(draw(strategies.integers(1, 3))), "is of type ndarray"),
        (lambda draw: draw(strategies.floats(0, 1)), "is of type float"),
        (lambda draw: None, "is of type NoneType"),
        (lambda draw: {draw(strategies.integers(1, 3)): 0}, "has the key [123], which is not a string"),
    ],
)
def test_a_recipe_that_cannot_be_kept_is_told_what_a_recipe_is(drawn, said):
    with pytest.raises(SuiteError, match=said) as caught:
        draw(Inputs(drawn, build_vector), 0)
    assert caught.value.where.startswith("test_cases.py:")
    assert caught.value.remedy.startswith("A recipe is a dict of numbers")


def test_a_pinned_recipe_that_cannot_be_built_is_said_to_be_pinned():
    with pytest.raises(SuiteError, match=r"arguments of the pinned recipe \{'halves': 1\}, failed"):
        draw(Inputs(draw_vector, build_vector, pinned=({"halves": 1},)), 0)


def test_a_long_recipe_is_cut_in_the_message():
    with pytest.raises(SuiteError) as caught:
        draw(Inputs(draw_vector, build_vector, pinned=({"halves": list(range(999))},)), 0)
    assert len(caught.value.message) < 500


def test_a_case_holds_the_arguments_that_its_recipe_builds():
    (case,) = realise(VECTORS, [{"quarters": [2, 4]}])
    assert case.arguments["x"].tolist() == [0.5, 1.0]


def test_no_check_can_change_the_arguments_of_a_case():
    (case,) = realise(VECTORS, [{"quarters": [2, 4]}])
    with pytest.raises(ValueError, match="read-only"):
        case.arguments["x"][0] = 1


def test_arrays_inside_dicts_and_lists_are_kept_from_changes_too():
    inputs = Inputs(draw_vector, lambda quarters: {"p": {"W": [np.ones(2)]}})
    (case,) = realise(inputs, [{"quarters": []}])
    assert not case.arguments["p"]["W"][0].flags.writeable


def test_random_numbers_are_the_same_for_the_same_property_and_case():
    assert generator(0, "double.twice", 3).random() == generator(0, "double.twice", 3).random()


@pytest.mark.parametrize("other", [(1, "double.twice", 3), (0, "double.additive", 3), (0, "double.twice", 4)])
def test_random_numbers_differ_by_seed_property_and_case(other):
    assert generator(0, "double.twice", 3).random() != generator(*other).random()


def test_cases_are_the_same_objects_each_time(kept):
    assert kept.cases(VECTORS, 0) is kept.cases(VECTORS, 0)


@pytest.fixture
def undrawn(monkeypatch):
    """Nothing can be drawn from now on."""

    def forbid():
        def refuse(*_args, **_options):
            raise AssertionError("drawn again")

        monkeypatch.setattr(cases, "draw", refuse)

    return forbid


def test_a_second_run_reads_what_the_first_one_kept(cache, recipes, undrawn):
    Kept(cache=cache).cases(VECTORS, 0)
    undrawn()
    assert [case.recipe for case in Kept(cache=cache).cases(VECTORS, 0)] == recipes


def test_a_run_without_a_cache_gets_the_same_cases(cache):
    recipes = [case.recipe for case in Kept(cache=cache).cases(VECTORS, 5)]
    assert [case.recipe for case in Kept().cases(VECTORS, 5)] == recipes


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: b"",
        lambda text: text[: len(text) // 2],
        lambda text: b"\xff\xfe\x00",
        lambda text: b"[]",
        lambda text: b"null",
        lambda text: text.replace(b'"recipes"', b'"others"'),
        lambda text: json.dumps(json.loads(text) | {"recipes": "all"}).encode(),
        lambda text: json.dumps(json.loads(text) | {"recipes": [1]}).encode(),
        lambda text: json.dumps(json.loads(text) | {"recipes": []}).encode(),
        lambda text: text.replace(b'"digest": "', b'"digest": "x'),
        lambda text: json.dumps(json.loads(text) | {"recipes": json.loads(text)["recipes"][:3]}).encode(),
    ],
)
def test_a_damaged_cache_is_drawn_again_and_mended(cache, recipes, damage):
    Kept(cache=cache).cases(VECTORS, 0)
    path = file_in(cache)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert [case.recipe for case in Kept(cache=cache).cases(VECTORS, 0)] == recipes
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path, recipes):
    (tmp_path / "file").touch()
    cases_drawn = Kept(cache=tmp_path / "file" / "below").cases(VECTORS, 0)
    assert [case.recipe for case in cases_drawn] == recipes


def test_nothing_half_written_stays_in_the_cache(cache):
    Kept(cache=cache).cases(VECTORS, 0)
    assert [path.suffix for path in cache.iterdir()] == [".json"]


def test_the_recipes_that_a_course_ships_are_used(tmp_path, recipes, undrawn):
    ship(tmp_path, DOUBLE, SPLIT)
    undrawn()
    assert [case.recipe for case in Kept(tmp_path).cases(VECTORS, 0)] == recipes


def test_shipped_recipes_that_somebody_edited_are_out_of_date(tmp_path, recipes):
    path = ship(tmp_path, DOUBLE)
    assert stale(tmp_path, [DOUBLE], 0) == []
    tamper(path, lambda entries: entries[VECTORS.key].update(recipes=[{"quarters": [77]}]))
    assert stale(tmp_path, [DOUBLE], 0) == ["double"]
    assert [case.recipe for case in Kept(tmp_path).cases(VECTORS, 0)] == recipes


def test_shipped_recipes_of_another_strategy_are_not_used(tmp_path, recipes):
    path = ship(tmp_path, DOUBLE)
    tamper(path, lambda entries: entries[VECTORS.key].update(digest="old", recipes=[{"quarters": [77]}]))
    assert [case.recipe for case in Kept(tmp_path).cases(VECTORS, 0)] == recipes


@pytest.mark.parametrize("entry", [5, None, [], "text"])
def test_a_damaged_shipped_entry_is_drawn_again(tmp_path, recipes, entry):
    path = ship(tmp_path, DOUBLE)
    tamper(path, lambda entries: entries.update({VECTORS.key: entry}))
    assert [case.recipe for case in Kept(tmp_path).cases(VECTORS, 0)] == recipes


def test_each_exercise_has_a_file_with_its_own_inputs(tmp_path):
    ship(tmp_path, DOUBLE, SPLIT)
    held = {path.stem: set(json.loads(path.read_text("utf-8"))) for path in tmp_path.rglob("*.json")}
    assert held == {"double": {VECTORS.key}, "split": {CUTS.key}}


def test_each_file_is_read_once(tmp_path, monkeypatch):
    ship(tmp_path, DOUBLE, SPLIT)
    read = []
    original = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda self, *args: [read.append(self.name), original(self, *args)][1]
    )
    kept = Kept(tmp_path)
    for inputs in (VECTORS, CUTS, VECTORS):
        kept.cases(inputs, 0)
        kept.cases(inputs, 0, instead=True)
    assert sorted(read) == ["double.json", "split.json"]


def test_shipped_recipes_are_written_the_same_each_time(tmp_path):
    first = ship(tmp_path, DOUBLE, SPLIT).read_bytes()
    assert Kept(tmp_path).write([SPLIT, DOUBLE], 0) == []
    assert ship(tmp_path, DOUBLE).read_bytes() == first


def test_the_file_of_an_exercise_that_is_gone_is_removed(tmp_path):
    ship(tmp_path, DOUBLE, SPLIT)
    assert [path.name for path in Kept(tmp_path).write([DOUBLE], 0)] == ["split.json"]
    assert [path.name for path in tmp_path.rglob("*.json")] == ["double.json"]


def test_a_course_without_a_folder_cannot_ship_recipes():
    with pytest.raises(SuiteError, match="no folder"):
        Kept().write([DOUBLE], 0)


def test_arguments_that_the_stub_does_not_have_are_not_kept(tmp_path):
    misnamed = Inputs(draw_vector, build_misnamed)
    exercise = replace(DOUBLE, properties=tuple(replace(prop, inputs=misnamed) for prop in DOUBLE.properties))
    with pytest.raises(
        SuiteError, match="build_misnamed returns the arguments vector; double takes x"
    ) as caught:
        ship(tmp_path, exercise)
    assert caught.value.where.startswith("test_cases.py:")
    assert not list(tmp_path.rglob("*.json"))


def test_fresh_shipped_recipes_are_not_stale(tmp_path):
    ship(tmp_path, DOUBLE, SPLIT)
    assert stale(tmp_path, [DOUBLE, SPLIT], 0) == []


def test_recipes_that_are_missing_are_stale(tmp_path):
    ship(tmp_path, DOUBLE)
    assert stale(tmp_path, [DOUBLE, SPLIT], 0) == ["split"]


def test_the_recipes_of_an_exercise_that_is_gone_are_stale(tmp_path):
    ship(tmp_path, DOUBLE, SPLIT)
    assert stale(tmp_path, [SPLIT], 0) == ["double"]


def test_a_passing_submission_with_kept_cases_never_imports_hypothesis(tmp_path):
    ship(tmp_path, DOUBLE)
    code = f"""
import sys
sys.path[:0] = {PLACES}
from pathlib import Path
from grader.course.cases import Kept
from grader.judging.judge import judge
from support.toy import DOUBLE
verdicts = judge(DOUBLE, lambda x: 2 * x, Kept(Path({str(tmp_path)!r})), 0)
print([verdict.status for verdict in verdicts], "hypothesis" in sys.modules)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "['passed', 'passed', 'passed'] False"


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "CI": "1"}])
def test_another_process_draws_the_same_recipes(recipes, environment):
    code = f"""
import sys
sys.path[:0] = {PLACES}
import json
from grader.course.drawing import draw
from support.toy import VECTORS
print(json.dumps(draw(VECTORS, 0)))
"""
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert json.loads(result.stdout) == recipes
