"""A sentence is text now and can be said again in another language."""

import copy
import pickle

import pytest

from grader.words import say


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


def test_a_template_without_its_value_is_the_authors_fault_at_once():
    with pytest.raises(KeyError):
        say("{count} numbers differ.")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda s: pickle.loads(pickle.dumps(s))])  # noqa: S301
def test_a_copy_of_a_sentence_can_be_said_again(copied):
    twin = copied(say("{count} numbers differ.", count=3))
    assert (twin, twin.template, twin.values) == (
        "3 numbers differ.",
        "{count} numbers differ.",
        {"count": 3},
    )
