"""Which global names a top-level statement binds and reads, and when: the basis of slicing.

``now`` is what executing the statement reads; ``later`` is what the functions in it read when they
are called. Annotations are apart (``soft``): a function computes the same without them. Scopes follow
the language reference ("Naming and binding"); the tests compare them with Python's own symbol table.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from .scopes import Scope, arguments_of, bound_in, parameters_of, type_parameters

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Imported", "Kind", "Names", "dotted", "names_of", "root"]

# Methods that change a list, dict, set or array in place.
MUTATORS = frozenset(
    "append extend insert remove pop clear sort reverse add discard update setdefault fill setflags".split()  # noqa: SIM905
)


class Kind(IntEnum):
    """How a statement binds a name; where it does so in several ways, the highest counts."""

    CHANGE = 0  # an item, an attribute or the value so far
    VALUE = 1
    IMPORT = 2
    DEFINITION = 3  # def or class


class Imported(NamedTuple):
    """What an import binds a name to; ``name`` is None for a module itself, ``text`` is it alone."""

    module: str
    name: str | None
    text: str


Ordered = dict[str, None]  # a set that remembers the order, so that equal input gives equal output


@dataclass(slots=True)
class Names:
    """The global names of one top-level statement."""

    binds: dict[str, Kind] = field(default_factory=dict)
    now: Ordered = field(default_factory=dict)
    later: Ordered = field(default_factory=dict)
    soft: Ordered = field(default_factory=dict)
    stores: Ordered = field(default_factory=dict)  # globals that its functions bind when called
    mutates: Ordered = field(default_factory=dict)  # roots of calls such as layers.append(...)
    calls: Ordered = field(default_factory=dict)  # dotted names called when it is executed
    calls_later: Ordered = field(default_factory=dict)
    imports: dict[str, Imported] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)  # modules of ``from module import *``
    attributes: dict[str, Ordered] = field(default_factory=dict)  # name -> attributes read from it


def names_of(statement: ast.stmt) -> Names:
    """Return the global names of a top-level statement.

    Raises:
        RecursionError: the statement is nested too deeply.
    """
    reader = _Reader()
    reader.visit(statement)
    return reader.names


def dotted(node: ast.AST) -> str | None:
    """Return ``a.b.c`` for a name with attributes, None for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        value = dotted(node.value)
        return None if value is None else f"{value}.{node.attr}"
    return None


