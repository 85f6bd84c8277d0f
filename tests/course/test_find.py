"""Only the caller decides which course is used, by a name or by a path."""

import importlib.metadata
import sys
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from grader.course.find import GROUP, find
from grader.course.load import load
from grader.errors import SuiteError, UsageError


@pytest.fixture
def install(monkeypatch):
    """Pretend that distributions with these courses are installed: name, module, distribution."""

    def pretend(*courses):
        entries = []
        for name, module, distribution in courses:
            entry = EntryPoint(name, module, GROUP)
            vars(entry).update(dist=SimpleNamespace(name=distribution))
            entries.append(entry)
        monkeypatch.setattr(
            importlib.metadata, "entry_points", lambda group: entries if group == GROUP else []
        )

    return pretend


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def package(folder, text=""):
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(text, "utf-8")
    return folder


def test_without_a_word_it_is_the_course_that_comes_with_the_grader(here):
    package(here / "cnn")
    assert find().module == "grader.suites.cnn"


def test_a_name_never_means_a_folder(here):
    package(here / "cnn", "raise SystemExit\n")
    assert find("cnn").package is None
    package(here / "kmeans")
    with pytest.raises(UsageError, match=r"No installed course is called 'kmeans'.*--course \./kmeans"):
        find("kmeans")


def test_an_installed_course_is_found_by_its_name(install):
    install(("kmeans", "kmeans", "kmeans-course"))
    assert (find("kmeans").module, find("kmeans").spec, find("kmeans").home) == ("kmeans", "kmeans", None)


def test_an_unknown_name_is_the_callers_fault_and_lists_the_known_ones(install, here):
    install(("kmeans", "kmeans", "kmeans-course"))
    with pytest.raises(UsageError, match=r"No installed course is called 'wavs'\. Installed: cnn, kmeans"):
        find("wavs")


@pytest.mark.parametrize("name", ["kmeans", "cnn"])
def test_two_courses_of_one_name_are_refused_and_both_are_named(install, name):
    install((name, "kmeans", "one"), (name, "other", "two"))
    with pytest.raises(UsageError, match=r"one, two|convgrade, one, two"):
        find(name)


def test_one_course_that_is_installed_twice_over_is_one(install):
    install(("kmeans", "kmeans", "one"), ("kmeans", "kmeans", "one"))
    assert find("kmeans").module == "kmeans"


@pytest.mark.parametrize("name", ["my course", "한글 폴더", "a.b-c"])
def test_a_path_may_have_spaces_and_hangul(here, name):
    made = package(here / name / "kmeans")
    for spec in (f"./{name}", f"{name}/", str(here / name), f"{name}/kmeans"):
        found = find(spec)
        assert (found.package, found.home, found.module) == (made, here / name, "kmeans")


def test_a_package_may_have_a_name_in_hangul(here):
    package(here / "강의/군집", "")
    assert find("강의/").module == "군집"


def test_the_working_folder_is_a_course_if_it_is_asked_for(here):
    package(here / "kmeans")
    assert find(".").package == here / "kmeans"


def test_folders_beside_the_package_are_none(here):
    for name in ("kmeans", "tests", "solutions"):
        package(here / name)
    assert find("./").module == "kmeans"


def test_a_folder_with_several_packages_asks_which(here):
    for name in ("kmeans", "regression"):
        package(here / name)
    with pytest.raises(UsageError, match=r"several packages \(kmeans, regression\).*--course .*kmeans"):
        find(".")


@pytest.mark.parametrize(
    ("spec", "words"),
    [("nowhere/", "does not exist"), ("./file.py", "is not a folder"), ("./empty", "contains no course")],
)
def test_a_path_without_a_course_is_the_callers_fault(here, spec, words):
    (here / "file.py").touch()
    (here / "empty").mkdir()
    with pytest.raises(UsageError, match=words):
        find(spec)


def test_a_folder_that_cannot_be_read_is_said(here, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    (here / "course").mkdir()
    monkeypatch.setattr("grader.course.find._package_in", refuse)
    with pytest.raises(UsageError, match="course cannot be read: Permission denied"):
        find("./course")


@pytest.mark.parametrize("name", ["k-means", "2means", "class"])
def test_a_package_that_cannot_be_imported_under_its_name_is_the_authors_fault(here, name):
    package(here / "course" / name)
    with pytest.raises(SuiteError, match="a package cannot be called") as caught:
        find("./course")
    assert "Rename the folder" in caught.value.remedy


@pytest.mark.parametrize("name", ["random", "numpy", "hypothesis", "grader", "__main__"])
def test_a_package_must_not_take_the_place_of_a_module(here, name):
    package(here / "course" / name)
    before = sys.modules.get(name)
    with pytest.raises(SuiteError, match="the name of another installed module"):
        load("./course")
    assert sys.modules.get(name) is before


def test_an_entry_point_that_leads_nowhere_is_the_authors_fault(install):
    install(("nowhere", "nowhere_at_all", "broken"))
    with pytest.raises(SuiteError, match="there is no module nowhere_at_all") as caught:
        load("nowhere")
    assert caught.value.where == "the entry point nowhere = nowhere_at_all"


@pytest.mark.parametrize("folder", ["", "space/of/names"])
def test_an_entry_point_to_what_is_no_package_is_the_authors_fault(install, here, monkeypatch, folder):
    (here / folder).mkdir(parents=True, exist_ok=True)
    (here / folder / "single_file.py").write_text("SUITE = None\n", "utf-8")
    monkeypatch.syspath_prepend(str(here))
    module = "space.of" if folder else "single_file"
    install((module.rpartition(".")[2], module, "broken"))
    with pytest.raises(SuiteError, match=f"{module} is not a package") as caught:
        load(module.rpartition(".")[2])
    assert "entry point" in caught.value.remedy


def test_an_entry_point_of_another_name_than_the_course_is_refused(install):
    install(("images", "grader.suites.cnn", "other"))
    with pytest.raises(SuiteError, match="the entry point is called 'images' and the course 'cnn'"):
        load("images")


def test_a_home_of_nobody_is_the_callers_fault():
    with pytest.raises(UsageError, match="there is no such user"):
        load("~nobody_of_this_name/course")


def test_damaged_entry_points_of_any_package_are_said_in_one_line(monkeypatch):
    def damaged(group):
        raise ValueError("a line\nof a file")

    monkeypatch.setattr(importlib.metadata, "entry_points", damaged)
    with pytest.raises(UsageError, match="entry points of an installed package are damaged") as caught:
        load("regression")
    assert "\n" not in str(caught.value)


def test_an_empty_name_is_no_folder(here):
    with pytest.raises(UsageError) as caught:
        load("")
    assert "./." not in str(caught.value)


def test_a_folder_called_like_a_home_is_a_folder(here):
    package(here / "~root/signals")
    assert find("./~root").package == here / "~root/signals"
