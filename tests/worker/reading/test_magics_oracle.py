"""What ``magics`` leaves of a cell is what IPython would run of it.

Both are compared as statements. Calls of a shell or a magic are left out; what ``%time``, ``%%time`` and such
run as Python counts as if it stood there. That is not all that IPython does with ``%%timeit``, which runs
its cell in a function: but what is defined in one is a student's work all the same.
"""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from grader.worker.reading.magics import without_magics
from grader.worker.reading.syntax import UNPARSABLE, parse, parses

RUN_THEIR_CELL = {"time", "timeit", "capture", "debug", "memit", "prun", "snakeviz"}
NOT_PYTHON = ["not Python"]


def ours(cell):
    text = cell if parses(cell) else without_magics(cell)  # as in repairs
    assert text.count("\n") == cell.count("\n"), text
    return dumps(lambda: _run(text))


def theirs(cell):
    return dumps(lambda: _transformed(cell))


def dumps(body):
    try:
        return [ast.dump(statement) for statement in body()]
    except UNPARSABLE:
        return NOT_PYTHON


def _transformed(cell):
    return _run(TransformerManager().transform_cell(cell))


def _run(text):
    return _Run().visit(parse(text)).body


class _Run(ast.NodeTransformer):
    """Leaves of a tree what runs as Python and does something."""

    def visit_Pass(self, _node):
        return None

    def visit_Expr(self, node):
        match _called(node.value):
            case "run_cell_magic", name, _, cell if name in RUN_THEIR_CELL:
                return _transformed(cell)
            case "run_line_magic", "time", line:
                return _transformed(line) if parses(line.strip()) else None
        node = self.generic_visit(node)
        return None if isinstance(node.value, ast.Constant) and node.value.value is None else node

    def visit_Call(self, node):
        match _called(node):
            case "run_line_magic", "time", line if parses(f"({line})"):
                return ast.parse(line, mode="eval").body
            case None:
                return self.generic_visit(node)
        return ast.Constant(None)


def _called(node):
    """The method of IPython that is called here, with its arguments."""
    match node:
        case ast.Call(ast.Attribute(ast.Call(ast.Name("get_ipython")), method), arguments):
            return method, *(argument.value for argument in arguments)
    return None


