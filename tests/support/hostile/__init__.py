"""Submissions that attack, and how to see that none of them gets anywhere.

``attacks`` reads them, ``baits`` lays out what they try to take, ``leftovers`` looks for what they leave
behind, ``outputs`` for what they smuggle into a report, ``examination`` grades them all and says what is
wrong. ``python -m support.hostile`` does that without pytest, so that it can also be done in a process that
is forbidden this or that.
"""

from support.hostile.attacks import ATTACKS, Attack
from support.hostile.examination import WHOLE, Outcome, run_all

__all__ = ["ATTACKS", "WHOLE", "Attack", "Outcome", "run_all"]
