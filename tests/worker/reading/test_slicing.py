import json

import pytest

from grader.worker.reading.phrases import sent
from grader.worker.reading.slicing import survey

CONV = "def conv_forward(X):\n    return X + 1"
PAD = "def zero_pad(X, pad):\n    return X + pad"


# -- what is missing, broken, repeated ------------------------------------------------------------


def test_a_broken_cell_costs_only_what_it_defines(notebook):
    content = notebook(CONV, "def zero_pad(X):\n    return (X\n", "done = = 1")
    found = survey([("a.ipynb", content)], ["conv_forward", "zero_pad"])
    assert [found.functions[name].status for name in ("conv_forward", "zero_pad")] == [
        "found",
        "broken",
    ]
    assert [trouble.values["where"] for trouble in found.troubles] == [
        "a.ipynb, code cell 2, line 2",
        "a.ipynb, code cell 3, line 1",
    ]
    assert found.functions["zero_pad"].message == (
        "zero_pad is not defined: a.ipynb, code cell 2, line 2 does not parse ('(' was never closed)."
    )


def test_a_broken_function_in_a_plain_script_costs_only_itself(find, run):
    files = {"a.py": f"import math\n{PAD}\ndef bad(:\n    pass\n{CONV}\n".encode()}
    assert run(files, "conv_forward", 1) == 2
    assert find(files, "bad").where == "a.py, line 4"


def test_a_broken_function_counts_before_an_untouched_stub(find, notebook):
    content = notebook("def f(x):\n    raise NotImplementedError", "def f(x:\n    return 1")
    assert find({"a.ipynb": content}, "f").status == "broken"


def test_a_broken_second_try_is_noted_and_the_first_counts(find, notebook):
    found = find({"a.ipynb": notebook(CONV, "def conv_forward(X:\n    return 1")}, "conv_forward")
    (note,) = found.notes
    assert found.status == "found"
    assert note.startswith("a.ipynb, code cell 2, line 1, also defines conv_forward, but does not parse")
    assert note.endswith("; it does not count.")


def test_what_parses_but_cannot_be_compiled_is_broken(find):
    found = find({"a.py": b"x = 1\ndef f():\n    break\n"}, "f")
    assert (found.status, found.message) == (
        "broken",
        "f is not defined: a.py, line 3 cannot be compiled ('break' outside loop).",
    )


def test_a_merge_conflict_in_a_cell_is_named(find, notebook):
    content = notebook("def f():\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n>>>>>>> theirs")
    assert (
        "code cell 1, line 2 does not parse (an unresolved merge conflict"
        in find({"a.ipynb": content}, "f").message
    )


def test_a_merge_conflict_in_a_script_is_told_once(find):
    text = b"def f():\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n>>>>>>> theirs\ndef g(): return 3"
    found = survey([("a.py", text)], ["f", "g"])
    assert [trouble.values["where"] for trouble in found.troubles] == ["a.py, line 2"]
    assert [found.functions[name].status for name in ("f", "g")] == ["broken", "found"]


NEAR = ["conv_foward", "convForward", "ConvForward", "Conv_Forward", "conv_forwards", "conv_forward_2"]


@pytest.mark.parametrize("near", NEAR)
def test_a_near_miss_is_suggested(find, notebook, near):
    content = notebook("x = 1", f"def {near}(X): return X")
    found = find({"a.ipynb": content}, "conv_forward", "conv_backward")
    assert (found.status, found.message) == (
        "missing",
        f"conv_forward is not defined; did you mean {near} in a.ipynb, code cell 2?",
    )


@pytest.mark.parametrize("other", ["conv_backward", "pool_forward", "relu"])
def test_another_function_is_no_near_miss(find, other):
    content = f"def {other}(X): return X".encode()
    assert find({"a.py": content}, "conv_forward", "conv_backward").message == ""


