"""Through whom each attribution's words reached the article."""

from sayso.reading.chain.route import Route
from sayso.reading.chain.trace import Routes, trace

__all__ = ["Route", "Routes", "trace"]