def root(node: ast.AST) -> str | None:
    """Return the name at the bottom of ``a.b[c].d``."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class _Reader(ast.NodeVisitor):  # the names of its methods are the standard library's
    """Walks one statement, knowing which scopes it is in and whether it runs now or when called."""

    def __init__(self) -> None:
        self.names = Names()
        self.scopes: list[Scope] = []
        self.deferred = False
        self.annotated = False

    # -- names ----------------------------------------------------------------------------------

    def is_global(self, name: str) -> bool:
        inside = False  # a function or comprehension: it does not see the names of the class around it
        for scope in reversed(self.scopes):
            if scope.kind == "class" and inside:
                continue
            if name in scope.declared:
                return True
            if name in scope.bound:
                return False
            inside = inside or scope.kind in {"function", "comprehension"}
        return True

    def read(self, name: str) -> None:
        if self.is_global(name):
            late = self.names.later if self.deferred else self.names.now
            (self.names.soft if self.annotated else late)[name] = None

    def bind(self, name: str, kind: Kind) -> None:
        if self.is_global(name):
            if self.deferred:
                self.names.stores[name] = None
            else:
                self.names.binds[name] = max(kind, self.names.binds.get(name, Kind.CHANGE))

    def change(self, target: ast.AST) -> None:
        name = root(target)
        if name is not None and not self.deferred:
            self.bind(name, Kind.CHANGE)

    # -- expressions ----------------------------------------------------------------------------

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.read(node.id)
        elif isinstance(node.ctx, ast.Store):
            self.bind(node.id, Kind.VALUE)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.change(node)
        elif isinstance(node.value, ast.Name) and self.is_global(node.value.id):
            self.names.attributes.setdefault(node.value.id, {})[node.attr] = None
        self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.change(node)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called, bottom = dotted(node.func), root(node.func)
        if called in {"setattr", "delattr"} and node.args:
            self.change(node.args[0])
        if bottom is not None and self.is_global(bottom):
            if called is not None:
                (self.names.calls_later if self.deferred else self.names.calls)[called] = None
            if isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS and not self.deferred:
                self.names.mutates[bottom] = None
        self.generic_visit(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_defaults(node.args)
        self.visit_deferred(parameters_of(node.args), [node.body])

    def visit_ListComp(self, node: _Comprehension) -> None:
        self.visit(node.generators[0].iter)  # evaluated outside, before the scope is entered
        targets = [generator.target for generator in node.generators]
        walked = (child for target in targets for child in ast.walk(target))
        bound = {
            child.id for child in walked if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store)
        }
        self.scopes.append(Scope("comprehension", frozenset(bound), frozenset()))
        for at, generator in enumerate(node.generators):
            self.visit(generator.target)
            self.visit_all([*([generator.iter] if at else []), *generator.ifs])
        self.visit_all([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        self.scopes.pop()

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp  # noqa: N815

    # -- statements -----------------------------------------------------------------------------

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_annotations(self, nodes: Iterable[ast.AST | None]) -> None:
        before, self.annotated = self.annotated, True
        self.visit_all(nodes)
        self.annotated = before

    def visit_defaults(self, arguments: ast.arguments) -> None:
        self.visit_all([*arguments.defaults, *arguments.kw_defaults])

    def visit_deferred(self, parameters: Iterable[str], body: list[ast.AST]) -> None:
        scope = bound_in(body)
        self.scopes.append(scope._replace(bound=scope.bound | frozenset(parameters)))
        before, self.deferred = self.deferred, True
        self.visit_all(body)
        self.deferred = before
        self.scopes.pop()

    def visit_FunctionDef(self, node: _Function) -> None:
        self.bind(node.name, Kind.DEFINITION)
        self.visit_all(node.decorator_list)
        for decorator in node.decorator_list:  # @shape.register adds to shape
            function = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(function, ast.Attribute) and function.attr == "register":
                self.change(function)
        self.visit_defaults(node.args)
        types = type_parameters(node)
        self.scopes.append(Scope("types", types, frozenset()))
        self.visit_annotations([*(argument.annotation for argument in arguments_of(node.args)), node.returns])
        self.visit_deferred(parameters_of(node.args), list(node.body))
        self.scopes.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.bind(node.name, Kind.DEFINITION)
        self.visit_all(node.decorator_list)
        self.scopes.append(Scope("types", type_parameters(node), frozenset()))
        self.visit_all([*node.bases, *node.keywords])
        self.scopes.append(bound_in(node.body)._replace(kind="class"))
        self.visit_all(node.body)
        del self.scopes[-2:]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit_annotations([node.annotation])
        if node.value is not None:
            self.visit_all([node.value, node.target])

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if isinstance(node.target, ast.Name):
            self.read(node.target.id)
            self.bind(node.target.id, Kind.CHANGE)
        else:
            self.visit(node.target)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            module = alias.name if alias.asname else name
            self.visit_imported(name, Imported(module, None, ast.unparse(ast.Import([alias]))))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.module == "__future__":
            return
        module = "." * node.level + (node.module or "")
        for alias in node.names:
            text = ast.unparse(ast.ImportFrom(node.module, [alias], node.level))
            if alias.name == "*":
                self.names.stars.append(module)
            else:
                self.visit_imported(alias.asname or alias.name, Imported(module, alias.name, text))

    def visit_imported(self, name: str, what: Imported) -> None:
        self.bind(name, Kind.IMPORT)
        if not self.deferred and self.is_global(name):
            before = self.names.imports.get(name)  # import os, os.path
            text = what.text if before is None else f"{before.text}; {what.text}"
            self.names.imports[name] = what._replace(text=text)

    def visit_ExceptHandler(self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self.bind(node.name, Kind.VALUE)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = visit_ExceptHandler  # noqa: N815

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.bind(node.rest, Kind.VALUE)
        self.generic_visit(node)
