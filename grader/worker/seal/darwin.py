"""macOS: a sandbox profile that denies everything but computing.

``sandbox_init(3)``, sandbox(7); Apple calls it deprecated and still enforces it, for its own programs
too. The profile's language is not documented by Apple. It closes files, network, new programs and signals
to others; it cannot forbid threads or executable memory, so macOS reaches *partial* at best. **This
module was written without a Mac at hand and has never been run.** Nothing depends on that: the level is
found by trying, and a worker in which the profile is refused does not start.
"""

from __future__ import annotations

import ctypes

__all__ = ["Profile", "ready"]

PROFILE = b"""(version 1)
(deny default)
(allow signal (target self))
(allow process-info* (target self))
(allow sysctl-read)
"""
LIBRARY = "/usr/lib/libsandbox.dylib"


class Profile:
    """The profile; a worker applies it to itself."""

    name = "profile"
    said = "sandbox profile"

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library

    def close(self) -> None:
        """See ``Layer``."""
        trouble = ctypes.c_char_p()
        if self._library.sandbox_init(PROFILE, ctypes.c_uint64(0), ctypes.byref(trouble)) != 0:
            raise OSError((trouble.value or b"sandbox_init failed").decode("utf-8", "replace"))


def ready() -> Profile | None:
    """Return the layer, or None where the library is not there."""
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError:
        return None
    return Profile(library) if hasattr(library, "sandbox_init") else None
