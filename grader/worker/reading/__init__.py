"""Files to slices: what a function needs of what a student wrote. Runs before any of it is executed.

bytes ── cells, repairs ──▶ Cell* ── submission ──▶ Statement* ── demonstrations ──▶ which only show
      ── slices ──▶ what a function needs ── order, conflicts, entries ──▶ what the loader executes

``slicing.survey`` is the entry point. Only the standard library is imported here.
"""
