"""Right: Beginner's three loops with prints, python float."""


def conv_single_step(a_slice_prev, W, b):
    total = 0.0
    f_rows, f_cols, channels = a_slice_prev.shape
    for i in range(f_rows):
        for j in range(f_cols):
            for k in range(channels):
                product = float(a_slice_prev[i, j, k]) * float(W[i, j, k])
                total = total + product
    print("sum before the bias:", total)
    z = total + float(b[0, 0, 0])
    print("z =", z)
    return z
