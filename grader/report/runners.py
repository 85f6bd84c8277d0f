"""Hosted runners obey commands in their logs; see GitHub's workflow commands and Azure's logging commands.

A line that begins with ``::``, blanks before it aside, is a command there, and so is ``##[`` or ``##vso[``
anywhere in a line. A student's text may be at either place: what an exception says, or a folder's name.
"""

import re

__all__ = ["disarmed", "disarmed_json"]

_FIRST = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
_ANYWHERE = re.compile(r"##(?=(?:vso)?\[)")


def disarmed(text: str) -> str:
    """Return a text for people with a blank in every command, so that it is none."""
    return _ANYWHERE.sub("# #", _FIRST.sub(r"\1: ", text))


def disarmed_json(text: str) -> str:
    """Return the same JSON value, spelt so that no line is a command."""
    return _ANYWHERE.sub(r"#\\u0023", text)