CELLS = r"""
%matplotlib inline
---
%load_ext autoreload
%autoreload 2
import numpy as np
---
%config InlineBackend.figure_format = 'retina'
---
%env X = 1
---
%lsmagic
---
%pip install numpy
---
%cd drive/My\ Drive
---
%run other.py
x = 1
---
# %load other.py
def f(): return 1
---
!pip install numpy
---
! pip install numpy
---
!!ls
---
!echo "it's"
x = 1
---
!echo (
x = 1
---
!python -c "print('''a"
x = 1
---
%timeit f((
x = 1
---
!ls \
  -l
x = 1
---
!ls \
---
%run a \
b \
c
x = 1
---
!ls > "a.txt" && \
 cat a.txt
x = 1
---
!ls\
x = 1
---
# !ls \
x = 1
!ls
---
x = 1 \

!ls
---
files = !ls
---
files=!ls
---
files = !!ls
---
files, n = !ls
---
a.b = !ls
---
a["k=1"] = !ls
---
a[i == 1] = !ls
---
x: list = !ls
---
if True: x = !ls
---
f(a=1)[0] = !ls
---
x = !ls \
  -l
y = 1
---
x = !ls "a
y = 1
---
x = !ls (
y = 1
---
a = b = !ls
---
x += !ls
---
x == !ls
---
f(!ls)
---
f(a=!ls)
---
def f(a=!ls): pass
---
x = 1 if !ls else 2
---
x = !
---
x = %timeit -o f()
---
x = %pwd
---
x =% pwd
---
x = %
---
x = %time f()
---
a, b = %time f(a=1)
---
x = %time y = 2
---
a = b = %timeit -o f()
---
%time
---
%time f()
---
%time x = f()
y = x
---
%time x, y = f()
---
%time x = f(); y = 2
---
%time x == f()
---
%time x += 1
---
%time x: int = 3
---
%time d["k"] = f()
---
%time (a, b) = f()
---
%time *a, b = f()
---
%time a = b = f()
---
%time print("a = b")
---
%time f() # it's
x = 1
---
%time layers.append(3)
---
%time import numpy as np
---
%time def f(): return 1
---
%time for i in range(3): x = i
---
%time for i in range(3):
    x = i
---
%time x = f(1, \
  2)
---
%time  x = 1
---
%time -n x = 1
---
%time !ls
---
%time %timeit f()
---
%timeit x = f()
---
%prun f()
---
?np.pad
---
??np.pad
---
? np.pad
---
?
---
??
---
np.pad?
---
np.pad??
---
np.a*?
---
*int*?
---
a[0]?
---
a["x"]?
---
%time?
---
%time??
---
%%time?
---
%%bash?
x = 1
---
x = np.pad?
---
x = 1; np.pad?
---
if x: np.pad?
---
if x:
    np.pad?
    y = 1
---
np.pad? # help
---
np.pad(x,
  1)?
---
np.pad?
%time x = 1
!ls
y = !ls
z = 2
---
%%time
Z = f(1)
---
%%time

def f():
    return 1
!ls
x = np.pad?
---
%%timeit -n1 -r1
def f(): return 1
---
%%timeit x = 1
y = x
---
%%capture out
import numpy
!ls
---
%%capture --no-stderr
%pip install x
---
%%capture
%%time
x = 1
---
%%prun
x = f()
---
%%time
---
%%time
x = = 1
---
%%
x = 1
---
%%!
ls
---
%%bash
ls -l 'it
---
%%bash --out x
ls
---
%%python3
x = 1
---
%%html
<b>
---
%%latex
\alpha
---
%%javascript
f = function(lines) {return false;}
---
%%writefile a.py
def f(): pass
---

%%time
x = 1
---
  %%time
  x = 1
---
# comment
%%time
x = 1
---
x = 1
%%time
y = 2
---
x = 1

%%bash
ls
---
>>> x = 1
---
>>> x = 1
>>> y = 2
---
>>> def f(x):
...     return x
...
>>> f(1)
---
>>> def f(x):
...     return x

>>> f(1)
1
---
>>> x = (1,
...      2)
>>> %time y = 1
---
In [1]: def f(x):
   ...:     return x
   ...:
---
In [12]: !ls

In [13]: x = 1
---
    x = 1
    y = 2
---
    x = 1
  y = 2
---
  x = 1
    y = 2
---
    def f():
        return 1

    !ls
---

    x = 1
    %time f()
---
if True:
    %time f()
    y = 2
---
if True:
    x = !ls
    y = 2
---
for i in range(3):
    !echo {i}
---
def f():
    %timeit g()
    return 1
---
def f(x):
    !ls
---
class A:
    %time f()
    def g(self): return 1
---
try:
    import x
except ImportError:
    !pip install x
---
if True:
    pass
else:
    %pip install x
x = 1
---
if True: %time f()
---
@decorator
%time
def f(): pass
---
%time f()
@decorator
def f(): pass
---
x = 7 \
%3
---
x = 7 \
%3
!ls
---
x = (7
%3)
!ls
---
x = [
!ls
]
---
x = {'a': 1,
%time
}
---
"%d" \
% 3
!ls
---
y = "%d" % (
  3
)
%time f()
---
x = 5
%3
---
x = '''
!ls
%time
'''
%time f()
---
def f():
    '''
    %time f()
    !ls
    np.pad?
    >>> f()
    '''
    return 1
!ls
---
x = "%time" + '!ls' + "what?"
!ls
---
x = 1 # what?
!ls
---
#!ls
x = 1
---
if x != 1: pass
%time f()
---
x = 'a' if y != 1 else 2
!ls
---
x = f"{y!r}"
!ls
---
x = f"{y!r:>{w}} {'%'}"
%time f()
---
x = f'''
{y!r}
%d
'''
!ls
---
x = lambda y=1: y
!ls
---
x = 1;
!ls
---
!ls; x = 1
---
f(1)  ; !ls
---
x = = 1
!ls
---
!ls
x = (
---
def f(x):
return x
%time f()
---
print(!ls)
---
%
---
!
---
get_ipython().system('ls')
---
get_ipython().run_line_magic('time', 'x = 1')
---
x = get_ipython().getoutput('ls')
"""


