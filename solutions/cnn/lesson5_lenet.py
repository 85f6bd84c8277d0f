# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Lesson 5 · LeNet
#
# Now the parts become a network: LeNet-5, which read handwritten digits from cheques in the 1990s. Two
# rounds of convolution and pooling turn an image into small maps of what is where; three dense layers
# decide from them what it is. We use ReLU and max pooling, as is usual today.
#
# | layer | what it does | output |
# |---|---|---|
# | input | | 32x32x$n_{C0}$ |
# | CONV1, ReLU | six 5x5 filters, stride 1, no padding | 28x28x6 |
# | POOL1 | max, $f = 2$, $s = 2$ | 14x14x6 |
# | CONV2, ReLU | sixteen 5x5 filters, stride 1, no padding | 10x10x16 |
# | POOL2 | max, $f = 2$, $s = 2$ | 5x5x16 |
# | FC3, ReLU | flatten to 400, then dense | 120 |
# | FC4, ReLU | dense | 84 |
# | SOFTMAX | dense, then softmax | one probability per class |

# %% [markdown] lang="ko"
# # 5강 · LeNet
#
# 이제 부품을 모아 신경망을 만듭니다. LeNet-5는 1990년대에 수표의 손글씨 숫자를 읽던 신경망입니다. 합성곱과
# 풀링을 두 번 거치면 이미지는 무엇이 어디에 있는지를 나타내는 작은 특성 맵이 됩니다. 그다음 완전 연결층
# 세 개가 그것이 무엇인지 판단합니다. 활성화 함수와 풀링은 요즘 방식대로 ReLU와 최대 풀링을 씁니다.
#
# | 층 | 하는 일 | 출력 |
# |---|---|---|
# | 입력 | | 32x32x$n_{C0}$ |
# | CONV1, ReLU | 5x5 필터 6개, 스트라이드 1, 패딩 없음 | 28x28x6 |
# | POOL1 | 최대 풀링, $f = 2$, $s = 2$ | 14x14x6 |
# | CONV2, ReLU | 5x5 필터 16개, 스트라이드 1, 패딩 없음 | 10x10x16 |
# | POOL2 | 최대 풀링, $f = 2$, $s = 2$ | 5x5x16 |
# | FC3, ReLU | 400개로 펼친 다음 완전 연결 | 120 |
# | FC4, ReLU | 완전 연결 | 84 |
# | SOFTMAX | 완전 연결 다음 소프트맥스 | 클래스마다 확률 하나 |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np


def try_it(picture):
    """Draw a picture of this lesson, or say which function it is still waiting for."""
    # Another lesson may only want the functions: importing changes __name__, and %run sets __file__.
    if __name__ != "__main__" or ("__file__" in globals() and "get_ipython" in globals()):
        return
    try:
        picture()
    except NotImplementedError as unwritten:
        plt.close("all")
        print(unwritten)


def lenet_layers(classes=10):
    """List LeNet's layers from the image to the answer: name, kind, hyperparameters."""
    return [
        ("CONV1", "conv", {"f": 5, "stride": 1, "pad": 0, "n_C": 6}),
        ("POOL1", "pool", {"f": 2, "stride": 2}),
        ("CONV2", "conv", {"f": 5, "stride": 1, "pad": 0, "n_C": 16}),
        ("POOL2", "pool", {"f": 2, "stride": 2}),
        ("FC3", "dense", {"units": 120}),
        ("FC4", "dense", {"units": 84}),
        ("SOFTMAX", "dense", {"units": classes}),
    ]


# %% [markdown]
# This lesson builds on your own lessons 2 and 3.

# %% [markdown] lang="ko"
# 이 강의는 직접 작성한 2강과 3강의 함수들을 사용합니다.

# %%
from lesson2_convolution import conv_forward
from lesson3_pooling import pool_forward

