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
# # Lesson 3 · Pooling
#
# A pooling layer makes a volume smaller. It cuts each channel into windows and keeps one number of each:
# the largest (*max pooling*) or the mean (*average pooling*). It has nothing to learn: no weights, no
# bias, only a window size $f$ and a stride $s$.

# %% [markdown] lang="ko"
# # 3강 · 풀링
#
# 풀링층은 데이터의 높이와 너비를 줄입니다. 채널마다 창으로 나누고 창 하나에서 수 하나만 남깁니다. 가장 큰
# 수를 남기면 *최대 풀링*, 평균을 남기면 *평균 풀링*입니다. 학습할 것은 없습니다. 가중치도 편향도 없고,
# 창의 크기 $f$와 스트라이드 $s$만 있습니다.

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
# ## Exercise: `pool_forward`
#
# The windows are placed as in a convolution without padding, so the output is
#
# $$n_H = \left\lfloor \frac{n_{H,prev} - f}{s} \right\rfloor + 1, \qquad
# n_W = \left\lfloor \frac{n_{W,prev} - f}{s} \right\rfloor + 1$$
#
# high and wide. Unlike a filter, a pooling window looks at one channel at a time: as many channels come
# out as go in. The usual choice is $f = 2$, $s = 2$, which halves height and width.

# %% [markdown] lang="ko"
# ## 연습 문제: `pool_forward`
#
# 창은 패딩이 없는 합성곱과 같은 자리에 놓입니다. 따라서 출력의 높이와 너비는
#
# $$n_H = \left\lfloor \frac{n_{H,prev} - f}{s} \right\rfloor + 1, \qquad
# n_W = \left\lfloor \frac{n_{W,prev} - f}{s} \right\rfloor + 1$$
#
# 입니다. 필터와 달리 풀링의 창은 한 번에 채널 하나만 봅니다. 그래서 들어간 채널 수만큼 나옵니다. 보통은
# $f = 2$, $s = 2$를 쓰며, 이때 높이와 너비가 절반이 됩니다.


# %%
def pool_forward(A_prev, hparameters, mode="max"):
    """Keep one number of every window of every channel.

    Args:
        A_prev: the layer's input, shape (m, n_H_prev, n_W_prev, n_C).
        hparameters: {"f": height and width of the window, "stride": pixels from one to the next}.
        mode: "max" for the largest number of the window, "average" for its mean.

    Returns:
        A: the smaller volume, shape (m, n_H, n_W, n_C).
        cache: (A_prev, hparameters), which the backward pass will need.
    """
    # Step 1. Refuse a mode that is neither "max" nor "average".
    # Step 2. Read f and the stride, and compute n_H and n_W.
    ### BEGIN SOLUTION
    if mode not in {"max", "average"}:
        raise ValueError(f'mode must be "max" or "average", not {mode!r}')
    f, stride = hparameters["f"], hparameters["stride"]
    ### END SOLUTION

    # Step 3. For every place (h, w), cut out the window: f rows from h * stride, f columns from w * stride.
    # Step 4. Take the maximum or the mean over the window's height and width, never over the channels.
    # Step 5. Return A and the cache.
    ### BEGIN SOLUTION
    # One view that holds the window of every place: (m, n_H, n_W, n_C, f, f).
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    A = windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(4, 5))
    return A, (A_prev, hparameters)
    ### END SOLUTION


# %% [markdown]
# **Try it: four windows.** With $f = 2$ and $s = 2$ each quarter of the 4x4 map becomes one number. With
# $f = 3$ and $s = 1$ the windows overlap, and the 9 that lies in all of them wins everywhere.

# %% [markdown] lang="ko"
# **확인해 보십시오: 창 네 개.** $f = 2$, $s = 2$이면 4x4 특성 맵의 네 구역이 각각 수 하나가 됩니다.
# $f = 3$, $s = 1$이면 창이 서로 겹치고, 모든 창에 들어 있는 9가 어디에서나 남습니다.


# %%
def four_windows():
    """Draw a 4x4 map and what three pooling layers keep of it."""
    numbers = np.array([[1.0, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2]])
    A_prev = numbers[None, :, :, None]
    _, axes = plt.subplots(1, 4, figsize=(13, 3.6))
    show_grid(axes[0], numbers, "the map")
    axes[0].axhline(1.5, color="black")
    axes[0].axvline(1.5, color="black")
    settings = ((2, 2, "max"), (2, 2, "average"), (3, 1, "max"))
    for axis, (f, stride, mode) in zip(axes[1:], settings, strict=True):
        A, _ = pool_forward(A_prev, {"f": f, "stride": stride}, mode=mode)
        show_grid(axis, A[0, :, :, 0], f"{mode}, f = {f}, stride = {stride}")
    plt.tight_layout()
    plt.show()


try_it(four_windows)

# %% [markdown]
# **Try it: what is kept.** Max pooling asks "is the feature anywhere in here?" and keeps thin bright lines;
# average pooling asks "how much of it is here?" and lets them fade.

# %% [markdown] lang="ko"
# **확인해 보십시오: 무엇이 남을까요.** 최대 풀링은 "이 안 어딘가에 특징이 있는가?"를 묻고, 가늘고 밝은
# 선을 그대로 남깁니다. 평균 풀링은 "특징이 얼마나 있는가?"를 묻고, 그런 선은 흐려집니다.


# %%
def what_is_kept():
    """Draw thin lines, and the lines after max and after average pooling with windows of 4x4."""
    y, x = np.mgrid[:64, :64]
    ring = np.abs(np.hypot(x - 24, y - 28) - 16) < 0.7
    image = (ring | (x == 52) | (x + y == 100)).astype(float)
    pictures = {"the map, 64x64": image}
    for mode in ("max", "average"):
        A, _ = pool_forward(image[None, :, :, None], {"f": 4, "stride": 4}, mode=mode)
        pictures[f"{mode}, 16x16"] = A[0, :, :, 0]
    _, axes = plt.subplots(1, 3, figsize=(11, 3.9))
    for axis, (title, picture) in zip(axes, pictures.items(), strict=True):
        axis.imshow(picture, cmap="gray", vmin=0, vmax=1)
        axis.set(title=title)
    plt.tight_layout()
    plt.show()


try_it(what_is_kept)

# %% [markdown]
# **Try it: small moves vanish.** The line moves by one pixel, and the pooled map stays the same as long
# as the line keeps within the same windows. A convolution's map would have moved along.

# %% [markdown] lang="ko"
# **확인해 보십시오: 작은 움직임은 사라집니다.** 선이 한 픽셀 움직여도 같은 창 안에 있는 동안에는
# 풀링한 결과가 그대로입니다. 합성곱의 특성 맵이라면 함께 움직였을 것입니다.


# %%
def small_moves():
    """Draw a short line at three places, one pixel apart, above its pooled maps."""
    images = np.zeros((3, 8, 8, 1))
    for shift, image in enumerate(images):
        image[2:4, 2 + shift, 0] = 1
    A, _ = pool_forward(images, {"f": 2, "stride": 2}, mode="max")
    _, axes = plt.subplots(2, 3, figsize=(8, 5.6))
    for n in range(3):
        axes[0, n].imshow(images[n, :, :, 0], cmap="gray")
        axes[0, n].set(title=("the map", "moved by one", "moved by two")[n], xticks=[], yticks=[])
        axes[1, n].imshow(A[n, :, :, 0], cmap="gray", vmin=0, vmax=1)
        axes[1, n].set(title=("pooled", "pooled: the same", "pooled: moved")[n], xticks=[], yticks=[])
    plt.tight_layout()
    plt.show()


try_it(small_moves)
