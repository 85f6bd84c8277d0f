"""Twenty students: right, wrong, broken, hanging. Written by us, in the shapes that people hand in."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOLUTIONS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "solutions/cnn").glob("*.py"))}
PAD = "return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))"
STEP = "return np.sum(a_slice_prev * W) + b.item()"
POOL = 'A = windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(4, 5))'

EDITS = {
    "01-right": [],
    "02-edge": [(PAD, 'return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")')],
    "03-all-axes": [(PAD, "return np.pad(X, pad)")],
    "04-no-bias": [(STEP, "return np.sum(a_slice_prev * W)")],
    "05-bias-inside": [(STEP, "return np.sum(a_slice_prev * W + b)")],
    "06-flipped": [("np.tensordot(windows, W, axes", "np.tensordot(windows, W[::-1, ::-1], axes")],
    "07-stride-ignored": [("axis=(1, 2))[:, ::stride, ::stride]", "axis=(1, 2))")],
    "08-max-only": [(POOL, "A = windows.max(axis=(4, 5))")],
    "09-pad-zero": [
        (
            "dA_padded[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db",
            "dA_padded[:, pad:-pad, pad:-pad], dW, db",
        )
    ],
    "10-hangs": [(PAD, "while True: pass")],
    "11-sleeps": [(STEP, "import time; time.sleep(3600)")],
    "12-exits": [(PAD, "import os; os._exit(0)")],
    "13-none": [(PAD, "Z = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))")],
    "14-list": [(PAD, PAD + ".tolist()")],
    "15-nan": [(PAD, PAD + " * np.nan")],
    "16-memory": [(PAD, "return np.ones((10**6, 10**6))")],
    "17-prints": [(PAD, 'print("x" * 1_000_000); ' + PAD)],
    "18-arguments": [("def zero_pad(X, pad):", "def zero_pad(X):\n    pad = 1")],
}


def write(folder: Path) -> list[str]:
    """Write the twenty students' folders; return their names."""
    for name, edits in EDITS.items():
        home = folder / name
        home.mkdir(parents=True)
        for stem, source in SOLUTIONS.items():
            text = source
            for old, new in edits:
                text = text.replace(old, new)
            (home / f"{stem}.py").write_text(text, "utf-8")
    syntax = folder / "19-syntax"
    syntax.mkdir()
    cells = ["import numpy as np\n", "def zero_pad(X, pad)\n    return X\n", SOLUTIONS["lesson3_pooling"]]
    notebook = {
        "cells": [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    (syntax / "homework.ipynb").write_text(json.dumps(notebook), "utf-8")
    (folder / "20-empty").mkdir()
    return sorted([*EDITS, "19-syntax", "20-empty"])
