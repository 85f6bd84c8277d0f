"""The kill matrix: what follows from who breaks what, and from how it is diagnosed."""

import dataclasses

import pytest
from support.sheets import CROPPED, FLIPPED, RIGHT, UNBIASED, matrix, row, sheet

from grader.audit.matrix import Diagnoses, Matrix, Round
from grader.audit.matrix_checks import (
    CHECKS,
    caught_as_said,
    excused_as_said,
    needed,
    right_answers,
    right_names,
    trivial_answers,
    wrong_answers,
)


def test_a_sound_matrix_has_nothing_to_fix() -> None:
    sound = matrix(FLIPPED, CROPPED, UNBIASED, RIGHT, row("trivial", "zeros", "sum", "bias"))
    for check in CHECKS:
        assert list(check(sound)) == []


def test_a_wrong_answer_that_keeps_every_promise_is_named() -> None:
    assert list(wrong_answers(matrix(row("chaff", "cunning")))) == [
        "conv: the chaff cunning keeps every promise."
    ]


def test_a_wrong_answer_that_another_seed_misses_is_named_with_the_seed() -> None:
    missed = Round("conv", 7, ("flipped",), ())
    assert list(wrong_answers(matrix(FLIPPED, rounds=[missed]))) == [
        "conv: flipped keeps every promise with seed 7."
    ]


def test_an_excuse_that_no_surviving_mutant_needs_is_named() -> None:
    stale = dataclasses.replace(sheet(FLIPPED), not_right=("2 -> 3",))
    assert list(excused_as_said(Matrix("cnn", (stale,)))) == [
        "conv: RIGHT_TOO names '2 -> 3', and no mutant with it keeps every promise."
    ]


def test_a_right_answer_that_loses_points_is_named() -> None:
    rejected = Round("conv", 7, (), ("einsum",))
    found = list(right_answers(matrix(row("wheat", "fourier", "sum"), RIGHT, rounds=[rejected])))
    assert found == [
        "conv: the wheat fourier breaks sum: It is 3.",
        "conv: the wheat einsum loses points with seed 7.",
    ]


def test_a_chaff_must_be_caught_by_all_that_its_file_names() -> None:
    found = list(caught_as_said(matrix(FLIPPED, caught_by={"flipped": frozenset({"sum", "bias"})})))
    assert found == ["conv: bias does not catch flipped."]


def test_a_chaff_without_an_entry_and_an_entry_without_a_chaff_are_named() -> None:
    named = sheet(FLIPPED, caught_by={"gone": frozenset({"sum"})})
    entries = {name: by for name, by in named.caught_by.items() if name != "flipped"}
    found = caught_as_said(Matrix("cnn", (dataclasses.replace(named, caught_by=entries),)))
    assert list(found) == [
        "conv: CAUGHT_BY does not name the chaff flipped.",
        "conv: CAUGHT_BY names gone, but there is no such chaff.",
    ]


def test_a_chaff_that_does_not_run_proves_nothing() -> None:
    typo = dataclasses.replace(FLIPPED, reason="NameError: name 'maen' is not defined (a.py, line 3)")
    assert list(caught_as_said(matrix(typo))) == [
        "conv: the chaff flipped does not run: NameError: name 'maen' is not defined (a.py, line 3)"
    ]


def test_a_redundant_property_needs_a_reason() -> None:
    assert list(needed(matrix(FLIPPED, CROPPED))) == ["conv: earlier properties catch all that bias catches."]
    assert list(needed(matrix(FLIPPED, CROPPED, redundant={"bias": "It has a picture."}))) == []


def test_a_contract_needs_no_reason() -> None:
    sheet = matrix(FLIPPED, CROPPED, UNBIASED).sheets[0]
    sheet = dataclasses.replace(sheet, properties=(*sheet.properties, ("same_answer_twice", 0.25)))
    assert list(needed(Matrix("toy", (sheet,)))) == []


