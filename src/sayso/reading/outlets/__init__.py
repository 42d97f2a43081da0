"""Outlets by name: newspapers, broadcasters, programmes, agencies; a lexicon that a user can add to."""

from sayso.reading.outlets.lexicon import KINDS, Form, Match, Outlet, Outlets, lexicon

__all__ = ["KINDS", "Form", "Match", "Outlet", "Outlets", "lexicon"]
