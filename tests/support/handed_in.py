"""What a class hands in, in the shapes in which people and learning platforms hand it on.

A student is a dict of files, name to bytes; a class is a dict of students. A tree is a dict of paths to
bytes: ``laid`` puts it on a disk, ``zipped`` and ``tarred`` in an archive.
"""

import io
import json
import tarfile
import zipfile

IDS = {"alice": "4711", "bob": "4712", "carol": "4713"}
FULL = {"alice": "Alice Adams", "bob": "Bob Brown", "carol": "Carol Clark"}
SORTED = {"alice": "adamsalice", "bob": "brownbob", "carol": "clarkcarol"}


def laid(root, tree):
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def zipped(tree):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tree.items():
            archive.writestr(name, content)
    return sink.getvalue()


def tarred(tree):
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w:gz") as archive:
        for name, content in tree.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return sink.getvalue()


def below(folder, tree):
    return {f"{folder}/{name}": content for name, content in tree.items()}


def folders(students):
    return {f"{who}/{name}": content for who, files in students.items() for name, content in files.items()}


def zips(students):
    return {f"{who}.zip": zipped(files) for who, files in students.items()}


def canvas(students):
    """One flat folder; Canvas numbers every file."""
    tree, number = {}, 90210
    for who, files in students.items():
        for name, content in files.items():
            number += 1
            late = "_LATE" if who == "bob" else ""
            tree[f"{SORTED[who]}{late}_{IDS[who]}_{number}_{name}"] = content
    return tree


def canvas_of_zips(students):
    return canvas({who: {"my_home_work.zip": zipped(files)} for who, files in students.items()})


def moodle(students):
    return {
        f"{FULL[who]}_{IDS[who]}_assignsubmission_file_/{name}": content
        for who, files in students.items()
        for name, content in files.items()
    }


def moodle_flat(students):
    return {
        f"{FULL[who]}_{IDS[who]}_assignsubmission_file_{name}": content
        for who, files in students.items()
        for name, content in files.items()
    }


def moodle_blind(students):
    return {
        name.replace(FULL[who], "Participant"): content
        for who in students
        for name, content in moodle({who: students[who]}).items()
    }


def gradescope(students):
    """An export with its metadata, as Gradescope writes it."""
    metadata, tree = "---\n", {}
    for number, (who, files) in enumerate(students.items()):
        folder = f"submission_{1000 + number}"
        metadata += (
            f"{folder}:\n  :submitters:\n  - :name: {FULL[who]}\n    :sid: '{IDS[who]}'\n"
            f"    :email: {who}@example.org\n  :created_at: 2026-03-02 02:52:07.938335000 Z\n  :score: 0.0\n"
            "  :status: processed\n  :results:\n    score: 0.0\n    tests: []\n"
            "    output: |-\n      submission_1:\n        :submitters:\n        - :name: Mallory\n"
            "  :history:\n  - :submitters: []\n    :created_at: 2026-03-01 07:30:05 Z\n    :id: 217383000\n"
        )
        tree |= below(folder, files)
    return below("assignment_77_export", {"submission_metadata.yml": metadata.encode(), **tree})


def nbgrader(students):
    tree = {
        f"submitted/{who}/ps1/{name}": content
        for who, files in students.items()
        for name, content in files.items()
    }
    stamps = {f"submitted/{who}/ps1/timestamp.txt": b"2026-03-02 02:52:07 UTC\n" for who in students}
    return tree | stamps | {"source/ps1/ps1.ipynb": b"{}", "gradebook.db": b""}


def repositories(students):
    tree = {
        f"hw-{who}/work/{name}": content for who, files in students.items() for name, content in files.items()
    }
    return tree | {f"hw-{who}/.git/HEAD": b"ref: refs/heads/main\n" for who in students}


def script(text):
    return text.encode()


def notebook(text):
    """A notebook of today, format 4."""
    cells = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None}
        for cell in _cells(text)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def old_notebook(text):
    """A notebook as IPython 2 wrote it, format 3."""
    cells = [
        {
            "cell_type": "code",
            "input": cell.splitlines(keepends=True),
            "language": "python",
            "outputs": [],
            "collapsed": False,
            "metadata": {},
        }
        for cell in _cells(text)
    ]
    worksheets = [{"cells": cells, "metadata": {}}]
    return json.dumps(
        {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": worksheets}
    ).encode()


def _cells(text):
    """The code cells of a percent script."""
    parts = text.split("\n# %%")
    return [part.split("\n", 1)[-1] for part in parts if not part.startswith(" [markdown]")]
