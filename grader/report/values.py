"""Values in reports: as JSON without NaN and without megabytes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

__all__ = ["jsonable"]

MAX_NUMBERS = 256  # of one array that are written out; a counterexample that matters is far smaller


def jsonable(value: Any) -> Any:
    """Return the value as JSON knows it.

    Arrays become nested lists; one of more than 256 numbers becomes its shape and its first
    numbers. What JSON has no number for becomes the strings "nan", "inf", "-inf".
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, str)):  # the writer takes no subclass, such as a Sentence
        return int(value) if isinstance(value, int) else str(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        # Twelve digits tell any difference that counts, and are the same with every build of NumPy.
        return float(f"{number:.12g}") if math.isfinite(number) else str(number)
    if isinstance(value, (np.ndarray, np.generic)):
        if value.size > MAX_NUMBERS:
            first = [jsonable(item) for item in value.flat[:16]]
            return {"shape": list(value.shape), "dtype": str(value.dtype), "first": first}
        return jsonable(value.tolist())
    if isinstance(value, dict):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [jsonable(item) for item in value]
    description = getattr(value, "description", None)
    return description if isinstance(description, str) else f"<{type(value).__name__}>"
