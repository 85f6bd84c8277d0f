"""The protocol of the pipe: values to bytes and back, with a decoder that only ever raises Garbled.

A frame is a fixed head (magic, number of the request, lengths of tree and body), the tree as JSON,
and the body: the arrays' raw bytes, each aligned to 16. A reply has the number of its request. In the
tree, numbers, strings, booleans and None stand for themselves; all else is a list that begins with a tag::

    ["l", item...]          list          ["a", dtype, shape, order]   array, its bytes in the body
    ["t", item...]          tuple         ["n", dtype]                 NumPy scalar, likewise
    ["d", [key, value]...]  dict          ["b", length]                bytes, likewise
    ["g", state, seeds]     np.random.Generator, by the state of its PCG64 and their seeds
    ["o", description]      something else: only a few words about it cross

The order of an array is C, F, S (strided: a view of every second number of a larger array), N with the axes
that run backwards through memory, B with those along which it is broadcast, or P with the axes in the order
in which they lie in memory, such as P0312.

No pickle: nothing that is decoded can run code or name a class. Everything has a limit. It is our own because
the worker has NumPy and the standard library only, and no site-packages to take MessagePack or the like from.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np

from .views import layout, view

MAGIC = b"cg1\n"
HEAD = struct.Struct("<4sQIQ")
ORDER = struct.Struct("<I")  # before an order to the warm process, and its answer: the bytes of JSON
MAX_TREE = 8 * 2**20
MAX_BODY = 256 * 2**20
MAX_NODES = 200_000
MAX_DEPTH = 40
MAX_BITS = 64  # of an integer
_ALIGN = 16
_DTYPES = frozenset(
    np.dtype(code).str
    for code in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
)


class Garbled(ValueError):
    """These bytes are no message, or one beyond the limits."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """What did not cross: an object of a type that the wire does not carry."""

    description: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A frame without its head, as it is before anybody asks for a number."""

    tree: bytes
    body: bytes

    def frame(self, number: int) -> bytes:
        """Return the frame with this request number."""
        return HEAD.pack(MAGIC, number, len(self.tree), len(self.body)) + self.tree + self.body


def encode(value: Any, *, max_body: int = MAX_BODY, strided: bool = False, views: bool = False) -> Parts:
    """Return the two parts of a frame; what cannot cross is replaced by ``Opaque``.

    Args:
        value: what is to cross.
        max_body: bytes of arrays at most.
        strided: whether all arrays become strided.
        views: whether arrays that are views of others stay views; only the parent's calls need it.

    Raises:
        Garbled: the arrays are larger than ``max_body`` bytes, or the tree is beyond its limits.
    """
    buffers: list[bytes] = []
    node = _Encoder(buffers, max_body, strided, views).node(value, 0)
    tree = json.dumps(node, separators=(",", ":")).encode("ascii")
    if len(tree) > MAX_TREE:
        raise Garbled("the answer is too large")
    return Parts(tree, b"".join(buffers))


