"""The lock: what a worker gives up after NumPy is loaded and before it reads a student's first byte.

Load first, then close everything. After the lock a worker can compute, read its requests and write its
replies; it can no longer open or even stat a path, start a process or a thread, or reach another one or
the network.

The warm process gives up once what its workers never need (``privileges``); each worker then closes the
layers: Landlock (``landlock``) and seccomp (``seccomp``) on Linux, a sandbox profile on macOS
(``darwin``). A layer that the system does not have is left out; how much holds is found by trying
(``worker/probes.py``), never from what the calls here return. A layer that the system has must close: a
worker in which it does not never starts.

It is our own because it must be ready before the fork, in a process that has no site-packages: a binding of
libseccomp is a compiled package, and one more thing that has to be there on every machine.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OUT_OF_THE_WAY", "Layer", "Seal", "give_up"]

OUT_OF_THE_WAY = 64  # descriptors from here on are nobody's; a worker's pipes and streams are below


class Layer(Protocol):
    """One layer, prepared in the warm process."""

    name: str
    said: str

    def close(self) -> None:
        """Close it around this process, for good.

        Raises:
            OSError: the system refused.
        """


class Seal:
    """All layers that this system has, made ready once, so that a worker makes the system calls only."""

    def __init__(self) -> None:
        self._layers = _layers()

    @property
    def said(self) -> list[str]:
        """The layers in words, such as ``Landlock (ABI 7)``."""
        return [layer.said for layer in self._layers]

    def close(self, only: Iterable[str] | None = None) -> None:
        """Close every layer around this process; a probing worker says which ``only``.

        Raises:
            OSError: one could not be closed, and nothing of a student's may run here.
        """
        for layer in self._layers:
            if only is None or layer.name in only:
                layer.close()


def give_up() -> list[str]:
    """Give up, in the warm process and for all its workers, what none of them needs; say what."""
    said: list[str] = []
    if sys.platform == "linux":
        from . import privileges  # noqa: PLC0415 - there is no such thing elsewhere

        said = privileges.give_up()
    return said


def _layers() -> list[Layer]:
    """Return the layers of this system, in the order in which they close: seccomp would forbid the others."""
    found: list[Layer | None] = []
    if sys.platform == "linux":
        from . import landlock, seccomp  # noqa: PLC0415 - likewise

        found = [landlock.ready(), seccomp.ready()]
    elif sys.platform == "darwin":
        from . import darwin  # noqa: PLC0415

        found = [darwin.ready()]
    return [layer for layer in found if layer is not None]
