"""What binds a name inside a function, class or comprehension (language reference, "Naming and binding")."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Scope", "arguments_of", "bound_in", "parameters_of", "type_parameters"]

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope(NamedTuple):
    """A scope that is not the module's: its own names, and those it declares to be the module's."""

    kind: str  # function, class, comprehension, or types: the brackets of ``def f[T]``
    bound: frozenset[str]
    declared: frozenset[str]  # by ``global``


def bound_in(body: Iterable[ast.AST]) -> Scope:
    """Return the scope of a function or class with this body (its parameters come on top)."""
    bound: set[str] = set()
    declared: set[str] = set()
    outer: set[str] = set()
    for node, walrus_only in _own_nodes(body):
        if walrus_only and not isinstance(node, ast.NamedExpr):
            continue
        if isinstance(node, ast.Global):
            declared.update(node.names)
        elif isinstance(node, ast.Nonlocal):
            outer.update(node.names)
        else:
            bound.update(_bound_by(node))
    return Scope("function", frozenset(bound - declared - outer), frozenset(declared))


def _own_nodes(body: Iterable[ast.AST]) -> Iterator[tuple[ast.AST, bool]]:
    """Walk a scope without its nested scopes; in comprehensions only ``:=`` binds out here."""
    stack: list[tuple[ast.AST, bool]] = [(node, False) for node in body]
    while stack:
        node, walrus_only = stack.pop()
        yield node, walrus_only
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        inner = walrus_only or isinstance(node, _COMPREHENSIONS)
        stack.extend((child, inner) for child in ast.iter_child_nodes(node))


def _bound_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.NamedExpr):
        yield node.target.id
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def arguments_of(arguments: ast.arguments) -> list[ast.arg]:
    """Return all parameters, the starred ones last."""
    starred = [argument for argument in (arguments.vararg, arguments.kwarg) if argument is not None]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *starred]


def parameters_of(arguments: ast.arguments) -> list[str]:
    """Return the names of all parameters."""
    return [argument.arg for argument in arguments_of(arguments)]


def type_parameters(node: ast.AST) -> frozenset[str]:
    """Return the names in the brackets of ``def f[T](...)``, which Python has since 3.12."""
    return frozenset(parameter.name for parameter in getattr(node, "type_params", ()))
