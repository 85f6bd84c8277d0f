"""A course is audited by several processes: what goes in and comes out are plain words and numbers."""

from __future__ import annotations

import dataclasses
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from grader.audit.exercise import Setup, exercise_audit
from grader.course.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.audit.matrix import Mutants, Round, Sheet

__all__ = ["Setup", "mutants", "rounds", "sheets"]

CHUNK = 10  # seeds that a process judges at a time


def sheets(setup: Setup, seed: int, jobs: int, *, pins: bool = True) -> list[Sheet]:
    """Judge every implementation of every exercise in whole.

    Args:
        setup: what is judged.
        seed: which cases.
        jobs: processes.
        pins: find out, too, which ones the pinned cases catch alone: it spares ``rounds`` most of its work.

    Raises:
        SuiteError: a property could not be judged, or the solutions lack a function.
    """
    names = [exercise.name for exercise in load(setup.course).suite.exercises]
    return list(_spread(_sheet, [(setup, name, seed, pins) for name in names], jobs))


def rounds(
    setup: Setup, known: Sequence[Sheet], seeds: Sequence[int], jobs: int, *, wheats: bool = True
) -> Iterator[Round]:
    """Judge every implementation on more seeds, each wrong one up to the first promise that it breaks.

    Args:
        setup: what is judged.
        known: which mutants are set aside.
        seeds: which cases.
        jobs: processes.
        wheats: judge the right ones too; otherwise only the wrong ones.
    """
    chunks = [seeds[i : i + CHUNK] for i in range(0, len(seeds), CHUNK)]
    tasks = [(setup, sheet, chunk, wheats) for chunk in chunks for sheet in known]
    for found in _spread(_rounds, tasks, jobs):
        yield from found


def mutants(setup: Setup, seed: int, jobs: int) -> Iterator[Mutants]:
    """Judge the mutants of all right implementations, exercise by exercise.

    Args:
        setup: what is judged.
        seed: which cases.
        jobs: processes.

    Raises:
        SuiteError: a property could not be judged, or the solutions lack a function.
    """
    names = [exercise.name for exercise in load(setup.course).suite.exercises]
    yield from _spread(_mutants, [(setup, name, seed) for name in names], jobs)


def _spread(work: Callable[..., Any], tasks: Sequence[tuple[Any, ...]], jobs: int) -> Iterator[Any]:
    """Do the tasks in several processes: what goes in and comes out are words and numbers of ours."""
    # With -E, Python would not read the variable that _safely sets, and has no other way to be told.
    deaf = sys.flags.ignore_environment and not sys.flags.safe_path
    if jobs <= 1 or deaf:
        yield from (work(*task) for task in tasks)
        return
    with ExitStack() as until:
        with _safely():  # all are started here: a helper first, the others as the tasks are handed over
            processes = until.enter_context(ProcessPoolExecutor(jobs, mp_context=get_context("spawn")))
            found = processes.map(work, *zip(*tasks, strict=True))
        yield from found


@contextmanager
def _safely() -> Iterator[None]:
    """Have the processes that are started look for no module in the working folder.

    They begin as ``python -c "from multiprocessing..."``, which looks there first.
    """
    name, before = "PYTHONSAFEPATH", os.environ.get("PYTHONSAFEPATH")
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _sheet(setup: Setup, name: str, seed: int, pins: bool) -> Sheet:
    with exercise_audit(setup, name) as here:
        return here.sheet(seed, pins=pins)


def _mutants(setup: Setup, name: str, seed: int) -> Mutants:
    with exercise_audit(setup, name) as here:
        return here.mutants(seed)


def _rounds(setup: Setup, sheet: Sheet, seeds: Sequence[int], wheats: bool) -> list[Round]:
    with exercise_audit(setup, sheet.exercise) as here:
        done = {*sheet.equivalent, *sheet.right_too, *sheet.pinned}
        known: dict[str, Round] = {}
        found = []
        for seed in seeds:
            # Where a strategy has a handful of recipes, all seeds have the same cases.
            key = here.key(seed)
            known[key] = known.get(key) or here.round(seed, done, wheats=wheats)
            found.append(dataclasses.replace(known[key], seed=seed))
        return found
