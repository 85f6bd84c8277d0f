"""What decides the cases of an ``Inputs``, as a digest: shipped cases are used while it stays the same.

It covers text: the statements that the draw and the build function are written in, those that bind or change
a name which one of them mentions, and so on, in all modules of the course. So a hint, a promise or another
exercise can be edited without drawing anything anew. Text is the same with every Python and on every machine.

Scopes are not looked at: a local variable that is called like something in its module makes that count, too.
Then cases may be drawn again without need. Of other packages, such as NumPy, only the names count.
"""

from __future__ import annotations

import ast
import hashlib
import json
import sys
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from grader.course.model import Inputs
from grader.course.sources import imported, source

if TYPE_CHECKING:
    from grader.course.sources import Chain, Source

__all__ = ["digest"]

SUITES = "grader.suites."


def digest(inputs: Inputs) -> str:
    """Return the SHA-256 of what decides which cases are drawn, and in which order they come.

    Args:
        inputs: where the cases come from.

    Raises:
        SuiteError: a module of the course that decides it does not parse.
    """
    used = _Used(inputs.draw.__module__)
    used.value(inputs)
    is_named = bool(used.texts)
    for function in (inputs.draw, inputs.build, *(factor.level for factor in inputs.factors)):
        used.function(function)
        if not is_named:  # what calls the factory of a closure is nowhere to be found
            used.closure(function)
    for formula in (
        (inputs.judged.check, *(m.formula for m in inputs.judged.mistakes)) if inputs.judged else ()
    ):
        used.formula(formula)
    parts = [*used.texts, inputs.key, json.dumps(inputs.pinned, sort_keys=True), str(inputs.count)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class _Used:
    """The texts that something is made of; each once.

    Args:
        module: any of the course. What lies outside the course is not looked into.
    """

    def __init__(self, module: str) -> None:
        self._course = ".".join(module.split(".")[: 3 if module.startswith(SUITES) else 1])
        self._named: dict[int, list[tuple[str, str]]] = {}  # by identity: modules, and the names they bind
        self._inputs: list[tuple[str, str, Inputs]] = []
        for ours in sorted(name for name in sys.modules if self._is_ours(name)):
            for name, value in sorted(vars(sys.modules[ours]).items(), key=itemgetter(0)):
                self._named.setdefault(id(value), []).append((ours, name))
                if isinstance(value, Inputs):
                    self._inputs.append((ours, name, value))
        self._sources: dict[str, Source | None] = {}
        self.texts: list[str] = []
        self._seen: set[object] = set()

    def value(self, value: object) -> None:
        """Add the statements that bind a name to a value, in any module of the course."""
        bound = {*self._named.get(id(value), ())}
        if isinstance(value, Inputs) and value.judged is not None:
            # What an author wrote, and what a definition made of it.
            written = replace(value, judged=None)
            bound |= {(module, name) for module, name, other in self._inputs if other == written}
        for module, name in sorted(bound):
            self._name(module, (name,))

    def function(self, function: Any) -> None:
        """Add what a function is written in, what its module calls it, and what it was made with."""
        function = getattr(function, "__func__", function)
        function = getattr(function, "__wrapped__", function)
        module, code = str(function.__module__), getattr(function, "__code__", None)
        if code is None or not self._is_ours(module) or function in self._seen:
            self.texts.append(f"{module}.{function.__qualname__}")
            return
        self._seen.add(function)
        found = self._source(module)
        for statement in found.around(code.co_firstlineno) if found else ():
            self._statement(module, statement)
        self.value(function)

    def formula(self, function: Any) -> None:
        """Add a mistake or a definition without what students read of it: its decorator and docstring."""
        module = str(function.__module__)
        found = self._source(module) if self._is_ours(module) else None
        if found is None or not hasattr(function, "__code__"):
            return
        for statement in found.around(function.__code__.co_firstlineno):
            self.texts.append(f"{module}: {found.body_of(statement)}")
            for chain in found.mentions(statement)[0]:
                self._name(module, chain)
                self._follow(statement, found, chain)

    def closure(self, function: Any) -> None:
        """Add the functions, numbers and words that a function was made with."""
        cells = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
        for value in (*cells, *(getattr(function, "__defaults__", None) or ())):
            if callable(value) and hasattr(value, "__qualname__"):
                self.function(value)
            elif isinstance(value, (str, int, float, tuple, list, type(None))):
                self.texts.append(repr(value))

    def _name(self, module: str, chain: Chain) -> None:
        """Add the statements of a module that bind or change a name."""
        found = self._source(module)
        if found is None or (module, chain) in self._seen:
            return
        self._seen.add((module, chain))
        for statement in found.binding.get(chain[0]) or found.binding.get("*") or ():
            self._follow(statement, found, chain)
            if not isinstance(statement, (ast.Import, ast.ImportFrom)):
                self._statement(module, statement)

    def _taken(self, module: str, chain: Chain) -> None:
        """Add what is taken of a module: a name of it, one of a module in it, or all that it holds."""
        found = self._source(module) if self._is_ours(module) else None
        if found is None:
            self.texts.append(".".join((module, *chain)))
        elif chain and (chain[0] in found.binding or self._source(f"{module}.{chain[0]}") is None):
            self._name(module, chain)
        elif chain:
            self._taken(f"{module}.{chain[0]}", chain[1:])
        else:
            for statement in found.body:
                self._statement(module, statement)

    def _statement(self, module: str, statement: ast.stmt) -> None:
        found = self._source(module)
        if found is None or (module, statement) in self._seen or _is_of_an_exercise(statement):
            return
        self._seen.add((module, statement))
        self.texts.append(f"{module}: {found.text(statement)}")
        for chain in found.mentions(statement)[0]:
            self._name(module, chain)
            self._follow(statement, found, chain)

    def _follow(self, statement: ast.stmt, of: Source, chain: Chain) -> None:
        """Add what a name is taken from, if an import inside the statement binds it."""
        for origin, taken in imported(of.mentions(statement)[1], of, chain):
            self._taken(origin, taken)

    def _source(self, module: str) -> Source | None:
        if module not in self._sources:
            self._sources[module] = source(module)
        return self._sources[module]

    def _is_ours(self, module: str) -> bool:
        return f"{module}.".startswith(f"{self._course}.")


def _is_of_an_exercise(statement: ast.stmt) -> bool:
    """Say whether a statement is a stub, a property or a mistake: nothing is drawn with these."""
    for decorator in getattr(statement, "decorator_list", ()):
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name in {"definition", "exercise", "prop", "mistake"}:
            return True
    return False
