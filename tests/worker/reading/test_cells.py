import json

import pytest

from grader.worker.reading.cells import cells


def sources(name, content):
    found, troubles = cells(name, content)
    assert troubles == []
    return [cell.source for cell in found]


def trouble(name, content):
    found, (only,) = cells(name, content)
    assert found == []
    return only


def test_code_cells_are_numbered_among_themselves(notebook):
    document = json.loads(notebook("x = 1", "y = 2"))
    document["cells"].insert(1, {"cell_type": "markdown", "source": "# Text"})
    found, _ = cells("lesson2.ipynb", json.dumps(document).encode())
    assert [(cell.label, cell.source) for cell in found] == [
        ("lesson2.ipynb, code cell 1", "x = 1"),
        ("lesson2.ipynb, code cell 2", "y = 2"),
    ]


def test_format_3_and_format_4_give_the_same_cells(notebook, old_notebook):
    texts = "x = 1", ["y = 2\n", "z = 3"]
    assert cells("a.ipynb", notebook(*texts)) == cells("a.ipynb", old_notebook(*texts))


def test_a_source_may_be_a_list_of_lines(notebook):
    assert sources("a.ipynb", notebook(["x = 1\n", "y = 2"])) == ["x = 1\ny = 2"]


def test_metadata_may_be_missing_and_fields_invalid():
    document = {
        "cells": [{"cell_type": "code", "source": ["x = 1", 7]}, 3, {"cell_type": "code", "source": None}]
    }
    assert sources("a.ipynb", json.dumps(document).encode()) == ["x = 1", ""]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_may_end_in_any_way(end):
    assert sources("a.py", b"x = 1" + end + b"y = 2") == ["x = 1\ny = 2"]


def test_lines_in_a_notebook_may_end_in_any_way(notebook):
    assert sources("a.ipynb", notebook("x = 1\r\ny = 2\rz = 3")) == ["x = 1\ny = 2\nz = 3"]


def test_a_byte_order_mark_is_no_character(notebook):
    assert sources("a.py", b"\xef\xbb\xbfx = 1") == ["x = 1"]
    assert sources("a.ipynb", b"\xef\xbb\xbf" + notebook("x = 1")) == ["x = 1"]


def test_text_that_is_not_utf_8_is_read_as_latin_1():
    assert sources("a.py", "x = 'é'".encode("latin-1")) == ["x = 'é'"]


def test_a_script_may_declare_its_encoding():
    text = "# coding: cp949\nx = '필터'"
    assert sources("a.py", text.encode("cp949")) == [text]


@pytest.mark.parametrize("coding", ["nonsense", "rot13", "zip"])
def test_a_script_that_declares_no_text_encoding_is_still_read(coding):
    assert sources("a.py", f"# coding: {coding}\nx = 'é'".encode("latin-1")) == [
        f"# coding: {coding}\nx = 'é'"
    ]


def test_half_a_character_in_a_notebook_does_no_harm():
    content = b'{"cells": [{"cell_type": "code", "source": "x = 1  # \\ud800"}]}'
    assert sources("a.ipynb", content) == ["x = 1  # ?"]


def test_a_notebook_under_the_name_of_a_script_is_read_as_one(notebook):
    assert sources("a.py", notebook("x = 1")) == ["x = 1"]


def test_a_plain_script_is_one_cell():
    found, _ = cells("conv.py", b"import numpy as np\n\nx = 1\n")
    assert [(cell.label, cell.first_line) for cell in found] == [("conv.py", 1)]


def test_a_percent_script_is_cut_at_its_markers_and_keeps_the_lines_of_the_file():
    text = b"import numpy as np\n# %%\nx = 1\n# %% [markdown]\n# Text\n# %%\ny = 2"
    found, _ = cells("conv.py", text)
    assert [(cell.first_line, cell.source.split("\n")[-1]) for cell in found] == [
        (1, "import numpy as np"),
        (2, "x = 1"),
        (4, "# Text"),
        (6, "y = 2"),
    ]


def test_a_marker_inside_a_string_does_not_cut():
    assert len(cells("conv.py", b'"""\n# %%\n"""\nx = 1')[0]) == 1


