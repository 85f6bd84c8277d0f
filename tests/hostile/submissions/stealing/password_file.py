"""Reads /etc/passwd.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    try:
        with open("/etc/passwd") as file:
            file.read()
    except OSError:
        return None
    raise RuntimeError("GOT IT: the password file")
