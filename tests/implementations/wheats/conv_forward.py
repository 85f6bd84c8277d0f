"""Right answers to conv_forward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def _padded(A_prev, pad):
    return np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def naive_loops(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A = _padded(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a = A[i, h * stride : h * stride + f, w * stride : w * stride + f, :]
                    Z[i, h, w, c] = np.sum(a * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)


def window_view_and_einsum(A_prev, W, b, hparameters):
    stride, f = hparameters["stride"], W.shape[0]
    windows = sliding_window_view(_padded(A_prev, hparameters["pad"]), (f, f), axis=(1, 2))
    Z = np.einsum("mhwcij,ijcn->mhwn", windows[:, ::stride, ::stride], W) + b
    return Z, (A_prev, W, b, hparameters)


def kernel_positions(A_prev, W, b, hparameters):
    stride, A = hparameters["stride"], _padded(A_prev, hparameters["pad"])
    f = W.shape[0]
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    Z = np.zeros((len(A), n_H, n_W, W.shape[3])) + b
    for i in range(f):
        for j in range(f):
            Z += A[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride] @ W[i, j]
    return Z, (A_prev, W, b, hparameters)


def im2col(A_prev, W, b, hparameters):
    stride, A = hparameters["stride"], _padded(A_prev, hparameters["pad"])
    f, _, _, n_C = W.shape
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    columns = [
        A[:, h * stride : h * stride + f, w * stride : w * stride + f].reshape(len(A), -1)
        for h in range(n_H)
        for w in range(n_W)
    ]
    Z = np.stack(columns, axis=1) @ W.reshape(-1, n_C) + b.reshape(1, 1, -1)
    return Z.reshape(len(A), n_H, n_W, n_C), (A_prev, W, b, hparameters)


def fourier(A_prev, W, b, hparameters):
    stride, A, f = hparameters["stride"], _padded(A_prev, hparameters["pad"]), W.shape[0]
    size = A.shape[1:3]
    spectrum = np.fft.rfft2(A, axes=(1, 2))
    kernel = np.conj(np.fft.rfft2(W, s=size, axes=(0, 1)))
    Z = np.fft.irfft2(np.einsum("mhwc,hwcn->mhwn", spectrum, kernel), s=size, axes=(1, 2))
    Z = Z[:, : size[0] - f + 1, : size[1] - f + 1]
    return Z[:, ::stride, ::stride] + b, (A_prev, W, b, hparameters)


def strided_memory(A_prev, W, b, hparameters):
    stride, f = hparameters["stride"], W.shape[0]
    A = np.ascontiguousarray(_padded(A_prev, hparameters["pad"]))
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    per_example, per_row, per_column, per_channel = A.strides
    windows = as_strided(
        A,
        (len(A), n_H, n_W, f, f, A.shape[3]),
        (per_example, stride * per_row, stride * per_column, per_row, per_column, per_channel),
        writeable=False,
    )
    return np.tensordot(windows, W, axes=3) + b, (A_prev, W, b, hparameters)


def keeps_the_dtype(A_prev, W, b, hparameters):
    """A float32 image and float32 filters are answered in float32, as a network in float32 wants it."""
    stride, A, f = hparameters["stride"], _padded(A_prev, hparameters["pad"]), W.shape[0]
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    Z = np.zeros((len(A), n_H, n_W, W.shape[3]), dtype=np.result_type(A_prev, W, b))
    for h, w in np.ndindex(n_H, n_W):
        window = A[:, h * stride : h * stride + f, w * stride : w * stride + f]
        Z[:, h, w] = np.einsum("mijc,ijcn->mn", window, W)
    return Z + b.astype(Z.dtype), (A_prev, W, b, hparameters)


def transposed_internals(A_prev, W, b, hparameters):
    """Channels first, columns before rows, in Fortran's order; the answer is a view with odd strides."""
    stride, f = hparameters["stride"], W.shape[0]
    A = np.asfortranarray(_padded(A_prev, hparameters["pad"]).transpose(3, 2, 1, 0))
    n_W, n_H = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    Z = np.zeros((W.shape[3], n_W, n_H, A.shape[3]), order="F")
    for w, h in np.ndindex(n_W, n_H):
        window = A[:, w * stride : w * stride + f, h * stride : h * stride + f]
        Z[:, w, h] = np.tensordot(W.T, window, axes=3)
    return Z.transpose(3, 2, 1, 0) + b, (A_prev, W, b, hparameters)


def pixels_scatter_to_outputs(A_prev, W, b, hparameters):
    stride, A, f = hparameters["stride"], _padded(A_prev, hparameters["pad"]), W.shape[0]
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    Z = np.tile(b.astype(float), (len(A), n_H, n_W, 1))
    for row, column in np.ndindex(A.shape[1], A.shape[2]):
        for i, j in np.ndindex(f, f):
            (h, odd_h), (w, odd_w) = divmod(row - i, stride), divmod(column - j, stride)
            if not odd_h and not odd_w and 0 <= h < n_H and 0 <= w < n_W:
                Z[:, h, w] += A[:, row, column] @ W[i, j]
    return Z, (A_prev, W, b, hparameters)


def halves_of_the_channels(A_prev, W, b, hparameters):
    """Recursive: the answer is the sum of the answers to either half of the channels."""
    half = W.shape[2] // 2
    if half:
        first, _ = halves_of_the_channels(A_prev[..., :half], W[:, :, :half], b, hparameters)
        second, _ = halves_of_the_channels(A_prev[..., half:], W[:, :, half:], 0 * b, hparameters)
        return first + second, (A_prev, W, b, hparameters)
    return kernel_positions(A_prev, W, b, hparameters)


def one_large_matrix(A_prev, W, b, hparameters):
    """The layer as a matrix from all pixels to all outputs, like a dense layer's."""
    stride, A, f = hparameters["stride"], _padded(A_prev, hparameters["pad"]), W.shape[0]
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    layer = np.zeros((*A.shape[1:], n_H, n_W, W.shape[3]))
    for h, w in np.ndindex(n_H, n_W):
        layer[h * stride : h * stride + f, w * stride : w * stride + f, :, h, w] = W
    Z = A.reshape(len(A), -1) @ layer.reshape(A[0].size, -1)
    return Z.reshape(len(A), n_H, n_W, W.shape[3]) + b, (A_prev, W, b, hparameters)
