"""What to say about a wanted function: who defines it, why none does, and what is odd about it."""

from __future__ import annotations

import ast
import difflib
from typing import TYPE_CHECKING

from .names import Kind
from .phrases import phrase
from .scopes import arguments_of
from .submission import is_main_block, line_of
from .unfinished import first_gap, is_stub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .phrases import Phrase
    from .slices import Slice
    from .statements import Statement
    from .submission import Broken, Submission

__all__ = ["broken", "chosen", "definitions", "missing", "notes", "rivals"]

_MAX_NAMES = 2000  # defined names that are compared with a missing one
_MAX_NAME = 80  # characters of a name worth comparing
_LIKENESS = 0.8  # of difflib; moving_avrage is like moving_average, moving_median is not
# Values that may be functions, or hold one.
_CALLABLE = (ast.Lambda, ast.Call, ast.Name, ast.Attribute, ast.IfExp, ast.Tuple)


def definitions(submission: Submission, shown: set[Statement], name: str) -> list[Statement]:
    """Return for each file that has one the statement that defines the function, in the order of files."""
    found = []
    for file in range(len(submission.names)):
        binders = [b for b in submission.binders.get((file, name), ()) if b not in shown]
        defined = [b for b in binders if b.names.binds.get(name) is Kind.DEFINITION]
        found += (defined or [b for b in binders if isinstance(_value(b.node), _CALLABLE)])[-1:]
    return found


