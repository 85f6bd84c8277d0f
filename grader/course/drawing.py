"""Drawing cases by Hypothesis.

Same inputs and seed, same recipes: the draws use an explicit seed (``derandomize`` would hash the
test's source), fixed settings whatever profile the environment loads, and no database.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Any

from grader.course.arguments import MOST, too_many, unfit
from grader.course.arguments import REMEDY as ARGUMENTS
from grader.course.blame import blaming, place_of
from grader.course.recipes import REMEDY, shown, unkept
from grader.course.trees import fresh, frozen, size
from grader.errors import SuiteError

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from grader.course.model import Arguments, Inputs, Recipe

__all__ = ["CASES", "built", "draw", "no_borrowed_constants", "recipes_of"]

CASES = 25  # drawn for one Inputs besides its pinned ones; see docs/design.md for the measurement


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
    @given(recipes_of(inputs))
    def collect(recipe: Recipe) -> None:
        _check(inputs, recipe)
        if recipe not in drawn and len(drawn) < count:
            drawn.append(recipe)

    remedy = "Run it by itself with Hypothesis' .example() to see which draw does it."
    with blaming(f"the strategy {inputs.draw.__name__}", inputs.draw, remedy):
        with no_borrowed_constants:
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


no_borrowed_constants = _NoBorrowedConstants()


def recipes_of(inputs: Inputs, *, patient: bool = False) -> SearchStrategy[Recipe]:
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
