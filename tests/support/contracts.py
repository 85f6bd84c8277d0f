"""An exercise whose author promises next to nothing, and what is said of its contracts."""

import numpy as np

from grader.course.authoring import Array, Inputs, exercise, strategies
from grader.errors import Raised
from grader.judging.judge import judge


def draw_layer(draw):
    sizes = {"rows": draw(strategies.integers(2, 3)), "columns": draw(strategies.integers(2, 4))}
    return sizes | {"seed": draw(strategies.integers(0, 99))}


def build_layer(rows, columns, seed):
    rng = np.random.default_rng(seed)
    x, w = (rng.integers(1, 16, size=(rows, columns)) / 4 for _ in range(2))
    return {"x": x, "cache": (w, {"scale": 2}), "settings": {"shift": np.ones(columns) / 4}}


LAYERS = Inputs(draw_layer, build_layer, ({"rows": 2, "columns": 2, "seed": 1},))


def layer(**options):
    """An exercise whose author promises next to nothing."""

    def weigh(x: Array, cache: tuple[Array, dict[str, int]], settings: dict[str, Array]) -> Array: ...

    draft = exercise("Weigh", inputs=LAYERS, **options)(weigh)

    @draft.prop(points=1, hint="Look.")
    def answers(f, x, cache, settings):
        """It answers."""

    return draft.finish()


LAYER = layer()

HEAD = "import numpy as np\ndef weigh(x, cache, settings):\n    w, options = cache\n"
BODY = "    answer = x * w * options['scale'] + settings['shift']\n"
END = "    return answer\n"
RIGHT = HEAD + BODY + END


def compiled(source, name="weigh"):
    """A function of this process; its exceptions are the student's fault, as a worker reports them."""
    space = {}
    exec(source, space)  # noqa: S102 - our own text

    def call(*args, **kwargs):
        try:
            return space[name](*args, **kwargs)
        except Exception as error:
            raise Raised(f"{type(error).__name__}: {error}".removesuffix(": ")) from error

    return call


def broken(exercise, function, kept, **options):
    """What is said of each broken contract."""
    verdicts = judge(exercise, function, kept, 0, shrinking=False, **options)
    assert not [verdict for verdict in verdicts if verdict.status == "ungraded"], verdicts
    return {v.prop.name: v.feedback.message for v in verdicts if v.prop.contract and v.status != "passed"}
