"""docs/archive.md has every table and column, in order, with type and comment; its SQL runs."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.archive import Archive
from sayso.archive.schema import FROM_LOG, TABLES

PAGE = (Path(__file__).parents[2] / "docs/archive.md").read_text(encoding="utf-8")


def test_every_column_is_documented() -> None:
    wanted = []
    for table in (*TABLES, *FROM_LOG):
        rows = [f"| `{column.name}` | {column.type} | {column.comment} |" for column in table.columns]
        wanted.append(
            "\n".join([f"### `{table.name}`", "", table.comment, "", "| column | type | |", "|---|---|---|", *rows])
        )
    assert PAGE.split("## Tables\n", 1)[1].strip() == "\n\n".join(wanted)


def test_the_questions_of_the_page_can_be_asked(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "news.sayso", create=True)
    (block,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    questions = [each for each in block.split(";\n") if each.strip()]
    assert len(questions) == 2
    for question in questions:
        assert archive.sql(question.rstrip().rstrip(";")).fetchall() == []
