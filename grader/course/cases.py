"""Kept cases: drawn once by Hypothesis, kept as recipes, replayed on every submission.

Same inputs and seed, same cases: the draws use an explicit seed (``derandomize`` would hash the
test's source), fixed settings whatever profile the environment loads, and no database. A course
ships the recipes of seed 0, so that the usual grade does not depend on the installed Hypothesis at
all; other seeds are drawn when first asked for and kept in the user's cache folder.

Cases are kept in order of size, so the first one that fails is the smallest failing one.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.model import Case, Inputs
from grader.course.trees import frozen, size
from grader.errors import SuiteError
from grader.files import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from grader.course.model import Recipe

__all__ = ["CASES", "Kept", "draw", "generator", "realise", "shrink", "stale"]

CASES = 25  # drawn for one Inputs, beside its pinned ones; see docs/design.md for the measurement
SHRINKS = 300  # recipes tried at most while shrinking
SHRINK_SECONDS = 3.0  # after which the kept case stands


def draw(inputs: Inputs, seed: int, count: int = CASES) -> list[Recipe]:
    """Draw distinct recipes, smallest first; the pinned ones are among them.

    Raises:
        SuiteError: the strategy or the builder fails.
    """
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 - 140 ms, seldom needed
    from hypothesis import seed as seeded  # noqa: PLC0415
    from hypothesis import strategies as st  # noqa: PLC0415

    drawn: list[Recipe] = []

    @seeded(seed)
    @settings(
        max_examples=4 * count,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.composite(inputs.draw)())
    def collect(recipe: Recipe) -> None:
        if recipe not in drawn and len(drawn) < count:
            drawn.append(recipe)

    try:
        with _no_borrowed_constants():
            collect()
        recipes = [*inputs.pinned, *(recipe for recipe in drawn if recipe not in inputs.pinned)]
        recipes = json.loads(json.dumps(recipes))  # as they will be when they were kept
        return sorted(recipes, key=lambda recipe: size(inputs.build(**recipe)))
    except Exception as error:
        raise SuiteError(
            f"drawing cases failed: {type(error).__name__}: {error}",
            where=inputs.key,
            remedy="Run the strategy by itself with Hypothesis' .example() to see which draw does it.",
        ) from error


@contextmanager
def _no_borrowed_constants() -> Iterator[None]:
    """Keep Hypothesis from drawing numbers that it read in the source of imported modules.

    It does so, since 6.131, for modules outside site-packages: a checkout and an installed grader would draw
    other cases from the same seed. There is no setting for it, and versions without it have nothing to patch.
    """
    from hypothesis.internal.conjecture import providers  # noqa: PLC0415

    provider: Any = getattr(providers, "HypothesisProvider", None)
    original = getattr(provider, "_maybe_draw_constant", None)
    if original is None:
        yield
        return
    provider._maybe_draw_constant = lambda *_, **__: None  # noqa: SLF001
    try:
        yield
    finally:
        provider._maybe_draw_constant = original  # noqa: SLF001


def realise(inputs: Inputs, recipes: Iterable[Recipe]) -> tuple[Case, ...]:
    """Build the arguments of each recipe, as arrays that no check can change by accident."""
    return tuple(Case(i, recipe, frozen(inputs.build(**recipe))) for i, recipe in enumerate(recipes))


def generator(seed: int, name: str, number: int) -> np.random.Generator:
    """Return the random numbers of one property's case: its own, or mistakes hide behind shared ones."""
    return np.random.default_rng([seed, zlib.crc32(name.encode()), number])


def shrink(
    inputs: Inputs, found: Case, fails: Callable[[Case], bool], clock: Callable[[], float] = time.process_time
) -> Case:
    """Look for a smaller case that fails too.

    Tries at most ``SHRINKS`` recipes. When ``SHRINK_SECONDS`` pass before that, the found case stands: a slow
    machine may show a larger counterexample than a fast one, but never a third.

    Args:
        inputs: where the case came from.
        found: a failing case.
        fails: whether the property fails for a case in the same way; anything it raises ends the search.
        clock: the seconds that count: best those of the function, or another one's work would decide.
    """
    from hypothesis import HealthCheck, Phase, find, settings  # noqa: PLC0415 - only after a failure
    from hypothesis import strategies as st  # noqa: PLC0415
    from hypothesis.errors import NoSuchExample  # noqa: PLC0415

    best, until = found, clock() + SHRINK_SECONDS
    known: dict[str, bool] = {}

    def smaller(recipe: Recipe) -> bool:
        nonlocal best
        key = json.dumps(recipe, sort_keys=True)
        if key not in known:
            late = clock() > until
            if late or len(known) >= SHRINKS:
                raise _Enough(late)
            case = Case(found.number, recipe, frozen(inputs.build(**recipe)))
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
        with _no_borrowed_constants():
            find(st.composite(inputs.draw)(), smaller, settings=options, random=_random())
    except _Enough as enough:
        return found if enough.late else best
    except NoSuchExample:
        return found
    return best


