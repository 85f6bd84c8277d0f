"""Archives that mean harm, or are broken: what is said of each, and that the others lose nothing by it."""

import gzip
import io
import stat
import struct
import tarfile
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.handed_in import laid, tarred, zipped

from grader.discover import archives, discover, formats, take_in, tree

LESSON = {"pad.py": b"def zero_pad(X, pad): ..."}


def entries(*members):
    """A zip archive of entries of our own making: a name or a ZipInfo, and bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in members:
            archive.writestr(info, content)
    return sink.getvalue()


def of_mode(name, mode):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def packed_by(method):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        archive.writestr("pool.py", b"x" * 1000)
    return sink.getvalue()


def patched(content, marker, offset, value):
    """Overwrite a field behind each marker."""
    content, place = bytearray(content), -1
    while (place := content.find(marker, place + 1)) >= 0:
        content[place + offset : place + offset + len(value)] = value
    return bytes(content)


def locked(content):
    return patched(patched(content, b"PK\x01\x02", 8, b"\x01\x00"), b"PK\x03\x04", 6, b"\x01\x00")


def miscounted(content):
    """The bytes of the entry are not those that its checksum was made of."""
    return patched(patched(content, b"PK\x01\x02", 16, b"\0\0\0\0"), b"PK\x03\x04", 14, b"\0\0\0\0")


def lying_of_size(content, size):
    """Both headers say that the entry is smaller than it is."""
    return patched(patched(content, b"PK\x01\x02", 24, size), b"PK\x03\x04", 22, size)


def of_64_bits(content):
    """The list of entries is said to be elsewhere, and to be enormous."""
    end = content.rindex(b"PK\x05\x06")
    far = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**40, 2**40, 2**50, 0)
    found = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    full = b"PK\x05\x06" + b"\0\0\0\0" + b"\xff\xff" * 2 + b"\xff\xff\xff\xff" * 2 + b"\0\0"
    return content[:end] + far + found + full


def taken(home, content, name="mallory.zip"):
    """What becomes of an archive in a class with an honest student in it."""
    laid(home, {"alice/pad.py": LESSON["pad.py"], f"{name}": content})
    students = {each.name: each for each in discover([home], "cnn")}
    assert [file.content for file in students.pop("alice").files] == [LESSON["pad.py"]]
    (mallory,) = students.values()
    return mallory


WHOLE = {
    "empty": (b"", "it is not a .zip archive, or other data comes before it"),
    "no archive": (b"GIF89a" + b"x" * 100, "it is not a .zip archive, or other data comes before it"),
    "a stub before it": (
        b"#!/bin/sh\n" + zipped(LESSON),
        "it is not a .zip archive, or other data comes before it",
    ),
    "cut short": (zipped(LESSON)[:-30], "it is damaged or incomplete"),
    "cut in the middle": (zipped(LESSON)[:40], "it is damaged or incomplete"),
    "zip64 that lies": (of_64_bits(zipped(LESSON)), "it is damaged or incomplete"),
}


@pytest.mark.parametrize("attack", WHOLE)
def test_an_archive_that_cannot_be_opened_needs_a_person(tmp_path, attack):
    content, reason = WHOLE[attack]
    mallory = taken(tmp_path, content)
    assert mallory.files == ()
    assert mallory.unfit == f"mallory.zip was ignored: {reason}"
    assert mallory.notes == (mallory.unfit,)


SINGLE = {
    "traversal": (entries(("../../pool.py", b"")), "../../pool.py", "its path leads out of the archive"),
    "traversal inside": (
        entries(("a/../../pool.py", b"")),
        "a/../../pool.py",
        "its path leads out of the archive",
    ),
    "absolute": (entries(("/etc/pool.py", b"")), "/etc/pool.py", "its path leads out of the archive"),
    "drive letter": (entries(("C:\\pool.py", b"")), "C:\\pool.py", "its path leads out of the archive"),
    "backslashes": (
        entries(("..\\..\\pool.py", b"")),
        "..\\..\\pool.py",
        "its path leads out of the archive",
    ),
    "too deep": (
        entries(("a/" * 40 + "pool.py", b"")),
        "a/" * 40 + "pool.py",
        "it is nested in too many folders",
    ),
    "symbolic link": (
        entries((of_mode("pool.py", stat.S_IFLNK | 0o777), b"/etc/passwd")),
        "pool.py",
        "it is not a regular file",
    ),
    "device": (
        entries((of_mode("pool.py", stat.S_IFCHR | 0o666), b"")),
        "pool.py",
        "it is not a regular file",
    ),
    "pipe": (entries((of_mode("pool.py", stat.S_IFIFO | 0o666), b"")), "pool.py", "it is not a regular file"),
    "password": (locked(zipped({"pool.py": b"x"})), "pool.py", "it is protected with a password"),
    "lzma": (
        packed_by(zipfile.ZIP_LZMA),
        "pool.py",
        "its compression method is not supported: unpack it, or make a plain .zip",
    ),
    "unknown way": (
        patched(
            patched(zipped({"pool.py": b"x"}), b"PK\x01\x02", 10, b"\x63\0"), b"PK\x03\x04", 8, b"\x63\0"
        ),
        "pool.py",
        "its compression method is not supported: unpack it, or make a plain .zip",
    ),
    "wrong checksum": (
        miscounted(zipped({"pool.py": b"x" * 99})),
        "pool.py",
        "it is damaged or incomplete",
    ),
    "larger than it says": (
        lying_of_size(zipped({"pool.py": b"x" * 2**16}), b"\x10\0\0\0"),
        "pool.py",
        "it is damaged or incomplete",
    ),
    "an archive thrice": (
        zipped({"inner.zip": zipped({"inmost.zip": zipped(LESSON)})}),
        "inner.zip",
        "it is an archive in an archive in an archive: unpack it",
    ),
    "another kind inside": (
        zipped({"inner.7z": b"7z"}),
        "inner.7z",
        "this kind of archive is not supported: unpack it, or make it a .zip",
    ),
    "a broken one inside": (
        zipped({"inner.zip": b"PK"}),
        "inner.zip",
        "it is not a .zip archive, or other data comes before it",
    ),
}


@pytest.mark.parametrize("attack", SINGLE)
def test_a_harmful_entry_is_left_aside_and_needs_a_person(tmp_path, attack):
    content, name, reason = SINGLE[attack]
    mallory = taken(tmp_path, content)
    assert mallory.files == ()
    assert mallory.unfit.endswith(f"was ignored: {reason}")
    assert name.split("/")[-1] in mallory.unfit


def test_the_other_entries_are_taken_all_the_same(tmp_path):
    mallory = taken(tmp_path, entries(("../pool.py", b"evil"), ("pad.py", LESSON["pad.py"])))
    assert [file.content for file in mallory.files] == [LESSON["pad.py"]]
    assert mallory.notes == ("../pool.py was ignored: its path leads out of the archive",)


def test_nothing_is_written_where_a_name_leads(tmp_path):
    before = {path for path in tmp_path.parent.rglob("*") if "class" not in path.parts}
    taken(tmp_path / "class", entries(("../../pool.py", b""), ("/pool.py", b""), ("../alice/pad.py", b"")))
    assert {path for path in tmp_path.parent.rglob("*") if "class" not in path.parts} - before == set()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.py", "a�b.py"),
        ("-rf.py", "-rf.py"),
        ("a\u202eyp.py", "a�yp.py"),
        ("a\x1b[2J.py", "a�[2J.py"),
        ("a\u200bb.py", "a�b.py"),
        ("::error::.py", "::error::.py"),
        ("작업.py", "작업.py"),
    ],
)
def test_a_name_can_be_printed_and_the_file_is_taken(tmp_path, name, shown):
    assert [file.name for file in taken(tmp_path, entries((name, b""))).files] == [shown]


@pytest.mark.parametrize("store", ["folder", "archive"])
def test_students_whose_names_look_alike_stay_apart(tmp_path, store):
    class_ = {"class/ali\nce/pad.py": b"same", "class/ali\rce/pad.py": b"same"}
    laid(tmp_path, {"class.zip": zipped(class_)} if store == "archive" else class_)
    found = discover([tmp_path / ("class.zip" if store == "archive" else "class")], "cnn")
    assert [each.name for each in found] == ["ali�ce", "ali�ce (2)"]


def test_a_name_that_ends_early_ends_where_it_ends(tmp_path):
    content = entries(("padXpng.py", b"")).replace(b"padXpng.py", b"pad.py\0png")
    assert taken(tmp_path, content).files == ()


def test_names_that_are_not_said_to_be_utf8_are_read_as_what_they_are(tmp_path):
    def unflagged(raw):
        content = patched(entries(("x" * len(raw), b"")), b"x" * len(raw), 0, raw)
        return [file.name for file in taken(tmp_path, content).files]

    assert unflagged("작업.py".encode()) == ["작업.py"]
    assert unflagged("작업.py".encode("cp949")) == ["작업.py"]
    assert unflagged("Übung.py".encode("cp437")) == ["Übung.py"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_entries_with_one_name_the_last_is_taken_and_it_is_said(tmp_path):
    mallory = taken(tmp_path, entries(("pad.py", b"first"), ("pad.py", b"last")))
    assert [file.content for file in mallory.files] == [b"last"]
    assert mallory.notes == (
        "pad.py was ignored: the archive has two entries with this name, and the last one was used",
    )
    assert not mallory.unfit


# What comes out is counted


def test_a_lesson_that_is_too_large_is_left_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "MAX_FILE", 2**20)
    mallory = taken(tmp_path, zipped({"pool.py": bytes(2**20 + 1)}))
    assert mallory.unfit == "pool.py was ignored: it is larger than 1 MiB"


def test_what_comes_out_of_one_archive_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_OUT", 2**20)
    mallory = taken(tmp_path, zipped({f"{number}.py": bytes(2**18) for number in range(9)}))
    assert len(mallory.files) == 4
    assert mallory.unfit == "4.py was ignored: the archive unpacks to more than 1 MiB"


def test_an_archive_of_one_student_takes_nothing_from_the_others(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_INNER", 2**20)
    bomb = zipped({f"{number}.py": bytes(2**18) for number in range(9)})
    laid(tmp_path, {"class.zip": zipped({"a.zip": bomb, "b.zip": zipped(LESSON)})})
    students = {each.name: each for each in discover([tmp_path / "class.zip"], "cnn")}
    assert "the archive unpacks to more than 1 MiB" in students["a"].unfit
    assert (len(students["b"].files), students["b"].unfit) == (1, "")


def test_an_archive_of_too_many_entries_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_ENTRIES", 100)
    mallory = taken(tmp_path, zipped({f"{number}.txt": b"" for number in range(51)}))
    assert mallory.unfit == "mallory.zip was ignored: it has more than 100 entries"


def test_a_list_of_entries_without_end_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_READ", 2**16)
    mallory = taken(tmp_path, zipped({f"{'x' * 200}{number}": b"" for number in range(400)}))
    assert mallory.unfit == "mallory.zip was ignored: its list of entries is too long for an ordinary archive"


def test_an_archive_of_nothing_but_air_is_refused(tmp_path):
    air = zipped({"air.bin": bytes(2**24)})  # 1 : 1000
    mallory = taken(tmp_path, zipped({"inner.zip": zipped({"air.zip": air}) + bytes(2**24)}))
    assert mallory.unfit == "inner.zip was ignored: it is compressed too much to be an ordinary archive"


def test_what_is_no_lesson_is_never_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_OUT", 1000)
    mallory = taken(tmp_path, zipped({"data.h5": bytes(2**20), **LESSON}))
    assert ([file.name for file in mallory.files], mallory.notes) == (["pad.py"], ())


# The other kind


def linked(kind, target):
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w:gz") as archive:
        info = tarfile.TarInfo("pool.py")
        info.type, info.linkname = kind, target
        archive.addfile(info)
    return sink.getvalue()


TARS = {
    "symbolic link": (linked(tarfile.SYMTYPE, "/etc/passwd"), "it is not a regular file"),
    "hard link": (linked(tarfile.LNKTYPE, "../../alice/pad.py"), "it is not a regular file"),
    "device": (linked(tarfile.CHRTYPE, ""), "it is not a regular file"),
    "traversal": (tarred({"../pool.py": b""}), "its path leads out of the archive"),
    "absolute": (tarred({"/tmp/pool.py": b""}), "its path leads out of the archive"),  # noqa: S108
    "cut short": (tarred({"pool.py": bytes(range(256)) * 9})[:100], "it is damaged or incomplete"),
    "no archive": (gzip.compress(b"x" * 2000), "it is damaged or incomplete"),
}


@pytest.mark.parametrize("attack", TARS)
def test_a_tar_archive_is_no_safer(tmp_path, attack):
    content, reason = TARS[attack]
    mallory = taken(tmp_path, content, "mallory.tar.gz")
    assert mallory.files == ()
    assert mallory.unfit.endswith(reason)


def test_a_tar_archive_of_nothing_but_air_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_TAR", 2**20)
    mallory = taken(tmp_path, tarred({"air.bin": bytes(2**22), "pad.py": b""}), "mallory.tgz")
    assert mallory.unfit == "mallory.tgz was ignored: the archive unpacks to more than 1 MiB"


@pytest.mark.parametrize("name", ["hw.7z", "hw.rar", "hw.tar.xz"])
def test_an_archive_that_is_not_opened_needs_a_person_and_stops_nobody(tmp_path, name):
    mallory = taken(tmp_path, b"x", name)
    assert (
        mallory.unfit
        == f"{name} was ignored: this kind of archive is not supported: unpack it, or make it a .zip"
    )


def test_many_faults_are_counted_and_not_all_told(tmp_path):
    mallory = taken(tmp_path, zipped({f"../{number}.py": b"" for number in range(1000)}))
    assert len(mallory.notes) == 6
    assert mallory.notes[-1] == "995 more files were ignored"


def test_a_name_that_leads_out_costs_nothing_if_it_is_no_lessons(tmp_path):
    mallory = taken(tmp_path, entries(("../notes.txt", b""), ("pad.py", b"")))
    assert mallory.notes == ("../notes.txt was ignored: its path leads out of the archive",)
    assert not mallory.unfit


def test_many_pictures_are_no_reason_to_refuse_an_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_ENTRIES", 2000)
    pictures = {f"work/data/train/{number}.png": b"" for number in range(390)}
    mallory = taken(tmp_path, zipped(pictures | {"work/pad.py": b""}))
    assert ([file.name for file in mallory.files], mallory.unfit) == (["work/pad.py"], "")


def test_a_file_with_data_is_no_archive(tmp_path):
    laid(tmp_path, {"alice/pad.py": b"", "alice/train-images-idx3-ubyte.gz": b"", "alice/x.npz": b""})
    assert [each.notes for each in discover([tmp_path], "cnn")] == [()]


@pytest.mark.parametrize("name", ["class.zip", "class.tar.gz", "class.tar"])
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_wrong_with_an_archive_has_a_reason(name, data):
    make = zipped if name.endswith(".zip") else tarred
    content = bytearray(make({"a/pad.py": b"x" * 99, "b.zip": zipped(LESSON), "c.tar.gz": tarred(LESSON)}))
    if name.endswith(".tar"):
        content = bytearray(gzip.decompress(content))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.sampled_from([len(content), data.draw(st.integers(0, len(content)))])) :]
    with suppress(tree.Unfit):
        assert all(each.name.isprintable() for each in archives.unpacked(io.BytesIO(content), name, "here"))


def test_an_archive_leaves_no_descriptor_open(tmp_path):
    from support.processes import descriptors

    laid(tmp_path, {"class.zip": zipped({"a.zip": zipped(LESSON), "b.zip": b"PK\x03\x04"})})
    before = descriptors()
    assert len(take_in([tmp_path / "class.zip"], "cnn").submissions) == 2
    assert descriptors() == before


def headed(size, name="a/x.txt", kind=tarfile.GNU_FORMAT):
    """A header of a tar archive whose size may be negative: it then leads back."""
    head = bytearray(tarfile.TarInfo(name).tobuf(kind))
    head[124:136] = tarfile.itn(size, 12, kind)
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head)


def common(count):
    """What a tar archive says of all its entries: so many words."""
    words = b"".join(b"%d %04x=1\n" % (len(b"10 0000=1\n"), number) for number in range(count))
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XGLTYPE, len(words)
    return info.tobuf(tarfile.USTAR_FORMAT) + words + bytes(-len(words) % 512)


BOMBS = {
    "leads back": headed(0) + headed(1024) + bytes(1024) + headed(-2048) + bytes(1024),
    "says much of all": common(200) + headed(0) * 3 + bytes(1024),
    "says it at length": common(9000) + headed(0) * 3 + bytes(1024),
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("ending", ["tar", "tar.gz"])
def test_a_tar_archive_keeps_nobody_busy(tmp_path, bomb, ending, monkeypatch):
    monkeypatch.setattr(archives, "MAX_ENTRIES", 3000)  # what would end it, after hours
    content = gzip.compress(BOMBS[bomb]) if ending == "tar.gz" else BOMBS[bomb]
    mallory = taken(tmp_path, content, f"mallory.{ending}")
    assert mallory.files == ()
    assert mallory.unfit.endswith(("it is damaged or incomplete", "too long for an ordinary archive"))
