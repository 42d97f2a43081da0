"""The founding report read whole: people, speakers, certainty, chains, times and events against `reading.json`.

    python -m evals.whole

Exit code 1 if anything is amiss. Attributions are paired as `evals.report` pairs them. A person is right where one of the
reading's people has the name, the kind, and every other form among its mentions and descriptions; a chain where it has as many
hops and each actor names the same party (they share a capitalised word; an unnamed place is an actor that is left open); a time
where span, type, value and mod are the same; an event where a happening has the date and mod, shares a word that is not small
with it, and is told by the same speaker.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, DATA, ROOT, have
from evals.report import compare, gold
from sayso.records import Attribution, Hop, Reading

THIS = "this report"
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = "the a an of and to in on at for by was were is are his her its it that with from out"
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that `reading.json` says: what it is about, what it wants, what was found, whether that is right."""

    part: str
    what: str
    wanted: str
    found: str
    right: bool


def checks(reading: Reading) -> list[Check]:
    """Everything that `reading.json` says beyond the attributions themselves."""
    told = json.loads((DATA / "report" / "reading.json").read_text(encoding="utf-8"))
    return [
        *_attributions(reading, told),
        *_people(reading, told["people"]),
        *_times(reading, told["times"]),
        *_events(reading, told["events"]),
    ]


def _attributions(reading: Reading, told: dict[str, Any]) -> Iterator[Check]:
    text, wanted, _, _ = gold()
    rows = compare(text.text, wanted, reader.relations(reading, text.text))
    pairs = {row.id: None if row.found is None else reading.attributions[row.found] for row in rows}
    names = {person.id: person.name for person in reading.people}
    chains = {each["attribution"]: each["hops"] for each in told["chains"]}
    for each in told["attributions"]:
        found = pairs[each["id"]]
        if found is None:
            yield Check("attribution", each["id"], "found", "missed", False)
            continue
        speaker = names.get(found.speaker or "")
        yield Check("speaker", each["id"], str(each["speaker"]), str(speaker), same_name(each["speaker"], speaker))
        for field in ("source_class", "certainty", "polarity"):
            is_ = str(getattr(found, field))
            yield Check(field, each["id"], each[field], is_, is_ == each[field])
        hedges = sorted((span["start"], span["end"]) for span in each.get("hedges", ()))
        mine = sorted((span.start, span.end) for span in found.hedges)
        yield Check("hedges", each["id"], str(hedges), str(mine), hedges == mine)
        if "via" in each:
            right = [word_set(name) for name in each["via"]] == [word_set(name) for name in found.via]
            yield Check("via", each["id"], str(each["via"]), str(found.via), right)
        if "venue" in each:
            venue = str(found.venue or "")
            right = len(word_set(each["venue"]) & word_set(venue)) >= 2
            yield Check("venue", each["id"], each["venue"], venue, right)
        if each["id"] in chains:
            hops = next((chain.hops for chain in reading.chains if chain.attribution == found.id), ())
            shown = " > ".join(hop.actor or "?" for hop in hops)
            yield Check(
                "chain", each["id"], " > ".join(chains[each["id"]]), shown, same_chain(chains[each["id"]], hops)
            )


def same_name(wanted: str | None, found: str | None) -> bool:
    """Whether two names are the same but for marks, case and a leading article; `None` is only the same as `None`."""
    if wanted is None or found is None:
        return wanted is found
    return word_list(wanted) == word_list(found)


def same_chain(wanted: Sequence[str], hops: Sequence[Hop]) -> bool:
    """Whether the hops name the same parties in the same order."""
    if len(wanted) != len(hops):
        return False
    for name, hop in zip(wanted, hops, strict=True):
        if name == THIS:
            if hop is not hops[-1]:
                return False
        elif name.startswith("("):
            if hop.actor is not None:
                return False
        elif not capitals(name) & capitals(hop.actor or ""):
            return False
    return True


