"""The worker's loop: read a request, answer it, until the pipe is closed.

Nothing here is trusted by the parent: it checks every byte of every reply. Requests are ``{"op", ...}``,
with ``answers`` if the reply may hold more than one of the function's. Replies are ``{"value"}``, with
``"changed": true`` if the call changed its arguments, or ``{"error": {"kind", "type", "message", "where"}}``,
where kind is one of raised, not_implemented, forbidden, closed, bad_answer.
"""

from __future__ import annotations

import copy
import io
import os
import random
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from . import wire
from .arguments import fingerprint, rewritten, spoil
from .idioms import Idioms
from .loader import load, where
from .marks import Marks
from .parts import Parent
from .reading.phrases import received, sent
from .reading.reports import Entry
from .reading.slicing import survey

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

MAX_MESSAGE = 600  # characters of an exception's text
MAX_KINDS = 10  # classes of one


class Answering(Protocol):
    """What answers requests; arrays of more than ``max_body`` bytes do not cross."""

    max_body: int

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply to one request; must not raise."""


class Server:
    """Answers one parent's requests about one submission."""

    def __init__(self, parent: Parent) -> None:
        self.parent = parent
        self.function: Callable[..., Any] | None = None
        self.idioms: Idioms | None = None
        self.marks: Marks | None = None
        self.labels: frozenset[str] = frozenset()
        self.max_body = wire.MAX_BODY
        self.changed = False

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply to one request; what the student's code raises is part of it."""
        self.changed = False
        try:
            reply = {"value": getattr(self, "op_" + request["op"])(request)}
        except BaseException as error:  # noqa: BLE001 - SystemExit and KeyboardInterrupt are answers too
            return {"error": self.explain(error)}
        if self.changed:
            reply["changed"] = True
        if self.marks is not None and self.marks.entered and request["op"] == "call":
            reply["entered"] = sorted(self.marks.entered)
        return reply

    def op_ready(self, _request: dict[str, Any]) -> None:
        """Say that the worker is set up."""

    def op_read(self, request: dict[str, Any]) -> Any:
        """Survey the files; runs nothing of them."""
        return sent(survey([tuple(pair) for pair in request["files"]], request["wanted"]))

    def op_load(self, request: dict[str, Any]) -> None:
        """Execute a slice and keep its function.

        Ask the parent for ``parts``; revive old idioms with ``modernise``; mark branches with ``marks``.
        """
        self.max_body = request["max_body"]
        entries = [Entry(**{**entry, "label": received(entry["label"])}) for entry in request["slice"]]
        self.labels = frozenset(entry.label for entry in entries)
        # A function that draws random numbers without a seed of its own must give the same grade twice.
        np.random.seed(0)  # noqa: NPY002 - it is the student's generator that is seeded
        random.seed(0)
        self.idioms = Idioms(self.labels) if request.get("modernise") else None
        self.marks = Marks() if request.get("marks") else None
        parts = self.parent.parts(request.get("parts", ()))
        self.function = load(entries, request["function"], parts=parts, idioms=self.idioms, marks=self.marks)

    def op_modernised(self, _request: dict[str, Any]) -> Any:
        """Say which old idioms were met: kind, what was written, how to write it now, and where."""
        return sent(self.idioms.met) if self.idioms is not None else []

    def op_marks(self, _request: dict[str, Any]) -> Any:
        """Return unusual constants, where the marked branches are, and in how many calls each was entered."""
        return sent((self.marks or Marks()).told())

    def op_call(self, request: dict[str, Any]) -> Any:
        """Call the function; the parts of a tuple named in ``omit`` stay here.

        With ``echo`` the arguments as the call left them come after the answer, without random generators.
        Without it, the reply only says whether the call changed them.
        """
        function, args, kwargs = self.loaded(), request["args"], request["kwargs"]
        before = fingerprint([args, kwargs])
        with nullcontext() if self.marks is None else self.marks:
            answer = function(*args, **kwargs)
        answer = _without(request["omit"], answer)
        if not request.get("echo"):
            self.changed = before != fingerprint([args, kwargs])
            return answer
        used = wire.Opaque("a random generator")
        return answer, [used if isinstance(arg, np.random.Generator) else arg for arg in args]

    def op_sequence(self, request: dict[str, Any]) -> Any:
        """Call with ``args``, with ``others``, and with the same objects once they hold each other's numbers.

        With ``more``, the second call is repeated as often before anything is looked at: one of several
        buffers may come back.
        Returns the first answer, the same after the second call, the second answer, the third, and the
        fourth, before which the second was spoilt; and which open parts of the first answer the second call
        changed. An answer may share memory with its arguments, so it is looked at before these get other
        numbers.
        """
        function, args, others, omit = self.loaded(), request["args"], request["others"], request["omit"]
        one, two = copy.deepcopy((args, others))  # a call may change its arguments
        first = function(*args)
        earlier, before = self.crossed(_without(omit, first)), _left_out(omit, first)
        second = function(*others)
        for _ in range(request["more"]):
            function(*copy.deepcopy(two))
        after = _left_out(omit, first)
        known = self.crossed((_without(omit, first), _without(omit, second)))
        third = self.crossed(_without(omit, function(*rewritten(others, one))))
        spoil(_without(omit, second))
        fourth = _without(omit, function(*rewritten(args, two)))
        return earlier, *known, third, fourth, [i for i in before if before[i] != after.get(i)]

    def loaded(self) -> Callable[..., Any]:
        """Return the function."""
        if self.function is None:
            raise RuntimeError("nothing is loaded")
        return self.function

    def crossed(self, answers: Any) -> Any:
        """Return answers as they would come out of the pipe now, whatever happens to their arrays later."""
        parts = wire.encode(answers, max_body=2 * self.max_body)
        return wire.decode(parts.tree, parts.body, generators=True)

    def explain(self, error: BaseException) -> dict[str, Any]:
        """Put an exception into words, without calling anything that could raise again."""
        kind = "raised"
        if isinstance(error, NotImplementedError):
            kind = "not_implemented"
        elif isinstance(error, ModuleNotFoundError):
            kind = "forbidden"
        elif isinstance(error, PermissionError):
            kind = "closed"  # by the lock
        elif isinstance(error, wire.Garbled):
            kind = "bad_answer"
        name = type(error).__name__
        try:
            text = told(error) if kind in {"forbidden", "closed"} else str(error)
        except BaseException:  # noqa: BLE001 - the text of a hostile exception is not needed
            text = ""
        return {
            "kind": kind,
            "type": name,
            "kinds": [base.__name__ for base in type(error).__mro__[:MAX_KINDS]],
            "message": str(text)[:MAX_MESSAGE],
            "where": sent(where(error, self.labels)),
        }