# %% [markdown]
# ## Exercise: `lenet_parameters`
#
# Five layers learn: CONV1, CONV2, FC3, FC4 and SOFTMAX. Each has weights and one bias for every filter or
# unit. The biases begin at zero. The weights must not: equal weights would get equal gradients and stay
# equal for ever. So they are drawn at random, and scaled such that the numbers neither fade nor explode from
# layer to layer (He's rule, made for ReLU):
#
# $$W \sim \mathcal{N}(0, 1) \cdot \sqrt{\frac{2}{n_{in}}}$$
#
# where $n_{in}$ counts the inputs of one output: $f \cdot f \cdot n_{C,prev}$ for a filter, all inputs for a
# dense unit. The pooling layers have nothing to learn, so nothing of theirs is in the dictionary.

# %% [markdown] lang="ko"
# ## 연습 문제: `lenet_parameters`
#
# 학습하는 층은 CONV1, CONV2, FC3, FC4, SOFTMAX의 다섯입니다. 층마다 가중치가 있고, 필터나 유닛마다 편향이
# 하나씩 있습니다. 편향은 0에서 시작합니다. 가중치는 그러면 안 됩니다. 가중치가 모두 같으면 기울기도 같아서
# 영원히 같은 값으로 남습니다. 그래서 무작위로 뽑되, 층을 지나면서 수가 사라지거나 폭발하지 않도록 크기를
# 맞춥니다. ReLU를 위해 만들어진 He의 규칙입니다.
#
# $$W \sim \mathcal{N}(0, 1) \cdot \sqrt{\frac{2}{n_{in}}}$$
#
# $n_{in}$은 출력 하나에 들어가는 입력의 개수입니다. 필터에서는 $f \cdot f \cdot n_{C,prev}$이고, 완전
# 연결층에서는 모든 입력의 개수입니다. 풀링층은 학습할 것이 없으므로 딕셔너리에 아무것도 넣지 않습니다.


# %%
def lenet_parameters(rng, n_C0=3, classes=10):
    """Draw LeNet's weights and set its biases to zero.

    Weights are independent normal numbers in float64, with mean 0 and a standard deviation of
    sqrt(2 / inputs), where inputs counts what one output is computed from: f * f * n_C_prev for a
    convolution, the rows of W for a dense layer.

    Args:
        rng: a NumPy random generator, as np.random.default_rng(0) gives it.
        n_C0: channels of the image.
        classes: how many classes there are to choose from.

    Returns:
        A dictionary with exactly the keys W1, b1 ... W5, b5:
        W1 (5, 5, n_C0, 6), b1 (1, 1, 1, 6), W2 (5, 5, 6, 16), b2 (1, 1, 1, 16),
        W3 (400, 120), b3 (1, 120), W4 (120, 84), b4 (1, 84), W5 (84, classes), b5 (1, classes).
    """
    # Step 1. List the shapes of W1 to W5.
    # Step 2. For each: count the inputs of one output, draw normal numbers from rng and scale them.
    # Step 3. Add biases of zero: (1, 1, 1, n_C) for a convolution, (1, units) for a dense layer.
    ### BEGIN SOLUTION
    parameters = {}
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    for layer, shape in enumerate(shapes, start=1):
        *inputs, outputs = shape
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / math.prod(inputs))
        parameters[f"b{layer}"] = np.zeros([1] * len(inputs) + [outputs])
    return parameters
    ### END SOLUTION


# %% [markdown]
# **Try it.** The more inputs a unit adds up, the narrower its weights are drawn.

# %% [markdown] lang="ko"
# **확인해 보십시오.** 더하는 입력이 많은 유닛일수록 가중치를 좁은 범위에서 뽑습니다.


# %%
def spread_of_weights():
    """Draw how wide the weights of each layer lie, beside He's rule."""
    parameters = lenet_parameters(np.random.default_rng(0))
    _, axes = plt.subplots(1, 5, figsize=(15, 3), sharex=True)
    for layer, axis in enumerate(axes, start=1):
        W = parameters[f"W{layer}"]
        inputs = math.prod(W.shape[:-1])
        axis.hist(W.ravel(), bins=40, density=True)
        for side in (-1, 1):
            axis.axvline(side * np.sqrt(2 / inputs), color="black", linestyle=":")
        axis.set(title=f"W{layer}: {inputs} inputs", yticks=[])
    plt.tight_layout()
    plt.show()


