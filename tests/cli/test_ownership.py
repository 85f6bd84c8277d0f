"""Into which courses a command writes. No real environment is asked: everybody's is somewhere else."""

import site
import sysconfig
from types import SimpleNamespace

import pytest

from grader.cli import ownership
from grader.cli.ownership import check_own
from grader.errors import UsageError


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A working folder with an environment in it, and one more environment elsewhere."""
    folders = {
        "purelib": tmp_path / "project/.venv/lib/python3/site-packages",
        "platlib": tmp_path / "project/.venv/lib64/python3/site-packages",
        "system": tmp_path / "usr/lib/python3/dist-packages",
        "user": tmp_path / "home/.local/lib/python3/site-packages",
    }
    for folder in folders.values():
        folder.mkdir(parents=True)
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(folders[name]))
    monkeypatch.setattr(site, "getsitepackages", lambda: [str(folders["system"])])
    monkeypatch.setattr(site, "getusersitepackages", lambda: str(folders["user"]))
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def course(package, *, by_path=False):
    package.mkdir(parents=True, exist_ok=True)
    suite = SimpleNamespace(name=package.name)
    return SimpleNamespace(suite=suite, package=package, home=package.parent if by_path else None)


def refused(found):
    with pytest.raises(UsageError, match=r"The course base is installed\. Give the path of a course of your"):
        check_own(found)


@pytest.mark.parametrize("by_path", [True, False])
@pytest.mark.parametrize(
    "folder",
    [
        ".venv/lib/python3/site-packages",
        ".venv/lib64/python3/site-packages",
        "../usr/lib/python3/dist-packages",
        "../home/.local/lib/python3/site-packages",
    ],
)
def test_what_is_installed_is_nobody_s_wherever_it_is(project, folder, by_path):
    refused(course(project / folder / "base", by_path=by_path))
    refused(course(project / folder / "courses/base", by_path=by_path))


def test_so_is_what_is_installed_in_another_environment(project):
    (project / "target/base-1.0.dist-info").mkdir(parents=True)
    refused(course(project / "target/base"))
    refused(course(project / "target/base", by_path=True))


def test_a_link_is_where_it_points(project):
    course(project / ".venv/lib/python3/site-packages/base")
    (project / "link").symlink_to(project / ".venv/lib/python3/site-packages")
    refused(course(project / "link/base", by_path=True))
    course(project / "mine/base")
    (project / ".venv/lib/python3/site-packages/mine").symlink_to(project / "mine")
    check_own(course(project / ".venv/lib/python3/site-packages/mine/base"))


def test_a_folder_that_is_given_by_its_path_is_the_caller_s(project):
    check_own(course(project / "base", by_path=True))
    check_own(course(project.parent / "elsewhere/base", by_path=True))


def test_a_checkout_that_is_installed_is_the_author_s_who_works_in_it(project):
    """With ``pip install -e``, a name leads to the author's own folder."""
    check_own(course(project / "base"))
    refused(course(project.parent / "elsewhere/base"))


def test_the_folders_of_this_environment_are_known():
    assert all(folder.is_absolute() for folder in ownership._installation_folders())
