"""Small wrong changes of a right function, made by machine: source in, sources out. Nothing is run here.

Each mutant differs from the function in one place: an operator, a comparison, a number, a bound of a slice,
two neighbours of a tuple exchanged, a term, an argument or a statement left out, a minimum for a maximum.
The operators are those of the mutation-testing literature (DeMillo, Lipton and Sayward, Hints on test data
selection, 1978; Offutt et al., An experimental determination of sufficient mutant operators, 1996) and, for
arrays, axes and slices. It is our own because mutation-testing tools import the mutated module and run its
tests in one process; here mutants are judged as students' functions are.
"""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["mutants"]

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.FloorDiv),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult, ast.Div),
    ast.MatMult: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
NAMES = {
    "max": "min",
    "min": "max",
    "maximum": "minimum",
    "minimum": "maximum",
    "sum": "mean",
    "mean": "sum",
    "zeros": "ones",
    "ones": "zeros",
    "exp": "exp2",
    "standard_normal": "standard_exponential",
}


def mutants(source: str, function: str) -> list[tuple[str, str]]:
    """Return name and source of every mutant of one function; the rest of the source stays.

    Args:
        source: Python source that defines the function at its top level.
        function: its name.

    Raises:
        LookupError: the source does not define it.
    """
    tree = ast.parse(source)
    home = next((node for node in tree.body if _defines(node, function)), None)
    if home is None:
        raise LookupError(function)
    unchanged, found = ast.unparse(tree), dict[str, str]()
    for index, node in enumerate(_nodes(home)):
        for change in range(len(list(_changes(node)))):
            mutant = copy.deepcopy(tree)
            place = next(each for each in mutant.body if _defines(each, function))
            target = _nodes(place)[index]
            new = list(_changes(target))[change]
            text = ast.unparse(ast.fix_missing_locations(_Swap(target, new).visit(mutant)))
            if text != unchanged and text not in found.values():
                found[f"{_text(node)} -> {_text(new)} ({_place(node, home)})"] = text
    return list(found.items())


def _defines(node: ast.stmt, function: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == function


def _nodes(home: ast.stmt) -> list[ast.AST]:
    """Return what may change: all of the function but its docstring and the texts that it says."""
    spared = {id(part) for node in ast.walk(home) if _said(node) for part in ast.walk(node)}
    return [node for node in ast.walk(home) if node is not home and id(node) not in spared]


def _said(node: ast.AST) -> bool:
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return text or isinstance(node, (ast.JoinedStr, ast.Raise))


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what the node may become."""
    for kind, change in CHANGES:
        if isinstance(node, kind):
            yield from change(node)


def _operators(node: ast.BinOp) -> Iterator[ast.AST]:
    for operator in OPERATORS.get(type(node.op), ()):
        yield ast.BinOp(node.left, operator(), node.right)
    yield node.left
    yield node.right


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    other = COMPARISONS.get(type(node.ops[0]))
    if other is not None:
        yield ast.Compare(node.left, [other(), *node.ops[1:]], node.comparators)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, (int, float)):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif node.value in {"max", "average"}:
        yield ast.Constant("average" if node.value == "max" else "max")


def _signs(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _neighbours(node: ast.Tuple | ast.List) -> Iterator[ast.AST]:
    """Exchange neighbours: axes, sizes, results."""
    for i in range(len(node.elts) - 1):
        elements = [*node.elts[:i], node.elts[i + 1], node.elts[i], *node.elts[i + 2 :]]
        yield type(node)(elements, node.ctx)


def _bounds(node: ast.Slice) -> Iterator[ast.AST]:
    parts = (node.lower, node.upper, node.step)
    for i, part in enumerate(parts):
        if part is not None:
            lower, upper, step = (None if i == j else kept for j, kept in enumerate(parts))
            yield ast.Slice(lower, upper, step)


def _attributes(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in NAMES:
        yield ast.Attribute(node.value, NAMES[node.attr], node.ctx)
    if node.attr == "T":
        yield node.value


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """Leave a named argument out, exchange the first two, or leave the call out."""
    for i in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])
    if len(node.args) >= 2:
        yield ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    if len(node.args) >= 1:
        yield node.args[0]


def _choices(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _conditions(node: ast.If) -> Iterator[ast.AST]:
    yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def _additions(node: ast.AugAssign) -> Iterator[ast.AST]:
    target = copy.deepcopy(node.target)
    yield ast.Assign([target], node.value, lineno=node.lineno)
    for operator in OPERATORS.get(type(node.op), ()):
        yield ast.AugAssign(node.target, operator(), node.value)


def _statements(_node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


CHANGES: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.BinOp, _operators),
    (ast.Compare, _comparisons),
    (ast.Constant, _constants),
    (ast.UnaryOp, _signs),
    ((ast.Tuple, ast.List), _neighbours),
    (ast.Slice, _bounds),
    (ast.Attribute, _attributes),
    (ast.Call, _calls),
    (ast.IfExp, _choices),
    (ast.If, _conditions),
    (ast.AugAssign, _additions),
    ((ast.Assign, ast.AugAssign, ast.Expr, ast.For, ast.If), _statements),
)


class _Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node for the old one, and look inside all others."""
        return self._new if node is self._old else self.generic_visit(node)


def _place(node: ast.AST, home: ast.stmt) -> str:
    """Return where a node is: the line of the function, and the column."""
    return f"{getattr(node, 'lineno', 0) - home.lineno + 1}:{getattr(node, 'col_offset', 0)}"


def _text(node: ast.AST) -> str:
    """Return a node as one short line."""
    return " ".join(ast.unparse(node).split())[:60]