def crosses(value: Any) -> bool:
    """Say whether a value that is no list, tuple or dict crosses as itself, and not as ``Opaque``."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.newbyteorder("=").str in _DTYPES
    node = _Encoder([], MAX_BODY).node(value, 0)
    return not (isinstance(node, list) and node[0] == "o")


def read_head(head: bytes, *, max_body: int = MAX_BODY) -> tuple[int, int, int]:
    """Return the request's number, and how many bytes of tree and of body follow this head.

    Raises:
        Garbled: the head is not one, or announces more than the limits allow.
    """
    try:
        magic, number, tree, body = HEAD.unpack(head)
    except struct.error as error:
        raise Garbled("a head of the wrong length") from error
    if magic != MAGIC or tree > MAX_TREE or body > max_body:
        raise Garbled("an invalid head, or one that announces too much")
    return number, tree, body


def decode(tree: bytes, body: bytes | bytearray | memoryview, *, generators: bool = False) -> Any:
    """Return the value of a frame's two parts.

    Args:
        tree: the JSON part.
        body: the raw bytes of the arrays.
        generators: whether a random generator may be made; only the worker's side needs it.

    Raises:
        Garbled: whatever is wrong with it.
    """
    try:
        node = json.loads(tree)
        decoder = _Decoder(memoryview(body), generators)
        value = decoder.value(node, 0)
    except Garbled:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError, MemoryError) as error:
        raise Garbled(f"not a message: {type(error).__name__}") from error
    if decoder.offset != len(decoder.body):
        raise Garbled("bytes are left over")
    return value


class _Encoder:
    def __init__(
        self, buffers: list[bytes], max_body: int, strided: bool = False, views: bool = False
    ) -> None:
        self.buffers, self.max_body, self.room, self.nodes = buffers, max_body, max_body, MAX_NODES
        self.strided, self.views = strided, views

    def node(self, value: Any, depth: int) -> Any:
        self.nodes -= 1
        if self.nodes < 0 or depth > MAX_DEPTH:
            raise Garbled("the answer has too many parts")
        kind = type(value)
        if value is None or kind in {bool, float, str}:
            return value
        if kind is int:
            return (
                value if value.bit_length() <= MAX_BITS else ["o", f"an integer of more than {MAX_BITS} bits"]
            )
        if isinstance(value, (list, tuple)):
            return ["l" if isinstance(value, list) else "t", *(self.node(item, depth + 1) for item in value)]
        if isinstance(value, dict):
            pairs = value.items()
            return ["d", *([self.key(k), self.node(v, depth + 1)] for k, v in pairs)]
        if kind is bytes:
            self.reserve(len(value))
            self.put(value)
            return ["b", len(value)]
        if isinstance(value, np.ndarray):
            return self.array(np.asarray(value))
        if isinstance(value, np.generic):
            return self.array(np.asarray(value), tag="n")
        return self.special(value)

    @staticmethod
    def key(key: Any) -> str | int:
        if isinstance(key, str):
            return str.__str__(key)
        if type(key) is int and key.bit_length() <= MAX_BITS:
            return key
        return f"a key of type {type(key).__name__}"

    def special(self, value: Any) -> Any:
        if type(value) is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
            return ["g", value.bit_generator.state, _seeds(value)]
        if type(value) is Opaque:
            return ["o", value.description]
        name = type(value).__name__
        return ["o", f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"]

    def array(self, array: np.ndarray[Any, Any], tag: str = "a") -> Any:
        native = array.dtype.newbyteorder("=") if array.dtype.byteorder == ">" else array.dtype
        if native.kind in "fc" and native.itemsize > 8 * (1 + (native.kind == "c")):
            native = np.dtype("f8" if native.kind == "f" else "c16")  # longer than the parent's numbers
        if native.str not in _DTYPES:
            return ["o", f"an array {array.shape} of {array.dtype}"[:200]]
        self.reserve(array.nbytes)
        flags = array.flags
        order = "F" if flags.f_contiguous and not flags.c_contiguous and not self.strided else "C"
        self.put(np.asarray(array, dtype=native).tobytes(order))  # type: ignore[arg-type]
        if tag == "n":
            return [tag, native.str]
        if self.strided or (self.views and not (flags.c_contiguous or flags.f_contiguous)):
            order = "S" if self.strided else layout(array)
        return [tag, native.str, list(array.shape), order]

    def reserve(self, size: int) -> None:
        """Take room for so many bytes, before anything is copied."""
        self.room -= size + -size % _ALIGN
        if self.room < 0:
            raise Garbled(f"the answer is larger than {self.max_body / 2**20:g} MiB")

    def put(self, data: bytes) -> None:
        self.buffers.append(data + bytes(-len(data) % _ALIGN))


class _Decoder:
    def __init__(self, body: memoryview, generators: bool) -> None:
        self.body, self.offset, self.nodes, self.generators = body, 0, MAX_NODES, generators

    def value(self, node: Any, depth: int) -> Any:
        self.nodes -= 1
        if self.nodes < 0 or depth > MAX_DEPTH:
            raise Garbled("too many parts")
        if isinstance(node, str):
            return node.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be printed
        if node is None or isinstance(node, (bool, float)):
            return node
        if isinstance(node, int):
            return self.whole(node)
        if not isinstance(node, list) or not node:
            raise Garbled("a node without a tag")
        tag, *rest = node
        if tag == "l":
            return [self.value(item, depth + 1) for item in rest]
        if tag == "t":
            return tuple(self.value(item, depth + 1) for item in rest)
        if tag == "d":
            return {self.key(k): self.value(v, depth + 1) for k, v in rest}
        return self.leaf(tag, rest)

    def key(self, node: Any) -> str | int:
        if isinstance(node, bool) or not isinstance(node, (str, int)):
            return f"a key of type {type(node).__name__}"
        return node.encode("utf-8", "replace").decode("utf-8") if isinstance(node, str) else self.whole(node)

    @staticmethod
    def whole(node: int) -> int:
        if node.bit_length() > MAX_BITS:
            raise Garbled(f"an integer of more than {MAX_BITS} bits")
        return node

    def leaf(self, tag: Any, rest: list[Any]) -> Any:
        if tag == "a":
            code, shape, order = rest
            return self.array(code, shape, order)
        if tag == "n":
            (code,) = rest
            return self.array(code, [], "C")[()]
        if tag == "b":
            return bytes(self.take(rest[0]))
        if tag == "o":
            words = str(self.value(rest[0], MAX_DEPTH))[:300]
            return Opaque("".join(char if char.isprintable() else " " for char in words))
        if tag == "g" and self.generators:
            entropy, key, spawned = rest[1]
            seeds = np.random.SeedSequence(entropy, spawn_key=tuple(key), n_children_spawned=spawned)
            generator = np.random.Generator(np.random.PCG64(seeds))
            generator.bit_generator.state = rest[0]
            return generator
        raise Garbled("an unknown tag")

    def array(self, code: Any, shape: Any, order: Any) -> np.ndarray[Any, Any]:
        if code not in _DTYPES or not isinstance(shape, list) or len(shape) > 16:
            raise Garbled("an array of no known kind")
        if not all(type(n) is int and 0 <= n <= MAX_BODY for n in shape):
            raise Garbled("an array of no possible shape")
        dtype = np.dtype(code)
        data = self.take(math.prod(shape) * dtype.itemsize)
        if order in {"C", "F"}:
            return np.frombuffer(data, dtype).reshape(shape, order=order).copy(order)
        return view(np.frombuffer(data, dtype).reshape(shape), order)

    def take(self, count: Any) -> memoryview:
        if type(count) is not int or not 0 <= count <= len(self.body) - self.offset:
            raise Garbled("more bytes are announced than came")
        start, self.offset = self.offset, self.offset + count + -count % _ALIGN
        return self.body[start : start + count]


def _seeds(generator: np.random.Generator) -> list[Any]:
    """Return the entropy of a generator's seeds, its place among their children, and how many it has."""
    seeds = generator.bit_generator.seed_seq
    if not isinstance(seeds, np.random.SeedSequence):
        return [0, [], 0]
    entropy: Any = seeds.entropy  # one number, or several in a list or an array
    return [
        entropy if isinstance(entropy, int) else np.ravel(entropy).tolist(),
        np.ravel(seeds.spawn_key).tolist(),
        seeds.n_children_spawned,
    ]
