"""What is loaded before the lock is at hand behind it; nothing else is."""

import pytest
from support.processes import ask

from grader.worker.preload import ALLOWED, CODECS


@pytest.mark.parametrize("names", [ALLOWED.split(), [f"encodings.{name}" for name in CODECS.split()]])
def test_what_is_loaded_beforehand_can_be_imported_by_all(warm, limits, names):
    imports = "".join(f"    import {name}\n" for name in names)
    assert ask(f"def f():\n{imports}    return 1\n", warm, limits) == 1


@pytest.mark.parametrize("codec", CODECS.split())
def test_a_file_in_any_of_these_codecs_can_be_read(warm, limits, codec):
    assert ask(f"def f():\n    import codecs\n    return bool(codecs.lookup('{codec}').name)\n", warm, limits)


def test_what_numpy_loads_late_is_there(warm, limits):
    source = """
import numpy as np
def f():
    np.ma.masked_array([1.0, 2.0], [True, False]).sum()
    np.polynomial.Polynomial([1, 2])(3)
    np.lib.stride_tricks.sliding_window_view(np.ones(4), 2)
    np.einsum("ij,jk->ik", np.ones((2, 3)), np.ones((3, 2)), optimize=True)
    return repr(np.random.default_rng(0).permutation(3)) + str(np.float32(0.1)) != ""
"""
    assert ask(source, warm, limits) is True


def test_what_is_not_loaded_is_not_there(warm, limits):
    source = "def f():\n    try: import wave\n    except ModuleNotFoundError as error: return error.name\n"
    assert ask(source, warm, limits) == "wave"


def test_a_star_import_of_numpy_asks_for_nothing_that_is_not_there(warm, limits):
    assert (
        ask("from numpy import *\ndef f():\n    return float(sum(zeros(2) + pi)) > 6\n", warm, limits) is True
    )
