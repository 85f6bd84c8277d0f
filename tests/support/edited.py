"""A small course, written twice: as it was, and with one edit."""

import importlib
import sys
from contextlib import contextmanager
from itertools import count

from grader.course.digests import digest

HEAD = """
import functools, enum, dataclasses, collections, operator, re, sys
import numpy as np
from grader.course.authoring import Inputs, equal, exercise
from grader.course.authoring import strategies as st

def build(n=1):
    return {"x": np.zeros(n)}
"""
FOLDERS = count()


def files(text):
    """The files of a course; what stands before the first ``# file:`` is cases.py."""
    cases, *others = text.split("# file: ")
    found = {"__init__.py": "", "cases.py": HEAD + cases}
    return found | {name: rest for name, _, rest in (other.partition("\n") for other in others)}


def written(home, text):
    package = home / f"version{next(FOLDERS)}" / "edited"
    for name, content in files(text).items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return package.parent


@contextmanager
def imported(folder):
    """The module with the cases, imported anew."""
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module("edited.cases")
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == "edited"]:
            del sys.modules[name]


def digested(home, text):
    """The digest of ``INPUTS``, or of Inputs(draw, build)."""
    with imported(written(home, text)) as cases:
        inputs = getattr(cases, "INPUTS", None) or cases.Inputs(cases.draw, cases.build)
        found = digest(inputs)
        assert digest(inputs) == found
    return found


def is_stale(home, text, old, new):
    """Whether cases that were kept before the edit are out of date after it."""
    assert text.count(old) == 1, text.count(old)
    return digested(home, text) != digested(home, text.replace(old, new))
