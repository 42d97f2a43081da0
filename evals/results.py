"""Results as files, tables and curves: what `evals/document.py` writes docs from, and what a terminal shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "results"


def save(name: str, result: dict[str, Any], folder: Path = FOLDER) -> Path:
    """Write a result as `NAME.json`, keys in their order, a record of plain values on one line."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(as_json(result) + "\n", encoding="utf-8")
    return path


def as_json(value: Any, indent: int = 0) -> str:
    """JSON that reads and compares well by line: what holds only plain values, or lists of them, stands on one line."""
    inner: list[Any] = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    deep = [each for each in inner if isinstance(each, dict) or (isinstance(each, list) and not _is_plain(each))]
    if not deep or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    space, end = " " * (indent + 1), " " * indent
    if isinstance(value, list):
        return "[\n" + ",\n".join(space + as_json(each, indent + 1) for each in value) + f"\n{end}]"
    lines = [
        f"{space}{json.dumps(key, ensure_ascii=False)}: {as_json(each, indent + 1)}" for key, each in value.items()
    ]
    return "{\n" + ",\n".join(lines) + f"\n{end}}}"


def _is_plain(values: list[Any]) -> bool:
    return not any(isinstance(each, dict | list) for each in values)


def read(name: str, folder: Path = FOLDER) -> dict[str, Any] | None:
    """A saved result, or `None` where there is none."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A Markdown table, first column to the left, the others to the right; floats have one decimal, `None` is a dash."""

    def cell(value: Any) -> str:
        if value is None:
            return "–"
        return f"{value:.1f}" if isinstance(value, float) else str(value)

    body = [[cell(value) for value in row] for row in rows]
    widths = [max(len(row[i]) for row in [list(head), *body]) for i in range(len(head))]

    def line(row: Sequence[str]) -> str:
        cells = [row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in range(1, len(row)))]
        return "| " + " | ".join(cells) + " |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([line(list(head)), line(rule), *(line(row) for row in body)])


def between(page: str, start: str, end: str, made: str) -> str:
    """The page with this between two marks and nothing else; ValueError where it lacks either of them."""
    before, first, rest = page.partition(start)
    _, last, after = rest.partition(end)
    if not first or not last:
        raise ValueError(f"the page lacks {end if first else start}")
    return f"{before}{start}\n\n{made}\n\n{end}{after}"


def with_interval(figure: dict[str, Any]) -> str:
    """An F1 with its interval: `81.2 (80.1–82.4)`."""
    low, high = figure["f1_interval"]
    return f"{figure['f1']:.1f} ({low:.1f}–{high:.1f})"


def made_by(result: dict[str, Any]) -> str:
    """One line for people: which model, when, by which command."""
    by = result["made"]
    commit = f", code at `{by['commit']}`" if by.get("commit") else ""
    return f"Model `{by['model']}` (hash `{by['model_hash']}`), {by['date']}{commit}: `{by['command']}`."
