"""One worker's pipes, with the test at the worker's end."""

import os
import secrets
import threading
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from grader.errors import Crashed, TimedOut, WireError
from grader.sandbox import Limits
from grader.sandbox import channel as channels
from grader.sandbox.channel import Channel, Used, cpu_seconds, queued_seconds
from grader.worker import wire

ASKED = wire.encode("?")
NUMBER = 12345


def frame(value):
    """A reply to the request."""
    return wire.encode(value).frame(NUMBER)


def head(tree, body):
    return wire.HEAD.pack(wire.MAGIC, NUMBER, tree, body)


@pytest.fixture(autouse=True)
def _known_number(monkeypatch):
    """Let the test know the number of the request, which no worker can know before it arrives."""
    monkeypatch.setattr(secrets, "randbits", lambda bits: NUMBER)


class Ends:
    """A channel and the three ends that a worker would hold."""

    def __init__(self, **limits):
        self.requests, mine_requests = os.pipe()
        mine_replies, self.replies = os.pipe()
        mine_output, self.output = os.pipe()
        self.channel = Channel(os.getpid(), mine_requests, mine_replies, mine_output, Limits(**limits))

        self.worker = None

    def close(self):
        self.channel.close()
        if self.worker is not None:
            self.worker.join()  # before its descriptors become another's
        for descriptor in (self.requests, self.replies, self.output):
            with suppress(OSError):
                os.close(descriptor)


@pytest.fixture
def connect():
    made = []

    def make(**limits):
        made.append(Ends(**limits))
        return made[-1]

    yield make
    for ends in made:
        ends.close()


def test_the_value_of_the_reply_is_returned(connect):
    ends = connect()
    os.write(ends.replies, frame({"id": 1, "value": np.ones(2)}))
    assert ends.channel.exchange(ASKED)["value"].tolist() == [1.0, 1.0]


def test_the_request_arrives_as_it_was_sent(connect):
    ends = connect()
    os.write(ends.replies, frame(1))
    ends.channel.exchange(ASKED)
    assert os.read(ends.requests, 100) == ASKED.frame(NUMBER)


def test_a_request_larger_than_the_pipe_arrives_whole(connect):
    ends = connect()
    request = wire.encode(bytes(range(256)) * 4096)
    wanted = request.frame(NUMBER)
    arrived = bytearray()

    def worker():
        while len(arrived) < len(wanted):
            arrived.extend(os.read(ends.requests, 2**16))
        os.write(ends.replies, frame("thanks"))

    thread = threading.Thread(target=worker)
    thread.start()
    assert ends.channel.exchange(request) == "thanks"
    thread.join()
    assert arrived == wanted


def test_a_reply_larger_than_the_pipe_arrives_whole(connect):
    ends = connect()
    array = np.arange(2**18, dtype=float)

    def worker():
        with open(ends.replies, "wb", closefd=False) as sink:
            sink.write(frame(array))

    thread = threading.Thread(target=worker)
    thread.start()
    assert np.array_equal(ends.channel.exchange(ASKED), array)
    thread.join()


def test_a_reply_may_come_byte_by_byte(connect):
    ends = connect()

    def worker():
        for byte in frame([1, 2]):
            os.write(ends.replies, bytes([byte]))

    thread = threading.Thread(target=worker)
    thread.start()
    assert ends.channel.exchange(ASKED) == [1, 2]
    thread.join()


@pytest.mark.parametrize(
    "said",
    [
        b"x" * 100,
        wire.encode(1).frame(NUMBER + 1),
        frame(1) + b"x",
        frame(1) * 2,
        head(2**31, 0),
        head(2, 2**40) + b"{}",
        head(2, 0) + b"{}",
        head(1, 16) + b"1" + bytes(16),
    ],
    ids=[
        "no frame",
        "another number",
        "a byte more",
        "two frames",
        "huge tree",
        "huge body",
        "no value",
        "body unspoken of",
    ],
)
def test_what_is_no_single_reply_is_a_wire_error(connect, said):
    ends = connect()
    os.write(ends.replies, said)
    with pytest.raises(WireError):
        ends.channel.exchange(ASKED)


