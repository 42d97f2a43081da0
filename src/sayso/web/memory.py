"""What is remembered of one commit of the archive: answers as they are sent, and records that several pages are made of."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from typing import TYPE_CHECKING, Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from sayso.web.desk import Desk

MOST_RECORDS = 512
"""Records that are remembered."""
MOST_BYTES = 64_000_000
"""Bytes of answers that are remembered as they are sent: about a thousand pages."""


class Memory:
    """Values by key, those used last: `most` of them at once, each weighed by what `weigh` makes of it."""

    def __init__(self, most: int, weigh: Callable[[Any], int] = lambda value: 1) -> None:
        self.most = most
        self.weight = 0
        self._weigh = weigh
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> tuple[Any] | None:
        """The value alone in a tuple, `None` where there is none: a value may be `None` itself."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return (self._held[key],)

    def put(self, key: Hashable, value: Any) -> None:
        """Remember it; what has not been used for longest gives way. What is heavier than everything may be is not taken."""
        weight = self._weigh(value)
        if weight > self.most:
            return
        with self._lock:
            if key in self._held:
                self.weight -= self._weigh(self._held.pop(key))
            self._held[key] = value
            self.weight += weight
            while self.weight > self.most:
                self.weight -= self._weigh(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self.weight = 0


class Steady(APIRoute):
    """A route whose answer hangs on its address and the archive's commit alone: it is made once for a commit, and then sent as
    it is. What is not there in full yet is `passing`, and made anew each time."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        make = super().get_route_handler()

        async def handle(request: Request) -> Response:
            desk: Desk = request.app.state.desk
            key = desk.look(), request.url.path, request.url.query
            if (held := desk.sent.get(key)) is not None:
                body, kind = held[0]
                return Response(body, headers={"content-type": kind})
            made = await make(request)
            if made.status_code == 200 and not getattr(request.state, "passing", False):
                desk.sent.put(key, (bytes(made.body), made.headers["content-type"]))
            return made

        return handle


def passing(request: Request) -> None:
    """The answer to this request leaves out what is not known yet: it is not to be remembered."""
    request.state.passing = True
