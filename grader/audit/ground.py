"""One exercise on trial: its zoo, the mutants of its solution and lazy answers are judged.

They run in workers, as students' functions do. What comes out is plain words and numbers; ``trials``
spreads the work, ``matrix`` makes sense of it.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.audit.matrix import Round, Row, Sheet
from grader.audit.zoo import bred, lazy, pen
from grader.course.cases import CASES, Kept
from grader.course.differences import difference
from grader.course.drawing import draw
from grader.course.load import available, folder, load
from grader.course.trees import copied, leaves, mapped
from grader.discover import discover
from grader.errors import CallError, SuiteError, UsageError
from grader.judging.diagnose import diagnose
from grader.judging.judge import Contract, judge
from grader.run import Student, read
from grader.sandbox import Limits, WarmProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from grader.audit.zoo import Animal, Pen
    from grader.course.model import Exercise, Inputs, Recipe
    from grader.judging.grades import Verdict
    from grader.run import Reading

__all__ = ["Field", "Ground", "ground", "populated"]

MUTANT_SECONDS = 1.0  # of CPU, for one call: many mutants loop for ever
OTHER_SEEDS = (1001, 1002)  # of the cases on which a mutant that survives is compared with the reference


@dataclass(frozen=True, slots=True)
class Field:
    """Where the trials are held: a course, its solutions, its zoo, and how many cases are drawn."""

    suite: str
    solutions: Path
    zoo: Path
    count: int = CASES


def populated(field: Field) -> bool:
    """Tell whether the zoo holds an animal of any exercise; lessons that are no course have none."""
    return field.suite in available() and any(
        pen(field.zoo, exercise.name).animals for exercise in load(field.suite).exercises
    )


class _Drawn(Kept):
    """Cases as a course keeps them, but as many as one likes."""

    def __init__(self, suite: str, count: int) -> None:
        super().__init__(folder(suite) / "cases")
        self._count = count

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:
        if self._count == CASES:
            return super()._recipes(inputs, seed)
        return draw(inputs, seed, self._count)


class _Pinned(Kept):
    """The pinned cases alone."""

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:  # noqa: ARG002 - whatever the seed
        return list(inputs.pinned)


@contextmanager
def ground(field: Field, name: str) -> Iterator[Ground]:
    """Lend one exercise's animals, and workers for them.

    Raises:
        SuiteError: the solutions lack the function, or a file of the zoo is no such file.
        UsageError: the folder of the solutions is not one submission.
    """
    suite = load(field.suite)
    exercise = next(each for each in suite.exercises if each.name == name)
    submissions = discover([field.solutions], suite.name)
    if len(submissions) != 1:
        raise UsageError(f"{field.solutions} holds {len(submissions)} submissions; it must be one.")
    with WarmProcess() as warm:
        reading = read(submissions[0], [name], warm, Limits())
        if reading.functions[name].status != "found":
            raise SuiteError(f"the solutions lack {name}.", where=str(field.solutions))
        yield Ground(field, exercise, pen(field.zoo, name), reading, warm)


@dataclass(frozen=True, slots=True)
class Ground:
    """One exercise's animals, and workers to run them."""

    field: Field
    exercise: Exercise
    pen: Pen
    reading: Reading
    warm: WarmProcess

    def sheet(self, seed: int, *, pins: bool) -> Sheet:
        """Judge everybody in whole; with ``pins``, find out whom the pinned cases catch alone."""
        kept = _Drawn(self.field.suite, self.field.count)
        rows, equivalent, right_too = [], [], {}
        for animal in (*self.pen.animals, *bred(self.exercise.name, self._reference)):
            row = self._row(animal, kept, seed)
            reason = self.pen.right_too.get(animal.name.rpartition(" (")[0])
            if animal.kind == "mutant" and not row.breaks and reason is not None:
                right_too[animal.name] = reason
            elif animal.kind == "mutant" and not row.breaks and self._like_the_reference(animal):
                equivalent.append(animal.name)
            else:
                rows.append(row)
        with self._student(self._reference) as reference:
            for name, function in lazy(reference, arrays=self._arrays(kept, seed)):
                rows.append(self._judged("lazy", name, function, kept, seed))
        return Sheet(
            self.exercise.name,
            tuple((prop.name, prop.points) for prop in self.exercise.properties),
            tuple(rows),
            tuple(equivalent),
            right_too,
            tuple(self._caught_by_pins(rows)) if pins else (),
            self.pen.caught_by,
            self.pen.redundant,
            tuple(mistake.name for mistake in self.exercise.mistakes),
            self.pen.named,
        )

    def key(self, seed: int) -> str:
        """Name what is asked: two seeds with the same name ask the same."""
        kept = _Drawn(self.field.suite, self.field.count)
        random = {"rng"} - self.exercise.signature.parameters.keys()
        if any(random & inspect.signature(prop.check).parameters.keys() for prop in self.exercise.properties):
            return str(seed)
        inputs = {prop.inputs.key: prop.inputs for prop in self.exercise.properties}.values()
        return json.dumps([[case.recipe for case in kept.cases(each, seed)] for each in inputs])

    def round(self, seed: int, done: Iterable[str], *, wheats: bool) -> Round:
        """Judge the wrong ones that are not ``done`` up to their first broken promise, and the wheats."""
        kept = _Drawn(self.field.suite, self.field.count)
        animals = [*self.pen.animals, *bred(self.exercise.name, self._reference)]
        survivors, injured = [], []
        for animal in animals:
            if animal.kind == "wheat" and wheats and self._row(animal, kept, seed).breaks:
                injured.append(animal.name)
            if animal.kind != "wheat" and animal.name not in done and self._survives(animal, kept, seed):
                survivors.append(animal.name)
        return Round(self.exercise.name, seed, self.field.count, tuple(survivors), tuple(injured))

    @property
    def _reference(self) -> Any:
        return self.reading.functions[self.exercise.name]

    def _student(self, finding: Any) -> Student:
        return Student(self.exercise, finding, self.warm, Limits(cpu_seconds=MUTANT_SECONDS))

    def _row(self, animal: Animal, kept: Kept, seed: int) -> Row:
        with self._student(animal.finding) as student:
            return self._judged(animal.kind, animal.name, student, kept, seed)

    def _judged(self, kind: str, name: str, function: Callable[..., Any], kept: Kept, seed: int) -> Row:
        verdicts = self._verdicts(self.exercise, name, function, kept, seed)
        broken = [verdict.prop for verdict in verdicts if verdict.status != "passed"]
        # What a mutant's mistake should be called nobody has said, so it is not asked.
        asked = kind in {"wheat", "chaff"}
        found = diagnose(self.exercise, function, verdicts, kept, seed) if asked else None
        return Row(
            kind,
            name,
            tuple(prop.name for prop in broken),
            sum(prop.points for prop in broken),
            named=found.mistake if found and found.certain else "",
            looks_like=found.mistake if found and not found.certain else "",
        )

    def _verdicts(
        self, exercise: Exercise, name: str, function: Callable[..., Any], kept: Kept, seed: int
    ) -> tuple[Verdict, ...]:
        verdicts = judge(exercise, function, kept, seed, shrinking=False)
        for verdict in verdicts:
            if verdict.status == "ungraded" and verdict.feedback:
                raise SuiteError(f"{verdict.feedback.message} It was given {name}.", where=verdict.prop.where)
        return verdicts

    def _breaks(
        self, exercise: Exercise, name: str, function: Callable[..., Any], kept: Kept, seed: int
    ) -> bool:
        verdicts = self._verdicts(exercise, name, function, kept, seed)
        return any(verdict.status != "passed" for verdict in verdicts)

    def _survives(self, animal: Animal, kept: Kept, seed: int) -> bool:
        """Tell whether it keeps every promise; those that are said to catch it are asked first."""
        first = self.pen.caught_by.get(animal.name, frozenset())
        properties = sorted(self.exercise.properties, key=lambda prop: prop.name not in first)
        with self._student(animal.finding) as student:
            return not any(
                self._breaks(
                    dataclasses.replace(self.exercise, properties=(prop,)), animal.name, student, kept, seed
                )
                for prop in properties
            )

    def _caught_by_pins(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield the wrong animals that any seed and any number of cases catches.

        A pinned case is always asked, and a property that draws no random numbers always finds the same. What
        keeps something between calls may get another answer next time: it is not counted.
        """
        fixed = tuple(
            prop
            for prop in self.exercise.properties
            if not prop.contract and "rng" not in inspect.signature(prop.check).parameters
        )
        exercise = dataclasses.replace(self.exercise, properties=fixed)
        all_of_them = len(self.exercise.properties)
        wrong = {
            row.name
            for row in rows
            if "same_answer_twice" not in row.breaks or len(row.breaks) == all_of_them
        }
        for animal in (*self.pen.animals, *bred(self.exercise.name, self._reference)):
            if animal.kind != "wheat" and animal.name in wrong:
                with self._student(animal.finding) as student:
                    if self._breaks(exercise, animal.name, student, _Pinned(), 0):
                        yield animal.name

    def _like_the_reference(self, animal: Animal) -> bool:
        """Compare answers to cases of other seeds: as drawn, with other numbers, without defaults."""
        with self._student(animal.finding) as mutant, self._student(self._reference) as reference:
            contracts = Contract(self.exercise, mutant), Contract(self.exercise, reference)
            return all(_alike(*contracts, arguments) for arguments in self._questions())

    def _questions(self) -> Iterator[tuple[Any, ...]]:
        kept, noise = _Drawn(self.field.suite, self.field.count), np.random.default_rng(0)
        required = [p for p in self.exercise.signature.parameters.values() if p.default is p.empty]
        for inputs in {prop.inputs.key: prop.inputs for prop in self.exercise.properties}.values():
            for case in (case for seed in OTHER_SEEDS for case in kept.cases(inputs, seed)):
                arguments = tuple(case.arguments.values())
                yield arguments
                yield arguments[: len(required)]
                yield mapped(arguments, lambda a: noise.normal(size=a.shape) if a.dtype.kind == "f" else a)

    def _arrays(self, kept: Kept, seed: int) -> bool:
        case = kept.cases(self.exercise.properties[0].inputs, seed)[0]
        return any(leaf.ndim for leaf in leaves(case.arguments))


def _alike(one: Contract, other: Contract, arguments: Sequence[Any]) -> bool:
    answers = []
    for function in (one, other):
        try:
            answers.append(function.judged(function(*copied(arguments))))
        except CallError:
            answers.append(None)
    # Other roundings are alike: a thousand times eps, of the largest number.
    largest = max((float(np.abs(leaf).max(initial=0)) for leaf in leaves(answers[1])), default=0.0)
    return difference(answers[1], answers[0], "", 1e-12 * (1 + largest)) is None
