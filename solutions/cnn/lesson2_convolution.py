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
# # Lesson 2 · Convolution
#
# A convolution layer slides a small filter over an image and writes down, at every place, how well the
# filter matches what is under it. You write that layer here, in three steps:
#
# 1. `zero_pad` puts a frame of zeros around the images.
# 2. `conv_single_step` weighs one window of an image with one filter.
# 3. `conv_forward` does so for every window, every filter and every image.
#
# Volumes have the axes $(m, n_H, n_W, n_C)$: examples, height, width, channels.

# %% [markdown] lang="ko"
# # 2강 · 합성곱
#
# 합성곱층은 작은 필터를 이미지 위에서 움직이며, 자리마다 필터가 그 아래의 그림과 얼마나 잘 맞는지를
# 숫자로 적습니다. 이 강의에서는 그 층을 세 단계로 직접 만듭니다.
#
# 1. `zero_pad`는 이미지 둘레에 0으로 된 테두리를 두릅니다.
# 2. `conv_single_step`은 이미지의 창 하나에 필터 하나를 곱하여 더합니다.
# 3. `conv_forward`는 이 일을 모든 창, 모든 필터, 모든 이미지에 대해 합니다.
#
# 데이터의 축은 $(m, n_H, n_W, n_C)$, 즉 예제, 높이, 너비, 채널의 순서입니다.

# %%
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


def show_grid(axis, numbers, title):
    """Draw a matrix as coloured squares (red above zero, blue below) with the numbers in them."""
    limit = np.abs(numbers).max() or 1
    axis.imshow(numbers, cmap="RdBu_r", vmin=-limit, vmax=limit, alpha=0.6)
    for (row, column), number in np.ndenumerate(numbers):
        axis.text(column, row, f"{number + 0:.3g}", ha="center", va="center")
    axis.set(title=title, xticks=[], yticks=[])


# %% [markdown]
# ## Why not simply flatten the image?
#
# A dense layer wants a vector, so the image is cut into rows and the rows are laid end to end. Look at
# what becomes of a vertical line: its pixels were neighbours, and now lie a whole row apart. The layer
# has to learn again what the image showed. A filter looks at a small square instead, where neighbours
# are still neighbours.

# %% [markdown] lang="ko"
# ## 이미지를 그냥 펼치면 안 될까요?
#
# 완전 연결층은 벡터를 입력으로 받으므로, 이미지를 행으로 잘라 한 줄로 이어 붙여야 합니다. 이때 세로선이
# 어떻게 되는지 보십시오. 서로 이웃하던 픽셀들이 한 행만큼씩 떨어집니다. 이미지에는 이미 보이던 구조를
# 층이 처음부터 다시 배워야 합니다. 필터는 작은 정사각형을 들여다보므로 이웃은 그대로 이웃으로 남습니다.


# %%
def flattening():
    """Draw a vertical line as an image and as the vector that a dense layer sees."""
    image = np.zeros((8, 8))
    image[:, 3] = 1
    _, (above, below) = plt.subplots(2, 1, figsize=(9, 3.4), height_ratios=(4, 1))
    above.imshow(image, cmap="gray")
    above.set(title="the image: one line", xticks=[], yticks=[])
    below.imshow(image.reshape(1, -1), cmap="gray", aspect="auto")
    below.set(title="flattened: eight lonely pixels", yticks=[])
    plt.tight_layout()
    plt.show()


try_it(flattening)

# %% [markdown]
# ## Exercise: `zero_pad`
#
# An $n \times n$ image and an $f \times f$ filter give an $(n - f + 1) \times (n - f + 1)$ map, so every
# layer shrinks the image. Besides, a corner pixel lies in a single window and a central one in
# $f \cdot f$: the border hardly counts. A frame of $p$ zeros fixes both. With $p = (f - 1) / 2$ the map is
# as large as the image ("same" padding); with $p = 0$ it is called "valid".
#
# Only height and width grow. Examples and channels have no border.

