"""`sayso serve`: an archive or readings as pages in a browser."""

from __future__ import annotations

import argparse
import secrets
import socket
import sys
from dataclasses import replace
from pathlib import Path

from sayso import api
from sayso.errors import UsageError

KEEP_ALIVE = 75
"""Seconds for which a connection is held that nothing comes on: longer than readers hold theirs, who else ask on one that is just
being closed, and get an error."""

SWITCH = 0.001
"""Seconds after which a thread that works on a page lets the others go on: short answers wait less behind long ones."""


def serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C; returns 0."""
    import uvicorn

    from sayso.web import ServeSettings, create_app

    archives = [Path(each) for each in options.inputs if api.is_archive(each)]
    if len(archives) > 1:
        raise UsageError("One server serves one archive; start another server, with another --port, for the other.")
    readings = tuple(api.read(each) for each in options.inputs if not api.is_archive(each))
    settings = ServeSettings(
        archive=archives[0] if archives else None,
        readings=readings,
        host=options.host,
        port=options.port,
        names=tuple(options.name),
        allow_url=options.allow_url,
        allow_keep=options.allow_keep,
    )
    if options.token or not settings.is_local:
        settings = replace(settings, token=options.token or secrets.token_urlsafe(18))
    app = create_app(settings)
    listening = _listening(settings.host, settings.port)
    port = listening.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{port}/" + (f"?token={settings.token}" if settings.token else "")
    print(f"Sayso serves {', '.join(options.inputs)} at {address} (Ctrl-C ends it)", file=sys.stderr, flush=True)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=KEEP_ALIVE,
    )
    sys.setswitchinterval(SWITCH)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address, so that the port is known before anything is served."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends at once only on sockets that name it: else an answer in two parts waits 40 ms
    # for the reader's machine to confirm the first.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise UsageError(f"{host} port {port} cannot be served ({error.strerror}); name another with --port.") from None
    return made
