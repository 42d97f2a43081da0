"""Which articles are copies of others, so that an agency's story under ten mastheads counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.archive.words import words_of
from sayso.coverage.attention_sentences import Paper
from sayso.records.spread import CopyGroup


def copies_of(papers: Sequence[Paper], near: Iterable[CopyGroup]) -> dict[str, str]:
    """For each article that is a copy the id of the one that counts in its place.

    `near` are the near-duplicates among them, those of `spread`. The same text is a copy anywhere; nearly the same text only at
    another outlet: a late edition of one paper is a report of its own. The one that counts is the agency's own where it is there,
    else the first.
    """
    by_id = {paper.id: paper for paper in papers}
    agencies = {" ".join(words_of(paper.agency)) for paper in papers if paper.agency}

    def rank(paper: Paper) -> tuple[bool, bool, str, str]:
        own = " ".join(words_of(paper.outlet or "")) in agencies
        return not own, not paper.moment, paper.moment, paper.id

    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        groups.setdefault(paper.text_id, []).append(paper)
    made: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=rank)
        made.update({paper.id: first.id for paper in group if paper is not first})
    for found in near:
        members = [by_id[id] for id in dict.fromkeys(made.get(id, id) for id in (found.first, *found.others))]
        first = min(members, key=rank)
        made.update({paper.id: first.id for paper in members if paper.outlet != first.outlet})
    return {id: made.get(first, first) for id, first in made.items()}
