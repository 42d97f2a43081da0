"""The same words as they travel: families of quotations over many articles, and what was done to the words on the way."""

from sayso.coverage.spread.ask import families_in, spread_in
from sayso.coverage.spread.copies import Text, copies, first_of
from sayso.coverage.spread.families import families, family_of
from sayso.coverage.spread.kept import copies_in

__all__ = ["Text", "copies", "copies_in", "families", "families_in", "family_of", "first_of", "spread_in"]
