"""What a submission's files hold, as a worker reads them before anything of them runs."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grader.errors import WireError
from grader.run.replies import ask, heard
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.discover.submission import Submission
    from grader.sandbox import Lender, Limits

__all__ = ["Finding", "Reading", "read"]

PATIENCE = 6  # times the limits of a call: a large notebook is no fault of anybody


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader of the files says of one function.

    Attributes:
        status: found, missing, broken, or unclear: a person has to decide.
        where: file, cell and line of its definition.
        message: what is wrong, for broken and unclear, and for missing as far as there is more to say.
        notes: what the student should know although it is found.
        unfinished: where it is visibly still empty, as a sentence; it matters only if the function is wrong.
        is_stub: whether it was found as it was handed out.
        slice: the statements to execute, opaque to the parent.
        with_state: likewise, with the notebook state that the function reads; empty if it reads none.
    """

    status: str
    where: str = ""
    message: str = ""
    notes: tuple[str, ...] = ()
    unfinished: str = ""
    is_stub: bool = False
    slice: Any = ()
    with_state: Any = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader of a submission's files found; nothing of them has run."""

    functions: dict[str, Finding]
    troubles: tuple[str, ...] = ()


def read(submission: Submission, wanted: Sequence[str], warm: Lender, limits: Limits) -> Reading:
    """Have a worker read and slice the files of a submission.

    Raises:
        CallError: it did not finish, or crashed, though nothing of the student's has run.
        WireError: it said something that is no survey.
    """
    files = [[file.name, file.content] for file in submission.files]
    patient = dataclasses.replace(
        limits, cpu_seconds=PATIENCE * limits.cpu_seconds, wall_seconds=PATIENCE * limits.wall_seconds
    )
    with warm.worker(patient) as worker:
        try:
            survey = ask(worker, {"op": "read", "files": files, "wanted": list(wanted)})
        except wire.Garbled as error:
            raise WireError("they are too large together.") from error
        return _reading(survey, wanted)


def _reading(survey: Any, wanted: Sequence[str]) -> Reading:
    try:
        troubles = tuple(heard(trouble) for trouble in survey["troubles"])
        functions = {}
        for name in wanted:
            entry = survey["functions"][name]
            functions[name] = Finding(
                status=str(entry["status"]),
                where=heard(entry["where"]),
                message=heard(entry["message"]),
                notes=tuple(heard(note) for note in entry["notes"]),
                unfinished=heard(entry["unfinished"]),
                is_stub=bool(entry["is_stub"]),
                slice=entry["slice"],
                with_state=entry["with_state"],
            )
    except (LookupError, TypeError) as error:
        raise WireError("the survey is incomplete") from error
    return Reading(functions, troubles)
