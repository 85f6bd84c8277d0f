"""What is gone from NumPy and from Python: what it was, and how to say it now.

Only what a numeric exercise may well use, of the names that the release notes of NumPy 1.20 to 2.5 list as
gone. A name that the installed NumPy still has is never looked up here.
"""

from __future__ import annotations

import builtins
import collections.abc
import functools
import time
from typing import Any

import numpy as np

__all__ = ["METHODS", "MODULES", "NAMES", "REMOVED"]


class _Cast:
    """``np.cast["int32"](x)``."""

    def __getitem__(self, dtype: Any) -> Any:
        return lambda x: np.asarray(x, dtype)


def _itemset(array: Any, *args: Any) -> None:
    """``a.itemset(3.0)`` of one element, ``a.itemset(2, 3.0)`` in flat order, ``a.itemset((0, 1), 3.0)``."""
    *index, value = args
    place = index[0] if len(index) == 1 else tuple(index)
    if isinstance(place, tuple):
        array[place or (0,) * array.ndim] = value
    else:
        array.flat[place] = value


# Of NumPy.
REMOVED: dict[str, tuple[Any, str]] = {
    **{
        name: (getattr(builtins, name), name) for name in ("bool", "complex", "float", "int", "object", "str")
    },
    **{
        name: (getattr(np.exceptions, name), f"np.exceptions.{name}")
        for name in ("AxisError", "ComplexWarning", "VisibleDeprecationWarning")
    },
    "Inf": (np.inf, "np.inf"),
    "Infinity": (np.inf, "np.inf"),
    "NAN": (np.nan, "np.nan"),
    "NINF": (-np.inf, "-np.inf"),
    "NZERO": (-0.0, "-0.0"),
    "NaN": (np.nan, "np.nan"),
    "PINF": (np.inf, "np.inf"),
    "PZERO": (0.0, "0.0"),
    "alen": (len, "len"),
    "alltrue": (np.all, "np.all"),
    "asfarray": (lambda a, dtype=np.float64: np.asarray(a, dtype), "np.asarray"),
    "asscalar": (lambda a: a.item(), "x.item()"),
    "bool8": (np.bool_, "np.bool_"),
    "cast": (_Cast(), "np.asarray"),
    "cfloat": (np.complex128, "np.complex128"),
    "complex_": (np.complex128, "np.complex128"),
    "cumproduct": (np.cumprod, "np.cumprod"),
    "disp": (print, "print"),
    "fastCopyAndTranspose": (lambda a: a.T.copy(), "x.T.copy()"),
    "float_": (np.float64, "np.float64"),
    "in1d": (lambda a, b, **options: np.isin(np.ravel(a), b, **options), "np.isin"),
    "infty": (np.inf, "np.inf"),
    "int0": (np.intp, "np.intp"),
    "long": (int, "int"),
    "mat": (np.asmatrix, "np.asmatrix"),
    "msort": (lambda a: np.sort(a, axis=0), "np.sort(a, axis=0)"),
    "product": (np.prod, "np.prod"),
    "rank": (np.ndim, "np.ndim"),
    "round_": (np.round, "np.round"),
    "row_stack": (np.vstack, "np.vstack"),
    "sometrue": (np.any, "np.any"),
    "string_": (np.bytes_, "np.bytes_"),
    "trapz": (getattr(np, "trapezoid", None), "np.trapezoid"),
    "unicode": (str, "str"),
    "unicode_": (np.str_, "np.str_"),
}

# Of arrays: functions of the array and the rest.
METHODS: dict[str, tuple[Any, str]] = {
    "itemset": (_itemset, "x[i] = value"),
    "newbyteorder": (lambda a, order="S": a.view(a.dtype.newbyteorder(order)), "x.view"),
    "ptp": (np.ptp, "np.ptp"),
    "tostring": (lambda a, order="C": a.tobytes(order), "x.tobytes()"),
}

# Of Python's modules, and of Python itself.
MODULES: dict[str, dict[str, tuple[Any, str]]] = {
    "collections": {
        name: (getattr(collections.abc, name), f"collections.abc.{name}")
        for name in ("Callable", "Hashable", "Iterable", "Iterator", "Mapping", "Sequence", "Set", "Sized")
    },
    "time": {"clock": (time.perf_counter, "time.perf_counter")},
}
NAMES: dict[str, tuple[Any, str]] = {
    "reduce": (functools.reduce, "functools.reduce"),
    "xrange": (range, "range"),
}
