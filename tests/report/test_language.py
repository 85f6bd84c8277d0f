"""A report in Korean: every sentence has a translation, and each place of it keeps its value."""

import re
from pathlib import Path

import pytest

from grader.course.load import load
from grader.errors import SuiteError
from grader.lessons.translate import framework_sentences, suite_sentences
from grader.report.language import LOCALE, translator
from grader.words import say

COURSE = load()
SENTENCES = {
    "grader": (framework_sentences(LOCALE.parent), LOCALE),
    "course": (suite_sentences(COURSE.suite, COURSE.package), COURSE.locale),
}
HANGUL = re.compile("[가-힣]")


@pytest.fixture(scope="module")
def korean():
    return translator("ko", COURSE.locale)


@pytest.fixture(scope="module")
def catalogues():
    """The translations by domain and sentence."""
    pofile = pytest.importorskip("babel.messages.pofile")
    found = {}
    for domain, (_, home) in SENTENCES.items():
        with (home / "ko/LC_MESSAGES" / f"{domain}.po").open("rb") as file:
            found[domain] = {message.id: message.string for message in pofile.read_po(file) if message.id}
    return found


def places(text):
    return sorted(re.findall(r"\{\w+\}", text))


def test_a_sentence_is_translated_with_its_values(korean):
    assert korean(say("{place}, line {line}", place="a.py", line=3)) == "a.py, 3번째 줄"


def test_a_sentence_in_a_sentence_is_translated(korean):
    cell = say("{file}, code cell {number}", file="a.ipynb", number=2)
    assert korean(say("{place}, line {line}", place=cell, line=3)) == "a.ipynb, 코드 셀 2, 3번째 줄"


def test_a_plain_constant_in_a_sentence_is_translated(korean):
    sentence = say("{name} is {found}; it must be {wanted}.", name="x", found="None", wanted="one number")
    assert korean(sentence) == "x: 받은 값은 None, 필요한 값은 수 하나입니다."


def test_a_sentence_of_the_course_is_translated_by_its_own_catalogue(korean):
    assert korean("Zero padding") == "제로 패딩"


def test_braces_in_a_value_are_not_filled_in(korean):
    assert korean(say("{place}, line {line}", place="{line}.py", line=3)) == "{line}.py, 3번째 줄"


def test_an_unknown_sentence_stays_english(korean):
    assert korean(say("{count} ducks.", count=3)) == "3 ducks."


@pytest.mark.parametrize("nothing", ["", say("")])
def test_nothing_is_translated_to_nothing(korean, nothing):
    assert korean(nothing) == ""


def test_english_is_the_text_itself():
    english = translator("en", COURSE.locale)
    assert english(say("{place}, line {line}", place="a.py", line=3)) == "a.py, line 3"


def test_a_course_without_a_catalogue_is_in_english(tmp_path):
    assert translator("ko", tmp_path)("Zero padding") == "Zero padding"


@pytest.mark.parametrize("domain", SENTENCES)
def test_every_sentence_has_a_translation(catalogues, domain):
    assert [text for text in SENTENCES[domain][0] if not catalogues[domain].get(text)] == []


@pytest.mark.parametrize("domain", SENTENCES)
def test_every_sentence_is_told_in_korean_as_it_ships(korean, domain):
    kept = {text for text in SENTENCES[domain][0] if korean(text) == text}
    assert [text for text in kept if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))] == []


@pytest.mark.parametrize("domain", SENTENCES)
def test_a_translation_has_the_places_of_its_sentence(catalogues, domain):
    odd = [text for text, said in catalogues[domain].items() if places(said) != places(text)]
    assert odd == []


@pytest.mark.parametrize("domain", SENTENCES)
def test_no_particle_that_depends_on_the_sound_before_it_follows_a_place(catalogues, domain):
    loose = re.compile(r"\}(?:[은는이가을를과와](?![가-힣(])|으?로(?![가-힣(]))")
    assert [said for said in catalogues[domain].values() if loose.search(said)] == []


@pytest.mark.parametrize("domain", SENTENCES)
def test_code_in_a_sentence_is_code_in_its_translation(catalogues, domain):
    code = re.compile(r"\w+\[[^\]]*:[^\]]*\]|\bnp\.\w+|\b\w+_\w+\b")
    for text, said in catalogues[domain].items():
        words = re.sub(r"\{\w+\}", "", text)
        assert [name for name in code.findall(words) if name not in said] == [], text


def test_the_catalogues_ship_beside_the_code():
    assert all(
        Path(home, "ko/LC_MESSAGES", f"{domain}.mo").exists() for domain, (_, home) in SENTENCES.items()
    )


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xde\x12\x04\x95" + b"\x00" * 3, None])
def test_a_damaged_catalogue_is_named(tmp_path, content):
    path = tmp_path / "ko/LC_MESSAGES/course.mo"
    path.parent.mkdir(parents=True)
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(SuiteError, match="it is damaged") as caught:
        translator("ko", tmp_path)
    assert caught.value.where == str(path)
    assert "grader translate" in caught.value.remedy
