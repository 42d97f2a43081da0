"""The second half of the tutorial shows what its commands print now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_sample_half_of_the_tutorial_is_what_its_commands_print(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR"):
        monkeypatch.setenv(name, "")  # so that what the tool sets is undone
    spec = importlib.util.spec_from_file_location("tutorial", ROOT / "tools" / "tutorial.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    page = tool.PAGE.read_text(encoding="utf-8")
    assert page.count("```console\n$ sayso ") == 7
    assert tool.told(page) == page, "run: PYTHONPATH=src python tools/tutorial.py"
