"""Cases that fail, each with its reason."""

from __future__ import annotations

KNOWN: dict[str, str] = {
    "The delay was due to fog.": "needs the tags of words: until they are there, fog may be a verb"
}
