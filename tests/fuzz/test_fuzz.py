"""A short piece of the fuzzing; the long one is a command, see SECURITY.md."""

from contextlib import suppress

import pytest

from fuzz.__main__ import broken
from fuzz.mutations import mutated
from fuzz.targets import TARGETS, corpus
from grader.errors import WireError
from grader.sandbox.channel import _Reply

COUNTS = {"message": 10_000, "notebook": 200, "journal": 2_000}


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_right_is_taken(target):
    for data in corpus(target):
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_mutated_inputs_break_nothing(target):
    assert broken(target, COUNTS[target]) == []


def test_many_mutated_messages_get_past_the_head_and_the_tree():
    """Otherwise the fuzzing would only ever test the first few bytes."""
    understood = 0
    for data in mutated(corpus("message"), 500, frames=True):
        reply = _Reply(1, 2**20)
        with suppress(WireError):
            reply.feed(data)
            if reply.complete:
                reply.value()
                understood += 1
    assert understood > 50


def test_a_target_that_breaks_is_found(monkeypatch):
    monkeypatch.setitem(TARGETS, "message", lambda data: 1 / (len(data) % 7))
    assert broken("message", 50)
