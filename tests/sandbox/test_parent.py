"""What the parent does about itself."""

import subprocess
import sys

CODE = """
import ctypes
from grader.sandbox.parent import hide
before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)  # PR_GET_DUMPABLE
hide()
print(before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_a_hidden_process_cannot_be_read_by_others_of_its_user():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout == "1 0\n"
