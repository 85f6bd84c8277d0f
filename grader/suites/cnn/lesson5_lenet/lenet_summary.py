"""Write LeNet-5 down as a table."""

from __future__ import annotations

from grader.course.authoring import (
    Arguments,
    Draw,
    Factor,
    Function,
    Impossible,
    Inputs,
    Recipe,
    choose,
    exercise,
    require,
    say,
)
from grader.suites.cnn import oracles
from grader.suites.cnn.oracles import Row
from grader.suites.cnn.values import side


def build_summary(*, n_C0: int, classes: int) -> Arguments:
    """Return the arguments as they were drawn."""
    return {"n_C0": n_C0, "classes": classes}


def draw_usual(draw: Draw) -> Recipe:
    """Three input channels and ten classes."""
    return {"n_C0": side(draw, (3, 3)), "classes": 10}


def draw_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return {"n_C0": side(draw, (1, 6)), "classes": side(draw, (2, 20))}


def draw_free(draw: Draw) -> Recipe:
    """Any sizes, some of them left out."""
    return {
        "n_C0": draw(choose(1, 2, 3, 4, 8, 16, 32, 64, 300, aim="size")),
        "classes": draw(choose(1, 2, 3, 9, 10, 11, 26, 84, 120, 1000, aim="size")),
        "given": draw(choose(2, 2, 1, 0)),
    }


def build_free(*, n_C0: int, classes: int, given: int) -> Arguments:
    """Return as many of the arguments as are given."""
    return dict([("n_C0", n_C0), ("classes", classes)][:given])


def _size(n: int, usual: int) -> str:
    return (
        "1" if n == 1 else "usual" if n == usual else "fewer" if n < usual else "more" if n < 64 else "many"
    )


SIZES = ("1", "fewer", "usual", "more", "many")
GIVEN = ("nothing", "n_C0", "both")
FACTORS = (
    Factor("n_C0", SIZES, lambda n_C0=3, **_: _size(n_C0, 3)),
    Factor("classes", SIZES, lambda classes=10, **_: _size(classes, 10)),
    Factor("given", GIVEN, lambda **arguments: GIVEN[len(arguments)]),
)
_NOT_USUAL = ("1", "fewer", "more", "many")
IMPOSSIBLE = (
    Impossible({"given": ("nothing",), "n_C0": _NOT_USUAL}, "the default is the usual number"),
    Impossible({"given": ("nothing", "n_C0"), "classes": _NOT_USUAL}, "the default is the usual number"),
)

free_inputs = Inputs(
    draw_free,
    build_free,
    tuple({"n_C0": n_C0, "classes": 10, "given": 2} for n_C0 in (1, 4, 6, 16, 32, 64))
    + tuple({"n_C0": 3, "classes": classes, "given": 2} for classes in (1, 2, 84, 120, 400, 1000))
    # One number after the other: arithmetic with floats is off by one for a few of them.
    + tuple({"n_C0": n, "classes": n, "given": 2} for n in range(1, 100))
    # Alike to whoever remembers tables by the digits, the sum or the product of both numbers.
    + tuple({"n_C0": n_C0, "classes": classes, "given": 2} for n_C0, classes in ((1, 12), (11, 2), (12, 1))),
    factors=FACTORS,
    impossible=IMPOSSIBLE,
)
usual_inputs = Inputs(draw_usual, build_summary)
sizes_inputs = Inputs(draw_sizes, build_summary, ({"n_C0": 1, "classes": 2}, {"n_C0": 4, "classes": 12}))


@exercise("LeNet-5 as a table", points=4, inputs=usual_inputs, contracts=sizes_inputs)
def lenet_summary(n_C0: int = 3, classes: int = 10) -> list[tuple[str, tuple[int, ...], int, int]]:
    """List LeNet-5's layers for images (32, 32, n_C0).

    Returns: rows (layer, activation shape, activation size, parameters) for INPUT, CONV1, POOL1, CONV2,
    POOL2, FC3, FC4 and SOFTMAX; a shape is (n_H, n_W, n_C), or (units,).
    """
    raise NotImplementedError


def _table(f: Function, n_C0: int, classes: int) -> list[tuple[Row, Row]]:
    return _compared(f(n_C0, classes), n_C0, classes)


def _compared(rows: list[Row], n_C0: int, classes: int) -> list[tuple[Row, Row]]:
    """Return the student's rows beside the right ones, after a look at the names."""
    expected = oracles.lenet_summary(n_C0, classes)
    names = [_plain(row[0]) for row in rows]
    require(
        names == [_plain(row[0]) for row in expected],
        say("The layers are {names}.", names=", ".join(row[0] for row in rows) or say("none")),
        actual=[row[0] for row in rows],
        expected=[row[0] for row in expected],
    )
    return list(zip(rows, expected, strict=True))


