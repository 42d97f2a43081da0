"""Through whom each attribution's words reached the article."""

from sayso.reading.chain.trace import Route, Routes, trace

__all__ = ["Route", "Routes", "trace"]