def test_a_reason_that_is_no_longer_true_is_named() -> None:
    found = list(needed(matrix(FLIPPED, CROPPED, UNBIASED, redundant={"sum": "It has a picture."})))
    assert found == ["conv: sum is not redundant, but REDUNDANT says it is."]


def test_trivial_answers_earn_a_tenth_at_most() -> None:
    found = list(
        trivial_answers(matrix(row("trivial", "zeros", "sum"), row("trivial", "ones", "sum", "bias")))
    )
    assert found == ["conv: an answer of zeros earns 2 of 10 points."]


def chaffs(right: int, *others):
    """A matrix in which so many named chaffs get the right name, and others whatever they get."""
    rows = [row("chaff", f"m{n}", "sum", says=f"m{n}") for n in range(right)]
    return matrix(*rows, *others, mistakes=(*(f"m{n}" for n in range(right)), "flips", "crops"))


def test_a_chaff_that_is_called_like_a_mistake_must_be_named_so() -> None:
    found = chaffs(1, row("chaff", "flips", "sum", says="crops"), row("chaff", "tilts", "sum"))
    assert found.diagnoses() == Diagnoses(named=2, right=1, another=1, unnamed=1)
    assert list(right_names(found)) == ["conv: flips is named crops, and should be flips."]


def test_a_chaff_may_be_said_to_have_the_name_of_another() -> None:
    alike = row("chaff", "turns_twice", "sum", says="flips")
    assert matrix(alike, mistakes=("flips",), named={"turns_twice": "flips"}).diagnoses().share == 1
    assert list(right_names(matrix(alike, mistakes=("flips",)))) == [
        "conv: turns_twice is named flips, and has no name."
    ]


@pytest.mark.parametrize("said", [{"gone": "flips"}, {"flipped": "gone"}])
def test_a_name_of_what_is_not_there_is_named(said) -> None:
    found = list(right_names(matrix(FLIPPED, mistakes=("flips",), named=said)))
    assert found[0].startswith("conv: NAMED maps ")


def test_a_weaker_word_is_no_name() -> None:
    found = chaffs(0, row("chaff", "flips", "bias", looks_like="bias"), row("chaff", "crops", "sum"))
    assert found.diagnoses() == Diagnoses(named=2, weaker=1)
    assert found.diagnoses().nothing == 1
    assert len(list(right_names(found))) == 2


def test_one_name_in_twenty_may_be_wrong_and_no_more() -> None:
    wrong = row("chaff", "flips", "sum")
    assert list(right_names(chaffs(19, wrong))) == []
    assert list(right_names(chaffs(18, wrong))) == ["conv: flips is not named, and should be flips."]


def test_a_name_for_a_chaff_that_has_none_counts_as_a_wrong_one() -> None:
    misnamed = row("chaff", "tilts", "sum", says="flips")
    assert chaffs(19, misnamed).diagnoses().share == 19 / 20
    assert list(right_names(chaffs(18, misnamed))) == ["conv: tilts is named flips, and has no name."]


def test_what_looks_like_a_corner_in_a_chaff_without_a_name_is_no_fault() -> None:
    assert list(right_names(matrix(row("chaff", "tilts", "bias", looks_like="bias")))) == []


@pytest.mark.parametrize("word", [{"says": "flips"}, {"looks_like": "bias"}])
def test_no_wheat_is_diagnosed(word) -> None:
    found = matrix(row("wheat", "einsum", "bias", **word))
    assert found.diagnoses() == Diagnoses(wheats=1, wheats_diagnosed=1)
    (finding,) = right_names(found)
    assert finding.startswith("conv: the wheat einsum is diagnosed as ")


def test_a_course_without_named_chaffs_has_no_wrong_name() -> None:
    assert matrix(FLIPPED, RIGHT).diagnoses().share is None
    assert list(right_names(matrix(FLIPPED, RIGHT))) == []