# %% [markdown] lang="ko"
# ## 연습 문제: `zero_pad`
#
# $n \times n$ 이미지에 $f \times f$ 필터를 쓰면 $(n - f + 1) \times (n - f + 1)$ 크기의 특성 맵이
# 나오므로, 층을 지날 때마다 이미지가 작아집니다. 게다가 모서리 픽셀은 창 하나에만 들어가지만 가운데
# 픽셀은 $f \cdot f$개의 창에 들어갑니다. 가장자리는 거의 무시되는 셈입니다. 0을 $p$픽셀 두께로 두르면 두
# 문제가 모두 풀립니다. $p = (f - 1) / 2$이면 특성 맵과 이미지의 크기가 같고("same" 패딩), $p = 0$이면
# "valid" 합성곱이라고 부릅니다.
#
# 커지는 것은 높이와 너비뿐입니다. 예제와 채널에는 가장자리가 없습니다.


# %%
def zero_pad(X, pad):
    """Put a frame of zeros around every image of a batch.

    Args:
        X: images, shape (m, n_H, n_W, n_C).
        pad: the frame's thickness in pixels, 0 or more.

    Returns:
        The framed images, shape (m, n_H + 2 * pad, n_W + 2 * pad, n_C); X itself is left as it is.
    """
    # Step 1. Which of the four axes grow, and by how much before and after?
    # Step 2. Build the larger array. np.pad does it in one call.
    ### BEGIN SOLUTION
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    ### END SOLUTION


# %% [markdown]
# **Try it.** How many 3x3 windows does each pixel of a 6x6 image lie in? Without padding the corners
# are seen once. With a frame of one pixel they are seen four times, and the map keeps its size.

# %% [markdown] lang="ko"
# **확인해 보십시오.** 6x6 이미지의 각 픽셀은 몇 개의 3x3 창에 들어갈까요? 패딩이 없으면 모서리는 한
# 번만 보입니다. 한 픽셀 두께로 패딩하면 네 번 보이고, 특성 맵의 크기도 줄지 않습니다.


# %%
def corners():
    """Count, for every pixel, the 3x3 windows that it lies in: without padding and with."""
    image = np.arange(1.0, 37).reshape(1, 6, 6, 1)
    _, axes = plt.subplots(1, 3, figsize=(12, 4.2))
    show_grid(axes[0], zero_pad(image, 1)[0, :, :, 0], "a 6x6 image in its frame of zeros")
    for axis, pad in zip(axes[1:], (0, 1), strict=True):
        n = zero_pad(image, pad).shape[1]
        visits = np.zeros((n, n))
        for h in range(n - 2):
            for w in range(n - 2):
                visits[h : h + 3, w : w + 3] += 1
        show_grid(axis, visits[pad : n - pad, pad : n - pad], f"pad = {pad}: windows that see the pixel")
    plt.tight_layout()
    plt.show()


try_it(corners)

# %% [markdown]
# ## Exercise: `conv_single_step`
#
# One window of the image and one filter have the same shape $(f, f, n_{C,prev})$. Multiply them number
# by number, add everything up, and add the filter's bias once:
#
# $$z = b + \sum_{i, j, k} a_{i,j,k} \, W_{i,j,k}$$
#
# The channels are summed too: whatever the depth of the volume, a filter gives one number.

# %% [markdown] lang="ko"
# ## 연습 문제: `conv_single_step`
#
# 이미지의 창 하나와 필터 하나는 모양이 $(f, f, n_{C,prev})$로 같습니다. 같은 자리의 수끼리 곱하고, 모두
# 더한 다음, 필터의 편향을 한 번만 더합니다.
#
# $$z = b + \sum_{i, j, k} a_{i,j,k} \, W_{i,j,k}$$
#
# 채널 방향으로도 더합니다. 입력의 채널이 몇 개이든 필터 하나는 수 하나를 냅니다.


# %%
def conv_single_step(a_slice_prev, W, b):
    """Weigh one window of a volume with one filter.

    Args:
        a_slice_prev: the window, shape (f, f, n_C_prev).
        W: the filter, shape (f, f, n_C_prev).
        b: the filter's bias, shape (1, 1, 1).

    Returns:
        One number: the sum of the products of window and filter, plus the bias.
    """
    # Step 1. Multiply window and filter, element by element.
    # Step 2. Sum over height, width and channels.
    # Step 3. Add the bias, as a number and only once.
    ### BEGIN SOLUTION
    return np.sum(a_slice_prev * W) + b.item()
    ### END SOLUTION


