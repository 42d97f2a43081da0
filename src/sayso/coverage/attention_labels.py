"""Labels that people gave to sentences: kept in the archive's folder, sent to coders elsewhere, compared between coders."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.archive import files
from sayso.archive.lock import in_turn
from sayso.archive.words import words_of
from sayso.errors import OutputError, UsageError
from sayso.records import Span
from sayso.records.attention import Agreement, By, Label, Sentence

FOLDER = "labels"
SEED = 20160109
"""Of the random numbers, where nobody gives another one; it is kept with the labels."""
Key = tuple[str, int, int]

COLUMNS = ("article", "start", "end", "outlet", "published", "sentence", "about", "coder")
_KEYS = ("article", "start", "end", "about")
_YES = frozenset({"y", "yes", "1", "true", "t", "x"})
_NO = frozenset({"n", "no", "0", "false", "f"})
_SKIPPED = frozenset({"skip", "s", "?", "-"})


class Labels:
    """The labels of one topic: a file of JSON lines, the first of which holds the seed and how strata are parted.

    It is written whole and put in place at once: whoever is interrupted loses at most the label that was being written. Several
    may label at once, in one process or many: each waits for its turn and begins with what the others have written.
    """

    def __init__(self, archive: Path, name: str) -> None:
        self.name = checked(name)
        self.path = archive / FOLDER / f"{name}.jsonl"
        self.seed = SEED
        self.parted: By | None = None
        self.labels: list[Label] = []
        self._load()

    def _load(self) -> None:
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            raise UsageError(f"{self.path} cannot be read ({error.strerror}).", code="labels") from None
        try:
            head, *rows = [json.loads(line) for line in lines if line.strip()]
            self.seed = int(head["seed"])
            self.parted = By(head["parted"]) if head["parted"] else None
            self.labels = [_label(row) for row in rows]
        except (ValueError, KeyError, TypeError):
            raise UsageError(
                f"{self.path} is no file of labels, or was cut short; put it back.", code="labels"
            ) from None

    def look(self) -> None:
        """Take in what others have labelled meanwhile."""
        self._load()

    def _turn(self) -> AbstractContextManager[None]:
        return in_turn(self.path.with_suffix(".lock"))

    def save(self) -> None:
        """Write them, whole or not at all; what others wrote since they were looked at is gone."""
        head = {"labels": self.name, "seed": self.seed, "parted": str(self.parted) if self.parted else None}
        lines = [json.dumps(each, ensure_ascii=False) for each in (head, *map(_plain, self.labels))]
        try:
            self.path.parent.mkdir(exist_ok=True)
            files.write_whole(self.path, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise OutputError(f"{self.path} could not be written ({error.strerror or error}).") from error

    def add(self, label: Label) -> None:
        """Put a label there for good; one by the same coder for the same sentence gives way."""
        self.add_all((label,))

    def add_all(self, new: Iterable[Label]) -> int:
        """Put labels there at once; returns how many."""
        some = list(new)
        with self._turn():
            self._load()
            by_key = {(key_of(each), each.coder): each for each in self.labels}
            for each in some:
                by_key.pop((key_of(each), each.coder), None)
                by_key[key_of(each), each.coder] = each
            self.labels = list(by_key.values())
            self.save()
        return len(some)

    def undo(self, coder: str) -> Label | None:
        """Take the coder's last label back; `None` where there is none."""
        with self._turn():
            self._load()
            for place in range(len(self.labels) - 1, -1, -1):
                if self.labels[place].coder == coder:
                    gone = self.labels.pop(place)
                    self.save()
                    return gone
        return None

    def done_by(self, coder: str) -> set[Key]:
        """The sentences that a coder has seen."""
        return {key_of(each) for each in self.labels if each.coder == coder}

    def merged(self) -> dict[Key, float | None]:
        """For each sentence that anybody saw the part of its coders that took it to be about it; `None` where all passed over."""
        return merged(self.labels)


def merged(labels: Iterable[Label]) -> dict[Key, float | None]:
    """As `Labels.merged`, of some labels."""
    by_key: dict[Key, list[bool]] = defaultdict(list)
    for each in labels:
        mine = by_key[key_of(each)]
        if each.about is not None:
            mine.append(each.about)
    return {key: sum(mine) / len(mine) if mine else None for key, mine in by_key.items()}


