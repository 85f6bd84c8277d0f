"""A course in a folder of its author's, as students and instructors grade with it."""

import json
import shutil

import pytest
from support import signals

from grader.cli import exits
from grader.cli.collect import collect
from grader.cli.grade import grade
from grader.cli.grader import grader


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The course, with its cases and its stubs."""
    home = signals.write(tmp_path_factory.mktemp("authors") / "강의 for signals")
    for command in (["keep"], ["release"]):
        assert exits.status(grader, [*command, "--course", str(home)]) == 0
    return home


@pytest.fixture
def course(made, tmp_path, monkeypatch):
    """A copy of the course, which a test may change; the working folder is another one."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return shutil.copytree(made, tmp_path / made.name)


def submission(folder, **functions):
    """Write a student's file; return its folder."""
    folder.mkdir()
    text = "\n".join(f"def {name}(x):\n    return {body}\n" for name, body in functions.items())
    (folder / "work.py").write_text(text, "utf-8")
    return folder


def test_solutions_get_full_marks_and_stubs_none(run_command, course):
    status, out, _ = run_command(grade, "--course", course, course / "solutions")
    assert (status, "not" in out) == (0, False)
    status, out, _ = run_command(grade, "--course", course, course / "assignments")
    assert status == 1
    assert out.count("not written yet") == 2


def test_the_report_is_grouped_by_lesson_with_extra_credit_beside_the_total(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    _, out, _ = run_command(grade, "--course", course, alice)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[:8] == [
        "Signals alice",
        "",
        "Doubles 4 / 4",
        "✔ double 4 / 4 2 times",
        "",
        "Triples 0 / 4",
        "✘ triple 0 / 4 3 times - 6 of 6 promises broken",
        "",
    ]
    assert lines[8:10] == ["Total 4 / 4", "Extra credit 0 / 4"]


@pytest.mark.parametrize(
    ("functions", "status"),
    [
        ({"double": "2 * x", "triple": "3 * x"}, 0),
        ({"double": "2 * x", "triple": "x"}, 0),
        ({"double": "2 * x"}, 0),
        ({"double": "x", "triple": "3 * x"}, 1),
        ({"another": "2 * x"}, 1),
    ],
)
def test_the_core_decides_the_exit_status(run_command, course, tmp_path, functions, status):
    assert run_command(grade, "--course", course, submission(tmp_path / "alice", **functions))[0] == status


def test_extra_credit_that_could_not_be_graded_does_not_decide_either(run_command, course, tmp_path):
    path = course / "signals/lesson2_triples/triple.py"
    path.write_text(path.read_text("utf-8").replace("    close(f(x), 3 * x)", "    1 / 0"), "utf-8")
    alice = submission(tmp_path / "alice", double="2 * x", triple="3 * x")
    status, out, _ = run_command(grade, "--course", course, alice, "--format", "json")
    (one,) = json.loads(out)["grades"]
    assert (status, one["earned"], one["extra_earned"]) == (0, 4, None)


def test_where_only_extra_credit_is_chosen_it_decides(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    assert run_command(grade, "--course", course, alice, "-e", "triple")[0] == 1
    assert run_command(grade, "--course", course, alice, "-e", "lesson2")[0] == 1
    assert run_command(grade, "--course", course, alice, "-e", "lesson1_doubles")[0] == 0


def test_json_and_csv_have_the_lessons_and_their_subtotals(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    (one,) = json.loads(run_command(grade, "--course", course, alice, "--format", "json")[1])["grades"]
    assert [(each["name"], each["extra"], each["earned"]) for each in one["lessons"]] == [
        ("lesson1_doubles", False, 4),
        ("lesson2_triples", True, 0),
    ]
    assert (one["possible"], one["extra_possible"]) == (4, 4)
    head, row = run_command(grade, "--course", course, alice, "--format", "csv")[1].splitlines()
    told = dict(zip(head.split(","), row.split(","), strict=True))
    assert (told["earned"], told["extra_earned"], told["lesson1_doubles"], told["triple"]) == (
        "4",
        "0",
        "4",
        "0",
    )


def test_the_environment_can_name_the_course(run_command, course, monkeypatch):
    monkeypatch.setenv("GRADER_COURSE", str(course))
    assert run_command(grade, course / "solutions")[0] == 0


def test_nothing_in_what_is_graded_or_in_the_working_folder_decides_the_course(
    run_command, course, monkeypatch
):
    """The folder holds a course with the name of the default one, and the submission one more."""
    evil = course.parent / "elsewhere/cnn"
    evil.mkdir()
    (evil / "__init__.py").write_text("raise RuntimeError('the wrong course')\n", "utf-8")
    alice = submission(course.parent / "alice", double="2 * x")
    shutil.copytree(course / "signals", alice / "signals")
    status, out, _ = run_command(grade, alice)
    assert status == 1
    assert "zero_pad" in out
    assert "double" not in out
    status, _, err = run_command(grade, "--course", "signals", alice)
    assert status == 2
    assert "No installed course is called 'signals'" in err


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_class_is_graded_with_the_authors_course(run_command, course, tmp_path, jobs):
    for name, body in (("alice", "2 * x"), ("bob", "x")):
        submission(tmp_path / name, double=body, triple="3 * x")
    students = [tmp_path / "alice", tmp_path / "bob"]
    status, out, _ = run_command(grade, "--course", course, *students, "--jobs", jobs)
    assert status == 1
    rows = [line.split() for line in out[out.index("Submission") :].splitlines()[1:] if line]
    assert rows[0][:4] == ["alice", "4", "4", "4"]
    assert rows[1][:4] == ["bob", "0", "4", "0"]


def test_collect_shows_the_functions_of_the_course(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x")
    status, out, _ = run_command(collect, "--course", course, alice)
    assert status == 0
    assert "1 / 2" in out
    assert "triple" in out


def test_the_course_is_audited_translated_and_released_where_it_lies(run_command, course):
    assert run_command(grader, "audit", "--course", course)[0] == 0
    status, out, _ = run_command(grader, "translate", "--course", course)
    assert status == 0
    assert out.startswith("course: ")
    assert "grader: " not in out
    assert (course / "signals/locale/ko/LC_MESSAGES/course.po").exists()
    (course / "assignments/signals/lesson1_doubles.ipynb").unlink()
    assert run_command(grader, "release", "--course", course, "--skip-checks")[0] == 0
    assert (course / "assignments/signals/lesson1_doubles.ipynb").exists()


def test_a_lesson_without_its_file_or_with_other_exercises_is_found_by_the_audit(run_command, course):
    first = course / "solutions/signals/lesson1_doubles.py"
    first.rename(first.with_name("doubles.py"))
    status, out, _ = run_command(grader, "audit", "--course", course)
    assert status == 3
    assert "lesson1_doubles.py is missing: the lesson lesson1_doubles has no file." in out
    assert "doubles.py belongs to no lesson: list doubles in suite(...), or delete the file." in out


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