# %% [markdown]
# **Try it.** The filter below has been designed by hand: bright on the left and dark on the right gives a
# large number, an even surface gives 0.

# %% [markdown] lang="ko"
# **확인해 보십시오.** 아래 필터는 사람이 손으로 설계한 것입니다. 왼쪽이 밝고 오른쪽이 어두우면 큰 수가
# 나오고, 밝기가 고르면 0이 나옵니다.


# %%
def one_window():
    """Draw two windows, the filter, their products, and the number that each gives."""
    vertical = np.array([[1.0, 0, -1]] * 3)
    windows = {"an edge": np.array([[10.0, 10, 0]] * 3), "an even surface": np.full((3, 3), 10.0)}
    _, axes = plt.subplots(2, 3, figsize=(8, 5.2))
    for row, (name, window) in zip(axes, windows.items(), strict=True):
        z = conv_single_step(window[:, :, None], vertical[:, :, None], np.zeros((1, 1, 1)))
        show_grid(row[0], window, f"the window: {name}")
        show_grid(row[1], vertical, "times the filter")
        show_grid(row[2], window * vertical, f"the products; their sum is {z:g}")
    plt.tight_layout()
    plt.show()


try_it(one_window)

# %% [markdown]
# ## Exercise: `conv_forward`
#
# Now the whole layer. With stride $s$ the window moves $s$ pixels at a time; so the map is
#
# $$n_H = \left\lfloor \frac{n_{H,prev} + 2p - f}{s} \right\rfloor + 1, \qquad
# n_W = \left\lfloor \frac{n_{W,prev} + 2p - f}{s} \right\rfloor + 1$$
#
# high and wide, and has one channel for each filter. The window for the place $(h, w)$ of the map begins
# at row $h \cdot s$ and column $w \cdot s$ of the padded image:
#
# $$Z_{n,h,w,c} = b_c + \sum_{i, j, k} A^{pad}_{n,\; hs + i,\; ws + j,\; k} \; W_{i,j,k,c}$$
#
# In mathematics this is called *cross-correlation*: a true convolution would flip the filter first. As
# the filter is learned, the flip does not matter, and deep learning says "convolution" for it.
#
# Write it with four loops first. When it is right, you may look for a way to let NumPy loop.

# %% [markdown] lang="ko"
# ## 연습 문제: `conv_forward`
#
# 이제 층 전체를 만듭니다. 스트라이드가 $s$이면 창은 한 번에 $s$픽셀씩 움직입니다. 따라서 특성 맵의
# 높이와 너비는
#
# $$n_H = \left\lfloor \frac{n_{H,prev} + 2p - f}{s} \right\rfloor + 1, \qquad
# n_W = \left\lfloor \frac{n_{W,prev} + 2p - f}{s} \right\rfloor + 1$$
#
# 이고, 채널은 필터마다 하나씩입니다. 특성 맵의 자리 $(h, w)$에 해당하는 창은 패딩된 이미지의
# $h \cdot s$행, $w \cdot s$열에서 시작합니다.
#
# $$Z_{n,h,w,c} = b_c + \sum_{i, j, k} A^{pad}_{n,\; hs + i,\; ws + j,\; k} \; W_{i,j,k,c}$$
#
# 수학에서는 이것을 *교차상관*이라고 부릅니다. 진짜 합성곱이라면 필터를 먼저 뒤집어야 합니다. 그러나
# 필터는 학습되는 것이므로 뒤집는지는 중요하지 않고, 딥러닝에서는 이것을 그냥 "합성곱"이라고 부릅니다.
#
# 먼저 반복문 네 개로 작성하십시오. 답이 맞으면 반복을 NumPy에 맡기는 방법을 찾아보아도 좋습니다.


