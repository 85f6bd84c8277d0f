"""A course in a folder of its author's: a lesson that counts and one of extra credit, as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE = '''
import numpy as np
from grader.course.authoring import Annotated, Array, Draw, Inputs, Recipe, close, exercise, shape, varies
from grader.course.authoring import strategies as st

def draw(draw: Draw) -> Recipe:
    return {"n": draw(st.integers(2, 6)), "seed": draw(st.integers(0, 999))}

def build(n, seed):
    return {"x": np.random.default_rng(seed).permutation(np.arange(1, n + 1)) / 4}

numbers = Inputs(draw, build, pinned=({"n": 3, "seed": 1},))

@exercise("FACTOR times", points=4, inputs=numbers)
def NAME(x: Array) -> Annotated[Array, "n"]:
    """Return every number FACTOR times as large."""
    raise NotImplementedError

@NAME.prop(points=1, hint="Does the answer lose numbers?")
def length(f, x):
    """There are as many numbers as before, and they differ."""
    answer = f(x)
    shape(answer, x.shape)
    varies(answer)
    close(answer[0], FACTOR * x[0])

@NAME.prop(points=2, hint="Multiply the argument by FACTOR.")
def values(f, x):
    """Every number is FACTOR times as large."""
    close(f(x), FACTOR * x)

@NAME.mistake("The numbers are squared. Multiply them by FACTOR.")
def squares(x):
    return x**2
'''
LESSON = """
from grader.course.authoring import lesson
from . import NAME
LESSON = lesson("TITLE", __name__, [NAME.NAME]EXTRA)
"""
SUITE = """
from grader.course.authoring import suite
from . import lesson1_doubles, lesson2_triples
SUITE = suite("Signals", __name__, [lesson1_doubles.LESSON, lesson2_triples.LESSON])
"""
SOLUTION = """
# %%
def NAME(x):
    ### BEGIN SOLUTION
    return FACTOR * x
    ### END SOLUTION
"""
LESSONS = {
    "lesson1_doubles": {"NAME": "double", "FACTOR": "2", "TITLE": "Doubles", "EXTRA": ""},
    "lesson2_triples": {"NAME": "triple", "FACTOR": "3", "TITLE": "Triples", "EXTRA": ", extra=True"},
}


def write(home: Path) -> Path:
    """Write the course into a folder; return the folder."""
    files = {"signals/__init__.py": SUITE}
    for lesson, words in LESSONS.items():
        files |= {
            f"signals/{lesson}/__init__.py": filled(LESSON, words),
            f"signals/{lesson}/{words['NAME']}.py": filled(EXERCISE, words),
            f"solutions/signals/{lesson}.py": filled(SOLUTION, words),
        }
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    return home


def filled(text: str, words: dict[str, str]) -> str:
    """Put words in the places of a text."""
    for place, word in words.items():
        text = text.replace(place, word)
    return text


def submission(folder, **functions):
    """Write a student's file; return its folder."""
    folder.mkdir()
    text = "\n".join(f"def {name}(x):\n    return {body}\n" for name, body in functions.items())
    (folder / "work.py").write_text(text, "utf-8")
    return folder
