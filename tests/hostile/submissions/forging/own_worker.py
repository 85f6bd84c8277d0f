"""Brings a worker package, with a serve.py of its own.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return None


# file: worker/__init__.py
raise RuntimeError("GOT IT: my worker is imported")
# file: worker/serve.py
def serve(requests, replies):
    raise RuntimeError("GOT IT: my worker is imported")
