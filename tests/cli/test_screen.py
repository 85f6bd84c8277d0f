"""What is printed where is no terminal steers nobody, whatever rich takes it for."""

import pytest
from rich.text import Text

from grader.cli.screen import Screen
from grader.course.load import load


@pytest.mark.parametrize("colours", ["", "1"])
def test_a_log_gets_no_commands_though_it_asks_for_colours(capsys, monkeypatch, colours):
    monkeypatch.setenv("FORCE_COLOR", colours)
    Screen(load(), lang="en", verbose=False, report_on_stdout=True).print(Text("::error::pwned"))
    out = capsys.readouterr().out
    assert "error" in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())