# %%
def conv_forward(A_prev, W, b, hparameters):
    """Slide every filter over every image.

    Args:
        A_prev: the layer's input, shape (m, n_H_prev, n_W_prev, n_C_prev).
        W: the filters, shape (f, f, n_C_prev, n_C).
        b: one bias a filter, shape (1, 1, 1, n_C).
        hparameters: {"stride": pixels from one window to the next, "pad": pixels of the frame}.

    Returns:
        Z: the map of every filter, shape (m, n_H, n_W, n_C).
        cache: (A_prev, W, b, hparameters), which the backward pass will need.
    """
    # Step 1. Read the stride, the padding and the filter's size f, and compute n_H and n_W.
    # Step 2. Pad the input.
    # Step 3. For every place (h, w) of the map, cut out the window: f rows from h * stride, f columns
    #         from w * stride, all channels.
    ### BEGIN SOLUTION
    f, stride = W.shape[0], hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    # One view that holds the window of every place: (m, n_H, n_W, n_C_prev, f, f).
    windows = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    ### END SOLUTION

    # Step 4. For every filter, weigh the window (conv_single_step) and write the number into Z.
    # Step 5. Return Z and the cache.
    ### BEGIN SOLUTION
    Z = np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b
    return Z, (A_prev, W, b, hparameters)
    ### END SOLUTION


# %% [markdown]
# **Try it: edges.** An image that is bright (10) on the left and dark (0) on the right. The filter answers
# where the light changes and nowhere else: every row of the map is 0 30 30 0. Mirror the image and the
# sign flips.

# %% [markdown] lang="ko"
# **확인해 보십시오: 가장자리.** 왼쪽은 밝고(10) 오른쪽은 어두운(0) 이미지입니다. 필터는 밝기가 바뀌는
# 곳에서만 반응하므로 특성 맵의 모든 행은 0 30 30 0입니다. 이미지를 좌우로 뒤집으면 부호가 바뀝니다.


# %%
def edges():
    """Draw a half bright, half dark image, its mirror image, and the map of a vertical edge filter."""
    bright_left = np.repeat([[10.0, 10, 10, 0, 0, 0]], 6, axis=0)
    vertical = np.array([[1.0, 0, -1]] * 3).reshape(3, 3, 1, 1)
    _, axes = plt.subplots(2, 3, figsize=(10, 6.4))
    for row, image in zip(axes, (bright_left, bright_left[:, ::-1]), strict=True):
        Z, _ = conv_forward(
            image[None, :, :, None], vertical, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0}
        )
        show_grid(row[0], image, "the image, 6x6")
        show_grid(row[1], vertical[:, :, 0, 0], "the filter, 3x3")
        show_grid(row[2], Z[0, :, :, 0], "the map, 4x4")
    plt.tight_layout()
    plt.show()


try_it(edges)

# %% [markdown]
# **Try it: filters by hand.** For decades people designed filters: Sobel's for edges, an average for a
# blur. Networks learn theirs now, and the first layer of nearly every one ends up with edges. The last
# map has stride 2: half as high, half as wide.

# %% [markdown] lang="ko"
# **확인해 보십시오: 손으로 만든 필터.** 오랫동안 필터는 사람이 설계했습니다. 가장자리를 찾는 소벨 필터나
# 흐리게 만드는 평균 필터가 그렇습니다. 이제는 신경망이 필터를 학습하며, 거의 모든 신경망의 첫 층은
# 가장자리를 찾게 됩니다. 마지막 특성 맵은 스트라이드가 2라서 높이와 너비가 절반입니다.


