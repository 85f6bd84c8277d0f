"""Python's parser, quiet and with its faults in one place. Nothing is executed."""

from __future__ import annotations

import ast
import warnings

__all__ = ["UNPARSABLE", "check", "parse", "parses"]

# What the parser raises on broken text, and on hostile text: too deep, too large, a null byte.
UNPARSABLE = (SyntaxError, RecursionError, MemoryError, ValueError)


def parse(source: str) -> ast.Module:
    """Parse Python text, without the warnings that its author should have seen.

    Raises:
        SyntaxError, RecursionError, MemoryError, ValueError: the text is not Python, or is hostile.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def parses(source: str) -> bool:
    """Whether the text is Python."""
    try:
        parse(source)
    except UNPARSABLE:
        return False
    return True


def check(statement: ast.stmt) -> None:
    """Find what parses but cannot be compiled, such as ``break`` outside a loop.

    Raises:
        SyntaxError, RecursionError, MemoryError, ValueError: as ``parse``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(ast.Module([statement], []), "<submission>", "exec", dont_inherit=True)
