import sys

import pytest

from grader.worker.reading.repairs import python

EXCEPTIONS = "Python 2 exceptions were read as in Python 3: except X as e, raise X(...)"


def said(source):
    return [str(sentence) for sentence in python(source)[1]]


@pytest.mark.parametrize(
    "source", ["print('a')", "x = 'print 1'", "if x:\n\ty = 1\n", "s = '“'", "# “ \u00a0"]
)
def test_what_is_python_is_never_touched(source):
    assert python(source)[:2] == (source, ())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("print 'a'", "print('a')"),
        ("print 'a', x  # why", "print('a', x  )# why"),
        ("if x: print x", "if x: print(x)"),
        ("for i in x:\n    print '%d' % i", "for i in x:\n    print('%d' % i)"),
        ("print 1, [\n2]", "print(1, [\n2])"),
        ("print 1\nprint\nprint (2)", "print(1)\nprint\nprint (2)"),
        ("print 1\nx = 'print 2'\ny = '''\nprint 3\n'''", "print(1)\nx = 'print 2'\ny = '''\nprint 3\n'''"),
    ],
)
def test_a_print_statement_becomes_a_call(written, meant):
    assert python(written)[:2] == (meant, ("Python 2 print statements were read as calls: print(...)",))


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="Python 3.14 has except A, B")
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("except KeyError, e:", "except KeyError as e:"),
        ("except (KeyError, IndexError), e :", "except (KeyError, IndexError) as e :"),
        ("except np.linalg.LinAlgError , error: # why", "except np.linalg.LinAlgError as error: # why"),
    ],
)
def test_an_exception_gets_its_name_as_in_python_3(written, meant):
    text, said, _ = python(f"try:\n    x = 1\n{written}\n    pass")
    assert (text, said) == (f"try:\n    x = 1\n{meant}\n    pass", (EXCEPTIONS,))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("raise ValueError, 'no, none'", "raise ValueError('no, none')"),
        ("if x: raise a.Error, 'x'  # y", "if x: raise a.Error('x'  )# y"),
    ],
)
def test_a_raised_exception_is_called(written, meant):
    assert python(written)[:2] == (meant, (EXCEPTIONS,))


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="Python 3.14 has except A, B")
def test_two_classes_are_not_a_class_and_a_name():
    assert not python("try:\n    x = 1\nexcept KeyError, IndexError:\n    pass").is_python


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("x\u00a0= '\u00a0'", "x = '\u00a0'"),
        ("x\u3000= 1", "x = 1"),
        ("x = \u201ca\u201d + \u2018b\u2019", "x = \"a\" + 'b'"),
        ("x\u200b = 1\ufeff", "x = 1"),
        ("f\uff08x\uff0c1\uff09  # \uff08", "f(x,1)  # \uff08"),
        ("x = 3 \u2212 1", "x = 3 - 1"),
    ],
)
def test_characters_that_only_look_like_python_become_python(written, meant):
    assert python(written)[:2] == (
        meant,
        ("characters that Python does not accept, such as curly quotes, were read as plain ones",),
    )


def test_a_tab_is_as_wide_as_in_python_2():
    written = "def f():\n    if x:\n\treturn 1\n    return 2"
    assert python(written)[0] == written.replace("\t", " " * 8)
    assert said(written) == ["tabs and spaces are mixed in the indentation; a tab was read as 8 spaces"]


def test_a_tab_is_narrower_if_only_that_is_python():
    written = "def f():\n    x = 1\n\treturn x"
    assert python(written)[0] == written.replace("\t", " " * 4)


def test_several_repairs_go_together_and_each_is_told_once():
    written = "%matplotlib inline\ndef f():\n    if “a”:\n\tprint 1\n\tprint 2"
    text, sentences, _ = python(written)
    assert text == 'pass\ndef f():\n    if "a":\n        print(1)\n        print(2)'
    assert len(sentences) == 3


def test_what_needs_no_repair_of_a_kind_is_not_told_of_it():
    assert len(said("if x:\n\tprint 1")) == 1


@pytest.mark.parametrize("source", ["print 'a", "“", "def f(:\n\tprint 1", "print 1 2", "x = = 1"])
def test_what_cannot_be_repaired_stays_as_it_is(source):
    assert python(source)[:2] == (source, ())
