"""What a piece of an author's text takes from outside itself, by its syntax: names, modules, words.

Syntax is the same with every Python from 3.11 on, unlike bytecode.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Import", "Mentions", "bound", "changed", "mentions", "outside_functions"]

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# Methods that change what they are called on, in any of Python's containers.
_CHANGING = {
    *("add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert", "pop", "popitem"),
    *("popleft", "remove", "reverse", "rotate", "setdefault", "sort", "update"),
}


class Import(NamedTuple):
    """An import that binds a name.

    Attributes:
        level: how many dots a relative one begins with.
        module: the module that is imported, or imported from.
        name: the name that is imported from it; nothing where the module itself is.
    """

    level: int
    module: str
    name: str


class Mentions(NamedTuple):
    """What a piece of text takes from outside, in an order of its own.

    Attributes:
        names: of the module around it, each with the attributes that are taken of it: ``("np", "pi")``.
        imports: of its own, each with the attributes that are taken of it.
        words: strings.
    """

    names: tuple[tuple[str, ...], ...]
    imports: tuple[tuple[Import, tuple[str, ...]], ...]
    words: tuple[str, ...]


def mentions(node: ast.AST) -> Mentions:
    """Return what a node takes from outside; a function's own variables are not among it."""
    reader = _Reader()
    reader.visit(node)
    return Mentions(tuple(sorted(reader.names)), tuple(sorted(reader.imports)), tuple(sorted(reader.words)))


def bound(body: Iterable[ast.AST]) -> Iterator[tuple[str, Import | None]]:
    """Yield the names that statements bind, and the import that binds them if it is one."""
    for node in outside_functions(body):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from _imported(node)
        elif isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load):
                yield node.id, None
        elif isinstance(node, (*_NAMED, ast.MatchMapping)):
            name = node.rest if isinstance(node, ast.MatchMapping) else node.name
            if name:
                yield name, None


def changed(node: ast.AST) -> set[str]:
    """Return the names whose values a node changes without binding them, as far as its text shows."""
    # A decorator may put what it decorates into what it is an attribute of: @kinds.register.
    decorators = [_root(_called(each)) for each in getattr(node, "decorator_list", ())]
    found = {*decorators}
    for each in outside_functions([node]):
        if isinstance(each, (ast.Attribute, ast.Subscript)) and not isinstance(each.ctx, ast.Load):
            found.add(_root(each))
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            found.add(_root(each.func) if each.func.attr in _CHANGING else "")
        elif isinstance(each, ast.Expr) and isinstance(each.value, ast.Call):
            # A call for its effect: random.shuffle(names). But what @exercise.prop(...) is called on, stays.
            call = each.value
            if isinstance(call.func, (ast.Name, ast.Attribute)):
                given = [*call.args, *(keyword.value for keyword in call.keywords)]
                found.update(_root(part) for part in (call.func, *given))
    return found - {""}


def outside_functions(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of statements, in order, but none inside the functions and classes among them.

    Of comprehensions, too, only what binds a name around them, ``:=``.
    """
    for node in body:
        yield node
        if isinstance(node, _COMPREHENSIONS):
            yield from (each.target for each in ast.walk(node) if isinstance(each, ast.NamedExpr))
        elif not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            yield from outside_functions(ast.iter_child_nodes(node))


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, Import]]:
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            yield alias.asname or alias.name, Import(node.level, node.module or "", alias.name)
        elif alias.asname:
            yield alias.asname, Import(0, alias.name, "")
        else:  # import a.b binds a
            top = alias.name.partition(".")[0]
            yield top, Import(0, top, "")


def _called(node: ast.AST) -> ast.AST:
    """Return the function of a call, if it is one of an attribute; a name alone says nothing."""
    function = node.func if isinstance(node, ast.Call) else node
    return function if isinstance(function, ast.Attribute) else ast.Pass()


def _root(node: ast.AST) -> str:
    """Return the name that attributes, items and results are taken of."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


class _Reader(ast.NodeVisitor):
    """Reads a node, with the variables of the functions around each place."""

    def __init__(self) -> None:
        self.names: set[tuple[str, ...]] = set()
        self.imports: set[tuple[Import, tuple[str, ...]]] = set()
        self.words: set[str] = set()
        self._scopes: list[dict[str, Import | None]] = []

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._read(node.id, ())

    def visit_Attribute(self, node: ast.Attribute) -> None:
        taken, of = [node.attr], node.value
        while isinstance(of, ast.Attribute):
            taken.append(of.attr)
            of = of.value
        if isinstance(of, ast.Name):
            self._read(of.id, tuple(reversed(taken)))
        else:
            self.visit(of)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.words.add(node.value)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.ImportFrom) or self._scopes:
            self.imports.update((found, ()) for _, found in _imported(node) if found.name)

    visit_ImportFrom = visit_Import  # noqa: N815 - as the class calls it

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._function(node, [], [node.body])

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._function(node, [*node.decorator_list, *([node.returns] if node.returns else [])], node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815 - as the class calls it

    def _function(self, node: Function, around: Sequence[ast.AST], body: Sequence[ast.AST]) -> None:
        given = node.args
        arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        arguments += [each for each in (given.vararg, given.kwarg) if each]
        defaults = [each for each in (*given.defaults, *given.kw_defaults) if each]
        for each in (*around, *defaults, *(one.annotation for one in arguments if one.annotation)):
            self.visit(each)
        scope = dict.fromkeys((each.arg for each in arguments), None) | dict(bound(body))
        for each in outside_functions(body):
            if isinstance(each, (ast.Global, ast.Nonlocal)):
                for name in each.names:
                    scope.pop(name, None)
        self._inside(scope, body)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        first = node.generators[0].iter
        self.visit(first)  # which is read around the comprehension
        scope = dict(bound(each.target for each in node.generators))
        within = [each for one in node.generators for each in (one.target, one.iter, *one.ifs)]
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._inside(scope, [each for each in (*within, *results) if each is not first])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension  # noqa: N815

    def _inside(self, scope: dict[str, Import | None], nodes: Iterable[ast.AST]) -> None:
        self._scopes.append(scope)
        for each in nodes:
            self.visit(each)
        self._scopes.pop()

    def _read(self, name: str, taken: tuple[str, ...]) -> None:
        for scope in reversed(self._scopes):
            if name in scope:
                if (found := scope[name]) is not None:
                    self.imports.add((found, taken))
                return
        self.names.add((name, *taken))
