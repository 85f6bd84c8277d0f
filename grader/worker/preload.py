"""What is loaded before anything is locked: afterwards nothing can be imported any more."""

from __future__ import annotations

import builtins
import gc
import importlib
import sys

__all__ = ["preload"]

# What submissions may import. All of it is loaded before the search path is taken away.
ALLOWED = """
numpy numpy.fft numpy.lib.stride_tricks numpy.linalg numpy.ma numpy.random numpy.polynomial numpy.typing
abc array bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime
decimal enum fractions functools glob hashlib heapq inspect io itertools json linecache logging math
numbers operator os pathlib pprint random re statistics string sys tempfile textwrap time timeit
traceback types typing unicodedata uuid warnings
"""
# What Python and NumPy import late, and what the worker itself needs.
NEEDED = "ast ctypes difflib fcntl locale mmap resource socket symtable tokenize"
# In which people save files, here and in Korea; Python loads one only when it is asked for.
CODECS = """
ascii big5 cp1250 cp1251 cp1252 cp437 cp850 cp932 cp949 euc_jp euc_kr gb18030 gb2312 gbk idna iso8859_15
iso8859_2 johab koi8_r latin_1 mac_roman raw_unicode_escape shift_jis unicode_escape utf_16 utf_16_be
utf_16_le utf_32 utf_7 utf_8_sig
"""


def preload() -> None:
    """Import all that a worker may use, then leave nothing from which more could be imported."""
    for name in (ALLOWED + NEEDED).split():
        importlib.import_module(name)
    for name in CODECS.split():
        importlib.import_module(f"encodings.{name}")
    import_all_of_numpy()
    # Every notebook has these; the module that makes them is left out by -S.
    builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment]
    sys.path.clear()
    sys.path_importer_cache.clear()
    gc.collect()
    gc.freeze()  # forks share these pages for as long as nobody writes to them


def import_all_of_numpy() -> None:
    """Touch what NumPy loads lazily since 2.0."""
    import numpy as np  # noqa: PLC0415 - only after the search path is set

    np.random.default_rng(0).standard_normal(1)
    np.einsum("ij,jk->ik", np.ones((2, 2)), np.ones((2, 2)), optimize=True)
    str(np.ones(3))
    # What is not loaded by now cannot be any more, and ``from numpy import *`` would ask for all of these.
    np.__all__ = [name for name in np.__all__ if name in vars(np)]
