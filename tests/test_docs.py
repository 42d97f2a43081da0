"""The documentation keeps up: every verb, option, exit code and public name is in it, and its links lead somewhere."""

from __future__ import annotations

import argparse
import dataclasses
import re
import shlex
from pathlib import Path

import pytest

import sayso
from sayso import errors
from sayso.cli.arguments import build
from sayso.records import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Certainty,
    Happening,
    Hedge,
    Hop,
    HopKind,
    Person,
    PersonKind,
    Polarity,
    Reading,
    SourceClass,
    Span,
    TimeMention,
    TimeType,
    Tone,
    Venue,
    Why,
    Wire,
)

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CLI = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
PYTHON = (ROOT / "docs/python.md").read_text(encoding="utf-8")


def parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """The parser and those of its verbs, theirs included."""
    verbs = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [parser, *(each for action in verbs for verb in action.choices.values() for each in parsers(verb))]


ACTIONS = [(parser.prog, action) for parser in parsers(build()) for action in parser._actions]


@pytest.mark.parametrize(("prog", "action"), ACTIONS, ids=[f"{prog} {action.dest}" for prog, action in ACTIONS])
def test_every_option_has_help_and_is_documented(prog: str, action: argparse.Action) -> None:
    if isinstance(action, argparse._SubParsersAction):
        assert all(choice.help for choice in action._choices_actions), "a verb without help"
        assert len(action._choices_actions) == len(action.choices)
        return
    assert action.help, f"{prog} {action.dest} has no help"
    for word in action.option_strings or [str(action.metavar)]:
        assert re.search(rf"[`*]{re.escape(word)}\b", CLI), f"{word} is not in docs/cli.md"


@pytest.mark.parametrize("parser", parsers(build())[1:], ids=lambda parser: parser.prog)
def test_every_verb_has_a_section_and_a_description(parser: argparse.ArgumentParser) -> None:
    assert parser.description
    assert re.search(rf"^## `{parser.prog} ", CLI, re.MULTILINE)


def tree(kind: type[errors.SaysoError]) -> list[type[errors.SaysoError]]:
    return [kind, *(each for sub in kind.__subclasses__() for each in tree(sub))]


@pytest.mark.parametrize("kind", tree(errors.SaysoError)[1:], ids=lambda kind: kind.__name__)
def test_every_error_is_documented_with_its_exit_code(kind: type[errors.SaysoError]) -> None:
    assert f"| {kind.exit_code} | " in CLI
    assert f"`{kind.__name__}`" in PYTHON


def test_exit_codes_differ() -> None:
    codes = [kind.exit_code for kind in errors.SaysoError.__subclasses__()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert getattr(sayso, name).__doc__
    assert re.search(rf"^### `(sayso\.)?{name}\b", PYTHON, re.MULTILINE)


RECORDS = [Article, Attribution, Block, Happening, Hedge, Hop, Person, Reading, Span, TimeMention, Venue, Wire]
KINDS = [BlockKind, AttributionKind, Certainty, HopKind, PersonKind, Polarity, SourceClass, TimeType, Tone]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_and_member_is_documented(record: type) -> None:
    section = re.search(rf"^### `{record.__name__}`\n(.*?)(?=^##|\Z)", PYTHON, re.MULTILINE | re.DOTALL)
    assert section
    for field in dataclasses.fields(record):
        assert re.search(rf"^\| `{field.name}` \|", section[1], re.MULTILINE), f"{record.__name__}.{field.name}"
    fields = {field.name for field in dataclasses.fields(record)}
    for name in vars(record):
        if not name.startswith("_") and name not in fields:
            assert f".{name}" in section[1], f"{record.__name__}.{name}"


def test_every_kind_is_documented() -> None:
    assert [kind for kinds in KINDS for kind in kinds if f'`"{kind}"`' not in PYTHON] == []
    assert all(f"`why.{field.name}`" in PYTHON for field in dataclasses.fields(Why))


def test_the_glossary_has_the_records() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for term in (
        "Capture",
        "Given",
        "Why",
        "Chain",
        "Certainty",
        "Polarity",
        "Speaker",
        *(r.__name__ for r in RECORDS),
    ):
        assert f"**{term}.**" in glossary


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    words = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", words):
        if re.match(r"https?:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} in {page.name}"
        if anchor:
            assert anchor in anchors(target), f"{link} in {page.name}"


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL))
    for target in re.findall(r"^make (\w+)", blocks, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    calls = re.findall(r"(?:^|\| )(?:\.venv/bin/)?sayso ([^#>|\n]+)", blocks, re.MULTILINE)
    assert len(calls) >= 6
    for call in calls:
        build().parse_args(shlex.split(call))


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for group in project["optional-dependencies"].values() for each in group]
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    for each in project["dependencies"] + extras:
        name = re.split(r"[<>=\[; ]", each)[0]
        assert re.search(rf"^\|.*\b{re.escape(name)}\b.*\|", page, re.MULTILINE), name
