"""The arguments of calls: whether a call changed them, and other numbers for the same objects."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["fingerprint", "rewritten", "spoil"]

_PLAIN = frozenset({bool, int, float, str, type(None)})


def fingerprint(value: Any) -> Any:
    """Return what differs before and after a call that changes its arguments.

    Arrays are compared by their bytes: copying those takes less time than asking NumPy whether all numbers
    are equal, and nan is equal to itself. Only exact types are looked into: no student's code runs here.
    """
    kind = type(value)
    if kind is np.ndarray:
        return value.dtype, value.shape, value.tobytes()
    if kind is dict:
        return [(key if type(key) in _PLAIN else id(key), fingerprint(item)) for key, item in value.items()]
    if kind in {list, tuple}:
        return [fingerprint(item) for item in value]
    if kind is np.random.Generator:
        return None  # drawing from it is what it is for
    return value if kind in _PLAIN else id(value)


def spoil(answer: Any) -> None:
    """Change an answer wherever it can be changed, as whoever gets it may do: arrays, lists and dicts."""
    kind = type(answer)
    if kind is np.ndarray and answer.flags.writeable:
        answer.fill(3)  # no answer that a course asks for is all 3, and few start as that
    elif kind in {list, tuple}:
        for item in answer:
            spoil(item)
    elif kind is dict:
        for item in answer.values():
            spoil(item)
    if kind in {list, dict}:
        answer.clear()


def rewritten(old: Any, new: Any) -> Any:
    """Return ``new``, in the arrays, dicts and lists of ``old`` as far as these fit.

    A call may have changed their structure: what does not fit is taken from ``new`` as it is.
    """
    kind = type(new)
    if type(old) is not kind:
        return new
    if kind is np.ndarray:
        fits = (old.shape, old.dtype) == (new.shape, new.dtype) and old.flags.writeable
        if fits:
            np.copyto(old, new)
        return old if fits else new
    if kind is dict and old.keys() == new.keys():
        old.update({key: rewritten(old[key], new[key]) for key in new})
        return old
    if kind in {list, tuple} and len(old) == len(new):
        items = [rewritten(*pair) for pair in zip(old, new, strict=True)]
        if kind is tuple:
            return tuple(items)
        old[:] = items
        return old
    return new
