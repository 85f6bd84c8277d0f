"""What the worker says crosses the pipe with its template, so that it can be said in another language."""

from grader.worker import wire
from grader.worker.reading.phrases import Phrase, phrase, received, sent
from grader.worker.reading.slicing import survey

CELL = phrase("{file}, code cell {number}", file="a.ipynb", number=2)


def test_a_phrase_is_its_english_text():
    assert CELL == "a.ipynb, code cell 2"


def test_braces_in_a_value_are_not_filled_in():
    assert phrase("{file}, line {line}", file="{line}", line=3) == "{line}, line 3"


def test_a_phrase_is_sent_as_its_template_and_values():
    assert sent(CELL) == {
        "template": "{file}, code cell {number}",
        "values": {"file": "a.ipynb", "number": "2"},
    }


def test_a_phrase_in_a_phrase_keeps_its_template():
    place = received(sent(phrase("{place}, line {line}", place=CELL, line=1)))
    assert place == "a.ipynb, code cell 2, line 1"
    assert isinstance(place, Phrase)
    assert isinstance(place.values["place"], Phrase)


def test_plain_text_is_sent_as_it_is():
    assert (sent("a.py"), received("a.py")) == ("a.py", "a.py")


def test_what_is_sent_of_a_survey_crosses_the_pipe(notebook):
    files = [("a.ipynb", notebook("def f(x): return y", "def g(:"))]
    found = sent(survey(files, ["f", "g", "h"]))
    parts = wire.encode(found)
    assert wire.decode(parts.tree, parts.body) == found
    assert found["functions"]["f"]["slice"][0]["label"]["values"] == {"file": "a.ipynb", "number": "1"}
    assert found["functions"]["g"]["message"]["template"].startswith(
        "{name} is not defined: {where} does not"
    )
    assert found["functions"]["h"]["message"] == ""
