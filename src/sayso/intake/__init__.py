"""From what a person names (paths, globs, folders, addresses, tables, standard input) to captures."""

from sayso.intake.settings import IntakeSettings
from sayso.intake.sources import capture_bytes, captures

__all__ = ["IntakeSettings", "capture_bytes", "captures"]
