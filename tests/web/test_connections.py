"""Whoever holds a connection by doing nothing, or sends a head without end, is let go."""

from __future__ import annotations

import asyncio
from unittest.mock import Mock

import pytest
from uvicorn.config import Config
from uvicorn.server import ServerState

from bot.web import connections
from bot.web.connections import MOST_HEAD_BYTES, Connection


def connected() -> tuple[Connection, Mock]:
    config = Config(app=lambda: None, log_config=None)
    config.load()
    connection = Connection(config=config, server_state=ServerState(), app_state={})
    transport = Mock()
    transport.get_extra_info.return_value = None
    transport.is_closing.return_value = False
    connection.connection_made(transport)
    return connection, transport


async def test_a_head_that_does_not_end_in_time_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "RECEIVE_SECONDS", 0)
    connection, transport = connected()
    connection.data_received(b"POST /twilio/messages HTTP/1.1\r\nHost: x\r\n")
    await asyncio.sleep(0)  # one turn of the loop: the time is over at once
    await asyncio.sleep(0)
    assert transport.close.called


async def test_a_head_without_end_is_cut_off() -> None:
    connection, transport = connected()
    connection.data_received(b"GET / HTTP/1.1\r\n")
    for number in range(MOST_HEAD_BYTES // 1000 + 1):
        connection.data_received(b"X-%d: " % number + b"a" * 1000 + b"\r\n")
    assert transport.close.called


async def test_an_ordinary_request_is_not() -> None:
    connection, transport = connected()
    connection.data_received(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
    assert not transport.close.called
    connection.connection_lost(None)
