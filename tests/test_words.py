"""A sentence is text now and can be said again in another language."""

import copy
import pickle

import pytest

from grader.words import fill, say, translatable


def test_a_sentence_is_its_english_text():
    assert say("{count} numbers differ.", count=3) == "3 numbers differ."


def test_a_sentence_remembers_its_template():
    assert say("{count} numbers differ.", count=3).template == "{count} numbers differ."


def test_a_sentence_remembers_its_values():
    assert say("{count} numbers differ.", count=3).values == {"count": 3}


def test_braces_in_a_value_are_not_filled_in():
    assert say("It says {text}.", text="{count}") == "It says {count}."


def test_a_value_may_be_called_template():
    assert say("{template}!", template="tin") == "tin!"


def test_a_place_without_a_value_is_an_error_and_never_read_by_a_student():
    with pytest.raises(ValueError, match=r"'\{count\} of \{all\} differ\.' has no value for all"):
        say("{count} of {all} differ.", count=3)


def test_a_place_that_a_worker_fills_with_nothing_stays_as_it_is():
    assert fill("{count} numbers differ.", {}) == "{count} numbers differ."


@pytest.mark.parametrize("template", ["{x.__class__}", "{x[0]}", "{x!r}", "{x:>9}", "{", "}", "{0}", "{}"])
def test_a_template_can_ask_for_nothing_but_names(template):
    assert fill(template, {"x": "y"}) == template


def test_words_that_are_noted_are_the_words():
    assert translatable("The answer") == "The answer"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda s: pickle.loads(pickle.dumps(s))])  # noqa: S301
def test_a_copy_of_a_sentence_can_be_said_again(copied):
    twin = copied(say("{count} numbers differ.", count=3))
    assert (twin, twin.template, twin.values) == (
        "3 numbers differ.",
        "{count} numbers differ.",
        {"count": 3},
    )