def test_a_function_inside_a_class_is_told_to_move_out(find):
    content = b"class Layer:\n    def conv_forward(self): pass"
    assert find({"a.py": content}, "conv_forward").message == (
        "conv_forward is defined inside class Layer (a.py, line 1); move it to the left margin."
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [("markdown", f"```python\n{CONV}\n```"), ("raw", CONV), ("code", f"%%writefile conv.py\n{CONV}")],
)
def test_a_function_in_a_cell_that_is_not_run_as_python_is_told_to_move(find, notebook, kind, text):
    document = json.loads(notebook("x = 1", text))
    document["cells"][1]["cell_type"] = kind
    label = "a.ipynb, code cell 2" if kind == "code" else "a.ipynb, text cell 1"
    assert find({"a.ipynb": json.dumps(document).encode()}, "conv_forward").message == (
        f"conv_forward is in {label}, which is not run as Python; put it into a code cell."
    )


def test_a_function_that_is_only_imported_is_missing(find):
    assert find({"a.py": b"from scipy.signal import convolve2d"}, "convolve2d").message == (
        "convolve2d is not defined; it is imported from scipy.signal."
    )


def test_a_name_that_a_file_of_the_submission_lacks_is_sought_there(find):
    files = {"a.py": b"def zeropad(X): return X", "b.py": b"from a import zero_pad"}
    assert find(files, "zero_pad").message == "zero_pad is not defined; did you mean zeropad in a.py, line 1?"


def test_of_several_definitions_the_last_counts_with_a_note(find, run, notebook):
    files = {"a.ipynb": notebook("def f(): return 1", "def f(): return 2")}
    assert run(files, "f") == 2
    assert [*find(files, "f").notes] == [
        "f is defined 2 times in a.ipynb; the last one counts (a.ipynb, code cell 2, line 1)."
    ]


STUB = 'def f(x):\n    """Add."""\n    raise NotImplementedError("f: replace this line")'


@pytest.mark.parametrize("below", [(STUB,), (STUB, STUB), ("def f(x):\n    pass",)])
def test_a_stub_pasted_below_a_written_function_counts_for_nothing(below, find, run, notebook):
    files = {"a.ipynb": notebook("def f(x): return x", "def f(x): return x + 1", "f(1)", *below)}
    assert run(files, "f", 1) == 2
    (note,) = find(files, "f").notes
    assert note == (
        f"f is defined {2 + len(below)} times in a.ipynb; the last one that is not a stub counts"
        " (a.ipynb, code cell 2, line 1)."
    )


def test_a_stub_below_does_not_hide_from_other_functions_what_was_written(run, notebook):
    files = {"a.ipynb": notebook("def f(x): return x + 1", "def g(x): return f(x) * 2", STUB)}
    assert run(files, "g", 1, others=("f",)) == 4


def test_a_helper_that_is_to_do_nothing_does_nothing(run, notebook):
    files = {"a.ipynb": notebook("def f(x): return say(x)", "def say(x): return x", "def say(x): pass")}
    assert run(files, "f", 1) is None


def test_of_stubs_alone_the_last_one_is_told(find, notebook):
    assert find({"a.ipynb": notebook(STUB, STUB)}, "f").where == "a.ipynb, code cell 2, line 1"


def test_a_function_that_only_a_program_has_is_told(find):
    source = b'if __name__ == "__main__":\n    def f(x): return x\n    print(f(1))'
    assert find({"a.py": source}, "f").message == (
        'f is defined inside if __name__ == "__main__": (a.py, line 1); move it to the left margin.'
    )


def test_a_function_that_is_written_to_a_file_and_imported_is_found_where_it_stands(find, notebook):
    files = {"a.ipynb": notebook("%%writefile cnn.py\ndef f(x): return x", "from cnn import f")}
    assert find(files, "f").message == (
        "f is in a.ipynb, code cell 1, which is not run as Python; put it into a code cell."
    )


def test_what_is_not_finished_is_not_told_of_each_name_that_it_lacks(find):
    body = "# YOUR CODE STARTS HERE\n    # YOUR CODE ENDS HERE\n    assert Z.shape == (m, n)\n    return Z"
    found = find({"a.py": f"def f(x):\n    {body}".encode()}, "f")
    assert found.notes == ()
    assert found.unfinished.startswith("f is unfinished")


def test_a_name_that_nothing_defines_is_reported(find):
    found = find({"a.py": b"def f(x): return heplr(x) + __name__"}, "f")
    assert [*found.notes] == ["f uses heplr, which is not defined anywhere in the submission."]


# -- what a damaged file leaves open ---------------------------------------------------------------


