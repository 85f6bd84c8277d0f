"""The rules that this project sets itself, as tests, so that nobody has to remember them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "grader").rglob("*.py"))
TRACKED = [path for path in SOURCES if "__pycache__" not in path.parts]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_types_are_strict() -> None:
    result = run("mypy", "--no-incremental", "--cache-dir", "/dev/null")
    assert result.returncode == 0, result.stdout


def test_lint_is_clean() -> None:
    result = run("ruff", "check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_format_is_kept() -> None:
    result = run("ruff", "format", "--check", "--no-cache", "grader", "tests")
    assert result.returncode == 0, result.stdout


def test_imports_go_one_way() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", TRACKED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_has_one_subject(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", TRACKED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 50, f"{node.name} has too many lines"
            code = [line for line in ast.unparse(_without_docstring(node)).splitlines() if line.strip()]
            assert len(code) <= 40, f"{node.name} has {len(code)} lines of code"


def _without_docstring(node: ast.FunctionDef) -> ast.FunctionDef:
    if ast.get_docstring(node) is not None and len(node.body) > 1:
        node.body = node.body[1:]
    return node


def test_only_the_loader_executes_text() -> None:
    for path in TRACKED:
        called = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if path != ROOT / "grader/worker/loader.py":
            assert not called & {"exec", "eval"}, path


def test_only_the_command_line_prints() -> None:
    for path in TRACKED:
        calls = [
            node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        ]
        assert not calls, path


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in TRACKED} | {path.parent.name for path in TRACKED}
    assert not names & {"utils", "util", "helpers", "misc", "common", "manager", "data", "process"}


def test_the_map_of_the_package_names_every_module() -> None:
    text = (ROOT / "grader/README.md").read_text("utf-8")
    for path in TRACKED:
        name = path.relative_to(ROOT / "grader").as_posix()
        if path.name != "__init__.py" and not name.startswith("suites/"):
            assert f"`{name}`" in text, f"grader/README.md does not name {name}"


def test_no_file_names_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    hosts = [
        ".".join(parts)
        for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
    ]
    for name in listed.splitlines():
        text = (ROOT / name).read_text("utf-8", errors="replace")
        assert not [host for host in hosts if host in text], name
