"""A page that holds all it needs: its style and its script stand in it, by hash, and it may fetch nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from sayso.export.markup import Child, Html, tag


def document(title: str, body: Child, style: str, script: str = "", language: str = "en") -> str:
    """The whole page as a string; needs no network, no other file, and works without scripts.

    The page forbids itself everything but its own style and script (Content-Security-Policy with their hashes).
    """
    allowed = f"style-src '{_hash(style)}'" + (f"; script-src '{_hash(script)}'" if script else "")
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return "<!doctype html>\n" + tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="generator", content="Sayso"),
            tag("title", title),
            tag("style", Html(style)),
        ),
        tag("body", body, tag("script", Html(script)) if script else ""),
        lang=language,
    )


@cache
def asset(name: str) -> str:
    """A style or a script of the pages, by the name of its file."""
    return resources.files("sayso.export").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
