"""One exercise is audited: its wheats and chaffs, the mutants of its solution and trivial answers are judged.

They run in workers, as students' functions do. What comes out is plain words and numbers; ``parallel``
spreads the work, ``matrix`` makes sense of it.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grader.audit.implementations import collection, mutants_of
from grader.audit.likeness import KeptWithOthers, alike, right
from grader.audit.matrix import Mutants, Round, Row, Sheet
from grader.audit.trivial import trivial
from grader.course.cases import Kept
from grader.course.load import load
from grader.course.trees import leaves
from grader.discover import discover_one
from grader.errors import SuiteError
from grader.judging.checked import CheckedFunction
from grader.judging.diagnose import diagnose
from grader.judging.judge import judge
from grader.run import Student, read
from grader.sandbox import Limits, WarmProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from grader.audit.implementations import Collection, Implementation
    from grader.course.model import Exercise, Inputs, Recipe
    from grader.judging.grades import Verdict
    from grader.run import Reading

__all__ = ["ExerciseAudit", "Setup", "exercise_audit", "has_implementations"]

MUTANT_SECONDS = 1.0  # of CPU, for one call: many mutants loop for ever


@dataclass(frozen=True, slots=True)
class Setup:
    """What is judged: plain words and paths, as it travels to other processes.

    Attributes:
        course: as ``load`` takes it.
        solutions: the folder of its lessons.
        implementations: the folder of its wheats and chaffs.
    """

    course: str
    solutions: Path
    implementations: Path


def has_implementations(setup: Setup) -> bool:
    """Tell whether there is a wheat or a chaff of any exercise."""
    names = [exercise.name for exercise in load(setup.course).suite.exercises]
    return any(collection(setup.implementations, name).implementations for name in names)


class _Pinned(Kept):
    """The pinned cases alone."""

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:  # noqa: ARG002 - whatever the seed
        return list(inputs.pinned)


@contextmanager
def exercise_audit(setup: Setup, name: str) -> Iterator[ExerciseAudit]:
    """Lend one exercise's implementations, and workers for them.

    Raises:
        SuiteError: the solutions lack the function, or a file of wheats or chaffs is no such file.
        UsageError: the folder of the solutions is not one submission.
    """
    suite = load(setup.course).suite
    exercise = next(each for each in suite.exercises if each.name == name)
    solutions = discover_one(setup.solutions, suite.name)
    with WarmProcess() as warm:
        reading = read(solutions, [name, *exercise.needs], warm, Limits())
        for wanted, finding in reading.functions.items():
            if finding.status != "found":
                said = f" {finding.message}" if finding.message else ""
                raise SuiteError(f"the solutions do not define {wanted}.{said}", where=str(setup.solutions))
        implementations = collection(setup.implementations, name)
        yield ExerciseAudit(
            setup, exercise, implementations, reading, warm, KeptWithOthers(load(setup.course).cases)
        )


@dataclass(frozen=True, slots=True)
class ExerciseAudit:
    """One exercise's implementations, and workers to run them; its cases are drawn once for all of them."""

    setup: Setup
    exercise: Exercise
    collection: Collection
    reading: Reading
    warm: WarmProcess
    kept: Kept

    def sheet(self, seed: int, *, pins: bool) -> Sheet:
        """Judge all of them in whole; with ``pins``, find out which the pinned cases catch alone."""
        rows, equivalent, right_too = [], [], {}
        for each in self._implementations():
            row = self._row(each, seed)
            reason = self.collection.right_too.get(_change(each.name))
            survives = each.kind == "mutant" and not row.breaks
            if survives and reason is not None:
                right_too[each.name] = reason
            elif survives and self._like_the_reference(each):
                equivalent.append(each.name)
            else:
                rows.append(row)
        with self._student(self._reference) as reference:
            for name, function in trivial(reference, random=self._takes_arrays(seed)):
                rows.append(self._judged("trivial", name, function, seed))
        return Sheet(
            self.exercise.name,
            tuple((prop.name, prop.points) for prop in self.exercise.properties),
            tuple(rows),
            tuple(equivalent),
            right_too,
            tuple(self._caught_by_pins(rows)) if pins else (),
            self.collection.caught_by,
            self.collection.redundant,
            tuple(mistake.name for mistake in self.exercise.mistakes),
            self.collection.named,
            tuple(sorted(self.collection.right_too.keys() - {*map(_change, right_too)})),
            self.exercise.definition.name if self.exercise.definition else "",
        )

    def key(self, seed: int) -> str:
        """Name what is asked: two seeds with the same name ask the same."""
        random = {"rng"} - self.exercise.signature.parameters.keys()
        if any(random & inspect.signature(prop.check).parameters.keys() for prop in self.exercise.properties):
            return str(seed)
        inputs = self.exercise.inputs
        return json.dumps([[case.recipe for case in self.kept.cases(each, seed)] for each in inputs])

    def round(self, seed: int, done: Iterable[str], *, wheats: bool) -> Round:
        """Judge the wrong ones that are not ``done`` up to their first broken promise, and the wheats."""
        survivors, rejected = [], []
        for each in self._implementations():
            if each.kind == "wheat" and wheats and self._row(each, seed).breaks:
                rejected.append(each.name)
            if each.kind != "wheat" and each.name not in done and self._survives(each, seed):
                survivors.append(each.name)
        return Round(self.exercise.name, seed, tuple(survivors), tuple(rejected))

    def mutants(self, seed: int) -> Mutants:
        """Judge the mutants of all right implementations up to the first broken promise."""
        count, equivalent, survivors = 0, 0, []
        for wheat in (each for each in self._implementations() if each.kind == "wheat"):
            for mutant in mutants_of(wheat.name, wheat.finding):
                count += 1
                if not self._survives(mutant, seed):
                    continue
                if self._right(mutant):
                    equivalent += 1
                else:
                    survivors.append(f"{wheat.name}: {mutant.name}")
        return Mutants(self.exercise.name, count, equivalent, tuple(survivors))

    def _implementations(self) -> Iterator[Implementation]:
        # They may call what the exercise needs, as a student's function may: that of the solutions.
        needed = [entry for name in self.exercise.needs for entry in self.reading.functions[name].slice]
        for each in self.collection.implementations:
            finding = dataclasses.replace(each.finding, slice=[*needed, *each.finding.slice])
            yield dataclasses.replace(each, finding=finding)
        yield from mutants_of(self.exercise.name, self._reference)

    @property
    def _reference(self) -> Any:
        return self.reading.functions[self.exercise.name]

    def _student(self, finding: Any, *, right: bool = False) -> Student:
        limits = Limits() if right else Limits(cpu_seconds=MUTANT_SECONDS)
        return Student(self.exercise, finding, self.warm, limits)

    def _row(self, implementation: Implementation, seed: int) -> Row:
        with self._student(implementation.finding, right=implementation.kind == "wheat") as student:
            return self._judged(implementation.kind, implementation.name, student, seed)

    def _judged(self, kind: str, name: str, function: Callable[..., Any], seed: int) -> Row:
        verdicts = self._verdicts(self.exercise, name, function, self.kept, seed)
        broken = [verdict.prop for verdict in verdicts if verdict.status != "passed"]
        reasons = [verdict.feedback.message for verdict in verdicts if verdict.feedback]
        # What a mutant's mistake should be called nobody has said, so it is not asked.
        asked = kind in {"wheat", "chaff"}
        found, faults = diagnose(self.exercise, function, verdicts, self.kept, seed) if asked else (None, ())
        if faults:
            raise SuiteError(f"{faults[0]} This was while judging {name}.")
        return Row(
            kind,
            name,
            tuple(prop.name for prop in broken),
            sum(prop.points for prop in broken),
            named=found.mistake if found and found.certain else "",
            looks_like=found.mistake if found and not found.certain else "",
            reason=reasons[0] if reasons else "",
        )

    def _verdicts(
        self, exercise: Exercise, name: str, function: Callable[..., Any], kept: Kept, seed: int
    ) -> tuple[Verdict, ...]:
        verdicts = judge(exercise, function, kept, seed, shrinking=False)
        for verdict in verdicts:
            if verdict.status == "ungraded" and verdict.feedback:
                said = f"{verdict.feedback.message} This was while judging {name}."
                raise SuiteError(said, where=verdict.prop.where)
        return verdicts

    def _breaks(
        self, exercise: Exercise, name: str, function: Callable[..., Any], kept: Kept, seed: int
    ) -> bool:
        verdicts = self._verdicts(exercise, name, function, kept, seed)
        return any(verdict.status != "passed" for verdict in verdicts)

    def _survives(self, each: Implementation, seed: int) -> bool:
        """Tell whether it keeps every promise; those that are said to catch it are asked first."""
        first = self.collection.caught_by.get(each.name, frozenset())
        properties = sorted(self.exercise.properties, key=lambda prop: prop.name not in first)
        with self._student(each.finding) as student:
            exercises = (dataclasses.replace(self.exercise, properties=(prop,)) for prop in properties)
            return not any(self._breaks(one, each.name, student, self.kept, seed) for one in exercises)

    def _caught_by_pins(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield the wrong ones that any seed and any number of cases catches.

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
        for each in self._implementations():
            if each.kind != "wheat" and each.name in wrong:
                with self._student(each.finding) as student:
                    if self._breaks(exercise, each.name, student, _Pinned(), 0):
                        yield each.name

    def _right(self, implementation: Implementation) -> bool:
        """Say whether a mutant of a wheat is right elsewhere, too; its roundings may be its own."""
        with self._student(implementation.finding) as mutant:
            is_right = right(self.exercise, self.kept, CheckedFunction(self.exercise, mutant))
        return self._like_the_reference(implementation) if is_right is None else is_right

    def _like_the_reference(self, implementation: Implementation) -> bool:
        with self._student(implementation.finding) as mutant, self._student(self._reference) as reference:
            functions = CheckedFunction(self.exercise, mutant), CheckedFunction(self.exercise, reference)
            return alike(self.exercise, self.kept, *functions)

    def _takes_arrays(self, seed: int) -> bool:
        case = self.kept.cases(self.exercise.properties[0].inputs, seed)[0]
        return any(leaf.ndim for leaf in leaves(case.arguments))


def _change(mutant: str) -> str:
    """Return what a mutant changes, without where."""
    return mutant.rpartition(" (")[0]
