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
# # Lesson 4 · Backward
#
# To learn, the layer has to know which way to change its numbers. Backpropagation hands it
# $dZ = \partial L / \partial Z$: how much the loss $L$ changes with every number of its output. The layer
# answers with the gradients of everything that it has used: its input, its filters and its biases.

# %% [markdown] lang="ko"
# # 4강 · 역전파
#
# 학습하려면 층은 자신의 수들을 어느 쪽으로 바꾸어야 하는지 알아야 합니다. 역전파는 층에
# $dZ = \partial L / \partial Z$를 건네줍니다. 출력의 수 하나하나에 따라 손실 $L$이 얼마나 변하는지를
# 나타내는 값입니다. 층은 자신이 사용한 모든 것, 즉 입력, 필터, 편향의 기울기로 답합니다.

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
# This lesson builds on your own lesson 2.

# %% [markdown] lang="ko"
# 이 강의는 직접 작성한 2강의 함수들을 사용합니다.

# %%
from lesson2_convolution import conv_forward, zero_pad

# %% [markdown]
# ## Exercise: `conv_backward`
#
# In the forward pass the number $Z_{n,h,w,c}$ was made of one window of the padded input, of filter $c$ and
# of its bias. So its gradient $dZ_{n,h,w,c}$ flows back to these three and to nothing else. For every place
# and every filter, with the window that begins at row $hs$ and column $ws$:
#
# $$dA^{pad}_{n,\,window} \mathrel{+}= W_{:,:,:,c} \; dZ_{n,h,w,c}$$
#
# $$dW_{:,:,:,c} \mathrel{+}= A^{pad}_{n,\,window} \; dZ_{n,h,w,c}$$
#
# $$db_c \mathrel{+}= dZ_{n,h,w,c}$$
#
# Windows overlap, so a pixel collects from every window that it lies in: *add*, never overwrite. At the
# end the frame of zeros is cut off again, because nobody asked how to change it. Mind $p = 0$, where the
# slice `[0:-0]` is empty.

# %% [markdown] lang="ko"
# ## 연습 문제: `conv_backward`
#
# 순전파에서 $Z_{n,h,w,c}$는 패딩된 입력의 창 하나, 필터 $c$, 그리고 그 편향으로 만들어졌습니다. 따라서
# 기울기 $dZ_{n,h,w,c}$는 이 세 가지로만 되돌아 흐릅니다. 모든 자리와 모든 필터에 대해, $hs$행 $ws$열에서
# 시작하는 창으로 다음과 같이 계산합니다.
#
# $$dA^{pad}_{n,\,window} \mathrel{+}= W_{:,:,:,c} \; dZ_{n,h,w,c}$$
#
# $$dW_{:,:,:,c} \mathrel{+}= A^{pad}_{n,\,window} \; dZ_{n,h,w,c}$$
#
# $$db_c \mathrel{+}= dZ_{n,h,w,c}$$
#
# 창은 서로 겹치므로, 픽셀 하나는 자신이 들어 있는 모든 창에서 기울기를 모읍니다. 덮어쓰지 말고 반드시
# *더하십시오*. 마지막에는 0으로 된 테두리를 다시 잘라 냅니다. 테두리를 어떻게 바꿀지는 아무도 묻지
# 않았기 때문입니다. $p = 0$일 때 슬라이스 `[0:-0]`은 비어 있다는 점에 주의하십시오.


