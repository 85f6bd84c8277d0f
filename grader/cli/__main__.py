"""``python -m grader.cli PATH...`` is ``grade PATH...``."""

import sys

if not sys.flags.safe_path:
    sys.path.pop(0)  # Python puts the working folder here, and nothing that lies in it is to be trusted

from grader.cli.grade import main

main()
