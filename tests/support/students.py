"""Students' functions from text, as ``grader.run`` gets to know them, and stand-ins for their workers."""

import ast
import inspect
import os
from contextlib import contextmanager
from types import SimpleNamespace

from grader.course.forms import AnyForm
from grader.course.model import Exercise
from grader.run import Finding, Student
from grader.sandbox.channel import Meter
from grader.worker import wire
from grader.worker.reading.phrases import sent
from grader.worker.reading.reports import Entry

ANYTHING = Exercise(
    name="f", title="Anything", signature=inspect.Signature(), form=AnyForm(), properties=(), where="here:1"
)
"""An exercise whose function may return what it likes, so that a test sees what crosses the pipe."""


def entry(source, label="lesson.py", first_line=1):
    """All statements of a source, as the worker's reader would slice it."""
    return Entry(label, source, first_line, tuple(range(len(ast.parse(source).body))))


def finding(source):
    return Finding("found", "lesson.py, line 1", slice=sent([entry(source)]))


def student(source, warm, limits, exercise=ANYTHING):
    return Student(exercise, finding(source), warm, limits)


class Counting:
    """A warm process that counts the workers it lends."""

    def __init__(self, warm):
        self.warm, self.count = warm, 0

    def worker(self, limits):
        self.count += 1
        return self.warm.worker(limits)


class Scripted:
    """Stands for a warm process; its workers say what the test makes of each request."""

    def __init__(self, reply):
        self.reply, self.channel = reply, SimpleNamespace(meter=Meter(os.getpid()), printed=b"")

    @contextmanager
    def worker(self, limits):
        yield self

    def exchange(self, request, answer=None, answers=1):
        return self.reply(wire.decode(request.tree, request.body, generators=True))

    def close(self, *, ended=False):
        return None
