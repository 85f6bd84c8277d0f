"""What fails of the author's while students are graded: it is ungraded, named, and changes nobody's grade."""

import json

import pytest
from support.signals import submission

from grader.cli.grade import grade
from grader.cli.grader import grader

BROKEN = {
    "a property": (
        "    close(f(x), 2 * x)",
        "    close(f(x), 2 * y)",
        "the property values failed (NameError",
    ),
    "a property that exits": (
        "    close(f(x), 2 * x)",
        "    exit(3)",
        "the property values failed (SystemExit: 3",
    ),
    "a sentence": ("    close(f(x), 2 * x)", '    require(False, say("{sum}"))', "has no value for sum"),
    "a builder": (
        '    return {"x": np.random',
        '    return {"x": np.rndm',
        "build, which builds the arguments",
    ),
    "arguments": (
        '    return {"x": np',
        '    return {"z": np',
        "build returns the arguments z; double takes x.",
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), BROKEN.values(), ids=BROKEN)
def test_what_fails_of_the_authors_makes_it_ungraded_and_names_the_line(
    run_command, course, tmp_path, old, new, words
):
    path = course / "signals/lesson1_doubles/double.py"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(
        text.replace(old, new).replace("import Annotated", "import require, say, Annotated"), "utf-8"
    )
    alice = submission(tmp_path / "alice", double="2 * x", triple="3 * x")
    status, out, _ = run_command(grade, "--course", course, alice, "--format", "json")
    assert status == 4
    (one,) = json.loads(out)["grades"]
    (double,) = one["lessons"][0]["exercises"]
    values = next(prop for prop in double["properties"] if prop["name"] == "values")
    assert (values["status"], values["points"]) == ("ungraded", None)
    assert words in values["feedback"]["message"]
    assert "signals/lesson1_doubles/double.py:" in values["feedback"]["message"]
    assert one["lessons"][1]["earned"] == 4
    status, out, _ = run_command(grader, "audit", "--course", course)
    assert status == 3
    assert "signals/lesson1_doubles/double.py:" in out


def test_a_strategy_that_fails_with_another_seed_makes_its_property_ungraded(run_command, course, tmp_path):
    path = course / "signals/lesson1_doubles/double.py"
    path.write_text(path.read_text("utf-8").replace("st.integers(2, 6)", "st.integrs(2, 6)"), "utf-8")
    alice = submission(tmp_path / "alice", double="2 * x", triple="3 * x")
    status, out, _ = run_command(grade, "--course", course, alice, "--seed", "7")
    assert status == 4
    assert "the strategy draw failed (AttributeError" in " ".join(out.split())
    assert "Extra credit 4 / 4" in " ".join(out.split())


def test_a_mistake_that_fails_costs_no_points_and_is_noted_with_its_line(run_command, course, tmp_path):
    path = course / "signals/lesson1_doubles/double.py"
    path.write_text(path.read_text("utf-8").replace("return x**2", "return x.no_such_thing"), "utf-8")
    alice = submission(tmp_path / "alice", double="x", triple="3 * x")
    status, out, _ = run_command(grade, "--course", course, alice)
    assert status == 1
    said = " ".join(out.split())
    assert "double.py:34: the mistake squares failed (AttributeError" in said
    assert "Total 0 / 4" in said
    status, out, _ = run_command(grader, "audit", "--course", course)
    assert status == 3
    assert "the mistake squares failed (AttributeError" in out


MEDDLING = """

@double.mistake("The list is sorted.")
def sorts(x, history):
    history.sort()
    history.append(0)
    return x * len(history)
"""


