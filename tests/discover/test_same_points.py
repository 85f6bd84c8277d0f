"""The same work is worth the same points, in whatever file and archive it is handed in."""

import pytest
from support.classroom import PAD, ROOT, SOLUTIONS
from support.handed_in import (
    canvas,
    canvas_of_zips,
    folders,
    gradescope,
    laid,
    moodle,
    moodle_flat,
    nbgrader,
    notebook,
    old_notebook,
    repositories,
    script,
    tarred,
    zipped,
    zips,
)

from grader.course.cases import Kept
from grader.course.load import load
from grader.discover import discover
from grader.pipeline import Grader
from grader.sandbox import Limits

LESSON = SOLUTIONS["lesson2_convolution"]
WORK = {  # of each student, wrong in another way
    "alice": LESSON,
    "bob": LESSON.replace(PAD, "return np.pad(X, pad)"),
    "carol": LESSON.replace(PAD, PAD[:-1] + ', mode="edge")'),
}
KINDS = {
    "script": (script, "hw.py"),
    "notebook": (notebook, "hw.ipynb"),
    "old notebook": (old_notebook, "hw.ipynb"),
}
SHAPES = [folders, zips, canvas, canvas_of_zips, moodle, moodle_flat, gradescope, nbgrader, repositories]


def grader_of(warm, *names):
    course = load().only(names)
    return Grader(course.suite, Kept(course.cases), 0, warm, Limits())


@pytest.fixture(scope="module")
def grader(warm):
    return grader_of(warm, "zero_pad")


@pytest.fixture(scope="module")
def expected(grader, tmp_path_factory):
    """What each student's work is worth as a script in a folder."""
    home = laid(
        tmp_path_factory.mktemp("class"), {f"{who}/hw.py": text.encode() for who, text in WORK.items()}
    )
    points = earned(grader, home)
    assert len(set(points)) == len(points) == 3
    assert None not in points
    return points


def earned(grader, *paths):
    """The points, student by student: their names differ from shape to shape, their order does not."""
    return [tuple(each.earned for each in grader.grade(one).exercises) for one in discover(paths, "cnn")]


def works(kind):
    write, name = KINDS[kind]
    return {who: {name: write(text)} for who, text in WORK.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_as_script_as_notebook_and_as_old_notebook(tmp_path, grader, expected, kind):
    laid(
        tmp_path,
        {f"{who}/{name}": content for who, files in works(kind).items() for name, content in files.items()},
    )
    assert earned(grader, *sorted(tmp_path.iterdir())) == expected


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_in_every_layout(tmp_path, grader, expected, shape):
    assert earned(grader, laid(tmp_path, shape(works("old notebook")))) == expected


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_in_an_archive_of_every_layout(tmp_path, grader, expected, shape):
    content = zipped(shape(works("old notebook")))
    assert earned(grader, laid(tmp_path, {"class.zip": content}) / "class.zip") == expected


def test_in_an_archive_of_the_other_kind(tmp_path, grader, expected):
    content = tarred(folders(works("script")))
    assert earned(grader, laid(tmp_path, {"class.tar.gz": content}) / "class.tar.gz") == expected


def test_whoever_could_not_be_taken_in_is_ungraded_and_the_others_are_not(tmp_path, grader, expected):
    tree = zips(works("script"))
    tree["bob.zip"] = tree["bob.zip"][:-40]
    points = earned(grader, laid(tmp_path, tree))
    assert points == [expected[0], (None,), expected[2]]


def test_a_notebook_of_500_megabytes_is_ungraded(tmp_path, grader):
    (tmp_path / "alice").mkdir()
    with (tmp_path / "alice/hw.ipynb").open("wb") as file:
        file.truncate(500 * 2**20)
    assert earned(grader, tmp_path) == [(None,)]


def test_only_what_is_not_there_is_ungraded(tmp_path, warm):
    grader = grader_of(warm, "zero_pad", "conv_single_step")
    text = "import numpy as np\n\n\n" + LESSON[LESSON.index("def zero_pad") : LESSON.index(PAD)] + PAD + "\n"
    points = earned(grader, laid(tmp_path, {"alice/pad.py": text.encode(), "alice/rest.rar": b"Rar!"}))
    assert points == [(10.0, None)]


def test_an_untouched_stub_beside_what_could_not_be_read_is_ungraded(tmp_path, grader):
    stub = next((ROOT / "assignments/cnn").glob("lesson2*")).read_bytes()
    points = earned(grader, laid(tmp_path, {"alice/lesson2.ipynb": stub, "alice/mine.rar": b"Rar!"}))
    assert points == [(None,)]


@pytest.mark.parametrize(("name", "content"), [("hw.ipynb", b""), ("hw.py", b" \n\t\n")])
def test_what_an_empty_file_may_have_held_is_ungraded(tmp_path, grader, name, content):
    assert earned(grader, laid(tmp_path, {f"alice/{name}": content})) == [(None,)]


def test_an_empty_file_costs_nothing_that_stands_elsewhere(tmp_path, grader, expected):
    tree = folders({"alice": works("script")["alice"]}) | {"alice/zz.ipynb": b""}
    assert earned(grader, laid(tmp_path, tree)) == expected[:1]


def test_an_empty_file_of_a_package_is_no_failed_upload(tmp_path, grader):
    assert earned(grader, laid(tmp_path, {"alice/a.py": b"x = 1", "alice/__init__.py": b""})) == [(0.0,)]


def test_who_handed_in_nothing_has_no_points(tmp_path, grader, expected):
    tree = folders(works("script")) | {"dan/essay.pdf": b""}
    assert earned(grader, laid(tmp_path, tree)) == [*expected, (0.0,)]
