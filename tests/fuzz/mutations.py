"""Bytes made of other bytes, at random: some know nothing of frames, some get past the head on purpose."""

import json
import random
import struct
from collections.abc import Iterator

import numpy as np

from grader.worker import wire

NODES = (
    *(
        None,
        True,
        -1,
        0,
        2**31,
        2**63,
        2**64,
        -(2**70),
        1e308,
        "",
        "\ud800",
        "value",
        "error",
        "ask",
        "\x1b[31m",
    ),
    *([], {}, ["l"], ["t"], ["d"], ["o", "a set"], ["b", 16], ["g", {}], ["n", "<f8"], ["x"]),
    *(["a", "<f8", [2], "C"], ["a", "<f8", [0, 2**28], "F"], ["a", "O", [1], "C"], ["d", ["value", None]]),
    *(["d", ["error", ["d", ["kind", 3]]]], ["d", ["template", "{a}"], ["values", ["d", ["a", "b"]]]]),
)


def mutated(seeds: list[bytes], count: int, seed: int = 0, *, frames: bool) -> Iterator[bytes]:
    """Yield so many byte strings made of the seeds, the same ones for the same numbers.

    Args:
        seeds: real ones.
        count: how many.
        seed: of the random numbers.
        frames: they are frames of the wire, with a head that may be set right again.
    """
    rng = random.Random(seed)  # noqa: S311 - the same inputs for the same seed
    for _ in range(count):
        data = rng.choice(seeds)
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            change = rng.choice((_flip, _cut, _insert, _repeat, _splice))
            data = change(rng, data, seeds)
        if frames and rng.random() < 0.7:
            data = _framed(rng, rng.choice(seeds) if rng.random() < 0.7 else data)
        yield data


def _flip(rng: random.Random, data: bytes, _: list[bytes]) -> bytes:
    changed = bytearray(data or b"\0")
    for _ in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] = rng.choice((0, 1, 0x7F, 0xFF, rng.randrange(256)))
    return bytes(changed)


def _cut(rng: random.Random, data: bytes, _: list[bytes]) -> bytes:
    start, end = sorted((rng.randint(0, len(data)), rng.randint(0, len(data))))
    return data[:start] + data[end:]


def _insert(rng: random.Random, data: bytes, _: list[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.randbytes(rng.randint(1, 20)) + data[at:]


def _repeat(rng: random.Random, data: bytes, _: list[bytes]) -> bytes:
    start = rng.randint(0, len(data))
    piece = data[start : start + rng.randint(1, 60)]
    return data[:start] + piece * rng.randint(2, 20) + data[start:]


def _splice(rng: random.Random, data: bytes, seeds: list[bytes]) -> bytes:
    other = rng.choice(seeds)
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


def _framed(rng: random.Random, frame: bytes) -> bytes:
    """Return the frame with other nodes in its tree, and a head that fits it: so that it gets further."""
    try:
        _, tree, body = wire.read_head(frame[: wire.HEAD.size])
        node = json.loads(frame[wire.HEAD.size : wire.HEAD.size + tree])
    except (wire.Garbled, ValueError, RecursionError):
        node, body = rng.choice(NODES), 0
    data = frame[len(frame) - body :] if body else b""
    if rng.random() < 0.3:
        return wire.Parts(json.dumps(node).encode(), _numbers(rng, len(data))).frame(1)
    if rng.random() < 0.4:
        return wire.encode({rng.choice(("value", "ask", "args")): _value(rng, 0)}).frame(1)
    for _ in range(rng.randint(1, 3)):
        node = _replaced(rng, node)
    return wire.Parts(json.dumps(node).encode(), data).frame(1)


def _numbers(rng: random.Random, size: int) -> bytes:
    """Return the bytes of so many numbers: huge, tiny, not finite, any bits."""
    kinds = (0.0, -0.0, 1.0, 1e308, -1e308, 5e-324, float("nan"), float("inf"), 2.5)
    numbers = b"".join(
        struct.pack("<d", rng.choice(kinds)) if rng.random() < 0.9 else rng.randbytes(8)
        for _ in range(size // 8 + 1)
    )
    return numbers[:size]


def _value(rng: random.Random, depth: int) -> object:
    """Return a value that the wire carries."""
    kind = rng.randrange(9 if depth < 3 else 6)
    if kind < 3:
        dtype = rng.choice(("f8", "f4", "i8", "u1", "?", "c16"))
        shape = tuple(rng.choice((0, 1, 2, 3)) for _ in range(rng.randrange(6)))
        return np.zeros(shape, dtype) if rng.random() < 0.5 else np.ones(shape, dtype)
    if kind < 6:
        return rng.choice(
            (None, True, 0, -1, 2**64 - 1, 1.5, float("nan"), "", "W1", b"", wire.Opaque("a set"))
        )
    items = [_value(rng, depth + 1) for _ in range(rng.randrange(5))]
    if kind == 8:
        return {rng.choice(("W1", "b1", "stride", "kind", "template", 0, 7)): item for item in items}
    return items if kind == 6 else tuple(items)


def _replaced(rng: random.Random, node: object) -> object:
    """Return the tree with one node replaced, removed, doubled or nested."""
    if isinstance(node, list) and node and rng.random() < 0.8:
        at = rng.randrange(len(node))
        kind = rng.random()
        if kind < 0.7:
            return [*node[:at], _replaced(rng, node[at]), *node[at + 1 :]]
        return [*node[:at], *node[at + 1 :]] if kind < 0.85 else [*node[:at], node[at], *node[at:]]
    if rng.random() < 0.1:
        for _ in range(rng.choice((1, 3, 50))):
            node = ["l", node]
        return node
    return rng.choice(NODES)
