"""The socket that `sayso serve` listens on."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from sayso.cli.serve import _listening


def test_answers_are_sent_at_once() -> None:
    """An answer in two parts would else wait for the reader's machine to confirm the first, 40 milliseconds."""

    async def accepted() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            told.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = _listening("127.0.0.1", 0)
        async with await asyncio.start_server(connected, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            try:
                return await told
            finally:
                writer.close()

    with ThreadPoolExecutor(1) as thread:  # a loop of its own, also where another test's browser runs one
        assert thread.submit(lambda: asyncio.run(accepted())).result() != 0