def _value(node: ast.stmt) -> ast.expr | None:
    """Return what a statement assigns, if that is all it does."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.NamedExpr):
        return node.value.value
    return node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None


def chosen(found: list[Statement]) -> Statement | None:
    """Return the definition that counts: the last of those that are furthest from an untouched stub."""
    return max(found, key=lambda statement: (_progress(statement), found.index(statement)), default=None)


def rivals(home: Statement, found: list[Statement]) -> list[Statement]:
    """Return the definitions that may as well be meant as the one that counts, and say something else."""
    if is_stub(home):
        return []
    meant = _meaning(home.node)
    return [
        statement
        for statement in found
        if statement is not home
        and _progress(statement) == _progress(home)
        and _meaning(statement.node) != meant
    ]


def _progress(statement: Statement) -> int:
    """Return 0 for an untouched stub, 1 for what is visibly unfinished, 2 for the rest."""
    return 0 if is_stub(statement) else 1 if first_gap(statement) is not None else 2


def _meaning(node: ast.stmt) -> str:
    """Return a text that is the same for definitions that differ in docstring and annotations only."""
    if not isinstance(node, ast.FunctionDef):
        return ast.dump(node)
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    parameters = [argument.arg for argument in arguments_of(node.args)]
    parts = (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults), *body)
    return " ".join([*parameters, *(ast.dump(part) for part in parts)])


def broken(submission: Submission, name: str) -> Broken | None:
    """Return the last cell that would define the function if it parsed."""
    return next((cell for cell in reversed(submission.broken) if cell.would_define(name)), None)


def missing(submission: Submission, name: str, wanted: list[str]) -> str:
    """Return the likeliest reason why nothing defines the function; empty if none can be told."""
    for text in submission.texts:
        if line_of(name, text.source) is not None:
            return phrase(
                "{name} is in {where}, which is not run as Python; put it into a code cell.",
                name=name,
                where=text.label,
            )
    for (_, bound), binders in submission.binders.items():
        imported = [b.names.imports[name] for b in binders if bound == name and name in b.names.imports]
        if imported and not submission.files_of(imported[-1].module):
            return phrase(
                "{name} is not defined; it is imported from {module}.", name=name, module=imported[-1].module
            )
    for statement in submission.statements:
        if inside := _inside(statement, name):
            return phrase(
                "{name} is defined inside {outer} ({where}); move it to the left margin.",
                name=name,
                outer=inside,
                where=statement.where,
            )
    near = _near(submission, name, wanted)
    if near is not None:
        other, statement = near
        return phrase(
            "{name} is not defined; did you mean {other} in {where}?",
            name=name,
            other=other,
            where=_cell(statement),
        )
    return ""


def notes(
    submission: Submission,
    part: Slice,
    home: Statement,
    name: str,
    found: list[Statement],
    unsettled: list[str],
) -> list[str]:
    """Return sentences about a function that was found."""
    said = [*_repeated(submission, home, name), *_in_files(submission, home, name, found)]
    said += [
        phrase("{place}: {message}.", place=cell.label, message=repair)
        for cell in dict.fromkeys(s.cell for s in part.kept if Kind.DEFINITION in s.names.binds.values())
        for repair in cell.repairs
    ]
    fault = broken(submission, name)
    if fault is not None:
        said.append(
            phrase(
                "{where}, also defines {name}, but does not parse ({reason}); it does not count.",
                where=fault.where,
                name=name,
                reason=fault.message,
            )
        )
    said += [
        _state(name, read, binder, reader if not reader.names.binds.get(name) else None)
        for read, (binder, reader) in part.state.items()
    ]
    if first_gap(home) is None:  # what is not finished lacks names for that reason
        said += [_unresolved(submission, name, read) for read in part.unresolved]
    own = submission.names[home.file]
    said += [
        phrase(
            "{name} needs two different {other} from two files; the one in {file} counts.",
            name=name,
            other=both,
            file=own,
        )
        for both in unsettled
    ]
    return said


def _state(name: str, read: str, binder: Statement, needed: Statement | None) -> str:
    """Say that the function, or another one that it needs, reads what only a demonstration sets."""
    if needed is None:
        return phrase(
            "{name} reads the global {other}, which is not one of its arguments ({where} sets it for an "
            "example).",
            name=name,
            other=read,
            where=_cell(binder),
        )
    return phrase(
        "{helper}, which {name} needs, reads the global {other}, which is not one of its arguments ({where}"
        " sets it for an example).",
        helper=_label(needed),
        name=name,
        other=read,
        where=_cell(binder),
    )


def _unresolved(submission: Submission, name: str, read: str) -> Phrase:
    fault = broken(submission, read)
    if fault is None:
        return phrase(
            "{name} uses {other}, which is not defined anywhere in the submission.", name=name, other=read
        )
    return phrase(
        "{name} uses {other}, whose definition does not parse ({where}).",
        name=name,
        other=read,
        where=fault.where,
    )


def _repeated(submission: Submission, home: Statement, name: str) -> Iterator[str]:
    defined = submission.definitions.get((home.file, name), [])
    if len(defined) > 1:
        said = phrase("{name} is defined {times} times in {file}; the last one counts ({where}).")
        if is_stub(defined[-1]) and not is_stub(home):
            said = phrase(
                "{name} is defined {times} times in {file}; the last one that is not a stub counts ({where})."
            )
        yield phrase(
            said.template,
            name=name,
            times=len(defined),
            file=submission.names[home.file],
            where=home.where,
        )


def _in_files(submission: Submission, home: Statement, name: str, found: list[Statement]) -> Iterator[str]:
    others = [s for s in found if not is_stub(s) and _progress(s) < _progress(home)]
    if others:
        yield phrase(
            "{name} is also defined in {others}, but unfinished there; the one in {file} counts ({where}).",
            name=name,
            others=", ".join(submission.names[s.file] for s in others),
            file=submission.names[home.file],
            where=home.where,
        )


def _inside(statement: Statement, name: str) -> str:
    """Return what a definition of the function is nested in, as ``class Layer``; empty if in nothing."""
    node = statement.node
    inner = (n for n in ast.walk(node) if isinstance(n, ast.FunctionDef) and n is not node)
    if not any(n.name == name for n in inner):
        return ""
    if isinstance(node, ast.ClassDef):
        return phrase("class {name}", name=node.name)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return phrase("function {name}", name=node.name)
    return 'if __name__ == "__main__":' if is_main_block(node) else ""


def _near(submission: Submission, name: str, wanted: list[str]) -> tuple[str, Statement] | None:
    """Return the defined function whose name is most like this one, but no other wanted one."""
    defined = {
        other: statements[-1]
        for (_, other), statements in list(submission.definitions.items())[:_MAX_NAMES]
        if len(other) <= _MAX_NAME and other not in wanted
    }
    same = [other for other in defined if _plain(other) == _plain(name)]
    near = same or difflib.get_close_matches(name, defined, 1, _LIKENESS)
    return (near[-1], defined[near[-1]]) if near else None


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _label(statement: Statement) -> str:
    return next(iter(statement.names.binds), _cell(statement))


def _cell(statement: Statement) -> str:
    """Return the cell in a notebook, the line in a script: what a student looks for."""
    return statement.cell.label if statement.cell.kind == "notebook" else statement.where
