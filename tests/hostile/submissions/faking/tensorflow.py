"""Has TensorFlow do the work.

zero_pad: forbidden, 0
"""

import tensorflow as tf


def zero_pad(X, pad):
    return tf.pad(X, [[0, 0], [pad, pad], [pad, pad], [0, 0]]).numpy()
