"""Brings a grader.py, and a grader package, to be imported instead of the real one.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return None


# file: grader.py
raise RuntimeError("GOT IT: my grader is imported")
# file: grader/__init__.py
raise RuntimeError("GOT IT: my grader is imported")
# file: grader/judging/judge.py
def judge(*args, **kwargs):
    return "passed"
