"""Files of wheats and chaffs are read, and mutants keep what they need."""

import pytest

from grader.audit.implementations import collection, mutants_of
from grader.errors import SuiteError
from grader.run import Finding


def test_public_functions_of_a_file_are_implementations(tmp_path) -> None:
    (tmp_path / "chaffs").mkdir()
    (tmp_path / "chaffs/double.py").write_text(
        "def _half(x):\n    return x\n\ndef halves(x):\n    return _half(x)\n\n"
        'CAUGHT_BY = {"halves": {"twice"}}\nREDUNDANT = {"thrice": "a reason"}\n'
        'NAMED = {"halves": "forgets_a_half"}\n',
        "utf-8",
    )
    found = collection(tmp_path, "double")
    assert [(each.kind, each.name) for each in found.implementations] == [("chaff", "halves")]
    assert found.caught_by == {"halves": {"twice"}}
    assert found.named == {"halves": "forgets_a_half"}
    assert found.redundant == {"thrice": "a reason"}


@pytest.mark.parametrize("source", ["def f(:\n", 'CAUGHT_BY = {"f": open("f")}\n'])
def test_a_file_of_wheats_that_is_no_such_file_is_the_authors_fault(tmp_path, source) -> None:
    (tmp_path / "wheats").mkdir()
    (tmp_path / "wheats/double.py").write_text(source, "utf-8")
    with pytest.raises(SuiteError):
        collection(tmp_path, "double")


def test_mutants_keep_what_the_reference_needs() -> None:
    entries = [
        {"label": "a.py", "source": "OFFSET = 1\n", "first_line": 1, "statements": [0]},
        {"label": "a.py", "source": "def f(x):\n    return x + OFFSET\n", "first_line": 2, "statements": [0]},
    ]
    found = mutants_of("f", Finding("found", slice=entries))
    assert [each.name for each in found] == [
        "x + OFFSET -> x - OFFSET (2:11)",
        "x + OFFSET -> x (2:11)",
        "x + OFFSET -> OFFSET (2:11)",
    ]
    for each in found:
        assert each.finding.slice[0] == entries[0]
