"""Fills the disk.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    try:
        for number in range(50):
            with open(f"{number}.bin", "wb") as file:
                file.write(bytes(2**20))
    except OSError:
        return None
    raise RuntimeError("GOT IT: fifty megabytes of the disk")
