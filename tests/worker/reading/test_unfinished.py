import pytest


@pytest.fixture
def gap(find):
    """Return the line that is said to be the first empty one of f(x, pad=None) with this body."""

    def told(body: str) -> str:
        text = "def f(x, pad=None):\n" + "\n".join(f"    {line}" for line in body.split("\n"))
        sentence = find({"a.py": text.encode()}, "f").unfinished
        head = "f is unfinished: the first place that is still empty is a.py, line "
        return str(sentence).removeprefix(head).removesuffix(").").split(" (", 1)[-1] if sentence else ""

    return told


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Z = None\nreturn Z", "Z = None"),
        ("y = x\nZ = None  # (1 line)\nreturn y + Z", "Z = None  # (1 line)"),
        ("for i in range(3):\n    Z = None\nreturn Z", "Z = None"),
        ("(m, n) = None\nreturn m", "(m, n) = None"),
        ("x[0] = None\nreturn x", "x[0] = None"),
        ("x += None\nreturn x", "x += None"),
        ("for i in range(None):\n    x = i\nreturn x", "for i in range(None):"),
        ("for i in None:\n    x = i\nreturn x", "for i in None:"),
        ("for i in x:\n    pass\nreturn x", "pass"),
        ("for i in x:\n    ...\nreturn x", "..."),
        ("Z = ...\nreturn Z", "Z = ..."),
        ("Z = ____\nreturn Z", "Z = ____"),
        ("y = x\nraise NotImplementedError('your code')\nreturn y", "raise NotImplementedError('your code')"),
        (
            "### START CODE HERE ### (2 lines)\n# pad\n\n### END CODE HERE ###\nreturn x",
            "### START CODE HERE ### (2 lines)",
        ),
        ("# Z = None\n# YOUR CODE STARTS HERE\n\n# YOUR CODE ENDS HERE\nreturn Z", "# YOUR CODE STARTS HERE"),
        ("# BEGIN SOLUTION\n# END SOLUTION\nreturn x", "# BEGIN SOLUTION"),
        ("y = None\nreturn y + None\nZ = None\nreturn Z", "y = None"),
    ],
)
def test_this_is_not_finished(gap, body, line):
    assert gap(body) == line


@pytest.mark.parametrize(
    "body",
    [
        "best = None\nfor i in x:\n    best = i\nreturn best",
        "unused = None\nreturn x",
        "pad = None\nreturn x",
        "return x[None, ...]",
        "x[..., None] = 1\nreturn x",
        "if x:\n    pass\nelse:\n    x = 1\nreturn x",
        "if pad == 'max':\n    return x\nelse:\n    raise NotImplementedError(pad)",
        "for i in x:\n    pass\n    x = i\nreturn x",
        "### START CODE HERE ###\nx = 1\n### END CODE HERE ###\nreturn x",
        "# your code starts here\nx = 1\n# your code ends here\n# the code starts here\nreturn x",
        "raise NotImplementedError",
        "while True:\n    pass\nreturn x",
        "pass",
    ],
)
def test_this_is_finished_or_a_stub_as_it_was_handed_out(gap, body):
    assert gap(body) == ""


def test_the_sentence_names_file_cell_and_line(find, notebook):
    content = notebook("import numpy", "# pad\ndef f(x):\n    Z = None\n    return Z")
    assert find({"a.ipynb": content}, "f").unfinished == (
        "f is unfinished: the first place that is still empty is a.ipynb, code cell 2, line 3 (Z = None)."
    )


def test_a_place_that_is_empty_changes_nothing_of_what_is_found(run):
    assert run({"a.py": b"def f(x):\n    cache = None\n    return x, cache"}, "f", 1) == (1, None)