# %%
def filters_by_hand():
    """Draw a small scene and what four filters make of it."""
    y, x = np.mgrid[:64, :64]
    scene = 0.3 + 0.7 * ((x - 20) ** 2 + (y - 22) ** 2 < 150) + 0.5 * ((x > 36) & (y > 30) & (x < 58))
    sobel = np.array([[1.0, 2, 1], [0, 0, 0], [-1, -2, -1]])
    filters = np.stack([sobel.T, sobel, np.full((3, 3), 1 / 9)], axis=-1)[:, :, None, :]
    no_bias = np.zeros((1, 1, 1, 3))
    maps, _ = conv_forward(scene[None, :, :, None], filters, no_bias, {"stride": 1, "pad": 1})
    coarse, _ = conv_forward(scene[None, :, :, None], filters, no_bias, {"stride": 2, "pad": 1})
    pictures = {
        "the image": scene,
        "Sobel, vertical edges": maps[0, 1:-1, 1:-1, 0],
        "Sobel, horizontal edges": maps[0, 1:-1, 1:-1, 1],
        "average: a blur": maps[0, 1:-1, 1:-1, 2],
        "vertical edges, stride 2": coarse[0, 1:-1, 1:-1, 0],
    }
    _, axes = plt.subplots(1, 5, figsize=(15, 3.4))
    for axis, (title, picture) in zip(axes, pictures.items(), strict=True):
        axis.imshow(picture, cmap="gray")
        axis.set(title=title)
    plt.tight_layout()
    plt.show()


try_it(filters_by_hand)

# %% [markdown]
# ## Why convolutions
#
# **A feature that moves in the image moves in the map.** The same filter works at every place, so
# whatever it can recognise here it can recognise there.
#
# **Parameters are shared, connections are sparse.** Written as a matrix, both layers turn the 36 pixels
# of an image into the 16 numbers of a map. The dense layer has $16 \cdot 36 = 576$ weights, all of its
# own. In the convolution's matrix each row has only 9 numbers, and they are the same 9 in every row.

# %% [markdown] lang="ko"
# ## 왜 합성곱일까요
#
# **이미지에서 특징이 움직이면 특성 맵에서도 움직입니다.** 같은 필터가 모든 자리에서 일하므로, 여기에서
# 알아본 것은 저기에서도 알아봅니다.
#
# **파라미터 공유와 희소 연결.** 행렬로 적어 보면 두 층은 모두 이미지의 픽셀 36개를 특성 맵의 수 16개로
# 바꿉니다. 완전 연결층에는 서로 다른 가중치가 $16 \cdot 36 = 576$개 있습니다. 합성곱의 행렬에는 한
# 행에 수가 9개뿐이고, 그 9개는 모든 행에서 같습니다.


# %%
def moving():
    """Draw a cross at two places and the maps of a filter that looks for crosses."""
    cross = np.array([[-1.0, 1, -1], [1, 1, 1], [-1, 1, -1]])
    images = np.zeros((2, 12, 12, 1))
    for image, (top, left) in zip(images, ((1, 2), (7, 6)), strict=True):
        image[top : top + 3, left : left + 3, 0] = cross > 0
    maps, _ = conv_forward(images, cross.reshape(3, 3, 1, 1), np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 1})
    _, axes = plt.subplots(1, 4, figsize=(12, 3.4))
    for n in (0, 1):
        axes[2 * n].imshow(images[n, :, :, 0], cmap="gray")
        axes[2 * n].set(title=("a cross", "the cross has moved")[n])
        axes[2 * n + 1].imshow(maps[n, :, :, 0], cmap="RdBu_r", vmin=-5, vmax=5)
        axes[2 * n + 1].set(title=("its map", "so has the map")[n])
    plt.tight_layout()
    plt.show()


def shared_and_sparse():
    """Draw a dense layer and a convolution as matrices from 36 pixels to 16 numbers."""
    W = np.arange(1.0, 10).reshape(3, 3, 1, 1)
    one_pixel_each = np.eye(36).reshape(36, 6, 6, 1)
    Z, _ = conv_forward(one_pixel_each, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})
    convolution = Z.reshape(36, 16).T
    dense = np.random.default_rng(0).uniform(1, 9, (16, 36))
    _, axes = plt.subplots(1, 2, figsize=(12, 3.6))
    for axis, matrix, name in zip(axes, (dense, convolution), ("dense", "convolution"), strict=True):
        axis.imshow(np.where(matrix, matrix, np.nan), cmap="viridis")
        values = len(np.unique(matrix[matrix != 0]))
        axis.set(title=f"{name}: {np.count_nonzero(matrix)} connections, {values} parameters")
        axis.set(xlabel="pixel of the image", ylabel="number of the map")
    plt.tight_layout()
    plt.show()


try_it(moving)
try_it(shared_and_sparse)
