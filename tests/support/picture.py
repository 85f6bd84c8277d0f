"""The README's picture: what a student sees whose filter is flipped and who has not come to the end.

Draw it anew with ``PYTHONPATH=tests python -m support.picture``.
"""

import html
import io
import re
import tempfile
from pathlib import Path

from rich.console import Console

from grader.cli.screen import MARKS, TextReport
from grader.course.cases import Kept
from grader.course.load import load
from grader.discover import discover
from grader.lessons.release import stub
from grader.pipeline import Grader, report
from grader.report.language import translator
from grader.sandbox import Limits, WarmProcess
from support.classroom import ROOT, SOLUTIONS

PICTURE = ROOT / "docs/output.svg"
UNWRITTEN = ("lesson4_backward", "lesson5_lenet")


def alice(home: Path) -> Path:
    """Write the student's lessons."""
    home.mkdir()
    for stem, text in SOLUTIONS.items():
        flipped = text.replace("np.tensordot(windows, W, axes", "np.tensordot(windows, W[::-1, ::-1], axes")
        (home / f"{stem}.py").write_text(stub(text) if stem in UNWRITTEN else flipped, "utf-8")
    return home


def draw() -> str:
    """Grade the student and return the report as SVG."""
    course = load()
    suite = course.suite
    with tempfile.TemporaryDirectory() as place, WarmProcess() as warm:
        grader = Grader(suite, Kept(course.cases), 0, warm, Limits())
        grade = grader.grade(discover([alice(Path(place) / "alice")], "cnn")[0])
    console = Console(
        record=True, width=100, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    text = TextReport(translator("en", course.locale), marks=MARKS, cross="✘", axes=course.suite.axes)
    console.print(text.grade(report(suite, 0, [grade], "sealed"), grade))
    svg = console.export_svg(title="grade alice/", unique_id="grade")
    # No fonts from elsewhere: the reader's own monospaced one will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return "".join(line.rstrip() + "\n" for line in svg.splitlines())


def words(svg: str) -> list[str]:
    """Return what can be read in a picture."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg, flags=re.DOTALL)
    return html.unescape(" ".join(texts)).split()


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8")
