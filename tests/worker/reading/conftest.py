"""Builders of submissions, and a way to run what was sliced from them."""

import json
from typing import Any

import pytest

from grader.worker.loader import load
from grader.worker.reading.reports import FunctionReport
from grader.worker.reading.slicing import survey


def _cell(source: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source}


@pytest.fixture
def notebook():
    """Return a notebook of format 4 with these code cells."""

    def build(*sources: Any) -> bytes:
        document = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [_cell(s) for s in sources]}
        return json.dumps(document).encode()

    return build


@pytest.fixture
def old_notebook():
    """Return a notebook of format 3 with these code cells."""

    def build(*sources: Any) -> bytes:
        found = [
            {"cell_type": "code", "language": "python", "input": source, "outputs": []} for source in sources
        ]
        return json.dumps(
            {"nbformat": 3, "metadata": {"name": ""}, "worksheets": [{"cells": found}]}
        ).encode()

    return build


@pytest.fixture
def find():
    """Survey files, given by name, for one function; the other arguments are further wanted names."""

    def survey_one(files: dict[str, bytes], name: str, *others: str) -> FunctionReport:
        return survey(list(files.items()), [name, *others]).functions[name]

    return survey_one


@pytest.fixture
def run(find):
    """Call a function of the submission after executing nothing but its slice."""

    def call(files: dict[str, bytes], name: str, *args: Any, others: tuple[str, ...] = ()) -> Any:
        found = find(files, name, *others)
        assert found.status == "found", found.message
        return load(found.slice, name)(*args)

    return call


@pytest.fixture
def kept():
    """Return the first lines of the statements of a slice, in the order of execution."""
    import ast

    def lines(found: FunctionReport) -> list[str]:
        out = []
        for entry in found.slice:
            body = ast.parse(entry.source).body
            out += [ast.unparse(body[at]).splitlines()[0] for at in entry.statements]
        return out

    return lines
