"""The warm process's side of the socket: a parent that is killed in the middle of an order is gone."""

import json
import socket

import pytest

from grader.worker.warm import receive
from grader.worker.wire import ORDER

ORDER_OF = json.dumps({"op": "end", "pid": 1}).encode()
WHOLE = ORDER.pack(len(ORDER_OF)) + ORDER_OF


@pytest.fixture
def ends():
    parent, warm = socket.socketpair()
    with parent, warm:
        yield parent, warm


def test_an_order_is_read_whole(ends):
    parent, warm = ends
    parent.sendall(WHOLE * 2)
    assert receive(warm)[0] == receive(warm)[0] == {"op": "end", "pid": 1}


@pytest.mark.parametrize("sent", range(len(WHOLE)))
def test_a_parent_that_is_gone_after_so_many_bytes_ends_the_orders(ends, sent):
    parent, warm = ends
    parent.sendall(WHOLE[:sent])
    parent.close()
    assert receive(warm) == ({}, [])
