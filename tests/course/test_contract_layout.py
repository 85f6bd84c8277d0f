"""memory_order: each array alone, all together, views of larger arrays, dicts with their keys reversed."""

import numpy as np
import pytest
from support.contracts import BODY, END, HEAD, LAYER, broken, compiled
from support.students import finding, student

from grader.course.authoring import Inputs, exercise, strategies
from grader.course.contracts.asking import FEW, shared
from grader.course.contracts.layout import MOST, _stored
from grader.judging.checked import CheckedFunction
from grader.run import Student

X, W = np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 2, 2)


def stored(**question):
    return [*_stored(question)]


def laid(array):
    flags = array.flags
    return "C" if flags.c_contiguous else "F" if flags.f_contiguous else "S"


def test_each_array_is_asked_for_alone_then_all():
    question = {"x": X, "cache": (W, 3, [X]), "settings": {"a": X, "b": W}, "n": 2}
    found = [each for each in stored(**question) if not each.strided and "keys" not in each.when]
    assert [each.name for each in found] == ["x", "cache[0]", "cache[2][0]", "settings", ""]
    layouts = [
        laid(q["x"]) + laid(q["cache"][0]) + laid(q["cache"][2][0]) + laid(q["settings"]["a"])
        for q in (each.question for each in found)
    ]
    assert layouts == ["FCCC", "CFCC", "CCFC", "CCCF", "FFFF"]


def test_nothing_but_the_layout_changes():
    question = {"x": X, "cache": (W, 3, [X]), "settings": {"a": X, "b": W}, "n": 2}
    for each in stored(**question):
        assert list(each.question) == list(question)
        assert each.question["cache"][1] == 3
        assert each.question["settings"].keys() == question["settings"].keys()
        for one, two in ((each.question["x"], X), (each.question["cache"][0], W)):
            assert np.array_equal(one, two)


def test_of_many_arrays_those_of_one_argument_go_together():
    found = stored(a=[X] * 3, b=(X, X), c=X)
    assert [each.name for each in found] == ["a", "b", "c", "", ""]
    assert [laid(array) for array in found[0].question["a"]] == ["F"] * 3
    assert [each.name for each in stored(**dict.fromkeys("abcdefg", X))] == [*"abcd", "", ""]
    assert MOST == 4


@pytest.mark.parametrize("array", [np.ones(3), np.ones((1, 3)), np.ones((1, 3, 1)), np.ones((2, 0))])
def test_where_fortran_order_changes_nothing_only_views_are_left(array):
    assert [each.strided for each in stored(x=array)] == ([True] if array.size else [])


@pytest.mark.parametrize("value", [np.array(2.0), np.ones(1), 3, "word", None, {"a": 1}, [1.0]])
def test_what_can_be_stored_in_one_way_only_is_not_asked_again(value):
    assert stored(x=value) == []


def test_keys_come_in_the_opposite_order():
    (found,) = stored(layers=[{"a": 1, "b": {"c": 1, "d": 2}}, {"a": 1}], more={"e": 1, "f": 2}, n=1)
    assert found.name == "layers[0], layers[0]['b'], more"
    assert [list(each) for each in found.question["layers"]] == [["b", "a"], ["a"]]
    assert list(found.question["layers"][0]["b"]) == ["d", "c"]
    assert list(found.question["more"]) == ["f", "e"]
    assert list(found.question) == ["layers", "more", "n"]


def test_many_variants_are_shared_among_the_cases():
    assert [shared("abcde", turn) for turn in range(FEW)] == [["a", "c", "e"], ["b", "d"]] * 2
    assert [shared("abc", turn) for turn in (*range(FEW), None)] == [["a", "b", "c"]] * 5
    assert shared("abcde", None) == [*"abcde"]


WRONG = {
    "reads one array like the other": (
        "    if x.strides != w.strides:\n        w = w.T.reshape(w.shape)\n",
        "with x in Fortran order, and ",
    ),
    "reads memory": (
        "    if not w.flags.c_contiguous:\n        w = w.ravel('K').reshape(w.shape)\n",
        "with cache[0] in Fortran order, and ",
    ),
    "knows two orders": (
        "    if not (x.flags.c_contiguous or x.flags.f_contiguous):\n        x = x * 2\n",
        "for arrays that are views of larger ones, and ",
    ),
    "all or nothing": (
        "    if x.flags.f_contiguous and w.flags.f_contiguous:\n        x = x * 2\n",
        "for arrays in Fortran order, and ",
    ),
}


