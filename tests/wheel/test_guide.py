"""Every step of "Your own course in half an hour" does what the page says."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/your-own-course.md").read_text("utf-8")
BLOCKS = re.compile(r"^```(sh|text|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def steps(page):
    """Yield (kind, text, path): commands, what they print, and files with the path before them."""
    position = 0
    for block in BLOCKS.finditer(page):
        named = re.findall(r"`([\w/]+\.py)`", page[position : block.start()])
        yield block[1], block[2], named[-1] if named else None
        position = block.end()


def same(printed, told):
    """Say whether this was printed, whatever the numbers of a case that Hypothesis drew."""
    return [_plain(line) for line in printed.splitlines()] == [_plain(line) for line in told.splitlines()]


def _plain(line):
    return re.sub(r"(-?\d[\d.e-]*\s*)+", "0 ", line).rstrip() if line.startswith("    ") else line.rstrip()


def test_every_step_does_what_the_page_says(environment, tmp_path):
    folder, printed, done = tmp_path / "나의 과정", "", []
    folder.mkdir()
    for kind, text, path in steps(GUIDE):
        done.append(kind)
        if kind == "sh":
            printed = environment.run(f"{text}\npwd > {tmp_path}/where", folder)
            folder = Path((tmp_path / "where").read_text("utf-8").strip())
        elif kind == "text":
            assert same(printed, text), printed
        else:
            assert path is not None, text
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    assert done.count("sh") >= 9
    assert done.count("text") >= 4
    assert done.count("python") >= 8
