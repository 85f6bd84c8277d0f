import json

import pytest

from grader.worker.reading.notebooks import contents

CELLS = [{"cell_type": "code", "source": "x = 1"}, {"cell_type": "code", "source": "y = 2"}]


def sources(document):
    held = contents(document if isinstance(document, str) else json.dumps(document))
    return [source.text for source in held.sources if source.is_code]


@pytest.mark.parametrize(
    "document",
    [
        {"nbformat": 4, "cells": CELLS},
        {"cells": CELLS, "metadata": None},
        {"nbformat": "four", "cells": [None, 7, *CELLS, {"cell_type": "markdown"}], "metadata": []},
        {
            "nbformat": 3,
            "worksheets": [{"cells": [{"cell_type": "code", "input": c["source"]}]} for c in CELLS],
        },
        {"nbformat": 2, "worksheets": [{"cells": [{"input": c["source"]} for c in CELLS]}, 5]},
        {"nbformat": 1, "cells": [{"cell_type": "code", "code": c["source"]} for c in CELLS]},
    ],
)
def test_every_format_and_what_is_left_of_one_is_read(document):
    assert sources(document) == ["x = 1", "y = 2"]


@pytest.mark.parametrize("lines", [["x = 1\n", "y = 2"], ["x = 1", "y = 2"], ["x = 1\n", None, "y = 2"]])
def test_lines_are_joined_whether_they_have_their_ends_or_not(lines):
    assert sources({"cells": [{"cell_type": "code", "source": lines}]}) == ["x = 1\ny = 2"]


@pytest.mark.parametrize("after", ["}}}", "\n{}", "\n<<<<<<< HEAD"])
def test_what_comes_after_the_notebook_does_no_harm(after):
    held = contents(json.dumps({"cells": CELLS}) + after)
    assert (len(held.sources), held.trouble, held.is_whole) == (2, "", True)


def test_a_line_end_inside_a_string_does_no_harm():
    assert sources('{"cells": [{"cell_type": "code", "source": "x = 1\ny = 2"}]}') == ["x = 1\ny = 2"]


def test_the_whole_cells_of_a_notebook_that_breaks_off_are_read():
    held = contents(json.dumps({"cells": CELLS})[:-8])
    assert [source.text for source in held.sources] == ["x = 1"]
    assert (held.is_whole, held.trouble) == (
        False,
        "The notebook is damaged; only its intact cells were read. Save it again from Jupyter.",
    )


def test_the_cells_around_a_merge_conflict_are_read():
    text = json.dumps({"cells": CELLS}, indent=1)
    conflict = '<<<<<<< HEAD\n   "source": "x = 1"\n=======\n   "source": "x = 3"\n>>>>>>> theirs'
    held = contents(text.replace('   "source": "x = 1"', conflict))
    assert [source.text for source in held.sources] == ["y = 2"]
    assert held.trouble.startswith("Line 5 is left over from an unresolved merge conflict.")


COUNTED = [{"cell_type": "code", "execution_count": 1, "source": cell["source"]} for cell in CELLS]


def merging(document, line, theirs, base=""):
    """A document as a merge leaves it that failed on its first line like this."""
    between = f"||||||| base\n{line}\n" if base else ""
    left = f"<<<<<<< HEAD\n{line}\n{between}=======\n{theirs}\n>>>>>>> 12ab (more)"
    return json.dumps(document, indent=1).replace(line, left, 1)


@pytest.mark.parametrize("base", ["", "base"])
def test_a_merge_that_failed_on_counters_alone_loses_nothing(base):
    line = '   "execution_count": 1,'
    held = contents(merging({"cells": COUNTED}, line, line.replace("1", "7"), base))
    assert [source.text for source in held.sources] == ["x = 1", "y = 2"]
    assert (held.is_whole, held.trouble[:45]) == (True, "Line 5 is left over from an unresolved merge ")


def test_a_merge_that_failed_on_text_loses_no_code():
    cells = [{"cell_type": "markdown", "source": "# A"}, *CELLS]
    held = contents(merging({"cells": cells}, '   "source": "# A"', '   "source": "# B"'))
    assert ([source.text for source in held.sources], held.is_whole) == (["x = 1", "y = 2"], True)


def test_of_a_merge_that_failed_on_code_and_counters_the_code_alone_is_lost():
    count, code = '   "execution_count": 1,', '   "source": "y = 2"'
    first = merging({"cells": COUNTED}, count, count.replace("1", "7"))
    held = contents(first.replace(code, f'<<<<<<< HEAD\n{code}\n=======\n   "source": "y = 3"\n>>>>>>> x'))
    assert ([source.text for source in held.sources], held.is_whole) == (["x = 1"], False)


def test_looking_for_cells_in_what_is_damaged_comes_to_an_end():
    assert contents('{"cells": [' + '{"a": ' * 100_000).sources == []


@pytest.mark.parametrize(
    ("metadata", "language"),
    [({"language_info": {"name": "R"}}, "R"), ({"kernelspec": {"language": "julia"}}, "julia")],
)
def test_a_notebook_in_another_language_is_told_by_its_name(metadata, language):
    held = contents(json.dumps({"cells": CELLS, "metadata": metadata}))
    assert (held.sources, held.trouble) == ([], f"The notebook is written in {language}, not in Python.")


@pytest.mark.parametrize("language", ["python", "Python 3", "ipython", "sage", "", None, 3])
def test_python_goes_by_many_names(language):
    assert sources({"cells": CELLS, "metadata": {"kernelspec": {"language": language}}}) == ["x = 1", "y = 2"]
