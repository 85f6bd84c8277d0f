"""Starting and confining a worker.

``WarmProcesses`` lends workers; ``Limits`` says what each may use. What confines a worker further on
each platform belongs in this folder too, behind the same two names.
"""

from grader.sandbox.limits import Limits
from grader.sandbox.threads import Lender, WarmProcesses
from grader.sandbox.warm import WarmProcess, Worker

__all__ = ["Lender", "Limits", "WarmProcess", "WarmProcesses", "Worker"]