def _people(reading: Reading, told: list[dict[str, Any]]) -> Iterator[Check]:
    text = reading.article.text
    for each in told:
        found = next((person for person in reading.people if same_name(each["name"], person.name)), None)
        if found is None:
            names = ", ".join(person.name for person in reading.people)
            yield Check("person", each["name"], each["kind"], f"none; there are {names}", False)
            continue
        yield Check("person", each["name"], each["kind"], str(found.kind), found.kind == each["kind"])
        forms = [tuple(word_list(span.of(text))) for span in (*found.mentions, *found.descriptions)]
        for form in each.get("also", ()):
            plain = re.sub(r" \(by implication\)$", "", form)
            right = plain != form or tuple(word_list(plain)) in forms
            yield Check("mention", each["name"], form, "" if right else str(sorted(set(forms))), right)


def _times(reading: Reading, told: list[dict[str, Any]]) -> Iterator[Check]:
    for each in told:
        here = [t for t in reading.times if t.span.start < each["end"] and each["start"] < t.span.end]
        shown = "; ".join(f"{t.span.of(reading.article.text)} {t.type} {t.value} {t.mod or ''}".strip() for t in here)
        mod = "END" if each["anchor"] == "modifier END" else None
        right = any(
            (t.span.start, t.span.end, str(t.type), t.value)
            == (each["start"], each["end"], each["type"], each["value"])
            and (mod is None or t.mod == mod)
            for t in here
        )
        wanted = f"{each['type']} {each['value']} {mod or ''}".strip()
        yield Check("time", each["text"], wanted, shown, right)


def _events(reading: Reading, told: list[dict[str, Any]]) -> Iterator[Check]:
    text = reading.article.text
    names = {person.id: person.name for person in reading.people}
    by = {found.id: _teller(found, names) for found in reading.attributions}
    mods = {"late": "END", "early": "START", None: None}
    for each in told:
        wanted = f"{each['date']} {each['what']}"
        dated = [h for h in reading.happenings if h.date == each["date"]]
        right = False
        for happening in dated:
            words = word_set(" ".join(span.of(text) for span in happening.what))
            teller = by.get(happening.by or "")
            same = {stem(w) for w in word_set(each["what"])} & {stem(w) for w in words}
            right |= (
                bool(same) and mods[each.get("modifier")] == happening.mod and same_name(each.get("said_by"), teller)
            )
        shown = "; ".join(
            f"{h.date} {h.mod or ''} {' '.join(s.of(text) for s in h.what)} ({by.get(h.by or '')})" for h in dated
        )
        yield Check("event", each["what"], wanted, shown or str([h.date for h in reading.happenings]), right)


def _teller(found: Attribution, names: dict[str, str]) -> str | None:
    return names.get(found.speaker or "")


def word_list(words: str) -> list[str]:
    """The words in small letters without a leading article."""
    found = [word.casefold() for word in _WORD.findall(words)]
    return found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found


def word_set(words: str) -> set[str]:
    """The words that are not small, in small letters."""
    return {word.casefold() for word in _WORD.findall(words)} - _SMALL


def stem(word: str) -> str:
    """The first five letters: enough to take *conducted* and *conduct* for the same."""
    return word[:5]


def capitals(words: str) -> set[str]:
    """The words with a capital or a digit first, and a whole name that has none."""
    found = {word for word in _WORD.findall(words) if word[0].isupper() or word[0].isdigit()}
    return found - {"The", "A", "An"} or {words.casefold()}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.whole", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    given = parser.parse_args(arguments)
    if not have("report"):
        print(ABSENT, file=sys.stderr)
        return 0
    text, _, _, _ = gold()
    [reading] = reader.readings([text], given.model)
    made = checks(reading)
    right, total = Counter(c.part for c in made if c.right), Counter(c.part for c in made)
    for check in made:
        if not check.right:
            print(f"{check.part} {check.what}: wanted {check.wanted}, found {check.found}")
    print("\n" + results.table(["", "right", "of"], [[part, right[part], total[part]] for part in total]))
    if given.model is None:
        counts = {part: {"right": right[part], "of": total[part]} for part in total}
        path = results.save("whole", {"made": reader.identity("evals.whole", arguments), "counts": counts})
        print(f"saved {path.relative_to(ROOT)}", file=sys.stderr)
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
