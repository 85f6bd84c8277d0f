"""Wrong answers to lenet_summary, each named after its mistake."""


def _rows(n_C0, classes):
    return [
        ["INPUT", (32, 32, n_C0), 1024 * n_C0, 0],
        ["CONV1", (28, 28, 6), 4704, (25 * n_C0 + 1) * 6],
        ["POOL1", (14, 14, 6), 1176, 0],
        ["CONV2", (10, 10, 16), 1600, 2416],
        ["POOL2", (5, 5, 16), 400, 0],
        ["FC3", (120,), 120, 48120],
        ["FC4", (84,), 84, 10164],
        ["SOFTMAX", (classes,), classes, 85 * classes],
    ]


def leaves_out_the_biases(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    for row, biases in zip(rows, (0, 6, 0, 16, 0, 120, 84, classes), strict=True):
        row[3] -= biases
    return rows


def one_bias_a_layer(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    for row, biases in zip(rows, (0, 5, 0, 15, 0, 119, 83, classes - 1), strict=True):
        row[3] -= biases
    return rows


def forgets_the_depth(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[1][3], rows[3][3] = 156, 416
    return rows


def pooling_learns(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[2][3], rows[4][3] = 150, 1040
    return rows


def ignores_the_arguments(n_C0=3, classes=10):
    return _rows(3, 10)


def leaves_out_the_input(n_C0=3, classes=10):
    return _rows(n_C0, classes)[1:]


def same_padding(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[1][1:3] = [(32, 32, 6), 6144]
    return rows


def sizes_without_channels(n_C0=3, classes=10):
    return [
        [name, volume, volume[0] * (volume[1] if len(volume) > 1 else 1), n]
        for name, volume, _, n in _rows(n_C0, classes)
    ]


def no_parameters(n_C0=3, classes=10):
    return [[*row[:3], 0] for row in _rows(n_C0, classes)]


def hard_codes_ten_classes(n_C0=3, classes=10):
    return _rows(n_C0, 10)


def hard_codes_three_channels(n_C0=3, classes=10):
    return _rows(3, classes)


def exchanges_the_arguments(n_C0=3, classes=10):
    return _rows(classes, n_C0)


def leaves_out_the_pooling_layers(n_C0=3, classes=10):
    return [row for row in _rows(n_C0, classes) if not row[0].startswith("POOL")]


def leaves_out_the_last_layer(n_C0=3, classes=10):
    return _rows(n_C0, classes)[:-1]


def channels_first(n_C0=3, classes=10):
    return [[name, (*volume[2:], *volume[:2]), *rest] for name, volume, *rest in _rows(n_C0, classes)]


def counts_the_parameters_so_far(n_C0=3, classes=10):
    rows, total = _rows(n_C0, classes), 0
    for row in rows:
        total += row[3]
        row[3] = total
    return rows


def input_learns(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[0][3] = rows[0][2]
    return rows


def image_depth_in_every_filter(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[3][3] = (25 * n_C0 + 1) * 16
    return rows


def dense_layer_takes_the_image(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[5][3] = (1024 * n_C0 + 1) * 120
    return rows


def forgets_the_plus_one_in_the_size(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[1][1:3], rows[2][1:3] = [(27, 27, 6), 4374], [(13, 13, 6), 1014]
    rows[3][1:3], rows[4][1:3] = [(9, 9, 16), 1296], [(4, 4, 16), 256]
    return rows


def sizes_count_the_height_only(n_C0=3, classes=10):
    return [[name, volume, volume[0], count] for name, volume, _, count in _rows(n_C0, classes)]


_ROWS = []


def keeps_its_rows_between_calls(n_C0=3, classes=10):
    _ROWS.extend(_rows(n_C0, classes))
    return list(_ROWS)


CAUGHT_BY = {
    "leaves_out_the_biases": {"parameters", "other_sizes"},
    "one_bias_a_layer": {"parameters", "other_sizes"},
    "forgets_the_depth": {"parameters", "other_sizes"},
    "pooling_learns": {"other_sizes"},
    "ignores_the_arguments": {"other_sizes"},
    "leaves_out_the_input": {"activation_shapes", "activation_sizes"},
    "same_padding": {"activation_shapes", "activation_sizes"},
    "sizes_without_channels": {"activation_sizes", "other_sizes"},
    "no_parameters": {"parameters", "other_sizes"},
    "hard_codes_ten_classes": {"other_sizes"},
    "hard_codes_three_channels": {"other_sizes"},
    "exchanges_the_arguments": {"activation_shapes", "activation_sizes"},
    "leaves_out_the_pooling_layers": {"activation_shapes", "activation_sizes"},
    "leaves_out_the_last_layer": {"activation_shapes", "activation_sizes"},
    "channels_first": {"activation_shapes", "other_sizes"},
    "counts_the_parameters_so_far": {"parameters", "other_sizes"},
    "input_learns": {"other_sizes"},
    "image_depth_in_every_filter": {"parameters", "other_sizes"},
    "dense_layer_takes_the_image": {"parameters", "other_sizes"},
    "forgets_the_plus_one_in_the_size": {"activation_shapes", "activation_sizes"},
    "sizes_count_the_height_only": {"activation_sizes", "other_sizes"},
    "keeps_its_rows_between_calls": {"other_sizes", "same_answer_twice"},
}
