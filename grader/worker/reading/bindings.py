"""How a statement binds a name, and which names every module has."""

from __future__ import annotations

import ast
import builtins
import sys
from typing import TYPE_CHECKING

from .names import Kind

if TYPE_CHECKING:
    from .names import Imported
    from .statements import Statement

__all__ = [
    "IMPLICIT",
    "LIBRARY",
    "REPLACED",
    "REPLACERS",
    "binding",
    "imported",
    "kind",
    "replaces",
    "roots",
    "sets",
]

# Modules that a worker has; a missing one must not be needed for an annotation or by a star.
LIBRARY = frozenset({"numpy"}) | sys.stdlib_module_names
# Every module has these.
IMPLICIT = frozenset(dir(builtins)) | {
    *(
        "__annotations__",
        "__builtins__",
        "__class__",
        "__doc__",
        "__file__",
        "__module__",
        "__name__",
        "__qualname__",
    ),
}
# Built-in functions that ``from numpy import *`` or ``from math import *`` replaces.
REPLACED = frozenset({"abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum"})
REPLACERS = frozenset({"numpy", "math", "cmath"})


def replaces(statement: Statement, name: str) -> bool:
    """Whether this def or class replaces whatever the name was bound to before."""
    if not isinstance(statement.node, _DEFINITION) or kind(statement, name) is not Kind.DEFINITION:
        return False
    return name not in statement.names.now  # class Layer(Layer) goes on with what was before


def sets(statement: Statement, name: str) -> bool:
    """Whether this statement gives the name a value that owes nothing to the one before."""
    return isinstance(statement.node, ast.Assign | ast.AnnAssign) and (
        kind(statement, name) is Kind.VALUE and name not in statement.names.now
    )


_DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def binding(statements: list[Statement], name: str) -> list[Statement]:
    """Return those that bind the name (a call may do so by ``global``) and do not only change it."""
    return [s for s in statements if kind(s, name) is not Kind.CHANGE]


def kind(statement: Statement, name: str) -> Kind:
    """Return how a statement binds a name, by what it calls as well."""
    return statement.names.binds.get(name, Kind.CHANGE if name in statement.names.mutates else Kind.VALUE)


def roots(statement: Statement) -> set[str]:
    """Return the packages of which a statement imports everything."""
    return {module.split(".")[0] for module in statement.names.stars}


def imported(statement: Statement, name: str) -> Imported | None:
    """Return what an import statement (not one inside try or if) binds the name to."""
    return (
        statement.names.imports.get(name) if isinstance(statement.node, ast.Import | ast.ImportFrom) else None
    )
