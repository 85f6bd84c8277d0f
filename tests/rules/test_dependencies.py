"""Whoever installs the grader gets all that it imports.

The environments of tests/wheel hold everything that is installed here, so nothing can be missing there.
"""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
DISTRIBUTIONS = packages_distributions()
OWN = {*sys.stdlib_module_names, "grader"}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements):
    return {canonical(re.match(r"[\w.-]+", each)[0]) for each in requirements}


CORE = declared(PROJECT["dependencies"])
EXTRAS = {name: declared(each) for name, each in PROJECT["optional-dependencies"].items() if name != "test"}


def imports(source):
    """Yield other people's modules: name, line, and whether the import waits for a call or a type checker."""
    for node, waits in _imports(ast.parse(source).body, False):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        if isinstance(node, ast.ImportFrom) and node.level:
            continue
        for name in names:
            if name.partition(".")[0] not in OWN:
                yield name, node.lineno, waits


def _imports(nodes, waits):
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node, waits
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _imports(node.body, True)
            yield from _imports(node.orelse, waits)
        else:
            yield from _imports(ast.iter_child_nodes(node), waits or isinstance(node, FUNCTIONS))


def fault(module, waits):
    """Say what is wrong with an import, or return None."""
    found = {canonical(each) for each in DISTRIBUTIONS.get(module.partition(".")[0], ())}
    if found & CORE:
        return None
    extras = [name for name, each in EXTRAS.items() if found & each]
    if not extras:
        return f"{module} is not declared in pyproject.toml"
    return None if waits else f"{module} is in the extra {extras[0]}: import it in the function that uses it"


PATHS = sorted((ROOT / "grader").rglob("*.py"))


def test_every_import_is_declared():
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {said}"
        for path in PATHS
        for module, line, waits in imports(path.read_text("utf-8"))
        if (said := fault(module, waits))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_dependency_is_imported():
    """Pytest is fixed by the project's brief."""
    texts = [path.read_text("utf-8") for path in PATHS]
    modules = {module.partition(".")[0] for text in texts for module, _, _ in imports(text)}
    assert CORE - {canonical(each) for module in modules for each in DISTRIBUTIONS[module]} == {"pytest"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import json, grader.words\nfrom . import one", None),
        ("import numpy.typing as npt", None),
        ("import yaml", None),  # another name than PyYAML
        ("def f():\n    from babel.messages import Catalog", None),
        ("if TYPE_CHECKING:\n    from babel.messages import Catalog", None),
        ("if TYPE_CHECKING:\n    pass\nelse:\n    import babel", "babel is in the extra author"),
        ("from babel.messages import Catalog", "babel.messages is in the extra author"),
        ("try:\n    import babel\nexcept ImportError:\n    babel = None", "babel is in the extra author"),
        ("class A:\n    import babel", "babel is in the extra author"),
        ("import jsonschema", "jsonschema is not declared"),  # only the tests have it
        ("def f():\n    import nbclient", "nbclient is not declared"),
        ("import nothing_of_this_name", "nothing_of_this_name is not declared"),
    ],
)
def test_what_is_not_declared_is_found(source, said):
    found = [fault(module, waits) or "" for module, _, waits in imports(source)]
    assert (said or "") in "".join(found)
    assert bool(said) == any(found)
