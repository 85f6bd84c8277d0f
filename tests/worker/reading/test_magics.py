import ast

import pytest

from grader.worker.reading.repairs import python as repaired


def python(source):
    return repaired(source)[0]


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "%load_ext autoreload",
        "!pip install numpy",
        "?np.pad",
        "??np",
        "np.pad?",
        "np.pad??",
    ],
)
def test_a_line_of_ipython_becomes_pass(line):
    assert python(f"x = 1\n{line}\ny = 2") == "x = 1\npass\ny = 2"


def test_a_magic_inside_a_block_keeps_its_indentation():
    assert python("if True:\n    %timeit f()\n    y = 2") == "if True:\n    pass\n    y = 2"


@pytest.mark.parametrize(
    "statement",
    [
        "Z = f()",
        "layers.append(3)",
        "x += 1",
        "d['k'] = f(a=1)",
        "(a, b) = f()",
        "import numpy as np",
        "def f(): return 1",
        "Z = f(1,\n  2)",
        "Z = f(1, \\\n  2)",
    ],
)
def test_a_statement_that_is_timed_stays(statement):
    assert python(f"x = 1\n%time {statement}\ny = 2") == f"x = 1\n{statement}\ny = 2"


@pytest.mark.parametrize("rest", ["", "-n 3 f()", "# nothing", "%timeit f()", "np.pad?"])
def test_a_timed_line_without_a_statement_becomes_pass(rest):
    assert python(f"if True:\n    %time {rest}\n") == "if True:\n    pass\n"


def test_a_value_that_is_timed_stays():
    assert python("Z = %time f(1)\n") == "Z = f(1)\n"


@pytest.mark.parametrize(
    "source",
    [
        ">>> def f(x):\n...     return x\n...\n>>> f(1)",
        "In [1]: def f(x):\n   ...:     return x\n   ...: \nIn [12]: f(1)",
    ],
)
def test_prompts_of_a_terminal_go(source):
    assert python(source) == "def f(x):\n    return x\n\nf(1)"


def test_a_cell_magic_that_somebody_asks_about_is_no_cell_magic():
    assert python("%%bash?\nx = 1") == "pass\nx = 1"


@pytest.mark.parametrize("value", ["!ls", "%timeit -o f()", " !ls *.py"])
@pytest.mark.parametrize("target", ["files", "if True: files", "found['k=']", "files: list"])
def test_a_value_from_the_shell_or_a_magic_becomes_none(target, value):
    assert python(f"{target} ={value}\ny = 2") == f"{target} = None\ny = 2"


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 3", "%%capture out", "%%prun"])
def test_a_timed_cell_keeps_its_body_on_the_same_lines(magic):
    assert python(f"{magic}\ndef f():\n    return 1") == "\ndef f():\n    return 1"


def test_stacked_cell_magics_all_go():
    assert python("%%capture\n%%time\nx = 1") == "\n\nx = 1"


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile conv.py", "%%!", "%%script-x a"])
def test_a_cell_in_another_language_is_emptied(magic):
    assert python(f"{magic}\nls -l\necho done") == "\n\n"


def test_a_command_over_several_lines_goes_as_a_whole():
    assert python("!pip install \\\n   numpy it's\nx = 1") == "pass\n\nx = 1"


def test_text_in_a_string_of_several_lines_is_never_touched():
    source = '%timeit f()\ntext = """\n%matplotlib inline\n!ls\n"""'
    assert python(source) == source.replace("%timeit f()", "pass")


def test_the_remainder_operator_at_the_start_of_a_line_in_brackets_is_never_touched():
    source = "!ls\nx = ('%d'\n%3)"
    assert python(source) == "pass\nx = ('%d'\n%3)"


def test_a_cell_that_is_python_is_never_touched():
    source = "x = 7 \\\n%3\ntext = '''\n!ls\n'''"
    assert python(source) == source


def test_a_non_breaking_space_becomes_a_space_outside_strings_only():
    assert python("def f():\n\u00a0\u00a0\u00a0\u00a0return '\u00a0'") == "def f():\n    return '\u00a0'"


def test_a_pasted_cell_that_is_indented_as_a_whole_is_moved_to_the_margin():
    assert python("    x = 1\n    y = 2") == "x = 1\ny = 2"


def test_pylab_becomes_the_imports_that_it_stands_for():
    (first, second) = ast.parse(python("%pylab inline")).body
    assert (ast.unparse(first), ast.unparse(second)) == ("import numpy as np", "from numpy import *")


@pytest.mark.parametrize(
    "source", ["def f(:\n%time\n'it", "((((\n!ls", "'''\n%x", "\x00", "x = (\n!ls\n", "\\", "%"]
)
def test_no_line_moves_however_broken_the_cell(source):
    assert python(source).count("\n") == source.count("\n")
