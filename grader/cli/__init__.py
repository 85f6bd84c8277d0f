"""The two commands: ``grade`` for students and CI, ``grader`` for authors and instructors.

Everything that prints, reads options or exits is here; heavy modules are imported where a
command needs them, so that ``--help`` and a usage error are quick.
"""
