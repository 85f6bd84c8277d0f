"""Parts of the course that the parent answers: in the student's module they look like functions.

While it handles a request, the worker may send a frame ``{"ask": name, "args": [...], "kwargs": {...}}``
with the request's number instead of the reply; the parent answers ``{"value"}`` or ``{"error": text}`` and
goes on waiting. Which names it answers, how often and how large, is its decision alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

__all__ = ["Parent"]


class Parent:
    """The other end of the pipe, while it waits for the reply to the request with this ``number``."""

    def __init__(self, requests: BinaryIO, replies: BinaryIO) -> None:
        self._requests, self._replies = requests, replies
        self.number = 0

    def parts(self, names: Iterable[str]) -> dict[str, Callable[..., Any]]:
        """Return a function for each name that asks the parent."""
        return {name: self._part(name) for name in names}

    def _part(self, name: str) -> Callable[..., Any]:
        def part(*args: Any, **kwargs: Any) -> Any:
            return self._ask({"ask": name, "args": list(args), "kwargs": kwargs})

        part.__name__ = part.__qualname__ = name
        return part

    def _ask(self, question: dict[str, Any]) -> Any:
        self._replies.write(wire.encode(question).frame(self.number))
        self._replies.flush()
        _, tree, body = wire.read_head(self._requests.read(wire.HEAD.size))
        answer = wire.decode(self._requests.read(tree), self._requests.read(body))
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["value"]