class _Enough(BaseException):
    """Leaves Hypothesis at once, as only what is no Exception does."""

    def __init__(self, late: bool) -> None:
        self.late = late


class Kept:
    """Recipes on disk: the course's own for seed 0, the user's cache for others.

    Args:
        shipped: the folder in the course's package; may not exist.
        cache: a folder of the user's; None keeps nothing.
    """

    def __init__(self, shipped: Path | None = None, cache: Path | None = None) -> None:
        self._shipped, self._cache = shipped, cache
        self._realised: dict[tuple[str, int, bool], tuple[Case, ...]] = {}

    def cases(self, inputs: Inputs, seed: int, *, instead: bool = False) -> tuple[Case, ...]:
        """Return the cases of one Inputs, the same objects every time.

        Args:
            inputs: where they come from.
            seed: which.
            instead: the ones with the entries that may be had instead, see ``Inputs``.
        """
        key = (inputs.key, seed, instead)
        if key not in self._realised:
            changes = inputs.instead if instead else {}
            recipes = [recipe | changes for recipe in self._recipes(inputs, seed)]
            self._realised[key] = realise(inputs, recipes)
        return self._realised[key]

    def write(self, all_inputs: Iterable[Inputs], seed: int) -> Path:
        """Draw and write the recipes that the course ships; return the file."""
        if self._shipped is None:
            raise SuiteError("this course has no folder to keep cases in.")
        entries = {
            inputs.key: {"digest": digest(inputs), "recipes": draw(inputs, seed)} for inputs in all_inputs
        }
        path = self._shipped / f"seed-{seed}.json"
        # A recipe keeps its order: it may be that of the arguments.
        lines = [f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in sorted(entries.items())]
        _write(path, "{\n" + ",\n".join(lines) + "\n}\n")
        return path

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:
        wanted = digest(inputs)
        if self._shipped is not None:
            recipes = _kept(_read(self._shipped / f"seed-{seed}.json").get(inputs.key), wanted)
            if recipes:
                return recipes
        if self._cache is None:
            return draw(inputs, seed)
        path = self._cache / f"{wanted[:32]}-{seed}.json"
        recipes = _kept(_read(path), wanted)
        if not recipes:
            recipes = draw(inputs, seed)
            with suppress(OSError):  # a cache that cannot be written saves no time, and costs nothing else
                _write(path, json.dumps({"digest": wanted, "recipes": recipes}))
        return recipes


def stale(shipped: Path, all_inputs: Iterable[Inputs], seed: int) -> list[str]:
    """Return the keys of inputs whose shipped cases are missing or were drawn by another strategy."""
    entries = _read(shipped / f"seed-{seed}.json")
    keys = {each.key: digest(each) for each in all_inputs}
    return [key for key, wanted in keys.items() if not _kept(entries.get(key), wanted)]


def digest(inputs: Inputs) -> str:
    """Return the SHA-256 of what decides the draws: the strategy and its neighbours, pins, and how many."""
    home = Path(inspect.getfile(inputs.draw)).parent
    parts = [path.read_bytes() for path in sorted(home.glob("*.py"))]
    parts += [inputs.key.encode(), json.dumps(inputs.pinned, sort_keys=True).encode(), str(CASES).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _read(path: Path) -> dict[str, Any]:
    """Return a kept file's content, or nothing where it is missing or damaged: it can be drawn again."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _kept(entry: Any, wanted: str) -> list[Recipe]:
    """Return an entry's recipes; none where it is damaged or was drawn by another strategy."""
    if not isinstance(entry, dict) or entry.get("digest") != wanted:
        return []
    recipes = entry.get("recipes")
    if not isinstance(recipes, list) or not all(isinstance(recipe, dict) for recipe in recipes):
        return []
    return recipes


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, text)


def _random() -> Any:
    import random  # noqa: PLC0415 - beside Hypothesis, which has loaded it

    return random.Random(0)  # noqa: S311 - a search order, not a secret
