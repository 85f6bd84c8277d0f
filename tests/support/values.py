"""Strategies for the values that the wire carries."""

from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.worker import wire

DTYPES = sorted(wire._DTYPES)

ARRAYS = hnp.arrays(st.sampled_from(DTYPES), hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**64) + 1, 2**64 - 1)
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
    | st.binary(max_size=20)
    | ARRAYS
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=3) | st.integers(-9, 9), inner
        )
    ),
    max_leaves=8,
)