def test_what_may_stand_in_the_lost_part_of_a_notebook_is_not_taken_for_missing(find, notebook):
    files = {"a.ipynb": notebook(CONV, PAD).split(b"def zero_pad")[0]}
    found = find(files, "zero_pad")
    assert (found.status, found.where) == ("unclear", "a.ipynb")
    assert found.message == (
        "What is missing here may be in the part of a.ipynb that cannot be read; a person has to look at it."
    )


def test_what_is_whole_in_a_damaged_notebook_is_found(run, notebook):
    assert run({"a.ipynb": notebook(CONV, PAD).split(b"def zero_pad")[0]}, "conv_forward", 1) == 2


def test_a_function_that_needs_what_may_be_lost_is_not_judged_without(find, notebook):
    found = find({"a.ipynb": notebook("def f(x): return g(x)", "def g(x): return x")[:-90]}, "f")
    assert (found.status, found.message) == (
        "unclear",
        "f needs g, which may be in the part of a.ipynb that cannot be read; a person has to look at it.",
    )


def test_a_notebook_without_code_loses_nothing(find):
    assert find({"a.ipynb": b'{"cells": []}'}, "f").status == "missing"


@pytest.mark.parametrize("name", ["a.ipynb", "a.py"])
@pytest.mark.parametrize("content", [b"", b" \r\n"])
def test_an_empty_file_is_an_upload_that_may_have_failed(find, name, content):
    found = find({name: content}, "f")
    assert found.status == "unclear"
    assert "a person has to look" in found.message


def test_an_empty_file_of_a_package_is_meant_so(find):
    assert find({"hw/__init__.py": b"", "hw/a.py": b"x = 1"}, "f").status == "missing"


# -- a cell that does not parse --------------------------------------------------------------------


def test_a_broken_line_in_the_cell_of_the_imports_costs_no_import(run, notebook):
    content = notebook("import math\ncd drive/MyDrive\nx = = 1", "def f(x): return math.floor(x)")
    assert run({"a.ipynb": content}, "f", 1.5) == 1


def test_a_definition_in_a_cell_that_cannot_have_run_counts_only_if_there_is_no_other(find, run, notebook):
    assert run({"a.ipynb": notebook(CONV, f"{CONV} + 5\nx = = 1")}, "conv_forward", 1) == 2
    assert run({"a.ipynb": notebook(f"{CONV} + 5\nx = = 1")}, "conv_forward", 1) == 7


def test_a_constant_in_a_cell_that_cannot_have_run_counts_only_if_there_is_no_other(run, notebook):
    function = "def f(): return K"
    assert run({"a.ipynb": notebook("K = 1", function, "K = 2\nx = = 1")}, "f") == 1
    assert run({"a.ipynb": notebook("def two(): return 2", function, "K = two()\nx = = 1")}, "f") == 2


def test_a_broken_line_at_the_margin_of_a_function_leaves_no_half_of_it(find, notebook):
    content = notebook(f"{PAD}\ndef f(x):\n    y = x\nz = = 1\n    return y\n\n{CONV}")
    found = survey([("a.ipynb", content)], ["zero_pad", "f", "conv_forward"]).functions
    assert [found[name].status for name in found] == ["found", "broken", "found"]
    assert found["f"].where == "a.ipynb, code cell 1, line 5"


def test_a_merge_conflict_between_functions_of_a_cell_costs_what_stands_in_it_and_is_told_once(notebook):
    conflict = f"<<<<<<< HEAD\n{PAD}\n=======\n{PAD}\n>>>>>>> theirs\n{CONV}"
    found = survey([("a.ipynb", notebook(conflict))], ["conv_forward"])
    assert found.functions["conv_forward"].status == "found"
    assert [trouble.values["where"] for trouble in found.troubles] == ["a.ipynb, code cell 1, line 1"]


def test_of_the_broken_lines_of_a_cell_the_first_is_told_and_every_broken_function(notebook):
    content = notebook("x = = 1\ny = = 2\ndef f(:\n    pass\nz = = 3", "a b c\nd e f")
    found = survey([("a.ipynb", content)], ["f"])
    assert [trouble.values["where"][len("a.ipynb, ") :] for trouble in found.troubles] == [
        "code cell 1, line 1",
        "code cell 1, line 3",
        "code cell 2, line 1",
    ]


