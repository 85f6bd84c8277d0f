"""Right answers to conv_backward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _padded(A_prev, pad):
    return np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def naive_loops(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    A, dA = _padded(A_prev, pad), _padded(dA_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top, left = h * stride, w * stride
                for c in range(n_C):
                    dA[i, top : top + f, left : left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += A[i, top : top + f, left : left + f, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i] = dA[i, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]]
    return dA_prev, dW, db


def kernel_positions(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A, dW = _padded(A_prev, pad), np.zeros(W.shape)
    dA = np.zeros(A.shape)
    _, n_H, n_W, _ = dZ.shape
    for i in range(f):
        for j in range(f):
            here = np.s_[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
            dA[here] += dZ @ W[i, j].T
            dW[i, j] = np.einsum("mhwc,mhwn->cn", A[here], dZ)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, dZ.sum((0, 1, 2)).reshape(b.shape)


def full_correlation(dZ, cache):
    """dA is the spread-out dZ, padded by f - 1, slid over by the filter turned by 180 degrees."""
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = _padded(A_prev, pad)
    spread = np.zeros((len(dZ), A.shape[1] - f + 1, A.shape[2] - f + 1, W.shape[3]))
    spread[:, ::stride, ::stride][:, : dZ.shape[1], : dZ.shape[2]] = dZ
    around = sliding_window_view(_padded(spread, f - 1), (f, f), axis=(1, 2))
    dA = np.einsum("mhwnij,ijcn->mhwc", around, W[::-1, ::-1])
    dW = np.einsum("mhwcij,mhwn->ijcn", sliding_window_view(A, (f, f), axis=(1, 2)), spread)
    n_H, n_W = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, dZ.sum(axis=(0, 1, 2), keepdims=True).reshape(b.shape)


def fourier(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = _padded(A_prev, pad)
    size = A.shape[1:3]
    spread = np.zeros((len(dZ), *size, W.shape[3]))
    spread[:, : stride * dZ.shape[1] : stride, : stride * dZ.shape[2] : stride] = dZ
    spectrum = np.fft.rfft2(spread, axes=(1, 2))
    kernel = np.fft.rfft2(W, s=size, axes=(0, 1))
    dA = np.fft.irfft2(np.einsum("mhwn,hwcn->mhwc", spectrum, kernel), s=size, axes=(1, 2))
    image = np.fft.rfft2(A, axes=(1, 2))
    dW = np.fft.irfft2(np.einsum("mhwc,mhwn->hwcn", image, np.conj(spectrum)), s=size, axes=(0, 1))[:f, :f]
    n_H, n_W = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, np.einsum("mhwn->n", dZ).reshape(b.shape)


def columns_and_back(dZ, cache):
    """im2col for dW, col2im for dA."""
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    A = _padded(A_prev, pad)
    i, j, k = (index.reshape(-1) for index in np.indices(W.shape[:3]))
    h, w = (stride * index.reshape(-1, 1) for index in np.indices((n_H, n_W)))
    flat = dZ.reshape(m, n_H * n_W, n_C)
    columns = A[:, h + i, w + j, k]
    dW = np.einsum("mpq,mpn->qn", columns, flat).reshape(W.shape)
    dA = np.zeros(A.shape)
    np.add.at(dA, (slice(None), h + i, w + j, k), flat @ W.reshape(-1, n_C).T)
    dA = dA[:, pad : A.shape[1] - pad, pad : A.shape[2] - pad]
    return dA, dW, flat.sum((0, 1)).reshape(b.shape)


def differences_of_the_forward_pass(dZ, cache):
    """Odd but right: the loss is linear in each number, so its change for a step of 1 is the derivative."""
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]

    def loss(images, filters):
        windows = sliding_window_view(_padded(images, pad), (f, f), axis=(1, 2))[:, ::stride, ::stride]
        return (np.tensordot(windows, filters, axes=((4, 5, 3), (0, 1, 2))) * dZ).sum(axis=(1, 2, 3))

    dA, dW = np.zeros(A_prev.shape), np.zeros(W.shape)
    for place in np.ndindex(*A_prev.shape[1:]):
        one = np.zeros(A_prev.shape)
        one[(slice(None), *place)] = 1
        dA[(slice(None), *place)] = loss(one, W)
    for place in np.ndindex(*W.shape):
        one = np.zeros(W.shape)
        one[place] = 1
        dW[place] = loss(A_prev, one).sum()
    return dA, dW, np.add.reduce(dZ, axis=(0, 1, 2)).reshape(b.shape)


def keeps_the_dtype(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    kind = np.result_type(dZ, A_prev, W, np.float32)
    A = _padded(A_prev, pad)
    dA, dW = np.zeros(A.shape, kind), np.zeros(W.shape, kind)
    for h, w in np.ndindex(*dZ.shape[1:3]):
        here = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f]
        dA[here] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
        dW += np.tensordot(A[here], dZ[:, h, w], axes=(0, 0))
    return dA[:, pad : A.shape[1] - pad, pad : A.shape[2] - pad], dW, dZ.sum((0, 1, 2)).reshape(b.shape)


def transposed_internals(dZ, cache):
    """Channels first and in Fortran's order; the gradients are views with odd strides."""
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = np.asfortranarray(_padded(A_prev, pad).transpose(3, 2, 1, 0))
    turned, filters = dZ.transpose(3, 2, 1, 0), W.transpose(3, 2, 1, 0)
    dA, dW = np.zeros(A.shape, order="F"), np.zeros(filters.shape, order="F")
    for w, h in np.ndindex(*turned.shape[1:3]):
        here = np.s_[:, w * stride : w * stride + f, h * stride : h * stride + f]
        dA[here] += np.tensordot(filters, turned[:, w, h], axes=(0, 0))
        dW += np.tensordot(turned[:, w, h], A[here], axes=(1, 3))
    dA = dA.transpose(3, 2, 1, 0)[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]]
    return dA, dW.transpose(3, 2, 1, 0), dZ.sum(axis=(0, 1, 2), keepdims=True).reshape(b.shape)


def one_example_after_another(dZ, cache):
    """Recursive: the last example's gradients beside, and on top of, those of the others."""
    A_prev, W, b, hparameters = cache
    if len(dZ) == 1:
        return kernel_positions(dZ, cache)
    dA, dW, db = one_example_after_another(dZ[:-1], (A_prev[:-1], W, b, hparameters))
    dA_last, dW_last, db_last = kernel_positions(dZ[-1:], (A_prev[-1:], W, b, hparameters))
    return np.concatenate([dA, dA_last]), dW + dW_last, db + db_last