def test_a_reply_beyond_the_limit_is_refused_by_its_head_alone(connect):
    ends = connect(reply_bytes=1000)
    os.write(ends.replies, frame(np.ones(126))[: wire.HEAD.size])
    with pytest.raises(WireError):
        ends.channel.exchange(ASKED)


def test_a_worker_that_closed_its_replies_has_crashed(connect):
    ends = connect()
    os.close(ends.replies)
    with pytest.raises(Crashed):
        ends.channel.exchange(ASKED)


def test_a_worker_that_stopped_in_the_middle_of_a_reply_has_crashed(connect):
    ends = connect()
    os.write(ends.replies, frame(1)[:-1])
    os.close(ends.replies)
    with pytest.raises(Crashed):
        ends.channel.exchange(ASKED)


def test_a_worker_that_reads_no_requests_has_crashed(connect):
    ends = connect()
    os.close(ends.requests)
    with pytest.raises(Crashed):
        ends.channel.exchange(ASKED)


def test_a_worker_that_says_nothing_is_timed_out_by_the_wall_clock(connect):
    with pytest.raises(TimedOut, match=r"One call took more than 0\.01 seconds\."):
        connect(wall_seconds=0.01).channel.exchange(ASKED)


def test_a_process_that_uses_its_cpu_seconds_is_timed_out_by_them(connect):
    ends = connect(cpu_seconds=-1.0)  # this very process is the one whose clock is read
    with pytest.raises(TimedOut, match="seconds of CPU time"):
        ends.channel.exchange(ASKED)


def test_what_is_printed_is_kept(connect):
    ends = connect()
    os.write(ends.output, b"hello")
    os.write(ends.replies, frame(1))
    ends.channel.exchange(ASKED)
    assert ends.channel.printed == b"hello"


def test_what_is_printed_beyond_the_limit_is_thrown_away(connect):
    ends = connect(output_bytes=4)
    for _ in range(2):
        os.write(ends.output, b"hello")
        os.write(ends.replies, frame(1))
        ends.channel.exchange(ASKED)
    assert ends.channel.printed == b"hell"


def test_what_is_printed_last_is_kept():
    ends = Ends()
    os.write(ends.output, b"last words")
    ends.close()
    assert ends.channel.printed == b"last words"


def test_printing_more_than_the_pipe_holds_does_not_block_the_reply(connect):
    ends = connect(output_bytes=10)

    def worker():
        for _ in range(16):
            os.write(ends.output, bytes(2**16))
        os.write(ends.replies, frame("done"))

    thread = threading.Thread(target=worker)
    thread.start()
    assert ends.channel.exchange(ASKED) == "done"
    thread.join()


def test_a_worker_that_closed_its_output_can_still_answer(connect):
    ends = connect()
    os.close(ends.output)
    for number in (1, 2):
        os.write(ends.replies, frame(number))
        assert ends.channel.exchange(ASKED) == number


def descriptors():
    return {path.name for path in Path("/dev/fd").iterdir()}


def test_closing_gives_every_descriptor_back():
    before = descriptors()
    Ends().close()
    assert descriptors() == before


def test_the_cpu_clock_of_a_process_that_is_gone_stands_still():
    assert cpu_seconds(2**22 + 1) == queued_seconds(2**22 + 1) == 0.0


@pytest.mark.parametrize(("queued", "counted"), [(0.0, 30.0), (25.0, 5.0), (-7.0, 30.0)])
def test_seconds_in_which_a_process_waits_for_a_processor_are_not_its_own(monkeypatch, queued, counted):
    hands = {"wall": 100.0, "queued": 7.0}
    monkeypatch.setattr(channels.time, "monotonic", lambda: hands["wall"])
    monkeypatch.setattr(channels, "queued_seconds", lambda pid: hands["queued"])
    used = Used(1)
    hands["wall"] += 30.0
    hands["queued"] += queued  # a process that is gone has none
    assert used.wall == counted


def test_a_slow_call_on_a_busy_machine_is_not_timed_out(connect, monkeypatch):
    waits = iter(range(10**6))
    monkeypatch.setattr(channels, "queued_seconds", lambda pid: next(waits))
    ends = connect(wall_seconds=0.01)
    threading.Timer(0.2, lambda: os.write(ends.replies, frame(1))).start()
    assert ends.channel.exchange(ASKED) == 1


