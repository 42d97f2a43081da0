"""The options of `sayso serve`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.cli.arguments import Parser


def serve_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Add the verb `serve`."""
    from sayso.cli.arguments import debugged, verb

    parser = verb(verbs, "serve", "show an archive, or the reading of a page, in a browser on this machine")
    parser.set_defaults(run=_serve)
    parser.add_argument("inputs", metavar="ARCHIVE|PAGE", nargs="+", help="an archive, a page or text to read, or both")
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="port (8765); 0 takes any that is free")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="address to listen at (127.0.0.1, this machine alone); any other demands a token of who asks",
    )
    parser.add_argument(
        "--token", metavar="WORDS", help="the token that another address demands (made up at the start)"
    )
    parser.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a host name under which the pages are opened too"
    )
    parser.add_argument(
        "--allow-url", action="store_true", help="let readers name an address that the server then fetches"
    )
    parser.add_argument(
        "--allow-keep", action="store_true", help="let readers put a text that they pasted into the archive"
    )
    debugged(parser)


def _serve(options: argparse.Namespace) -> int:
    from sayso.cli.serve import serve

    return serve(options)
