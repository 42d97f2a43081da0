"""Pages and an HTTP API over an archive or a reading: thin views over `sayso.api`, served on this machine."""

from __future__ import annotations

from sayso.web.app import create_app
from sayso.web.settings import ServeSettings

__all__ = ["ServeSettings", "create_app"]
