"""A value that has no parts, in words that are the same in every process and on every machine."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

import numpy as np

__all__ = ["is_strategy", "plain"]

_WRITTEN = {type(None), bool, int, float, complex, bytes, type(Ellipsis), type(NotImplemented)}
SEED_BITS = 64  # a generator's seed is said if it has no more; without one, it is 128 random bits
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


def plain(value: Any, home: str = "") -> str | None:
    """Return a number, a word, an array or the like as text; None for what has parts of its own.

    Args:
        value: any.
        home: the folder of the course, which is left out of paths.
    """
    kind = type(value)
    if kind in _WRITTEN:
        # Python writes no decimal number of 5000 digits.
        return hex(value) if kind is int else repr(value)
    if kind is str or isinstance(value, PurePath):
        text = str(value)
        return f"{kind.__name__} {text.replace(home, '') if home else text!r}"
    if isinstance(value, re.Pattern):
        return f"pattern {value.pattern!r} {value.flags}"
    if is_strategy(value):
        return _without_lambdas(_without_addresses(_shown(value)))
    return _numpy(value)


def is_strategy(value: object) -> bool:
    """Tell whether a value is one of Hypothesis' strategies, without importing it."""
    return any(each.__name__ == "SearchStrategy" for each in type(value).__mro__)


def _numpy(value: Any) -> str | None:
    if isinstance(value, (np.ndarray, np.generic)):
        return None if value.dtype.hasobject else f"{value.dtype} {value.shape} {value.tobytes().hex()}"
    if isinstance(value, np.dtype):
        return f"dtype {value}"
    if isinstance(value, (np.random.Generator, np.random.RandomState)):
        return f"{type(value).__name__} {_seed(value)}"
    return None


def _seed(generator: Any) -> str:
    """Return what a generator was seeded with: its state goes on with every number that is drawn."""
    bits = getattr(generator, "bit_generator", None) or getattr(generator, "_bit_generator", None)
    entropy = getattr(getattr(bits, "seed_seq", None), "entropy", None)
    known = not isinstance(entropy, int) or entropy.bit_length() <= SEED_BITS
    return f"{type(bits).__name__} {entropy if known else ''}"


def _shown(strategy: object) -> str:
    try:
        return repr(strategy)
    except Exception:  # noqa: BLE001 - of an author's object that is an argument of it
        return type(strategy).__name__


def _without_addresses(text: str) -> str:
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)


def _without_lambdas(text: str) -> str:
    """Leave out lambdas, which each version of Hypothesis writes in a way of its own."""
    kept, depth = [], 0
    for part in re.split(r"(\blambda\b|[()\[\]{}])", text):
        if depth and part in _BRACKETS:
            depth += _BRACKETS[part]
        elif part == "lambda" and not depth:
            depth = 1
        if not depth:
            kept.append(part)
    return "".join(kept)
