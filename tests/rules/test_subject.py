"""The framework knows no course's subject: what is about convolution is in ``suites`` alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUBJECT = re.compile(
    r"(?:de)?conv(?:s|olutions?|olutional|olved?|olves)?|(?:un)?pool(?:s|ed|ing)?|strides?|pad(?:s|ded|ding)?"
    r"|channels?|images?|lenet|cnn|n_[hwc]|dilat(?:ed|ion)|합성곱|풀링|스트라이드|패딩|채널|이미지",
    re.IGNORECASE,
)
# Words that are not of the subject although they are spelled like it, by the files that they may stand in.
OTHERS = {
    "grader/sandbox": {"channel"},  # of pipes
    "grader/run": {"channel"},
    "grader/audit/parallel.py": {"ProcessPoolExecutor"},
    "grader/batch/threads.py": {"ThreadPoolExecutor"},
    "grader/report": {"Padding", "pad_edge"},  # of tables in the terminal
    "grader/cli": {"pad_edge", "pad"},
    "grader/worker/preload.py": {"stride_tricks"},  # a module of NumPy
    "grader/course/contracts": {"strides"},  # of an array in memory
    "grader/worker/views.py": {"strides", "stride_tricks"},  # likewise
    "grader/locale": {"strides", "strides는"},
    "grader/README.md": {"channel"},
    "grader/course/find.py": {"cnn"},  # the course that is graded if no other is named
    "grader/cli/options.py": {"cnn"},
}
FILES = [
    path
    for path in sorted((ROOT / "grader").rglob("*"))
    if path.suffix in {".py", ".txt", ".po", ".md"} and "suites" not in path.relative_to(ROOT).parts
]


def subject(text):
    """Return the words of a text that are of the subject, and identifiers that hold one."""
    return {
        word
        for word in re.findall(r"[^\W\d]\w*", text)
        if any(
            SUBJECT.fullmatch(part)
            for part in (word, *re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[가-힣]+", word))
        )
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_and_no_text_is_about_a_course(path):
    name = path.relative_to(ROOT).as_posix()
    allowed = {word for place, words in OTHERS.items() if name.startswith(place) for word in words}
    found = {word for word in subject(path.read_text("utf-8")) if word.lower() not in map(str.lower, allowed)}
    assert not found


def test_the_words_are_found_where_they_stand():
    text = "zero_pad, PoolLayer, n_H_prev images; convgrade, padlock and spool: pool_size, conv2d 패딩"
    assert subject(text) == {"zero_pad", "PoolLayer", "images", "pool_size", "conv2d", "패딩"}


def test_every_exception_is_needed():
    for place, words in OTHERS.items():
        texts = " ".join(
            path.read_text("utf-8") for path in FILES if path.relative_to(ROOT).as_posix().startswith(place)
        )
        lowered = {word.lower() for word in subject(texts)}
        assert {word.lower() for word in words} <= lowered, place
