"""Right: A class, separable: rows first, then columns, by a running np.maximum or np.add in place on own
copies; list answer.
"""

import numpy as np


class Pooling:
    def __init__(self, f, stride, mode):
        self.f, self.stride = int(f), int(stride)
        if mode == "max":
            self.join, self.divisor = np.maximum, None
        elif mode == "average":
            self.join, self.divisor = np.add, self.f**2
        else:
            raise ValueError("mode is 'max' or 'average'")

    def along_first_axis(self, volume):
        count = (len(volume) - self.f) // self.stride + 1
        if count < 1:
            raise ValueError("the window does not fit")
        stop = (count - 1) * self.stride + 1
        result = volume[: stop : self.stride].copy()
        for offset in range(1, self.f):
            self.join(result, volume[offset : offset + stop : self.stride], out=result)
        return result

    def __call__(self, volume):
        if self.divisor:
            volume = volume.astype(np.float64)
        volume = self.along_first_axis(np.moveaxis(volume, 1, 0))
        volume = self.along_first_axis(np.moveaxis(volume, 2, 0))
        volume = volume.transpose(2, 1, 0, 3)
        return volume / self.divisor if self.divisor else volume


def pool_forward(A_prev, hparameters, mode="max"):
    return [Pooling(hparameters["f"], hparameters["stride"], mode)(A_prev), (A_prev, hparameters)]
