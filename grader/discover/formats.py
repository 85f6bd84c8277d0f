"""The kinds of archives: what each says of its entries. Any error that a library raises becomes a reason."""

from __future__ import annotations

import gzip
import os
import stat
import tarfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, cast

from grader.discover.tree import Unfit
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

__all__ = ["Member", "members"]

MAX_READ = 8 * 2**20  # bytes at once: a list of entries beyond this is no honest archive's
MAX_TAR = 2 * 2**30  # bytes of a tar archive that are looked through
MAX_HEADER = (
    2**16
)  # bytes of a tar archive that are read at once: what is read piece by piece, or belongs to a name
MAX_COMMON = 100  # what a tar archive says of all its entries
FREE, MAX_RATIO = 64 * 2**20, 20  # bytes that come out of a packed tar archive, and bytes out of a byte in
UNPACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ENCRYPTED = 0x1  # bit 0 of an entry's flags, section 4.4.4 of the ZIP specification
UTF8 = 0x800  # bit 11: the name is UTF-8
STARTS = (b"PK\x03\x04", b"PK\x05\x06")  # of an archive with entries, and of one without


@dataclass(frozen=True)
class Member:
    """One entry of an archive, as the archive has it.

    Attributes:
        name: with its folders; may be anything.
        size: bytes, unpacked; may be a lie.
        packed: bytes, as it lies in the archive.
        is_folder: whether it stands for a folder.
        fault: why it is not taken in, as far as that can be said before it is unpacked.
        opened: opens it for reading; only before the next entry is asked for.
    """

    name: str
    size: int
    packed: int
    is_folder: bool
    fault: str
    opened: Callable[[], AbstractContextManager[IO[bytes]]]


def members(file: IO[bytes], name: str) -> Iterator[Member]:
    """Yield the entries of an archive.

    Raises:
        Unfit: it cannot be opened, or not read to its end.
    """
    return _zipped(file) if name.lower().endswith(".zip") else _tarred(file, name)


def _zipped(file: IO[bytes]) -> Iterator[Member]:
    with _explained():
        if file.read(4) not in STARTS:
            raise Unfit(say("it is not a .zip archive, or other data comes before it"))
        archive = zipfile.ZipFile(_Bounded(file, None, MAX_READ))
    with archive:
        for info in archive.infolist():
            yield Member(
                name=_named(info),
                size=info.file_size,
                packed=info.compress_size,
                is_folder=info.orig_filename.endswith(("/", "\\")),
                fault=_fault(info),
                opened=partial(_guarded, partial(archive.open, info)),
            )


def _tarred(file: IO[bytes], name: str) -> Iterator[Member]:
    with _explained():
        plain, end = file, MAX_TAR
        if name.lower().endswith("gz"):
            end = min(MAX_TAR, FREE + MAX_RATIO * file.seek(0, os.SEEK_END))
            file.seek(0)
            plain = cast("IO[bytes]", gzip.GzipFile(fileobj=file))
        bounded = cast("IO[bytes]", _Bounded(plain, end, MAX_HEADER))
        with tarfile.open(fileobj=bounded, mode="r:") as archive:
            while info := archive.next():
                if archive.offset <= info.offset or len(archive.pax_headers) > MAX_COMMON:
                    raise ValueError("it points back into itself, or has too many global headers")
                yield Member(
                    name=info.name,
                    size=info.size,
                    packed=info.size,
                    is_folder=info.isdir(),
                    fault="" if info.isreg() or info.isdir() else _not_regular(),
                    opened=partial(_guarded, partial(archive.extractfile, info)),
                )
                archive.members.clear()  # type: ignore[attr-defined] # each holds a copy of the global headers


def _named(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; where the archive does not say that it is UTF-8, it may be so all the same.

    Windows in Korean writes EUC-KR, extended: a name is taken for that if every letter of it is Hangul.
    """
    name = info.orig_filename
    if info.flag_bits & UTF8 or name.isascii():
        return name
    raw = name.encode("cp437")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        korean = raw.decode("euc_kr", "replace")
        return korean if all(char.isascii() or "가" <= char <= "힣" for char in korean) else name


def _fault(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return _not_regular()
    if info.flag_bits & ENCRYPTED:
        return say("it is protected with a password")
    if info.compress_type not in UNPACKED:
        return say("its compression method is not supported: unpack it, or make a plain .zip")
    return ""


def _not_regular() -> str:
    return say("it is not a regular file")


@contextmanager
def _guarded(opening: Callable[[], IO[bytes] | None]) -> Iterator[IO[bytes]]:
    with _explained():
        opened = opening()
        if opened is None:
            raise Unfit(_not_regular())
        with opened:
            yield opened


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what goes wrong in an archive into a reason: a hostile one raises far more than is documented."""
    try:
        yield
    except Unfit:
        raise
    except Exception as error:
        raise Unfit(say("it is damaged or incomplete")) from error


class _Bounded:
    """A file that never gives much at once, nor anything behind a place.

    Args:
        file: what is read.
        end: bytes from its start; None if it has an end of its own, as a file on a disk has.
        most: bytes at once.
    """

    def __init__(self, file: IO[bytes], end: int | None, most: int) -> None:
        self._file, self._end, self._most = file, end, most
        self.seekable, self.tell, self.close = file.seekable, file.tell, lambda: None

    def read(self, count: int = -1) -> bytes:
        """Read, but not too much.

        Raises:
            Unfit: more is asked for than an honest archive asks for.
        """
        if count > self._most:
            raise Unfit(say("its list of entries is too long for an ordinary archive"))
        self._check(self._file.tell())
        content = self._file.read(self._most + 1 if count < 0 else count)
        if len(content) > self._most:
            raise Unfit(say("its list of entries is too long for an ordinary archive"))
        return content

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place; in a packed file that means to unpack all before it."""
        if whence == 0:
            self._check(place)
        return self._file.seek(place, whence)

    def _check(self, place: int) -> None:
        if self._end is not None and place > self._end:
            raise Unfit(say("the archive unpacks to more than {size} MiB", size=self._end // 2**20))
