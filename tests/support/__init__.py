"""What several tests share: a toy course, and builders of small students, findings and reports.

Nothing here imports Hypothesis: one of the tests shows that a passing grade does not need it.
"""
