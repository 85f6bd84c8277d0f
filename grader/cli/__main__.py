"""``python -m grader.cli PATH...`` is ``grade PATH...``."""

from grader.cli.grade import main

main()
