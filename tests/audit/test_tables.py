"""The matrix and the diagnoses as tables."""

from support.sheets import CROPPED, FLIPPED, RIGHT, UNBIASED, matrix, row

from grader.audit.tables import diagnosed, diagnoses, records, text


def test_the_text_marks_the_only_and_the_first_property() -> None:
    lines = text(matrix(FLIPPED, CROPPED, UNBIASED, RIGHT)).splitlines()
    assert lines[0] == "conv: 1 wheats, 2 chaffs, 1 mutants and 0 set aside as right"
    assert "       8    .  O  .  flipped" in lines
    assert "       9    F  x  .  cropped" in lines


def test_every_implementation_and_property_has_a_record() -> None:
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
        "must_be_named": "",
        "named": "",
        "looks_like": "",
    }


NAMES = matrix(
    row("chaff", "flips", "sum", says="flips"),
    row("chaff", "crops", "sum", says="flips"),
    row("chaff", "tilts", "bias", looks_like="bias"),
    RIGHT,
    mistakes=("flips", "crops"),
)


def test_the_diagnoses_are_counted_and_wrong_ones_named() -> None:
    lines = diagnoses(NAMES).splitlines()
    assert lines[3].split() == ["2", "1", "1", "0", "0", "50.0%", "1", "0", "1", "0", "conv"]
    assert lines[4].split()[-1] == "all"
    assert lines[5].strip() == "conv: crops is named flips, and should be crops."


def test_every_exercise_has_a_record_of_its_diagnoses() -> None:
    (found,) = diagnosed(NAMES)
    assert found["exercise"] == "conv"
    assert (found["named"], found["right"], found["another"], found["share"]) == (2, 1, 1, 0.5)


def test_a_record_says_what_must_be_named_and_what_was() -> None:
    found = {record["name"]: record for record in records(NAMES)}
    assert [found["crops"][key] for key in ("must_be_named", "named", "looks_like")] == ["crops", "flips", ""]
    assert [found["tilts"][key] for key in ("must_be_named", "named", "looks_like")] == ["", "", "bias"]
