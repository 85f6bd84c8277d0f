"""Starting and confining a worker.

``WarmProcess`` lends workers; ``Limits`` says what each may use. What confines a worker further on
each platform belongs in this folder too, behind the same two names.
"""

from grader.sandbox.limits import Limits
from grader.sandbox.warm import WarmProcess, Worker

__all__ = ["Limits", "WarmProcess", "Worker"]
