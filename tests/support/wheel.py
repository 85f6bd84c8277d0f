"""An environment in which nothing of ours is installed but the wheel."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

OURS = ("COLUMNS", "GRADER_", "PYTHON")  # what a user's environment does not set


class Environment:
    """A virtual environment; shell commands run in it as a user's would."""

    def __init__(self, folder):
        self._bin = folder / "bin"
        self._pip = [sys.executable, "-m", "pip", "--python", str(self._bin / "python"), "--quiet"]
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        site = self.run(
            "python -c 'import sysconfig; print(sysconfig.get_path(\"purelib\"))'", folder
        ).strip()
        # What we depend on, without this checkout, which a .pth file beside it names: that one is not read.
        Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")

    def install(self, *arguments):
        subprocess.run([*self._pip, "install", "--no-index", "--no-deps", *arguments], check=True)

    def run(self, command, folder, *, status=0):
        """Run a shell command in a folder; return what it printed to stdout, once its status is as wanted."""
        keep = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        path = f"{self._bin}{os.pathsep}{os.environ['PATH']}"
        # pip builds with what is installed here: tests do without the network.
        env = {**keep, "PATH": path, "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
        found = subprocess.run(
            ["bash", "-euc", command], cwd=folder, env=env, capture_output=True, text=True, check=False
        )
        assert found.returncode == status, found.stdout + found.stderr
        return found.stdout
