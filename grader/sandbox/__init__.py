"""Starting and confining a worker.

``WarmProcesses`` lends workers; ``Limits`` says what each may use. The workers lock themselves, see
``worker/seal``; how well that holds on this system is a ``Confinement``, found by trying.
"""

from grader.sandbox.confinement import Confinement
from grader.sandbox.limits import Limits
from grader.sandbox.parent import hide
from grader.sandbox.threads import Lender, WarmProcesses
from grader.sandbox.warm import WarmProcess, Worker

__all__ = ["Confinement", "Lender", "Limits", "WarmProcess", "WarmProcesses", "Worker", "hide"]
