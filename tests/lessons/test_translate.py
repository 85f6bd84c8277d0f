"""The sentences that students read are collected, kept with their translations, and compiled."""

import gettext
import sys

import pytest
from support.toy import TOY

from grader.errors import SuiteError, UsageError
from grader.lessons.translate import framework_sentences, stale, suite_sentences, untranslated, update

PO = "ko/LC_MESSAGES/toy.po"


@pytest.fixture(autouse=True)
def _babel():
    pytest.importorskip("babel")


def translated(folder, **pairs):
    """Write translations into the catalogue, as a translator does by hand."""
    path = folder / PO
    text = path.read_text("utf-8")
    for sentence, said in pairs.items():
        text = text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "{said}"')
    path.write_text(text, "utf-8")


def lookup(folder):
    return gettext.translation("toy", folder, languages=["ko"]).gettext


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ('say("It is {x}.", x=1)', "It is {x}."),
        ('self._say("It is so.")', "It is so."),
        ('WORD = translatable("So")', "So"),
        ('require(x > 0, "It is so.")', "It is so."),
        ('_refuse(name, value, "a list")', "a list"),
        ('phrase("{name} is not defined.", name=name)', "{name} is not defined."),
        ('phrase("One sentence "\n    "in two parts.")', "One sentence in two parts."),
    ],
)
def test_a_constant_that_is_said_is_found(tmp_path, source, sentence):
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert framework_sentences(tmp_path) == [sentence]


@pytest.mark.parametrize("source", ["say(text)", 'say("")', 'print("no")', "require(x)", 'say(f"{x}")'])
def test_what_is_no_said_constant_is_not_found(tmp_path, source):
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert framework_sentences(tmp_path) == []


def test_the_frameworks_sentences_are_not_those_of_its_courses(tmp_path):
    (tmp_path / "suites").mkdir()
    (tmp_path / "suites/course.py").write_text('say("A course.")', "utf-8")
    assert framework_sentences(tmp_path) == []


def test_a_courses_sentences_are_its_titles_promises_hints_and_mistakes(tmp_path):
    (tmp_path / "module.py").write_text('say("It differs.")', "utf-8")
    found = suite_sentences(TOY, tmp_path)
    assert {"A toy course", "Twice", "Every number is doubled.", "Add the argument to itself."} <= set(found)
    assert {"Every number is squared.", "It differs."} <= set(found)
    assert found == sorted(set(found))


def test_sentences_without_a_translation_are_returned(tmp_path):
    assert update(["Two", "One"], tmp_path, "toy", "ko") == ["Two", "One"]


def test_a_translation_is_kept_and_compiled(tmp_path):
    update(["One", "Two"], tmp_path, "toy", "ko")
    translated(tmp_path, One="하나")
    assert update(["One", "Two"], tmp_path, "toy", "ko") == ["Two"]
    assert (lookup(tmp_path)("One"), lookup(tmp_path)("Two")) == ("하나", "Two")


def test_the_translation_of_a_sentence_that_is_gone_stays_as_a_comment(tmp_path):
    update(["One", "Two"], tmp_path, "toy", "ko")
    translated(tmp_path, One="하나", Two="둘")
    update(["Two"], tmp_path, "toy", "ko")
    assert '#~ msgid "One"' in (tmp_path / PO).read_text("utf-8")
    assert lookup(tmp_path)("One") == "One"
    assert not stale(["Two"], tmp_path, "toy", "ko")


def test_a_sentence_that_is_reworded_keeps_its_translation_for_a_second_look(tmp_path):
    old, new = "Every number of it is doubled.", "Every number is doubled."
    update([old], tmp_path, "toy", "ko")
    translated(tmp_path, **{old: "두 배"})
    assert update([old], tmp_path, "toy", "ko") == []
    assert update([new], tmp_path, "toy", "ko") == [new]
    assert "#, fuzzy" in (tmp_path / PO).read_text("utf-8")
    assert lookup(tmp_path)(new) == new
    assert not stale([new], tmp_path, "toy", "ko")


@pytest.mark.parametrize("wrong", ["{n}개", "개", "{count}개 {n}"])
def test_a_translation_must_have_the_places_of_its_sentence(tmp_path, wrong):
    update(["{count} differ."], tmp_path, "toy", "ko")
    translated(tmp_path, **{"{count} differ.": wrong})
    before = (tmp_path / PO).read_bytes()
    with pytest.raises(SuiteError, match=r"must have the placeholders of '\{count\} differ\.': \{count\}"):
        update(["{count} differ."], tmp_path, "toy", "ko")
    assert (tmp_path / PO).read_bytes() == before


def test_a_damaged_file_is_named_with_its_line_and_nothing_is_lost(tmp_path):
    update(["One", "Two"], tmp_path, "toy", "ko")
    translated(tmp_path, One="하나")
    damaged = (tmp_path / PO).read_text("utf-8").replace('"하나"', '"하나')
    (tmp_path / PO).write_text(damaged, "utf-8")
    with pytest.raises(SuiteError, match=r"toy\.po:\d+: "):
        update(["One", "Two"], tmp_path, "toy", "ko")
    assert (tmp_path / PO).read_text("utf-8") == damaged


def test_after_an_update_nothing_is_stale(tmp_path):
    update(["One"], tmp_path, "toy", "ko")
    assert not stale(["One"], tmp_path, "toy", "ko")


def test_a_new_sentence_makes_a_catalogue_stale(tmp_path):
    update(["One"], tmp_path, "toy", "ko")
    assert stale(["One", "Two"], tmp_path, "toy", "ko")


def test_a_translation_that_is_not_compiled_makes_a_catalogue_stale(tmp_path):
    update(["One"], tmp_path, "toy", "ko")
    translated(tmp_path, One="하나")
    assert stale(["One"], tmp_path, "toy", "ko")


@pytest.mark.parametrize("content", [b"", b"garbage", None])
def test_a_damaged_catalogue_is_stale_and_made_again(tmp_path, content):
    update(["One"], tmp_path, "toy", "ko")
    mo = (tmp_path / PO).with_suffix(".mo")
    mo.unlink()
    mo.mkdir() if content is None else mo.write_bytes(content)
    assert stale(["One"], tmp_path, "toy", "ko")
    if content is not None:
        update(["One"], tmp_path, "toy", "ko")
        assert not stale(["One"], tmp_path, "toy", "ko")


def test_a_look_for_what_is_stale_writes_nothing(tmp_path):
    assert stale(["One"], tmp_path, "toy", "ko")
    assert list(tmp_path.iterdir()) == []


def test_updates_are_the_same_bytes_each_time(tmp_path):
    for folder in ("a", "b"):
        update(["Two", "One"], tmp_path / folder, "toy", "ko")
    first, second = ((tmp_path / folder / PO).read_bytes() for folder in ("a", "b"))
    assert first == second


def test_the_header_is_no_sentence_without_a_translation():
    from babel.messages import Catalog

    catalogue = Catalog(locale="ko")
    catalogue.add("One", "하나")
    catalogue.add("Two", "")
    assert untranslated(catalogue) == ["Two"]


def test_without_babel_one_is_told_to_install_it(tmp_path, monkeypatch):
    for name in ("babel.messages", "babel.messages.pofile"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match="pip install babel"):
        update(["One"], tmp_path, "toy", "ko")
