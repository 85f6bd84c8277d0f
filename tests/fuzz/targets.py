"""What must hold whatever the bytes are: each target takes bytes, and raises only where the code is wrong."""

from pathlib import Path

import numpy as np
from support.toy import TOY

from grader.batch.journal import _Frames
from grader.batch.records import grade_of
from grader.course.cases import Kept
from grader.course.load import load
from grader.course.trees import frozen
from grader.errors import CallError, WireError
from grader.judging.judge import judge
from grader.report.values import jsonable
from grader.run.parts import Parts
from grader.run.reading import _reading
from grader.run.replies import value_of
from grader.sandbox.channel import _Reply
from grader.suites.cnn import SUITE
from grader.worker import wire
from grader.worker.reading.phrases import sent
from grader.worker.reading.slicing import survey

EXERCISES = (*TOY.exercises, *SUITE.exercises)
WANTED = ["zero_pad", "conv_forward"]
MAX_BODY = 2**20


class Few(Kept):
    """A few cases of each kind: it is the answers that are odd here, not the questions."""

    def cases(self, inputs, seed, *, instead=False):
        return super().cases(inputs, seed, instead=instead)[:4]


CASES = Few(load().cases)


def message(data: bytes) -> None:
    """A worker's reply: it is a value or a fault of the worker's, for every exercise and every use of it."""
    reply = _Reply(1, MAX_BODY)
    try:
        for start in range(0, len(data), 4096):
            reply.feed(data[start : start + 4096])
        if not reply.complete:
            return
        value = reply.value()
    except WireError:
        return
    if isinstance(value, dict) and "ask" in value:
        wire.decode(*_two(Parts(SUITE.exercises, MAX_BODY)(value)))
        return
    try:
        answer = frozen(value_of(value))
    except (CallError, WireError):
        return
    _answered(answer)
    try:
        _reading(answer, WANTED)
    except WireError:
        return


def _answered(answer) -> None:
    """Judge a function that always gives this answer: every fault is its own, none is ours."""
    jsonable(answer)
    for exercise in EXERCISES:
        try:
            exercise.form.conform(answer, "The answer")
        except CallError:
            continue
        for verdict in judge(exercise, lambda *args, **kwargs: answer, CASES, 0, shrinking=False):
            if verdict.status == "ungraded":
                raise AssertionError(verdict.feedback.message)


def notebook(data: bytes) -> None:
    """A student's file: the reader says what it holds, and that can be sent."""
    for name in ("lesson.ipynb", "lesson.py"):
        wire.encode(sent(survey([(name, data)], WANTED)))


def journal(data: bytes) -> None:
    """A journal on disk: grades up to the first damaged one."""
    exercises = {exercise.name: exercise for exercise in TOY.exercises}
    for record in _Frames(data):
        grade_of(record, exercises)


TARGETS = {target.__name__: target for target in (message, notebook, journal)}


def corpus(target: str) -> list[bytes]:
    """Real bytes to start from."""
    if target == "notebook":
        lessons = Path(__file__).parents[2] / "assignments" / "cnn"
        return [path.read_bytes() for path in sorted(lessons.glob("*.ipynb"))] + [
            b"import numpy as np\n%matplotlib inline\n\ndef zero_pad(X, pad):\n    return np.pad(X, pad)\n",
            b"# %%\nPAD = 2\n# %% [markdown]\n# text\n# %%\ndef zero_pad(X, pad=PAD):\n    print 'x'\n",
        ]
    values = [
        {"value": np.arange(12.0).reshape(1, 2, 2, 3)},
        {"value": (np.ones((2, 3, 3, 2)), wire.Opaque("a dict"))},
        {"value": (np.zeros((1, 2, 2, 1)), np.zeros((2, 2, 1, 1)), np.zeros((1, 1, 1, 1)))},
        {"value": [("INPUT", (28, 28, 1), 784, 0), ("CONV", (28, 28, 6), 4704, 156)]},
        {"value": {"W1": np.zeros((5, 5, 1, 6)), "b1": np.zeros((1, 1, 1, 6))}},
        {"value": 1.5},
        {"value": np.float32(2)},
        {"error": {"kind": "raised", "type": "ValueError", "message": "no", "where": "lesson.py, line 3"}},
        {"ask": "zero_pad", "args": [np.ones((1, 2, 2, 1)), 1], "kwargs": {}},
        {"ask": "conv_forward", "args": [], "kwargs": {"A_prev": 1}},
        {"value": sent(survey([("lesson.py", b"def zero_pad(X, pad):\n    return X\n")], WANTED))},
    ]
    return [wire.encode(value).frame(1) for value in values]


def _two(parts: wire.Parts) -> tuple[bytes, bytes]:
    return parts.tree, parts.body