def test_a_repair_is_told_of_the_function_that_it_concerns_and_of_no_other(find, notebook):
    content = notebook(CONV, "def f(x):\n    print 'f', x\n    return x", "print conv_forward(1)")
    assert find({"a.ipynb": content}, "conv_forward").notes == ()
    assert [*find({"a.ipynb": content}, "f").notes] == [
        "a.ipynb, code cell 2: Python 2 print statements were read as calls: print(...)."
    ]


# -- several files --------------------------------------------------------------------------------


def test_a_finished_function_counts_before_a_stub_in_a_later_file(find, run):
    stub = b'def f(x):\n    """Add."""\n    raise NotImplementedError("your code here")'
    files = {"a.py": b"def f(x): return x", "b.py": stub}
    assert run(files, "f", 1) == 1
    assert find(files, "f").notes == ()


def test_of_two_files_that_define_it_differently_none_is_chosen_and_both_are_named(find):
    found = find({"a.py": b"def f(x): return 1", "b.py": b"\ndef f(x): return 2"}, "f")
    assert found.status == "unclear"
    assert found.message == (
        "f has different definitions in several files: a.py, line 1 and b.py, line 2."
        " Keep the one that should be graded."
    )


@pytest.mark.parametrize(("count", "more"), [(3, ""), (5, ""), (7, ", ...")])
def test_the_places_of_a_conflict_stay_phrases_that_can_be_translated(find, count, more):
    files = {f"{name}.py": f"def f(x): return {n}".encode() for n, name in enumerate("abcdefg"[:count])}
    message = find(files, "f").message
    listed = message.values["places"].values["places"]
    assert listed == ", ".join(f"{name}.py, line 1" for name in "abcdefg"[: min(count - 1, 4)]) + more
    assert {place.template for place in listed.values.values()} == {"{place}, line {line}"}


def test_two_files_with_the_same_function_but_for_what_is_written_about_it_are_in_no_conflict(find, run):
    other = b'def f(x: int, y=2) -> int:\n    """Add."""\n    return x + y'
    files = {"a.py": b"def f(x, y=2): return x + y", "b.py": other}
    assert run(files, "f", 1) == 3
    assert find(files, "f").notes == ()


@pytest.mark.parametrize("other", ["def f(x, y=3): return x + y", "def f(y, x=2): return x + y"])
def test_another_default_or_order_of_parameters_is_a_difference(find, other):
    files = {"a.py": b"def f(x, y=2): return x + y", "b.py": other.encode()}
    assert find(files, "f").status == "unclear"


def test_a_finished_function_counts_before_a_half_finished_one_with_a_note(find, run):
    half = b"def f(x):\n    y = None\n    return y"
    files = {"a.py": b"def f(x): return x", "b.py": half}
    assert run(files, "f", 1) == 1
    assert [*find(files, "f").notes] == [
        "f is also defined in b.py, but unfinished there; the one in a.py counts (a.py, line 1)."
    ]


@pytest.mark.parametrize(
    ("head", "call"),
    [
        ("%run ./lesson2.ipynb", "conv_forward(X)"),
        ("from lesson2 import conv_forward", "conv_forward(X)"),
        ("from lesson2 import conv_forward as cf", "cf(X)"),
        ("from .lesson2 import conv_forward as cf", "cf(X)"),
        ("from lesson2 import *", "conv_forward(X)"),
        ("import lesson2", "lesson2.conv_forward(X)"),
        ("import math, lesson2 as l2", "l2.conv_forward(X)"),
        ("from . import lesson2 as l2", "l2.conv_forward(X)"),
    ],
)
def test_a_function_of_another_file_is_found(run, notebook, head, call):
    lenet = notebook(head, f"def lenet_forward(X):\n    return {call}")
    files = {"lenet.ipynb": lenet, "lesson2.ipynb": notebook("K = 1", f"{CONV[:-1]}K")}
    assert run(files, "lenet_forward", 1, others=("conv_forward",)) == 2