# %%
def conv_backward(dZ, cache):
    """Send the gradient of a convolution's output back to its input, filters and biases.

    Args:
        dZ: gradient of the loss by the output, shape (m, n_H, n_W, n_C).
        cache: (A_prev, W, b, hparameters) of the forward pass, with A_prev of shape
            (m, n_H_prev, n_W_prev, n_C_prev) and W of shape (f, f, n_C_prev, n_C).

    Returns:
        dA_prev: gradient by the input, shape (m, n_H_prev, n_W_prev, n_C_prev).
        dW: gradient by the filters, shape (f, f, n_C_prev, n_C).
        db: gradient by the biases, shape (1, 1, 1, n_C).
    """
    # Step 1. Unpack the cache, pad A_prev as the forward pass did, and begin with gradients of zero.
    ### BEGIN SOLUTION
    A_prev, W, _, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    padded = zero_pad(A_prev, pad)
    dA_padded = np.zeros(padded.shape)
    dW = np.zeros(W.shape)
    ### END SOLUTION

    # Step 2. For every place (h, w) and every filter, add to the gradients of the window, of the filter
    #         and of the bias, as the three formulas say.
    ### BEGIN SOLUTION
    _, n_H, n_W, _ = dZ.shape
    # Number (i, j) of a filter meets these pixels, one for each place of the map.
    for i in range(f):
        for j in range(f):
            met = np.s_[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
            dA_padded[met] += dZ @ W[i, j].T
            dW[i, j] = np.tensordot(padded[met], dZ, axes=([0, 1, 2], [0, 1, 2]))
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    ### END SOLUTION

    # Step 3. Cut the frame off again and return dA_prev, dW, db.
    ### BEGIN SOLUTION
    _, n_H_prev, n_W_prev, _ = A_prev.shape
    return dA_padded[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db
    ### END SOLUTION


# %% [markdown]
# **Try it: where a gradient goes.** Let a single number of the map matter, $dZ = 1$ there and 0 elsewhere.
# Then $dA$ is the filter itself, stamped onto the window, and $dW$ is the window itself. With two such
# numbers whose windows overlap, the stamps add up.

# %% [markdown] lang="ko"
# **확인해 보십시오: 기울기는 어디로 흐를까요.** 특성 맵에서 수 하나만 중요하다고 합시다. 그 자리의
# $dZ$는 1이고 나머지는 0입니다. 그러면 $dA$는 창 위에 찍힌 필터 그 자체이고, $dW$는 창 그 자체입니다.
# 그런 수가 둘이고 두 창이 겹치면, 찍힌 필터들이 더해집니다.


# %%
def where_a_gradient_goes():
    """Draw dZ, dA and dW for one number of the map, and for two whose windows overlap."""
    image = np.arange(25.0).reshape(1, 5, 5, 1)
    W = np.arange(1.0, 10).reshape(3, 3, 1, 1)
    _, cache = conv_forward(image, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})
    _, axes = plt.subplots(2, 4, figsize=(12, 6.4))
    for row, places in zip(axes, ([(0, 0)], [(0, 0), (1, 1)]), strict=True):
        dZ = np.zeros((1, 3, 3, 1))
        for h, w in places:
            dZ[0, h, w, 0] = 1
        dA, dW, _ = conv_backward(dZ, cache)
        show_grid(row[0], image[0, :, :, 0], "the image")
        show_grid(row[1], dZ[0, :, :, 0], "dZ")
        show_grid(row[2], dA[0, :, :, 0], "dA: the filter 1 ... 9, stamped")
        show_grid(row[3], dW[:, :, 0, 0], "dW: the sum of the windows")
    plt.tight_layout()
    plt.show()


try_it(where_a_gradient_goes)

# %% [markdown]
# **Try it: is it really the slope?** Change a number of $W$ by $\pm\varepsilon$, watch the loss
# $L = \sum Z \cdot dZ$, and divide: $(L(W + \varepsilon) - L(W - \varepsilon)) / 2\varepsilon$. That must be
# the gradient, number by number, so the dots lie on the line.

# %% [markdown] lang="ko"
# **확인해 보십시오: 정말 기울기일까요.** $W$의 수 하나를 $\pm\varepsilon$만큼 바꾸고 손실
# $L = \sum Z \cdot dZ$를 본 다음,
# $(L(W + \varepsilon) - L(W - \varepsilon)) / 2\varepsilon$를 계산합니다. 이 값이 수 하나하나에서 기울기와
# 같아야 하므로, 점들은 직선 위에 놓입니다.


# %%
def is_it_the_slope():
    """Draw the gradients against slopes that are measured by changing one number at a time."""
    rng = np.random.default_rng(4)
    hparameters = {"stride": 2, "pad": 1}
    values = {
        "A": rng.normal(size=(2, 5, 6, 2)),
        "W": rng.normal(size=(3, 3, 2, 3)),
        "b": np.zeros((1, 1, 1, 3)),
    }
    Z, cache = conv_forward(values["A"], values["W"], values["b"], hparameters)
    dZ = rng.normal(size=Z.shape)
    _, axes = plt.subplots(1, 3, figsize=(11, 3.8))
    for axis, name, gradient in zip(axes, values, conv_backward(dZ, cache), strict=True):
        slopes = np.zeros(gradient.shape)
        for index in np.ndindex(gradient.shape):
            losses = []
            for change in (1e-5, -1e-5):
                moved = {key: value.copy() for key, value in values.items()}
                moved[name][index] += change
                losses.append(np.sum(conv_forward(moved["A"], moved["W"], moved["b"], hparameters)[0] * dZ))
            slopes[index] = (losses[0] - losses[1]) / 2e-5
        axis.axline((0, 0), slope=1, color="lightgray")
        axis.plot(slopes.ravel(), gradient.ravel(), ".")
        axis.set(title=f"d{name}", xlabel="slope, measured", ylabel="gradient, computed")
    plt.tight_layout()
    plt.show()


try_it(is_it_the_slope)

# %% [markdown]
# **Try it: a filter that learns.** Nobody tells the layer about Sobel's filter. It begins with noise, sees
# random images and the maps that Sobel's filter makes of them, and takes small steps against the gradient of
# the squared error. That is how filters, once designed by hand, come to be learned.

# %% [markdown] lang="ko"
# **확인해 보십시오: 배우는 필터.** 아무도 층에 소벨 필터를 알려 주지 않습니다. 층은 무작위 값에서 시작하여,
# 무작위 이미지와 소벨 필터가 만든 특성 맵을 보고, 제곱 오차의 기울기 반대 방향으로 조금씩 움직입니다.
# 예전에는 손으로 설계하던 필터가 이렇게 학습됩니다.


# %%
def a_filter_that_learns():
    """Learn Sobel's filter from examples by gradient descent, and draw the way there."""
    rng = np.random.default_rng(0)
    sobel = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).reshape(3, 3, 1, 1)
    images, no_bias, hparameters = (
        rng.normal(size=(8, 12, 12, 1)),
        np.zeros((1, 1, 1, 1)),
        {"stride": 1, "pad": 0},
    )
    wanted, _ = conv_forward(images, sobel, no_bias, hparameters)
    W = rng.normal(size=sobel.shape)
    shots, losses = {"step 0: noise": W}, []
    for step in range(1, 41):
        Z, cache = conv_forward(images, W, no_bias, hparameters)
        losses.append(np.mean((Z - wanted) ** 2))
        _, dW, _ = conv_backward(2 * (Z - wanted) / Z.size, cache)
        W = W - 0.1 * dW
        if step in {5, 40}:
            shots[f"step {step}"] = W
    _, axes = plt.subplots(1, 5, figsize=(15, 3.2))
    for axis, (title, picture) in zip(axes, (shots | {"Sobel": sobel}).items(), strict=False):
        show_grid(axis, np.round(picture[:, :, 0, 0], 2), title)
    axes[4].semilogy(losses)
    axes[4].set(title="the loss", xlabel="step")
    plt.tight_layout()
    plt.show()


try_it(a_filter_that_learns)