def test_a_class_gets_what_each_gets_alone_though_a_mistake_works_in_place(run_command, course, tmp_path):
    path = course / "signals/lesson1_doubles/double.py"
    text = path.read_text("utf-8").replace("/ 4}", '/ 4, "history": list(range(n, 0, -1))}')
    text = text.replace("(x: Array)", "(x: Array, history: list[int])").replace("f(x)", "f(x, history)")
    text = text.replace("def squares(x)", "def squares(x, history)").replace("(f, x)", "(f, x, history)")
    path.write_text(text + MEDDLING, "utf-8")
    work = "def double(x, history):\n    return BODY\n"
    bodies = {"alice": "x", "bob": "2 * x if history[-1] == 1 else x", "carol": "x * (len(history) + 1)"}
    for name, body in bodies.items():
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "work.py").write_text(work.replace("BODY", body), "utf-8")

    def earned(*paths):
        _, out, _ = run_command(grade, "--course", course, *paths, "--format", "json", "-e", "double")
        return {each["submission"]: each["lessons"] for each in json.loads(out)["grades"]}

    together = earned(tmp_path / "class")
    assert together["bob"][0]["earned"] == 4
    for name in bodies:
        assert earned(tmp_path / "class" / name) == {name: together[name]}


@pytest.mark.parametrize("ending", ["raise SystemExit(0)", "import sys; sys.exit('bye')", "return {1, 2}"])
def test_an_oracle_that_ends_the_program_or_answers_nonsense_is_the_authors_fault(
    run_command, course, tmp_path, ending
):
    doubles, triples = (
        course / "signals" / name for name in ("lesson1_doubles/double.py", "lesson2_triples/triple.py")
    )
    doubles.write_text(
        doubles.read_text("utf-8")
        .replace("inputs=numbers)", "inputs=numbers, oracle=answer)")
        .replace("@exercise", f"def answer(x):\n    {ending}\n\n@exercise"),
        "utf-8",
    )
    triples.write_text(
        triples.read_text("utf-8").replace("inputs=numbers)", "inputs=numbers, needs=['double'])"), "utf-8"
    )
    alice = submission(tmp_path / "alice", double="x", triple="double(x) + x")
    status, out, _ = run_command(grade, "--course", course, alice, "--format", "json")
    found = {
        each["name"]: each
        for lesson in json.loads(out)["grades"][0]["lessons"]
        for each in lesson["exercises"]
    }
    assert found["double"]["status"] == "failed"
    assert found["triple"]["status"] == "ungraded"
    assert "the oracle of double" in str(found["triple"])
    assert status == 1


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_a_course_prints_does_not_spoil_a_report_for_programs(run_command, course, tmp_path, form):
    path = course / "signals/lesson1_doubles/double.py"
    text = path.read_text("utf-8").replace(
        "    close(f(x), 2 * x)", "    print('checking')\n    close(f(x), 2 * x)"
    )
    path.write_text("print('imported')\n" + text, "utf-8")
    alice = submission(tmp_path / "alice", double="2 * x")
    status, out, err = run_command(grade, "--course", course, alice, "--format", form)
    assert (status, "checking" in out, "imported" in out) == (0, False, False)
    assert out.startswith("{" if form == "json" else "submission")
    assert ("checking" in err, "imported" in err) == (True, True)


@pytest.mark.parametrize(
    "check",
    [
        "require(False, 5)",
        "require(False, 'No.', actual=np.array(['a', 'b']), expected=np.array(['a', 'c']))",
        "require(False, 'No.', actual=np.array([object(), 1]), expected=np.array([1, 2j]))",
        "require(False, 'No.', actual=type('Odd', (), {'__repr__': int})(), expected={1: {2, 3}})",
        "require(False, 'No.', actual=1j * x, expected=x)",
        "raise BaseException('any')",
        "sys.exit(0)",
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_whatever_a_property_says_there_is_a_report(run_command, course, tmp_path, check, form):
    path = course / "signals/lesson1_doubles/double.py"
    text = path.read_text("utf-8").replace("    close(f(x), 2 * x)", f"    {check}")
    path.write_text("import sys\nfrom grader.course.authoring import require\n" + text, "utf-8")
    alice = submission(tmp_path / "alice", double="2 * x")
    status, out, err = run_command(grade, "--course", course, alice, "--format", form)
    assert status in {1, 4}, err
    assert ("grader itself" in out + err, "alice" in out) == (False, True)