def checked(name: str) -> str:
    """The name. UsageError where it is none for labels: it becomes that of a file."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", name):
        raise UsageError(f"{name!r} is no name for labels; use up to 64 letters, digits, - and _.", code="labels")
    return name


def stamp_of(archive: Path, name: str) -> int:
    """What tells one state of labels from another; 0 where there are none. An answer that they correct holds as long as it."""
    try:
        return (archive / FOLDER / f"{name}.jsonl").stat().st_mtime_ns
    except OSError:
        return 0


def name_of(about: str) -> str:
    """The name that labels have where nobody gives another one, made of the query: `cartel* OR "war on drugs"` gives
    *cartel-or-war-on-drugs*."""
    return "-".join(word for word in words_of(about) if word.isascii())[:48].strip("-") or "labels"


def key_of(label: Label) -> Key:
    """What tells a sentence."""
    return label.article, label.span.start, label.span.end


def made_now(sentence: Sentence, about: bool | None, coder: str, query: str, within: str | None) -> Label:
    """A label given at this moment."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Label(sentence.article, sentence.span, about, coder, now, query, within)


def agreement(labels: Iterable[Label]) -> Agreement:
    """How far coders agree: Krippendorff's alpha (Krippendorff 2018, ch. 12), for any number of coders, gaps allowed."""
    by_key: dict[Key, dict[str, bool]] = defaultdict(dict)
    for each in labels:
        if each.about is not None:
            by_key[key_of(each)][each.coder] = each.about
    units = [list(mine.values()) for mine in by_key.values() if len(mine) > 1]
    coders = sorted({coder for mine in by_key.values() if len(mine) > 1 for coder in mine})
    return Agreement(alpha(units), len(units), tuple(coders), sum(len(set(unit)) > 1 for unit in units))


def alpha(units: Sequence[Sequence[Any]]) -> float | None:
    """Krippendorff's alpha for nominal values; each unit has the values that it was given. `None` where all are the same."""
    totals: Counter[Any] = Counter()
    differ = 0.0
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        totals.update(unit)
        differ += sum(n * (len(unit) - n) for n in counts.values()) / (len(unit) - 1)
    n = sum(totals.values())
    expected = sum(count * (n - count) for count in totals.values()) / (n - 1) if n > 1 else 0.0
    return 1 - differ / expected if expected else None


# -- for coders elsewhere


def to_rows(sentences: Iterable[Sentence]) -> Iterator[tuple[str, ...]]:
    """Sentences as rows of a table to be filled in, in the order of `COLUMNS`: `about` takes y, n or skip, `coder` a name."""
    for each in sentences:
        published = each.published.isoformat() if each.published else ""
        place = str(each.span.start), str(each.span.end)
        yield each.article, *place, each.outlet or "", published, " ".join(each.text.split()), "", ""


def from_rows(rows: Iterable[dict[str, str | None]], coder: str, query: str, within: str | None) -> list[Label]:
    """The labels of such a table; rows without one are left out. `coder` names those of rows that name nobody."""
    made = []
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for number, row in enumerate(rows, 2):
        missing = [name for name in _KEYS if name not in row]
        if missing:
            raise UsageError(
                f"The table lacks the column {missing[0]}; `sayso code --export` makes one.", code="labels"
            )
        said = (row["about"] or "").strip().lower()
        if not said:
            continue
        if said not in _YES | _NO | _SKIPPED:
            raise UsageError(f"Row {number} has {said[:40]!r} under about; it takes y, n or skip.", code="labels")
        with suppress(ValueError, TypeError):
            span = Span(int(row["start"] or ""), int(row["end"] or ""))
            about = None if said in _SKIPPED else said in _YES
            made.append(
                Label(row["article"] or "", span, about, (row.get("coder") or "").strip() or coder, now, query, within)
            )
            continue
        raise UsageError(f"Row {number} does not say which sentence it is (article, start, end).", code="labels")
    return made


def _plain(label: Label) -> dict[str, Any]:
    span = [label.span.start, label.span.end]
    told = {"article": label.article, "span": span, "about": label.about, "coder": label.coder, "time": label.time}
    return {**told, "query": label.query, "within": label.within}


def _label(row: dict[str, Any]) -> Label:
    about = row["about"]
    if about is not None and not isinstance(about, bool):
        raise ValueError("a label is true, false or null")
    start, end = row["span"]
    made = Label(str(row["article"]), Span(start, end), about, str(row["coder"]), str(row["time"]), str(row["query"]))
    return replace(made, within=row.get("within"))