def _plain(name: str) -> str:
    """Return a layer's name without what does not matter: case, spaces, underscores, hyphens."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _shape(row: Row, expected: Row) -> tuple[int, ...]:
    """Return the shape in a row; that of a dense layer may be written as a column: (120, 1) for (120,)."""
    shape = tuple(row[1])
    is_column = len(expected[1]) == 1 and {*shape[1:]} == {1}
    return shape[:1] if is_column else shape


def _same(layer: str, what: str, actual: object, expected: object) -> None:
    require(
        actual == expected,
        say(
            "{layer}: {what} is {actual}; it must be {expected}.",
            layer=layer,
            what=what,
            actual=str(actual),
            expected=str(expected),
        ),
        actual=actual,
        expected=expected,
    )


@lenet_summary.prop(
    points=1, hint="Each CONV takes 4 pixels away, each POOL halves; then come 120, 84 and the classes."
)
def activation_shapes(f: Function, n_C0: int, classes: int) -> None:
    """The rows are LeNet's layers in order, each with the shape of what it gives."""
    for row, expected in _table(f, n_C0, classes):
        _same(expected[0], say("the activation shape"), _shape(row, expected), expected[1])


@lenet_summary.prop(points=0.5, hint="Multiply the numbers of the activation shape.")
def activation_sizes(f: Function, n_C0: int, classes: int) -> None:
    """The activation size counts the numbers that a layer gives for one image."""
    for row, expected in _table(f, n_C0, classes):
        _same(expected[0], say("the activation size"), row[2], expected[2])


@lenet_summary.prop(
    points=1,
    hint="A CONV layer learns (f * f * n_C_prev + 1) * n_C numbers, a dense one (inputs + 1) * outputs.",
)
def parameters(f: Function, n_C0: int, classes: int) -> None:
    """The parameters of each layer are its weights and its biases."""
    for row, expected in _table(f, n_C0, classes):
        if expected[3]:
            _same(expected[0], say("the number of parameters"), row[3], expected[3])


@lenet_summary.prop(points=0.5, hint="Input and POOL rows learn nothing, so the rest must add up to 62006.")
def nothing_to_learn(f: Function, n_C0: int, classes: int) -> None:
    """Input and pooling learn nothing, and the whole network 62006 numbers."""
    table = _table(f, n_C0, classes)
    for row, expected in table:
        if not expected[3]:
            _same(expected[0], say("the number of parameters"), row[3], 0)
    _same(
        say("all layers"),
        say("the number of parameters"),
        sum(row[3] for row, _ in table),
        oracles.lenet_count(n_C0, classes),
    )
    usual = sum(row[3] for row in f())  # three channels and ten classes, when nothing is said
    _same(say("all layers"), say("the number of parameters"), usual, oracles.lenet_count())


@lenet_summary.prop(
    points=0.75,
    hint="n_C0 is the depth of the input and of CONV1's filters; classes is the size of the last layer.",
    inputs=sizes_inputs,
)
def other_sizes(f: Function, n_C0: int, classes: int) -> None:
    """Other numbers of channels and classes change the rows that they belong to."""
    for row, expected in _table(f, n_C0, classes):
        _same(expected[0], say("the row"), (_shape(row, expected), *row[2:]), expected[1:])


@lenet_summary.definition(
    points=0.5,
    hint="Compute every row from n_C0 and classes; without arguments these are 3 and 10.",
    inputs=free_inputs,
)
def together(answer: list[Row], n_C0: int = 3, classes: int = 10) -> None:
    """For every n_C0 and number of classes, also by default, all numbers of the table are right."""
    for row, expected in _compared(answer, n_C0, classes):
        _same(expected[0], say("the activation shape"), _shape(row, expected), expected[1])
        _same(expected[0], say("the activation size"), row[2], expected[2])
        _same(expected[0], say("the number of parameters"), row[3], expected[3])


def _change(n_C0: int, classes: int, **learnt: int) -> list[Row]:
    """Return the right table with other numbers of parameters in the named rows."""
    rows = oracles.lenet_summary(n_C0, classes)
    return [(name, volume, size, learnt.get(name, count)) for name, volume, size, count in rows]


@lenet_summary.mistake("The biases are not counted. Each filter and each unit has one.")
def leaves_out_the_biases(n_C0: int = 3, classes: int = 10) -> list[Row]:
    return _change(n_C0, classes, CONV1=150 * n_C0, CONV2=2400, FC3=48000, FC4=10080, SOFTMAX=84 * classes)


@lenet_summary.mistake("CONV layers count one bias in all. Each filter has its own.")
def one_bias_a_layer(n_C0: int = 3, classes: int = 10) -> list[Row]:
    return _change(
        n_C0, classes, CONV1=150 * n_C0 + 1, CONV2=2401, FC3=48001, FC4=10081, SOFTMAX=84 * classes + 1
    )


@lenet_summary.mistake(
    "CONV filters are counted without their depth. A filter is as deep as the volume before it."
)
def forgets_the_depth(n_C0: int = 3, classes: int = 10) -> list[Row]:
    return _change(n_C0, classes, CONV1=26 * 6, CONV2=26 * 16)


@lenet_summary.mistake("POOL layers are given parameters. They learn nothing.")
def pooling_learns(n_C0: int = 3, classes: int = 10) -> list[Row]:
    return _change(n_C0, classes, POOL1=(4 * 6 + 1) * 6, POOL2=(4 * 16 + 1) * 16)


@lenet_summary.mistake("The arguments are ignored: this is the table for three channels and ten classes.")
def ignores_the_arguments(n_C0: int = 3, classes: int = 10) -> list[Row]:
    return oracles.lenet_summary()
