"""`sayso code`: sentences one by one, each to be called about it or not; or as a table for somebody elsewhere."""

from __future__ import annotations

import argparse
import csv
import getpass
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.ask import Page, filters_of
from sayso.cli.attention import asked, prepared
from sayso.cli.output import prepare_stdout, write
from sayso.cli.terminal import MARKER
from sayso.coverage.attention_archive import Shelf
from sayso.coverage.attention_coded import LEAST, Asked, to_label
from sayso.coverage.attention_labels import COLUMNS, Labels, agreement, from_rows, made_now, name_of, to_rows
from sayso.coverage.happened import story_in
from sayso.errors import OutputError, UsageError
from sayso.export.safe import clipped, one_line, safe_cell, safe_json
from sayso.records.attention import By, Label

KEYS = "y yes, n no, s skip, u undo, q quit"
_BACK = "u"


def run(options: argparse.Namespace) -> int:
    """Label, export or import; returns 0."""
    prepare_stdout(data=options.json or options.export == "-")
    with api.open(options.archive) as archive:
        labels = Labels(archive.path, options.labels or name_of(options.about))
        _designed(labels, options)
        coder = options.coder or _user()
        if options.taken:
            print(f"{labels.add_all(_imported(options, coder)):,} labels taken in", file=sys.stderr)
        elif not options.agreement:
            waiting = _waiting(archive, labels, coder, options)
            if options.export:
                _export(islice(waiting, options.limit), options.export)
                return 0
            _label(waiting, labels, coder, options)
        _told(labels, options)
    return 0


def _waiting(archive: api.Archive, labels: Labels, coder: str, options: argparse.Namespace) -> Iterator[Asked]:
    """The sentences that the coder is to label, the next one first."""
    prepared(archive)
    articles = frozenset(story_in(archive, options.story).articles) if options.story else None
    return to_label(Shelf(archive, filters_of(options), articles), asked(options), labels, coder)


def _designed(labels: Labels, options: argparse.Namespace) -> None:
    """The seed and the parting are those of the first label; another one would undo the sample."""
    parted = By(options.parted) if options.parted else None
    if not labels.labels:
        labels.seed = options.seed or labels.seed
        labels.parted = parted
        return
    if options.seed not in (None, labels.seed) or (parted is not None and parted is not labels.parted):
        raise UsageError(
            f"The labels {labels.name!r} were begun with seed {labels.seed} and parted by {labels.parted or 'nothing'}; "
            "leave both as they are, or name new labels with --labels.",
            code="labels",
        )


def _user() -> str:
    with suppress(Exception):
        return getpass.getuser()
    return "coder"


# -- one by one


def _label(waiting: Iterator[Asked], labels: Labels, coder: str, options: argparse.Namespace) -> None:
    page = Page(options)
    print(f"Is the sentence about it? {KEYS}", file=sys.stderr)
    seen: list[Asked] = []
    ahead: list[Asked] = []
    number = 0
    with _keys() as key:
        while number < options.limit:
            current = ahead.pop() if ahead else next(waiting, None)
            if current is None:
                print("no sentence is left to label", file=sys.stderr)
                return
            _show(current, number + 1, page)
            pressed = key()
            if pressed in ("q", ""):
                return
            if pressed == _BACK:
                ahead.append(current)
                if seen:
                    labels.undo(coder)
                    ahead.append(seen.pop())
                    number -= 1
                continue
            about = {"y": True, "n": False, "s": None}[pressed]
            labels.add(made_now(current.sentence, about, coder, options.about, options.within))
            seen.append(current)
            number += 1


def _show(current: Asked, number: int, page: Page) -> None:
    """The sentence between its neighbours. Whether the query takes it is not shown: it would sway whoever labels."""
    found = current.sentence
    about = " · ".join(each for each in (found.outlet, str(found.published or ""), current.title) if each)
    page.console.print(Text(f"{number}  {clipped(about, page.width - 6)}", style=MARKER))
    for words, style in ((current.before, MARKER), (found.text, "bold"), (current.after, MARKER)):
        if words:
            shown = one_line(words) if words is found.text else clipped(words, 300)
            page.console.print(Padding(Text(shown, style=style), (0, 0, 0, 3)))
    page.console.print(Text(""))
    page.out()


@contextmanager
def _keys() -> Iterator[Callable[[], str]]:
    """What reads one of the keys: at once from a terminal, else the first letter of each line; empty at the end."""
    try:
        import termios
        import tty

        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle) if sys.stdin.isatty() else None
    except (ImportError, OSError, ValueError, AttributeError):
        before = None
    if before is None:
        yield _asking(sys.stdin.readline)
        return
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)  # keys pressed meanwhile are not thrown away
        yield _asking(lambda: os.read(handle, 1).decode("ascii", "replace"))
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def _asking(read: Callable[[], str]) -> Callable[[], str]:
    """Reads until one of the keys is pressed; empty at the end."""

    def key() -> str:
        while got := read():
            if got in ("\x03", "\x04"):
                break
            letter = got.strip().lower()[:1]
            if letter and letter in "ynsuq":
                return letter
            print(KEYS, file=sys.stderr)
        return ""

    return key


# -- elsewhere


def _export(waiting: Iterator[Asked], path: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = list(to_rows(each.sentence for each in waiting))
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    if path == "-":
        write(out.getvalue())
        return
    try:
        Path(path).write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise OutputError(f"{path} could not be written ({error.strerror or error}).") from error
    print(f"{len(rows):,} sentences written to {one_line(path)}", file=sys.stderr)


def _imported(options: argparse.Namespace, coder: str) -> list[Label]:
    try:
        text = sys.stdin.read() if options.taken == "-" else Path(options.taken).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{options.taken} cannot be read as a table ({error}).", code="labels") from None
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return from_rows(rows, coder, options.about, options.within)


def _told(labels: Labels, options: argparse.Namespace) -> None:
    found = agreement(labels.labels)
    sentences = sum(value is not None for value in labels.merged().values())
    if options.json:
        told = {
            "labels": labels.name,
            "sentences": sentences,
            "seed": labels.seed,
            "alpha": found.alpha,
            "by_several": found.sentences,
            "differ": found.differ,
            "coders": list(found.coders),
        }
        write(safe_json(json.dumps(told, ensure_ascii=False)) + "\n")
        return
    more = f"; {LEAST - sentences} more until shares are corrected" if sentences < LEAST else ""
    print(f"{labels.name}: {sentences:,} sentences labelled{more}", file=sys.stderr)
    if found.sentences:
        value = "cannot be told, all labels are alike" if found.alpha is None else f"{found.alpha:.2f}"
        print(
            f"Krippendorff's alpha {value}; {found.sentences:,} sentences by {', '.join(map(one_line, found.coders))}, "
            f"{found.differ:,} seen differently",
            file=sys.stdout if options.agreement else sys.stderr,
        )
    elif options.agreement:
        print("no sentence was labelled by two coders", file=sys.stderr)
