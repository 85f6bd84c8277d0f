"""Has OpenCV do the work.

zero_pad: forbidden, 0
"""

import cv2
import numpy as np


def zero_pad(X, pad):
    return np.stack([cv2.copyMakeBorder(x, pad, pad, pad, pad, cv2.BORDER_CONSTANT) for x in X])
