"""How well workers are confined, here and in systems that allow less; and that it is found by trying."""

import pytest
from support.processes import ask, body
from support.restricted import RestrictedWarm

from grader.errors import Forbidden, Raised
from grader.levels import PROBES
from grader.sandbox import Limits, WarmProcess, WarmProcesses
from grader.sandbox.confinement import EVERYTHING, confinement, tried
from grader.worker import probes

SYSTEMS = {
    "no namespaces": "sealed",
    "docker": "sealed",
    "no landlock": "sealed without Landlock",
    "neither": "sealed without Landlock",
    "no seccomp": "weak",
    "nothing": "process only",
}


@pytest.fixture(scope="module", params=SYSTEMS)
def system(request):
    with RestrictedWarm(request.param) as warm:
        yield request.param, warm


def test_this_system_is_sealed(warm, limits):
    found = confinement(warm, limits)
    assert (found.level, found.through, found.missing("sealed")) == ("sealed", [], [])


def test_a_system_that_allows_less_has_the_level_that_it_has(system, limits):
    name, warm = system
    assert confinement(warm, limits).level == SYSTEMS[name]


def test_without_any_wall_every_kind_of_probe_gets_through():
    with RestrictedWarm("nothing") as warm:
        through = confinement(warm, Limits(processes=200)).through  # an ordinary user's forks are counted
    assert {"read_file", "connect_tcp", "signal_grader", "fork", "execute", "map_executable"} <= set(through)


def test_either_wall_alone_keeps_files_closed(warm, limits):
    for layer in ("landlock", "seccomp"):
        stopped = tried(warm, limits, [layer])
        assert all(stopped[name] for name in ("read_file", "list_folder", "write_file")), layer


def test_where_a_wall_cannot_be_closed_there_is_no_worker(limits):
    with RestrictedWarm("broken landlock") as warm, pytest.raises(RuntimeError, match="not permitted"):
        ask(body("return 1"), warm, limits)


def test_a_warm_process_that_locks_otherwise_than_the_first_is_a_fault_of_ours(limits):
    with WarmProcess(["a wall that is not there"]) as warm, pytest.raises(RuntimeError, match="has changed"):
        ask(body("return 1"), warm, limits)


def test_all_warm_processes_of_a_run_lock_alike(limits):
    with WarmProcesses() as warm:
        found = warm.confinement(limits)
        assert warm.mine.layers == found.layers
        assert ask(body("return 1"), warm, limits) == 1


def test_the_probes_are_those_that_the_levels_speak_of():
    assert set(probes.PROBES) == set(PROBES)


def test_a_probing_worker_never_loads_a_function(warm, limits):
    from grader.worker import wire

    with warm.worker(limits, EVERYTHING) as worker:
        load = {"op": "load", "slice": [], "function": "f", "max_body": 0}
        assert worker.exchange(wire.encode(load)) == {"value": None}


HARMLESS = {
    "a traceback with its line": (
        "import traceback\n    try: 1 / 0\n    except Exception: return '1 / 0' in traceback.format_exc()",
        True,
    ),
    "a warning": ("import warnings\n    warnings.warn('careful')\n    return 1", 1),
    "sleeping": ("import time\n    time.sleep(0.001)\n    return 1", 1),
    "much memory": ("import numpy as np\n    return float(np.ones((2000, 1000)).sum())", 2e6),
    "products by BLAS": (
        "import numpy as np\n    return float((np.ones((300, 300)) @ np.ones((300, 300)))[0, 0])",
        300.0,
    ),
    "linear algebra": ("import numpy as np\n    return float(np.linalg.inv(2 * np.eye(3))[0, 0])", 0.5),
    "FFT": ("import numpy as np\n    return float(np.fft.fft(np.ones(4)).real[0])", 4.0),
    "random numbers": ("import numpy as np\n    return np.random.default_rng().random() < 1", True),
    "random bytes": ("import os, uuid\n    return len(os.urandom(8)) + len(uuid.uuid4().bytes)", 24),
    "printing arrays": ("import numpy as np\n    print(np.ones(2000)); return 1", 1),
    "dates": (
        "import datetime, time\n    return datetime.datetime.now().year > 2000 and time.strftime('%Y') > '2'",
        True,
    ),
    "decimals": (
        "import decimal, fractions as f\n    return float(decimal.Decimal('0.5')) + float(f.Fraction(1, 2))",
        1.0,
    ),
    "hashes": ("import hashlib\n    return hashlib.sha256(b'x').hexdigest()[:4]", "2d71"),
    "whether a file is there": ("import os\n    return os.path.exists('x')", False),
    "a codec of Korea": ("return '가'.encode('cp949').decode('cp949')", "가"),
    "aborting a deep recursion": ("\n    try: return f()\n    except RecursionError: return 1", 1),
}


@pytest.mark.parametrize(("lines", "answer"), HARMLESS.values(), ids=HARMLESS)
def test_what_honest_code_does_still_works(warm, limits, lines, answer):
    assert ask(f"def f():\n    {lines}\n", warm, limits) == answer


REFUSED = {
    "reading": "open('/etc/hostname').read()",
    "writing": "open('x', 'w')",
    "listing": "os.listdir('.')",
    "asking for a file": "os.stat('/')",
    "starting a process": "os.fork()",
    "executing a program": "os.execv('/bin/true', ['true'])",
    "signalling": "os.kill(os.getppid(), 0)",
    "connecting": "__import__('socket').socket()",
    "changing the directory": "os.chdir('/')",
    "a session of its own": "os.setsid()",
    "a pipe": "os.pipe()",
}


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
def test_what_needs_the_system_is_forbidden_in_one_line(warm, limits, line):
    with pytest.raises(Forbidden, match=r"It opens|It tries"):
        ask(body(line), warm, limits)


def test_a_thread_cannot_be_started(warm, limits):
    with pytest.raises(Raised, match="can't start new thread"):
        ask(body("import _thread", "_thread.start_new_thread(print, ())"), warm, limits)


def test_limits_cannot_be_raised(warm, limits):
    with pytest.raises((Forbidden, Raised)):
        ask(body("import resource", "resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))"), warm, Limits())
