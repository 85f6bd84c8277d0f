"""Drawing cases by Hypothesis, and looking for a smaller one that fails.

Same inputs and seed, same recipes: the draws use an explicit seed (``derandomize`` would hash the
test's source), fixed settings whatever profile the environment loads, and no database.
"""

from __future__ import annotations

import json
import time
from threading import Lock
from typing import TYPE_CHECKING, Any

from grader.course.arguments import MOST, too_many, unfit
from grader.course.arguments import REMEDY as ARGUMENTS
from grader.course.blame import blaming, place_of
from grader.course.model import Case
from grader.course.recipes import REMEDY, shown, unkept
from grader.course.trees import fresh, frozen, size
from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

    from grader.course.model import Arguments, Inputs, Recipe

__all__ = ["CASES", "built", "draw", "shrink"]

CASES = 25  # drawn for one Inputs besides its pinned ones; see docs/design.md for the measurement
SHRINKS = 300  # recipes tried at most while shrinking
SHRINK_SECONDS = 3.0  # after which the kept case is shown


def draw(inputs: Inputs, seed: int, count: int = CASES) -> list[Recipe]:
    """Draw distinct recipes, smallest first; the pinned ones are among them.

    Raises:
        SuiteError: the strategy or the builder fails.
    """
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 - 140 ms, seldom needed
    from hypothesis import seed as seeded  # noqa: PLC0415

    drawn: list[Recipe] = []

    @seeded(seed)
    @settings(
        max_examples=4 * count,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(_recipes(inputs))
    def collect(recipe: Recipe) -> None:
        _check(inputs, recipe)
        if recipe not in drawn and len(drawn) < count:
            drawn.append(recipe)

    remedy = "Run it by itself with Hypothesis' .example() to see which draw does it."
    with blaming(f"the strategy {inputs.draw.__name__}", inputs.draw, remedy):
        with _no_borrowed_constants:
            collect()
        recipes = [*inputs.pinned, *(recipe for recipe in drawn if recipe not in inputs.pinned)]
        recipes = json.loads(json.dumps(recipes))  # as they will be when they were kept
    return sorted(recipes, key=lambda recipe: size(built(inputs, recipe)))


def built(inputs: Inputs, recipe: Recipe) -> Arguments:
    """Return the arguments that a recipe builds, as arrays that no check can change by accident.

    Raises:
        SuiteError: the builder fails, or builds no arguments.
    """
    name = inputs.build.__name__
    whose = "the pinned recipe " if recipe in inputs.pinned else ""
    with blaming(f"{name}, which builds the arguments of {whose}{shown(recipe)},", inputs.build):
        arguments = inputs.build(**fresh(recipe))
    if not isinstance(arguments, dict):
        raise SuiteError(
            f"{name} returns {type(arguments).__name__}.",
            where=place_of(inputs.build),
            remedy="Return the arguments as a dict, by name and in the order of the stub.",
        )
    where = place_of(inputs.build)
    if found := unfit(arguments, ""):
        message = f"{name} returns what no function of a student can get: {found}."
        raise SuiteError(message, where=where, remedy=ARGUMENTS)
    if count := too_many(arguments):
        message = f"{name} returns {count} numbers, which is too much for one call."
        raise SuiteError(message, where=where, remedy=f"Draw smaller sizes: {MOST} numbers at most.")
    return frozen(arguments)


def _check(inputs: Inputs, recipe: object) -> None:
    if wrong := unkept(recipe):
        found = f"the recipe that {inputs.draw.__name__} returns {wrong}."
        raise SuiteError(found, where=place_of(inputs.draw), remedy=REMEDY)


class _NoBorrowedConstants:
    """Keeps Hypothesis from drawing numbers that it read in the source of imported modules.

    It does so, since 6.131, for modules outside site-packages: a checkout and an installed grader would draw
    other cases from the same seed. There is no setting for it, and versions without it have nothing to patch.

    Threads share the patch: the first one to enter makes it, the last one to leave takes it away.
    """

    def __init__(self) -> None:
        self._lock, self._inside = Lock(), 0
        self._original: Any = None

    def __enter__(self) -> None:
        provider = self._provider()
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._original = getattr(provider, "_maybe_draw_constant", None)
                if self._original is not None:
                    provider._maybe_draw_constant = lambda *_, **__: None  # noqa: SLF001

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._original is not None:
                self._provider()._maybe_draw_constant = self._original  # noqa: SLF001

    @staticmethod
    def _provider() -> Any:
        from hypothesis.internal.conjecture import providers  # noqa: PLC0415

        return getattr(providers, "HypothesisProvider", None)


_no_borrowed_constants = _NoBorrowedConstants()


def shrink(
    inputs: Inputs, found: Case, fails: Callable[[Case], bool], clock: Callable[[], float] = time.process_time
) -> Case:
    """Look for a smaller case that fails too.

    Tries at most ``SHRINKS`` recipes. After ``SHRINK_SECONDS``, it returns the case that was found: a slow
    machine may show a larger counterexample than a fast one.

    Args:
        inputs: where the case came from.
        found: a failing case.
        fails: whether the property fails for a case in the same way; anything it raises ends the search.
        clock: the seconds that count: best those of the function, or another one's work would decide.
    """
    from hypothesis import HealthCheck, Phase, find, settings  # noqa: PLC0415 - only after a failure
    from hypothesis.errors import NoSuchExample, Unsatisfiable  # noqa: PLC0415

    best, until = found, clock() + SHRINK_SECONDS
    known: dict[str, bool] = {}

    def smaller(recipe: Recipe) -> bool:
        nonlocal best
        key = json.dumps(recipe, sort_keys=True)
        if key not in known:
            late = clock() > until
            if late or len(known) >= SHRINKS:
                raise _Enough(late)
            try:
                case = Case(found.number, recipe, built(inputs, recipe))
            except SuiteError:  # a case that cannot be built shows nothing; the kept ones could
                known[key] = False
                return False
            known[key] = fails(case)
            if known[key] and size(case.arguments) < size(best.arguments):
                best = case
        return known[key]

    options = settings(
        max_examples=SHRINKS,
        phases=(Phase.generate, Phase.shrink),  # Phase.explain costs seconds and its result is not shown
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        with _no_borrowed_constants:
            find(_recipes(inputs, patient=True), smaller, settings=options, random=_random())
    except _Enough as enough:
        return found if enough.late else best
    except (NoSuchExample, Unsatisfiable):
        return found
    return best


def _recipes(inputs: Inputs, *, patient: bool = False) -> SearchStrategy[Recipe]:
    """Return the author's draw function as a strategy; it may have nothing to draw, and return one recipe.

    Args:
        inputs: whose draw function.
        patient: leave out what the function fails to draw. There are cases already, or it would be told.
    """
    from hypothesis import reject  # noqa: PLC0415
    from hypothesis.errors import UnsatisfiedAssumption  # noqa: PLC0415
    from hypothesis.strategies import composite  # noqa: PLC0415

    @composite
    def recipes(draw: DrawFn) -> Recipe:
        try:
            recipe = inputs.draw(draw)
        except UnsatisfiedAssumption:
            raise
        except (Exception, SystemExit):
            if patient:
                reject()
            raise
        if patient and unkept(recipe):
            reject()
        return recipe

    return recipes()


class _Enough(BaseException):
    """Leaves Hypothesis at once, as only what is no Exception does."""

    def __init__(self, late: bool) -> None:
        self.late = late


def _random() -> Any:
    import random  # noqa: PLC0415 - beside Hypothesis, which has loaded it

    return random.Random(0)  # noqa: S311 - a search order, not a secret
