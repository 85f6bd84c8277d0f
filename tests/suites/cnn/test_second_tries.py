"""One mistake is not punished twice, and an old idiom is no mistake: the whole course, graded."""

from dataclasses import replace

import numpy as np
import pytest
from support.classroom import PAD, SOLUTIONS

from grader.course.cases import Kept
from grader.course.load import load
from grader.discover.submission import SourceFile, Submission
from grader.pipeline import Grader
from grader.sandbox.limits import Limits
from grader.suites.cnn import SUITE, oracles, parts

OWN = "Graded with the course's own {}, because yours is not right yet. That costs no points here."
FORWARD = "Z = np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b"
OLD = """\
import numpy as np
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    Z = np.sum(s)
    Z = Z + float(b)
    return Z
def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters['stride'], hparameters['pad']
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    a_slice_prev = A_prev_pad[i, top:top + f, left:left + f, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)
"""
IS_NEW = np.lib.NumpyVersion(np.__version__) >= "2.4.0"


@pytest.fixture(scope="module")
def grade(warm, limits):
    limits = replace(limits, reply_bytes=Limits().reply_bytes)  # LeNet's volumes are no toys

    def graded(only=(), **files):
        chosen = tuple(e for e in SUITE.exercises if not only or e.name in only)
        suite = SUITE.only([each.name for each in chosen])
        grader = Grader(suite, Kept(load().cases), 0, warm, limits)
        sources = tuple(SourceFile(f"{stem}.py", text.encode()) for stem, text in files.items())
        return {e.exercise.name: e for e in grader.grade(Submission("alice", sources)).exercises}

    return graded


def edited(old, new):
    assert any(old in text for text in SOLUTIONS.values())
    return {stem: text.replace(old, new) for stem, text in SOLUTIONS.items()}


@pytest.mark.parametrize("wrong", ["return np.pad(X, pad)", "raise NotImplementedError"])
def test_a_wrong_zero_pad_costs_only_its_own_points(wrong, grade):
    exercises = grade(**edited(PAD, wrong))
    assert exercises.pop("zero_pad").earned < 10
    assert {e.status for e in exercises.values()} == {"passed"}
    assert exercises["conv_forward"].notes == (OWN.format("zero_pad"),)
    assert exercises["conv_backward"].notes == (OWN.format("zero_pad"),)


def test_a_wrong_conv_forward_costs_lenet_nothing(grade):
    exercises = grade(**edited(FORWARD, FORWARD.replace("+ b", "- b")))
    assert exercises["conv_forward"].status == "failed"
    assert exercises["conv_forward"].notes == ()
    assert exercises["lenet_forward"].status == "passed"
    assert exercises["lenet_forward"].notes == (OWN.format("conv_forward"),)


@pytest.mark.parametrize("name", ["conv_forward", "lenet_forward"])
def test_an_exercise_that_is_graded_alone_has_the_points_of_a_full_run(name, grade):
    files = edited(PAD, "return np.pad(X, pad)")
    files = {stem: text.replace(FORWARD, FORWARD.replace("+ b", "- b")) for stem, text in files.items()}
    full, alone = grade(**files), grade(only=(name,), **files)
    assert alone.keys() == {name}
    assert [verdict.status for verdict in alone[name].verdicts] == [v.status for v in full[name].verdicts]
    assert alone[name].diagnosis == full[name].diagnosis
    assert alone[name].notes == full[name].notes
    assert alone[name].notes


def test_a_mistake_of_its_own_still_costs(grade):
    text = OLD.replace("(pad, pad), (pad, pad)", "(0, pad), (pad, pad)").replace(
        "return Z, (", "return -Z, ("
    )
    assert grade(old=text)["conv_forward"].earned < 13


def test_old_idioms_get_full_marks_and_are_named(grade):
    exercises = grade(old=OLD)
    assert {exercises[n].status for n in ("zero_pad", "conv_single_step", "conv_forward")} == {"passed"}
    said = (
        "old.py, line 7: float() of an array with one element has been an error since NumPy 2.4;"
        " use x.item()."
    )
    for name in ("conv_single_step", "conv_forward"):
        assert exercises[name].notes == ((said,) if IS_NEW else ())


def test_storing_the_whole_step_is_mended_where_it_is_stored(grade):
    step, forward = (grade(old=OLD.replace("float(b)", "b"))[n] for n in ("conv_single_step", "conv_forward"))
    assert (step.status, step.notes) == ("passed", ())
    assert forward.status == "passed"
    assert [note.split(":")[0] for note in forward.notes] == (["old.py, line 23"] if IS_NEW else [])


def test_python_and_numpy_of_old_get_full_marks_together(grade):
    text = OLD.replace("range", "xrange").replace("Z[i, h, w, c] = ", "Z.itemset((i, h, w, c), ")
    text = text.replace("b[..., c])\n", "b[..., c]))\n").replace(
        "Z = np.sum(s)", "Z = np.sum(v for v in s.ravel())"
    )
    forward = grade(old=text)["conv_forward"]
    assert forward.status == "passed"
    assert "old.py, line 17: newer Python has no xrange; use range." in forward.notes


def test_both_kinds_of_help_go_together(grade):
    forward = grade(old=OLD.replace("(pad, pad), (pad, pad)", "(0, pad), (pad, pad)"))["conv_forward"]
    assert forward.status == "passed"
    assert forward.notes[0] == OWN.format("zero_pad")
    assert len(forward.notes) == (2 if IS_NEW else 1)


def test_what_the_course_answers_is_what_its_oracles_say():
    rng = np.random.default_rng(0)
    A, W, b = rng.normal(size=(2, 5, 6, 3)), rng.normal(size=(2, 2, 3, 4)), rng.normal(size=(1, 1, 1, 4))
    hyper = {"stride": 2, "pad": 1}
    assert np.array_equal(parts.zero_pad(A, 2), oracles.zero_pad(A, 2))
    assert np.allclose(parts.conv_forward(A, W, b, hyper)[0], oracles.conv_forward(A, W, b, hyper)[0])
    args = A[0, :2, :2], W[..., 0], b[..., 0]
    assert np.isclose(parts.conv_single_step(*args), oracles.conv_single_step(*args))
    for mode in ("max", "average"):
        pooled = parts.pool_forward(A, {"f": 2, "stride": 1}, mode)[0]
        assert np.allclose(pooled, oracles.pool_forward(A, {"f": 2, "stride": 1}, mode)[0])


@pytest.mark.parametrize(
    "ask",
    [
        lambda A, W, b: parts.zero_pad(A, 10**6),
        lambda A, W, b: parts.zero_pad(A, -1),
        lambda A, W, b: parts.conv_forward(A, W, b, {"stride": 1, "pad": 10**4}),
        lambda A, W, b: parts.conv_forward(A, W, b, {"stride": 0, "pad": 0}),
        lambda A, W, b: parts.conv_forward(
            np.ones((1, 2**12, 2**12, 0)), np.ones((1, 1, 0, 1)), b[..., :1], {"stride": 1, "pad": 0}
        ),
        lambda A, W, b: parts.conv_forward(A, W[:, :1], b, {"stride": 1, "pad": 0}),
        parts.conv_single_step,
        lambda A, W, b: parts.pool_forward(A, {"f": 2, "stride": 1}, "mean"),
        lambda A, W, b: parts.pool_forward(np.ones((1, 1000, 1000, 1)), {"f": 500, "stride": 1}),
    ],
)
def test_what_is_no_question_or_too_much_work_is_refused(ask):
    with pytest.raises(ValueError, match=r"."):
        ask(np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), np.ones((1, 1, 1, 1)))
