"""The sample of coverage, whose pages are invented, and the truth about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1] / "samples" / "coverage"
TRUTH: dict[str, Any] = json.loads((HOME / "truth.json").read_text(encoding="utf-8"))
PAGES: dict[str, dict[str, Any]] = {row["file"]: row for row in TRUTH["pages"]}
"""What is true of each page, by the name of its file."""