try_it(spread_of_weights)

# %% [markdown]
# ## Exercise: `lenet_forward`
#
# Put the layers of the table one after the other. $ReLU(z) = \max(0, z)$ follows each of them but pooling
# and the last. To flatten is to write each example's $5 \cdot 5 \cdot 16$ numbers in one row, in the order
# in which NumPy keeps them (rows, then columns, then channels). A dense layer is $Z = A W + b$. The last one
# gives a score for each class, and softmax turns the scores $z$ into probabilities:
#
# $$p_c = \frac{e^{z_c - \max z}}{\sum_k e^{z_k - \max z}}$$
#
# Taking the largest score away changes nothing in the fraction, but keeps $e^z$ from overflowing.

# %% [markdown] lang="ko"
# ## 연습 문제: `lenet_forward`
#
# 표에 있는 층을 차례로 이어 붙이십시오. 풀링과 마지막 층을 빼고는 층마다 $ReLU(z) = \max(0, z)$가
# 뒤따릅니다. 펼친다는 것은 예제마다 $5 \cdot 5 \cdot 16$개의 수를 NumPy가 저장하는 순서(행, 열, 채널)대로
# 한 줄에 적는 것입니다. 완전 연결층은 $Z = A W + b$입니다. 마지막 층은 클래스마다 점수를 내고, 소프트맥스는
# 점수 $z$를 확률로 바꿉니다.
#
# $$p_c = \frac{e^{z_c - \max z}}{\sum_k e^{z_k - \max z}}$$
#
# 가장 큰 점수를 빼도 분수의 값은 변하지 않지만, $e^z$가 넘치는 것을 막아 줍니다.


# %%
def lenet_forward(X, parameters):
    """Compute the probability of every class for every image.

    Args:
        X: images, shape (m, 32, 32, n_C0).
        parameters: W1, b1 ... W5, b5 as lenet_parameters returns them.

    Returns:
        probabilities: shape (m, classes); every row sums to 1.
        caches: a list of whatever you want to keep of each layer for the backward pass.
    """
    # Step 1. Twice: convolution (stride 1, pad 0), ReLU, max pooling (f 2, stride 2).
    ### BEGIN SOLUTION
    A, caches = X, []
    for layer in (1, 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z, conv_cache = conv_forward(A, W, b, {"stride": 1, "pad": 0})
        A, pool_cache = pool_forward(np.maximum(Z, 0), {"f": 2, "stride": 2}, mode="max")
        caches.append((conv_cache, Z, pool_cache))
    ### END SOLUTION

    # Step 2. Flatten each example to one row.
    # Step 3. Twice: dense layer, ReLU. Then one more dense layer, for the scores.
    ### BEGIN SOLUTION
    A = A.reshape(len(X), -1)
    for layer in (3, 4, 5):
        Z = A @ parameters[f"W{layer}"] + parameters[f"b{layer}"]
        caches.append((A, Z))
        A = np.maximum(Z, 0)
    ### END SOLUTION

    # Step 4. Softmax over the classes of each example, with the largest score taken away first.
    ### BEGIN SOLUTION
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True), caches
    ### END SOLUTION


# %% [markdown]
# **Try it: what the maps show.** Trained networks end up with edge filters in their first layer, so six of
# them are put into CONV1 here; all else is random. Early maps show edges where the image has them. Later
# maps are coarser, combine earlier ones, and answer to larger parts. The probabilities are a guess, because
# nothing has been learned yet.

# %% [markdown] lang="ko"
# **확인해 보십시오: 특성 맵이 보여 주는 것.** 학습을 마친 신경망의 첫 층에는 가장자리 필터가 생깁니다. 그래서
# 여기서는 CONV1에 가장자리 필터 여섯 개를 넣고 나머지는 무작위로 두었습니다. 앞쪽 특성 맵은 이미지의
# 가장자리를 보여 줍니다. 뒤쪽 특성 맵은 더 거칠고, 앞의 것들을 조합하며, 더 큰 부분에 반응합니다. 확률은
# 추측일 뿐입니다. 아직 아무것도 학습하지 않았기 때문입니다.


