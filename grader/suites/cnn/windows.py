"""Windows on images, drawn freely: what convolution and pooling have in common."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from grader.course.authoring import Impossible, choose, shape, varies
from grader.suites.cnn import levels, oracles

if TYPE_CHECKING:
    from grader.course.authoring import Array, Draw, Recipe

ROWS = (1, 1, 2, 3, 4, 17)


def draw_windows(draw: Draw, *, padded: bool = True) -> Recipe:
    """Draw windows, and images that they fit in: from one window to many, whatever is left over."""
    f = draw(choose(1, 2, 3, 4, 5, aim="size"))
    step = draw(choose("1", "less", "f", "more"))
    beyond = f + draw(choose(1, 2, 5, 9, 20, 20, aim="size"))
    stride = {"1": 1, "less": max(1, f - draw(choose(1, 2))), "f": f, "more": beyond}[step]
    pad = draw(choose(0, 0, 0, 1, 2, f, f + 1, aim="size")) if padded else 0
    sides = []
    for _ in range(2):
        rows = draw(choose(*ROWS, aim="size"))
        left = draw(choose(0, 1, 1, 2, 3, 7, 30, 30, 2 * pad, 2 * pad))  # few windows in a thick frame, too
        if rows == ROWS[-1]:
            side = draw(choose(*range(rows, rows + 24)))
            rows = 1 + (side - f) // stride if f < side else 1
        n = f - 2 * pad + stride * (rows - 1) + min(left, stride - 1)
        exact = draw(choose(0, aim="size", most=LONGEST))  # only ever a number of the student's code
        n = exact if exact > 0 and exact + 2 * pad >= f else n
        n -= stride * max(0, -(-(n - LONGEST) // stride))
        sides.append(n if n > 0 else n + stride * (-(n - 1) // stride + 1))
    n_H, n_W = sides
    n_W = n_H if draw(choose(True, False)) else n_W
    if draw(choose(False, False, False, True)) and min(n_H, n_W) <= 5:
        f = min(n_H, n_W)
    return {"n_H": n_H, "n_W": n_W, "f": f, "stride": stride, "pad": pad}


MANY = 33
"""Examples, channels or filters: one more than blocks of 8, 16 or 32 hold."""

LINES: tuple[Recipe, ...] = ({"n_H": 4, "n_W": 44}, {"n_H": 44, "n_W": 4})
"""Two images that whoever writes their sizes one after the other takes for one; w / 43 * 43 is not
always w for their 43 windows of two pixels."""

TURNED: Recipe = {"n_H": 3, "n_W": 9}
"""With nine channels, sizes of images whose channels come first: (m, 3, 9, 9)."""

TWINS: tuple[Recipe, ...] = tuple({"n_H": h, "n_W": w, "f": 2, "stride": 3} for h, w in ((3, 4), (4, 3)))
"""Two images with as many pixels and as large maps, of which one lies on its side."""

ONE_WINDOW: Recipe = {"n_H": 3, "n_W": 3, "f": 3, "stride": 2}

WIDE: Recipe = {"n_H": 20, "n_W": 18, "f": 17, "m": 1}
"""A window that is larger than the rest."""

LONGEST = 320
"""Pixels of a side, at most: a constant of the student's code may become the stride, or how many windows."""

MOST = 3000
"""Numbers of an image batch that is drawn: loops over more than this take long."""


def draw_counts(draw: Draw, n_H: int, n_W: int, *names: str) -> Recipe:
    """Draw how many examples, channels or filters there are; fewer with large images.

    Args:
        draw: turns a choice into a value.
        n_H: the images' height, in pixels.
        n_W: their width.
        names: of what is counted.
    """
    alike = tuple(n for n in (n_H, n_W) if n <= 6) or (2,)
    counts = {name: draw(choose(1, 1, 2, 3, 9, *alike, aim="size")) for name in names}
    first = draw(choose(*range(len(names))))
    for name in (*names[first:], *names[:first]):
        if n_H * n_W * prod(counts.values()) > MOST:
            counts[name] = 1
    return counts


def size(A_prev: Array, f: int) -> str:
    """Return what windows of f pixels are like beside the images A_prev (m, n_H, n_W, n_C)."""
    return "one" if f == 1 else "image" if f >= min(A_prev.shape[1:3]) else ("even", "odd")[f % 2]


SIZES = ("one", "even", "odd", "image")


def left_over(A_prev: Array, f: int, stride: int, pad: int = 0) -> str:
    """Return how many pixels lie behind the last windows, in the direction where there are more."""
    sides = [levels.left_over(n + 2 * pad, f, stride) for n in A_prev.shape[1:3]]
    return max(sides, key=levels.LEFT_OVER.index)


def windows(shape: tuple[int, ...]) -> str:
    """Return how many windows there are, by the shape (m, n_H, n_W, n_C) of an output."""
    _, rows, columns, _ = shape
    if rows == 1:
        return "one" if columns == 1 else "one row"
    return "one column" if columns == 1 else "rows and columns"


WINDOWS = ("one", "one row", "one column", "rows and columns")

IMPOSSIBLE = (
    Impossible({"f": ("one",), "stride": ("less than f", "f")}, "the stride is 1 or longer than one pixel"),
    Impossible({"shape": ("square",), "windows": ("one row", "one column")}, "as many rows as columns"),
    Impossible({"shape": ("tall",), "windows": ("one row",)}, "no fewer rows than columns"),
    Impossible({"shape": ("wide",), "windows": ("one column",)}, "no fewer columns than rows"),
    Impossible({"stride": ("1",), "left over": ("one", "more")}, "windows end at every pixel"),
    Impossible({"examples": ("one",), "same size": ("m",)}, "one is not compared"),
)
"""What the levels of windows exclude, and of one example."""


def check_varies(answer: Array, expected: Array, stride: int) -> None:
    """The shape is right and the numbers differ, which is enough where other properties look at them.

    Args:
        answer: maps (m, n_H, n_W, n_C).
        expected: the right ones; where they need not differ, the answer need not, either.
        stride: in pixels.
    """
    shape(answer, expected.shape)
    if stride == 1 and oracles.every_map_varies(expected):
        varies(answer)