def _without(places: list[int], answer: Any) -> Any:
    """Return an answer without the parts of a tuple that stay here."""
    if not places or not isinstance(answer, (tuple, list)):
        return answer
    return tuple(wire.Opaque("left out") if i in places else part for i, part in enumerate(answer))


def _left_out(places: list[int], answer: Any) -> dict[int, Any]:
    """Return the fingerprints of the parts of a tuple that stay here."""
    parts = answer if isinstance(answer, (tuple, list)) else ()
    return {i: fingerprint(parts[i]) for i in places if i < len(parts)}


def told(error: BaseException) -> str:
    """Return the module that was not found, or the path that was refused."""
    value = getattr(error, "name" if isinstance(error, ImportError) else "filename", None)
    return os.fsdecode(value) if isinstance(value, (str, bytes)) else ""


def serve(requests: BinaryIO, replies: BinaryIO, kind: Callable[[Parent], Answering] = Server) -> None:
    """Answer requests until there are none."""
    parent = Parent(requests, replies)
    server = kind(parent)
    while head := requests.read(wire.HEAD.size):
        number, tree, body = wire.read_head(head)
        request = wire.decode(requests.read(tree), requests.read(body), generators=True)
        parent.number = number
        reply = server.answer(request)
        for stream in (sys.stdout, sys.stderr):
            _flush(stream)
        replies.write(_parts(reply, request.get("answers", 1) * server.max_body).frame(number))
        replies.flush()


def _parts(reply: dict[str, Any], max_body: int) -> wire.Parts:
    try:
        return wire.encode(reply, max_body=max_body)
    except BaseException as error:  # noqa: BLE001 - an answer that cannot be written is a bad answer
        text = (
            str(error)
            if isinstance(error, wire.Garbled)
            else f"the answer cannot be read: {type(error).__name__}"
        )
        fault = {"kind": "bad_answer", "type": "", "message": text, "where": ""}
        return wire.encode({"error": fault})


def _flush(stream: Any) -> None:
    try:
        stream.flush()
    except BaseException:  # noqa: BLE001 - the student may have closed it, or replaced it by anything
        sys.stdout = sys.stderr = _Nowhere()


class _Nowhere(io.TextIOBase):
    """Where prints go that have nowhere to go; nothing can be opened any more."""

    def write(self, text: str, /) -> int:
        return len(text)
