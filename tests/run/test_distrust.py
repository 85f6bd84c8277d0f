"""What comes from a worker is believed in nothing: not a reply, not an error, not a survey of the files."""

import numpy as np
import pytest
from support.students import ANYTHING, Scripted, finding
from support.toy import DOUBLE, RIGHT, TOY

from grader.discover.submission import SourceFile, Submission
from grader.errors import BadAnswer, CallError, Crashed, Raised, TimedOut, WireError
from grader.pipeline import Grader
from grader.run import Student, read
from grader.run.replies import MAX_PARTS, heard, legible
from grader.sandbox import Limits
from grader.words import Sentence
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
def test_a_survey_that_is_none_is_refused(survey):
    with pytest.raises(WireError):
        reading(Scripted(lambda request: {"value": survey}), Limits(), lesson=RIGHT)


@pytest.mark.parametrize("error", [Crashed("Gone."), TimedOut("Too long."), WireError("garbled")])
def test_files_that_cannot_be_read_are_ungraded_and_never_zero(error, kept):
    def reply(request):
        raise error

    grade = Grader(TOY, kept, 0, Scripted(reply), Limits()).grade(submission(lesson=RIGHT))
    assert {exercise.status for exercise in grade.exercises} == {"ungraded"}
    assert grade.earned is None
    assert grade.notes == (f"The files cannot be read: {error} A person has to look at them.",)


DEEP = "end"
for _ in range(7):
    DEEP = {"template": "{x}", "values": {"x": DEEP}}
NO_SENTENCES = [
    None,
    5,
    [],
    {},
    {"template": "so"},
    {"template": "", "values": {}},
    {"template": 5, "values": {}},
    {"template": "so", "values": []},
    {"template": "{x}", "values": {"x": 5}},
    {"template": "so", "values": {str(n): "" for n in range(11)}},
    {"template": "so", "values": {}, "more": ""},
    DEEP,
]


@pytest.mark.parametrize("words", NO_SENTENCES, ids=str)
def test_what_is_no_sentence_is_not_taken_for_one(words):
    with pytest.raises(WireError):
        heard(words)


def test_a_sentence_can_be_translated_with_those_in_it():
    place = {"template": "{file}, line {line}", "values": {"file": "a.py", "line": "3"}}
    sentence = heard({"template": "See {where}.", "values": {"where": place}})
    assert sentence == "See a.py, line 3."
    assert isinstance(sentence, Sentence)
    assert isinstance(sentence.values["where"], Sentence)


def test_a_students_names_cannot_steer_the_terminal():
    assert heard({"template": "{x}", "values": {"x": "a\x1b[2Jb\nc"}}) == "a�[2Jb c"
    assert heard("a\x1b[2Jb") == "a�[2Jb"


def test_a_long_name_is_cut_and_costs_nothing():
    assert len(heard({"template": "{x}", "values": {"x": "x" * 10_000}})) < 1000


def test_a_survey_with_a_sentence_that_is_none_is_no_survey():
    entry = {"status": "missing", "where": "", "message": 5, "notes": [], "slice": []}
    survey = {"troubles": [], "functions": {"double": entry, "total": entry}}
    with pytest.raises(WireError):
        reading(Scripted(lambda request: {"value": survey}), Limits(), lesson=RIGHT)


def test_a_trouble_says_where_and_what(warm, limits):
    (trouble,) = reading(warm, limits, lesson="def double(x)\n").troubles
    assert trouble == "lesson.py, line 1: expected ':'"
    assert trouble.template == "{where}: {message}"


def test_the_place_of_an_error_can_be_translated(warm, limits):
    found = reading(warm, limits, lesson="def double(x):\n    return x.y\n").functions["double"]
    with Student(DOUBLE, found, warm, limits) as function:
        where = fault(function, np.ones(2)).where
    assert where == "lesson.py, line 2: return x.y"
    assert where.values["place"].template == "{place}, line {line}"


def test_places_in_places_do_not_multiply_without_end():
    bomb = "x" * 700
    for _ in range(4):
        bomb = {"template": "{a}" * 200, "values": {"a": bomb}}
    with pytest.raises(WireError):
        heard(bomb)


@pytest.mark.parametrize("value", [None, 1, (1,), (1, 2), (1, [1, 2]), [1, [1]]])
def test_arguments_that_come_back_in_another_form_are_a_crash(value):
    function = scripted(lambda request: {"value": value if request["op"] == "call" else None})
    with pytest.raises(Crashed, match="wrote to the grader's own pipe"):
        function.after(1)


def test_text_in_an_answer_cannot_steer_the_terminal():
    answer = [("\x1b[2J\nCONV1 \u202e", {"\x07b": "합성곱"})]
    assert legible(answer) == [("�[2J CONV1 �", {"�b": "합성곱"})]


@pytest.mark.parametrize(
    "answer",
    ["x" * MAX_PARTS, [0] * MAX_PARTS, {"k" * MAX_PARTS: 0}, [""] * MAX_PARTS],
    ids=["text", "numbers", "key", "texts"],
)
def test_an_answer_that_no_report_could_show_is_not_taken(answer):
    with pytest.raises(BadAnswer, match="it has too many parts"):
        legible(answer)
    assert type(fault(scripted(lambda request: {"value": answer}))) is BadAnswer


def test_arrays_are_not_counted_among_the_parts():
    (array,) = legible([np.ones(2 * MAX_PARTS)])
    assert array.shape == (2 * MAX_PARTS,)


def test_answers_are_remembered_as_long_as_there_is_room():
    calls = []

    def reply(request):
        calls.append(request["op"])
        return {"value": np.zeros(64) if request["op"] == "call" else None}

    with Student(ANYTHING, finding("def f(n): ...\n"), Scripted(reply), Limits(reply_bytes=1100)) as function:
        for n in (1, 2, 3, 1, 2, 3):
            function(n)
    assert calls == ["load", *["call"] * 4]  # the third had no room
