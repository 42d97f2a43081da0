"""How sure each statement is, by the article's own words."""

from sayso.reading.certainty.judge import Judgements, Stand, judge

__all__ = ["Judgements", "Stand", "judge"]