# %%
def edge_filters():
    """Return six 5x5 edge filters, each turned by a further 60 degrees, shape (5, 5, 1, 6)."""
    y, x = np.mgrid[-2:3, -2:3]
    angles = np.arange(6) * np.pi / 3
    slopes = x[..., None] * np.cos(angles) + y[..., None] * np.sin(angles)
    return (slopes * np.exp(-(x**2 + y**2) / 3)[..., None])[:, :, None, :]


def feature_maps():
    """Draw an image, the maps after POOL1 and POOL2, and the class probabilities."""
    y, x = np.mgrid[:32, :32]
    loop = np.abs(np.hypot(x - 16, y - 21) - 6) < 1.5
    stem = (np.abs(x - 10 - (21 - y) / 4) < 1.5) & (y > 3) & (y < 22)
    X = (loop | stem)[None, :, :, None].astype(float)
    parameters = lenet_parameters(np.random.default_rng(1), n_C0=1) | {"W1": edge_filters()}
    volumes = {"the image": X}
    A = X
    for layer in (1, 2):
        Z, _ = conv_forward(A, parameters[f"W{layer}"], parameters[f"b{layer}"], {"stride": 1, "pad": 0})
        A, _ = pool_forward(np.maximum(Z, 0), {"f": 2, "stride": 2})
        volumes[f"POOL{layer}"] = A
    probabilities, _ = lenet_forward(X, parameters)
    _, axes = plt.subplots(1, 4, figsize=(14, 3.6), width_ratios=(3, 4.5, 3, 3))
    for axis, (name, volume), columns in zip(axes, volumes.items(), (1, 3, 4), strict=False):
        # One picture of all channels: the maps side by side, with a frame of one pixel between them.
        framed = np.pad(volume[0], ((0, 1), (0, 1), (0, 0)), constant_values=np.nan)
        n_H, n_W, n_C = framed.shape
        tiles = framed.reshape(n_H, n_W, n_C // columns, columns).transpose(2, 0, 3, 1)
        axis.imshow(tiles.reshape(n_H * n_C // columns, n_W * columns), cmap="gray")
        axis.set(title=f"{name}, {n_H - 1}x{n_W - 1}x{n_C}", xticks=[], yticks=[])
    axes[3].bar(range(10), probabilities[0])
    axes[3].set(title="probabilities", xticks=range(10), xlabel="class", ylim=(0, 1))
    plt.tight_layout()
    plt.show()


try_it(feature_maps)

# %% [markdown]
# ## Exercise: `lenet_summary`
#
# The shape of every volume and the number of parameters follow from the list of layers alone:
#
# - a convolution or pooling layer gives $\lfloor (n + 2p - f) / s \rfloor + 1$ rows and columns;
# - a convolution has $(f \cdot f \cdot n_{C,prev} + 1) \cdot n_C$ parameters, whatever the image's size: ten
#   3x3x3 filters have 280;
# - pooling has none;
# - a dense layer has $(n_{in} + 1) \cdot n_{out}$.
#
# `lenet_layers` above gives the list. A second network to check your rule by hand:
#
# | | filters | output |
# |---|---|---|
# | input | | 39x39x3 |
# | CONV | ten 3x3, stride 1 | 37x37x10 |
# | CONV | twenty 5x5, stride 2 | 17x17x20 |
# | CONV | forty 5x5, stride 2 | 7x7x40, flattened 1960 |

# %% [markdown] lang="ko"
# ## 연습 문제: `lenet_summary`
#
# 모든 출력의 모양과 파라미터 수는 층의 목록만 있으면 정해집니다.
#
# - 합성곱층과 풀링층의 출력은 행과 열이 $\lfloor (n + 2p - f) / s \rfloor + 1$개입니다.
# - 합성곱층의 파라미터는 이미지의 크기와 상관없이 $(f \cdot f \cdot n_{C,prev} + 1) \cdot n_C$개입니다. 3x3x3
#   필터 열 개라면 280개입니다.
# - 풀링층에는 파라미터가 없습니다.
# - 완전 연결층의 파라미터는 $(n_{in} + 1) \cdot n_{out}$개입니다.
#
# 목록은 위의 `lenet_layers`에 있습니다. 규칙을 손으로 확인해 볼 두 번째 신경망입니다.
#
# | | 필터 | 출력 |
# |---|---|---|
# | 입력 | | 39x39x3 |
# | CONV | 3x3 10개, 스트라이드 1 | 37x37x10 |
# | CONV | 5x5 20개, 스트라이드 2 | 17x17x20 |
# | CONV | 5x5 40개, 스트라이드 2 | 7x7x40, 펼치면 1960 |


# %%
def lenet_summary(n_C0=3, classes=10):
    """Tabulate LeNet: what each layer gives, and what it has to learn.

    Args:
        n_C0: channels of the image, which is 32 pixels high and wide.
        classes: how many classes there are to choose from.

    Returns:
        A list of rows (layer, activation shape, activation size, parameters). The first row is
        ("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0); one row for each of lenet_layers follows. The
        shape is a tuple without the batch: (n_H, n_W, n_C) or, for a dense layer, (units,).
    """
    # Step 1. Begin with the row of the input.
    # Step 2. For every layer, compute the output's shape from the shape before it.
    # Step 3. Count the layer's parameters, and add its row.
    ### BEGIN SOLUTION
    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, math.prod(shape), 0)]
    for name, kind, hyper in lenet_layers(classes):
        if kind == "dense":
            parameters = (math.prod(shape) + 1) * hyper["units"]
            shape = (hyper["units"],)
        else:
            n_H, n_W, n_C_prev = shape
            f, stride, pad, n_C = hyper["f"], hyper["stride"], hyper.get("pad", 0), hyper.get("n_C", n_C_prev)
            parameters = (f * f * n_C_prev + 1) * n_C if kind == "conv" else 0
            shape = ((n_H + 2 * pad - f) // stride + 1, (n_W + 2 * pad - f) // stride + 1, n_C)
        rows.append((name, shape, math.prod(shape), parameters))
    return rows
    ### END SOLUTION


# %% [markdown]
# **Try it: where the parameters are.** Activations shrink with depth while channels grow. Pooling learns
# nothing, convolutions have few parameters, and the dense layers hold nearly everything. A dense layer from
# the image to the 4704 numbers of CONV1 would have needed over 14 million weights in place of 456.

# %% [markdown] lang="ko"
# **확인해 보십시오: 파라미터는 어디에 있을까요.** 층이 깊어질수록 활성화의 크기는 줄고 채널은 늘어납니다.
# 풀링층은 아무것도 학습하지 않고, 합성곱층은 파라미터가 적으며, 거의 모든 파라미터가 완전 연결층에 있습니다.
# 이미지에서 CONV1의 수 4704개로 가는 완전 연결층이었다면 456개가 아니라 1400만 개가 넘는 가중치가
# 필요했을 것입니다.


# %%
def where_the_parameters_are():
    """Print LeNet's table and draw its activation sizes and parameters as bars."""
    rows = lenet_summary()
    for name, shape, size, parameters in rows:
        print(f"{name:<8} {shape!s:<12} {size:>6} {parameters:>6}")
    names, shapes, sizes, parameters = zip(*rows, strict=True)
    _, axes = plt.subplots(1, 2, figsize=(13, 4))
    for axis, numbers, title in zip(
        axes, (sizes, parameters), ("activation size", "parameters"), strict=True
    ):
        axis.bar_label(axis.barh(names, numbers), padding=3)
        axis.set(title=f"{title}, {sum(numbers)} in all", xlim=(0, 1.15 * max(numbers)))
        axis.invert_yaxis()
    axes[0].set_yticks(
        range(len(rows)), [f"{name} {shape}" for name, shape in zip(names, shapes, strict=True)]
    )
    plt.tight_layout()
    plt.show()


try_it(where_the_parameters_are)