@pytest.mark.parametrize("cell", CELLS[1:-1].split("\n---\n"))
def test_the_same_is_left(cell):
    assert ours(cell) == theirs(cell)


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        # Nobody doubts what these mean, though IPython (of today; 8 took the indentation off) refuses them.
        ("np.pad ?\nx = 1", "x = 1"),
        ("np.pad?  \nx = 1", "x = 1"),
        ("f(x)?\nx = 1", "x = 1"),
        ("    x = 1\ny = 2", "x = 1\ny = 2"),
        ("%time\tx = 1", "x = 1"),
        ("%time x = f(1,\n  2)", "x = f(1, 2)"),
        # The magic makes these imports when it is called, and here it is not.
        ("%pylab inline", "import numpy as np; from numpy import *"),
        # Text that parses is never touched: In may be anything.
        ("In [1]: x = 1", "In[1]: x = 1"),
        # Prompts count where a copied text starts with them; elsewhere a string may have been meant.
        ("x = 1\n>>> y = 2", None),
        # A line that starts like this is no call that anybody means, but a broken one.
        ("/f a b", None),
        (", f a b", None),
        ("; f a b", None),
        # An assignment that is timed may go on in the next line; this one never ends.
        ('%time x = "a\ny = 1', None),
    ],
)
def test_where_ipython_is_not_followed(cell, left):
    assert ours(cell) == (NOT_PYTHON if left is None else dumps(lambda: _run(left)))


PYTHON = [
    "x = 1",
    "def f(x):\n    return x % 2",
    "@g\ndef f(x):\n    '''\n    %time f()\n    ?f\n    '''\n    return f'{x!r} %d'",
    "class A:\n    '''!ls'''\n    x: int = 3",
    "y = (7\n%3)",
    "y = 7 \\\n% 3",
    "s = '''\n!ls\n%%time\nnp.pad?\n'''",
    "if x != 1: y = {'a': [1\n!= 2]} if 0 else '!'",
    "# what?",
    "print('what?')  # !ls",
    "pass",
    "",
]
MAGIC = [
    "%matplotlib inline",
    "%timeit -n 3 f(x=1)",
    "%time z = f(1)",
    "%time f(1)",
    "!ls",
    "!!ls -l",
    "!ls \\\n  -l",
    "files = !ls",
    "a['k'], b = !ls | wc",
    "out = %timeit -o f()",
    "out = %time f()",
    "?np.pad",
    "np.pad??",
    "q = np.pad?",
]
FIRST = ["", "%%time", "%%capture out\n%%timeit", "%%bash", "\n%%prun -l 3", "# %%time"]


def _indented(text, by):
    return "\n".join(by + line if line else line for line in text.split("\n"))


_BLOCKS = st.recursive(
    st.sampled_from(PYTHON + MAGIC),
    lambda inner: st.builds(
        lambda head, body: f"{head}\n{_indented(body, '    ')}\n    w = 1",
        st.sampled_from(["if x:", "for i in '!ls':", "def h(a='%d', b=1):", "with f() as g:"]),
        st.lists(inner, min_size=1, max_size=3).map("\n".join),
    ),
    max_leaves=5,
)


@given(
    first=st.sampled_from(FIRST),
    blocks=st.lists(_BLOCKS, min_size=1, max_size=5),
    indent=st.sampled_from(["", "  ", "\t"]),
)
def test_the_same_is_left_of_whatever_is_put_together(first, blocks, indent):
    cell = _indented("\n".join([*[first] * bool(first), *blocks]), indent)
    assert ours(cell) == theirs(cell)


@given(st.lists(st.sampled_from(PYTHON), min_size=1, max_size=6).map("\n".join))
def test_python_is_never_touched(cell):
    assert without_magics(cell) == cell