def answering(ends, *frames, answer=lambda question: wire.encode({"value": question["args"]})):
    """What comes of a request while a worker says these frames, each after it has read what it was sent."""

    def worker():
        with suppress(OSError, wire.Garbled):  # the end of the test ends it
            for said in frames:
                head = os.read(ends.requests, wire.HEAD.size)
                _, tree, body = wire.read_head(head)
                os.read(ends.requests, tree + body)
                os.write(ends.replies, said)

    ends.worker = threading.Thread(target=worker)
    ends.worker.start()
    return ends.channel.exchange(ASKED, answer)


def question(name="part", *args):
    return frame({"ask": name, "args": list(args), "kwargs": {}})


def test_what_the_worker_asks_is_answered_before_it_replies(connect):
    heard = []

    def answer(asked):
        heard.append(asked)
        return wire.encode({"value": 7})

    said = (question("part", 1), question("part", 2), frame({"value": 3}))
    assert answering(connect(), *said, answer=answer) == {"value": 3}
    assert heard == [{"ask": "part", "args": [n], "kwargs": {}} for n in (1, 2)]


def test_an_answer_larger_than_the_pipe_arrives_whole(connect):
    ends, size = connect(), []

    def worker():
        with open(ends.requests, "rb", closefd=False) as source:
            for said in (question(), frame("thanks")):
                _, tree, body = wire.read_head(source.read(wire.HEAD.size))
                size.append(len(source.read(tree + body)))
                os.write(ends.replies, said)

    thread = threading.Thread(target=worker)
    thread.start()
    assert ends.channel.exchange(ASKED, lambda asked: wire.encode(np.zeros(2**18))) == "thanks"
    thread.join()
    assert size[1] > 2**21


def test_a_worker_that_asks_without_end_is_stopped(connect):
    with pytest.raises(TimedOut, match=r"One call used the course's functions more than 3 times\."):
        answering(connect(asks=3), *[question()] * 10)


def test_a_worker_that_asks_slowly_meets_the_clock_of_the_call(connect):
    with pytest.raises(TimedOut, match=r"One call took more than 0 seconds\."):
        answering(connect(wall_seconds=0.0), *[question()] * 10)


def test_a_worker_that_asks_and_does_not_listen_is_timed_out(connect):
    ends = connect(wall_seconds=0.05)
    os.write(ends.replies, question())
    with pytest.raises(TimedOut):
        ends.channel.exchange(ASKED, lambda asked: wire.encode(np.zeros(2**18)))


@pytest.mark.parametrize(
    "said",
    [
        question() * 2,
        question() + frame({"value": 1}),
        wire.encode({"ask": "part"}).frame(NUMBER + 1),
        question()[:-4] + b"oops",
    ],
    ids=["two questions", "a question and a reply", "another number", "garbage"],
)
def test_what_is_no_single_question_is_a_wire_error(connect, said):
    with pytest.raises(WireError):
        answering(connect(), said)


def test_a_question_after_the_reply_is_a_wire_error(connect):
    with pytest.raises(WireError):
        answering(connect(), frame({"value": 1}) + question())


def test_a_question_in_the_midst_of_the_request_is_a_wire_error(connect):
    ends = connect()
    os.write(ends.replies, question())
    with pytest.raises(WireError, match="a reply to what was not read"):
        ends.channel.exchange(wire.encode(np.zeros(2**18)), lambda asked: ASKED)


def test_a_question_larger_than_a_reply_may_be_is_refused_by_its_head_alone(connect):
    ends = connect(reply_bytes=1000)
    os.write(ends.replies, question("part", np.ones(126))[: wire.HEAD.size])
    with pytest.raises(WireError):
        ends.channel.exchange(ASKED, lambda asked: ASKED)


def test_where_nobody_answers_a_question_is_only_a_reply(connect):
    ends = connect()
    os.write(ends.replies, question())
    assert ends.channel.exchange(ASKED)["ask"] == "part"
