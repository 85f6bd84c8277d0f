"""Raises an error in code that claims to stand in line two thousand million of a file of the submission.

zero_pad: raised, 0
"""

CODE = compile("\n" * 10**6 + "raise ValueError('where?')", "lesson.py", "exec")


def zero_pad(X, pad):
    exec(CODE.replace(co_firstlineno=2**31 - 10**6 - 2))
