"""Answers as JSON that is always valid UTF-8, whatever characters an article has."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response


class Json(Response):
    """An answer as JSON; lone surrogates, which UTF-8 does not have, are escaped."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return content if isinstance(content, bytes) else as_bytes(content)


def as_bytes(content: Any) -> bytes:
    """An answer as JSON, ready to be sent or to be remembered."""
    made = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return made.encode("utf-8", "backslashreplace")
