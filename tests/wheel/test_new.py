"""A course that ``grader new`` made is built, installed next to its author's files, and left alone there."""

import re
import shutil
import tarfile
import zipfile

import pytest
from support.wheel import Environment

SECRET = ("solutions", "wheats", "chaffs", "implementations", "assignments")


@pytest.fixture(scope="module")
def project(wheel, tmp_path_factory):
    """The author's folder of a new course, with an environment in it, as our README proposes."""
    folder = tmp_path_factory.mktemp("made") / "프로 젝트"
    environment = Environment(folder / ".venv")
    environment.install(str(wheel))
    environment.run("grader new course base --to .new && mv .new/* . && rmdir .new", folder)
    return folder, environment


def texts(archive):
    """Return what an sdist or a wheel holds, by path."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as found:
            return {name: found.read(name).decode() for name in found.namelist()}
    with tarfile.open(archive) as found:
        members = [member for member in found.getmembers() if member.isfile()]
        return {member.name: found.extractfile(member).read().decode() for member in members}


def tree(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def built(project, folder, target, source=None):
    """Build a wheel or an sdist into a folder."""
    home, environment = project
    environment.run(f"python -m hatchling build -t {target} -d '{folder}'", source or home)
    (archive,) = folder.iterdir()
    return archive


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_what_is_built_holds_the_exercises_and_no_answer(project, tmp_path, target):
    held = texts(built(project, tmp_path, target))
    assert [name for name in held if name.endswith("base/lesson1_start/center.py")]
    assert [name for name in held if name.endswith("base/cases/seed-0/center.json")]
    assert not [name for name in held if {*SECRET} & {*re.split(r"[/.]", name)}]
    own = {name for name in held if "/base/" not in f"/{name}"}
    kept = {".gitignore", "pyproject.toml", "PKG-INFO", "METADATA", "RECORD", "WHEEL", "entry_points.txt"}
    assert {name.rpartition("/")[2] for name in own} <= kept
    solution = (project[0] / "solutions/base/lesson1_start.py").read_text("utf-8")
    assert "    return x - np.mean(x)\n" in solution
    assert not [name for name, text in held.items() if "return x - np.mean(x)\n" in text]
    assert not [name for name, text in held.items() if "with_a_loop" in text]


def test_the_sdist_builds_the_same_wheel(project, tmp_path):
    sdist = built(project, tmp_path / "sdist", "sdist")
    shutil.unpack_archive(sdist, tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    direct = built(project, tmp_path / "direct", "wheel")
    assert texts(direct).keys() == texts(built(project, tmp_path / "again", "wheel", source)).keys()


def test_what_is_installed_below_the_working_folder_is_left_alone(project, tmp_path):
    folder, environment = project
    environment.install("--force-reinstall", str(built(project, tmp_path / "dist", "wheel")))
    before = tree(folder)
    (site,) = (folder / ".venv/lib").glob("*/site-packages")
    assert (site / "base/cases/seed-0/center.json").is_file()
    for command in ("keep", "keep --seed 4", "translate", "new exercise again"):
        for course in ("base", f"'{site}/base'"):
            environment.run(f"grader {command} --course {course} 2> '{tmp_path}/said'", folder, status=2)
            assert "The course base is installed." in (tmp_path / "said").read_text("utf-8")
    assert tree(folder) == before
    environment.run("grader keep --course . --seed 4", folder)


def test_a_checkout_that_is_installed_is_its_author_s(project, tmp_path):
    """``pip install -e .``: the name leads to the folder in which the author works."""
    folder, environment = project
    home = shutil.copytree(folder, tmp_path / "home", ignore=shutil.ignore_patterns(".venv"))
    with (home / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[tool.hatch.build]\ndev-mode-dirs = ["."]\n')  # one package less is needed for it
    environment.install("--no-build-isolation", "--force-reinstall", "--editable", str(home))
    assert "up to date" in environment.run("grader keep --course base", home)
    environment.run("grader new exercise spread --course base", home)
    assert (home / "base/lesson1_start/spread.py").is_file()
    assert "20 / 20" in environment.run("grade --course base solutions", home)
    environment.run("grader keep --course base", tmp_path, status=0)
    environment.run("grader keep --course base", folder, status=2)
