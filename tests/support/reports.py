"""A report of one submission, made of values."""

from grader.judging.grades import Diagnosis, ExerciseGrade, Feedback, Grade, Receipt, Report, Verdict
from support.toy import DOUBLE, SPLIT, TOTAL, TOY

RECEIPT = Receipt("0", "s" * 64, "3", "2", "d" * 64, "sealed")


def passed(exercise):
    return ExerciseGrade(exercise, tuple(Verdict(prop, "passed") for prop in exercise.properties))


def failed(exercise, feedback, diagnosis=None, *, status="failed"):
    verdicts = tuple(Verdict(prop, status, feedback) for prop in exercise.properties)
    return ExerciseGrade(exercise, verdicts, diagnosis)


def grade(*, name="alice", feedback=None, status="failed", diagnosis=None, notes=()):
    broken = failed(DOUBLE, feedback or Feedback("It differs."), diagnosis, status=status)
    exercises = (broken, passed(TOTAL), passed(SPLIT))
    return Grade.of(TOY, exercises, submission=name, digest="0" * 64, notes=notes)


def report(*grades):
    return Report(
        TOY, 0, grades or (grade(diagnosis=Diagnosis("squares", "Every number is squared.")),), RECEIPT
    )