@pytest.mark.parametrize("kind", WRONG)
def test_an_answer_that_depends_on_the_layout_is_found(kind, kept, warm, limits):
    lines, message = WRONG[kind]
    source = HEAD + lines + BODY + END
    assert message in broken(LAYER, compiled(source), kept)["memory_order"]
    with Student(LAYER, finding(source), warm, limits) as function:
        said = broken(LAYER, function, kept)
    assert list(said) == ["memory_order"]
    assert message in said["memory_order"]


def test_a_function_that_fails_for_views_is_told_so(kept):
    source = HEAD + "    assert x.flags.contiguous or x.flags.forc\n" + BODY + END
    said = broken(LAYER, compiled(source), kept)["memory_order"]
    assert said.startswith("It answers, but fails when asked with arrays that are views of larger ones: ")


@pytest.mark.parametrize(
    "line",
    [
        "    x = np.ascontiguousarray(x)\n",
        "    x = x.T.T\n",
        "    x = np.stack([row for row in x])\n",
        "    x = x.copy(order='K')\n",
        "    x = x.ravel().reshape(x.shape)\n",
    ],
)
def test_right_functions_may_use_any_layout(line, kept, warm, limits):
    with Student(LAYER, finding(HEAD + line + BODY + END), warm, limits) as function:
        assert broken(LAYER, function, kept) == {}


def settings(annotation):
    """An exercise of a dict of numbers, and of no array."""

    def shift(options, n: int) -> int: ...

    def draw(draw):
        return {"n": draw(strategies.integers(1, 9)), "by": draw(strategies.integers(2, 9))}

    shift.__annotations__["options"] = annotation
    inputs = Inputs(draw, lambda n, by: {"options": {"by": by, "times": 3}, "n": n})
    draft = exercise("Shift", inputs=inputs)(shift)

    @draft.prop(points=1, hint="Look.")
    def answers(f, options, n):
        """It answers."""

    return draft.finish()


def test_the_order_of_keys_matters_to_no_right_function(kept, warm, limits):
    exercise = settings(dict[str, int])
    right = "def shift(options, n):\n    return n * options['times'] + options['by']\n"
    wrong = "def shift(options, n):\n    by, times = options.values()\n    return n * times + by\n"
    with Student(exercise, finding(right), warm, limits) as function:
        assert broken(exercise, function, kept) == {}
    with Student(exercise, finding(wrong), warm, limits) as function:
        (said,) = broken(exercise, function, kept).items()
    assert said[0] == "memory_order"
    assert "with the keys of options in another order, and " in said[1]


def test_a_dict_is_enough_for_the_contract_to_apply():
    def names(annotation):
        return [prop.name for prop in settings(annotation).properties if prop.contract]

    assert names(dict[str, int]) == names(list[dict[str, int]]) == ["same_answer_twice", "memory_order"]
    assert names(list[int]) == ["same_answer_twice"]


def test_views_cross_the_pipe(warm, limits):
    steps = "list(x.strides), list(tree['a'][0].strides)"
    source = f"def f(x, tree):\n    return [{steps}, x.tolist(), x.ravel()]\n"
    with student(source, warm, limits) as function:
        answer = function.strided(X, {"a": (X,)})
        assert answer[:3] == [[48, 16], [48, 16], X.tolist()]
        assert function(X, {"a": (X,)})[:2] == [[24, 8], [24, 8]]
        assert answer[3].tolist() == X.ravel().tolist()


def test_views_need_no_worker():
    seen = []

    def weigh(x, cache, settings):
        seen.append(laid(x))
        x += 1
        return x

    x = X.copy()
    CheckedFunction(LAYER, weigh).strided(x, (x, {}), {})
    assert (seen, x.tolist()) == (["S"], X.tolist())
