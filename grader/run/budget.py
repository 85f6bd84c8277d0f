"""How long a submission may take in all: it also stops calls that each stay just below their limit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from grader.errors import TimedOut
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.sandbox import Limits
    from grader.sandbox.channel import Meter

__all__ = ["Budget"]

CALLS = 24  # a submission may take as long as so many calls that stay just under their limits
LEAST = 60.0  # CPU seconds that it has at least, however short one call is to be
SHARES = 4  # one exercise may take a quarter, so that a slow one leaves time for the others

WHOLE = translatable(
    "The functions of this submission took more than {seconds} seconds in all; the rest were skipped."
)
SHARE = translatable(
    "The calls of this function took more than {seconds} seconds in all; the rest were skipped."
)


class Budget:
    """CPU and wall seconds that many calls may take together; what is spent of a share is spent of the whole.

    Args:
        cpu_seconds: of CPU time, in all.
        wall_seconds: by the clock, in all; waiting for a processor is not counted.
        message: what to say when they are used up.
        whole: what this is a share of.
    """

    def __init__(
        self, cpu_seconds: float, wall_seconds: float, message: str = WHOLE, whole: Budget | None = None
    ) -> None:
        self.cpu_seconds, self.wall_seconds = cpu_seconds, wall_seconds
        self._message, self._whole = message, whole
        self._cpu = self._wall = 0.0

    @classmethod
    def of(cls, limits: Limits) -> Self:
        """Return the budget of a submission whose calls have these limits."""
        cpu = max(LEAST, CALLS * limits.cpu_seconds)
        return cls(cpu, cpu * limits.wall_seconds / limits.cpu_seconds)

    def share(self) -> Budget:
        """Return the budget of one exercise."""
        return Budget(self.cpu_seconds / SHARES, self.wall_seconds / SHARES, SHARE, self)

    @property
    def spent(self) -> float:
        """CPU seconds used so far; of calls that mostly wait, a tenth of their seconds by the clock."""
        return max(self._cpu, self._wall / 10)

    def check(self) -> None:
        """Raise TimedOut if nothing is left."""
        if self._whole is not None:
            self._whole.check()
        for used, most in ((self._cpu, self.cpu_seconds), (self._wall, self.wall_seconds)):
            if used > most:
                raise TimedOut(say(self._message, seconds=f"{most:g}"))

    @contextmanager
    def spending(self, meter: Meter) -> Iterator[None]:
        """Charge what the meter counts meanwhile to the budget."""
        cpu, wall = meter.cpu, meter.wall
        try:
            yield
        finally:
            self._charge(meter.cpu - cpu, meter.wall - wall)

    def _charge(self, cpu: float, wall: float) -> None:
        self._cpu += cpu
        self._wall += wall
        if self._whole is not None:
            self._whole._charge(cpu, wall)  # noqa: SLF001 - the same class
