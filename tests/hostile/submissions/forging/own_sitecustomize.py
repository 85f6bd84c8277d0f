"""Brings a sitecustomize.py and a usercustomize.py, which Python imports when it starts.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return None


# file: sitecustomize.py
open("@drop@/customised", "w").write("GOT IT")
# file: usercustomize.py
open("@drop@/customised too", "w").write("GOT IT")
