"""What comes from a worker is believed in nothing: not a reply, not an error, not a survey of the files."""

import numpy as np
import pytest
from support.students import ANYTHING, Scripted, finding
from support.toy import DOUBLE, RIGHT

from grader.errors import BadAnswer, CallError, Crashed, Raised, TimedOut, WireError
from grader.model import SourceFile, Submission
from grader.run import Student, read
from grader.sandbox import Limits
from grader.worker.wire import Opaque


def fault(function, *args, **kwargs):
    with pytest.raises(CallError) as caught:
        function(*args, **kwargs)
    return caught.value


def scripted(reply):
    return Student(ANYTHING, finding("def f(): ...\n"), Scripted(reply), Limits())


def submission(**files):
    return Submission("alice", tuple(SourceFile(f"{n}.py", text.encode()) for n, text in files.items()))


def reading(warm, limits, **files):
    return read(submission(**files), ["double", "total"], warm, limits)


ODD = [np.ones(3), np.array([True]), None, 5, [], {}, Opaque("a thing"), b"x"]


@pytest.mark.parametrize("reply", [None, 5, "text", [], np.ones(3), Opaque("a thing")], ids=str)
def test_what_is_no_reply_is_a_crash(reply):
    assert type(fault(scripted(lambda request: reply))) is Crashed


@pytest.mark.parametrize("error", [None, 5, "text", [], np.ones(3)], ids=str)
def test_what_is_no_error_is_a_crash(error):
    assert type(fault(scripted(lambda request: {"error": error}))) is Crashed


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_an_error_of_odd_parts_is_still_the_students(odd):
    error = dict.fromkeys(("kind", "type", "message", "where"), odd)
    assert type(fault(scripted(lambda request: {"error": error}))) is Raised


def test_an_error_of_an_unknown_kind_is_an_exception():
    error = {"kind": "passed", "type": "ValueError", "message": "no", "where": ""}
    assert fault(scripted(lambda request: {"error": error})).message == "ValueError: no"


def test_a_bad_answer_to_the_load_is_not_taken_for_success():
    error = {"kind": "bad_answer", "type": "", "message": "odd", "where": ""}
    assert type(fault(scripted(lambda request: {"error": error}))) is BadAnswer


def test_a_functions_finding_says_where_it_stands(warm, limits):
    found = reading(warm, limits, lesson=RIGHT).functions["double"]
    assert found.status == "found"
    assert found.where.startswith("lesson.py")


def test_a_found_function_can_be_called(warm, limits):
    found = reading(warm, limits, lesson=RIGHT).functions["double"]
    with Student(DOUBLE, found, warm, limits) as function:
        assert function(np.ones(2)).tolist() == [2.0, 2.0]


def test_a_function_that_is_not_there_is_missing(warm, limits):
    assert reading(warm, limits, lesson="x = 1\n").functions["double"].status == "missing"


def test_a_submission_without_files_misses_everything(warm, limits):
    functions = reading(warm, limits).functions
    assert [found.status for found in functions.values()] == ["missing", "missing"]


def test_reading_runs_nothing(warm, limits):
    assert reading(warm, limits, lesson="while True: pass\n" + RIGHT).functions["double"].status == "found"


SURVEYS = [
    None,
    5,
    [],
    np.ones(3),
    {},
    {"troubles": []},
    {"troubles": [], "functions": {}},
    {"troubles": [5], "functions": {}},
    {"troubles": [], "functions": {"double": {}}},
]


@pytest.mark.parametrize("survey", SURVEYS, ids=str)
def test_a_survey_that_is_none_is_said_in_one_line(survey):
    result = reading(Scripted(lambda request: {"value": survey}), Limits(), lesson=RIGHT)
    assert {found.status for found in result.functions.values()} == {"broken"}
    assert result.troubles[0].startswith("The files cannot be read:")


@pytest.mark.parametrize("error", [Crashed("Gone."), TimedOut("Too long."), WireError("garbled")])
def test_a_worker_that_is_lost_while_reading_is_said_in_one_line(error):
    def reply(request):
        raise error

    result = reading(Scripted(reply), Limits(), lesson=RIGHT)
    assert result.troubles == (f"The files cannot be read: {error}",)
