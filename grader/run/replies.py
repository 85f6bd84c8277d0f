"""What a worker replies: a value, or a fault in words. Nothing of it is believed beyond its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.errors import BadAnswer, Forbidden, Raised, Unimplemented, WireError
from grader.words import Sentence, say
from grader.worker import wire

if TYPE_CHECKING:
    from grader.run.parts import Parts
    from grader.sandbox import Worker

__all__ = ["MAX_PARTS", "ask", "heard", "legible", "printable", "value_of"]

MAX_DEPTH = 5  # of a worker's sentence in a sentence
MAX_PLACES = 10  # in one of them
MAX_SAID = 4000  # characters of one, filled in
MAX_PARTS = 20_000  # of an answer: characters of its text, and whatever else is no number of an array
_FAULTS = {
    "raised": Raised,
    "not_implemented": Unimplemented,
    "forbidden": Forbidden,
    "closed": Forbidden,
    "bad_answer": BadAnswer,
}


def ask(worker: Worker, request: dict[str, Any], parts: Parts | None = None) -> Any:
    """Send a request and return the value of its reply; ``parts`` answers what the worker asks meanwhile.

    Raises:
        CallError: the reply is an error, or there is none.
        WireError: it is no reply.
    """
    return value_of(worker.exchange(wire.encode(request), parts))


def value_of(reply: Any) -> Any:
    """Return what a reply brings; see ``ask`` for what is raised instead."""
    if not isinstance(reply, dict):
        raise WireError("not a reply")
    if "error" not in reply:
        return reply.get("value")
    fault = reply["error"]
    if not isinstance(fault, dict):
        raise WireError("not an error")
    kind, name, text = (printable(fault.get(key)) for key in ("kind", "type", "message"))
    try:
        where = heard(fault.get("where"))
    except WireError:
        where = ""
    raise _FAULTS.get(kind, Raised)(_sentence(kind, name, text), where=where, kinds=_kinds(fault))


def _kinds(fault: dict[Any, Any]) -> tuple[str, ...]:
    kinds = fault.get("kinds")
    return tuple(map(printable, kinds[:MAX_PLACES])) if isinstance(kinds, list) else ()


def _sentence(kind: str, name: str, text: str) -> str:
    if kind == "not_implemented":
        return say("Not written yet.")
    if kind == "forbidden":
        return say(
            "It imports {module}. Only NumPy and Python's standard library are available here.", module=text
        )
    if kind == "closed":
        return _closed(text)
    if kind == "bad_answer":
        return say("The answer cannot be used: {reason}.", reason=text)
    if name in {"MemoryError", "_ArrayMemoryError"}:  # Python's and NumPy's
        return say("It asked for more memory than it may have (MemoryError).")
    if name == "SystemExit":
        return say("It ended the program (SystemExit).")
    return f"{name}: {text}" if text else name


def _closed(path: str) -> str:
    """Say what the lock around a worker refused: a path, or something that has none."""
    if path:
        return say("It opens the file {path}. Functions get only arguments here, not files.", path=path)
    return say(
        "It tries to start a process, to connect to something, or to do something else that is blocked here."
    )


def heard(words: Any, depth: int = MAX_DEPTH) -> str:
    """Return what a worker says: text without control characters, or a sentence that can be translated.

    Raises:
        WireError: it is neither text nor a template with its values.
    """
    if isinstance(words, str):
        return printable(words)
    if not isinstance(words, dict) or words.keys() != {"template", "values"} or depth == 0:
        raise WireError("not a sentence")
    template, values = printable(words["template"]), words["values"]
    if not template or not isinstance(values, dict) or len(values) > MAX_PLACES:
        raise WireError("not a sentence")
    heard_values = {printable(name): heard(value, depth - 1) for name, value in values.items()}
    sentence = Sentence(template, heard_values)
    if len(sentence) > MAX_SAID:  # places in places multiply
        raise WireError("a sentence without end")
    return sentence


def legible(answer: Any, most: int = MAX_PARTS) -> Any:
    """Return an answer as a sentence may quote it: its text is one line, without control characters.

    Args:
        answer: any value that the wire carries.
        most: the parts that it may have; the numbers of arrays are not counted.

    Raises:
        BadAnswer: no report can show so much.
    """
    left = most

    def part(tree: Any) -> Any:
        nonlocal left
        left -= 1 + (len(tree) if isinstance(tree, str) else 0)
        if left < 0:
            raise BadAnswer(say("The answer cannot be used: {reason}.", reason="it has too many parts"))
        if isinstance(tree, str):
            return _shown(tree)
        if isinstance(tree, dict):
            return {part(key): part(item) for key, item in tree.items()}
        return type(tree)(map(part, tree)) if type(tree) in {list, tuple} else tree

    return part(answer)


def printable(text: object, longest: int = 800) -> str:
    """Return a student's text without control characters: it can neither colour nor clear a screen."""
    return " ".join(_shown(text[:longest] if isinstance(text, str) else "").split())


def _shown(text: str) -> str:
    return "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)
