"""Who is in the article, and who of them speaks."""

from sayso.reading.people.find import Cast, Voice, find

__all__ = ["Cast", "Voice", "find"]
