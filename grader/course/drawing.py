"""Drawing cases by Hypothesis.

Same inputs and seed, same recipes: the draws use an explicit seed (``derandomize`` would hash the
test's source), fixed settings whatever profile the environment loads, and no database.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Any

from grader.course.blame import blaming
from grader.course.building import built, checked
from grader.course.choices import Choice
from grader.course.covering import cover
from grader.course.recipes import unkept
from grader.course.trees import size

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from grader.course.model import Inputs, Recipe

__all__ = ["draw", "no_borrowed_constants", "recipes_of"]


def draw(inputs: Inputs, seed: int, count: int | None = None, *, thorough: bool = False) -> list[Recipe]:
    """Draw distinct recipes, smallest first; the pinned ones are among them.

    Args:
        inputs: where they come from; with factors, they cover these.
        seed: which.
        count: how many to draw, besides the pinned ones; otherwise the inputs say so, or their factors.
        thorough: see ``cover``.

    Raises:
        SuiteError: the draw function or the builder fails.
    """
    drawn = (
        cover(inputs, seed, thorough=thorough)[:count]
        if inputs.factors
        else _by_hypothesis(inputs, seed, count)
    )
    recipes = [*inputs.pinned, *(recipe for recipe in drawn if recipe not in inputs.pinned)]
    recipes = json.loads(json.dumps(recipes))  # as they will be when they were kept
    return sorted(recipes, key=lambda recipe: size(built(inputs, recipe)))


def _by_hypothesis(inputs: Inputs, seed: int, count: int | None) -> list[Recipe]:
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 - 140 ms, seldom needed
    from hypothesis import seed as seeded  # noqa: PLC0415

    drawn: list[Recipe] = []
    wanted = inputs.count if count is None else count

    @seeded(seed)
    @settings(
        max_examples=4 * wanted,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(recipes_of(inputs))
    def collect(recipe: Recipe) -> None:
        checked(inputs, recipe)
        if recipe not in drawn and len(drawn) < wanted:
            drawn.append(recipe)

    remedy = "Run it by itself with Hypothesis' .example() to see which draw does it."
    with blaming(f"the strategy {inputs.draw.__name__}", inputs.draw, remedy), no_borrowed_constants:
        collect()
    return drawn


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
            recipe = inputs.draw(lambda drawn: draw(_as_strategy(drawn)))
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


def _as_strategy(drawn: Choice | SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return what Hypothesis draws for a choice; a strategy stays as it is."""
    if not isinstance(drawn, Choice):
        return drawn
    from hypothesis.strategies import sampled_from  # noqa: PLC0415 - seldom needed, and slow to import

    return sampled_from(drawn.options)
