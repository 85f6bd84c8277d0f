"""Where the cases of the course come from: few drawn integers, and arrays made of them by a seed.

Rungs. Each ``Inputs`` switches on one factor (padding, stride, channels, ...) over the plainest case:
one example, one channel, one filter, a square image, stride 1, no padding, a filter that no flip or
transposition changes, positive numbers, no bias. So a mistake confined to one corner costs the
properties of that corner and no more. ``*_together`` switches everything on: nothing is blind there.
conv_forward's plainest case lies in a corner itself, pad = 0: see ``PADDED``.

Strata. Each draw first picks one: an easy one with the smallest sizes, to which shrinking goes, and
those that tell wrong answers from right ones (general, a single window, a filter as large as the image,
even filters, strides beyond the filter, padding beyond it).
"""

from __future__ import annotations

from grader.suites.cnn.strategies.backward import (
    back_batch as back_batch,
)
from grader.suites.cnn.strategies.backward import (
    back_not_square as back_not_square,
)
from grader.suites.cnn.strategies.backward import (
    back_plain as back_plain,
)
from grader.suites.cnn.strategies.backward import (
    back_strided as back_strided,
)
from grader.suites.cnn.strategies.backward import (
    back_together as back_together,
)
from grader.suites.cnn.strategies.backward import (
    back_unpadded as back_unpadded,
)
from grader.suites.cnn.strategies.convolution import (
    conv_batch as conv_batch,
)
from grader.suites.cnn.strategies.convolution import (
    conv_bias as conv_bias,
)
from grader.suites.cnn.strategies.convolution import (
    conv_biases as conv_biases,
)
from grader.suites.cnn.strategies.convolution import (
    conv_channels as conv_channels,
)
from grader.suites.cnn.strategies.convolution import (
    conv_filters as conv_filters,
)
from grader.suites.cnn.strategies.convolution import (
    conv_not_square as conv_not_square,
)
from grader.suites.cnn.strategies.convolution import (
    conv_oriented as conv_oriented,
)
from grader.suites.cnn.strategies.convolution import (
    conv_padded as conv_padded,
)
from grader.suites.cnn.strategies.convolution import (
    conv_plain as conv_plain,
)
from grader.suites.cnn.strategies.convolution import (
    conv_shapes as conv_shapes,
)
from grader.suites.cnn.strategies.convolution import (
    conv_signed as conv_signed,
)
from grader.suites.cnn.strategies.convolution import (
    conv_strided as conv_strided,
)
from grader.suites.cnn.strategies.convolution import (
    conv_together as conv_together,
)
from grader.suites.cnn.strategies.convolution import (
    conv_unpadded as conv_unpadded,
)
from grader.suites.cnn.strategies.lenet import (
    lenet_batch as lenet_batch,
)
from grader.suites.cnn.strategies.lenet import (
    lenet_positive as lenet_positive,
)
from grader.suites.cnn.strategies.lenet import (
    lenet_signed as lenet_signed,
)
from grader.suites.cnn.strategies.lenet import (
    lenet_sizes as lenet_sizes,
)
from grader.suites.cnn.strategies.lenet import (
    start_sizes as start_sizes,
)
from grader.suites.cnn.strategies.lenet import (
    start_usual as start_usual,
)
from grader.suites.cnn.strategies.lenet import (
    summary_sizes as summary_sizes,
)
from grader.suites.cnn.strategies.lenet import (
    summary_usual as summary_usual,
)
from grader.suites.cnn.strategies.padding import (
    pad_many as pad_many,
)
from grader.suites.cnn.strategies.padding import (
    pad_none as pad_none,
)
from grader.suites.cnn.strategies.padding import (
    pad_not_square as pad_not_square,
)
from grader.suites.cnn.strategies.padding import (
    pad_plain as pad_plain,
)
from grader.suites.cnn.strategies.padding import (
    pad_together as pad_together,
)
from grader.suites.cnn.strategies.pooling import (
    pool_average as pool_average,
)
from grader.suites.cnn.strategies.pooling import (
    pool_both as pool_both,
)
from grader.suites.cnn.strategies.pooling import (
    pool_max as pool_max,
)
from grader.suites.cnn.strategies.step import (
    step_bias as step_bias,
)
from grader.suites.cnn.strategies.step import (
    step_channels as step_channels,
)
from grader.suites.cnn.strategies.step import (
    step_ones as step_ones,
)
from grader.suites.cnn.strategies.step import (
    step_oriented as step_oriented,
)
from grader.suites.cnn.strategies.step import (
    step_products as step_products,
)
from grader.suites.cnn.strategies.step import (
    step_together as step_together,
)