def test_a_script_exported_from_a_notebook_is_cut_at_its_prompts():
    assert [cell.first_line for cell in cells("conv.py", b"# In[1]:\nx = 1\n# In[ ]:\ny = 2")[0]] == [1, 3]


def test_a_broken_script_is_cut_at_its_statements():
    text = (
        b'import numpy as np\n\n@staticmethod\ndef good(x):\n    """Text\nat the margin."""\n    return x\n\n'
    )
    text += b"def bad(x:\n"
    text += b"    return x\n\nif good:\n    y = 1\nelse:\n    y = 2\n"
    found, _ = cells("conv.py", text)
    assert [(cell.first_line, cell.source.split("\n")[0]) for cell in found] == [
        (1, "import numpy as np"),
        (3, "@staticmethod"),
        (9, "def bad(x:"),
        (12, "if good:"),
    ]


NOT_JSON = "This is not a notebook: it is not valid JSON. Save it again from Jupyter."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty. Hand in the file with your work."),
        (b" \n\xef\xbb\xbf"[:2], "The file is empty. Hand in the file with your work."),
        (
            b"x = 1",
            NOT_JSON.replace("JSON.", "JSON (line 1: Expecting value)."),
        ),
        (b"[1, 2]", "This is JSON but not a notebook: it has no cells. Hand in the .ipynb file itself."),
        (b'{"a": 1}', "This is JSON but not a notebook: it has no cells. Hand in the .ipynb file itself."),
        (b'{"cells": []}', "The notebook has no code cells; put your functions into code cells."),
        (
            b"[" * 100_000,
            "This is not a notebook: its JSON is nested too deeply. Save it again from Jupyter.",
        ),
        (b"9" * 5_000, NOT_JSON),
    ],
)
def test_what_is_no_notebook_is_told_in_one_sentence(content, message):
    assert (trouble("a.ipynb", content).where, trouble("a.ipynb", content).message) == ("a.ipynb", message)


def test_a_merge_conflict_in_a_notebook_names_its_line():
    content = b'{\n<<<<<<< HEAD\n "cells": []\n=======\n>>>>>>> theirs\n}'
    assert trouble("a.ipynb", content).message == (
        "Line 2 is left over from an unresolved merge conflict. Keep one side and save the file."
    )


def test_a_merge_conflict_in_a_script_is_told_and_spares_what_stands_before_it():
    text = b"x = 1\n<<<<<<< HEAD\ndef f(): return 2\n=======\ndef f(): return 3\n>>>>>>> theirs\ny = 4"
    found, (only,) = cells("a.py", text)
    assert (found[0].source, found[-1].source) == ("x = 1", "y = 4")
    assert only.where == "a.py, line 2"


def test_a_merge_conflict_inside_a_function_leaves_no_half_of_it():
    text = b"def f():\n    x = 1\n<<<<<<< HEAD\n=======\n    x = 2\n>>>>>>> theirs\n    return x\ny = 4"
    found, _ = cells("a.py", text)
    assert [cell.first_line for cell in found] == [1, 8]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "latin-1"])
def test_files_are_read_in_whatever_people_save_them(notebook, encoding):
    assert sources("a.py", "x = 'é'\n".encode(encoding)) == ["x = 'é'\n"]
    assert sources("a.ipynb", notebook("x = 1").decode().encode(encoding)) == ["x = 1"]


def test_curly_quotes_of_windows_are_quotes():
    assert sources("a.py", "x = “a”".encode("cp1252")) == ['x = "a"']


def test_a_script_under_the_name_of_a_notebook_is_read_as_one():
    found, troubles = cells("a.ipynb", b"import numpy as np\nx = 1")
    assert ([cell.label for cell in found], troubles) == (["a.ipynb"], [])


def test_a_broken_cell_is_cut_at_its_statements_and_keeps_its_lines(notebook):
    found, _ = cells("a.ipynb", notebook("x = 1", "import math\ny = = 1\nz = 2"))
    assert [(str(cell.label)[-1], cell.first_line, cell.source) for cell in found] == [
        ("1", 1, "x = 1"),
        ("2", 1, "import math"),
        ("2", 2, "y = = 1"),
        ("2", 3, "z = 2"),
    ]
