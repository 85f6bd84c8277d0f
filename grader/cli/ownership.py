"""Whose a course is: the author's, who may write into it, or one that is installed."""

from __future__ import annotations

import site
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course.load import Course

__all__ = ["check_own"]


def check_own(course: Course) -> None:
    """Refuse to write into a course that is not the caller's.

    A course is the caller's if it is given by its path, or by its name while the caller works in the folder
    that it is imported from: a checkout that is installed with ``pip install -e``. Wherever the environment
    is, also below the folder of the project, what pip put into it is nobody's to edit.

    Raises:
        UsageError: the course is installed.
    """
    package = course.package.resolve()
    if _is_installed(package) or (course.home is None and not package.is_relative_to(Path.cwd())):
        raise UsageError(
            f"The course {course.suite.name} is installed. Give the path of a course of your own:"
            " --course PATH. Create one with `grader new course NAME`."
        )


def _is_installed(package: Path) -> bool:
    """Say whether a folder is where pip puts packages: of this environment, or of any other."""
    if any(package.is_relative_to(folder) for folder in _installation_folders()):
        return True
    return any(package.parent.glob("*.dist-info"))  # pip writes one next to every package


def _installation_folders() -> set[Path]:
    found = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    found.update((*site.getsitepackages(), site.getusersitepackages()))
    return {Path(folder).resolve() for folder in found}
