"""The kill matrix: what follows from who breaks what."""

import pytest

from grader.errors import SuiteError
from grader.matrix import (
    Matrix,
    Round,
    Row,
    Sheet,
    caught_as_said,
    lazy_answers,
    needed,
    records,
    right_answers,
    share,
    text,
    wrong_answers,
)
from grader.run import Finding
from grader.zoo import bred, pen

PROPERTIES = (("shape", 1.0), ("sum", 8.0), ("bias", 1.0))


def sheet(*rows: Row, caught_by=None, redundant=None) -> Sheet:
    caught_by = {row.name: frozenset(row.breaks) for row in rows if row.kind == "chaff"} | (caught_by or {})
    return Sheet("conv", PROPERTIES, rows, (), {}, (), caught_by, redundant or {})


def row(kind: str, name: str, *breaks: str) -> Row:
    return Row(kind, name, breaks, sum(points for prop, points in PROPERTIES if prop in breaks))


def matrix(*rows: Row, rounds=(), **more) -> Matrix:
    return Matrix("cnn", (sheet(*rows, **more),), tuple(rounds))


FLIPPED, CROPPED = row("chaff", "flipped", "sum"), row("chaff", "cropped", "shape", "sum")
UNBIASED, RIGHT = row("mutant", "b -> 0", "bias"), row("wheat", "einsum")


def test_a_sound_matrix_has_nothing_to_mend() -> None:
    sound = matrix(FLIPPED, CROPPED, UNBIASED, RIGHT, row("lazy", "zeros", "sum", "bias"))
    for check in (wrong_answers, right_answers, caught_as_said, needed, lazy_answers):
        assert list(check(sound)) == []


def test_a_wrong_answer_that_keeps_every_promise_is_named() -> None:
    assert list(wrong_answers(matrix(row("chaff", "cunning")))) == [
        "conv: the chaff cunning keeps every promise."
    ]


def test_a_wrong_answer_that_another_seed_misses_is_named_with_the_seed() -> None:
    missed = Round("conv", 7, 25, ("flipped",), ())
    assert list(wrong_answers(matrix(FLIPPED, rounds=[missed]))) == [
        "conv: flipped keeps every promise with seed 7."
    ]


def test_a_right_answer_that_loses_points_is_named() -> None:
    injured = Round("conv", 7, 25, (), ("einsum",))
    found = list(right_answers(matrix(row("wheat", "fourier", "sum"), RIGHT, rounds=[injured])))
    assert found == [
        "conv: the wheat fourier breaks sum.",
        "conv: the wheat einsum loses points with seed 7.",
    ]


def test_a_chaff_must_be_caught_by_all_that_its_file_names() -> None:
    found = list(caught_as_said(matrix(FLIPPED, caught_by={"flipped": frozenset({"sum", "bias"})})))
    assert found == ["conv: bias does not catch flipped."]


def test_a_chaff_without_an_entry_and_an_entry_without_a_chaff_are_named() -> None:
    found = list(caught_as_said(matrix(FLIPPED, caught_by={"gone": frozenset({"sum"})})))
    assert found == ["conv: gone is a chaff or in CAUGHT_BY, but not both."]


def test_a_redundant_property_needs_a_reason() -> None:
    assert list(needed(matrix(FLIPPED, CROPPED))) == [
        "conv: others catch all that bias catches, and before it."
    ]
    assert list(needed(matrix(FLIPPED, CROPPED, redundant={"bias": "It has a picture."}))) == []


def test_a_reason_that_is_no_longer_true_is_named() -> None:
    found = list(needed(matrix(FLIPPED, CROPPED, UNBIASED, redundant={"sum": "It has a picture."})))
    assert found == ["conv: sum is not redundant; REDUNDANT says it is."]


def test_lazy_answers_earn_a_tenth_at_most() -> None:
    found = list(lazy_answers(matrix(row("lazy", "zeros", "sum"), row("lazy", "ones", "sum", "bias"))))
    assert found == ["conv: zeros earn 2 of 10 points."]


def test_the_text_marks_the_only_and_the_first_property() -> None:
    lines = text(matrix(FLIPPED, CROPPED, UNBIASED, RIGHT)).splitlines()
    assert lines[0] == "conv: 1 wheats, 2 chaffs, 1 mutants and 0 set aside as right"
    assert "       8    .  O  .  flipped" in lines
    assert "       9    F  x  .  cropped" in lines


def test_every_animal_and_property_has_a_record() -> None:
    found = list(records(matrix(FLIPPED, RIGHT)))
    assert len(found) == 6
    assert found[1] == {
        "exercise": "conv",
        "kind": "chaff",
        "name": "flipped",
        "lost": 8.0,
        "property": "sum",
        "points": 8.0,
        "broken": True,
    }


def test_a_seed_counts_only_if_nothing_is_missed_in_any_exercise() -> None:
    rounds = (
        Round("conv", 0, 5, (), ()),
        Round("pool", 0, 5, ("flipped",), ()),
        Round("conv", 1, 5, (), ()),
        Round("conv", 1, 25, ("flipped",), ()),
    )
    assert share(rounds, 5) == (1, 2)


def test_public_functions_of_a_file_are_animals(tmp_path) -> None:
    (tmp_path / "chaffs").mkdir()
    (tmp_path / "chaffs/double.py").write_text(
        "def _half(x):\n    return x\n\ndef halves(x):\n    return _half(x)\n\n"
        'CAUGHT_BY = {"halves": {"twice"}}\nREDUNDANT = {"thrice": "a reason"}\n',
        "utf-8",
    )
    found = pen(tmp_path, "double")
    assert [(animal.kind, animal.name) for animal in found.animals] == [("chaff", "halves")]
    assert found.caught_by == {"halves": {"twice"}}
    assert found.redundant == {"thrice": "a reason"}


@pytest.mark.parametrize("source", ["def f(:\n", 'CAUGHT_BY = {"f": open("f")}\n'])
def test_a_file_of_the_zoo_that_is_no_such_file_is_the_authors_fault(tmp_path, source) -> None:
    (tmp_path / "wheats").mkdir()
    (tmp_path / "wheats/double.py").write_text(source, "utf-8")
    with pytest.raises(SuiteError):
        pen(tmp_path, "double")


def test_mutants_keep_what_the_reference_needs() -> None:
    entries = [
        {"label": "a.py", "source": "OFFSET = 1\n", "first_line": 1, "statements": [0]},
        {"label": "a.py", "source": "def f(x):\n    return x + OFFSET\n", "first_line": 2, "statements": [0]},
    ]
    found = bred("f", Finding("found", slice=entries))
    assert [animal.name for animal in found] == [
        "x + OFFSET -> x - OFFSET (2:11)",
        "x + OFFSET -> x (2:11)",
        "x + OFFSET -> OFFSET (2:11)",
    ]
    for animal in found:
        assert animal.finding.slice[0] == entries[0]