def test_helpers_of_one_name_in_two_files_are_kept_apart(find, run):
    files = {
        "lesson2.py": b"def _rows(x): return 10 * x\ndef conv_forward(x): return _rows(x)",
        "lesson5.py": b"def _rows(x): return x + 1\ndef lenet_forward(x): return conv_forward(_rows(x))",
    }
    assert run(files, "lenet_forward", 1) == 20
    assert find(files, "lenet_forward").notes == ()


def test_helpers_of_one_name_that_cannot_be_told_apart_are_reported(find, run):
    files = {
        "lesson2.py": b"def _rows(x): return 10 * x\ndef conv_forward(x, _rows=_rows): return _rows(x)",
        "lesson5.py": b"def _rows(x): return x + 1\ndef lenet_forward(x): return conv_forward(_rows(x))",
    }
    assert [*find(files, "lenet_forward").notes] == [
        "lenet_forward needs two different _rows from two files; the one in lesson5.py counts."
    ]


def test_a_name_inside_an_f_string_is_never_changed_to_a_wrong_one(find):
    files = {
        "lesson2.py": b"def _rows(x): return x\ndef conv_forward(x): return f'{_rows(x)}'",
        "lesson5.py": b"def _rows(x): return x + 1\ndef lenet_forward(x): return conv_forward(_rows(x))",
    }
    found = find(files, "lenet_forward")
    # Python 3.12 and later see the name in the string, earlier versions only that it cannot be changed.
    assert bool(found.notes) != ("{_rows_in_file_1(x)}" in found.slice[0].source)


def test_a_stub_gives_way_to_the_finished_function_of_another_file(run):
    files = {
        "lesson2.py": CONV.encode(),
        "lesson5.py": b"def conv_forward(X): pass\ndef lenet_forward(X): return conv_forward(X)",
    }
    assert run(files, "lenet_forward", 1) == 2


def test_a_built_in_function_is_not_taken_from_another_file(run):
    files = {"a.py": b"def sum(x): return 0", "b.py": b"def f(x): return sum(x)"}
    assert run(files, "f", [1, 2]) == 3


# -- robustness -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        "0" + "+0" * 50_000,
        "x = " + "-" * 50_000 + "1",
        "(" * 1000,
        "\x00",
        "a" + ".b" * 50_000,
        "def (" * 500,
    ],
)
def test_hostile_text_costs_only_its_own_cell(notebook, hostile):
    found = survey([("a.ipynb", notebook(CONV, hostile))], ["conv_forward"])
    assert found.functions["conv_forward"].status == "found"
    (trouble,) = found.troubles
    assert trouble.values["where"].removesuffix(", line 1") == "a.ipynb, code cell 2"


def test_a_long_chain_of_needs_is_followed(run):
    lines = ["x0 = 1", *(f"x{n} = x{n - 1}" for n in range(1, 300)), "def f(): return x299"]
    assert run({"a.py": "\n".join(lines).encode()}, "f") == 1


def test_the_survey_is_plain_data_and_the_same_each_time(notebook):
    files = [
        (
            "a.ipynb",
            notebook("import numpy as np", CONV, PAD, "x = = 1", "A = zero_pad(np.random.randn(3), 1)"),
        )
    ]
    first, second = (json.dumps(sent(survey(files, ["conv_forward", "zero_pad", "relu"]))) for _ in range(2))
    assert first == second


def test_an_import_of_a_name_that_the_other_file_lacks_is_a_missing_name_and_no_missing_module(find):
    files = {
        "one.py": b"def zero_padd(x): return x\n",
        "two.py": b"from one import zero_pad\ndef f(x): return zero_pad(x)\n",
    }
    found = find(files, "f")
    assert found.status == "found"
    assert found.with_state == ()
    assert any(
        "uses zero_pad, which is not defined anywhere in the submission" in str(n) for n in found.notes
    )
    assert all("import" not in entry.source.split("\n")[i] for entry in found.slice for i in entry.statements)


def test_a_name_whose_definition_does_not_parse_is_said_to_be_broken_and_not_missing(find, notebook):
    files = {"hw.ipynb": notebook("def pad(x)\n    return x", "def f(x):\n    return pad(x)")}
    assert (
        "f uses pad, whose definition does not parse (hw.ipynb, code cell 1, line 1)."
        in find(files, "f").notes
    )
