"""arguments_unchanged: every call is looked at, not only those of the contract's few cases."""

import numpy as np
import pytest
from support.contracts import BODY, END, HEAD, LAYERS, broken, compiled
from support.students import Scripted, finding

from grader.course.authoring import Array, Inputs, exercise
from grader.judging.judge import judge
from grader.run import Student
from grader.run.student import MOST_CHANGED
from grader.sandbox import Limits


def wide():
    """An exercise of which one property calls with arguments of its own, one of them by name."""

    def weigh(x: Array, cache: tuple[Array, dict[str, int]], settings: dict[str, Array]) -> Array: ...

    draft = exercise("Weigh", inputs=LAYERS)(weigh)

    @draft.prop(points=1, hint="Look.")
    def answers(f, x, cache, settings):
        """It answers for wide arrays."""
        row = np.arange(1.0, 8.0)[None]
        f(row, (row, cache[1]), settings={"shift": np.ones(7)})

    return draft.finish()


def by_default():
    """An exercise with defaults; its property leaves out one that comes before one that it gives."""

    def scale(x: Array, by: int = 2, more: int = 3) -> Array: ...

    inputs = Inputs(lambda draw: {"seed": 1}, lambda seed: {"x": np.arange(2.0, 6.0), "by": 1, "more": 1})
    draft = exercise("Scale", inputs=inputs)(scale)

    @draft.prop(points=1, hint="Look.")
    def answers(f, x):
        """It answers."""
        f(x, more=5)

    return draft.finish()


WIDE, BY_DEFAULT = wide(), by_default()
IN_WIDE = HEAD + "    if x.shape == (1, 7):\n        x[0, 0] = 9\n" + BODY + END
MESSAGE = "The call changes its argument: x[0, 0] was 1 before the call and is 9 after it."


def verdict(exercise, function, kept, **options):
    verdicts = judge(exercise, function, kept, 0, **options)
    return next(each for each in verdicts if each.prop.name == "arguments_unchanged")


def test_a_call_of_any_property_counts(kept, warm, limits):
    assert broken(WIDE, compiled(IN_WIDE), kept) == {"arguments_unchanged": MESSAGE}
    with Student(WIDE, finding(IN_WIDE), warm, limits) as function:
        assert broken(WIDE, function, kept) == {"arguments_unchanged": MESSAGE}


@pytest.mark.parametrize("shrinking", [False, True])
def test_the_arguments_of_that_call_are_shown(shrinking, kept, warm, limits):
    with Student(WIDE, finding(IN_WIDE), warm, limits) as function:
        feedback = verdict(WIDE, function, kept, shrinking=shrinking).feedback
    assert feedback.arguments["x"].tolist() == [[1, 2, 3, 4, 5, 6, 7]]
    assert list(feedback.arguments) == ["x", "cache", "settings"]


def test_a_call_of_another_contract_counts(kept, warm, limits):
    source = HEAD + BODY + "    if x.dtype.kind == 'i':\n        w[0, 1] = 9\n" + END
    with Student(WIDE, finding(source), warm, limits) as function:
        assert list(broken(WIDE, function, kept)) == ["arguments_unchanged"]


def test_a_default_that_was_left_out_is_filled_in(kept, warm, limits):
    head = "def scale(x, by=2, more=3):\n"
    source = f"{head}    if more == 5:\n        x[0] = by + 1\n    return x * by + more\n"
    with Student(BY_DEFAULT, finding(source), warm, limits) as student:
        found = [verdict(BY_DEFAULT, each, kept) for each in (compiled(source, "scale"), student)]
    for each in found:
        assert each.feedback.message.startswith("The call changes its argument: x[0] was 2 before")
        assert {name: each.feedback.arguments[name] for name in ("by", "more")} == {"by": 2, "more": 5}


def replying(changed):
    """A worker that answers rightly, and says of every call whether it changed its arguments."""

    def reply(request):
        if request["op"] != "call":
            return {"value": None}
        x, (w, options), settings = (request["args"] + list(request["kwargs"].values()))[:3]
        answer = x * w * options["scale"] + settings["shift"]
        return {"value": (answer, request["args"]) if request["echo"] else answer, "changed": changed}

    return Scripted(reply)


@pytest.mark.parametrize("changed", [True, False, 1, "yes", None])
def test_a_false_word_costs_calls_and_nothing_else(changed, kept):
    with Student(WIDE, finding("def weigh(): ...\n"), replying(changed), Limits()) as function:
        assert verdict(WIDE, function, kept, shrinking=False).status == "passed"
        assert len(function.changed) == (MOST_CHANGED if changed is True else 0)


def test_the_calls_are_as_they_were_sent(warm, limits):
    x, options = np.asfortranarray(np.ones((2, 3))), {"scale": [1]}
    source = "def weigh(x, options, rng=None):\n    rng.random()\n    x[0, 0] = 5\n    return x\n"
    with Student(WIDE, finding(source), warm, limits) as function:
        function(x, options, rng=np.random.default_rng(3))
        options["scale"].append(2)
        x[1] = 7
        ((args, kwargs),) = function.changed
    assert (args[0].tolist(), args[0].flags.f_contiguous) == ([[1, 1, 1], [1, 1, 1]], True)
    assert args[1] == {"scale": [1]}
    assert kwargs["rng"].random() == np.random.default_rng(3).random()


def test_what_changes_nothing_is_not_reported(warm, limits):
    source = "def weigh(x, rng):\n    x[0] = x[0]\n    x.sort()\n    return rng.random()\n"
    with Student(WIDE, finding(source), warm, limits) as function:
        function(np.array([1.0, np.nan]), np.random.default_rng(0))
        assert function.changed == []
