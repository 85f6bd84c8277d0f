"""What an attack may want: secrets in files, environment, memory and descriptors; somebody to talk to."""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[3]
FILES = {
    "solutions": "solutions/cnn/lesson2.py",
    "key": "home/.ssh/id_ed25519",
    "other": "class/bob/lesson2.py",
    "changed": "class/eve/lesson2.py",
    "linked": "class/eve/lesson3.py",
    "descriptor": "open.txt",
}
SOLUTION = """
import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
"""


class Baits:
    """Lays out the baits in a folder; use as a context manager around everything that is graded.

    Every secret reads ``CANARY-WHERE-`` and random digits, so that an attack can search for it and the
    examination can see where it got out.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        kinds = (*FILES, "environment", "memory")
        self.secrets = {kind: f"CANARY-{kind}-{secrets.token_hex(8)}" for kind in kinds}
        self.marker = f"hostile-{secrets.token_hex(8)}"
        self._memory = bytearray(self.secrets["memory"].encode())  # on the parent's heap
        self._before: dict[str, str] = {}

    def __enter__(self) -> Self:
        files = {kind: self.root / place for kind, place in FILES.items()}
        for kind, path in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {self.secrets[kind]}\n{SOLUTION}", "utf-8")
        (self.root / "drop").mkdir()
        self._kept = {name: os.environ.get(name) for name in ("CANARY", "HOME")}
        os.environ |= {"CANARY": self.secrets["environment"], "HOME": str(self.root / "home")}
        self._descriptor = os.open(files["descriptor"], os.O_RDONLY)
        os.set_inheritable(self._descriptor, True)
        self._listen()
        self.places = {kind: str(path) for kind, path in files.items()}
        self.places |= {name: str(self._port(each)) for name, each in self._listeners.items()}
        self.places |= {
            "root": str(self.root),
            "drop": str(self.root / "drop"),
            "checkout": str(ROOT),
            "marker": self.marker,
            "parent": str(os.getpid()),
        }
        self._before = self._files()
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._listeners.values():
            each.close()
        os.close(self._descriptor)
        for name, value in self._kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    def _listen(self) -> None:
        self._listeners = {
            "tcp": socket.socket(socket.AF_INET, socket.SOCK_STREAM),
            "udp": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            "unix": socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
            "abstract": socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        }
        self._listeners["tcp"].bind(("127.0.0.1", 0))
        self._listeners["udp"].bind(("127.0.0.1", 0))
        here = Path.cwd()
        os.chdir(self.root)  # the path of a unix socket may be 107 bytes long at most
        try:
            self._listeners["unix"].bind("socket")
        finally:
            os.chdir(here)
        self._listeners["abstract"].bind("\0" + self.marker)
        for name, each in self._listeners.items():
            if name != "udp":
                each.listen()
            each.setblocking(False)

    def _port(self, listener: socket.socket) -> object:
        name = listener.getsockname()
        if isinstance(name, tuple):
            return name[1]
        return self.marker if isinstance(name, bytes) else self.root / "socket"

    def taken(self, text: str) -> list[str]:
        """Return which secrets a text gives away."""
        return [kind for kind, secret in self.secrets.items() if secret.rpartition("-")[2] in text]

    def visited(self) -> list[str]:
        """Return which listeners somebody has spoken to."""
        found = []
        for name, each in self._listeners.items():
            with suppress(BlockingIOError):
                if name == "udp":
                    each.recv(1)
                else:
                    each.accept()[0].close()
                found.append(name)
        return found

    def changed(self) -> list[str]:
        """Return which files of the baits' folder are new, gone, or not as they were."""
        now = self._files()
        return sorted(name for name in now.keys() | self._before if now.get(name) != self._before.get(name))

    def _files(self) -> dict[str, str]:
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            if path.is_file()
            else "no file"
            for path in self.root.rglob("*")
        }
