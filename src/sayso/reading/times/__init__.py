"""When: expressions of time, what they mean, and the happenings that they date."""

from sayso.reading.times.find import Times, find
from sayso.reading.times.order import order

__all__ = ["Times", "find", "order"]
